r"""Shapes typed behind a colon, as notes about code do: `\mathbf{Q} : n, d`, `W : (h, d)`, `X : N \times D`.

Such a row says what `W \in \mathbb{R}^{h \times d}` says. The name is a capital or in bold, and there are two sizes,
one of which is a letter: `k : 1, 2` are values, and `f : X \to Y` is a function. In parentheses several may stand in
one row, `X : (N, n), W : (n, m)`, and that of a vector has a comma behind its size, `B : (m,)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import BOLD_FONTS
from .lexer import Token
from .tree import Chain, Factor, Name, Node, Number, Product, Script, Statement

SIGNS = frozenset(["name", "num"])


def declares(last: Statement) -> Name | None:
    """The name before the colon, if a shape may be said of it."""
    x = last.chain.members[0]
    plain = not last.chain.relations and isinstance(x, Name) and not x.primes
    return x if plain and isinstance(x, Name) and (x.base[:1].isupper() or x.font in BOLD_FONTS) else None


def sizes(tokens: Sequence[Token], at: int, end: int) -> tuple[list[Token], int] | None:
    """The sizes in the row that begins at `at`, and where it ends."""
    stop = next((n for n in range(at, end) if tokens[n].kind in ("row", "quad", "text")), end)
    behind = _in_parentheses(tokens, at, stop)
    row = list(tokens[at : behind or stop])
    if row and row[-1].kind in ("comma", "stop"):
        row.pop()
    if len(row) > 2 and row[0].text in ("(", "[") and row[-1].kind == ")":
        row = row[1:-1]
        if len(row) == 2 and row[0].kind == "name" and row[1].text == ",":
            return row[:1], behind or stop
    if [x.kind in SIGNS for x in row] != [True, False, True] or row[1].text not in (",", r"\times"):
        return None
    found = [row[0], row[2]]
    return (found, behind or stop) if any(x.kind == "name" for x in found) else None


def _in_parentheses(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """Where a shape in parentheses ends behind which the next name and its shape stand."""
    closing = next((n for n in range(at, stop) if tokens[n].kind == ")"), stop)
    if tokens[at].text not in ("(", "[") or closing + 1 >= stop or tokens[closing + 1].kind != "comma":
        return None
    goes_on = any(tokens[n].kind == "colon" for n in range(closing + 2, stop))
    return closing + 1 if goes_on and tokens[closing + 2].text not in ("(", "[") else None


def declared(name: Name, found: Sequence[Token], colon: Token) -> Chain:
    r"""`Q \in \mathbb{R}^{n \times d}`, `b \in \mathbb{R}^n`."""
    span = (name.span[0], found[-1].end)
    factors = tuple(Factor(r"\times" if n else "", _size(x)) for n, x in enumerate(found))
    whole = Product(factors, span) if len(factors) > 1 else factors[0].body
    power = Script(True, (whole,), "", False, True, span)
    return Chain((name, Name("R", (), "mathbb", 0, (power,), span)), (r"\in",), (colon.span,), span)


def _size(x: Token) -> Node:
    return Number(x.text, x.span) if x.kind == "num" else Name(x.text, span=x.span)

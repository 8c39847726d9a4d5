r"""Sums along an axis as programs write them: `\text{np.sum}(D, \text{axis}=0)`, `sum(D, axis=1, keepdims=True)`.

Along the first axis the rows of a matrix are added up, which gives a row: it is read as `(\mathbf{1}^\top (D))`, and
along the second one, which gives a column, as `((D) \mathbf{1})`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lexer import Token
from .tokens import CLOSING, OPENERS, closed_at

NAMES = frozenset(["sum", "np.sum", "numpy.sum", "jnp.sum", "torch.sum"])
AXES = frozenset(["axis", "dim"])
KEPT = frozenset(["keepdims", "keepdim"])


def with_sums_of_programs(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with products by ones for such sums.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> [t.text for t in with_sums_of_programs(tokenize(Source(r"\text{np.sum}(D, axis=0)")))]
    ['(', 'mathbf', '{', '1', '}', '^', '{', '\\top', '}', '(', 'D', ')', ')']
    """
    found = list(tokens)
    at = len(found) - 1
    while at > 0:
        end = closed_at(found, at) if found[at].kind == "(" else at
        if found[end].kind == ")":
            axis, last = _axis(found, at + 1, end)
            head = _head(found, at)
            if axis is not None and head is not None:
                found[head : end + 1] = _product(axis, found[head], found[at:last], found[end])
                at = head
        at -= 1
    return found


def _axis(tokens: Sequence[Token], first: int, end: int) -> tuple[str | None, int]:
    """Along which axis the sum in a parenthesis runs, and where what it adds up ends; None where it says no axis."""
    commas, depth = [], 0
    for n in range(first, end):
        depth += (tokens[n].kind in OPENERS) - (tokens[n].kind in CLOSING)
        if depth == 0 and tokens[n].kind == "comma":
            commas.append(n)
    parts = [_typed(tokens[a + 1 : b]) for a, b in pairwise([*commas, end])]
    if len(parts) == 2 and len(parts[1]) == 3 and parts[1][0] in KEPT and parts[1][1] == "=":
        parts.pop()
    if len(parts) != 1 or commas[0] == first or len(parts[0]) != 3:
        return None, end
    name, sign, axis = parts[0]
    return (axis if name in AXES and sign == "=" and axis in ("0", "1") else None), commas[0]


def _typed(tokens: Sequence[Token]) -> list[str]:
    """What tokens say, without fonts and the braces around words."""
    return [x.text for x in tokens if x.kind not in ("font", "{", "}")]


def _head(tokens: Sequence[Token], at: int) -> int | None:
    """Where the name of the sum begins that stands right before a parenthesis."""
    if at and tokens[at - 1].kind == "text":
        return at - 1 if tokens[at - 1].text.strip() in NAMES else None
    braced = at and tokens[at - 1].kind == "}"
    end = at - 1 if braced else at
    for length in (3, 1):
        first = end - length
        if first < 0 or "".join("." if x.text == r"\cdot" else x.text for x in tokens[first:end]) not in NAMES:
            continue
        if length == 3 and (tokens[first + 1].end - tokens[first + 1].start) != 1:
            continue  # `\cdot` itself multiplies
        if not braced:
            return first
        return first - 2 if first > 1 and [x.kind for x in tokens[first - 2 : first]] == ["font", "{"] else None
    return None


def _product(axis: str, head: Token, added: Sequence[Token], end: Token) -> list[Token]:
    """The product by ones that is the sum along an axis; `added` begins with the parenthesis."""
    typed = [("font", "mathbf"), ("{", "{"), ("num", "1"), ("}", "}")]
    turned = [("script", "^"), ("{", "{"), ("sym", r"\top"), ("}", "}")]
    span = head.start, head.end
    whole = Token("(", "(", *span)
    inner = [*added, Token(")", ")", end.start, end.end)]
    if axis == "0":
        return [whole, *(Token(*x, *span) for x in typed + turned), *inner, Token(")", ")", end.start, end.end)]
    behind = end.start, end.end
    return [whole, *inner, *(Token(*x, *behind) for x in typed), Token(")", ")", *behind)]

r"""Columns and rows typed with dots in a matrix environment: `\begin{pmatrix} x_1 \\ \vdots \\ x_n \end{pmatrix}`.

A column is `(x_1, \dots, x_n)^T`, a row `(x_1, \dots, x_n)`; a column of rows `x_1^T`, which stacks them, likewise.
Only what is a side of an equation by itself: elsewhere a name before the parenthesis would look like a function.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import MATRIX_ENVIRONMENTS
from .lexer import Token
from .tokens import after_argument, put_in_place

ENCLOSED = frozenset(["pmatrix", "bmatrix"])
"""Environments that bring their own parentheses."""
BARE = frozenset(["matrix", "array"])
"""Those that stand between parentheses."""
MARKS = frozenset(["T", r"\top"])
BEHIND = frozenset(["comma", "stop", "rel", "quad", "row", "amp", "gap", "script", "end"])


def with_columns_in_line(tokens: list[Token]) -> list[Token]:
    """The tokens of a formula with such columns and rows in parentheses."""
    if not any(t.kind == "begin" and (t.text in MATRIX_ENVIRONMENTS or t.text == "array") for t in tokens):
        return tokens
    return put_in_place(
        tokens, lambda at, out: _column(tokens, at) if not out or out[-1].kind in ("rel", "amp") else None
    )


def _column(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """What a column or row that opens at a position is in one line, and the position behind it."""
    enclosed = tokens[at].kind == "begin" and tokens[at].text in ENCLOSED
    inside = at + 1
    if not enclosed:
        following = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
        if tokens[at].kind != "(" or tokens[at].text not in ("(", "[") or following.kind != "begin":
            return None
        if following.text not in BARE:
            return None
        inside = at + 2
    stop = next((n for n in range(inside, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    after = stop + 1 if enclosed else stop + 2
    closed = stop < len(tokens) and (enclosed or (stop + 1 < len(tokens) and tokens[stop + 1].kind == ")"))
    if not closed or tokens[stop].kind != "end" or tokens[stop].text != tokens[inside - 1].text:
        return None
    if after < len(tokens) and tokens[after].kind not in BEHIND:
        return None
    kinds = {t.kind for t in tokens[inside:stop]} & {"row", "amp"}
    parts = _parts(tokens[inside:stop], next(iter(kinds))) if len(kinds) == 1 else []
    dotted = [n for n, p in enumerate(parts) if len(p) == 1 and p[0].text in (r"\dots", r"\vdots")]
    if len(dotted) != 1 or dotted[0] in (0, len(parts) - 1):
        return None
    column = "row" in kinds
    first, last = tokens[at], tokens[after - 1]
    if column:
        parts = _turned(parts, dotted[0])
    written = [Token("(", "(", first.start, first.end)]
    for n, part in enumerate(parts):
        if n:
            written.append(Token("comma", ",", part[0].start, part[0].start))
        written += [Token("dots", r"\dots", *part[0].span)] if n == dotted[0] else part
    written.append(Token(")", ")", last.start, last.end))
    mark = [Token("script", "^", last.start, last.end), Token("sym", r"\top", last.start, last.end)]
    return [*written, *(mark if column else [])], after


def _parts(tokens: Sequence[Token], kind: str) -> list[list[Token]]:
    """What stands between tokens of a kind, without empty parts at the ends."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == kind:
            parts.append([])
        else:
            parts[-1].append(token)
    return [p for p in parts if p]


def _turned(parts: list[list[Token]], dotted: int) -> list[list[Token]]:
    """The columns of which a stack of rows `x_n^T` is made; the parts as they are where not all are marked so."""
    bare = [p if n == dotted else _unmarked(p) for n, p in enumerate(parts)]
    return parts if any(p is None for p in bare) else [p for p in bare if p is not None]


def _unmarked(part: list[Token]) -> list[Token] | None:
    """A part without the transpose at its end; None where it has none."""
    for at, token in enumerate(part):
        if token.kind == "script" and token.text == "^" and after_argument(part, at + 1) == len(part):
            mark = [t for t in part[at + 1 :] if t.kind not in "{}"]
            return part[:at] if len(mark) == 1 and mark[0].text in MARKS else None
    return None

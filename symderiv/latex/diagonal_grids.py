r"""Diagonal matrices typed out with dots: `\begin{pmatrix} a_1 & & \\ & \ddots & \\ & & a_m \end{pmatrix}`.

Such a matrix is `\operatorname{diag}(a_1, \dots, a_m)`: dots on the diagonal, before the last entry, and nothing, zeros
or dots beside it. It may also be an `array` in parentheses.
"""

from __future__ import annotations

from collections.abc import Sequence

from .grids import ENCLOSED, split_cells
from .lexer import Token
from .tokens import put_in_place

BARE = frozenset(["array", "matrix"])
DDOTS = r"\ddots"
LEAST = 3
"""So many rows has the shortest."""


def with_diagonals(tokens: list[Token]) -> list[Token]:
    """The tokens of a formula with such matrices as `\\operatorname{diag}`."""
    if not any(t.text == DDOTS for t in tokens):
        return tokens
    return put_in_place(tokens, lambda at, _: _diagonal(tokens, at))


def _diagonal(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """Such a matrix that begins at a position as the call, and the position behind it."""
    first = at + 1 if tokens[at].text in ("(", "[") else at
    if first >= len(tokens) or tokens[first].kind != "begin":
        return None
    if tokens[first].text not in (BARE if first > at else ENCLOSED):
        return None
    stop = next((n for n in range(first + 1, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    last = stop + (first - at)
    if last >= len(tokens) or tokens[stop].kind != "end" or (first > at and tokens[last].text not in (")", "]")):
        return None
    entries = _entries(tokens[first + 1 : stop])
    if entries is None:
        return None
    begin, end = tokens[at], tokens[last]
    out = [Token("func", "diag", begin.start, begin.end), Token("(", "(", begin.start, begin.end)]
    for n, entry in enumerate(entries):
        out += [Token("comma", ",", entry[0].start, entry[0].start)] if n else []
        out += [Token("dots", r"\dots", *entry[0].span)] if entry[0].text == DDOTS else entry
    return [*out, Token(")", ")", end.start, end.end)], last + 1


def _entries(inside: Sequence[Token]) -> list[list[Token]] | None:
    """What stands on the diagonal, if nothing stands beside it."""
    rows = [split_cells(row, "amp") for row in split_cells(inside, "row")]
    if rows[-1] == [[]]:
        rows.pop()
    size = len(rows)
    if size < LEAST or any(len(row) > size for row in rows):
        return None
    square = [[*row, *([] for _ in range(size - len(row)))] for row in rows]
    beside = [cell for n, row in enumerate(square) for m, cell in enumerate(row) if m != n]
    on_it = [row[n] for n, row in enumerate(square)]
    dots = [n for n, cell in enumerate(on_it) if [t.text for t in cell] == [DDOTS]]
    return on_it if dots == [size - 2] and all(on_it) and all(map(_is_nothing, beside)) else None


def _is_nothing(cell: Sequence[Token]) -> bool:
    cell = [t for t in cell if t.kind not in "{}"]  # the braces of `\\huge{0}`
    return not cell or (len(cell) == 1 and (cell[0].text == "0" or cell[0].kind == "dots" or cell[0].text == r"\vdots"))

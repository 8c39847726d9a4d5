r"""Matrices typed out with dots that have a column of ones: `X = \begin{pmatrix} 1 & x_{11} & \cdots & x_{1p} \\ ..`

Such a matrix becomes a parenthesis of rows, as others without dots do (`grids`); the row of dots is one of dots alone.
Only where it is what an equation says of one name.
"""

from __future__ import annotations

from collections.abc import Sequence

from .grids import BARE, ENCLOSED, MOST, NAMED, enclosed, split_cells, with_brackets_of_arrays
from .lexer import Token

DOTS = frozenset([r"\dots", r"\cdots", r"\ldots", r"\vdots", r"\ddots"])
STRANGE = frozenset(["begin", "end", "rel", "text", "raw", "quad"])
LEAST = 3
"""So many rows has the shortest: the first, dots, the last."""


def with_grids_of_ones(tokens: list[Token]) -> list[Token]:
    r"""The tokens of a formula with such matrices as parentheses of rows.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> text = r"X = \begin{bmatrix} 1 & x_1 \\ \vdots & \vdots \\ 1 & x_n \end{bmatrix}"
    >>> found = with_grids_of_ones(tokenize(Source(text)))
    >>> [x.text for x in found if x.kind in ("num", "dots", "begin")]
    ['1', '1', '\\dots', '\\dots', '1']
    """
    if not any(t.text in DOTS for t in tokens):
        return tokens
    if any(t.kind == "begin" and t.text in BARE for t in tokens):
        tokens = with_brackets_of_arrays(tokens)
    at = next((n for n, t in enumerate(tokens) if t.kind == "rel"), len(tokens)) + 1
    if not NAMED | {"{"} >= {t.kind for t in tokens[: at - 1]}:
        return tokens
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    if (
        stop == len(tokens)
        or tokens[at].kind != "begin"
        or tokens[at].text not in ENCLOSED
        or tokens[stop].kind != "end"
    ):
        return tokens
    rows = _rows(tokens[at + 1 : stop])
    if not rows:
        return tokens
    first, last = tokens[at], tokens[stop]
    return [*tokens[:at], *enclosed([enclosed(r, first, last) for r in rows], first, last), *tokens[stop + 1 :]]


def _rows(inside: Sequence[Token]) -> list[list[list[Token]]]:
    """The rows of cells of such a matrix; none of any other."""
    rows = [split_cells(row, "amp") for row in split_cells(inside, "row")]
    if rows[-1] == [[]]:
        rows.pop()  # behind the last `\\`
    if len(rows) < LEAST or len(rows) > MOST or any(t.kind in STRANGE for t in inside):
        return []
    width, dotted = len(rows[0]), rows[-2]
    if not any(map(_is_dots, dotted)) or any(c and not _is_dots(c) for c in dotted) or len(dotted) > width:
        return []
    whole = [*rows[:-2], rows[-1]]
    ones = any(all([t.text for t in row[n]] == ["1"] for row in whole if len(row) == width) for n in (0, width - 1))
    if not ones or not 1 < width <= MOST or any(len(row) != width or not all(row) for row in whole):
        return []
    filled = [*whole[:-1], [[_a_dot(next(c for c in dotted if c))]] * width, whole[-1]]
    return [[[_a_dot(c)] if _is_dots(c) else list(c) for c in row] for row in filled]


def _is_dots(cell: Sequence[Token]) -> bool:
    return len(cell) == 1 and cell[0].text in DOTS


def _a_dot(cell: Sequence[Token]) -> Token:
    return Token("dots", r"\dots", *cell[0].span)

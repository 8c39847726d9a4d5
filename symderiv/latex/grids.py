r"""Matrices typed entry by entry in a line about a derivative: `\nabla_z C = \begin{pmatrix} a \\ b \end{pmatrix}`.

A matrix becomes a parenthesis of rows, each of them one of entries, with the delimiter `GRID`. Only whole ones: with
dots nobody says how long they are. What defines names by matrices has its own ways; but a matrix before vectors on top
of one another, `V \begin{bmatrix} a \\ b \end{bmatrix}`, may stand in any equation, and a row of blocks behind a
relation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import GRID
from .lexer import Token
from .names import differentials
from .tokens import CLOSING, OPENERS, put_in_place

ENCLOSED = frozenset(["pmatrix", "bmatrix"])
DERIVATIVES = frozenset(["partial", "nabla"])
STRANGE = frozenset(["dots", "begin", "end", "rel", "text", "raw", "quad"])
"""What stands in no matrix that is read."""
NAMED = frozenset(["run", "name", "script", "prime", "num", "font", "}"])
"""Kinds of what names are made of."""
MOST = 8
"""So many rows and columns are read."""


def with_grids(tokens: list[Token]) -> list[Token]:
    """The tokens of a formula with such matrices as parentheses of rows."""
    if not any(t.kind == "begin" and t.text in ENCLOSED for t in tokens):
        return tokens
    first = next((n for n, t in enumerate(tokens) if t.kind == "rel"), 0)
    if tokens[first].text != "=":
        return tokens
    left = tokens[:first]
    if any(t.kind in DERIVATIVES for t in left) or next(differentials(left), None) is not None:
        return put_in_place(tokens, lambda at, _: _grid(tokens, at))
    return put_in_place(tokens, lambda at, _: _grid(tokens, at) if _is_stack(tokens, at) else None)


def _is_stack(tokens: Sequence[Token], at: int) -> bool:
    """Does a column of several names begin there, right behind a name, or a row of them right behind a relation?"""
    if not at or tokens[at].kind != "begin" or tokens[at - 1].kind not in NAMED | {"rel"}:
        return False
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    inside = {t.kind for t in tokens[at + 1 : stop]}
    parted = "amp" if tokens[at - 1].kind == "rel" else "row"
    return parted in inside and NAMED | {parted, "{", "(", ")", "sign", "text"} >= inside


def _grid(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """The parenthesis for a matrix that begins at a position, and the position behind it; None where it has gaps, or
    where none begins."""
    if tokens[at].kind != "begin" or tokens[at].text not in ENCLOSED:
        return None
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    if stop == len(tokens) or tokens[stop].text != tokens[at].text or tokens[stop].kind != "end":
        return None
    rows = [split_cells(row, "amp") for row in split_cells(tokens[at + 1 : stop], "row")]
    if rows and rows[-1] == [[]]:
        rows.pop()  # behind the last `\\`
    widths = {len(row) for row in rows}
    cells = [cell for row in rows for cell in row]
    plain = all(cell and not any(t.kind in STRANGE for t in cell) for cell in cells)
    if len(widths) != 1 or not plain or len(cells) < 2 or max(*widths, len(rows)) > MOST:
        return None
    return _enclosed([_enclosed(row, tokens[at], tokens[stop]) for row in rows], tokens[at], tokens[stop]), stop + 1


def _enclosed(parts: Sequence[Sequence[Token]], first: Token, last: Token) -> list[Token]:
    """Parts with commas between them in the delimiters of a matrix."""
    out = [Token("(", GRID, first.start, first.end)]
    for n, part in enumerate(parts):
        if n:
            out.append(Token("comma", ",", part[0].start, part[0].start))
        out += part
    return [*out, Token(")", GRID, last.start, last.end)]


def split_cells(tokens: Sequence[Token], kind: str) -> list[list[Token]]:
    """What stands between the tokens of a kind that are in no parenthesis."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.kind in OPENERS) - (token.kind in CLOSING)
        if token.kind == kind and not depth:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts

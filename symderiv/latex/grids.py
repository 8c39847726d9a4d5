r"""Matrices typed entry by entry in a line about a derivative: `\nabla_z C = \begin{pmatrix} a \\ b \end{pmatrix}`.

A matrix becomes a parenthesis of rows, each of them one of entries, with the delimiter `GRID`. Only whole ones: with
dots nobody says how long they are. What defines names by matrices has its own ways, and there a row and a column of
dots may stand; but a matrix before vectors on top of one another, `V \begin{bmatrix} a \\ b \end{bmatrix}`, may stand
in any equation, and a row of blocks behind a relation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import GRID
from .lexer import Token
from .names import differentials
from .tokens import CLOSING, OPENERS, put_in_place

ENCLOSED = frozenset(["pmatrix", "bmatrix"])
BRACKETED = {"(": "pmatrix", "[": "bmatrix"}
"""What brings its own parentheses,"""
BARE = frozenset(["array", "matrix"])
"""and what stands between them."""
DERIVATIVES = frozenset(["partial", "nabla"])
STRANGE = frozenset(["dots", "begin", "end", "rel", "text", "raw", "quad"])
"""What stands in no matrix that is read."""
NAMED = frozenset(["run", "name", "script", "prime", "num", "font", "}"])
"""Kinds of what names are made of."""
BEHIND = frozenset(["rel", "quad", "comma", "stop", "sign", "begin", "row", "gap"])
"""What stands behind a matrix that is a side of an equation,"""
BEFORE = BEHIND | {"end", "op", "}", "num"}
"""and before it: a fraction or a number, too."""
LEAST = 3
"""So many rows and columns has the smallest matrix with dots."""
MOST = 8
"""So many rows and columns are read."""


def with_brackets_of_arrays(tokens: list[Token]) -> list[Token]:
    r"""The tokens of a formula with `\begin{bmatrix}` for `\left[ \begin{array}{cc}`; what has relations is no matrix.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> text = r"\left[ \begin{array}{cc} a & b \\ \end{array} \right] = (\begin{array}{c} u = v \end{array})"
    >>> [(x.kind, x.text) for x in with_brackets_of_arrays(tokenize(Source(text)))][:4]
    [('begin', 'bmatrix'), ('run', 'a'), ('amp', '&'), ('run', 'b')]
    >>> [x.text for x in with_brackets_of_arrays(tokenize(Source(text)))][7:9]
    ['(', 'array']
    """
    return put_in_place(tokens, lambda at, _: _bracketed(tokens, at))


def _bracketed(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """The matrix for an array between a parenthesis and the one that closes it, and the position behind it."""
    opened, array = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    name = BRACKETED.get(opened.text) if opened.kind == "(" else None
    if name is None or array.kind != "begin" or array.text not in BARE:
        return None
    stop = next((n for n in range(at + 2, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    inside = tokens[at + 2 : stop]
    closed = stop + 1 < len(tokens) and tokens[stop].text == array.text and tokens[stop + 1].kind == ")"
    if not closed or any(t.kind == "rel" for t in inside):
        return None
    first = Token("begin", name, opened.start, array.end)
    return [first, *inside, Token("end", name, tokens[stop].start, tokens[stop + 1].end)], stop + 2


def with_grids(tokens: list[Token]) -> list[Token]:
    """The tokens of a formula with such matrices as parentheses of rows."""
    if any(t.kind == "begin" and t.text in BARE for t in tokens):
        tokens = with_brackets_of_arrays(tokens)
    if not any(t.kind == "begin" and t.text in ENCLOSED for t in tokens):
        return tokens
    first = next((n for n, t in enumerate(tokens) if t.kind == "rel"), 0)
    if tokens[first].text != "=":
        return tokens
    left = tokens[:first]
    if any(t.kind in DERIVATIVES for t in left) or _is_upright(left) or next(differentials(left), None) is not None:
        return put_in_place(tokens, lambda at, _: _grid(tokens, at))
    entries = any(_is_of_entries(_behind_one(tokens, n)) for n, t in enumerate(tokens) if t.kind == "begin")

    named = all(t.kind in NAMED or t.text == "{" for t in left)

    def grid(at: int) -> tuple[list[Token], int] | None:
        if named and at == first + 1 and _is_side(tokens, at) and (found := _grid(tokens, at, with_dots=True)):
            return found
        return _grid(tokens, at) if (entries and _is_side(tokens, at)) or _is_stack(tokens, at) else None

    return put_in_place(tokens, lambda at, _: grid(at))


def _behind_one(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The tokens with which a matrix begins, without a 1 on top of the rest."""
    one = [t.text for t in tokens[at + 1 : at + 2]] == ["1"] and [t.kind for t in tokens[at + 2 : at + 3]] == ["row"]
    return [tokens[at], *tokens[at + 3 : at + 6]] if one else tokens[at : at + 4]


def _is_of_entries(tokens: Sequence[Token]) -> bool:
    """Does a matrix begin there with a name with an index, which may have a number behind its letter, `h1_{2}`?"""
    kinds = [t.kind for t in tokens]
    if len(kinds) < len(("begin", "h", "_")) or kinds[1] not in ("name", "run", "font"):
        return False
    return tokens[2].text in ("_", "{") or (kinds[1:3] == ["run", "num"] and tokens[-1].text == "_")


def _is_upright(left: Sequence[Token]) -> bool:
    r"""Is it a fraction with an upright d above and below, `\frac{\mathrm{d}J}{\mathrm{d}A}`?"""
    signs = [n for n, t in enumerate(left) if (t.kind, t.text) == ("font", "mathrm") and _is_d(left[n + 1 :])]
    return len(signs) > 1 and any(t.kind == "frac" for t in left[: signs[0]])


def _is_d(tokens: Sequence[Token]) -> bool:
    return [t.text for t in tokens[:3]] == ["{", "d", "}"] or tokens[0].text == "d"


def _is_side(tokens: Sequence[Token], at: int) -> bool:
    """Does a matrix begin there that is a side of an equation, or a factor or term of one made of such alone?"""
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    before = tokens[at - 1].kind if at else "quad"
    behind = tokens[stop + 1].kind if stop + 1 < len(tokens) else "quad"
    times = [t.kind for t in tokens[stop + 1 : stop + 3]] == ["op", "begin"]
    return before in BEFORE and (behind in BEHIND or times)


def _is_stack(tokens: Sequence[Token], at: int) -> bool:
    """Does a column of several names begin there, right behind a name, or a row of them right behind a relation?"""
    if not at or tokens[at].kind != "begin" or tokens[at - 1].kind not in NAMED | {"rel"}:
        return False
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    inside = {t.kind for t in tokens[at + 1 : stop]}
    parted = "amp" if tokens[at - 1].kind == "rel" else "row"
    return parted in inside and NAMED | {parted, "{", "(", ")", "sign", "text"} >= inside


def _grid(tokens: Sequence[Token], at: int, with_dots: bool = False) -> tuple[list[Token], int] | None:
    """The parenthesis for a matrix that begins at a position, and the position behind it; None where it has gaps, or
    where none begins; `with_dots` for one that has a row and a column of dots, and for no other."""
    if tokens[at].kind != "begin" or tokens[at].text not in ENCLOSED:
        return None
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in ("begin", "end")), len(tokens))
    if stop == len(tokens) or tokens[stop].text != tokens[at].text or tokens[stop].kind != "end":
        return None
    rows = [split_cells(row, "amp") for row in split_cells(tokens[at + 1 : stop], "row")]
    if rows and rows[-1] == [[]]:
        rows.pop()  # behind the last `\\`
    widths = {len(row) for row in rows}
    if with_dots and not _is_dotted(rows):
        return None
    cells = [cell for row in rows for cell in row if not with_dots or not _is_dots(cell)]
    plain = all(cell and not any(t.kind in STRANGE for t in cell) for cell in cells)
    if len(widths) != 1 or not plain or len(cells) < 2 or max(*widths, len(rows)) > MOST:
        return None
    return enclosed([enclosed(row, tokens[at], tokens[stop]) for row in rows], tokens[at], tokens[stop]), stop + 1


def _is_dotted(rows: Sequence[Sequence[Sequence[Token]]]) -> bool:
    """Has a matrix with rows of one length a row of dots and a column of dots?"""
    whole = len({len(row) for row in rows}) == 1 and min(len(rows), len(rows[0])) >= LEAST
    return (
        whole
        and any(all(map(_is_dots, row)) for row in rows)
        and any(all(map(_is_dots, c)) for c in zip(*rows, strict=True))
    )


def _is_dots(cell: Sequence[Token]) -> bool:
    return len(cell) == 1 and (cell[0].kind == "dots" or cell[0].text in (r"\vdots", r"\ddots"))


def enclosed(parts: Sequence[Sequence[Token]], first: Token, last: Token) -> list[Token]:
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

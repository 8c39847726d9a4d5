r"""Vectors told by their entries, `\phi_i = (\Phi_{ij})`, of which words say something else of rows and columns.

The letter of the vector says which row or column of the matrix it is, and it is written as a column. So `the $i$-th
row of $\Phi$`, transposed or not, and `column vector` say no more than the formula. Of a row vector, of the i-th
column, or with words about rows and columns that are not known, lines with the vector are not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Statement
from ....pattern import lazily
from ...asked import where
from ...located import Located
from ...shapes.rows_told import COLUMNS
from ...spelled.shape import shape_of
from .rows_doubted import AXIS, NOT_SAID
from .vectors_of_entries import slice_told

_NUMBER = r"(?:\$\s*(?P<{0}>[a-z])\s*\$|(?<![A-Za-z\\])(?P<{0}2>[a-z]))\s*-?\s*"
_TH = r"(?:th|te[nrs]?|i?[èe]me|e|[ée]sim[ao]|[ао]?[яйеую]|ой|番目の)?\s*"
NUMBERED = lazily(
    rf"{_NUMBER.format('n')}{_TH}(?:(?P<row>row|Zeile|ligne|fila|linha|riga|строк\w*|行)"
    r"|(?P<column>column|Spalte|colonne|columna|coluna|colonna|столб\w*|列))(?![ -]?(?:vect|вект|ベク|向量))",
)
"""A row or a column by the letter that numbers it."""
HARMLESS = lazily(r"行列|[系数配並排]列|実行|先行|並行|行動|行[うわいえっき]")


def _tells(s: Statement) -> bool:
    return _vector(s.chain) is not None


@where(_tells)
def without_vectors_doubted(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document, those with such vectors not read.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = "$u_i = (X_{ij})$ is the $i$-th %s of $X$. $$ y_i = w^T u_i $$"
    >>> pages = [read_formulas(parse_document(text % words)) for words in ("row", "column")]
    >>> [type(without_vectors_doubted(p)[-1][1]).__name__ for p in pages]
    ['Formula', 'ReadError']
    """
    doubted = set(_doubted(located))
    return [(d, _unread(f, doubted)) for d, f in located] if doubted else list(located)


def _doubted(located: Sequence[Located]) -> Iterator[tuple[object, ...]]:
    for display, f in located:
        for s in f.statements if isinstance(f, Formula) else ():
            told = _vector(s.chain)
            if told is not None and _says_otherwise(*told[1:], display):
                yield _kind(told[0])


def _vector(c: Chain) -> tuple[Name, str, bool] | None:
    """The vector, the letter that it carries, and whether it is a row of the matrix of its entries."""
    found, whole = slice_told(c), c.members[0]
    shape = shape_of(whole) if found is not None and isinstance(whole, Name) else None
    if found is None or shape is None or not isinstance(whole, Name) or shape.letters[0] is None:
        return None
    return whole, shape.letters[0], found[0] != whole


def _says_otherwise(letter: str, is_row: bool, display: Display) -> bool:
    """Does its sentence say something of rows or columns that the formula does not?"""
    words = f"{display.before} {display.after}"
    rest = COLUMNS.sub(" ", words)
    for said in NUMBERED.finditer(rest):
        if (said["n"] or said["n2"]) != letter or (said["row"] is not None) != is_row:
            return True
    rest = NUMBERED.sub(" ", rest)
    return AXIS.search(HARMLESS.sub(" ", rest)) is not None or (rest != words and NOT_SAID.search(words) is not None)


def _kind(x: Name) -> tuple[object, ...]:
    return x.base, x.font, x.accents


def _unread(f: Formula | ReadError, doubted: Collection[tuple[object, ...]]) -> Formula | ReadError:
    """A formula, or why it is not read; what only tells of such a vector says nothing then."""
    if isinstance(f, ReadError):
        return f
    kept = tuple(s for s in f.statements if (told := _vector(s.chain)) is None or _kind(told[0]) not in doubted)
    met = [x for s in kept if s.chain.relations for x in t.of_kind(s, Name) if _kind(x) in doubted]
    if met:
        return ReadError(f"it is not clear whether `{met[0].base}` is a row or a column", f.here)
    return f if len(kept) == len(f.statements) else replace(f, statements=kept)

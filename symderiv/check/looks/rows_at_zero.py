r"""Matrices of which a page has a row 0 of biases, `W_{0k} + \sum_{j=1}^M H_j W_{jk}`, in derivatives by the whole.

`W_{0k}` is an entry of W by its letter, and words or ranges may say so of `w_{0k}` (`with rows from 0`). A line that is
right for the rows from 1 alone is open then, unless the page says of the matrix how many rows it has. A `w_{k0}` in the
small letter of the matrix is a bias of its own if nothing says otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...affine import Affine, affine
from ...domain import bounds
from ...expr import Partial, Var, Variable, of_kind
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link
from ..words.spoken import spoken

FROM_ZERO = lazily(
    r"\b(?:rows?|columns?|ind(?:ex|ices)|numbered|count(?:ed|ing)|start(?:s|ing)?|begin(?:s|ning)?|run(?:s|ning)?)\s+"
    r"(?:[a-z]+\s+|\$[^$]*\$\s+){0,4}?(?:from|at|with)\s+\$?\s*(?:0|zero)\b"
    r"|\b(?:row|column|Zeile|Spalte|ligne|colonne)\s+\$?\s*0\b|\b(?:Zeilen?|Spalten?)\s+(?:ab|von)\s+\$?\s*0\b"
    r"|\b(?:lignes?|colonnes?|filas?|columnas?)\s+(?:à partir de|desde)\s+\$?\s*0\b|\b0\s*\$?\s*(?:から|行目|列目|开始)"
    r"|从\s*\$?\s*0",
    re.I,
)
"""Words by which there is a row, or a column, 0."""
RANGE = r"0\s*\\leq?(?![a-z])\s*{0}(?![a-z])|(?<![A-Za-z\\{{]){0}\s*=\s*0\s*,|(?<![A-Za-z\\]){0}\s*\\in\s*\\\{{\s*0\s*,"
"""A range by which a letter runs from 0."""
DETAIL = "is the entry 0 one of `{}`?"
ZERO, ONE = affine(0), affine(1)
PAIR = 2


def unless_row_at_zero(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a right line by a matrix as a whole that may have one more row, or column."""
    places = _from_zero(link.system) if verdict.judgement is Judgement.RIGHT else {}
    for x in (y.wrt for side in (link.left, link.right) if places for y in of_kind(side, Partial)):
        name = split_key(x.variable.key)[0]
        letter = re.sub(r"\\[A-Za-z]+|[{}]", "", name).upper()
        left_out = any(_is_left_out(link, x, n, end) for n, end in places.get(x.variable, ()))
        whole = left_out and _typed(letter).search(link.written.latex) is not None
        if whole and (name.upper() == name or _says_so(link, x.variable)):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(letter))
    return verdict


@of_this_object(8)
def _from_zero(system: System) -> dict[Variable, tuple[tuple[int, Affine], ...]]:
    """The given matrices of which an index begins at 0: its place, and how far it goes."""
    found = {}
    for p in system.pieces:
        if p.body is None and len(p.letters) == p.variable.arity == PAIR:
            ends = [bounds(p.domain, x, system.context) for x in p.letters]
            places = tuple((n, b.uppers[0]) for n, b in enumerate(ends) if b.lowers == (ZERO,) and len(b.uppers) == 1)
            found.update({p.variable: places} if places else {})
    return found


def _is_left_out(link: Link, x: Var, n: int, end: Affine) -> bool:
    """Does a line begin at 1 there, of a matrix of which the page does not say how many rows or columns it has?"""
    letter = x.indices[n].letter
    if letter is None or bounds(link.full, letter, link.system.context).lowers != (ONE,) or end.letter is None:
        return False
    size = re.escape(end.letter.name)
    sized = rf"\\times\s*\{{?\s*{size}(?![A-Za-z])" if n else rf"(?<![A-Za-z\\]){size}\s*\}}?\s*\\times"
    return re.search(sized, link.page) is None


def _says_so(link: Link, v: Variable) -> bool:
    """Do words say that something is counted from 0, or has the letter of such an index a range from there?"""
    letters = [p.letters[n].name for p in link.system.of(v) for n, _ in _from_zero(link.system)[v]]
    ranges = "|".join(RANGE.format(re.escape(x)) for x in letters)
    return re.search(ranges, link.page) is not None or FROM_ZERO.search(spoken(link.page)) is not None


@lru_cache(maxsize=64)
def _typed(letter: str) -> re.Pattern[str]:
    """The letter of a matrix where it stands without indices, with a label at most."""
    label = r"(?:[_^]\s*(?:\{\s*\(?\d\)?\s*\}|\d))?"
    return re.compile(rf"(?<![A-Za-z\\]){re.escape(letter)}\s*\}}?\s*{label}(?![A-Za-z0-9])(?!\s*\}}?\s*[_(])")

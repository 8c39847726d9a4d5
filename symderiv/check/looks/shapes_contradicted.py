r"""Matrices that a page declares in one order and uses in the other: `A \in \mathbb{R}^{h \times k}` beside
`y_j = \sum_{i=1}^k a_{ij} x_i` with `j = 1, \dots, h`; or declares twice, with other sizes.

Either the declaration or the entries are turned round, and nothing tells which: a line in which the matrix stands as a
whole is left open, also where its shapes do not fit. Lines by entries say themselves which index is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...affine import Affine
from ...domain import bounds
from ...errors import ReadError, ShapeError
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Piece, System
from ..link import Link

_FONT = r"\\(?:mathbf|boldsymbol|bm|mathrm)\s*"
_NO_GRADIENT = r"(?<!\\partial )(?<!\\partial)"
_NAME = (
    rf"{_NO_GRADIENT}(?:{_FONT}\{{\s*[A-Z]\s*\}}|{_FONT}[A-Z]|(?<![A-Za-z\\])[A-Z])"
    r"(?:\s*[_^]\s*(?:\{\s*\(?\w\)?\s*\}|\w))?"
)
_SIZES = r"\{?\s*(?P<rows>[A-Za-z])\s*\}?\s*\\times\s*\{?\s*(?P<columns>[A-Za-z])\s*\}?"
_ENTRIES = r"(?P<entry>[A-Za-z]|\\[a-z]+)\s*_\s*\{"
DECLARED = (
    lazily(
        rf"(?P<name>{_NAME}(?:\s*,\s*{_NAME})*)\s*(?:=\s*\(\s*{_ENTRIES}[^{{}}]*\}}\s*\)\s*)?\\in\s*\\mathbb\s*\{{?\s*R\s*\}}?\s*\^\s*"
        rf"\{{\s*{_SIZES}\s*\}}"
    ),
    lazily(rf"(?P<name>{_NAME})\s*\$\s+(?:is|be)\s+(?:an?|the)\s+(?:\w+\s+){{0,2}}?\$\s*{_SIZES}\s*\$(?P<entry>)"),
    lazily(rf"(?P<name>{_NAME})\s*\$\s*(?:は|是)\s*(?:一个)?\s*\$\s*{_SIZES}\s*\$(?P<entry>)"),
    lazily(
        rf"(?P<name>{_NAME})\s*\$\s*(?:[(:,]|\b(?:is|be|has|have|ist|sei|hat|est|a|es|tiene|è|ha)\b)\s*"
        rf"(?:\b(?:an?|of|the|eine?|die|une|de|la|una?)\s+)?(?:\b(?:size|shape|dimensions?|Größe|taille|tamaño)\s+)?"
        rf"\$\s*{_SIZES}\s*\$(?P<entry>)"
    ),
    lazily(rf"\$\s*{_SIZES}\s*\$[-\s]*(?:\w+\s+)?[Mm]atri\w*\s+\$\s*(?P<name>{_NAME})\s*\$(?P<entry>)"),
    lazily(
        rf"(?P<name>{_NAME})\s*\$\s+(?:has|with|have)\s+\$\s*(?P<rows>[A-Za-z])\s*\$\s+rows?,?\s+and\s+"
        r"\$\s*(?P<columns>[A-Za-z])\s*\$\s+columns?(?P<entry>)"
    ),
)
"""How a page declares a matrix,"""
WITH_ENTRIES = lazily(
    rf"\s*\$?\s*(?:\w+\s+){{0,4}}?\w*(?:entries|elements|coefficients|components|Einträgen?|Elementen?|成分|要素|元素)\w*"
    rf"\s*\$\s*\(?\s*{_ENTRIES}"
)
"""and what its entries are, behind that."""
PAIR = 2
TWICE = "the page says that `{}` has {} by {} entries, and also that it has {} by {}"
DETAIL = "the page declares `{}` with {} by {} entries, and uses {} by {}"


def contradicted(system: System, page: str, latex: str) -> str | None:
    """What to say of a line with such a matrix in it; None of any other."""
    if r"\times" not in page:
        return None
    return next((said for whole, said in _contradicted(system, page) if whole.search(latex) is not None), None)


def unless_shape_contradicted(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line with a matrix that is declared in one order and used in the other."""
    said = contradicted(link.system, link.page, link.written.latex)
    return verdict if said is None else Verdict(Judgement.UNPROVED, detail=said)


def misfit_by_declaration(problem: ReadError, system: System, page: str, latex: str) -> str | None:
    """What to say of a line with such a matrix whose shapes do not fit."""
    return contradicted(system, page, latex) if isinstance(problem, ShapeError) else None


@of_this_object(8)
def _contradicted(system: System, page: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return (*_found(system, page), *_told_twice(page))


def _told_twice(page: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """The matrices of which a page says two sizes, as they are typed, with what to say of it."""
    first: dict[str, tuple[str, str]] = {}
    for m in (m for pattern in DECLARED for m in pattern.finditer(page)):
        for name in re.findall(_NAME, m["name"]):
            here = m["rows"], m["columns"]
            if first.setdefault(name, here) != here:
                yield _typed(name), TWICE.format(name, *first[name], *here)


def _found(system: System, page: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """How the matrices that are declared so are typed, each with what to say of it."""
    tables = [(base, labels, ends) for p in system.pieces for base, labels, ends in _tables(p, system)]
    for m in (m for pattern in DECLARED for m in pattern.finditer(page)):
        rows, columns = m["rows"], m["columns"]
        behind = WITH_ENTRIES.match(page, m.end())
        entry = m["entry"] or (behind["entry"] if behind is not None else "")
        turned = [(base, labels) for base, labels, ends in tables if ends == (columns, rows) != (rows, columns)]
        for name in re.findall(_NAME, m["name"]) if turned else ():
            letter, *own = _signs(name)
            if any(base == entry or (_signs(base), labels) == ([letter], own) for base, labels in turned):
                yield _typed(name), DETAIL.format(name, rows, columns, columns, rows)


def _typed(name: str) -> re.Pattern[str]:
    """The name where it stands as a whole, with nothing below that is not its own."""
    return re.compile(r"(?<![A-Za-z\\])" * name[:1].isalpha() + re.escape(name) + r"(?![A-Za-z])(?!\s*\}?\s*\)?\s*_)")


def _tables(p: Piece, system: System) -> Iterator[tuple[str, list[str], tuple[str, str]]]:
    """The letter of a variable with two indices, its labels, and how far both indices go, from 1 to a letter."""
    if len(p.letters) != PAIR or p.variable.arity != PAIR:
        return
    base, above, below, _ = split_key(p.variable.key)
    found = [bounds(p.domain, x, system.context) for x in p.letters]
    if all(len(b.uppers) == 1 and _size(b.uppers[0]) for b in found):
        labels = [x for x in (*above, *below) if x is not None]
        yield base, labels, (_size(found[0].uppers[0]), _size(found[1].uppers[0]))


def _size(end: Affine) -> str:
    return "" if end.letter is None else end.letter.name


def _signs(name: str) -> list[str]:
    """The letters, digits and primes of a name in any font."""
    return re.findall(r"[A-Za-z0-9']", re.sub(_FONT, "", name))

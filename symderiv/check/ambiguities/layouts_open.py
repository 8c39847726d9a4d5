r"""Derivatives of which words of a page leave open how they stand: a line is judged that is the same in each layout.

Where no words speak of it, a page may still write all of them transposed: gradients by vectors as rows, `\frac{\partial
L}{\partial x} = \delta^T W`, and so those by matrices, `\frac{\partial L}{\partial W} = x \delta^T`. Beside such a
row a line that is wrong and right so is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ...errors import ReadError
from ...notation import BY_MATRICES, BY_VECTORS, OF_NUMBERS
from ...pattern import lazily
from ...read import Reading
from ...resolve.chosen import BY_COLUMNS, TRANSPOSED
from ..completion.clashes import Whole, read_otherwise
from ..link import Line, Outcome, Stance

TURNED = ((), (OF_NUMBERS, BY_MATRICES), (BY_MATRICES, BY_VECTORS), (OF_NUMBERS, BY_VECTORS))
"""The kinds of which derivatives are transposed: of any two each stands in each way beside each way of the other."""

_MARK = r"\s*\^\s*\{?\s*(?:\\(?:math|bm|rm|sf|text)\w*\s*\{?\s*)?(?:[Tt](?![A-Za-z])|\\top|\\intercal)"
MARKED = lazily(rf"(?:[^}}\s]|\{{[^{{}}=]*\}}|\}}\s*\}}){_MARK}")
MARK = lazily(_MARK.removeprefix(r"\s*"))
"""A mark of a transposition behind what may have one, and the mark alone, which is found more quickly."""
OF_ROWS = lazily(
    r"\^\{[^{}]+T\}|\}\s*\^\s*\{?\s*\\(?:top|intercal)|[ᵀ⊤]"
    r"|(?<![A-Za-z\\])[A-Z]\s*['’]|\b(?:[Rr]ows?|[Zz]eile|[Ll]igne|[Ff]ila|[Rr]iga|[Rr]ighe|[Ll]inha|строк)|行|행|1\s*\\times"
)
"""Another one, or words for rows."""


def speaks_of_rows(text: str) -> bool:
    """Does a page write a transposition, or speak of rows? If not, no gradient of it is a row.

    >>> [speaks_of_rows(x) for x in ("$x^T$", "$w^{(2)T}$", "Rows", "$T^2$", "$w^{(2)}$")]
    [True, True, True, False, False]
    """
    return (MARK.search(text) is not None and MARKED.search(text) is not None) or OF_ROWS.search(text) is not None


def with_layouts_otherwise(
    lines: Sequence[Line], page: Whole, read: Callable[[frozenset[str]], Reading]
) -> Iterator[Whole]:
    """The page in the readings that `read` gives, in which derivatives of such kinds are transposed.

    Where words call gradients transposed an error may still be typed as a column: what is wrong is open if it is right
    in the reading in which they may stand in either way.
    """
    layouts = page.reading.layouts
    if not layouts or not any(o.right or o.wrong for x in lines for o in x.outcomes):
        return
    wrong = frozenset(x.written.number for x in lines if any(o.wrong for o in x.outcomes))
    as_read = {frozenset[str]()} if layouts == {BY_MATRICES} else set[frozenset[str]]()
    for kinds in sorted({layouts.intersection(kinds) for kinds in TURNED} - as_read, key=sorted):
        found = _if_another(page, partial(read, kinds))
        if found is not None and TRANSPOSED not in layouts:
            yield replace(found, stance=Stance.LAID)
        elif found is not None and wrong:
            yield replace(found, stance=Stance.OTHER, of=wrong)


def with_all_turned(
    text: str, lines: Sequence[Line], page: Whole, read: Callable[[frozenset[str]], Reading]
) -> Iterator[Whole]:
    """The page, without words about it, in readings in which derivatives by matrices stand transposed; for its wrong
    lines, and where one line that is read has a gradient as a row."""
    wrong = frozenset(x.written.number for x in lines if any(_may_be_turned(o) for o in x.outcomes))
    if not wrong or page.reading.layouts or not speaks_of_rows(text):
        return
    columns = read_otherwise(page, partial(read, frozenset([BY_COLUMNS])))
    if columns is None or _unread(columns.reading) <= _unread(page.reading):
        return
    for kinds in (frozenset([BY_MATRICES]), frozenset([BY_MATRICES, OF_NUMBERS])):
        found = _if_another(page, partial(read, kinds))
        if found is not None:
            yield replace(found, stance=Stance.OTHER, of=wrong)


def _if_another(page: Whole, read: Callable[[], Reading]) -> Whole | None:
    """The page in the reading that `read` gives, if any formula says another thing in it: most say how a gradient is
    computed and nothing that depends on how it stands."""
    found = read_otherwise(page, read)
    is_same = found is not None and found.system == page.system and _said(found.reading) == _said(page.reading)
    return None if is_same else found


def _said(reading: Reading) -> list[tuple[object, ...]]:
    """What its chains say."""
    return [
        (
            w.number,
            w.span,
            tuple(str(m) if isinstance(m, ReadError) else m for m in w.members),
            (w.relations, w.defines, w.restates, w.ranges, w.where, w.perhaps, w.of_sums),
        )
        for w in reading.claims
    ]


def _may_be_turned(o: Outcome) -> bool:
    return o.wrong and r"\partial" in o.judged.latex


def _unread(reading: Reading) -> frozenset[int]:
    return frozenset(w.number for w in reading.claims if any(isinstance(m, ReadError) for m in w.members))

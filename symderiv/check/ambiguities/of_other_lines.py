r"""What stands behind one line as its condition, `.. ( $W = W^T$ )`, is no fact of the page: no other line rests on it.

A page is read with all that it says. A line that is right or wrong then, and not without the conditions of other lines,
is left open: whether they are its conditions, too, the page does not say. So is what rests on a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ...document.behind_lines import DERIVES, NO_LINE, Gone, OfALine, conditions_of_lines
from ...read import Reading
from ..completion.clashes import Whole, read_otherwise
from ..link import Line, Stance

MOST_SETS = 4
"""So many different sets of conditions are asked about one by one; lines with further ones are judged without any."""


def without_conditions_of_others(
    text: str, lines: Sequence[Line], page: Whole, read: Callable[[tuple[Gone, ...]], Reading]
) -> Iterator[Whole]:
    """For the lines with one set of conditions each the page as `read` reads it without those of other lines."""
    judged = [x for x in lines if any(o.right or o.wrong for o in x.outcomes)]
    told = conditions_of_lines(text) if judged else ()
    found = _of_claims(told, lines, page.reading) if told else []
    if not found:
        return
    unsure = {c.gone for c in found if not c.sure}
    sets: dict[frozenset[str], set[int]] = {}
    for line in judged:
        row = line.written.place.line
        own = frozenset(c.typed for c in found if c.first <= row <= c.last and c.gone not in unsure)
        own = own if own in sets or len(sets) < MOST_SETS else frozenset()
        sets.setdefault(own, set()).add(line.written.number)
    for own, numbers in sets.items():
        gone = tuple(dict.fromkeys(c.gone for c in found if c.typed not in own or c.gone in unsure))
        if gone:
            yield _without(page, gone, numbers, read)


def _without(
    page: Whole, gone: tuple[Gone, ...], numbers: set[int], read: Callable[[tuple[Gone, ...]], Reading]
) -> Whole:
    """The page without some conditions; where it does not hold together so, without any lines."""
    other = read_otherwise(page, lambda: read(gone)) or replace(page, reading=replace(page.reading, claims=()))
    return replace(other, stance=Stance.BESIDE, of=frozenset(numbers), gone=gone)


def _of_claims(told: Sequence[OfALine], lines: Sequence[Line], reading: Reading) -> list[OfALine]:
    """Those that stand behind what is judged; of those that may say what a name is, the ones that define nothing."""
    rows = {x.written.place.line for x in lines if not x.written.inline or DERIVES.search(x.written.latex)}
    defining = {"".join(w.latex[slice(*(w.span or (0, None)))].split()) for w in reading.claims if w.defines}
    behind = [c for c in told if (c.first, c.last) == NO_LINE or any(c.first <= row <= c.last for row in rows)]
    return [c for c in behind if not (c.told and c.typed in defining)]

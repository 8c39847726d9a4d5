r"""Targets of a softmax of which nothing is said: do they add up to one?

Nearly all do, and few pages say so. A line that is wrong for any targets and right for such, `\partial E/\partial a_k =
y_k - t_k`, is left open; one that is wrong in both cases is wrong. So it is beside a line that claims it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from ...expr import Apply, Expr, Num, Sum, Var, Variable, of_kind
from ...read import Reading
from ..completion.clashes import Whole, read_otherwise
from ..link import Line, Outcome, Stance


def with_targets_adding_up(lines: Sequence[Line], page: Whole, read: Callable[[bool], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which they add up; none where no line is wrong.

    `read` is told whether a line claims it.
    """
    wrong = [o for line in lines for o in line.outcomes if o.wrong]
    if not wrong or not _has_softmax(page.reading):
        return ()
    claimed = any(map(_claims_it, wrong))
    found = read_otherwise(page, lambda: read(claimed))
    if found is None or found.reading.draft.assumptions == page.reading.draft.assumptions:
        return ()
    new = [a for a in found.reading.draft.assumptions if a not in page.reading.draft.assumptions]
    if {v for a in new for v in _added(a.left)} <= {v for a in page.reading.draft.assumptions for v in _added(a.left)}:
        return ()  # the page says itself what they add up to, as over pairs: `\sum_{ij} p_{ij} = 1`
    return (replace(found, stance=Stance.ADDING_UP),)


def _added(e: Expr) -> frozenset[Variable]:
    """What a sum adds up, if it is one of entries alone."""
    summed = isinstance(e, Sum)
    while isinstance(e, Sum):
        e = e.body
    return frozenset({e.variable}) if summed and isinstance(e, Var) else frozenset()


def _claims_it(o: Outcome) -> bool:
    r"""Is it `\sum_k t_k = 1`?"""
    link = o.link
    summed = link is not None and isinstance(link.left, Sum) and isinstance(link.left.body, Var)
    return link is not None and summed and link.right == Num(Fraction(1))


def _has_softmax(reading: Reading) -> bool:
    """Do definitions of the page add up, and take exponentials?"""
    bodies = [d.body for d in reading.draft.definitions]
    taken = any(x.function == "exp" for e in bodies for x in of_kind(e, Apply))
    return taken and any(of_kind(e, Sum) for e in bodies)

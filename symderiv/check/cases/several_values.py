r"""Names that a page gives two numbers one after the other: `w = 0.5` at first, `w = 0.42` after an update.

Each is the value of an example and none what the name is. Of the two the first is taken for the definition, so a line
that rests on the name is judged at the first example; from the second value on it may be about the other one. There
only what is right whatever the value stays right, and nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from ...errors import ReadError
from ...expr import Expr, Var, Variable, free, variables
from ...notation import EQUALITIES
from ...read import Reading, Written
from ...step import Judgement, Verdict
from ..known.rests import rests
from ..link import Link
from .pinned import Order, order_of, with_any_value

DETAIL = "the page gives `{}` more than one value, and it is not clear which is meant here"


@dataclass(frozen=True, slots=True)
class Valued:
    """A name with several values, as it is typed, and where on the page it gets the second one."""

    name: Variable
    shown: str
    second: Order


def several_values(reading: Reading) -> tuple[Valued, ...]:
    """The names of a page that equations of their own set to one number here and to another there."""
    found: dict[Var, list[tuple[Order, Expr, str]]] = {}
    for w in reading.claims:
        for entry, number, shown in _numbers(w):
            found.setdefault(entry, []).append((order_of(reading, w), number, shown))
    return tuple(_valued(found))


def _valued(found: dict[Var, list[tuple[Order, Expr, str]]]) -> Iterator[Valued]:
    for entry, told in found.items():
        if len(told) > 1:
            told.sort(key=lambda x: x[0])
            second = next((order for order, number, _ in told if number != told[0][1]), None)
            if second is not None:
                yield Valued(entry.variable, told[0][2], second)


def _numbers(w: Written) -> Iterator[tuple[Var, Expr, str]]:
    """The name and the number in an equation of these two."""
    conditional = w.where or w.perhaps or w.given or w.ranges or w.struck or w.refused is not None
    if conditional or len(w.members) != 2 or w.relations[0] not in EQUALITIES:
        return
    left, right = w.members
    if not isinstance(left, Var) or isinstance(right, ReadError) or free(left) or free(right) or variables(right):
        return
    yield left, right, w.latex[slice(*w.spans[0])].strip() if w.spans else ""


def at_one_of_several(
    link: Link, verdict: Verdict, several: Collection[Valued], here: Order, judge: Callable[[Link], Verdict]
) -> Verdict:
    """The verdict on a link; open below a second value of what it rests on, unless it is right for any value."""
    if not several or verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    mine = [v for v in several if v.second <= here and rests(link.system, (link.left, link.right), v.name)]
    if not mine:
        return verdict
    if verdict.judgement is Judgement.RIGHT:
        system = with_any_value(link.system, {v.name for v in mine})
        if judge(replace(link, system=system)).judgement is Judgement.RIGHT:
            return verdict
    return Verdict(Judgement.UNPROVED, detail=DETAIL.format(mine[0].shown))

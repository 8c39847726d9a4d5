r"""Sums of data that a page says are 1, `since the probabilities add up, $\sum_k y_k = 1$`, where it was not understood
as something that is assumed.

No page proves that of its data: it says what they are. So it is no slip, and what is wrong for any other data may hold
for these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...expr import ONE, Expr, Partial, Sum, Var, Variable, of_kind, variables
from ...latex.scripts import variable_latex
from ...network.graph import upstream
from ...step import Judgement
from ..link import Line, Link, Outcome


def with_claimed_sums(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those open that are wrong and rest on such data, and those that say it.

    >>> with_claimed_sums([])
    []
    """
    links = [(o.link, o.wrong) for line in lines for o in line.outcomes if o.link is not None]
    claimed = frozenset(v for link, wrong in links if wrong for v in _claimed(link))
    claimed -= {x.wrt.variable for link, _ in links for e in (link.left, link.right) for x in of_kind(e, Partial)}
    if not claimed:
        return list(lines)
    return [replace(line, outcomes=tuple(_beside(o, claimed) for o in line.outcomes)) for line in lines]


def _claimed(link: Link) -> Iterator[Variable]:
    """What is given and, as a link says, adds up to 1, where nothing is assumed of it otherwise."""
    told = (e for a in link.system.assumptions for e in (a.left, a.right))
    summed = _added_up(link.left) if isinstance(link.left, Sum) and link.right == ONE else None
    if not isinstance(summed, Var) or any(summed.variable in variables(e) for e in told):
        return
    if all(p.body is None for p in link.system.of(summed.variable)):
        yield summed.variable


def _added_up(e: Expr) -> Expr:
    """What one or more sums add up."""
    return _added_up(e.body) if isinstance(e, Sum) else e


def _beside(o: Outcome, claimed: frozenset[Variable]) -> Outcome:
    """The outcome beside what the page says of its data."""
    link = o.link
    if link is None or not o.wrong:
        return o
    names = {u for e in (link.left, link.right) for v in variables(e) for u in (v, *upstream(link.system, v))}
    met = sorted(names & claimed, key=lambda v: v.key)
    if not met:
        return o
    detail = f"the page says that the `{variable_latex(met[0])}` add up to 1, which could not be used"
    return replace(o, judged=replace(o.judged, judgement=Judgement.UNPROVED, detail=detail, counterexample=None))

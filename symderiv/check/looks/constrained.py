r"""Lines on a page that names a constraint, `maximise $J$ subject to $a^T a = 1$`, or has one behind a multiplier.

The values that are looked for meet it, others do not; so the equation itself is no slip where it stands again, and what
is wrong of any values and right of those that meet it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...expr import Add, Mul, Pow, holds_derivative, num, of_kind, variables
from ...pattern import lazily
from ...resolve.definitions.premises import NOT_GIVEN
from ...step import Judgement, Verdict
from ...system import Assumption
from ..cases.required import CONSTRAINED, CONSTRAINT
from ..judge import judge_link
from ..known.told_of_data import is_reached
from ..link import Line, Link, Outcome
from ..links import Links
from ..words.required_abroad import CONSTRAINED_ABROAD
from .by_premises import vanishes_by_premises

MOST = 20
"""So many lines are looked at once more."""
BESIDE = lazily(
    r"(?:(?:subject\s+to|\bs\.\s?t\.?|\bconstrain\w*|制約(?:条件)?|拘束条件|约束|約束|제약|Nebenbedingung\w*|contraintes?)"
    r"[^.。=]{0,60}|条件\s*\$+\s*)\Z",
    re.I,
)
"""Words right before what is typed of a constraint."""
FAR = 100
"""So far before it they are looked for."""
SHORTEST, LONGEST = 3, 200
"""A constraint has so many signs."""
SPACE = r"(?:\\(?:q?quad|[,;:! ])|[\s&{}])"


def with_constraints(lines: Sequence[Line], page: Links) -> list[Line]:
    """The lines of a page, those open that say its constraint, or are right where that holds."""
    wrong = [o for line in lines for o in line.outcomes if o.wrong and o.link is not None]
    if not wrong or len(wrong) > MOST:
        return list(lines)
    judged = [o.link for line in lines for o in line.outcomes if o.link is not None]
    told = [x for w in page.reading.claims if w.inline and not w.claims and (x := page.first(w)) is not None]
    named = tuple(_named([*judged, *told], page.text))
    return [replace(x, outcomes=tuple(_beside(o, named) for o in x.outcomes)) for x in lines] if named else list(lines)


def _named(links: Sequence[Link], text: str) -> Iterator[Link]:
    """The equations of values that words call a constraint, or that are typed behind such words elsewhere."""
    for link in links:
        w = link.written
        if len(w.members) != 2 or w.relations != ("=",) or holds_derivative(link.left) or holds_derivative(link.right):
            continue
        if NOT_GIVEN.search(w.words[0]):
            continue
        said = w.inline and any(p.search(w.words[0]) for p in (CONSTRAINED, CONSTRAINED_ABROAD))
        if said or _is_typed_beside(w.latex, text) or _is_multiplied(link):
            yield link


def _is_multiplied(link: Link) -> bool:
    r"""Does the network multiply what the line says to be 0, `\lambda (\sum_h n_h - n)`, or the square of it?"""
    if link.right != num(0) or not isinstance(link.left, Add):
        return False
    products = (x for p in link.system.pieces if p.body is not None for x in of_kind(p.body, Mul))
    return any(link.left in (f, f.base if isinstance(f, Pow) else None) for x in products for f in x.factors)


def _is_typed_beside(latex: str, text: str) -> bool:
    """Does a formula stand in a text right behind words for a constraint, however it is spaced?"""
    signs = re.sub(SPACE, "", latex).rstrip(".,;")
    pattern = f"{SPACE}*".join(map(re.escape, signs))
    found = re.finditer(pattern, text) if SHORTEST <= len(signs) <= LONGEST else ()
    return any(BESIDE.search(text[max(0, m.start() - FAR) : m.start()]) for m in found)


def _beside(o: Outcome, named: Sequence[Link]) -> Outcome:
    """The outcome, open if it is one of the constraints, or right with those that speak of what it is made of."""
    link = o.link
    if link is None or not o.wrong:
        return o
    if any(link.key == x.key for x in named) or _is_right(link, named):
        judged = replace(o.judged, judgement=Judgement.UNPROVED, detail=CONSTRAINT, counterexample=None)
        return replace(o, judged=judged)
    return o


def _is_right(link: Link, named: Sequence[Link]) -> bool:
    """Is a line right, or unknown, where the constraints hold, and not because both of its sides are 0 there?"""
    told = tuple(Assumption(x.left, x.right) for x in named)
    met = replace(link, system=replace(link.system, assumptions=(*link.system.assumptions, *told)))
    if not is_reached(met.system, link.system, (link.left, link.right)):
        return False
    if _holds_a_multiplier(link, named):
        return True
    found = _judge(met).judgement
    return found is Judgement.UNPROVED or (found is Judgement.RIGHT and not vanishes_by_premises(met, _judge))


def _holds_a_multiplier(link: Link, named: Sequence[Link]) -> bool:
    """Does a line of values hold a number that is given and that no constraint speaks of? Where the derivatives are 0
    it has one value, as `a^T S a = \\lambda`."""
    if holds_derivative(link.left) or holds_derivative(link.right):
        return False
    spoken = {v for x in named for e in (x.left, x.right) for v in variables(e)}
    numbers = {v for e in (link.left, link.right) for v in variables(e) if not v.arity} - spoken
    return any(p.body is None for v in numbers for p in link.system.of(v))


def _judge(x: Link) -> Verdict:
    return judge_link(x.system, x.left, x.right, x.domain, x.where)

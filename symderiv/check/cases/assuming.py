r"""Lines judged with what the page supposes for a while: a function, `$g(s) = \tanh s$ のとき`, a sign, `$u_j > 0$`, or
the value of data, `$y = 1$`.

The line that the supposition stands beside is judged under it: where values are compared, both of its sides times the
step that is 1 where the comparison holds, unless that is nowhere the case. A line further below that is wrong in
general and not under a function is left open: nothing says whether it is still supposed there, unless the line goes
on to name the function (`f'(u_j)`), as who knows what it is need not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeAlias

from ...expr import ONE, ZERO, Apply, Expr, Num, Sum, Var, add, free, mul, neg, of_kind
from ...pattern import lazily
from ...read import Reading
from ...resolve.comparisons.compared import Compared, Equated, Fixed
from ...resolve.functions.supposed import Supposed
from ...step import Evidence, Judgement, Verdict
from ...system import System
from ..known.few_values import differentiated_by
from ..known.ranges import Ranges, open_sums
from ..link import Link, Outcome
from .fixed_data import with_fixed
from .headed_cases import goes_on_to
from .held import is_proved_where
from .open_hinges import hinge, opened

Judge: TypeAlias = Callable[[Link], Verdict]

EVERYWHERE = lazily(r"\b(?:all|throughout|everything|everywhere|whole|always|above)\b", re.I)
"""Words by which a value may be meant for the whole page."""
FROM_HERE = lazily(
    r"\b(?:from (?:now|here) on|here(?:after|inafter)|henceforth|below|follow\w*|rest"
    r"|(?:we|our|in practice|experiments?|assum\w+|suppos\w+|set|fix|take|run|use))\b",
    re.I,
)
"""Words by which it may be meant for more than one line below."""


def _is_for_more(typed: str, page: str, line: int) -> bool:
    """Does a sentence with such words name a value, as typed, so that a line of the page may be meant?"""
    said = re.sub(r"\s+", "", typed)
    at = 0
    for sentence in re.split(r"(?<=[.!?。])\s|\n\s*\n", page):
        at = page.index(sentence, at)
        formulas = (re.sub(r"\s+", "", f) for f in re.findall(r"\$([^$]+)\$", sentence))
        words = re.sub(r"\$[^$]*\$", "", sentence)
        below = page.count("\n", 0, at) + 1 <= line
        if said in formulas and (EVERYWHERE.search(words) or (below and FROM_HERE.search(words))):
            return True
        at += len(sentence)
    return False


@dataclass(slots=True)
class Suppositions:
    """What a page supposes, and what came of it.

    `narrowed`: links that are right under a condition on values or functions only, with what is 1 where it holds and
    else 0, by their keys; 0 where that cannot be said. `used` are the conditions, as typed, by which one was judged.
    """

    reading: Reading
    judge: Judge
    narrowed: dict[tuple[object, ...], Expr] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def verdict(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict on a link, which is not right in general if the one given is not, under what is supposed."""
        written, reading = link.written, self.reading
        verdict = self._of_bounded_data(link, verdict)
        verdict = self._of_values_throughout(link, verdict)
        right = verdict.judgement is Judgement.RIGHT
        if not (reading.supposed or written.given):
            return verdict
        if right and not self._is_told_otherwise(link):
            return self._anew(link, verdict)
        given = _given(link, reading)
        under = None if given is None else _under_given(link, given, self.judge)
        if given is not None and given.aside and under is not None and under.judgement is Judgement.RIGHT:
            under = None
        if given is not None and under is not None:
            self.used.update(written.given)
            if under.judgement is Judgement.RIGHT:
                self.narrowed[link.key] = given.holds
            return under
        return self._anew(link, self._below(link, verdict))

    def apart(self) -> Suppositions:
        """The same, for lines that the page does not have: what comes of them is not kept."""
        return Suppositions(self.reading, self.judge)

    def _of_bounded_data(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict for data that lie as the page says throughout; open if they cannot be found."""
        if verdict.judgement is not Judgement.WRONG:
            return verdict
        bounds = [c for c in self.reading.compared if isinstance(c, Compared) and c.throughout]
        if not bounds:
            return verdict
        found = _under_steps(link, [c.holds for c in bounds], self.judge)
        if found is not None and found.judgement is Judgement.RIGHT and any(c.aside for c in bounds):
            found = None
        typed = " and ".join(f"`{c.typed}`" for c in bounds)
        return found or Verdict(Judgement.UNPROVED, detail=f"it is wrong in general, and for {typed} it is not known")

    def _of_values_throughout(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict; open for a wrong line without a condition that is right for a value of which words say that it
        is meant for more than the line it stands beside, `This all is for $T = 1$, and`, or that heads a case."""
        if verdict.judgement is not Judgement.WRONG or link.written.given:
            return verdict
        values = {c.typed: c for c in self.reading.compared if isinstance(c, Fixed) and not c.contrary}
        place = link.page, link.written.line
        for c in values.values():
            more, headed = _is_for_more(c.typed, *place), goes_on_to(c.typed, *place)
            under = _under_given(link, _Given([], [], [c], [], False), self.judge) if more or headed else None
            if under is not None and under.judgement is Judgement.RIGHT:
                detail = (
                    f"it is wrong in general but not for `{c.typed}`, and it is not clear whether that is meant here"
                )
                return Verdict(Judgement.UNPROVED, detail=detail)
        others = {g: None for w in self.reading.claims for g in w.given if g not in values or values[g].contrary}
        for typed in (x for x in (*values, *others) if goes_on_to(x, *place)):
            if typed in others or _under_given(link, _Given([], [], [values[typed]], [], False), self.judge) is None:
                return Verdict(Judgement.UNPROVED, detail=f"it is wrong in general, and for `{typed}` it is not known")
        return verdict

    def _is_told_otherwise(self, link: Link) -> bool:
        """Is a function that stands beside it something else on the page?"""
        told = {f.name for f in link.system.functions if f.body is not None}
        return any(s.typed in link.written.given and s.function.name in told for s in supposed(self.reading))

    def _anew(self, link: Link, verdict: Verdict) -> Verdict:
        """Open if it is otherwise for a function that the page has said anew since: it may be about either."""
        if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
            return verdict
        told = {f.name: f.body for f in link.system.functions}
        bodies = (b for b in (*(p.body for p in link.system.pieces), *told.values()) if b is not None)
        used = {x.function for e in (link.left, link.right, *bodies) for x in of_kind(e, Apply)}
        # of a function that may be any it is told by `_below` what line is about which
        for s in (s for s in self._above(link) if told.get(s.function.name, ONE) is not None):
            name = s.function.name
            if name in used and (name not in told or self.judge(_with(link, [s])).judgement is not verdict.judgement):
                detail = f"it may be about what line {s.place.line} says, `{s.typed}`, or not, which makes a difference"
                return Verdict(Judgement.UNPROVED, detail=detail)
        return verdict

    def _above(self, link: Link) -> list[Supposed]:
        """The functions that are supposed further up."""
        order = self.reading.order
        here = order(link.written.place.file, link.written.line)
        return [s for s in self.reading.supposed if order(s.place.file, s.place.line) <= here]

    def _below(self, link: Link, verdict: Verdict) -> Verdict:
        """Open if it is wrong in general, but not for the functions that are supposed further up."""
        above = [s for s in self._above(link) if s in supposed(self.reading)]
        named = {x.function for e in (link.left, link.right) for x in of_kind(e, Apply)}
        latest = [s for s in {s.function.name: s for s in above}.values() if s.function.name not in named]
        if verdict.judgement is not Judgement.WRONG or not latest:
            return verdict
        if self.judge(_with(link, latest)).judgement is Judgement.WRONG:
            return verdict
        told = latest[-1]
        detail = f"it is wrong in general but not for `{told.typed}`, which line {told.place.line} supposes"
        return Verdict(Judgement.UNPROVED, detail=detail)


def supposed(reading: Reading) -> list[Supposed]:
    """The functions that lines are judged by."""
    return [s for s in reading.supposed if not s.perhaps]


def with_given_put_in(link: Link, reading: Reading) -> Link:
    """The link over the network with the functions and the values of single numbers that stand beside it, if these are
    all that stands there."""
    given = _given(link, reading)
    if given is None or given.steps or given.equated or any(c.entry.indices for c in given.fixed):
        return link
    return next(with_fixed(_with(link, given.functions), given.fixed), link)


def is_right_where(link: Link, value: Fixed, judge: Judge) -> bool:
    """Is a link right where an entry has a value, whatever stands beside it?"""
    under = _under_given(link, _Given([], [], [value], [], False), judge)
    return under is not None and under.judgement is Judgement.RIGHT


def for_all_data(
    outcomes: Sequence[Outcome], narrowed: Mapping[tuple[object, ...], Expr], judge: Judge
) -> list[Outcome]:
    """The outcomes but for those that hold for some data only, unless there are such for all data: `y = 0`, `y = 1`."""
    cases: dict[tuple[object, ...], dict[Expr, None]] = {}
    for link in (o.link for o in outcomes if o.link is not None and o.link.key in narrowed):
        cases.setdefault((link.left, link.full), {})[narrowed[link.key]] = None

    def counts(link: Link | None) -> bool:
        if link is None or link.key not in narrowed:
            return True
        whole = replace(link, left=add(*cases[link.left, link.full]), right=ONE)
        return judge(whole).judgement is Judgement.RIGHT

    return [o for o in outcomes if counts(o.link)]


@dataclass(frozen=True, slots=True)
class _Given:
    """The conditions beside a line by kind."""

    functions: list[Supposed]
    steps: list[tuple[Expr, Expr]]
    fixed: list[Fixed]
    equated: list[Equated]
    aside: bool

    @property
    def holds(self) -> Expr:
        """What is 1 where all of them hold and else 0, if they are comparisons, else 0."""
        if self.functions or self.equated:
            return ZERO
        return mul(*(step for step, _ in self.steps), *(c.holds for c in self.fixed))


def _given(link: Link, reading: Reading) -> _Given | None:
    """The conditions beside a line; None where there are none, or not all of these kinds."""
    functions = {s.typed: s for s in supposed(reading)}  # the same may be supposed in several places
    values = {c.typed: c for c in reading.compared}
    values |= {c.typed: replace(c, line=None) for c in reading.compared if isinstance(c, Fixed)}
    own = [c for c in reading.compared if isinstance(c, (Compared, Fixed)) and c.line == link.written.place]
    values |= {c.typed: c for c in sorted(own, key=lambda c: c.aside, reverse=True)}  # what surely is of the line, last
    given = link.written.given
    if not given or any(g not in functions and g not in values for g in given):
        return None
    others = [_of_hinge(values[g], link.system) for g in given if g not in functions]
    return _Given(
        [functions[g] for g in given if g in functions],
        [c.holds for c in others if isinstance(c, Compared)],
        [c for c in others if isinstance(c, Fixed)],
        [c for c in others if isinstance(c, Equated)],
        any(isinstance(c, Compared) and c.aside for c in others),
    )


def _may_be_of_others(link: Link, c: Fixed) -> bool:
    """May a line that differentiates by such a value be meant for all, as no word right behind it says otherwise?"""
    return (c.line is None or c.enclosed) and c.entry.variable in differentiated_by(
        link.system, (link.left, link.right)
    )


def _of_hinge(c: Compared | Fixed | Equated, system: System) -> Compared | Fixed | Equated:
    """`h > 0` and `h = 0` of a name for `max(0, a)` are about a: it is greater than 0, or it is not."""
    if isinstance(c, Fixed) and c.number == 0 and (inner := hinge(system, c.entry)) is not None:
        above = Apply("step", (inner,))
        holds = above if c.contrary else add(ONE, neg(above))
        return Compared(c.typed, (holds, holds), c.aside)
    if isinstance(c, Fixed) and c.contrary:
        return Compared(c.typed, (c.holds, c.holds))
    if isinstance(c, Compared) and not c.touching and (holds := opened(system, c.holds[0])) != c.holds[0]:
        return replace(c, holds=(holds, holds))
    return c


def _under_given(link: Link, given: _Given, judge: Judge) -> Verdict | None:
    """The verdict under the conditions beside a line; None where they cannot all be used, or never hold."""
    link = _with(link, given.functions)
    found = None if given.equated else _for_values(link, given, judge)
    if (
        found is not None
        and found.judgement is Judgement.RIGHT
        and any(_may_be_of_others(link, c) for c in given.fixed)
    ):
        found = None
    equations: list[Fixed | Equated] = [*given.fixed, *given.equated]
    if (found is not None and found.judgement is Judgement.RIGHT) or not equations or given.steps:
        return found
    if not any(c.enclosed and _may_be_of_others(link, c) for c in given.fixed) and is_proved_where(link, equations):
        typed = " and ".join(f"`{c.typed}`" for c in equations)
        return Verdict(Judgement.RIGHT, Evidence.PROVED, f"where {typed}")
    return found


def _for_values(link: Link, given: _Given, judge: Judge) -> Verdict | None:
    readings = with_fixed(link, given.fixed) if given.fixed else (link,)
    found = [_under_steps(reading, given.steps, judge) for reading in readings]
    if not found or None in found:
        return None
    named, everywhere = found[0], found[-1]
    if named is not None and named.judgement is Judgement.RIGHT:
        return named
    untold = any(f.body is None for f in link.system.functions)
    if untold and (given.fixed or any(_tells_function(link, e) for way in given.steps for e in way)):
        return None  # who says so may think of a function that the page does not tell
    return everywhere if everywhere is not None and everywhere.judgement is Judgement.WRONG else None


def _tells_function(link: Link, compared: Expr) -> bool:
    """Does a comparison hold what a function without a formula is applied to, or what it gives: the u of `u_j > 0`
    beside `a_j = f(u_j)`?"""
    untold = {f.name for f in link.system.functions if f.body is None}
    bodies = [(p.variable, p.body) for p in link.system.pieces if p.body is not None]
    applied = [x for e in (link.left, link.right, *(b for _, b in bodies)) for x in of_kind(e, Apply)]
    inside = {v.variable for x in applied if x.function in untold for a in x.args for v in of_kind(a, Var)}
    outside = {name for name, b in bodies if isinstance(b, Apply) and b.function in untold}
    return any(v.variable in inside | outside for v in of_kind(compared, Var))


def _under_steps(link: Link, steps: list[tuple[Expr, Expr]], judge: Judge) -> Verdict | None:
    """The verdict where all of the comparisons hold: right in any way to say so, else wrong in any."""
    ways = [mul(*way) for way in zip(*steps, strict=True)]
    if not all(free(way) <= link.full.letters() for way in ways):
        return _where_throughout(link, ways[0], judge)
    if any(not _is_met(link, way, judge) for way in ways):
        return None
    verdicts = [judge(replace(link, left=mul(w, link.left), right=mul(w, link.right))) for w in ways] or [judge(link)]
    wanted = {v.judgement: v for v in reversed(verdicts)}
    return wanted.get(Judgement.RIGHT) or wanted.get(Judgement.WRONG)


def _is_met(link: Link, holds: Expr, judge: Judge) -> bool:
    """Is something that is 1 or 0 for all letters of a link not 0 everywhere?"""
    return judge(replace(link, left=holds, right=ZERO)).judgement is Judgement.WRONG


def _where_throughout(link: Link, holds: Expr, judge: Judge) -> Verdict | None:
    """Wrong where what is 1 or 0 is 1 for all values of the letters that the link does not have; else None."""
    ranges = Ranges(link.system, link.written.ranges)
    lacking = sorted(free(holds) - link.full.letters() - link.system.sizes, key=lambda s: s.name)
    fails = add(ONE, neg(holds))
    for letter in lacking:
        fails = Sum(letter, (), (), fails)
    fails = ranges.filled(fails, link.full.letters(), link.full)
    if open_sums(fails):
        return None
    whole = Apply("step", (add(Num(Fraction(1, 2)), neg(fails)),))
    if not _is_met(link, whole, judge):
        return None
    found = judge(replace(link, left=mul(whole, link.left), right=mul(whole, link.right)))
    return found if found.judgement is Judgement.WRONG else None


def _with(link: Link, supposed: list[Supposed]) -> Link:
    functions = {s.function.name: s.function for s in supposed}
    others = tuple(f for f in link.system.functions if f.name not in functions)
    system: System = replace(link.system, functions=(*others, *functions.values()))
    return replace(link, system=system)

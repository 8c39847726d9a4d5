"""The lines of a page, judged link by link against its network: verdicts, reasons, whether the goal was reached."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from time import monotonic

from ..affine import Sym
from ..domain.constraint import TRUE, Constraint, Domain
from ..errors import LimitExceeded, ReadError
from ..expr import ZERO, Expr
from ..latex.scripts import domain as domain_latex
from ..latex.scripts import variable_latex
from ..latex.source import Offsets
from ..notation import EQUALITIES
from ..read import Reading, Written
from ..resolve.stated import not_used
from ..step import Judgement, Verdict
from ..system import System
from ..verify import labelled
from .assuming import Suppositions, for_all_data
from .at_numbers import at_numbers
from .beyond_ends import Ends, ends_of, judged_beyond, within_ends
from .bias_units import unless_bias_of_input
from .captured import unless_captured
from .changed_letters import unless_letters_change
from .compared_beside import unless_compared_beside
from .derivatives import idle
from .diagnose import diagnose
from .direct_meant import as_direct_effects
from .direct_said import TAKEN as SAID_DIRECT
from .direct_said import as_said_direct
from .errors_undefined import unless_error_undefined
from .extend import foreign, with_arbitrary, with_dummies, with_strangers
from .few_values import without_values_nudged
from .final import standing
from .goal import Goal
from .judge import judge_link
from .last_entries import unless_last_differs
from .letters_differ import unless_apart
from .link import Line, Link, Outcome, plainly
from .named_again import as_named_again
from .named_otherwise import as_named, named_otherwise
from .norms_meant import unless_in_norm
from .open_hinges import with_open_hinges
from .options import Options
from .other_forms import in_other_forms
from .padded import without_zero_values
from .pairs import of_two
from .penalties import unless_penalised
from .pinned import CONCLUDED, Pin, at_values, derivative_at, order_of, pins_of
from .ranges import Ranges, open_sums, presumed
from .rates import rates
from .readings import Readings
from .report import JudgedLink
from .required import as_required, as_said
from .reserve import Reserve
from .several_values import Valued, at_one_of_several, several_values
from .sizes_merge import unless_merged
from .strangers import as_of_network
from .unread import balanced, names_lost, unreadable
from .unsaid_ends import unsaid_sizes
from .wider_ranges import unless_wider

MOST_MEMBERS = 200
"""A chain may have so many members."""
MOST_REASONS = 100
"""Reasons are looked for as long as there are no more than so many."""
LINK_SECONDS = 8.0
"""At most so long is spent on the proof of one link, as a last resort: its work is counted (`normal.limits`)."""


@dataclass(frozen=True, slots=True)
class Judging:
    """The verdicts on the links of a page, to be had until a deadline.

    Parts of `Lines` ask for them; they do not know the page, for what knows each other is freed late.
    """

    deadline: float
    seed: int
    ends: Ends = field(default_factory=dict)

    def under(self, link: Link, more: tuple[Constraint, ...]) -> Verdict:
        """The verdict on a link under more conditions."""
        return judged_beyond(link, self.ends, lambda x: self._under(x, (*link.where, *more)))

    def _under(self, x: Link, where: tuple[Constraint, ...]) -> Verdict:
        return judge_link(x.system, x.left, x.right, x.domain, where, seed=self.seed, seconds=self.seconds)

    def as_is(self, link: Link) -> Verdict:
        """The verdict on a link under its own conditions."""
        return self.under(link, ())

    @property
    def seconds(self) -> float:
        """So long may be spent on a link."""
        return min(LINK_SECONDS, max(self.deadline - monotonic(), 0.05))


@dataclass(slots=True)
class Lines:
    """A page with its network; `given` is the one that it is judged against, if one is, `text` is the page as typed."""

    reading: Reading
    system: System
    options: Options
    deadline: float
    given: System | None = None
    readings: Readings = field(default_factory=Readings)
    text: str = ""
    judging: Judging = field(init=False)
    reserve: Reserve = field(init=False)
    pins: tuple[Pin, ...] = field(init=False)
    several: tuple[Valued, ...] = field(init=False)
    suppositions: Suppositions = field(init=False)
    named_otherwise: frozenset[str] = field(init=False)
    reasons: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        others = tuple(w for w in self.reading.claims if w.where or w.ranges)
        self.pins = () if self.given else pins_of(self.reading)
        self.several = () if self.given else several_values(self.reading)
        judging = self.judging = Judging(self.deadline, self.options.seed, ends_of(self.system, self.reading))
        self.suppositions = Suppositions(self.reading, judging.as_is)
        self.named_otherwise = named_otherwise(self.text, self.given)
        unsaid = frozenset[Sym]() if self.given else unsaid_sizes(self.reading, self.system)
        lines, lost = self.reading.claims, self.reading.untold
        known = frozenset(self.given.variables() if self.given else ())
        ranges = () if self.given else self.reading.draft.ranges
        self.reserve = Reserve(self.system, known, lost, judging.under, others, lines, unsaid, ranges)

    def lines(self, asked: Container[int] | None = None) -> Iterator[Line]:
        """Every chain with something to judge, in the order of the page; of the displays `asked` for, by number."""
        claims = [w for w in self.reading.claims if asked is None or w.number in asked]
        for written in sorted(claims, key=lambda w: self.reading.order(w.place.file, w.line)):
            outcomes = tuple(self._links(written))
            if outcomes and not (written.in_words and all(o.right for o in outcomes)):
                yield Line(written, outcomes)

    def explained(self, line: Line) -> Line:
        """The line with a reason for every link of it that is not right."""
        return replace(line, outcomes=tuple(map(self._explained, line.outcomes)))

    def _explained(self, outcome: Outcome) -> Outcome:
        judged, link = outcome.judged, outcome.link
        if outcome.right or link is None or judged.reason is not None:
            return outcome
        self.reasons += 1
        if self.reasons > MOST_REASONS or monotonic() > self.deadline:
            return outcome
        verdict = Verdict(judged.judgement, judged.evidence, judged.detail, counterexample=judged.counterexample)
        reason = diagnose(link, verdict, self.options.lang, self.deadline)
        return replace(outcome, judged=replace(judged, reason=reason))

    def is_result_right(self, lines: list[Line]) -> bool:
        """Does the last chain begin and end with the same value, even if a link of it is wrong or cannot be read?"""
        last = next((line for line in reversed(lines) if not line.written.struck), None)
        if last is None:
            return False
        if all(o.right for o in last.outcomes):
            return True
        ends = self._ends(last)
        return ends is not None and ends.right

    def reached(self, goal: Goal, lines: list[Line]) -> str:
        """Was the goal reached? A chain with one bad member on the way counts by its ends, where these are equal."""
        if not goal.wanted:
            return goal.reached(())
        counted = [line for line in lines if not line.written.struck]
        outcomes = [o for o in standing(counted, self._ends) if o.judged.detail != SAID_DIRECT]
        return goal.reached(for_all_data(outcomes, self.suppositions.narrowed, self.judging.as_is))

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks on the page, but for those on conditions that were used in the end."""
        used = {not_used(c) for c in self.suppositions.used}
        return tuple(n for n in self.reading.notes if n not in used)

    def _ends(self, line: Line) -> Outcome | None:
        """The first member of a chain with its last one, none where there is but one link or one is unread."""
        w = line.written
        if len(w.claims) < 2 or not all(r in EQUALITIES for r in w.relations):
            return None
        first, last = w.claims[0], w.claims[-1] + 1
        left, right = w.members[first], w.members[last]
        if isinstance(left, ReadError) or isinstance(right, ReadError):
            return None
        system = self._with_own(w)
        whole = self._link(w, first, left, right, (w.spans[first][0], w.spans[last][1]), system)
        return Outcome(whole, self._verdict(whole, ""))

    def _links(self, written: Written) -> Iterator[Outcome]:
        system = self._with_own(written)
        yield from self._concluded(written, system)
        for n in written.claims:
            span = (written.spans[n][0], written.spans[n + 1][1])
            latex = written.latex[slice(*balanced(written.latex, span))]
            left, right = written.members[n], written.members[n + 1]
            problem = next((m for m in (left, right) if isinstance(m, ReadError)), None)
            if len(written.members) > MOST_MEMBERS:
                problem = LimitExceeded(f"a chain of more than {MOST_MEMBERS} members", written.place)
            if problem is not None:
                beside = (m for m in (left, right) if not isinstance(m, ReadError))
                lost = names_lost(self.reading, self.system, beside)
                yield Outcome(None, unreadable(latex, span, problem, written, self.options.lang, lost))
            elif written.relations[n] not in EQUALITIES:
                detail = f"`{written.relations[n]}`: inequalities are not judged"
                yield Outcome(None, JudgedLink(latex, Judgement.UNPROVED, detail=detail, span=span))
            else:
                assert not isinstance(left, ReadError)
                assert not isinstance(right, ReadError)
                yield from self._judged(self._link(written, n, left, right, span, system), latex)

    def _with_own(self, written: Written) -> System:
        """The network with the letters of a chain that stand for any number."""
        system = with_dummies(self.system, written.dummies)
        system = with_arbitrary(system, written.members, self.reading.arbitrary)
        return system if self.given is None else with_dummies(system, rates(written, system))

    def _concluded(self, written: Written, system: System) -> Iterator[Outcome]:
        """The values in a chain that are concluded from a derivative that is 0, where it is not 0 there."""
        for pin in (p for p in self.pins if p.concluded and p.written is written):
            span = (written.spans[pin.link][0], written.spans[pin.link + 1][1])
            derivative = derivative_at(pin, self.reading)
            if derivative is None and not pin.number:
                continue
            link = None if derivative is None else self._link(written, pin.link, derivative, ZERO, span, system)
            if link is None or self.judging.as_is(link).judgement is not Judgement.RIGHT:
                judged = JudgedLink(written.latex[slice(*span)], Judgement.UNPROVED, detail=CONCLUDED, span=span)
                yield Outcome(None, judged)

    def _link(self, written: Written, n: int, left: Expr, right: Expr, span: Offsets, system: System) -> Link:
        ranges = Ranges(system, (*written.ranges, *self.reading.draft.ranges))
        members = [m for m in written.members if not isinstance(m, ReadError)]
        domain = ranges.domain([left, right, *members], written.ranges, written.where, written.members[0])
        scope = domain.letters()
        left, right = ranges.filled(left, scope), ranges.filled(right, scope)
        more = presumed(system, (left, right), domain & Domain(written.where))
        domain &= more
        system = with_strangers(without_values_nudged(system, (left, right)), domain, (left, right))
        return Link(written, n, left, right, span, domain, system, self.text, more)

    def _judged(self, link: Link, latex: str) -> Iterator[Outcome]:
        """The link, and one more for every underbrace in its right member (in its left one for the first link)."""
        stated = link
        link, judged = self._in_each_case(stated, latex)
        certain = judged.judgement in (Judgement.RIGHT, Judgement.WRONG)
        meant = self.reserve.meant.get(link.key, ()) if certain else ()
        wrong = judged.judgement is Judgement.WRONG
        inner = within_ends(link, self.judging.ends, self.judging.as_is) if wrong else link
        yield Outcome(link.under(meant) if inner is link else inner, judged)
        for member in (stated.left, stated.right):
            for body, label, domain in labelled(member, stated.full):
                part = replace(stated, left=body, right=label, domain=domain)
                yield Outcome(*self._in_each_case(part, latex), label=True)

    def _in_each_case(self, link: Link, latex: str) -> tuple[Link, JudgedLink]:
        """The verdict, with the link as it is judged; of one that is stated for several cases that of the worst."""
        every = [(x, self._verdict(x, latex)) for x in link.cases]
        judged = [pair for pair in every if pair[1].judgement is not Judgement.VACUOUS] or every
        wrong = (pair for pair in judged if pair[1].judgement is Judgement.WRONG)
        unsure = (pair for pair in judged if pair[1].judgement is not Judgement.RIGHT)
        return next(wrong, None) or next(unsure, judged[0])

    def _verdict(self, link: Link, latex: str) -> JudgedLink:
        verdict = self.readings.verdict(link, self._read)
        sizes = f"for `{domain_latex(link.presumed)}`" if link.presumed != TRUE else ""
        return JudgedLink(
            latex,
            verdict.judgement,
            verdict.evidence,
            verdict.detail or (sizes if verdict.judgement is Judgement.RIGHT else ""),
            link.span,
            counterexample=verdict.counterexample,
            degenerate=plainly(link.left) == plainly(link.right),
        )

    def _read(self, link: Link) -> Verdict:
        left, right = link.left, link.right
        if monotonic() > self.deadline:
            verdict = Verdict(Judgement.UNPROVED, detail="the time budget for the page is spent")
        elif open_sums(left) or open_sums(right):
            verdict = Verdict(Judgement.UNREADABLE, detail="a sum without bounds: over what does it run?")
        elif (name := foreign(link.system, left, right)) is not None:
            lost = self.reserve.ground.typed_in(name)  # a brace that is not closed leaves the page without its names
            detail = f"`{variable_latex(name)}` is not part of the network" if lost is None else str(lost)
            verdict = Verdict(Judgement.UNPROVED, detail=detail)
        elif why := idle(link.system, left, right, given=self.given):
            forms = () if self.given else in_other_forms(link, self.reading.claims, self._whole, self.judging.as_is)
            found = [self._read(x) for x in forms]
            agree = len({v.judgement for v in found}) == 1
            verdict = found[0] if agree else Verdict(Judgement.UNPROVED, detail=why)
        else:
            verdict = self.judging.as_is(link)
            verdict = of_two(link, self._by_hinges(link, verdict), self.judging.under)
            verdict = as_required(link, self.reserve.of(link, verdict), self.judging.as_is)
            verdict = as_direct_effects(link, verdict, self.judging.as_is, self.reading.claims)
            verdict = as_said_direct(link, verdict, self.judging.as_is)
            verdict = as_named_again(link, verdict, self.judging.as_is)
            verdict = self.suppositions.verdict(link, verdict)
            here = order_of(self.reading, link.written)
            verdict = at_values(link, verdict, self.pins, here, self.judging.as_is, self.reading.draft.definitions)
            verdict = at_one_of_several(link, verdict, self.several, here, self.judging.as_is)
            verdict = self.reserve.grounded(link, at_numbers(link, verdict, self.judging.as_is))
            verdict = unless_penalised(link, unless_bias_of_input(link, verdict, self.judging.as_is))
            verdict = unless_merged(link, unless_in_norm(link, verdict))
            verdict = unless_apart(link, verdict, self.judging.as_is)
            verdict = unless_wider(link, verdict, self.reading.draft.ranges, self.judging.as_is)
            verdict = unless_error_undefined(link, unless_last_differs(link, verdict, self.judging.as_is))
            verdict = unless_compared_beside(link, verdict, self.reading.claims, self.judging.as_is)
        verdict = unless_letters_change(link, verdict)
        verdict = without_zero_values(link, verdict, self.reading.errors_end)
        verdict = as_said(link, verdict, self.judging.as_is, self._in_general)
        verdict = as_named(link, unless_captured(link, verdict), self.named_otherwise)
        return as_of_network(link, verdict, self.given)

    def _whole(self, written: Written, left: Expr, right: Expr) -> Link:
        """Two members of a chain as a link."""
        return self._link(written, 0, left, right, (0, 0), self.system)

    def _in_general(self, link: Link) -> Link:
        """The link without the conditions beside it."""
        written = replace(link.written, where=(), ranges=(), given=())
        return self._link(written, link.number, link.left, link.right, link.span, link.system)

    def _by_hinges(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict; for a line that is open, the one with the steps of hinges opened if it is right so."""
        opened = with_open_hinges(link) if verdict.judgement is Judgement.UNPROVED else None
        if opened is None:
            return verdict
        found = self.judging.as_is(opened)
        return found if found.judgement is Judgement.RIGHT else verdict

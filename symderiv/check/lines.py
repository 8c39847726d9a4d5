"""The lines of a page, judged link by link against its network: verdicts, reasons, whether the goal was reached."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from time import monotonic

from ..domain.constraint import TRUE
from ..errors import LimitExceeded, ReadError
from ..evaluate import forget_draws
from ..evaluate.failures import STRANGE
from ..expr import ZERO, Var, holds_derivative, variables
from ..latex.scripts import domain as domain_latex
from ..latex.scripts import variable_latex
from ..notation import EQUALITIES
from ..read import Reading, Written
from ..resolve.stated import not_used
from ..step import Judgement, Verdict
from ..system import System
from ..verify import equated, labelled
from .ambiguities.other_forms import in_other_forms
from .cases.assuming import for_all_data, with_given_put_in
from .cases.pinned import CONCLUDED, derivative_at
from .final import standing
from .goal import Goal
from .known.derivatives import by_entries_meant, idle, unsaid_of_all
from .known.extend import foreign
from .known.ranges import open_sums
from .link import Line, Link, Outcome, plainly
from .links import Links
from .looks.direct_said import TAKEN as SAID_DIRECT
from .looks.in_another_layout import told_of_another
from .looks.shapes_contradicted import misfit_by_declaration
from .options import Options
from .readings import Readings
from .reasons.diagnose import diagnose
from .report import JudgedLink
from .reserved.beyond_ends import within_ends
from .retyped import Retyped
from .second_looks import Context, Look, context_of, looked_at_again, looks_on
from .unread import balanced, names_lost, strangers_alone, unreadable

NOTE = "the equation below the brace is not what is braced"
MOST_MEMBERS = 200
"""A chain may have so many members."""
MOST_REASONS = 100
"""Reasons are looked for as long as there are no more than so many."""


def _beside_notes(outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    r"""The links of a chain; none is wrong beside an equation below a brace that may be supposed for it, the
    `\lambda = 0` of `\underbrace{\lambda w}_{\lambda = 0}`."""
    if all(o.judged.detail != NOTE for o in outcomes):
        return outcomes
    return tuple(o.left_open(NOTE) if o.wrong else o for o in outcomes)


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
    links: Links = field(init=False)
    context: Context = field(init=False)
    looks: tuple[Look, ...] = field(init=False)
    typed: tuple[Look, ...] = field(init=False)
    reasons: int = field(default=0, init=False)
    retyped: Retyped = field(init=False)

    def __post_init__(self) -> None:
        self.links = Links(self.reading, self.system, self.given, self.text)
        self.retyped = Retyped(self.text)
        self.context = context_of(self.links, self.deadline, self.options.seed)
        self.looks = looks_on(self.context)
        self.typed = tuple(look for look in self.looks if look.typed)

    def lines(self, asked: Container[int] | None = None) -> Iterator[Line]:
        """Every chain with something to judge, in the order of the page; of the displays `asked` for, by number."""
        claims = [w for w in self.reading.claims if asked is None or w.number in asked]
        for written in sorted(claims, key=lambda w: self.reading.order(w.place.file, w.line)):
            outcomes = _beside_notes(tuple(self._links(written)))
            if outcomes and not (written.in_words and all(o.right for o in outcomes)):
                yield Line(written, outcomes)

    def explained(self, lines: Sequence[Line]) -> list[Line]:
        """The lines with a reason for every link that is not right; told in what was typed, if that is found right."""
        found = [tuple(map(self._explained, line.outcomes)) for line in lines]
        if known := self.retyped.settled():
            pairs = [zip(line.outcomes, told, strict=True) for line, told in zip(lines, found, strict=True)]
            found = [tuple(self._explained(o) if o.link and o.link.key in known else e for o, e in x) for x in pairs]
        return [replace(line, outcomes=told) for line, told in zip(lines, found, strict=True)]

    def _explained(self, outcome: Outcome) -> Outcome:
        judged, link = outcome.judged, outcome.link
        if outcome.right or link is None or judged.reason is not None:
            return outcome
        self.reasons += 1
        if self.reasons > MOST_REASONS or monotonic() > self.deadline:
            return outcome
        verdict = Verdict(judged.judgement, judged.evidence, judged.detail, counterexample=judged.counterexample)
        # a derivative that says nothing would be corrected to 0
        meant = self._meant(link) if idle(link.system, link.left, link.right, given=self.given) else []
        again = None if meant else partial(self.retyped.is_right, link)
        about = meant[0] if meant else with_given_put_in(link, self.reading)
        try:
            reason = diagnose(about, verdict, self.options.lang, self.deadline, again)
        except MemoryError:  # the verdicts stand, with reasons or without
            forget_draws()
            return outcome
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
        return goal.reached(for_all_data(outcomes, self.context.suppositions.narrowed, self.context.judging.as_is))

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks on the page, but for those on conditions that were used in the end."""
        used = {not_used(c) for c in self.context.suppositions.used}
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
        system = self.links.network_of(w)
        whole = self.links.between(w, first, left, right, (w.spans[first][0], w.spans[last][1]), system)
        return Outcome(whole, self._verdict(whole, ""))

    def _links(self, written: Written) -> Iterator[Outcome]:
        system = self.links.network_of(written)
        yield from self._concluded(written, system)
        for n in written.claims:
            span = (written.spans[n][0], written.spans[n + 1][1])
            latex = written.latex[slice(*balanced(written.latex, span))]
            left, right = written.members[n], written.members[n + 1]
            problem = next((m for m in (left, right) if isinstance(m, ReadError)), None)
            if len(written.members) > MOST_MEMBERS:
                problem = LimitExceeded(f"a chain of more than {MOST_MEMBERS} members", written.place)
            if problem is not None and (
                said := misfit_by_declaration(problem, system, self.text, written.latex)
                or told_of_another(written, self.text)
            ):
                yield Outcome(None, JudgedLink(latex, Judgement.UNPROVED, detail=said, span=span))
            elif problem is not None:
                beside = (m for m in (left, right) if not isinstance(m, ReadError))
                lost = names_lost(self.reading, self.system, beside)
                lost |= strangers_alone(written, self.reading, self.system)
                yield Outcome(None, unreadable(latex, span, problem, written, self.options.lang, lost))
            elif written.relations[n] not in EQUALITIES:
                detail = f"`{written.relations[n]}`: inequalities are not judged"
                yield Outcome(None, JudgedLink(latex, Judgement.UNPROVED, detail=detail, span=span))
            else:
                assert not isinstance(left, ReadError)
                assert not isinstance(right, ReadError)
                yield from self._judged(self.links.between(written, n, left, right, span, system), latex)

    def _concluded(self, written: Written, system: System) -> Iterator[Outcome]:
        """The values in a chain that are concluded from a derivative that is 0, where it is not 0 there."""
        for pin in (p for p in self.context.pins if p.concluded and p.written is written):
            span = (written.spans[pin.link][0], written.spans[pin.link + 1][1])
            derivative = derivative_at(pin, self.reading)
            if derivative is None and not pin.number:
                continue
            link = None if derivative is None else self.links.between(written, pin.link, derivative, ZERO, span, system)
            if link is None or self.context.judging.as_is(link).judgement is not Judgement.RIGHT:
                judged = JudgedLink(written.latex[slice(*span)], Judgement.UNPROVED, detail=CONCLUDED, span=span)
                yield Outcome(None, judged)

    def _judged(self, link: Link, latex: str) -> Iterator[Outcome]:
        """The link, and one more for every underbrace in its right member (in its left one for the first link)."""
        stated = link
        link, judged = self._in_each_case(stated, latex)
        certain = judged.judgement in (Judgement.RIGHT, Judgement.WRONG)
        meant = self.context.reserve.meant.get(link.key, ()) if certain else ()
        wrong = judged.judgement is Judgement.WRONG
        inner = within_ends(link, self.context.judging.ends, self.context.judging.as_is) if wrong else link
        yield Outcome(link.under(meant) if inner is link else inner, judged)
        for member in (stated.left, stated.right):
            for equal in equated(labelled(member, stated.full)):
                parts = [replace(stated, left=x, right=y, domain=domain) for x, y, domain in equal]
                found = [Outcome(*self._in_each_case(part, latex), label=True) for part in parts]
                yield from self._noted(parts, found, latex) if len(found) > 1 else found

    def _noted(self, parts: list[Link], found: list[Outcome], latex: str) -> list[Outcome]:
        r"""The outcomes of an equation below a brace, of which each member should be what is braced.

        Where none of them is, it may be a note about something else, `\sum_i x_i = n m` below a sum of differences. One
        that tells of derivatives, or of names of its own, says what the braced formula is called; so may `a = w x`.
        """
        pieces = parts[0].system.pieces
        known = {p.variable for p in pieces if not p.nominal}
        names = any(holds_derivative(x.right) or not variables(x.right) <= known for x in parts)
        if names or not all(o.wrong for o in found):
            return found
        made = {p.variable for p in pieces if p.body is not None}
        may_name = any(isinstance(x.right, Var) and x.right.variable in made for x in parts)
        sides = (replace(one, left=one.right, right=two.right) for one, two in pairwise(parts))
        holds = not may_name and all(self._in_each_case(x, latex)[1].judgement is Judgement.RIGHT for x in sides)
        return [] if holds else [o.left_open(NOTE) for o in found]

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
            # a brace that is not closed leaves the page without its names
            lost = self.context.reserve.ground.typed_in(name)
            detail = f"`{variable_latex(name)}` {STRANGE}" if lost is None else str(lost)
            verdict = Verdict(Judgement.UNPROVED, detail=detail)
        elif why := idle(link.system, left, right, given=self.given):
            found = [self._read(x) for x in self._meant(link)]
            agree = len({v.judgement for v in found}) == 1
            verdict = found[0] if agree else Verdict(Judgement.UNPROVED, detail=why)
        else:
            return looked_at_again(self.looks, link, self.context.judging.as_is(link), self.context)
        return looked_at_again(self.typed, link, verdict, self.context)

    def _meant(self, link: Link) -> list[Link]:
        """What a link may mean of which the derivatives say nothing as they stand."""
        if self.given:
            return []
        forms = in_other_forms(link, self.reading.claims, self.links.whole, self.context.judging.as_is)
        if forms:
            return forms
        unsaid = unsaid_of_all(self.reading.claims)
        left, right = (by_entries_meant(link.system, side, unsaid) for side in (link.left, link.right))
        return [] if idle(link.system, left, right) else [replace(link, left=left, right=right)]

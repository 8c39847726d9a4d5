r"""Judging a page: read it, complete its network (or take the one given), judge every link of every chain.

The pipeline is `check`. Reading and completing belong to `read` and `network`; what is right or wrong is decided by
`judge`, what follows from a wrong line by `follow`, why by `diagnose`, whether the goal was reached by `goal`, and what
it is worth by `marks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

from ..domain.constraint import TRUE, Constraint, Domain
from ..errors import LimitExceeded, Place, ReadError, ShapeError, SymderivError
from ..expr import ZERO, Expr, Variable
from ..latex.scripts import domain as domain_latex
from ..latex.scripts import variable_latex
from ..latex.source import Offsets
from ..notation import EQUALITIES
from ..read import Reading, Unread, Written, read_document
from ..resolve.choices import AS_TYPED, Choices
from ..resolve.losses import Loss
from ..step import Judgement, Verdict
from ..system import System
from ..verify import labelled
from .assuming import under_functions
from .clashes import Whole, held_together
from .derivatives import idle
from .diagnose import diagnose, of_problem
from .extend import extended, foreign, with_dummies, with_strangers
from .final import standing
from .follow import following
from .front_lines import with_readable_front
from .goal import Goal, goal_of
from .judge import judge_link
from .link import Line, Link, Outcome, plainly
from .marks import DEFAULT, Scheme, claims_of, totalled, unread
from .open_hinges import with_open_hinges
from .pinned import CONCLUDED, Pin, at_values, derivative_at, order_of, pins_of
from .ranges import Ranges, open_sums, presumed
from .readings import Readings, readings_of
from .report import JudgedClaim, JudgedLink, Report
from .required import as_required, as_said
from .reserve import Reserve
from .strided import by_strides
from .symmetry_told import with_macros_written_out
from .unused import unused
from .whole_sets import with_sets_whole

MOST_CHARACTERS = 400_000
"""A page may have so many."""
MOST_FORMULAS = 5_000
"""And so many formulas, those that say nothing included."""
MOST_DEFINITIONS = 500
"""And so many definitions."""
OPENING = re.compile(r"(\\[A-Za-z]+)?\{[^{}]*\Z")
MOST_MEMBERS = 200
"""A chain may have so many members."""
MOST_REASONS = 100
"""Reasons are looked for as long as there are no more than so many."""
LINK_SECONDS = 8.0
"""At most so long is spent on the proof of one link, as a last resort: its work is counted (`normal.limits`)."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to judge: `seconds` for the whole page, `seed` of the draws, language of the reasons.

    `wrt` is the entry by which the page ought to differentiate (its goal); `scheme` says what a line is worth. Without
    `reasons` only verdicts are found, which takes a fraction of the time where much is wrong.
    """

    seconds: float = 60.0
    seed: int = 0
    lang: str = "en"
    wrt: str = ""
    scheme: Scheme = DEFAULT
    reasons: bool = True


USUAL = Options()
"""What holds where nothing is said."""


def check(
    text: str,
    *,
    network: System | None = None,
    file: str = "",
    folder: Path | None = None,
    options: Options = USUAL,
) -> Report:
    """The verdict on every equation of a page.

    With `network`, its definitions are what counts: an equation about what it defines is a claim.

    >>> report = check("$$E = \\\\sum_{i=1}^{N} w_i^2$$ $$\\\\frac{\\\\partial E}{\\\\partial w_i} = w_i$$")
    >>> report.verdict, report.claims[0].line, report.exit_status
    ('wrong', 1, 1)
    """
    if len(text) > MOST_CHARACTERS:
        return Report(file, (), problem=f"the page has more than {MOST_CHARACTERS:,} characters")
    if text.count("$") + 2 * text.count(r"\(") > 2 * MOST_FORMULAS:
        return Report(file, (), problem=f"the page has more than {MOST_FORMULAS:,} formulas")
    try:
        return _checked(text, network, file, folder, options)
    except RecursionError:
        return Report(file, (), problem="the page is nested too deeply to be judged")


def _checked(
    text: str, network: System | None, file: str, folder: Path | None, options: Options, choices: Choices = AS_TYPED
) -> Report:
    front = with_readable_front(text, file)
    text = front.text

    def read(losses: tuple[Loss, ...] = (), choices: Choices = choices) -> Reading:
        found = read_document(text, file=file, network=network, folder=folder, without=losses, choices=choices)
        return front.told(found)

    try:
        reading = read()
    except SymderivError as error:
        return Report(file, (), problem=str(error))
    if not (reading.draft.definitions or reading.claims or reading.problems or reading.outside):
        return Report(file, (), reading.notes)
    if reading.strides and not choices.values:
        plain, text = replace(options, reasons=False), front.text
        found = by_strides(reading.strides, text, lambda v: _checked(text, network, file, folder, plain, Choices(v)))
        if found is not None:
            return totalled(found, options.scheme)
    try:
        if len(reading.draft.definitions) > MOST_DEFINITIONS:
            raise LimitExceeded(f"the page has more than {MOST_DEFINITIONS} definitions")
        if network is None:
            whole = held_together(reading, read, len(text))
        else:
            whole = Whole(reading, extended(network, reading.draft))
        page = _page(whole, text, options, _known(network))
        reading, system = page.reading, page.system
        goal = goal_of(system, reading.draft.wrt, options.wrt)
    except SymderivError as error:
        claims = [unread(c, options.scheme) for c in _without_network(reading, error, options.lang)]
        report = Report(file, _in_order(claims, reading, file), reading.notes, problem=str(error))
        return totalled(replace(report, macros=reading.macros), options.scheme)
    sets = replace(choices, whole_sets=True)
    rest = with_sets_whole(text, whole, lambda: read(whole.losses, sets)) if network is None else ()
    others = [_page(other, text, options, _known(network)) for other in (*whole.others, *rest)]
    judged = following(_agreed(list(page.lines()), others), page.deadline, options.seed)
    if options.reasons:
        judged = [page.explained(line) for line in judged]
    reached = page.reached(goal, judged)
    claims = [
        *claims_of(judged, options.scheme),
        *(unread(c, options.scheme) for c in unread_of(reading, options.lang)),
    ]
    report = Report(file, _in_order(claims, reading, file), reading.notes, reached, page.is_result_right(judged))
    return totalled(replace(report, macros=reading.macros), options.scheme)


def _in_order(claims: list[JudgedClaim], reading: Reading, file: str) -> tuple[JudgedClaim, ...]:
    """The claims as they stand in the document, each with the file that it stands in if that is not the page."""
    claims = sorted(claims, key=lambda c: reading.order(c.file, c.line))
    return tuple(replace(c, file="") if c.file == file else c for c in claims)


def _page(whole: Whole, text: str, options: Options, known: frozenset[Variable]) -> _Page:
    reading = whole.reading
    plain = with_macros_written_out(text, reading.macros)
    readings, system = readings_of(plain, whole.system, [w.line for w in reading.claims if w.claims])
    readings = replace(readings, rows=tuple(d.letter for d in reading.rows))
    reading = replace(reading, notes=(*reading.notes, *whole.notes, *unused(reading.claims, known)))
    return _Page(reading, system, options, monotonic() + options.seconds, known, readings, text)


def _agreed(lines: list[Line], others: Iterable[_Page]) -> list[Line]:
    """The lines, each link open that is right in one reading of the page and wrong in another."""
    for other in others:
        found = {_key(line, o): o.judged.judgement for line in other.lines() for o in line.outcomes}
        lines = [
            replace(line, outcomes=tuple(o.left_open(found.get(_key(line, o))) for o in line.outcomes))
            for line in lines
        ]
    return lines


def _key(line: Line, o: Outcome) -> tuple[object, ...]:
    return (line.written.number, line.written.span, o.judged.span, o.label)


def _known(network: System | None) -> frozenset[Variable]:
    return frozenset() if network is None else frozenset(network.variables())


@dataclass(slots=True)
class _Page:
    reading: Reading
    system: System
    options: Options
    deadline: float
    known: frozenset[Variable]
    readings: Readings = field(default_factory=Readings)
    text: str = ""
    reserve: Reserve = field(init=False)
    pins: tuple[Pin, ...] = field(init=False)
    reasons: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        others = tuple(w for w in self.reading.claims if w.where or w.ranges)
        self.pins = () if self.known else pins_of(self.reading)
        self.reserve = Reserve(self.system, self.known, self.reading.untold, self._under, others)

    def _under(self, link: Link, more: tuple[Constraint, ...]) -> Verdict:
        """The verdict on a link under more conditions."""
        seconds = min(LINK_SECONDS, max(self.deadline - monotonic(), 0.05))
        where = (*link.where, *more)
        return judge_link(
            link.system, link.left, link.right, link.domain, where, seed=self.options.seed, seconds=seconds
        )

    def lines(self) -> Iterator[Line]:
        """Every chain with something to judge, in the order of the page."""
        for written in sorted(self.reading.claims, key=lambda w: self.reading.order(w.place.file, w.line)):
            outcomes = tuple(self._links(written))
            if outcomes:
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
        return goal.reached(standing(counted, self._ends))

    def _ends(self, line: Line) -> Outcome | None:
        """The first member of a chain with its last one, none where there is but one link or one is unread."""
        w = line.written
        if len(w.claims) < 2 or not all(r in EQUALITIES for r in w.relations):
            return None
        first, last = w.claims[0], w.claims[-1] + 1
        left, right = w.members[first], w.members[last]
        if isinstance(left, ReadError) or isinstance(right, ReadError):
            return None
        system = with_dummies(self.system, w.dummies)
        whole = self._link(w, first, left, right, (w.spans[first][0], w.spans[last][1]), system)
        return Outcome(whole, self._verdict(whole, ""))

    def _links(self, written: Written) -> Iterator[Outcome]:
        system = with_dummies(self.system, written.dummies)
        yield from self._concluded(written, system)
        for n in written.claims:
            span = (written.spans[n][0], written.spans[n + 1][1])
            latex = written.latex[slice(*balanced(written.latex, span))]
            left, right = written.members[n], written.members[n + 1]
            problem = next((m for m in (left, right) if isinstance(m, ReadError)), None)
            if len(written.members) > MOST_MEMBERS:
                problem = LimitExceeded(f"a chain of more than {MOST_MEMBERS} members", written.place)
            if problem is not None:
                yield Outcome(None, _unreadable(latex, span, problem, written, self.options.lang))
            elif written.relations[n] not in EQUALITIES:
                detail = f"`{written.relations[n]}`: inequalities are not judged"
                yield Outcome(None, JudgedLink(latex, Judgement.UNPROVED, detail=detail, span=span))
            else:
                assert not isinstance(left, ReadError)
                assert not isinstance(right, ReadError)
                yield from self._judged(self._link(written, n, left, right, span, system), latex)

    def _concluded(self, written: Written, system: System) -> Iterator[Outcome]:
        """The values in a chain that are concluded from a derivative that is 0, where it is not 0 there."""
        for pin in (p for p in self.pins if p.concluded and p.written is written):
            span = (written.spans[pin.link][0], written.spans[pin.link + 1][1])
            derivative = derivative_at(pin, self.reading)
            if derivative is None and not pin.number:
                continue
            link = None if derivative is None else self._link(written, pin.link, derivative, ZERO, span, system)
            if link is None or self._under(link, ()).judgement is not Judgement.RIGHT:
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
        system = with_strangers(system, domain, (left, right))
        return Link(written, n, left, right, span, domain, system, self.text, more)

    def _judged(self, link: Link, latex: str) -> Iterator[Outcome]:
        """The link, and one more for every underbrace in its right member (in its left one for the first link)."""
        judged = self._verdict(link, latex)
        yield Outcome(
            link.under(self.reserve.meant.get(link.key, ()) if judged.judgement is Judgement.RIGHT else ()), judged
        )
        for member in (link.left, link.right):
            for body, label, domain in labelled(member, link.full):
                part = replace(link, left=body, right=label, domain=domain)
                yield Outcome(part, self._verdict(part, latex), label=True)

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
            verdict = Verdict(Judgement.UNPROVED, detail=f"`{variable_latex(name)}` is not part of the network")
        elif why := idle(link.system, left, right):
            verdict = Verdict(Judgement.UNPROVED, detail=why)
        else:
            seconds = min(LINK_SECONDS, max(self.deadline - monotonic(), 0.05))
            seed = self.options.seed
            verdict = judge_link(link.system, left, right, link.domain, link.where, seed=seed, seconds=seconds)
            verdict = self._by_hinges(link, verdict)
            verdict = as_required(link, self.reserve.of(link, verdict))
            verdict = under_functions(link, verdict, self.reading, lambda x: self._under(x, ()))
            verdict = at_values(
                link, verdict, self.pins, order_of(self.reading, link.written), lambda x: self._under(x, ())
            )
        return as_said(link, verdict)

    def _by_hinges(self, link: Link, verdict: Verdict) -> Verdict:
        """The verdict; for a line that is open, the one with the steps of hinges opened if it is right so."""
        opened = with_open_hinges(link) if verdict.judgement is Judgement.UNPROVED else None
        if opened is None:
            return verdict
        found = self._under(opened, ())
        return found if found.judgement is Judgement.RIGHT else verdict


def balanced(latex: str, span: Offsets) -> Offsets:
    r"""The span, widened to the left by a command whose argument it ends in (`\boxed{a} = b` begins inside the box).

    >>> balanced(r"\boxed{a} = b", (7, 13))
    (0, 13)
    """
    start, end = span
    part = latex[start:end].replace(r"\{", "").replace(r"\}", "")
    for _ in range(part.count("}") - part.count("{")):
        found = OPENING.search(latex[:start])
        if found is None:
            break
        start = found.start()
    return start, end


def _position(problem: ReadError) -> tuple[object, ...]:
    place = problem.place
    return (place.file, place.line, place.column) if place is not None else (problem.cause,)


def _unreadable(latex: str, span: Offsets, problem: ReadError, written: Written, lang: str) -> JudgedLink:
    reason = replace(of_problem(problem, lang), span=_offsets(problem.place, written))
    judgement = Judgement.WRONG if isinstance(problem, ShapeError) else Judgement.UNREADABLE
    return JudgedLink(latex, judgement, detail=problem.cause, span=span, reason=reason)


def _offsets(place: Place | None, written: Written) -> Offsets | None:
    """Where a place of the file lies in the LaTeX of its display; None where that cannot be told."""
    if place is None or not written.spans or place.file != written.place.file:
        return None
    latex, known = written.latex, written.spans[0][0]
    row = latex.count("\n", 0, known) + place.line - written.place.line
    starts = [0, *(n + 1 for n, c in enumerate(latex) if c == "\n")]
    if not 0 <= row < len(starts):
        return None
    indent = 0
    if row == 0:
        if "\n" in latex[:known]:
            return None
        indent = written.place.column - 1 - known
    start = starts[row] + place.column - 1 - indent
    return (start, min(start + place.width, len(latex))) if 0 <= start <= len(latex) else None


def unread_of(reading: Reading, lang: str = "en") -> Iterator[JudgedClaim]:
    """Everything that could not be read beside the chains: whole formulas, conditions, front matter."""
    told = {_position(m) for w in reading.claims for m in w.members if isinstance(m, ReadError) and w.claims}
    for u in reading.unread:
        told.add(_position(u.error))
        yield _unread(u, lang)
    for p in (*reading.problems, *reading.outside):
        if _position(p) not in told:
            told.add(_position(p))
            place = p.place or Place(1, 1)
            yield _unread(Unread(place.line, place.text.strip(), p), lang)


def _without_network(reading: Reading, error: SymderivError, lang: str) -> Iterator[JudgedClaim]:
    """Every claim of a page whose network does not hold together: none of them means anything."""
    yield from unread_of(reading, lang)
    for w in reading.claims:
        if w.claims:
            problem = next((m for m in w.members if isinstance(m, ReadError)), None)
            link = JudgedLink(w.latex, Judgement.UNREADABLE, detail=f"without a network: {error.cause}")
            if problem is not None:
                link = _unreadable(w.latex, (0, len(w.latex)), problem, w, lang)
            yield JudgedClaim(w.line, w.latex, (link,), w.struck, w.tag, file=w.place.file)


def _unread(u: Unread, lang: str) -> JudgedClaim:
    where = u.error.place
    position = "" if where is None else f" (line {where.line}, column {where.column})"
    reason = of_problem(u.error, lang)
    link = JudgedLink(u.latex, Judgement.UNREADABLE, detail=u.error.cause + position, reason=reason)
    return JudgedClaim(u.line, u.latex, (link,), file="" if where is None else where.file)

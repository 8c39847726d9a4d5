r"""Judging a page: read it, complete its network (or take the one given), judge every link of every chain.

The pipeline is `check`. Reading and completing belong to `read` and `network`; what is right or wrong is decided by
`judge`, what follows from a wrong line by `follow`, why by `diagnose`, whether the goal was reached by `goal`, and what
it is worth by `marks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from ..document import printed
from ..document.behind_lines import without_conditions
from ..errors import LimitExceeded, SymderivError
from ..expr import Variable
from ..garbage import seldom_collected
from ..read import Reading, read_document
from ..resolve.choices import JUDGED, Choices, Values
from ..resolve.definitions.losses import Loss
from ..system import System
from .ambiguities.claimed_sums import with_claimed_sums
from .ambiguities.equal_lengths import is_refuted
from .ambiguities.rows import are_negatives, rows_of
from .ambiguities.strided import by_strides
from .ambiguities.sums_in_words import with_sums_in_words
from .completion.anew import read_anew
from .completion.clashes import Whole, held_together
from .final import is_on_the_way
from .follow import following
from .goal import Goal, goal_of
from .known.parts import beside
from .known.primes import with_primes_asked
from .known.shared import shared
from .known.symmetry_told import with_macros_written_out
from .known.units_of_layers import with_units_of_layers
from .known.unused import unused
from .lines import Lines
from .link import ALIKE, Line, Outcome, Stance
from .links import Links
from .looks.constrained import with_constraints
from .looks.definitions_meant import with_definitions_meant
from .marks import claims_of, totalled, unread
from .options import USUAL, Options
from .other_readings import Page, other_readings
from .readings import readings_of
from .report import JudgedClaim, Report
from .reserved.slopes_stated import with_slopes_stated
from .unread import unread_of, without_network
from .words.front_lines import with_readable_front

FOR_LINES = 0.7
"""The part of the time for a page in which a line is begun: the last one and its reason need some as well."""
FOR_SEARCH = 0.4
"""The part in which it is looked for what does not go with the rest: then the lines are told, not judged."""
MOST_CHARACTERS = 400_000
"""A page may have so many."""
MOST_FORMULAS = 5_000
"""And so many formulas, those that say nothing included."""
MOST_DEFINITIONS = 500
"""And so many definitions."""


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
        with seldom_collected():
            return _checked(text, network, file, folder, options)
    except RecursionError:
        return Report(file, (), problem="the page is nested too deeply to be judged")


def _checked(
    text: str, network: System | None, file: str, folder: Path | None, options: Options, choices: Choices = JUDGED
) -> Report:
    begin = monotonic()
    deadline = begin + FOR_LINES * options.seconds
    front = with_readable_front(text, file)
    text = front.text

    known: list[tuple[tuple[Loss, ...], Choices, Reading]] = []

    def read(losses: tuple[Loss, ...] = (), choices: Choices = choices) -> Reading:
        for without, chosen, found in known:
            if without == losses and chosen == choices:
                return found
        page = without_conditions(text, choices.gone)
        found = read_document(page, file=file, network=network, folder=folder, without=losses, choices=choices)
        found = front.told(with_primes_asked(found, network, page))
        known.append((losses, choices, found))
        return found

    try:
        reading = read()
    except SymderivError as error:
        return Report(file, (), problem=str(error))
    if not (reading.draft.definitions or reading.claims or reading.problems or reading.outside):
        return Report(file, (), reading.notes)
    if reading.strides and not choices.values:

        def judged_with(values: Values, seconds: float) -> Report:
            plain = replace(options, reasons=False, seconds=seconds)
            return _checked(text, network, file, folder, plain, replace(JUDGED, values=values))

        found = by_strides(reading.strides, text, judged_with, options.seconds)
        if found is not None:
            return totalled(found, options.scheme)
    shown = printed(text, file)
    try:
        if len(reading.draft.definitions) > MOST_DEFINITIONS:
            raise LimitExceeded(f"the page has more than {MOST_DEFINITIONS} definitions")
        whole, again, chosen = _whole(reading, read, shown, network, choices, begin + FOR_SEARCH * options.seconds)
        judge = _Judge(shown, file, options, network, chosen, again, deadline)
        page = judge.page(whole)
        goal = goal_of(page.system, page.reading.draft.wrt, options.wrt)
    except SymderivError as error:
        claims = [unread(c, options.scheme) for c in without_network(reading, error, options.lang)]
        report = Report(file, _in_order(claims, reading, file), reading.notes, problem=str(error))
        return totalled(replace(report, macros=reading.macros), options.scheme)
    return judge.report(page, whole, goal)


def _with_words(lines: list[Line], page: Links) -> list[Line]:
    """The lines of a page, those open about which its words say more than is understood."""
    return with_constraints(with_sums_in_words(with_claimed_sums(lines), page.text), page)


def _whole(
    reading: Reading,
    read: Callable[..., Reading],
    shown: str,
    network: System | None,
    choices: Choices,
    until: float,
) -> tuple[Whole, Callable[..., Reading], Choices]:
    """What is judged, how the page is read once more, and the choices that this rests on."""
    if network is not None:
        return _beside(network, reading), read, choices
    layer = replace(choices, one_layer=True)

    def of_layer(losses: tuple[Loss, ...] = (), choices: Choices = layer) -> Reading:
        return read(losses, choices)

    whole = held_together(reading, read, shown, of_layer, until)
    return (whole, of_layer, layer) if whole.one_layer else (whole, read, choices)


def _beside(network: System, reading: Reading) -> Whole:
    """A given network with what a solution adds; where names are left open it matters where they are defined."""
    found = beside(network, reading)
    return Whole(reading, found if reading.untold else shared(found, network))


@dataclass(frozen=True, slots=True)
class _Judge:
    """How a page is judged in one reading beside others that it may have."""

    text: str
    file: str
    options: Options
    network: System | None
    choices: Choices
    read: Callable[..., Reading]
    deadline: float

    def page(self, whole: Whole) -> Lines:
        """The page in one reading."""
        text = without_conditions(self.text, whole.gone)
        page = _page(whole, text, self.options, self.network, self.deadline)
        page.retyped.judge = self._again
        return page

    def _again(self, text: str) -> Report:
        plain = replace(self.options, reasons=False, seconds=max(self.deadline - monotonic(), 0.0))
        return _checked(text, self.network, self.file, None, plain)

    def report(self, page: Lines, whole: Whole, goal: Goal) -> Report:
        """The verdict on every line, those below a definition that is made anew by what it is made of then."""
        lines = self._lines(page, whole)
        if self.network is None:
            lines = with_slopes_stated(_with_words(lines, page.context.links), page.context.judging.as_is)
            lines = with_definitions_meant(lines, self.text, self.file)
        anew = [] if self.network is not None else read_anew(whole, lines, self.text, self.read)
        parts = [(self.page(w), w) for w in anew]
        for part in (x for x in parts if x[1].stance is Stance.PERHAPS_ANEW):
            lines = _agreed(lines, [part])
        parts = [part for part in parts if part[1].stance is Stance.ANEW]
        meant_anew = frozenset(n for _, w in parts for n in w.of)
        judged = self._following(lines, page, lambda number: number not in meant_anew)
        explained = self._explained(page, judged)
        reached, is_right = page.reached(goal, judged), page.is_result_right(judged)
        on_the_way = is_right and is_on_the_way(judged, goal.wanted)
        for other, w in parts:
            explained += self._explained(other, self._following(self._lines(other, w), page, w.of.__contains__))
        scheme = self.options.scheme
        claims = [
            *claims_of(explained, scheme),
            *(unread(c, scheme) for c in unread_of(page.reading, self.options.lang)),
        ]
        claims_told = _in_order(claims, page.reading, self.file)
        report = Report(self.file, claims_told, page.notes, reached, is_right, on_the_way)
        return totalled(replace(report, macros=page.reading.macros), scheme)

    def _lines(self, page: Lines, whole: Whole) -> list[Line]:
        """The lines of a page, as far as its other readings agree."""
        lines = list(page.lines())
        others = other_readings(Page(self.text, whole, lines, self.network, self.choices, self.read))
        return _agreed(lines, ((self.page(w), w) for w in others))

    def _following(self, lines: list[Line], page: Lines, asked: Callable[[int], bool]) -> list[Line]:
        """Those lines that are asked for, each with whether it follows from a wrong one."""
        return following([x for x in lines if asked(x.written.number)], page.deadline, self.options.seed)

    def _explained(self, page: Lines, lines: list[Line]) -> list[Line]:
        return page.explained(lines) if self.options.reasons else lines


def _in_order(claims: list[JudgedClaim], reading: Reading, file: str) -> tuple[JudgedClaim, ...]:
    """The claims as they stand in the document, each with the file that it stands in if that is not the page."""
    claims = sorted(claims, key=lambda c: reading.order(c.file, c.line))
    return tuple(replace(c, file="") if c.file and c.file == file else c for c in claims)


def _page(whole: Whole, text: str, options: Options, given: System | None, deadline: float) -> Lines:
    reading = with_units_of_layers(whole.reading, whole.system, text)
    plain = with_macros_written_out(text, reading.macros)
    judged = [w.line for w in reading.claims if w.claims]
    readings, system = readings_of(plain, whole.system, judged, given, whole.stance in ALIKE)
    rows, apart = rows_of(whole.system, reading.rows, are_negatives(plain))
    readings = replace(readings, rows=rows, apart=apart)
    reading = replace(reading, notes=(*reading.notes, *whole.notes, *unused(reading.claims, _known(given))))
    return Lines(reading, system, options, deadline, given, readings, text)


def _agreed(lines: list[Line], others: Iterable[tuple[Lines, Whole]]) -> list[Line]:
    """The lines beside what they are in other readings of the page."""
    for other, whole in others:
        asked = frozenset(x.written.number for x in lines if any(o.may_change(whole.stance) for o in x.outcomes))
        asked = (asked & whole.of if whole.of else asked) - whole.but
        if whole.stance in ALIKE:
            begun = {_begins(line, o): o for line in other.lines(asked) for o in line.outcomes}
            lines = [_refuted(line, begun, whole.stance) for line in lines]
            continue
        found = {_key(line, o): o for line in other.lines(asked) for o in line.outcomes}
        lines = [
            line
            if line.written.number in whole.but or (whole.of and line.written.number not in whole.of)
            else replace(line, outcomes=tuple(o.beside(found.get(_key(line, o)), whole.stance) for o in line.outcomes))
            for line in lines
        ]
    return lines


def _refuted(line: Line, found: dict[tuple[object, ...], Outcome], stance: Stance) -> Line:
    """The line with those links that do not fit and are wrong where all arrays are as long."""
    pairs = [(o, found.get(_begins(line, o))) for o in line.outcomes]
    return replace(line, outcomes=tuple(b if b and is_refuted(a, b, stance) else a for a, b in pairs))


def _begins(line: Line, o: Outcome) -> tuple[object, ...]:
    """Which link it is, also where a member that does not fit ends before what was typed."""
    return (*_key(line, o)[:2], o.judged.span[0] if o.judged.span is not None else None, o.label)


def _key(line: Line, o: Outcome) -> tuple[object, ...]:
    return (line.written.number, line.written.span, o.judged.span, o.label)


def _known(network: System | None) -> frozenset[Variable]:
    return frozenset() if network is None else frozenset(network.variables())

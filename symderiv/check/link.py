"""One equation of a page with all that is needed to judge it, to explain it and to build on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from ..domain.constraint import TRUE, Constraint, Domain
from ..evaluate.imposed import NOT_IMPOSED
from ..expr import Expr, Labelled
from ..latex.source import Offsets
from ..read import Written
from ..resolve.shapes.derivatives import LAYOUT
from ..step import Judgement
from ..system import System
from .report import JudgedClaim, JudgedLink


@dataclass(frozen=True, slots=True)
class Link:
    """`left = right` as it is judged: sums have their bounds, letters their ranges (`domain`).

    `span` is where it stands in the LaTeX of its display; `number` counts the links of its chain, from 0; `page` is the
    whole text, `beside` all of its lines. `presumed` is what the entries in it say of the sizes by being named, part of
    `domain`.
    """

    written: Written
    number: int
    left: Expr
    right: Expr
    span: Offsets
    domain: Domain
    system: System
    page: str = field(default="", compare=False, repr=False)
    presumed: Domain = field(default=TRUE, compare=False)
    beside: tuple[Written, ...] = field(default=(), compare=False, repr=False)

    @property
    def key(self) -> tuple[object, ...]:
        """Which link of the page it is."""
        return self.written.number, self.written.span, self.number

    def under(self, more: tuple[Constraint, ...]) -> Link:
        """The link as stated under more conditions."""
        return replace(self, written=replace(self.written, where=(*self.written.where, *more))) if more else self

    @property
    def cases(self) -> tuple[Link, ...]:
        """The link under each of the conditions between which one beside it leaves the choice; else the link alone."""
        w = self.written
        if w.choice is None:
            return (self,)
        given = tuple(g for g in w.given if g != w.choice.typed)
        return tuple(
            replace(self, written=replace(w, where=(*w.where, *case), given=given, choice=None))
            for case in w.choice.cases
        )

    @property
    def where(self) -> tuple[Constraint, ...]:
        """The condition it is stated under, beside the ranges."""
        return self.written.where

    @property
    def full(self) -> Domain:
        """Every point that it is stated for."""
        return self.domain & Domain(self.written.where) if self.written.where else self.domain


class Stance(Enum):
    """How another reading of a page stands to the one that is taken."""

    OTHER = "other"  # without lines that cannot be read
    DOUBTFUL = "doubtful"  # without sentences that may define nothing
    RATHER = "rather"  # without values that solve an equation
    SOLVED = "solved"  # without values that surely do
    ADDING_UP = "adding up"  # with targets that add up to one
    ONE_HOT = "one-hot"  # with data that are 1 at a class and 0 elsewhere, as the page says
    DIVIDED = "divided"  # with slashes that divide by more
    CROSSED = "crossed out"  # without parts of formulas that are crossed out, or with arguments as long as may be
    ANEW = "anew"  # with a name as it is defined anew
    PERHAPS_ANEW = "perhaps anew"  # with a name as it may be
    BESIDE = "beside"  # without the conditions of other lines
    LAID = "laid out"  # with derivatives in another layout, where the page leaves it open
    ALIKE = "alike"  # with arrays that are all as long
    ALIKE_OR_TRANSPOSED = "alike or transposed"  # so, and derivatives by a matrix may be written transposed


ALIKE = (Stance.ALIKE, Stance.ALIKE_OR_TRANSPOSED)
SLASH_RIGHT = (
    "it is right if the slash divides by the next factor alone, and may not be if it divides by more behind it"
)
SLASH_WRONG = (
    "it is wrong if the slash divides by the next factor alone, and may not be if it divides by more behind it"
)
OF_OTHERS = "it rests on a condition that stands beside another line, or in a question"
UNSAID = "it is right if the targets add up to one (are one-hot), which the page does not say"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A link with its verdict; None where a member could not be read. An underbrace is an outcome of its own."""

    link: Link | None
    judged: JudgedLink
    label: bool = False

    @property
    def right(self) -> bool:
        """Is it right?"""
        return self.judged.judgement is Judgement.RIGHT

    def beside(self, other: Outcome | None, stance: Stance) -> Outcome:
        """The outcome beside the one in another reading: open if the one is right and the other wrong.

        Beside a doubtful reading what is open there, or no claim, is open; what is right in one that is rather meant,
        is right. What is wrong is open where targets that add up leave it open. What is said in words holds.
        """
        there = None if other is None else other.judged.judgement
        if other is not None and stance is Stance.SOLVED:
            return other
        if other is not None and stance is Stance.RATHER and other.right and self.wrong:
            return other
        if stance is Stance.ONE_HOT:
            better = other is not None and (other.right if not self.wrong else not other.wrong)
            return other if better and other is not None and not self.right else self
        told = {self.judged.judgement, there} == {Judgement.RIGHT, Judgement.WRONG}
        lengths = stance in (Stance.CROSSED, Stance.DIVIDED, Stance.BESIDE)
        told = told or (lengths and (self.right or self.wrong) and there is not self.judged.judgement)
        laid = stance is Stance.LAID and (self.right or self.wrong) and there is not self.judged.judgement
        told = (
            told
            or laid
            or (stance is Stance.ADDING_UP and self.wrong and there is Judgement.UNPROVED and _is_told(other))
        )
        doubtful = (
            stance in (Stance.DOUBTFUL, Stance.PERHAPS_ANEW)
            and there in (None, Judgement.UNPROVED)
            and (self.right or self.wrong)
        )
        if not told and not doubtful:
            return self
        detail = "it is right in one reading of the page and wrong in another"
        if stance is Stance.ADDING_UP and other is not None:
            detail = UNSAID if other.right else other.judged.detail or detail
        if laid:
            detail = LAYOUT
        if stance is Stance.DIVIDED:
            detail = SLASH_RIGHT if self.right else SLASH_WRONG
        if stance is Stance.BESIDE:
            detail = OF_OTHERS
        return replace(self, judged=replace(self.judged, judgement=Judgement.UNPROVED, detail=detail))

    def left_open(self, detail: str) -> Outcome:
        """The outcome as neither right nor wrong, and why."""
        judged = replace(self.judged, judgement=Judgement.UNPROVED, detail=detail, counterexample=None)
        return replace(self, judged=judged)

    def may_change(self, stance: Stance) -> bool:
        """May the outcome be another one `beside` what the line is in a reading with this stance?"""
        if stance is Stance.ONE_HOT:
            return not self.right
        if stance is Stance.ADDING_UP:
            return self.wrong  # what holds for any targets holds for those that add up
        return self.right or self.wrong or stance is Stance.SOLVED or stance in ALIKE

    @property
    def wrong(self) -> bool:
        """Is it wrong?"""
        return self.judged.judgement is Judgement.WRONG


def plainly(e: Expr) -> Expr:
    """The expression without its outermost underbrace."""
    return e.body if isinstance(e, Labelled) else e


@dataclass(frozen=True, slots=True)
class Line:
    """One chain of the page with the outcome of every link of it that is a claim."""

    written: Written
    outcomes: tuple[Outcome, ...]

    def claim(self) -> JudgedClaim:
        """What the report says of it."""
        w = self.written
        return JudgedClaim(w.line, w.latex, tuple(o.judged for o in self.outcomes), w.struck, w.tag, file=w.place.file)


def _is_told(other: Outcome | None) -> bool:
    """Is a line open for what it says, and not because no numbers could be drawn that add up?"""
    return other is not None and other.judged.detail != NOT_IMPOSED

"""One equation of a page with all that is needed to judge it, to explain it and to build on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..domain.constraint import TRUE, Constraint, Domain
from ..expr import Expr, Labelled
from ..latex.source import Offsets
from ..read import Written
from ..step import Judgement
from ..system import System
from .report import JudgedClaim, JudgedLink


@dataclass(frozen=True, slots=True)
class Link:
    """`left = right` as it is judged: sums have their bounds, letters their ranges (`domain`).

    `span` is where it stands in the LaTeX of its display; `number` counts the links of its chain, from 0; `page` is the
    whole text. `presumed` is what the entries in it say of the sizes by being named, part of `domain`.
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

    @property
    def key(self) -> tuple[object, ...]:
        """Which link of the page it is."""
        return self.written.number, self.written.span, self.number

    def under(self, more: tuple[Constraint, ...]) -> Link:
        """The link as stated under more conditions."""
        return replace(self, written=replace(self.written, where=(*self.written.where, *more))) if more else self

    @property
    def where(self) -> tuple[Constraint, ...]:
        """The condition it is stated under, beside the ranges."""
        return self.written.where

    @property
    def full(self) -> Domain:
        """Every point that it is stated for."""
        return self.domain & Domain(self.written.where)


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

    def left_open(self, other: Judgement | None, strict: bool = False) -> Outcome:
        """The outcome, open if it is right and another reading of the page has it wrong, or the other way round; in a
        `strict` one also if it is open there, or no claim."""
        told = {self.judged.judgement, other} == {Judgement.RIGHT, Judgement.WRONG}
        if not told and not (strict and other in (None, Judgement.UNPROVED) and (self.right or self.wrong)):
            return self
        detail = "it is right in one reading of the page and wrong in another"
        return replace(self, judged=replace(self.judged, judgement=Judgement.UNPROVED, detail=detail))

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

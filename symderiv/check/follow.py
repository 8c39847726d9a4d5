"""Does a wrong link follow from a wrong line above?

The wrong lines above are taken as if they were true: their left sides are replaced by their right sides, in the left
member as it stands and in what right lines above say it equals. If the present link then holds, it follows. That never
changes a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic

from ..affine import Affine, Sym
from ..calculus.match import Pattern, same
from ..domain.constraint import Constraint
from ..expr import Bracket, Expr, Partial, Var, add, free, mul, rebuild, substitute, walk
from ..step import Judgement
from ..system import System
from .judge import judge_link
from .link import Line, Link, Outcome, plainly
from .reasons.paths import asked_for, paths

MOST_STATES = 12
"""So many expressions that a left member equals are looked at."""
MOST_PARTS = 400
"""Expressions with more parts than this are not followed further."""
MOST_TESTS = 6
"""So many of them are compared with the right member."""
TEST_SECONDS = 0.3
PAGE_SECONDS = 5.0
"""At most so long is spent on this question for a whole page."""


@dataclass(frozen=True, slots=True)
class Equation:
    """`left = right` of a line above, to be read from left to right."""

    left: Expr
    right: Expr
    where: tuple[Constraint, ...]
    letters: frozenset[Sym]

    @staticmethod
    def of(link: Link) -> Equation:
        """The equation of a link; its free letters may stand for any index."""
        left, right = plainly(link.left), plainly(link.right)
        return Equation(left, right, link.where, free(left) - link.system.sizes)

    @property
    def usable(self) -> bool:
        """Is its left side something that can be replaced: an entry or a derivative?"""
        return isinstance(self.left, (Var, Partial))

    def at(self, e: Expr) -> Expr | None:
        """What the equation puts in the place of `e`, None if `e` is not its left side."""
        found = Pattern(self.letters).match(self.left, e, {}, {})
        if found is None:
            return None
        values: dict[Sym, Affine] = dict(found)
        new = substitute(self.right, values)
        if not self.where:
            return new
        where = tuple(c.substitute(values) for c in self.where)
        others = (mul(Bracket((*where[:n], d)), e) for n, c in enumerate(where) for d in c.negate())
        return add(mul(Bracket(where), new), *others)


def _head(e: Expr) -> object:
    """What tells entries apart, and derivatives, whatever their letters; None for anything else."""
    if isinstance(e, Partial):
        return (e.direct, e.wrt.variable)
    return e.variable if isinstance(e, Var) else None


class Equations:
    """Usable equations, the latest first, found by what they are about."""

    def __init__(self, *equations: Equation) -> None:
        self.by_head: dict[object, list[Equation]] = {}
        for equation in equations:
            self.add(equation)

    def add(self, equation: Equation) -> None:
        """One more, to be tried first."""
        self.by_head.setdefault(_head(equation.left), []).insert(0, equation)

    def at(self, e: Expr) -> Expr | None:
        """What they put in the place of `e`, None if it is the left side of none."""
        about = self.by_head.get(_head(e), ())
        return next((new for equation in about if (new := equation.at(e)) is not None), None)

    def __bool__(self) -> bool:
        return bool(self.by_head)


def following(lines: Sequence[Line], deadline: float, seed: int = 0) -> list[Line]:
    """The lines, each wrong link marked that holds once the wrong lines above it are taken for true."""
    wrong = Equations()
    right: list[Equation] = []
    until = min(deadline, monotonic() + PAGE_SECONDS)
    found: list[Line] = []
    for line in lines:
        outcomes = []
        for outcome in line.outcomes:
            link = outcome.link
            if outcome.wrong and link is not None and wrong and _follows(link, wrong, right, until, seed):
                outcome = replace(outcome, judged=replace(outcome.judged, follows=True))
            outcomes.append(outcome)
            if link is not None and not line.written.struck and not outcome.label:
                _remember(outcome, link, wrong, right)
        found.append(Line(line.written, tuple(outcomes)))
    return found


def _remember(outcome: Outcome, link: Link, wrong: Equations, right: list[Equation]) -> None:
    """The latest equation about a left side is tried first."""
    made = Equation.of(link)
    if made.usable and not outcome.judged.degenerate:
        if outcome.wrong:
            wrong.add(made)
        elif outcome.right:
            right.insert(0, made)


def _follows(link: Link, wrong: Equations, right: list[Equation], until: float, seed: int) -> bool:
    target = rewritten(plainly(link.right), wrong)
    for candidate in islice(_equal_to(link, wrong, right), MOST_TESTS):
        if same(candidate, target) or same(candidate, plainly(link.right)):
            return True
        if monotonic() > until:
            return False
        if _holds(link.system, candidate, target, link, seed):
            return True
    return False


def _holds(system: System, left: Expr, right: Expr, link: Link, seed: int) -> bool:
    found = judge_link(system, left, right, link.domain, link.where, seed=seed, seconds=TEST_SECONDS)
    return found.judgement is Judgement.RIGHT


def _by_paths(link: Link, left: Expr) -> Expr | None:
    """A derivative as the sum over the paths next to what is differentiated by."""
    goal = asked_for(link.system, left)
    found = () if goal is None else paths(link.system, goal, link.full)
    near = [p.term for p in found if p.depth == 0]
    return add(*near) if near else None


def _equal_to(link: Link, wrong: Equations, right: list[Equation]) -> Iterator[Expr]:
    """What `left` would be if the wrong lines were true, through what the right lines say it is."""
    left = plainly(link.left)
    unfolded = _by_paths(link, left)  # the chain rule, where the page goes on without a word
    states = [left] if unfolded is None else [left, unfolded]
    told: list[Expr] = []
    for state in states:
        new = rewritten(state, wrong)
        if new != state and new not in told:
            told.append(new)
            yield new
        for equation in right:
            step = rewritten(state, Equations(equation))
            if len(states) < MOST_STATES and step not in states and sum(1 for _ in walk(step)) <= MOST_PARTS:
                states.append(step)


def rewritten(e: Expr, equations: Equations) -> Expr:
    """The expression with every left side of the equations replaced, once, from the outside in."""
    new = equations.at(e)
    if new is not None:
        return new
    if isinstance(e, Partial):
        return e
    return rebuild(e, lambda x: rewritten(x, equations))

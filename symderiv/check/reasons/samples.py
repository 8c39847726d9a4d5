r"""Candidates by the hundred: do two expressions agree at a few points of one random draw?

A proof costs milliseconds, an evaluation microseconds, so only what agrees here is worth a proof. Agreement here is no
evidence: sizes are small and points few.
"""

from __future__ import annotations

from itertools import islice
from math import inf
from random import Random
from time import monotonic

from ...affine import Sym
from ...domain import Domain
from ...evaluate import Draw, Failure, Undefined, Unlucky, oracle
from ...evaluate.compare import prepare
from ...evaluate.imposed import WORK as DRAWN
from ...evaluate.jets import Number
from ...evaluate.program import Closed
from ...evaluate.world import World
from ...expr import ZERO, Expr, free
from ...system import System
from ...work import WORK, worked
from .frames import Frames
from .slips import Patch

LOOKED_AT = 400
CLOSE = 1e-7
TINY = 1e-11
"""What is left of values about 1 that cancel."""
DRAWS = ((2, 3), (3, 3))
"""The smallest size of each draw, and at how many points of it is looked."""


LARGER, MANY = 3, 40
"""The smallest size and the number of points, where it is asked at which of them a line holds."""
Point = dict[Sym, int]
Values = list[Number | Undefined]


CANDIDATE = 3
"""Units of work that go into a candidate, beside the turns of its sums."""
TURNS = 50
"""So many turns of a sum take a unit."""
SELDOM = 50
"""So many candidates are tried before the clock of the system is asked."""


class Clock:
    """When a search ends: when the work that is allowed is done.

    As a last resort it ends after so many seconds of its own work, and at a `deadline`, a time of `time.monotonic`.
    """

    def __init__(self, seconds: float, deadline: float = inf) -> None:
        self.end = worked() + seconds
        self.deadline = deadline
        self.asked = 0
        self.over = False

    @property
    def late(self) -> bool:
        """Is the work done, or the time over?"""
        self.asked += 1
        if not self.over:
            self.over = WORK.spent or monotonic() > self.deadline
            if self.asked % SELDOM == 0:
                self.over = self.over or worked() > self.end
        return self.over


class Samples:
    """One side of a link at some points, to compare with."""

    def __init__(self, system: System, target: Expr, written: Expr, full: Domain, clock: Clock, seed: int = 0) -> None:
        """Raises a `Failure` where the target has no values."""
        judge = oracle(system, seed)
        claim = prepare(judge.program, (target, target), full, seed)
        self.clock = clock
        self.judge = judge
        self.program = judge.program
        self.loops = claim.loops
        self.letters = claim.letters
        self.names = frozenset(claim.letters) | system.sizes
        self.kind = claim.exact if claim.conclusive else "float"
        self.target = claim.closed[0]
        self.targets: dict[tuple[World, tuple[int, ...]], Number | Undefined] = {}
        self.scope = self.program.scope(*claim.letters, shared=True)
        self.places: list[tuple[Draw, tuple[int, ...]]] = []
        for low, count in DRAWS:
            draw = judge.draw(low).begin()
            points = list(islice(claim.loops.points(draw.world(self.kind)), LOOKED_AT))
            Random(draw.profile.seed).shuffle(points)
            self.places += [(draw, p) for p in points[:count]]
        if not self.places:
            raise Unlucky("the condition holds nowhere at the sizes drawn")
        self._sort(written)
        self.seen: dict[Expr | Patch, bool] = {}
        self.frames = Frames(self.program, self.letters, self.scope, self.names)

    def _sort(self, written: Expr) -> None:
        """A point at which the written side differs comes first: it refutes most candidates."""
        if self._known(written):
            closed = self.program.expression(written, self.letters, self.scope)
            n = next((n for n, place in enumerate(self.places) if not self._same(closed, *place)), 0)
            self.places.insert(0, self.places.pop(n))

    def _known(self, e: Expr) -> bool:
        return free(e) <= self.names

    @property
    def late(self) -> bool:
        """Is the time for the search over?"""
        return self.clock.late

    def agrees(self, e: Expr | Patch) -> bool:
        """Does an expression agree with the target at every point?"""
        found = self.seen.get(e)
        if found is None:
            found = self.seen[e] = self._agrees(e)
        return found

    def _agrees(self, e: Expr | Patch) -> bool:
        try:
            closed = self.frames.closed(e) if isinstance(e, Patch) else self._closed(e)
        except (Failure, KeyError, ValueError):
            return False
        return closed is not None and all(self._same(closed, draw, point) for draw, point in self.places)

    def _closed(self, e: Expr) -> Closed | None:
        return self.program.expression(e, self.letters, self.scope) if self._known(e) else None

    def values(self, e: Expr) -> Values | None:
        """The values of an expression at every point, None where it has none."""
        if not self._known(e):
            return None
        try:
            closed = self.program.expression(e, self.letters, self.scope)
            found = [draw.values(self.kind, (closed,), point)[0] for draw, point in self.places]
        except (Failure, KeyError, ValueError):
            return None
        WORK.left -= CANDIDATE * len(found)
        return None if any(isinstance(x, Undefined) for x in found) else found

    def equal(self, a: Values | None, b: Values | None) -> bool:
        """Are two rows of values equal?"""
        if a is None or b is None:
            return False
        pairs = zip(self.places, a, b, strict=True)
        return all(
            not isinstance(x, Undefined) and not isinstance(y, Undefined) and self._close(draw, x, y)
            for (draw, _), x, y in pairs
        )

    def judged(self, e: Expr) -> list[tuple[Point, bool, bool]]:
        """Points of one larger draw, whether an expression agrees there with the target, and whether that is not 0."""
        if not self._known(e) or self.late:
            return []
        closed = self.program.expression(e, self.letters)
        draw = self.judge.draw(LARGER).begin()
        points = list(islice(self.loops.points(draw.world(self.kind)), LOOKED_AT))
        Random(draw.profile.seed).shuffle(points)
        zero = self.program.expression(ZERO, self.letters)
        return [
            (
                {**draw.sizes, **dict(zip(self.letters, p, strict=True))},
                self._same(closed, draw, p),
                not self._same(zero, draw, p),
            )
            for p in points[:MANY]
        ]

    def _same(self, closed: Closed, draw: Draw, point: tuple[int, ...]) -> bool:
        WORK.left -= CANDIDATE
        try:
            a, b = self._beside_target(closed, draw, point)
            WORK.left -= (DRAWN - draw.world(self.kind).work) // TURNS
        except Failure:
            return False
        if isinstance(a, Undefined) or isinstance(b, Undefined):
            return False
        return self._close(draw, a, b)

    def _beside_target(
        self, closed: Closed, draw: Draw, point: tuple[int, ...]
    ) -> tuple[Number | Undefined, Number | Undefined]:
        """The target and an expression at a point, with the same values: one of them may need others to be drawn.

        The target is remembered as long as the values that were drawn stand.
        """
        world = draw.world(self.kind)
        if (world, point) in self.targets:
            (found,) = draw.values(self.kind, (closed,), point)
            if draw.world(self.kind) is world:
                return self.targets[world, point], found
        target, found = draw.values(self.kind, (self.target, closed), point)
        self.targets[draw.world(self.kind), point] = target
        return target, found

    def _close(self, draw: Draw, a: Number, b: Number) -> bool:
        if self.kind != "float":
            return bool(draw.world(self.kind).agree(a, b))
        return bool(abs(a - b) <= CLOSE * max(abs(a), abs(b)) + TINY)

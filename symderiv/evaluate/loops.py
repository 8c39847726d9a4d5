"""The points of a domain as nested loops, planned once: every letter runs between bounds made of letters before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from ..affine import IntFn, Sym, affine
from ..domain import Constraint, Domain, shadow
from .failures import NoRange, TooMuchWork
from .lookup import Env, Lookup
from .maker import IntRun, Maker, Test
from .scope import Scope

LONGEST = 1_000_000


@dataclass(frozen=True)
class Loop:
    """One letter: `a x + rest >= 0` for each of its bounds, and the tests that can be made once it is known."""

    slot: int
    bounds: tuple[tuple[int, IntRun], ...]
    test: Test | None

    def range(self, w: Lookup, env: Env) -> range:
        """The values between the bounds."""
        lowers, uppers = [], []
        for a, rest in self.bounds:
            r = rest(w, env)
            if a > 0:
                lowers.append(-(r // a))
            else:
                uppers.append(r // -a)
        low, high = max(lowers), min(uppers)
        if high - low > LONGEST:
            raise TooMuchWork("an index range is too long to enumerate")
        return range(low, high + 1)


class Loops:
    """The loops for some letters over a domain in which every other letter is in scope.

    Raises `NoRange` if a letter has no lower or no upper bound, stated or implied.
    """

    def __init__(self, maker: Maker, domain: Domain, letters: tuple[Sym, ...], scope: Scope) -> None:
        self.maker, self.scope, self.letters = maker, scope, letters
        for s in letters:
            if s not in scope.slots:
                scope.slots[s] = scope.new()
        left = list(domain.constraints)
        known = set(scope.slots) - set(letters)
        self.first = maker.tests(self._ready(left, known), scope)
        self.loops: list[Loop] = []
        todo = list(letters)
        while todo:
            letter = next((s for s in todo if self._bounded(left, s, known)), None)
            if letter is None:
                left += self._implied(left, todo)
                letter = next((s for s in todo if self._bounded(left, s, known)), None)
            if letter is None:
                raise NoRange(f"the letter {todo[0].name} has no range")
            todo.remove(letter)
            bounds = [b for c in left if (b := self._bound(c, letter, known))]
            made = tuple((a, rest) for pair in bounds for a, rest in pair)
            known.add(letter)
            ready = self._ready(left, known)
            exact = [c for c in ready if c.rel != ">="]
            self.loops.append(Loop(scope.slots[letter], made, maker.tests(exact, scope)))
        for c in left:
            raise NoRange(f"the letter {min(s.name for s in c.letters() - known)} has no range")

    @staticmethod
    def _implied(left: list[Constraint], todo: list[Sym]) -> list[Constraint]:
        """What the constraints say of each letter alone: `i <= N - 1` of `i < j <= N`."""
        found: list[Constraint] = []
        for letter in todo:
            domain = Domain(tuple(c for c in left if c.rel in (">=", "==")))
            for other in todo:
                domain = domain if other == letter else shadow(domain, other)
            found += [c for c in domain.constraints if c.mentions(letter) and c not in left]
        return found

    @staticmethod
    def _ready(left: list[Constraint], known: set[Sym]) -> list[Constraint]:
        """Takes out the constraints all of whose letters are known."""
        ready = [c for c in left if c.letters() <= known]
        left[:] = [c for c in left if not c.letters() <= known]
        return ready

    @staticmethod
    def _sides(c: Constraint, letter: Sym, known: set[Sym]) -> tuple[int, ...]:
        """The coefficients with which the constraint bounds the letter by what is known: one, two for an equality."""
        a = c.form.coefficient(letter)
        inside = any(letter in x.letters() for t, _ in c.form.terms if isinstance(t, IntFn) for x in t.args)
        if not a or inside or c.rel not in (">=", "==") or not c.letters() - {letter} <= known:
            return ()
        return (a,) if c.rel == ">=" else (a, -a)

    def _bounded(self, left: list[Constraint], letter: Sym, known: set[Sym]) -> bool:
        sides = [a for c in left for a in self._sides(c, letter, known)]
        return any(a > 0 for a in sides) and any(a < 0 for a in sides)

    def _bound(self, c: Constraint, letter: Sym, known: set[Sym]) -> list[tuple[int, IntRun]]:
        a = c.form.coefficient(letter)
        found = []
        for side in self._sides(c, letter, known):
            rest = (c.form - a * affine(letter)) * (1 if side == a else -1)
            found.append((side, self.maker.form(rest, self.scope)))
        return found

    def environment(self, w: Lookup) -> Env:
        """An environment with the sizes filled in."""
        return [*w.root.row, *[0] * (self.scope.room - len(w.root.row))]

    def points(self, w: Lookup, env: Env | None = None) -> Iterator[tuple[int, ...]]:
        """Every point, as values of the letters in the order given."""
        env = self.environment(w) if env is None else env
        if self.first is None or self.first(w, env):
            slots = [self.scope.slots[s] for s in self.letters]
            for _ in self._walk(w, env, 0):
                yield tuple([env[s] for s in slots])

    def _walk(self, w: Lookup, env: Env, depth: int) -> Iterator[None]:
        if depth == len(self.loops):
            yield None
            return
        loop = self.loops[depth]
        values = loop.range(w, env)
        w.root.spend(len(values))
        for x in values:
            env[loop.slot] = x
            if loop.test is None or loop.test(w, env):
                yield from self._walk(w, env, depth + 1)

    def sample(self, w: Lookup, random: Random, wanted: int, tries: int) -> list[tuple[int, ...]]:
        """Some points at random, coinciding letters and ends of ranges more often than chance would have them."""
        env = self.environment(w)
        if self.first is not None and not self.first(w, env):
            return []
        slots = [self.scope.slots[s] for s in self.letters]
        found: dict[tuple[int, ...], None] = {}
        for _ in range(tries):
            if self._throw(w, env, random):
                found[tuple([env[s] for s in slots])] = None
            if len(found) >= wanted:
                break
        return list(found)

    def _throw(self, w: Lookup, env: Env, random: Random) -> bool:
        taken: list[int] = []
        for loop in self.loops:
            values = loop.range(w, env)
            if not values:
                return False
            special = [x for x in (values[0], values[-1], *taken) if x in values]
            x = random.choice(special) if random.random() < 0.4 else random.choice(values)
            env[loop.slot] = x
            if loop.test is not None and not loop.test(w, env):
                return False
            taken.append(x)
        return True

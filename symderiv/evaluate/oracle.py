"""Draws of one network, remembered: the same sizes and values serve every claim about it.

>>> from symderiv.affine import Sym, affine
>>> from symderiv.domain import Domain, ge, le
>>> from symderiv.expr import Partial, Pow, Variable, num, total
>>> from symderiv.system import Piece, Role, System
>>> E, x, i = Variable("E"), Variable("x_{#}"), Sym("i")
>>> inside = Domain.of(ge(i, 1), le(i, "N"))
>>> system = System(
...     pieces=(
...         Piece(E, (), (), Domain(()), total("i", 1, "N", Pow(x("i"), num(2))), Role.NODE),
...         Piece(x, (affine(i),), (i,), inside, None, Role.INPUT),
...     ),
...     sizes=frozenset({Sym("N")}), objective=E,
... )
>>> draw = Oracle(system, seed=0).draw(low=2)
>>> slope, entry = draw.value(Partial(E(), x("i")), i=1), draw.value(x("i"), i=1)
>>> abs(slope - 2 * entry) < 1e-12
True
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import lru_cache
from weakref import WeakSet

from ..affine import Sym
from ..domain import TRUE, Domain
from ..expr import Expr
from ..system import System
from .draw import Profile, sizes_for
from .either import Either
from .failures import Lasting, Redraw, Undefined, Unlucky
from .floats import Float, High, Masses
from .imposed import WORK, Instance, world_of
from .jets import Number
from .numbers import Field, Numbers, Ordered, keyed
from .program import Closed, Program, program
from .world import World

MOST_HELD = 400_000
"""So many values and derivatives are remembered, or the derivatives in all draws are forgotten, and where values alone
are too many the draws: each takes some hundred bytes, in high precision up to 1,000."""
ATTEMPTS = 14
"""How often values are drawn again before the sizes, or the number system, are given up."""
FIELD_ATTEMPTS = 64
"""The same in the field, where half of the numbers have no root."""

OF_NOTHING = ("a denominator is zero", "a logarithm of zero")
"""What is refused of a zero."""


def _tame(attempt: int) -> int:
    return min(4, attempt // 2) if attempt < ATTEMPTS - 4 else 5 + attempt + 4 - ATTEMPTS


KINDS: dict[str, Callable[[int, int], Numbers]] = {
    "field": lambda seed, attempt: Field(seed),
    "ordered": lambda seed, attempt: Ordered(seed),
    "either": lambda seed, attempt: Either(seed),
    "float": lambda seed, attempt: Float(seed, _tame(attempt)),
    "masses": lambda seed, attempt: Masses(seed, _tame(attempt)),
    "high": lambda seed, attempt: High(seed, _tame(attempt)),
    "complex": lambda seed, attempt: High(seed, complex_=True),
}
"""The number systems by name. Draws of all but the exact ones are the same numbers, more or less precisely."""

COST = {"masses": 2, "high": 20, "complex": 30}
"""How long a step takes in a number system, compared with the quick ones."""

GROUP = {"float": "real", "masses": "real", "high": "real"}
"""Number systems that share their draws: what one refuses is drawn again for all."""


class Draw:
    """One choice of sizes, with a world for each number system, made when first asked for."""

    def __init__(self, made: Program, profile: Profile) -> None:
        self.program = made
        self.profile = profile
        self.sizes, self.tables = sizes_for(made.system, profile)
        self._worlds: dict[tuple[str, int, int], World] = {}
        self._attempts: dict[str, int] = {}
        self._instances: list[Instance] = []
        self.salt = 0
        self.spent = 0
        """Loop turns taken so far."""

    def begin(self, salt: int = 0) -> Draw:
        """Forgets which values were refused, so that every claim begins alike; another salt, other values."""
        self._attempts.clear()
        self.salt = salt
        for world in self._worlds.values():
            world.sums.clear()
        return self

    @property
    def shown(self) -> tuple[tuple[str, int], ...]:
        """The sizes by name, those that depend on indices as far as they were used."""
        plain = [(s.name, n) for s, n in sorted(self.sizes.items(), key=lambda x: x[0].name)]
        names = self.program.system.size_functions
        tables = [(f"{f}({','.join(map(str, a))})", n) for (f, a), n in sorted(self.tables.fixed.items()) if f in names]
        return tuple(plain + tables)

    def world(self, kind: str) -> World:
        """The world in a number system, with values that were not refused so far."""
        while True:
            attempt = self._attempts.get(GROUP.get(kind, kind), 0)
            key = (kind, self.salt, attempt)
            if key not in self._worlds:
                numbers = KINDS[kind](keyed(self.profile.seed, self.salt, attempt), attempt)
                numbers.spread, numbers.far = self.profile.spread, self._far()
                try:
                    self._worlds[key] = world_of(self.program, self.sizes, self.tables, numbers, WORK, self._instances)
                except Redraw as refused:
                    self.again(kind, refused)
                    continue
            return self._worlds[key]

    @property
    def held(self) -> int:
        """How many values and derivatives are remembered."""
        return sum(w.held + len(w.memo) + w.numbers.held for w in self._worlds.values())

    def make_room(self) -> None:
        """Forget the derivatives where there are too many."""
        if self.held > MOST_HELD:
            self.forget_nudges()

    def forget_nudges(self) -> None:
        """Forget the derivatives; they come out the same when they are asked for again."""
        for world in self._worlds.values():
            world.forget_nudges()

    def _far(self) -> str:
        """The given name whose values lie further from 0 than others; those without indices come first."""
        given = {p.variable for p in self.program.system.pieces if p.body is None} if self.profile.uneven else ()
        names = sorted((v.arity, v.key) for v in given)
        return names[(self.profile.uneven - 1) % len(names)][1] if names else ""

    def again(self, kind: str, refused: Redraw) -> None:
        """Draws new values after some were refused; `Unlucky` when that has happened too often, or would
        happen again with any others."""
        group, most = GROUP.get(kind, kind), FIELD_ATTEMPTS if kind in ("field", "either") else ATTEMPTS
        lasting = isinstance(refused, Lasting)
        self._attempts[group] = max(self._attempts.get(group, 0) + 1, most if lasting else 0)
        if self._attempts[group] >= most:
            raise Unlucky(f"no random values will do: {refused}", lasting=lasting)

    def values(
        self, kind: str, closed: Sequence[Closed], point: tuple[int, ...], nothing: bool = False
    ) -> list[Number | Undefined]:
        """The values of some expressions at a point of their letters; `Undefined` in place of a value there is none of.

        With `nothing` another number system has found a denominator, or what a logarithm is taken of, that is zero
        whatever is drawn. Raises `Declined` and `TooMuchWork`.
        """
        while True:
            world = self.world(kind)
            world.work = WORK
            found: list[Number | Undefined] = []
            try:
                for e in closed:
                    try:
                        found.append(world.value(e, point))
                    except Undefined as reason:
                        found.append(reason.with_traceback(None))  # as a value it holds on to nothing
            except Redraw as refused:
                self.again(kind, Lasting(*refused.args) if nothing and str(refused) in OF_NOTHING else refused)
            except OverflowError:
                self.again(kind, Redraw("a value is too large for a double"))
            else:
                return found
            finally:
                self.spent += (WORK - world.work) * COST.get(kind, 1)

    def value(self, e: Expr, kind: str = "float", **letters: int) -> Number:
        """The value of an expression, its free letters given by name (the sizes are the draw's).

        Raises the `Failure`s of `failures`.
        """
        self.begin()
        names = tuple(Sym(s) for s in letters)
        (found,) = self.values(kind, [self.program.expression(e, names)], tuple(letters.values()))
        if isinstance(found, Undefined):
            raise found
        return found


_MADE: WeakSet[Oracle] = WeakSet()
"""The oracles that are alive: what all of them remember has to find room."""


def forget_draws() -> None:
    """Forget the draws of all networks: there is no room for them."""
    for o in _MADE:
        o.forget()
    gc.collect()  # worlds refer to themselves


class Oracle:
    """All the draws of a network for a seed."""

    def __init__(self, system: System, seed: int = 0) -> None:
        self.program = program(system)
        self.seed = seed
        self._draws: dict[tuple[int, int, bool, Domain, int, int], Draw] = {}
        _MADE.add(self)

    @property
    def drawn(self) -> tuple[Draw, ...]:
        """The draws made so far."""
        return tuple(self._draws.values())

    @property
    def held(self) -> int:
        """How many values and derivatives are remembered."""
        return sum(d.held for d in self._draws.values())

    def forget(self) -> None:
        """Forget the draws; their values come out the same when they are drawn again."""
        self._draws.clear()

    def draw(
        self,
        low: int = 2,
        n: int = 0,
        *,
        strict: bool = False,
        fixed: Domain = TRUE,
        spread: int = 1,
        uneven: int = 0,
    ) -> Draw:
        """The draw number `n` of sizes from `low` up; `strict`: none may come out smaller by a relation.

        `fixed` says more about the sizes (`J = 1`); those that it fixes may be small.
        """
        key = (low, n, strict, fixed, spread, uneven)
        if sum(o.held for o in _MADE) > MOST_HELD:
            for d in (d for o in _MADE for d in o.drawn):
                d.forget_nudges()
            if 2 * sum(o.held for o in _MADE) > MOST_HELD:
                forget_draws()
        found = self._draws.get(key)
        if found is None:
            profile = Profile(low, keyed(self.seed, low, n) >> 32, strict, fixed, spread, uneven)
            found = self._draws[key] = Draw(self.program, profile)
        return found


@lru_cache(maxsize=8)
def oracle(system: System, seed: int = 0) -> Oracle:
    """The oracle of a network, remembered."""
    return Oracle(system, seed)

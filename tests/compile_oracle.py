"""Compiled networks beside the small oracle: arrays from its values, its total derivatives entry by entry."""

from __future__ import annotations

import cmath
from collections.abc import Mapping
from itertools import product
from typing import Any

import numpy as np
from small_oracle import STEP, Entry, Env, World, close

from symderiv.affine import Sym, affine
from symderiv.compile import Compiled
from symderiv.compile.program import Argument
from symderiv.domain import holds, value
from symderiv.expr import Apply, Expr, Partial, Var, Variable
from symderiv.system import System


def smooth(m: Any) -> tuple[Any, ...]:
    """What `small_oracle` takes an abstract function and its derivatives to be, in a module's own functions."""
    return (
        lambda x: m.sin(x + 0.3) + x * x / 5,
        lambda x: m.cos(x + 0.3) + 2 * x / 5,
        lambda x: -m.sin(x + 0.3) + 0.4,
    )


class Wider(World):
    """The small oracle with kinked functions, and zeros outside of every piece where the network says so."""

    def _compute(self, variable: Variable, indices: tuple[int, ...]) -> complex:
        try:
            return super()._compute(variable, indices)
        except LookupError:
            if self.system.outside_zero:
                return 0j
            raise

    def value(self, e: Expr, env: Env) -> complex:
        """The value of an expression."""
        if isinstance(e, Apply) and e.function in KINKED:
            x, *others = (self.value(a, env) for a in e.args)
            return KINKED[e.function](x, *others)
        return super().value(e, env)

    def total(self, of: Expr, by: Entry, env: Env) -> complex:
        """The total derivative."""
        other = Wider(self.system, {s.name: n for s, n in self.sizes.items()}, self.seed)
        other.nudged = by
        return other.value(of, env).imag / STEP


KINKED = {
    "relu": lambda x: x if x.real > 0 else 0j,
    "abs": lambda x: x if x.real > 0 else -x,
    "step": lambda x: complex(x.real > 0),
    "sign": lambda x: complex(1 if x.real > 0 else -1),
    "softplus": lambda x: cmath.log(1 + cmath.exp(x)),
    "max": lambda *x: max(x, key=lambda y: y.real),
    "min": lambda *x: min(x, key=lambda y: y.real),
    "sinh": cmath.sinh,
    "cosh": cmath.cosh,
    "arctan": cmath.atan,
    "tan": cmath.tan,
}


def points(world: World, argument: Argument) -> list[tuple[tuple[int, ...], dict[Sym, int]]]:
    """Every place of an argument's array that has an entry, with the letters of the entry there."""
    ranges = [(value(a, world.sizes, {}), value(b, world.sizes, {})) for a, b in argument.storage.ranges]
    letters = [i.letter for i in argument.entry.indices if i.letter is not None and i.letter not in world.sizes]
    spans = [range(a, b + 1) for a, b in ranges]
    found = []
    for p in product(*spans):
        env = dict(zip(letters, p, strict=True))
        if argument.kind == "slope" or _has(world, argument, env):
            found.append((tuple(n - a for n, (a, _) in zip(p, ranges, strict=True)), env))
    return found


def _has(world: World, argument: Argument, env: Mapping[Sym, int]) -> bool:
    """Is there such an entry? A triangular array has none above its diagonal."""
    known = {**world.sizes, **env}
    entry = [value(i, known, {}) for i in argument.entry.indices]
    guards = (p.at(tuple(map(affine, entry)))[0] for p in world.system.of(argument.entry.variable))
    return any(holds(g, known, {}) for g in guards)


def shape(world: World, argument: Argument) -> tuple[int, ...]:
    """The shape of an argument's array."""
    return tuple(value(c, world.sizes, {}) for c in argument.storage.counts)


def arrays(system: System, made: Compiled, world: World) -> dict[str, Any]:
    """Every argument, filled with the oracle's values."""
    found: dict[str, Any] = {}
    for a in made.program.arguments:
        x = np.zeros(shape(world, a))
        for place, env in points(world, a):
            if a.kind == "slope":
                assert system.objective is not None
                x[place] = world.value(Partial(Var(system.objective), a.entry, direct=True), env).real
            else:
                x[place] = world.value(a.entry, env).real
        found[a.key] = x
    return found


def wrong(system: System, made: Compiled, world: World) -> list[str]:
    """What differs from the oracle: the value, and every gradient at every entry."""
    assert system.objective is not None
    given = arrays(system, made, world)
    told, grads = made(given, **{s.name: world.sizes[s] for s in made.program.asked})
    found: list[str] = []
    if not system.generic:
        right = world.entry(system.objective, ())
        if not close(complex(told), right):
            found.append(f"value {told} is {right}")
    for a in made.program.arguments:
        if a.key in grads:
            found += _wrong_entries(system, a, np.asarray(grads[a.key]), world)
    return found


def _wrong_entries(system: System, a: Argument, grad: Any, world: World) -> list[str]:
    assert system.objective is not None
    if grad.shape != shape(world, a):
        return [f"{a.key} has the shape {grad.shape}, not {shape(world, a)}"]
    found = []
    for place, env in points(world, a):
        here: Mapping[Sym, int] = {**world.sizes, **env}
        point = tuple(value(i, here, {}) for i in a.entry.indices)
        right = world.total(Var(system.objective), (a.entry.variable, point), {})
        if not close(complex(grad[place]), right):
            found.append(f"{a.key}{place}: {grad[place]} is {right}")
    return found

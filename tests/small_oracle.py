"""A few dozen lines that compute networks and their total derivatives at concrete sizes: the engine's tests' oracle.

Plain recursion over source trees with complex step; it knows no rule of differentiation. Abstract functions and the
generic objective are fixed analytic functions with known derivatives.
"""

from __future__ import annotations

import cmath
import random
from itertools import product

from symderiv.affine import Sym
from symderiv.domain import Constraint, Domain, holds, value
from symderiv.expr import (
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
)
from symderiv.system import Piece, System

Env = dict[Sym, int]
Entry = tuple[Variable, tuple[int, ...]]
STEP = 1e-30


def _abstract(x: complex, order: int) -> complex:
    return [cmath.sin(x + 0.3) + x * x / 5, cmath.cos(x + 0.3) + 2 * x / 5, -cmath.sin(x + 0.3) + 0.4][order]


KNOWN = {
    "exp": cmath.exp,
    "log": cmath.log,
    "tanh": cmath.tanh,
    "sigma": lambda x: 1 / (1 + cmath.exp(-x)),
    "sin": cmath.sin,
    "cos": cmath.cos,
}


class World:
    """A network at concrete sizes with random values of what is given."""

    def __init__(self, system: System, sizes: dict[str, int], seed: int = 0) -> None:
        self.system = system
        self.sizes = {Sym(s): n for s, n in sizes.items()}
        self.functions = {name: lambda l: 2 + l % 2 for name in system.size_functions}
        self.seed = seed
        self.nudged: Entry | None = None
        self.memo: dict[Entry, complex] = {}

    def points(self, piece: Piece, most: int = 12) -> list[Env]:
        """The values of a piece's letters."""
        ranges = product(range(-1, most), repeat=len(piece.letters))
        envs = (dict(zip(piece.letters, p, strict=True)) for p in ranges)
        return [e for e in envs if holds(piece.domain, {**self.sizes, **e}, self.functions)]

    def entry(self, variable: Variable, indices: tuple[int, ...]) -> complex:
        """The value of an entry; 0 outside of every piece."""
        key = (variable, indices)
        if key not in self.memo:
            self.memo[key] = self._compute(variable, indices) + (1j * STEP if key == self.nudged else 0)
        return self.memo[key]

    def _compute(self, variable: Variable, indices: tuple[int, ...]) -> complex:
        if variable == self.system.objective and self.system.generic:
            return sum((1 + 0.5 * n) * v * v for n, v in enumerate(self._outputs()))
        for piece in self.system.of(variable):
            for env in self._solve(piece, indices):
                if piece.body is None:
                    return 0.2 + random.Random(f"{self.seed}{variable.key}{indices}").random()
                return self.value(piece.body, env)
        raise LookupError(f"{variable.key} at {indices}")

    def _solve(self, piece: Piece, indices: tuple[int, ...]) -> list[Env]:
        env: Env = {}
        for form, n in zip(piece.indices, indices, strict=True):
            letter = form.letter
            if letter in piece.letters:
                env[letter] = n
            elif value(form, self.sizes, self.functions) != n:
                return []
        return [env] if holds(piece.domain, {**self.sizes, **env}, self.functions) else []

    def _output_entries(self) -> list[Entry]:
        return [
            (p.variable, tuple(value(i, {**self.sizes, **e}, self.functions) for i in p.indices))
            for p in self.system.outputs
            for e in self.points(p)
        ]

    def _outputs(self) -> list[complex]:
        return [self.entry(*e) for e in self._output_entries()]

    def total(self, of: Expr, by: Entry, env: Env) -> complex:
        """The total derivative."""
        other = World(self.system, {s.name: n for s, n in self.sizes.items()}, self.seed)
        other.nudged = by
        return other.value(of, env).imag / STEP

    def value(self, e: Expr, env: Env) -> complex:
        """The value of an expression."""
        here = {**self.sizes, **env}

        def form(f: object) -> int:
            return value(f, here, self.functions)  # type: ignore[arg-type]

        def all_hold(where: tuple[Constraint, ...]) -> bool:
            return holds(Domain(where), here, self.functions)

        match e:
            case Num():
                return complex(e.value)
            case Index():
                return complex(form(e.form))
            case Var():
                return self.entry(e.variable, tuple(form(i) for i in e.indices))
            case Add():
                return sum(self.value(t, env) for t in e.terms)
            case Mul():
                result = 1 + 0j
                for f in e.factors:
                    result *= self.value(f, env)
                    if result == 0:
                        break
                return result
            case Div():
                return self.value(e.numerator, env) / self.value(e.denominator, env)
            case Pow():
                return self.value(e.base, env) ** self.value(e.exponent, env)
            case Apply():
                args = [self.value(a, env) for a in e.args]
                return KNOWN[e.function](args[0]) if e.function in KNOWN else _abstract(args[0], sum(e.order))
            case Sum():
                lows, ups = [form(a) for a in e.lowers], [form(a) for a in e.uppers]
                span = range(max(lows, default=-30), min(ups, default=30) + 1)
                inner = ({**env, e.letter: n} for n in span)
                return sum(
                    (self.value(e.body, x) for x in inner if holds(Domain(e.where), {**here, **x}, self.functions)), 0j
                )
            case Bracket():
                return complex(all_hold(e.where))
            case Cases():
                for row, where in e.rows:
                    if where and all_hold(where):
                        return self.value(row, env)
                return next((self.value(row, env) for row, where in e.rows if not where), 0j)
            case Labelled():
                return self.value(e.body, env)
            case Partial():
                by = (e.wrt.variable, tuple(form(i) for i in e.wrt.indices))
                if e.direct and e.of == Var(self.system.objective):  # type: ignore[arg-type]
                    entries = self._output_entries()
                    return 2 * (1 + 0.5 * entries.index(by)) * self.entry(*by)
                return self.total(e.of, by, env)
        raise TypeError(e)


def close(a: complex, b: complex) -> bool:
    """Equal up to rounding."""
    return abs(a - b) <= 1e-9 * (1 + abs(a) + abs(b))


def sizes_of(system: System, seed: int = 0) -> dict[str, int]:
    """Small different sizes."""
    names = sorted(s.name for s in system.sizes)
    numbers = [2, 3, 1, 4][seed:] + [2, 3, 1, 4][:seed]
    return dict(zip(names, numbers, strict=False))

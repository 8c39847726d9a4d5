r"""Slips in functions: the function for its derivative, the derivative for the function, another function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from ...expr import ONE, Add, Apply, Expr, Index, Mul, Pow, add, mul, neg, num, walk
from ...functions import KNOWN, derivative
from ...system import System
from .slips import Formula, Patch, Site, Slip, put_right

PRIMED = frozenset({"sigma", "tanh", "relu", "softplus"})
"""Well-known functions whose derivative is written with a prime."""


def primes(f: Formula, system: System) -> Iterator[Slip]:
    """The function for its derivative, and the other way round."""
    for site in f.sites:
        e = site.node
        if isinstance(e, Apply) and len(e.args) == 1 + e.function.count("#"):
            *indices, order = e.order
            yield put_right("prime-missing", f, site, _derivative(e, system))
            if order:
                yield put_right("prime-extra", f, site, Apply(e.function, e.args, (*indices, order - 1)))


def _derivative(e: Apply, system: System) -> Expr:
    """The derivative as it is written: with a prime where that is customary."""
    *indices, order = e.order
    if order or e.function not in KNOWN or e.function in PRIMED or system.function(e.function) is not None:
        return Apply(e.function, e.args, (*indices, order + 1))
    return derivative(e)


def functions(f: Formula, system: System) -> Iterator[Slip]:
    r"""Another function of the network's, or the derivative of another one: `a (1 - a)` for `1 - a^2`."""
    there = sorted({x.function for p in system.pieces if p.body is not None for x in walk(p.body) if _is_unary(x)})
    for site in f.sites:
        e = site.node
        if _is_unary(e):
            for name in there:
                if name != e.function:
                    yield put_right("function", f, site, Apply(name, e.args, e.order))
        elif isinstance(e, Apply) and "#" in e.function:
            yield from _of_another_index(f, site, e)
        elif isinstance(e, Add):
            for x in walk(e):
                if isinstance(x, Pow) and e == add(ONE, neg(x)) and x.exponent == num(2):
                    yield put_right("function", f, site, mul(x.base, add(ONE, neg(x.base))))
        elif isinstance(e, Mul):
            yield from _logistic(f, site, e)


def _is_unary(e: Expr) -> TypeGuard[Apply]:
    return isinstance(e, Apply) and len(e.args) == 1


def _of_another_index(f: Formula, site: Site, e: Apply) -> Iterator[Slip]:
    """The function of the layer before or behind."""
    for n, index in enumerate(e.args[: e.function.count("#")]):
        if isinstance(index, Index):
            for form in (index.form + 1, index.form - 1):
                args = (*e.args[:n], Index(form), *e.args[n + 1 :])
                yield put_right("function", f, site, Apply(e.function, args, e.order))


def _logistic(f: Formula, site: Site, e: Mul) -> Iterator[Slip]:
    for n, value in enumerate(e.factors):
        rest = add(ONE, neg(value))
        if rest in e.factors:
            m = e.factors.index(rest)
            new = add(ONE, neg(Pow(value, num(2))))
            kept = tuple(new if k == n else x for k, x in enumerate(e.factors) if k != m)
            repaired = Patch(f.whole, site.path, mul(*kept))
            yield Slip("function", (*site.path, min(n, m)), repaired, mul(value, rest), new, covers=abs(n - m) + 1)

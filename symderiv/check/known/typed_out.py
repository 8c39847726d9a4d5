r"""Names whose formula is also typed out beside them: `h = w x` where `E = \frac12 (v w x - t)^2 + \frac\lambda2 (w x)^2`.

The name may have been put into one term, while another holds the same product in another order, association or sign, or
scattered over its factors. To nudge the name changes the one and not the other, and the author means both. What stands
beside the name without all factors of a product of its formula, the `\lambda w^2` beside `z = w x + b`, is none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TypeAlias

from ...affine import Affine
from ...expr import Add, Apply, Expr, Labelled, Partial, Pow, Sum, Var, Variable, children, walk
from ...memo import of_this_object
from ...network.graph import downstream, upstream
from ...system import System

Factor: TypeAlias = Variable | Var | str
"""A variable, an entry of one at a number, or the mark of a sum of what is not linear."""
Product: TypeAlias = frozenset[Factor]

SUMMED = "summed"
ONE: frozenset[Product] = frozenset([frozenset()])
MOST = 200
"""Of more products than so many only their factors are kept, as of one."""


@of_this_object(1 << 10)
def is_typed_out(system: System, of: Expr, v: Variable) -> bool:
    """Does what is differentiated hold a product of the formula of a name, besides where it is made of the name?

    That is asked of a name that was put in where the page does not type it, or that leads through such a name, and of
    one that nothing differentiated is made of.
    """
    below = _below(system, of)
    if v in below and system.put_in.isdisjoint({v, *downstream(system, v)} & below):
        return False
    kept = frozenset({v, *upstream(system, v)})
    wanted = {p for p in _formula(system, v) if sum(not isinstance(f, str) for f in p) > 1}
    return any(_holds(p, w) for p in _products(of, system, kept) for w in wanted) if wanted else False


def _below(system: System, of: Expr) -> frozenset[Variable]:
    there = {e.variable for e in walk(of) if isinstance(e, Var)}
    return frozenset(there.union(*(upstream(system, v) for v in there)))


def _formula(system: System, v: Variable) -> frozenset[Product]:
    """The products in the formula of a name, as it is given and typed out to the end."""
    bodies = [p.body for p in system.of(v) if p.body is not None]
    given = (_products(b, system, system.variables()) for b in bodies)
    return frozenset().union(*given, *(_products(b, system, frozenset([v])) for b in bodies))


def _holds(product: Product, wanted: Product) -> bool:
    return all(any(_may_be(f, g) for g in product) for f in wanted)


def _may_be(one: Factor, other: Factor) -> bool:
    """May a factor be another one? Of entries at numbers only the same."""
    if isinstance(one, Var) and isinstance(other, Var):
        return one == other
    return _variable(one) == _variable(other)


def _variable(f: Factor) -> Variable | str:
    return f.variable if isinstance(f, Var) else f


def _products(e: Expr, system: System, kept: Iterable[Variable]) -> frozenset[Product]:
    """The products that an expression is made of, multiplied out, each with the names in it and with what these stand
    for, but for those that are kept."""
    if isinstance(e, Var):
        return _of_entry(e, system, kept)
    if isinstance(e, (Labelled, Partial)):
        return _products(e.body if isinstance(e, Labelled) else e.of, system, kept)
    parts = [_products(x, system, kept) for x in children(e)]
    if isinstance(e, Sum):
        curved = any(isinstance(x, (Apply, Pow)) for x in walk(e.body))
        parts = [*parts, frozenset([frozenset([SUMMED])])] if curved else parts
    if isinstance(e, (Add, Apply)):
        return _bounded(frozenset().union(*parts)) if parts else ONE
    return reduce(_times, parts, ONE)


def _of_entry(e: Var, system: System, kept: Iterable[Variable]) -> frozenset[Product]:
    own = frozenset([_factor(e)])
    bodies = [p.body for p in system.of(e.variable) if p.body is not None] if e.variable not in kept else []
    if not bodies:
        return frozenset([own])
    inner = (_products(b, system, {*kept, e.variable}) for b in bodies)
    return frozenset(own | p for p in frozenset().union(*inner))


def _factor(e: Var) -> Factor:
    return e if e.indices and all(map(_is_number, e.indices)) else e.variable


def _is_number(i: Affine) -> bool:
    return not any(True for _ in i.letters())


def _times(one: frozenset[Product], other: frozenset[Product]) -> frozenset[Product]:
    return _bounded(frozenset(a | b for a in one for b in other))


def _bounded(products: frozenset[Product]) -> frozenset[Product]:
    return products if len(products) <= MOST else frozenset([frozenset().union(*products)])


__all__ = ["is_typed_out"]

r"""Names whose formula is also typed out beside them: `h = w x` where `E = (v w x - t)^2 + \lambda (w x)^2`.

The name may have been put into one term, while another holds the same product in another order, association or sign, or
scattered over its factors, or the same sum: `|y - t|` beside `e = t - y`. To nudge the name changes the one and not the
other, and the author means both. What stands beside the name without all factors of a product of its formula, the
`\lambda w^2` beside `z = w x + b`, is none of it.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from functools import reduce
from typing import TypeAlias

from ...affine import Affine
from ...expr import Add, Apply, Expr, Labelled, Partial, Pow, Sum, Var, Variable, children, variables, walk
from ...memo import of_this_object
from ...network.graph import downstream, upstream
from ...system import System

Factor: TypeAlias = Variable | Var | str
"""A variable, an entry of one at a number, or the mark of a function or of a sum of what is not linear."""
Product: TypeAlias = frozenset[Factor]

SUMMED = "summed"
CURVE: frozenset[Product] = frozenset([frozenset(["in a function"])])
ONE: frozenset[Product] = frozenset([frozenset()])
MOST = 200
"""Of more products than so many only their factors are kept, as of one."""


@of_this_object(1 << 10)
def is_typed_out(system: System, of: Expr, v: Variable) -> bool:
    """Does what is differentiated hold a product or the sum of the formula of a name, besides where it is made of it?

    That is asked of a name that was put in where the page does not type it, or that leads through such a name, and of
    one that nothing differentiated is made of.
    """
    below = _below(system, of)
    if v in below and system.put_in.isdisjoint({v, *downstream(system, v)} & below):
        return False
    kept = frozenset({v, *upstream(system, v)})
    bodies = [p.body for p in system.of(v) if p.body is not None]
    wanted = {p for b in bodies for p in _formula(b, system, v) if sum(not isinstance(f, str) for f in p) > 1}
    if wanted and any(_holds(p, w) for p in _products(of, system, kept) for w in wanted):
        return True
    sums = {s for b in bodies if len(s := _terms(b)) > 1}
    return bool(sums) and any(s <= other for s in sums for other in _sums(of, system, below - {v}))


def _below(system: System, of: Expr) -> frozenset[Variable]:
    there = variables(of)
    return there.union(*(upstream(system, v) for v in there))


def _formula(body: Expr, system: System, v: Variable) -> frozenset[Product]:
    """The products in the formula of a name, as it is given and typed out to the end."""
    return _products(body, system, system.variables()) | _products(body, system, frozenset([v]), with_names=False)


def _sums(of: Expr, system: System, below: Container[Variable]) -> Iterator[frozenset[Product]]:
    """The sums in what is differentiated, and in what it is made of."""
    bodies = [p.body for p in system.pieces if p.body is not None and p.variable in below]
    yield from (_terms(x) for e in (of, *bodies) for x in walk(e) if isinstance(x, Add))


def _terms(e: Expr) -> frozenset[Product]:
    """The terms of a sum that are products, whatever number is beside them."""
    terms = e.terms if isinstance(e, Add) else ()
    plain = (t for t in terms if variables(t) and not any(isinstance(x, (Add, Apply, Pow)) for x in walk(t)))
    return frozenset(frozenset(_factor(x) for x in walk(t) if isinstance(x, Var)) for t in plain)


def _holds(product: Product, wanted: Product) -> bool:
    return all(any(_may_be(f, g) for g in product) for f in wanted)


def _may_be(one: Factor, other: Factor) -> bool:
    """May a factor be another one? Of entries at numbers only the same."""
    if isinstance(one, Var) and isinstance(other, Var):
        return one == other
    return _variable(one) == _variable(other)


def _variable(f: Factor) -> Variable | str:
    return f.variable if isinstance(f, Var) else f


def _products(e: Expr, system: System, kept: Collection[Variable], *, with_names: bool = True) -> frozenset[Product]:
    """The products that an expression is made of, multiplied out, with what the names in it stand for, but for those
    that are kept, and `with_names` with these, too."""
    if isinstance(e, Var):
        return _of_entry(e, system, kept, with_names)
    if isinstance(e, (Labelled, Partial)):
        return _products(e.body if isinstance(e, Labelled) else e.of, system, kept, with_names=with_names)
    parts = [_products(x, system, kept, with_names=with_names) for x in children(e)]
    if isinstance(e, Sum):
        curved = any(isinstance(x, (Apply, Pow)) for x in walk(e.body))
        parts = [*parts, frozenset([frozenset([SUMMED])])] if curved else parts
    if isinstance(e, Apply):
        return _times(_bounded(frozenset().union(*parts)), CURVE)
    if isinstance(e, Add):
        return _bounded(frozenset().union(*parts)) if parts else ONE
    return reduce(_times, parts, ONE)


def _of_entry(e: Var, system: System, kept: Collection[Variable], with_names: bool) -> frozenset[Product]:
    own = frozenset([_factor(e)])
    bodies = [p.body for p in system.of(e.variable) if p.body is not None] if e.variable not in kept else []
    if not bodies:
        return frozenset([own])
    inner = (_products(b, system, {*kept, e.variable}, with_names=with_names) for b in bodies)
    found: frozenset[Product] = frozenset().union(*inner)
    return frozenset(own | p for p in found) if with_names else found


def _factor(e: Var) -> Factor:
    return e if e.indices and all(map(_is_number, e.indices)) else e.variable


def _is_number(i: Affine) -> bool:
    return not any(True for _ in i.letters())


def _times(one: frozenset[Product], other: frozenset[Product]) -> frozenset[Product]:
    return _bounded(frozenset(a | b for a in one for b in other))


def _bounded(products: frozenset[Product]) -> frozenset[Product]:
    return products if len(products) <= MOST else frozenset([frozenset().union(*products)])


__all__ = ["is_typed_out"]

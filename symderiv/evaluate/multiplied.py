r"""Sizes that are products of two: the `L(k-1)` of `H-L(k-1)-1`, where L counts something itself.

A proof takes such a product for any size. Numbers speak of the page only where it is the product. So it is read where
a size that stands alone elsewhere has sums of sizes in parentheses behind it, and nothing else: `n(L)` and `n(l-1)`
are sizes of layers, whatever n is beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..affine import Affine, Atom, IntFn, Sym, affine
from ..expr import own_forms, walk
from ..system import System
from .tables import Tables


def with_products(system: System, sizes: dict[Sym, int], tables: Tables) -> bool:
    """Make such sizes the products that they are; False where one of them would be no size."""
    return all(_put(x, sizes, tables) >= 1 for x in _products(system))


def with_room_for_products(system: System, sizes: dict[Sym, int], tables: Tables) -> bool:
    """The same of sizes just drawn: factors are the smallest ones, what products are taken from is larger by them."""
    products = _products(system)
    if not products:
        return True
    factors = {s for x in products for s in (Sym(x.name), *x.args[0].letters())}
    order = [s for s in sizes if s in factors] + [s for s in sizes if s not in factors]
    least = sorted(sizes.values())
    small, large = least[: len(factors)], least[len(factors) :]
    drawn = [*(v for v in sizes.values() if v in small), *(v for v in sizes.values() if v in large)]
    sizes.update(zip(order, drawn, strict=False))
    found = with_products(system, sizes, tables)
    for c in system.context.constraints if found else ():
        taken = [a for a, k in c.form.terms if k == -1 and a in products]
        whole = [a for a, k in c.form.terms if k == 1 and isinstance(a, Sym) and a not in factors]
        if c.rel == ">=" and taken and whole and tables.form(c.form, sizes) < 0:
            sizes[whole[0]] += sum(tables.form(affine(a), sizes) for a in taken)
    return found


def _put(x: IntFn, sizes: dict[Sym, int], tables: Tables) -> int:
    """What such a product is, which is remembered."""
    inner = tables.form(x.args[0], sizes)
    tables.fixed[x.name, (inner,)] = sizes[Sym(x.name)] * inner
    return tables.fixed[x.name, (inner,)]


def _products(system: System) -> tuple[IntFn, ...]:
    """The sizes of a network that are products of a size with a sum of others."""
    if not system.size_functions & {s.name for s in system.sizes}:
        return ()
    return _multiplied(system)


@lru_cache(maxsize=64)
def _multiplied(system: System) -> tuple[IntFn, ...]:
    named = {s.name for s in system.sizes} & system.size_functions
    terms = [a for a in _atoms(system) if isinstance(a, IntFn) and a.name in named]
    others = {a.name for a in terms if len(a.args) != 1 or not _is_sum_of_sizes(a.args[0], system)}
    return tuple(dict.fromkeys(a for a in terms if a.name not in others and "(" in a.spelling))


def _is_sum_of_sizes(form: Affine, system: System) -> bool:
    return len(form.terms) + (form.const != 0) > 1 and all(a in system.sizes for a, _ in form.terms)


def _atoms(system: System) -> Iterator[Atom]:
    """What the integers of a network are made of."""
    for p in system.pieces:
        yield from (a for c in p.domain.constraints for a in c.form.atoms())
        if p.body is not None:
            yield from (a for e in walk(p.body) for f in own_forms(e) for a in f.atoms())


__all__ = ["with_products", "with_room_for_products"]

r"""Lines on a page that says of its data what sums of products are, `U^T U = I`, `\sum_i x_{ij}^2 = 1`.

Values that fulfil such equations cannot always be drawn. A line that is right for all data is so for these; one about
other data is judged as if nothing were said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ...expr import Expr, Sum, Var, variables
from ...network.graph import upstream
from ...system import Assumption, System


@lru_cache(maxsize=64)
def without_products_told(system: System) -> System | None:
    """The network without such equations; None where it has none."""
    rest = tuple(a for a in system.assumptions if not _of_products(a))
    return None if len(rest) == len(system.assumptions) else replace(system, assumptions=rest)


def is_reached(system: System, less: System, sides: Iterable[Expr]) -> bool:
    """Are the data of equations that are left out among what some expressions are made of?"""
    told = {v for a in system.assumptions if a not in less.assumptions for s in (a.left, a.right) for v in variables(s)}
    names = {u for e in sides for v in variables(e) for u in (v, *upstream(system, v))}
    return not told.isdisjoint(names)


def _of_products(a: Assumption) -> bool:
    """Is it about more than single entries and what they add up to?"""
    e = a.left
    while isinstance(e, Sum):
        e = e.body
    return not isinstance(e, Var)

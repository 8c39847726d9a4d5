"""A look at small sizes: a group of terms that does not cancel there cannot cancel for all sizes.

Nothing is proved by it. It saves the work of cutting cells for terms that have no chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import TypeAlias

from ..affine import Affine, Sym
from ..domain import Domain, interval, points, value
from ..errors import DomainTooHard
from .factors import Term
from .poly import Exponent, Poly

Row: TypeAlias = Sequence[tuple[int, Exponent, tuple[Affine, ...], tuple[object, ...]]]
Values: TypeAlias = Mapping[Sym, int]
Functions: TypeAlias = Mapping[str, Callable[..., int]]

MOST_POINTS = 4000
SIZES = ((3, 2, 4), (2, 3, 2))
LOWEST, HIGHEST = -3, 7


@dataclass(frozen=True, slots=True)
class Sample:
    """Values of letters and functions at which a context holds."""

    values: Values
    functions: Functions


def samples(known: Domain, sizes: frozenset[Sym], names: Iterable[str]) -> tuple[Sample, ...]:
    """A few points at which a context holds, with different sizes and letters that differ where they may."""
    functions: Functions = dict.fromkeys(names, _small)
    letters = sorted(known.letters(), key=lambda s: s.name)
    found: list[Sample] = []
    for choice in SIZES:
        here = {s: choice[n % len(choice)] for n, s in enumerate(s for s in letters if s in sizes)}
        others = [s for s in letters if s not in sizes]
        box = Domain(tuple(c for s in others for c in interval(s, LOWEST, HIGHEST).constraints))
        try:
            some = list(islice(points(known & box, others, here, functions, MOST_POINTS), 40))
        except (DomainTooHard, KeyError):
            continue
        if some:
            best = max(some, key=lambda p: len(set(p)))
            found.append(Sample({**here, **dict(zip(others, best, strict=True))}, functions))
    return tuple(found)


def _small(*args: int) -> int:
    """Some small size for any function of indices."""
    return 1 + (sum(args) * 2 + len(args)) % 3


def refuted(group: Sequence[Term], rows: Sequence[Row], at: Sample) -> bool:
    """Do the terms visibly fail to cancel at a sample? Their factors are independent unknowns."""
    total: dict[object, Fraction] = {}
    try:
        for t, row in zip(group, rows, strict=True):
            free = (t.domain.letters() | t.weight.letters()) - set(t.bound)
            if not free <= at.values.keys():
                return False
            for point in points(t.domain, t.bound, at.values, at.functions, MOST_POINTS):
                values = {**at.values, **dict(zip(t.bound, point, strict=True))}
                product = _product(row, values, at.functions)
                for roots, c in _weights(t.weight, values, at.functions):
                    key = (product, roots)
                    total[key] = total.get(key, Fraction(0)) + c
    except (DomainTooHard, KeyError, ZeroDivisionError):
        return False
    return any(total.values())


def _product(row: Row, values: Values, functions: Functions) -> tuple[object, ...]:
    """The factors with their slots as numbers, in an order that does not depend on how they were written."""
    return tuple(sorted((s, str(e), tuple(value(x, values, functions) for x in slots)) for s, e, slots, _ in row))


def _weights(weight: Poly, values: Values, functions: Functions) -> Iterable[tuple[object, Fraction]]:
    """The value of a weight, its irrational roots apart."""
    for m, c in weight.terms:
        roots = []
        for f, e in m:
            here = Fraction(value(f, values, functions))
            if isinstance(e, int):
                c *= here**e
            else:
                roots.append((here, e))
        yield tuple(roots), c

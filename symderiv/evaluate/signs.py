r"""What values an expression can have at all, as far as its form shows: `e^x > 0`, `\sigma(x) < 1`, `x^2 + 1 > 0`.

A kink whose argument has one sign whatever the data (`\max(\sigma(x), 2)`) has a side that nothing ever takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import inf

from ..expr import Add, Apply, Div, Expr, Labelled, Mul, Num, Pow, Sum, Var, add, neg
from ..system import System

Span = tuple[float, float]
"""The least and the greatest value, possibly infinite; the ends may be values or not."""

ANY: Span = (-inf, inf)
POSITIVE: Span = (0, inf)
RANGES: dict[str, Span] = {
    "exp": POSITIVE,
    "sigma": (0, 1),
    "tanh": (-1, 1),
    "sin": (-1, 1),
    "cos": (-1, 1),
    "cosh": (1, inf),
    "softplus": POSITIVE,
    "normcdf": (0, 1),
    "normpdf": POSITIVE,
    "relu": POSITIVE,
    "abs": POSITIVE,
    "step": (0, 1),
    "sign": (-1, 1),
}
LARGEST = 10**15
"""Numbers up to this are compared as floats."""
DEEPEST = 6
"""So many definitions within definitions are looked into."""


def span(system: System, e: Expr, depth: int = 0) -> Span:
    """Bounds of an expression."""

    def of(x: Expr) -> Span:
        return span(system, x, depth)

    if isinstance(e, Num):
        return (float(e.value), float(e.value)) if abs(e.value) < LARGEST else ANY
    if isinstance(e, Labelled):
        return of(e.body)
    if isinstance(e, Apply):
        known = system.function(e.function) is None and not any(e.order)
        return RANGES.get(e.function, ANY) if known else ANY
    if isinstance(e, Add):
        spans = list(map(of, e.terms))
        return sum(a for a, _ in spans), sum(b for _, b in spans)
    if isinstance(e, Mul):
        odd = [x for x, n in Counter(e.factors).items() if n % 2]
        even = len(set(e.factors)) > len(odd)
        return _product([*map(of, odd), *([POSITIVE] if even else [])])
    if isinstance(e, Pow):
        return POSITIVE if _is_even(e.exponent) or of(e.base)[0] >= 0 else ANY
    if isinstance(e, Div):
        return POSITIVE if of(e.numerator)[0] >= 0 and of(e.denominator)[0] >= 0 else ANY
    if isinstance(e, Sum):
        low, high = of(e.body)
        return (0.0 if low >= 0 else -inf), (0.0 if high <= 0 else inf)
    if isinstance(e, Var) and depth < DEEPEST:
        bodies = [p.body for p in system.of(e.variable)]
        spans = [span(system, b, depth + 1) for b in bodies if b is not None]
        if spans and len(spans) == len(bodies):
            return min(a for a, _ in spans), max(b for _, b in spans)
    return ANY


def _is_even(exponent: Expr) -> bool:
    """Is it an exponent under which nothing is negative: 2, 1/2?"""
    if not isinstance(exponent, Num):
        return False
    value = exponent.value
    return value.denominator % 2 == 0 or (value.denominator == 1 and value.numerator % 2 == 0)


def _product(spans: Iterable[Span]) -> Span:
    low, high = 1.0, 1.0
    for a, b in spans:
        ends = [0.0 if 0 in (x, y) else x * y for x in (low, high) for y in (a, b)]
        low, high = min(ends), max(ends)
    return low, high


def apart(system: System, one: Expr, two: Expr) -> bool:
    """Is one of two expressions always the larger?"""
    low, high = span(system, add(one, neg(two)))
    return low > 0 or high < 0


def signed(system: System, e: Expr) -> bool:
    """Has an expression one sign for all values, 0 apart?"""
    low, high = span(system, e)
    return low >= 0 or high <= 0


__all__ = ["apart", "signed", "span"]

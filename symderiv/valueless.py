r"""Numbers that are none: `\frac10`, `\log 0`, `0^0`, whatever they are multiplied with.

A product with the number 0 is 0, and what it was multiplied with is gone; so such a product is looked at while it is
read.
"""

from __future__ import annotations

from fractions import Fraction
from math import prod

from .expr import Add, Apply, Div, Expr, Mul, Num, Pow, children, walk

ARCS = frozenset({"arcsin", "arccos"})


def constant_without_value(e: Expr) -> str | None:
    r"""Why a number that stands in an expression is none, whatever it is multiplied with: `0 \cdot \frac10`.

    >>> from symderiv.expr import num
    >>> constant_without_value(Div(num(1), num(0))), constant_without_value(Pow(num(0), num(2)))
    ('it is divided by 0', None)
    """
    return next((why for x in walk(e) if (why := _no_number(x)) is not None), None)


def _no_number(x: Expr) -> str | None:
    if isinstance(x, Div) and _number(x.denominator) == 0:
        return "it is divided by 0"
    if isinstance(x, Pow):
        base, exponent = _number(x.base), _number(x.exponent)
        if base is not None and exponent is not None:
            if base == 0 and exponent <= 0:
                return "0 is raised to a power that is not positive"
            if base < 0 and exponent.denominator % 2 == 0:
                return "a root of a negative number is taken"
    if isinstance(x, Apply) and len(x.args) == 1 and not any(x.order):
        value = _number(x.args[0])
        if value is not None and ((x.function == "log" and value <= 0) or (x.function in ARCS and abs(value) > 1)):
            return f"the argument of `{x.function}` is not one of those that it has"
    return None


def _number(e: Expr) -> Fraction | None:
    """The number that an expression of numbers comes to; None for any other, and where it comes to none."""
    if isinstance(e, Num):
        return e.value
    if isinstance(e, (Add, Mul)):
        parts = [_number(x) for x in children(e)]
        known = [p for p in parts if p is not None]
        if len(known) < len(parts):
            return None
        return sum(known, Fraction(0)) if isinstance(e, Add) else prod(known, start=Fraction(1))
    if isinstance(e, Div):
        over, under = _number(e.numerator), _number(e.denominator)
        return over / under if over is not None and under else None
    return None

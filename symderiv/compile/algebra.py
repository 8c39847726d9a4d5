"""Sums and products of arrays, flattened."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeGuard

from .arrays import Array, Call, Elementwise, Number, axes, is_plain

ONE = Number(Fraction(1))


def is_exp(a: Array) -> bool:
    """Is it an exponential?"""
    return isinstance(a, Call) and a.function == "exp" and not any(a.order)


def is_square(a: Array) -> bool:
    """Is it something squared?"""
    return isinstance(a, Elementwise) and a.op == "pow" and a.args[1] == Number(Fraction(2))


def is_root(a: Array) -> bool:
    """Is it a square root of more than a number?"""
    if not isinstance(a, Elementwise) or a.op != "pow" or is_plain(a.args[0]):
        return False
    return a.args[1] == Number(Fraction(1, 2))


def times(factors: list[Array]) -> Array:
    """The product, numbers multiplied together and first, over what stands below a 1."""
    number = Fraction(1)
    rest: list[Array] = []
    below = [f.args[1] for f in factors if _is_reciprocal(f)]
    if below and len(factors) > 1:
        above = times([f for f in factors if not _is_reciprocal(f)])
        return above if above == Number(Fraction(0)) else Elementwise("div", (above, times(below)))
    for f in factors:
        for g in f.args if isinstance(f, Elementwise) and f.op == "mul" else (f,):
            if isinstance(g, Number):
                number *= g.value
            else:
                rest.append(g)
    if number == 0 or not rest:
        return Number(number)
    rest.sort(key=lambda a: bool(axes(a)))
    if number != 1:
        rest.insert(0, Number(number))
    return rest[0] if len(rest) == 1 else Elementwise("mul", tuple(rest))


def _is_reciprocal(a: Array) -> TypeGuard[Elementwise]:
    return isinstance(a, Elementwise) and a.op == "div" and a.args[0] == ONE


def plus(terms: list[Array]) -> Array:
    """The sum, flattened."""
    flat: list[Array] = []
    for t in terms:
        flat.extend(t.args if isinstance(t, Elementwise) and t.op == "add" else (t,))
    flat = [t for t in flat if t != Number(Fraction(0))]
    if not flat:
        return Number(Fraction(0))
    return flat[0] if len(flat) == 1 else Elementwise("add", tuple(flat))

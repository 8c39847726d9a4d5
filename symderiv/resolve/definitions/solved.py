r"""Equations solved for what an earlier one computes with: `x_i = (y_i - t_i) / s_i` below `y_i = s_i x_i + t_i`.

They say nothing new: with the earlier equation put in, both sides are one. So they are claims, and do not define x.
A slip, `x_i = (y_i + t_i) / s_i`, is known by its make: it is of the same entries, with x and y in no sum or function.
All else is a circle: `a = b + 1` and `b = 2 a`, or two units that act on one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, isclose, log, pow
from random import Random

from ...errors import ReadError
from ...expr import Add, Apply, Cases, Div, Expr, Mul, Num, Partial, Pow, Sum, Var, Variable, of_kind, walk
from ..statements import Equation, holds

TRIES = 3
"""At how many points both sides are compared."""
KNOWN = {"exp": exp, "log": log}
CLOSE = 1e-9
"""Relative: what does not follow differs by far more at points drawn by chance."""


def solved(candidates: Sequence[Equation]) -> Iterator[Equation]:
    """Those of the equations that are solved for what an earlier one computes with."""
    defined: set[Variable] = set()
    made: dict[Var, Expr] = {}
    for e in candidates:
        left, body = e.left, e.members[1]
        if left is None or isinstance(body, ReadError):
            continue
        inside = [(x, row) for x in of_kind(body, Var) if x in made for row in _rows(made[x])]
        if left.variable not in defined and any(_is_solved(left, body, x, row) for x, row in inside):
            yield e
            continue
        defined.add(left.variable)
        made.setdefault(left, body)


def _rows(x: Expr) -> tuple[Expr, ...]:
    return tuple(body for body, _ in x.rows) if isinstance(x, Cases) else (x,)


def _is_solved(left: Var, body: Expr, x: Var, made: Expr) -> bool:
    if isinstance(made, Var) or not holds(made, left):
        return False
    return _is_of_one_make(left, body, x, made) or _follows(left, body, x, made)


def _is_of_one_make(left: Var, body: Expr, x: Var, made: Expr) -> bool:
    beside = {y for y in of_kind(made, Var) if y != left}
    within = any(holds(part, y) for whole, y in ((made, left), (body, x)) for part in _closed(whole))
    return bool(beside) and beside == {y for y in of_kind(body, Var) if y != x} and not within


def _closed(x: Expr) -> Iterator[Expr]:
    """The parts that the four operations and powers do not reach."""
    return (y for y in walk(x) if isinstance(y, Apply | Sum | Partial | Cases))


def _follows(left: Var, body: Expr, x: Var, made: Expr) -> bool:
    """Whether `body`, with `made` for `x`, is `left`: at points drawn by chance."""
    draws = Random(0)
    try:
        return all(_at(draws, left, body, x, made) for _ in range(TRIES))
    except (ArithmeticError, ValueError):
        return False


def _at(draws: Random, left: Var, body: Expr, x: Var, made: Expr) -> bool:
    point: dict[Expr, float] = {}
    inner, wanted = (_value(y, point, draws) for y in (made, left))
    return isclose(_value(body, {**point, x: inner}, draws), wanted, rel_tol=CLOSE)


def _value(x: Expr, point: dict[Expr, float], draws: Random) -> float:
    """The value; what is not made of the four operations, powers, exp and log is one number wherever it stands."""
    match x:
        case Num(value):
            return float(value)
        case Add(terms):
            return sum(_value(p, point, draws) for p in terms)
        case Mul(factors):
            product = 1.0
            for p in factors:
                product *= _value(p, point, draws)
            return product
        case Div(above, below):
            return _value(above, point, draws) / _value(below, point, draws)
        case Pow(base, exponent):
            return pow(_value(base, point, draws), _value(exponent, point, draws))
        case Apply(name, (argument,), order) if name in KNOWN and not any(order):
            return KNOWN[name](_value(argument, point, draws))
        case _:
            return point.setdefault(x, draws.uniform(0.5, 2.0))

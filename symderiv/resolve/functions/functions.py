r"""Functions that a document defines: `f(x) = \frac{1}{1+e^{-x}}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import prod

from ...errors import ReadError
from ...expr import ONE, Add, Apply, Div, Expr, Mul, Num, Pow, Var, Variable, add, children, mul, neg, num
from ...latex import tree as t
from ...latex.hedged import is_hedged
from ...pattern import lazily
from ...system import Function
from ..facts import Facts
from ..formulas import Resolver
from ..meaning import Meaning, function_name
from ..spelled.function_letters import GREEK_FUNCTIONS
from ..spelled.shape import shape_of
from .calls import defined_function


def logistic(x: Expr) -> tuple[Expr, ...]:
    r"""The ways to write the logistic function of `x`."""
    exp, minus = Apply("exp", (x,)), Apply("exp", (neg(x),))
    return (
        Div(ONE, add(ONE, minus)),
        Div(ONE, add(minus, ONE)),
        Div(exp, add(ONE, exp)),
        Div(exp, add(exp, ONE)),
        Div(ONE, add(ONE, Div(ONE, exp))),
    )


def read_functions(
    facts: Facts, meaning: Meaning, known: frozenset[str], problems: list[ReadError], is_equation: Sequence[bool]
) -> tuple[dict[str, Function], dict[int, str]]:
    r"""The functions defined by the document, by name, and which one each statement that does so defines, by number.

    `\sigma` defined as the logistic function is the well-known one and needs no definition; another function defined so
    has the well-known one as its body. `known` are functions of a network, about which an equation is a claim. So is a
    second one about a function that the document defines above.
    """
    found: dict[str, Function] = {}
    logistics: set[str] = set()
    numbers: dict[int, str] = {}
    for number, symmetric in _symmetric(facts, meaning, known):
        if number < len(is_equation) and is_equation[number] and not facts.stated[number].given:
            numbers[number] = symmetric
            found |= _symmetrised(symmetric)
    for number, s in enumerate(facts.stated):
        left = defined_function(s) if number not in numbers else None
        name = function_name(left[0]) if left is not None else None
        if left is None or name is None or left[0].primes or name not in meaning.functions or name in found:
            continue
        if name in logistics or name in known or meaning.functions[name] in known or s.given:
            continue
        if number < len(is_equation) and not is_equation[number]:
            continue  # `if f(z) = z` says what f is in one line only
        parameters = tuple(map(Variable, left[1]))
        resolver = Resolver(s.formula, meaning.names, meaning, number, dummies=frozenset(left[1]))
        try:
            body = resolver.expr(s.statement.chain.members[1])
        except ReadError as error:
            problems.append(error)
            continue
        x = Var(parameters[0])
        if len(parameters) == 1 and body in logistic(x):
            if name in GREEK_FUNCTIONS:
                meaning.functions[name] = GREEK_FUNCTIONS[name]  # also where the front matter lists it
                logistics.add(name)
                numbers[number] = GREEK_FUNCTIONS[name]
                continue
            body = Apply("sigma", (x,))
        numbers[number] = meaning.functions[name] = name
        found[name] = Function(name, len(parameters), parameters, body)
    for name, parameter, body in _told_by_derivative(facts, meaning, known | found.keys()):
        found[name] = Function(name, 1, (parameter,), body)
    return found, numbers


def _symmetric(facts: Facts, meaning: Meaning, known: Collection[str]) -> Iterator[tuple[int, str]]:
    """The functions that nothing defines and of which an equation says that their arguments may be exchanged."""
    for number, s in enumerate(facts.stated):
        sides = [x.factors for x in s.statement.chain.members if isinstance(x, t.Product) and len(x.factors) == 2]
        if len(sides) != 2 or s.statement.chain.relations != ("=",):
            continue
        (one, first), (two, second) = (tuple(f.body for f in side) for side in sides)
        groups = isinstance(first, t.Group) and isinstance(second, t.Group) and len(first.items) == PAIR
        shape = shape_of(one) if isinstance(one, t.Name) and one == two else None
        name = function_name(shape) if shape is not None and not shape.primes else None
        if groups and first.items == second.items[::-1] != second.items and name in meaning.functions:  # type: ignore[union-attr]
            assert name is not None
            source = s.formula.source
            if not {name, meaning.functions[name]} & {*known} and not is_hedged(source.before, source.after):
                yield number, name


def _symmetrised(name: str) -> dict[str, Function]:
    r"""Any function with exchangeable arguments: half the sum of any function and of it with them exchanged."""
    u, v = Variable("u"), Variable("v")
    inner = rf"{name}_{{\mathrm{{any}}}}"
    both = add(Apply(inner, (Var(u), Var(v))), Apply(inner, (Var(v), Var(u))))
    return {
        name: Function(name, PAIR, (u, v), mul(num(Fraction(1, 2)), both)),
        inner: Function(inner, PAIR),
    }


PAIR = 2


def _told_by_derivative(facts: Facts, meaning: Meaning, known: Collection[str]) -> Iterator[tuple[str, Variable, Expr]]:
    r"""Functions that words name beside their derivative: \"s is the logistic function, `s'(u) = s(u)(1 - s(u))`\"."""
    for number, s in enumerate(facts.stated):
        left = defined_function(s)
        if left is None or left[0].primes != 1 or len(left[1]) != 1 or len(s.statement.chain.members) != 2:
            continue
        name = function_name(replace(left[0], primes=0))
        if name is None or meaning.functions.get(name) != name or name in known or name in GREEK_FUNCTIONS:
            continue
        resolver = Resolver(s.formula, meaning.names, meaning, number, dummies=frozenset(left[1]))
        try:
            right = resolver.expr(s.statement.chain.members[1])
        except ReadError:
            continue  # said where the claim is read
        source, x = s.formula.source, Var(Variable(left[1][0]))
        for words, function, rate in BY_DERIVATIVE:
            if words.search(f"{source.before} {source.after}") and _is_rate(right, Apply(name, (x,)), rate):
                yield name, x.variable, Apply(function, (x,))


BY_DERIVATIVE: tuple[tuple[re.Pattern[str], str, Callable[[Fraction], Fraction]], ...] = (
    (lazily(r"sigmoid|logistic|シグモイド|ロジスティック", re.I), "sigma", lambda v: v * (1 - v)),
    (lazily(r"tanh|hyperbolic|双曲線", re.I), "tanh", lambda v: 1 - v * v),
)
"""Words, the function that they name, and its derivative in terms of its value."""


def _is_rate(e: Expr, value: Expr, rate: Callable[[Fraction], Fraction]) -> bool:
    """Is an expression in the value of a function what its derivative should be? Polynomials agree at enough points."""
    points = [Fraction(n, 7) for n in range(2, 14)]
    return all(_at(e, value, v) == rate(v) for v in points)


def _at(e: Expr, value: Expr, v: Fraction) -> Fraction | None:
    """What an expression is where `value` is a number; None where it is no polynomial in it of a low degree."""
    if e == value:
        return v
    if isinstance(e, Num):
        return e.value
    if isinstance(e, Pow) and isinstance(e.exponent, Num) and e.exponent.value in (2, 3):
        base = _at(e.base, value, v)
        return None if base is None else base ** int(e.exponent.value)
    if not isinstance(e, (Add, Mul)) or len(parts := children(e)) > 4:
        return None
    found = [_at(x, value, v) for x in parts]
    numbers = [x for x in found if x is not None]
    if len(numbers) < len(found):
        return None
    return sum(numbers, Fraction(0)) if isinstance(e, Add) else prod(numbers, start=Fraction(1))

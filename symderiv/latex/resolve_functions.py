r"""Functions that a document defines: `f(x) = \frac{1}{1+e^{-x}}`."""

from __future__ import annotations

from ..errors import ReadError
from ..expr import ONE, Apply, Div, Expr, Var, Variable, add, neg
from ..system import Function
from .facts import Facts
from .resolve import Resolver
from .resolve_calls import GREEK_FUNCTIONS, defined_function
from .resolve_meaning import Meaning, function_name


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
    facts: Facts, meaning: Meaning, known: frozenset[str], problems: list[ReadError]
) -> tuple[dict[str, Function], set[int]]:
    r"""The functions defined by the document, by name, and the numbers of the statements that define them.

    `\sigma` defined as the logistic function is the well-known one and needs no definition; another function defined so
    has the well-known one as its body. `known` are functions of a network, about which an equation is a claim.
    """
    found: dict[str, Function] = {}
    numbers: set[int] = set()
    for number, s in enumerate(facts.stated):
        left = defined_function(s)
        name = function_name(left[0]) if left is not None else None
        if left is None or name is None or left[0].primes or name not in meaning.functions or name in found:
            continue
        if name in known or meaning.functions[name] in known or s.given:
            continue
        parameters = tuple(map(Variable, left[1]))
        resolver = Resolver(s.formula, meaning.names, meaning, number, dummies=frozenset(left[1]))
        try:
            body = resolver.expr(s.statement.chain.members[1])
        except ReadError as error:
            problems.append(error)
            continue
        numbers.add(number)
        x = Var(parameters[0])
        if len(parameters) == 1 and body in logistic(x):
            if name in GREEK_FUNCTIONS:
                continue
            body = Apply("sigma", (x,))
        meaning.functions[name] = name
        found[name] = Function(name, len(parameters), parameters, body)
    return found, numbers

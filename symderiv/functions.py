r"""The well-known functions as data: how each is spelled and what its derivative is.

A derivative is written in two placeholders: `X`, the argument, and `Y`, the value of the function. Where it is
customary to express the derivative through the value, `Y` is used: `\sigma' = \sigma(1 - \sigma)`.
Functions that a network declares itself (`System.functions`) shadow this table and keep their prime: `f'(x)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .expr import MINUS_ONE, ONE, ZERO, Apply, Div, Expr, Pow, Variable, add, mul, neg, num, replace

X, Y = Variable("@x")(), Variable("@y")()
TWO = num(2)
SQUARE_X = Pow(X, TWO)


@dataclass(frozen=True)
class Known:
    r"""A well-known function of one argument: its LaTeX spelling, its derivative in `X` and `Y`.

    `analytic` is False where the function has kinks or jumps (complex step and finite differences fail there); data
    are in general position, so the derivative beside the kink is meant.
    """

    name: str
    latex: str
    derivative: Expr
    analytic: bool = True


def _one_minus(e: Expr) -> Expr:
    return add(ONE, neg(e))


KNOWN: dict[str, Known] = {
    known.name: known
    for known in (
        Known("exp", r"\exp", Y),
        Known("log", r"\log", Div(ONE, X)),
        Known("sigma", r"\sigma", mul(Y, _one_minus(Y))),
        Known("tanh", r"\tanh", _one_minus(Pow(Y, TWO))),
        Known("sin", r"\sin", Apply("cos", (X,))),
        Known("cos", r"\cos", neg(Apply("sin", (X,)))),
        Known("tan", r"\tan", add(ONE, Pow(Y, TWO))),
        Known("sinh", r"\sinh", Apply("cosh", (X,))),
        Known("cosh", r"\cosh", Apply("sinh", (X,))),
        Known("arctan", r"\arctan", Div(ONE, add(ONE, SQUARE_X))),
        Known("arcsin", r"\arcsin", Div(ONE, Pow(_one_minus(SQUARE_X), num(Fraction(1, 2))))),
        Known("arccos", r"\arccos", Div(MINUS_ONE, Pow(_one_minus(SQUARE_X), num(Fraction(1, 2))))),
        Known("softplus", r"\operatorname{softplus}", Apply("sigma", (X,))),
        Known("normcdf", r"\operatorname{normcdf}", Apply("normpdf", (X,))),
        Known("normpdf", r"\operatorname{normpdf}", neg(mul(X, Y))),
        Known("relu", r"\operatorname{ReLU}", Apply("step", (X,)), analytic=False),
        Known("abs", r"\operatorname{abs}", Apply("sign", (X,)), analytic=False),
        Known("sign", r"\operatorname{sign}", ZERO, analytic=False),
        Known("step", r"\operatorname{step}", ZERO, analytic=False),
    )
}
"""The functions of one argument."""

EXTREMA: dict[str, tuple[str, int]] = {"max": (r"\max", 1), "min": (r"\min", -1)}
"""Functions of any number of arguments: LaTeX, and the sign of a winner's lead over the others."""

PRODUCT, FACTOR = "@product", "@factor"
MULTIPLIED: dict[str, Known] = {
    PRODUCT: Known(PRODUCT, r"\prod", Y),
    FACTOR: Known(FACTOR, r"\log", Div(ONE, X)),
}
r"""A product over an index, `\prod_k a_k`, is `PRODUCT(\sum_k FACTOR(a_k))`: letter, bounds and conditions are those
of the sum. Together they obey the laws of `exp` and `log`, for factors of either sign."""

CHANGE = "@change"
MOVED: dict[str, Known] = {CHANGE: Known(CHANGE, r"\Delta", ONE)}
"""By how much something has been moved from its value: that is 0, and its derivative is 1. With it a definition says
what the derivatives of a given name are (see `network.inverses`)."""

BY_TABLE: dict[str, Known] = {**KNOWN, **MULTIPLIED, **MOVED}
"""Whose derivative stands in a table."""

WELL_KNOWN = frozenset(KNOWN) | frozenset(EXTREMA) | frozenset(MULTIPLIED) | frozenset(MOVED)
"""Every name in the tables."""


def latex_name(name: str) -> str:
    r"""The LaTeX of a function by the name stored in `Apply.function`.

    >>> latex_name("sigma"), latex_name("max"), latex_name("f")
    ('\\sigma', '\\max', 'f')
    """
    if name in KNOWN:
        return KNOWN[name].latex
    return EXTREMA[name][0] if name in EXTREMA else name


def letter_of(name: str) -> str:
    r"""The letter of a function: of one for each index, `g^{(#)}`, without the holes for these.

    >>> letter_of("g^{(#)}"), letter_of(r"\phi_{#}"), letter_of("f_1")
    ('g', '\\phi', 'f_1')
    """
    return name.partition("^{(#")[0].partition("_{#")[0]


def of_index(name: str, written: Sequence[str]) -> str:
    r"""The name of one of the functions that carry indices, given how these are written.

    >>> of_index("g^{(#)}", ["l+1"]), of_index("f_{#,#}", ["i", "j"])
    ('g^{(l+1)}', 'f_{i,j}')
    """
    parts = name.split("#")
    return "".join(x + y for x, y in zip(parts, (*written, ""), strict=True))


def is_analytic(name: str) -> bool:
    """Is it complex-differentiable wherever it is defined? Abstract functions are taken to be."""
    return name not in EXTREMA and (name not in KNOWN or KNOWN[name].analytic)


def derivative(call: Apply, n: int = 0, value: Expr | None = None, declared: frozenset[str] = frozenset()) -> Expr:
    r"""The derivative of a call by its argument `n`, the other arguments held.

    `value` is a shorter name of the call (the node it defines), used where the derivative is expressed through the
    value; `declared` names the functions of the network, which keep their prime.

    >>> x, o = Variable("x")(), Variable("o")()
    >>> derivative(Apply("f", (x,))) == Apply("f", (x,), (1,))
    True
    >>> derivative(Apply("tanh", (x,)), value=o) == add(ONE, neg(Pow(o, TWO)))
    True
    """
    if call.function in declared or call.function not in WELL_KNOWN:
        return Apply(call.function, call.args, tuple(o + (m == n) for m, o in enumerate(call.order)))
    if any(call.order):
        raise ValueError(f"write the prime of {call.function} out first (calculus.without_primes)")
    if call.function in EXTREMA:
        return _wins(call, n)
    return _fill(BY_TABLE[call.function].derivative, call.args[0], call if value is None else value)


def _wins(call: Apply, n: int) -> Expr:
    """1 where argument `n` is the extremum, else 0: a product of steps of its lead over each other argument."""
    sign = num(EXTREMA[call.function][1])
    mine = call.args[n]
    leads = [mul(sign, add(mine, neg(other))) for m, other in enumerate(call.args) if m != n]
    return mul(*(Apply("step", (lead,)) for lead in leads))


def _fill(pattern: Expr, argument: Expr, value: Expr) -> Expr:
    return replace(pattern, lambda e: argument if e == X else value if e == Y else None)

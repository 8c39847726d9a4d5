"""Expressions made into Python closures: a tree is walked once, then called at every point.

A closure takes a context (which looks up entries, sizes that depend on indices, and functions) and an environment, the
list of the integer values of the letters in scope: sizes first, then the letters of the left side, then those bound by
sums. Which slot a letter has is settled when the closure is made.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from math import prod
from operator import itemgetter

from ..expr import (
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    children,
    of_kind,
    variables,
)
from ..functions import PRODUCT, WELL_KNOWN
from ..guards import guards
from .failures import Declined, Redraw, Undefined
from .jets import Jet, Number, part
from .lookup import Env, Lookup, Run
from .maker import HOLE, Hole, Make, Maker
from .scope import Scope
from .totals import multiplied, product, total


def _num(m: Maker, e: Num, scope: Scope) -> Run:
    value = e.value
    if value.denominator == 1:
        n = value.numerator
        return lambda w, env: n
    return lambda w, env: w.root.numbers.rational(value)


def _index(m: Maker, e: Index, scope: Scope) -> Run:
    return m.form(e.form, scope)


def _var(m: Maker, e: Var, scope: Scope) -> Run:
    if e.variable is HOLE.variable:
        return Hole(scope.copy())
    if e.variable in scope.locals:
        slot = scope.locals[e.variable]
        return lambda w, env: env[slot]
    variable = m.number(e.variable)
    slots = m.slots(e.indices, scope)
    if slots is not None and len(slots) > 1:
        entries = itemgetter(*slots)
        return lambda w, env: w.entry(variable, entries(env))
    forms = [m.form(i, scope) for i in e.indices]
    if len(forms) == 1:
        (first,) = forms
        return lambda w, env: w.entry(variable, (first(w, env),))
    if len(forms) == 2:
        first, second = forms
        return lambda w, env: w.entry(variable, (first(w, env), second(w, env)))
    if len(forms) == 3:
        first, second, third = forms
        return lambda w, env: w.entry(variable, (first(w, env), second(w, env), third(w, env)))
    return lambda w, env: w.entry(variable, tuple([f(w, env) for f in forms]))


def _add(m: Maker, e: Add, scope: Scope) -> Run:
    terms = m.runs(e.terms, scope)

    def run(w: Lookup, env: Env) -> Number:
        total = terms[0](w, env)
        for term in terms[1:]:
            total = total + term(w, env)
        return total

    return run


def _mul(m: Maker, e: Mul, scope: Scope) -> Run:
    # a bracket, or a count, that is zero guards the other factors: they need not even be defined there
    tests = m.tests((c for f in e.factors for c in guards(f)), scope)
    counts = [n for f in e.factors if (n := _count(m, f, scope)) is not None]
    factors = m.runs((f for f in e.factors if not isinstance(f, Bracket)), scope)

    def pair(w: Lookup, env: Env) -> Number:
        return factors[0](w, env) * factors[1](w, env)

    plain = pair if len(factors) == 2 else multiplied(factors)
    if counts:
        guarded = plain
        plain = lambda w, env: guarded(w, env) if all(n(w, env) for n in counts) else 0  # noqa: E731
    if tests is None:
        return plain
    return lambda w, env: plain(w, env) if tests(w, env) else 0


def _count(m: Maker, e: Expr, scope: Scope) -> Callable[[Lookup, Env], Fraction] | None:
    """The `t - 1` of a factor `(t - 1)/t`, which guards the others as a bracket does: there need be no `y_0`."""
    above = e.numerator if isinstance(e, Div) else e
    return _fraction(m, above, scope) if any(x.form.terms for x in of_kind(above, Index)) else None


def _div(m: Maker, e: Div, scope: Scope) -> Run:
    above, below = m.run(e.numerator, scope), m.run(e.denominator, scope)
    return lambda w, env: above(w, env) * w.root.numbers.inverse(below(w, env))


def _pow(m: Maker, e: Pow, scope: Scope) -> Run:
    base = m.run(e.base, scope)
    if isinstance(e.exponent, Num):
        constant = e.exponent.value
        return lambda w, env: w.root.numbers.power(base(w, env), constant)
    exponent = _fraction(m, e.exponent, scope)
    if exponent is not None:
        found = exponent
        return lambda w, env: w.root.numbers.power(base(w, env), found(w, env))
    general = m.run(e.exponent, scope)

    def run(w: Lookup, env: Env) -> Number:
        numbers = w.root.numbers
        return numbers.smooth("exp", general(w, env) * numbers.smooth("log", base(w, env)))

    return run


def _fraction(m: Maker, e: Expr, scope: Scope) -> Callable[[Lookup, Env], Fraction] | None:
    """The value of an expression in numbers and indices only (an exponent such as `-1/2` or `k + 1`), else None."""
    if isinstance(e, (Num, Index)):
        single = m.run(e, scope) if isinstance(e, Index) else None
        value = e.value if isinstance(e, Num) else Fraction(0)
        return lambda w, env: Fraction(single(w, env)) if single else value
    if not isinstance(e, (Add, Mul, Div)):
        return None
    parts = [_fraction(m, x, scope) for x in children(e)]
    made = [p for p in parts if p is not None]
    if len(made) < len(parts):
        return None
    combine = {Add: sum, Mul: prod, Div: _quotient}[type(e)]
    return lambda w, env: Fraction(combine([p(w, env) for p in made]))  # type: ignore[operator]


def _quotient(pair: list[Fraction]) -> Fraction:
    if not pair[1]:
        raise Redraw("a denominator is zero")
    return pair[0] / pair[1]


def _bracket(m: Maker, e: Bracket, scope: Scope) -> Run:
    tests = m.tests(e.where, scope)
    if tests is None:
        return lambda w, env: 1
    return lambda w, env: 1 if tests(w, env) else 0


def _cases(m: Maker, e: Cases, scope: Scope) -> Run:
    rows = [(m.run(row, scope), m.tests(where, scope)) for row, where in e.rows]

    def run(w: Lookup, env: Env) -> Number:
        held = [row for row, test in rows if test is not None and test(w, env)]
        held = held or [row for row, test in rows if test is None]
        if not held:
            raise Undefined("no case holds")
        value = held[0](w, env)
        for other in held[1:]:
            if not w.root.agree(value, other(w, env)):
                raise Undefined("two cases hold and differ")
        return value

    return run


def _partial(m: Maker, e: Partial, scope: Scope) -> Run:
    if e.wrt.variable in scope.locals:
        return _by_parameter(m, e, scope)
    variable = m.number(e.wrt.variable)
    forms = [m.form(i, scope) for i in e.wrt.indices]
    if e.direct and isinstance(e.of, Var):
        watched = m.number(e.of.variable)
        at = [m.form(i, scope) for i in e.of.indices]

        def definition(w: Lookup, env: Env) -> Number:
            key = (variable, tuple([f(w, env) for f in forms]))
            return w.direct_of_entry(watched, tuple([f(w, env) for f in at]), key)

        return definition
    of, direct = m.run(e.of, scope), e.direct
    return lambda w, env: w.derivative(of, env, (variable, tuple([f(w, env) for f in forms])), direct)


def _by_parameter(m: Maker, e: Partial, scope: Scope) -> Run:
    r"""The slope in the parameter of a function, `\phi(u) = \frac{d}{du} \log p(u)`."""
    if variables(e.of) != {e.wrt.variable}:  # other names may depend on it
        raise Declined("a derivative by the parameter of a function")
    slot, of = scope.locals[e.wrt.variable], m.run(e.of, scope)

    def run(w: Lookup, env: Env) -> Number:
        level = w.level + 1
        nudged = [*env]
        nudged[slot] = Jet(env[slot], 1, level)
        return part(of(w.above(1), nudged), level)

    return run


def _labelled(m: Maker, e: Labelled, scope: Scope) -> Run:
    return m.run(e.body, scope)


def _apply(m: Maker, e: Apply, scope: Scope) -> Run:
    if e.function == PRODUCT and not any(e.order):
        return product(m, e.args[0], scope)
    args = m.runs(e.args, scope)
    name, order = e.function, e.order
    body = m.bodies.get(name)
    if body is None and name not in m.bodies and name in WELL_KNOWN:
        plain = partial(_known, name)
    elif body is None:
        return lambda w, env: w.root.numbers.abstract(name, order, tuple([a(w, env) for a in args]))
    else:
        plain = partial(_defined, body)
    if not any(order):
        return lambda w, env: plain(w, [a(w, env) for a in args])
    nudges = [n for n, k in enumerate(order) for _ in range(k)]

    def run(w: Lookup, env: Env) -> Number:
        values = [a(w, env) for a in args]
        for level, n in enumerate(nudges, w.level + 1):
            values[n] = Jet(values[n], 1, level)
        value = plain(w.above(len(nudges)), values)
        for level in range(w.level + len(nudges), w.level, -1):
            value = part(value, level)
        return value

    return run


def _known(name: str, w: Lookup, values: list[Number]) -> Number:
    return w.root.numbers.known(name, tuple(values))


def _defined(body: tuple[int, Run], w: Lookup, values: list[Number]) -> Number:
    room, run = body
    row = w.root.row
    return w.root.numbers.reduced(run(w, [*row, *values, *[0] * (room - len(row) - len(values))]))


CLOSURES: dict[type, Make] = {
    Num: _num,
    Index: _index,
    Var: _var,
    Add: _add,
    Mul: _mul,
    Div: _div,
    Pow: _pow,
    Sum: total,
    Bracket: _bracket,
    Cases: _cases,
    Partial: _partial,
    Labelled: _labelled,
    Apply: _apply,
}

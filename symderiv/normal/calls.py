r"""Functions of sums of terms, by what is known of them.

The laws, each where its sides are defined: `exp(a + b) = exp(a) exp(b)`, `exp(n a) = exp(a)^n`, `exp(log a) = a`;
`log(a b) = log a + log b` for factors that are certainly positive, `log(a^p) = p log a`, `log(exp(a)) = a`;
`sigma(-a) = 1 - sigma(a)`, `tanh`, `sin` and their like are odd, `cos` and `cosh` even. Primes of well-known functions
are written out by the table in `functions`. A function that the network declares itself obeys no law.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .factors import UNIT, Base, Call, Factor, Normal, Term, Terms
from .limits import NO_FACTS, Facts
from .poly import ONE, Exponent, Poly, number, whole
from .powers import cases, is_positive, power, taken_out
from .terms import multiply, normal, opened, restrict_all, scale

ODD = frozenset({"tanh", "sin", "sinh", "tan", "arctan", "arcsin", "sign"})
EVEN = frozenset({"cos", "cosh", "abs"})
SYMMETRIC = frozenset({"max", "min"})


def call(function: str, order: tuple[int, ...], args: Sequence[Sequence[Term]], facts: Facts = NO_FACTS) -> Terms:
    """A function applied to sums of terms, as a sum of terms. Primes of well-known functions are not handled here."""
    result: Terms = []
    for case, inner in cases(args):
        result += restrict_all(_plain_call(function, order, [normal(a) for a in inner], facts), case)
    return result


def _plain_call(function: str, order: tuple[int, ...], args: list[Normal], facts: Facts) -> Terms:
    if function not in facts.declared and not any(order):
        if function == "exp":
            return _exp(args[0], facts)
        if function == "log":
            return _log(args[0], facts)
        if function in SYMMETRIC:
            args = sorted(args, key=repr)
        elif len(args) == 1 and args[0].terms and args[0].terms[0].weight.leads_negative:
            flipped = Normal(
                tuple(Term(-t.weight, t.powers, t.bound, t.domain) for t in args[0].terms),
                args[0].free,
                args[0].height,
            )
            if function == "sigma":
                return [UNIT, _one_call("sigma", flipped, number(-1))]
            if function in ODD:
                return [_one_call(function, flipped, number(-1))]
            if function in EVEN:
                return [_one_call(function, flipped)]
    return [Term(ONE, ((Call(function, order, tuple(args)), 1),))]


def _one_call(function: str, arg: Normal, weight: Poly = ONE) -> Term:
    return Term(weight, ((Call(function, (0,), (arg,)), 1),))


def _exp(arg: Normal, facts: Facts) -> Terms:
    """The exponential of a sum as a product over its terms, a rational factor of a term as an exponent."""
    result = [UNIT]
    for t in arg.terms:
        for weight in _monomials(t.weight):
            result = multiply(result, _exp_of_term(Term(weight, t.powers, t.bound, t.domain), facts))
    return result


def _monomials(weight: Poly) -> list[Poly]:
    return [Poly((m,)) for m in weight.terms]


def _exp_of_term(t: Term, facts: Facts) -> Terms:
    mono, c = t.weight.terms[0]
    p: Exponent = whole(c)
    if not mono and not t.bound and len(t.powers) == 1 and t.powers[0][1] == 1:
        f = t.powers[0][0]
        if isinstance(f, Call) and f.function == "log" and not any(f.order) and "log" not in facts.declared:
            return power(opened(f.args[0]), p, facts)
    rest = normal([Term(Poly(((mono, Fraction(1)),)), t.powers, t.bound, t.domain)])
    return [Term(ONE, ((Call("exp", (0,), (rest,)), p),))]


def _log(arg: Normal, facts: Facts) -> Terms:
    if len(arg.terms) == 1 and not arg.terms[0].bound:
        return _log_of_product(arg.terms[0], facts)
    if not arg.terms:
        return [_one_call("log", arg)]
    front, inner = taken_out(arg, Fraction(1, 2), facts)
    if front == UNIT:
        return [_one_call("log", arg)]
    return [*_log_of_product(front, facts), _one_call("log", inner)]


def _log_of_product(t: Term, facts: Facts) -> Terms:
    """Logarithms of the certainly positive factors, and of what is left as one product."""
    result: Terms = []
    left: list[tuple[Factor, Exponent]] = []
    for f, e in t.powers:
        if is_positive(f, e, facts):
            result += scale(_log_of_positive(f, facts), number(Fraction(e)))
        else:
            left.append((f, e))
    weight = t.weight
    c = weight.constant
    if c is not None and c > 0:
        for value, sign in ((c.numerator, 1), (c.denominator, -1)):
            if value != 1:
                result.append(_one_call("log", normal([Term(number(value))]), number(sign)))
        weight = ONE
    if weight == ONE and len(left) == 1 and _may_leave_log(left[0][1]):
        f, e = left[0]
        return [*result, _one_call("log", normal([Term(ONE, ((f, 1),))]), number(Fraction(e)))]
    if weight == ONE and not left:
        return result
    return [*result, _one_call("log", normal([Term(weight, tuple(left))]))]


def _may_leave_log(e: Exponent) -> bool:
    """Is `a^e` positive only where `a` is?"""
    return e.denominator % 2 == 0 or e.numerator % 2 == 1


def _log_of_positive(f: Factor, facts: Facts) -> Terms:
    if isinstance(f, Call) and f.function == "exp" and "exp" not in facts.declared and not any(f.order):
        return opened(f.args[0])
    if isinstance(f, Call):
        return [_one_call("log", normal([Term(ONE, ((f, 1),))]))]
    return [_one_call("log", f.inner if isinstance(f, Base) else normal([Term(ONE, ((f, 1),))]))]

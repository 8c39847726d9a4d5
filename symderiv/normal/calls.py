r"""Functions of sums of terms, by what is known of them.

The laws, each where its sides are defined: `exp(a + b) = exp(a) exp(b)`, `exp(n a) = exp(a)^n`, `exp(log a) = a`;
`log(a b) = log a + log b` for factors that are certainly positive, `log(a^p) = p log a`, `log(exp(a)) = a`; the
same for `PRODUCT` and `FACTOR` (a product over an index, see `functions`), whose factors need not be positive;
`sigma(-a) = 1 - sigma(a)`, `tanh`, `sin` and their like are odd, `cos` and `cosh` even. Primes of well-known functions
are written out by the table in `functions`. A function that the network declares itself obeys no law.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..affine import affine
from ..domain import Domain
from ..functions import FACTOR, PRODUCT
from .factors import UNIT, Base, Call, Factor, Normal, Term, Terms
from .limits import NO_FACTS, Facts
from .poly import ONE, Exponent, Poly, number, whole
from .powers import cases, common_factors, is_positive, power, taken_out, written_out
from .terms import multiply, normal, number_of, opened, restrict_all, scale, substitute_term

LOGARITHMS = {"exp": "log", PRODUCT: FACTOR}
"""Functions that take sums to products, and what undoes them."""
ODD = frozenset({"tanh", "sin", "sinh", "tan", "arctan", "arcsin", "sign"})
EVEN = frozenset({"cos", "cosh", "abs", "normpdf"})
SYMMETRIC = frozenset({"max", "min"})
LARGEST_WRITTEN_OUT = 2
"""Powers of sums up to this are multiplied out within a logarithm."""

AT_ZERO = {f: Fraction(0) for f in ("tanh", "sinh", "sin", "arctan")} | {
    "sigma": Fraction(1, 2),
    "cosh": Fraction(1),
    "cos": Fraction(1),
}
"""The values of functions at 0."""


def call(function: str, order: tuple[int, ...], args: Sequence[Sequence[Term]], facts: Facts = NO_FACTS) -> Terms:
    """A function applied to sums of terms, as a sum of terms. Primes of well-known functions are not handled here."""
    if function in LOGARITHMS and function not in facts.declared and not any(order):
        args = [[t for x in args[0] for t in completed(x)]]
    result: Terms = []
    for case, inner in cases(args):
        result += restrict_all(_plain_call(function, order, [normal(a) for a in inner], facts), case)
    return result


def completed(t: Term) -> Terms:
    r"""The whole sum less what it leaves out, `\sum_{k \ne i} x_k = \sum_k x_k - x_i`: as exponents they part."""
    for c in t.domain.constraints if t.bound else ():
        letter = next((b for b in t.bound if abs(c.form.coefficient(b)) == 1), None) if c.rel == "!=" else None
        if letter is None:
            continue
        rest = Domain(tuple(x for x in t.domain.constraints if x != c))
        value = affine(letter) - c.form * c.form.coefficient(letter)
        others = tuple(b for b in t.bound if b != letter)
        left_out = substitute_term(Term(-t.weight, t.powers, others, rest), {letter: value})
        whole = Term(t.weight, t.powers, t.bound, rest)
        return [x for y in (whole, left_out) if y is not None for x in completed(y)]
    return [t]


def _plain_call(function: str, order: tuple[int, ...], args: list[Normal], facts: Facts) -> Terms:
    if function not in facts.declared and not any(order):
        if len(args) == 1 and not args[0].terms and function in AT_ZERO:
            return [Term(number(AT_ZERO[function]))] if AT_ZERO[function] else []
        if function in LOGARITHMS:
            return _exp(function, args[0], facts)
        if function == FACTOR:
            return _factor(args[0], facts)
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


def _exp(function: str, arg: Normal, facts: Facts) -> Terms:
    """The exponential of a sum as a product over its terms, a rational factor of a term as an exponent."""
    result = [UNIT]
    for t in arg.terms:
        counts = function == PRODUCT and not t.bound and _logarithm_in(function, t, facts) is not None
        for weight in _by_letters(t.weight) if counts else _monomials(t.weight):
            result = multiply(result, _exp_of_term(function, Term(weight, t.powers, t.bound, t.domain), facts))
    return result


def _monomials(weight: Poly) -> list[Poly]:
    return [Poly((m,)) for m in weight.terms]


def _by_letters(weight: Poly) -> list[Poly]:
    """The number in an exponent, and all of the rest: `u^{T-t} u^{-1}`, as a power that is typed is read."""
    parts = (tuple(m for m in weight.terms if bool(m[0]) is lettered) for lettered in (True, False))
    return [Poly(part) for part in parts if part]


def _exp_of_term(function: str, t: Term, facts: Facts) -> Terms:
    undone = _logarithm_in(function, t, facts) if not t.bound else None
    if undone is not None:
        base, exponent = undone
        p = number_of([exponent])
        if p is not None:
            return power(opened(base), whole(p), facts)
        if function == PRODUCT:
            return [Term(ONE, ((Call("^", (0, 0), (base, normal([exponent]))), 1),))]
    if function == PRODUCT and not any(isinstance(f, Call) and f.function == FACTOR for f, _ in t.powers):
        function = "exp"
    mono, c = t.weight.terms[0]
    rest = normal([Term(Poly(((mono, Fraction(1)),)), t.powers, t.bound, t.domain)])
    return [Term(ONE, ((Call(function, (0,), (rest,)), whole(c)),))]


def _logarithm_in(function: str, t: Term, facts: Facts) -> tuple[Normal, Term] | None:
    """The argument of the logarithm in a term, and what it is multiplied by."""
    for n, (f, e) in enumerate(t.powers):
        if e == 1 and isinstance(f, Call) and f.function == LOGARITHMS[function] and _is_plain(f, facts):
            return f.args[0], Term(t.weight, (*t.powers[:n], *t.powers[n + 1 :]), t.bound, t.domain)
    return None


def _is_plain(f: Call, facts: Facts) -> bool:
    """Is it a function of the table, without primes?"""
    return not any(f.order) and f.function not in facts.declared


def _factor(arg: Normal, facts: Facts) -> Terms:
    """The logarithm of a factor, taken apart into those of its own factors, of either sign."""
    if len(arg.terms) == 1 and not arg.terms[0].bound:
        return _factors(arg.terms[0], facts)
    front, inner = common_factors(arg, facts)
    return [*_factors(front, facts), _one_call(FACTOR, inner)]


def _factors(t: Term, facts: Facts) -> Terms:
    found: Terms = [] if t.weight == ONE else [_one_call(FACTOR, normal([Term(t.weight)]))]
    for f, e in t.powers:
        found += scale(_factor_alone(f, facts), number(Fraction(e)))
    return found


def _factor_alone(f: Factor, facts: Facts) -> Terms:
    if isinstance(f, Call) and f.function in LOGARITHMS and _is_plain(f, facts):
        return opened(f.args[0])
    if isinstance(f, Call) and f.function == "^":
        base, exponent = f.args
        return multiply(opened(exponent), [_one_call(FACTOR, base)])
    return [_one_call(FACTOR, f.inner if isinstance(f, Base) else normal([Term(ONE, ((f, 1),))]))]


def _log(arg: Normal, facts: Facts) -> Terms:
    if len(arg.terms) == 1 and not arg.terms[0].bound:
        return _log_of_product(arg.terms[0], facts)
    if not arg.terms:
        return [_one_call("log", arg)]
    front, inner = taken_out(arg, Fraction(1, 2), facts)
    if front == UNIT:
        return [_one_call("log", arg)]
    return [*_log_of_product(front, facts), *_log_of_rest(inner, facts)]


def _log_of_rest(n: Normal, facts: Facts) -> Terms:
    """Of a sum from which a denominator of some terms was taken, which multiplies the others now: `1 - 1/(1 + a)` is
    `((1 + a) - 1)/(1 + a)`."""
    sums = [e for t in n.terms for f, e in t.powers if isinstance(f, Base) and e >= 1]
    if not sums or max(sums) > LARGEST_WRITTEN_OUT:
        return [_one_call("log", n)]
    rest = normal([x for t in n.terms for x in written_out(t, facts)])
    return _log(rest, facts) if rest.terms else [_one_call("log", n)]


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
    if isinstance(f, Call) and f.function == PRODUCT and not any(f.order):
        return [_logarithms(t) for t in opened(f.args[0])]
    if isinstance(f, Call) and f.function == "exp" and "exp" not in facts.declared and not any(f.order):
        return opened(f.args[0])
    if isinstance(f, Call):
        return [_one_call("log", normal([Term(ONE, ((f, 1),))]))]
    return [_one_call("log", f.inner if isinstance(f, Base) else normal([Term(ONE, ((f, 1),))]))]


def _logarithms(t: Term) -> Term:
    """A term of a product's exponent, its factors' logarithms those of positive numbers."""
    return Term(t.weight, tuple((_as_logarithm(f), e) for f, e in t.powers), t.bound, t.domain)


def _as_logarithm(f: Factor) -> Factor:
    return Call("log", (0,), f.args) if isinstance(f, Call) and f.function == FACTOR else f

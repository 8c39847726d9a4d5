"""Powers of sums of terms, and what of a sum can be taken out in front of it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd

from ..affine import Affine
from ..domain import TRUE, Domain, subtract
from ..functions import FACTOR, PRODUCT
from .factors import UNIT, Base, Call, Factor, Normal, Powers, Term, Terms, letters
from .limits import MOST_TERMS, NO_FACTS, Facts, Unprovable
from .poly import ONE, Exponent, Poly, number, whole
from .terms import combine, multiply, normal, opened, restrict_all

LARGEST_EXPANDED_POWER = 8
POSITIVE_FUNCTIONS = frozenset({"exp", "sigma", "softplus", "cosh", "normcdf", "normpdf"})
MOST_CASES = 12


def power(terms: Sequence[Term], p: Exponent, facts: Facts = NO_FACTS) -> Terms:
    """A sum of terms to a rational power. Positive integer powers are multiplied out; any other power of a sum is a
    factor, after what its terms have in common is taken out in front."""
    p = whole(p)
    if p == 0:
        return [UNIT]
    if p == 1:
        return list(terms)
    if isinstance(p, int) and p > 0:
        return _multiplied_out(terms, p)
    result: Terms = []
    for case, (inner,) in cases([terms]):
        result += restrict_all(_other_power(inner, p, facts), case)
    return result


def _multiplied_out(terms: Sequence[Term], p: int) -> Terms:
    if len(terms) == 1 and not terms[0].bound:
        t = terms[0]
        weight = t.weight.power(p)
        if weight is not None:
            return [Term(weight, tuple((f, e * p) for f, e in t.powers), (), t.domain)]
    if p > LARGEST_EXPANDED_POWER or len(terms) ** p > MOST_TERMS:
        raise Unprovable(f"the power {p} of a sum is too large to write out")
    result = list(terms)
    for _ in range(p - 1):
        result = multiply(result, terms)
    return result


def _other_power(terms: Sequence[Term], p: Exponent, facts: Facts) -> Terms:
    """A negative or fractional power of terms without guards."""
    found = normal(terms)
    if not found.terms:
        raise Unprovable("a division by zero")
    if len(found.terms) == 1 and not found.terms[0].bound:
        return [_power_of_product(found.terms[0], p, facts)]
    front, inner = taken_out(found, p, facts)
    base = [] if not inner.terms else [Term(ONE, ((Base(inner), p),))]
    return multiply([_power_of_product(front, p, facts)], base)


def _power_of_product(t: Term, p: Exponent, facts: Facts) -> Term:
    if isinstance(p, int):
        weight = t.weight.power(p)
        if weight is not None:
            return Term(weight, tuple((f, whole(e * p)) for f, e in t.powers))
        as_base = Base(normal([Term(t.weight)]))
        return Term(ONE, combine([*((f, whole(e * p)) for f, e in t.powers), (as_base, p)]))
    safe = [(f, e) for f, e in t.powers if is_positive(f, e, facts)]
    rest = tuple((f, e) for f, e in t.powers if not is_positive(f, e, facts))
    weight = None if t.weight.leads_negative else t.weight.power(p, facts)
    front = ONE if weight is None else weight
    kept_weight = t.weight if weight is None else ONE
    done = [(f, whole(e * p)) for f, e in safe]
    if kept_weight == ONE and len(rest) == 1 and rest[0][1] == 1:
        return Term(front, combine([*done, (rest[0][0], p)]))
    if kept_weight == ONE and not rest:
        return Term(front, combine(done))
    return Term(front, combine([*done, (Base(normal([Term(kept_weight, rest)])), p)]))


def is_positive(f: Factor, e: Exponent, facts: Facts = NO_FACTS) -> bool:
    """Is the factor's power certainly positive (data being in general position)?"""
    if isinstance(e, Fraction) and e.denominator % 2 == 0:
        return True  # a square root, wherever it exists
    if isinstance(f, Call) and f.function == PRODUCT and not any(f.order):
        return all(_has_positive_factors(t, facts) for t in f.args[0].terms)
    if isinstance(f, Call):
        return f.function in POSITIVE_FUNCTIONS and f.function not in facts.declared and not any(f.order)
    if isinstance(f, Base):
        return is_positive_normal(f.inner, facts)
    return f.head in facts.positive


def _has_positive_factors(t: Term, facts: Facts) -> bool:
    """Does a term of a product's exponent stand for positive factors? `p^y` for any number y exists of no others."""
    bases = [f.args[0] for f, e in t.powers if isinstance(f, Call) and f.function == FACTOR and e == 1]
    return len(bases) == 1 and (len(t.powers) > 1 or is_positive_normal(bases[0], facts))


def _is_rest_to_one(n: Normal, facts: Facts) -> bool:
    r"""Is it `1 - \sigma(x)`?"""
    if len(n.terms) != 2 or any(t.bound or t.domain.constraints for t in n.terms):
        return False
    one, other = sorted(n.terms, key=lambda t: len(t.powers))
    if one != UNIT or len(other.powers) != 1 or other.weight != number(-1):
        return False
    f, e = other.powers[0]
    return e == 1 and isinstance(f, Call) and f.function == "sigma" and is_positive(f, e, facts)


def is_positive_normal(n: Normal, facts: Facts = NO_FACTS) -> bool:
    """Is a sum of terms certainly positive? Sums are taken to be over something."""
    if _is_rest_to_one(n, facts):
        return True
    return bool(n.terms) and all(
        t.weight.is_positive(facts) and all(is_positive(f, e, facts) for f, e in t.powers) for t in n.terms
    )


def taken_out(n: Normal, p: Exponent, facts: Facts) -> tuple[Term, Normal]:
    """What all terms have in common, as one term, and the rest: `n = front * rest`.

    Under a fractional power only what is certainly positive is taken out."""
    anything = isinstance(p, int)
    common = _common_factors(n, anything, facts)
    weight = _common_weight(n, anything, facts)
    if not common and weight == ONE:
        return UNIT, n
    inverse = weight.power(-1)
    assert inverse is not None
    return Term(weight, common), _divided(n, inverse, common)


def common_factors(n: Normal, facts: Facts) -> tuple[Term, Normal]:
    """The factors that all terms have, whatever their sign, and the rest; numbers stay where they are."""
    common = _common_factors(n, True, facts)
    return Term(ONE, common), _divided(n, ONE, common) if common else n


def _divided(n: Normal, inverse: Poly, common: Powers) -> Normal:
    """Every term times a weight and without the common factors."""
    away = tuple((f, -e) for f, e in common)
    return normal([Term(t.weight * inverse, combine(t.powers + away), t.bound, t.domain) for t in n.terms])


def _common_factors(n: Normal, anything: bool, facts: Facts) -> Powers:
    lowest: dict[Factor, Exponent] = {}
    for f in dict.fromkeys(f for t in n.terms for f, _ in t.powers):
        exponents = [_exponent_outside(f, t) for t in n.terms]
        least = min(exponents)
        if least and (anything or is_positive(f, least, facts)) and len({e % 1 for e in exponents}) == 1:
            lowest[f] = least
    return tuple(lowest.items())


def _exponent_outside(f: Factor, t: Term) -> Exponent:
    """The exponent of a factor that does not depend on the bound letters of the term; 0 for one that does."""
    if not letters(f).isdisjoint(t.bound):
        return 0
    return next((e for g, e in t.powers if g == f), 0)


def _common_weight(n: Normal, anything: bool, facts: Facts) -> Poly:
    coefficients = [c for t in n.terms for _, c in t.weight.terms]
    top = gcd(*(c.numerator for c in coefficients))
    bottom = 1
    for c in coefficients:
        bottom = bottom * c.denominator // gcd(bottom, c.denominator)
    content = Fraction(top, bottom)
    if anything and n.terms[0].weight.leads_negative:
        content = -content
    weight = number(content)
    monos = [dict(m) for t in n.terms for m, _ in t.weight.terms]
    for f in {f for m in monos for f in m}:
        if not _may_leave(f, n) or not (anything or facts.is_positive(f)):
            continue
        least = min(m.get(f, 0) for m in monos)
        if least and len({m.get(f, 0) % 1 for m in monos}) == 1:
            weight = weight * Poly(((((f, least),), Fraction(1)),))
    return weight


def _may_leave(f: Affine, n: Normal) -> bool:
    inside = f.letters()
    return all(inside.isdisjoint(t.bound) for t in n.terms)


def cases(args: Sequence[Sequence[Term]]) -> list[tuple[Domain, list[Terms]]]:
    """Several sums of terms case by case, so that no term depends on a condition on free letters any more:
    `\\exp(x_k + [k = j] y)` is `\\exp(x_k + y)` where k = j and `\\exp(x_k)` elsewhere."""
    guards: dict[Domain, None] = {}
    for terms in args:
        for t in terms:
            if (g := guard(t)).constraints:
                guards[g] = None
    if not guards:
        return [(TRUE, [list(a) for a in args])]
    found: list[tuple[Domain, frozenset[Domain]]] = [(TRUE, frozenset())]
    for g in guards:
        refined: list[tuple[Domain, frozenset[Domain]]] = []
        for case, true in found:
            if not (case & g).is_false:
                refined.append((case & g, true | {g}))
            refined += [(piece, true) for piece in subtract(case, g)]
        found = refined
        if len(found) > MOST_CASES:
            raise Unprovable("too many cases inside a function")
    return [(case, [_under(terms, true) for terms in args]) for case, true in found]


def guard(t: Term) -> Domain:
    """The conditions of a term that are not about its bound letters."""
    if not t.domain.constraints:
        return TRUE
    if not t.bound:
        return t.domain
    bound = set(t.bound)
    return Domain(tuple(c for c in t.domain.constraints if c.letters().isdisjoint(bound)))


def _under(terms: Sequence[Term], true: frozenset[Domain]) -> Terms:
    result: Terms = []
    for t in terms:
        g = guard(t)
        if g.constraints and g not in true:
            continue
        rest = Domain(tuple(c for c in t.domain.constraints if c not in g.constraints)) if g.constraints else t.domain
        result.append(Term(t.weight, t.powers, t.bound, rest))
    return result


def written_out(t: Term, facts: Facts = NO_FACTS) -> Terms:
    """The term with sums under a power of one or more multiplied out as far as they go."""
    grown = [(f, e) for f, e in t.powers if isinstance(f, Base) and e >= 1]
    if not grown:
        return [t]
    plain = combine((f, whole(e - int(e)) if (f, e) in grown else e) for f, e in t.powers)
    result = [Term(t.weight, plain, t.bound, t.domain)]
    for f, e in grown:
        assert isinstance(f, Base)
        result = multiply(result, power(opened(f.inner), int(e), facts))
    return result

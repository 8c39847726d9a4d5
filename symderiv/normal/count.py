r"""Bound letters on which no factor depends, summed out exactly: `\sum_{i=1}^{N} 1 = N`, `\sum_{i=1}^{k} i = k(k+1)/2`.

A range with several lower or upper ends is split into cases by which one counts, a hole is taken away. Where a range
may be empty its count stands under the condition that it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from ..affine import Affine, Sym, affine
from ..domain import Constraint, Domain, implies
from .factors import Term, Terms, letters
from .known import Known
from .poly import ONE, ZERO, Poly, form, number
from .terms import restrict

MOST_CASES = 6
MOST_HOLES = 4

BERNOULLI = (Fraction(1), Fraction(1, 2), Fraction(1, 6), Fraction(0), Fraction(-1, 30))
"""Bernoulli numbers with B_1 = +1/2, as Faulhaber's formula wants them."""

BINOMIAL = ((1,), (1, 2), (1, 3, 3), (1, 4, 6, 4), (1, 5, 10, 10, 5))
"""`BINOMIAL[p][j]` is p + 1 over j."""


def counted(t: Term, over: Sequence[Sym], known: Known) -> Terms:
    """The term with those of the bound letters summed out on which none of its factors depends."""
    result = [t]
    for b in over:
        if any(b in letters(f) for f, _ in t.powers):
            continue
        result = [x for u in result for x in (_summed_out(u, b, known) if b in u.bound else [u])]
    return result


def _summed_out(t: Term, b: Sym, known: Known) -> Terms:
    own = [c for c in t.domain.constraints if c.mentions(b)]
    by_power = _by_power(t.weight, b)
    if by_power is None or not all(c.form.coefficient(b) in (1, -1) and c.rel in (">=", "!=") for c in own):
        return [t]
    if any(b in (c.form - affine(b) * c.form.coefficient(b)).letters() for c in own):
        return [t]
    holes = [c for c in own if c.rel == "!="]
    if holes:
        return _without_hole(t, holes, b, known)
    lowers = [affine(b) - c.form for c in own if c.form.coefficient(b) == 1]
    uppers = [affine(b) + c.form for c in own if c.form.coefficient(b) == -1]
    rest = t.domain.without(b)
    lowers, uppers = _relevant(lowers, rest, known, 1), _relevant(uppers, rest, known, -1)
    if not lowers or not uppers or len(lowers) * len(uppers) > MOST_CASES:
        return [t]
    bound = tuple(x for x in t.bound if x != b)
    found: Terms = []
    for n, m in product(range(len(lowers)), range(len(uppers))):
        low, high = lowers[n], uppers[m]
        conditions = [*_extreme(lowers, n, 1), *_extreme(uppers, m, -1)]
        if not _implied(rest, Constraint(">=", high - low + 1), known):
            conditions.append(Constraint(">=", high - low))
        made = restrict(Term(_total(by_power, low, high), t.powers, bound, rest), conditions)
        if made is not None and made.weight.terms:
            found.append(made)
    return known.prune_all(found)


def _without_hole(t: Term, holes: Sequence[Constraint], b: Sym, known: Known) -> Terms:
    """The range without its holes, less the points of the holes."""
    if len(holes) > MOST_HOLES:
        return [t]
    hole = holes[0]
    filled = Domain(tuple(c for c in t.domain.constraints if c is not hole))
    whole = _summed_out(Term(t.weight, t.powers, t.bound, filled), b, known)
    point = restrict(Term(-t.weight, t.powers, t.bound, filled), [Constraint("==", hole.form)])
    return whole if point is None else [*whole, *known.prune_all([point])]


def _by_power(weight: Poly, b: Sym) -> list[Poly] | None:
    """The coefficients of a weight as a polynomial in the letter; None if it is not one, or of too high degree."""
    if b not in weight.letters():
        return [weight]
    found = [ZERO] * len(BERNOULLI)
    for m, c in weight.terms:
        power, others = 0, []
        for f, e in m:
            if f == affine(b) and isinstance(e, int) and 0 <= e < len(BERNOULLI):
                power = e
            elif b in f.letters():
                return None
            else:
                others.append((f, e))
        found[power] = found[power] + Poly(((tuple(others), c),))
    return found


def _total(by_power: Sequence[Poly], low: Affine, high: Affine) -> Poly:
    """The sum over `low..high` of a polynomial given by its coefficients."""
    if len(by_power) == 1:
        return by_power[0] * form(high - low + 1)
    result = ZERO
    for p, coefficient in enumerate(by_power):
        if coefficient.terms:
            result = result + coefficient * (_faulhaber(p, high) - _faulhaber(p, low - 1))
    return result


def _faulhaber(p: int, n: Affine) -> Poly:
    """The sum of the p-th powers of 1..n, as the polynomial that it is."""
    value, result = form(n), ZERO
    for j in range(p + 1):
        power = ONE
        for _ in range(p + 1 - j):
            power = power * value
        result = result + power * number(BERNOULLI[j] * BINOMIAL[p][j] / (p + 1))
    return result


def _relevant(ends: Sequence[Affine], rest: Domain, known: Known, sign: int) -> list[Affine]:
    """The ends without those that another one always beats."""
    left = list(dict.fromkeys(ends))
    for e in list(left):
        if any(o != e and _implied(rest, Constraint(">=", (o - e) * sign), known) for o in left):
            left.remove(e)
    return left


def _implied(rest: Domain, c: Constraint, known: Known) -> bool:
    said = True if c.is_true else known.decide(c)
    return implies(rest, c, known.context) if said is None else said


def _extreme(ends: Sequence[Affine], n: int, sign: int) -> list[Constraint]:
    """The n-th end is the one that counts; the earlier one of two equal ends does."""
    return [Constraint(">=", (ends[n] - other) * sign - (1 if m < n else 0)) for m, other in enumerate(ends) if m != n]

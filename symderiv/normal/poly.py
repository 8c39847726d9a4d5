"""Weights of terms: rational numbers, sizes and index values, multiplied, added and divided.

A weight is a polynomial whose unknowns are affine forms: positive integer powers of single atoms (`N^2`), and any
other powers of primitive forms (`1/N`, `1/(m-1)`, `N^{-1/2}`, the number `2^{1/2}`). Sizes are taken in general
position: a form that divides is not zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from math import gcd
from typing import TypeAlias

from ..affine import ONE as ONE_FORM
from ..affine import Affine, Sym
from ..node import node
from .limits import NO_FACTS, Facts, Unprovable

Exponent: TypeAlias = "int | Fraction"
Mono: TypeAlias = tuple[tuple[Affine, Exponent], ...]

LARGEST_POWER = 16
LARGEST_PRIME = 1000


def whole(p: Exponent) -> Exponent:
    """An exponent as an `int` where it is one."""
    return p.numerator if isinstance(p, Fraction) and p.denominator == 1 else p


@node
class Poly:
    """`sum(coefficient * product(form ** exponent))`, canonical; build it with `number`, `form` and arithmetic.

    >>> from symderiv.affine import affine
    >>> n = form(affine("N"))
    >>> n * n.power(-1) == ONE, (form(affine("N") + 1) - n) == ONE, n.power(2) - n * n == ZERO
    (True, True, True)
    """

    terms: tuple[tuple[Mono, Fraction], ...]

    @property
    def constant(self) -> Fraction | None:
        """Its value if it is a number."""
        if not self.terms:
            return Fraction(0)
        if len(self.terms) == 1 and not self.terms[0][0]:
            return self.terms[0][1]
        return None

    @property
    def is_monomial(self) -> bool:
        """Is it a single product?"""
        return len(self.terms) == 1

    @property
    def leads_negative(self) -> bool:
        """Is the coefficient of its first monomial negative?"""
        return bool(self.terms) and self.terms[0][1] < 0

    def is_positive(self, facts: Facts) -> bool:
        """Is it certainly positive?"""
        return bool(self.terms) and all(c > 0 and all(facts.is_positive(f) for f, _ in m) for m, c in self.terms)

    def __add__(self, other: Poly) -> Poly:
        if not other.terms:
            return self
        if not self.terms:
            return other
        total = dict(self.terms)
        for m, c in other.terms:
            total[m] = total.get(m, 0) + c
        return _make(total)

    def __neg__(self) -> Poly:
        return Poly(tuple((m, -c) for m, c in self.terms))

    def __sub__(self, other: Poly) -> Poly:
        return self + -other

    def __mul__(self, other: Poly) -> Poly:
        if self.terms == ONE.terms:
            return other
        if other.terms == ONE.terms:
            return self
        c, d = self.constant, other.constant
        if c is not None or d is not None:
            poly, factor = (self, d) if d is not None else (other, c)
            assert factor is not None
            return Poly(tuple((m, k * factor) for m, k in poly.terms)) if factor else ZERO
        total = ZERO
        for m, k in self.terms:
            for n, l in other.terms:
                total = total + _product(m, n, k * l)
        return total

    def power(self, p: Exponent, facts: Facts = NO_FACTS) -> Poly | None:
        """The power, None where it is not a weight (a power of a sum that is not an affine form)."""
        p = whole(p)
        if isinstance(p, int) and 0 <= p <= LARGEST_POWER:
            result = ONE
            for _ in range(p):
                result = result * self
            return result
        if not self.terms:
            raise Unprovable("a division by zero")
        if self.is_monomial:
            m, c = self.terms[0]
            number_part = _number_power(c, p)
            if number_part is None:
                return None
            if not isinstance(p, int) and not all(facts.is_positive(f) or isinstance(e, Fraction) for f, e in m):
                return None
            result = number_part
            for f, e in m:
                result = result * _form_power(f, e * p)
            return result
        as_form = self.as_form()
        if as_form is None or not isinstance(p, int):
            return None
        scale, primitive = as_form
        return Poly(((((primitive, p),), scale**p),))

    def as_form(self) -> tuple[Fraction, Affine] | None:
        """`scale * primitive form`, if it is linear in its atoms with nothing divided."""
        total: dict[Affine, Fraction] = {}
        for m, c in self.terms:
            if len(m) > 1 or (m and m[0][1] != 1):
                return None
            total[m[0][0] if m else ONE_FORM] = c
        common = Fraction(gcd(*(c.numerator for c in total.values())))
        for c in total.values():
            common /= Fraction(c.denominator, gcd(c.denominator, common.denominator))
        made = Affine((), 0)
        for f, c in total.items():
            k = c / common
            if k.denominator != 1:
                return None
            made = made + f * int(k)
        if made.terms and made.terms[0][1] < 0:
            return -common, -made
        return common, made

    def substitute(self, values: Mapping[Sym, Affine]) -> Poly:
        """Replace letters in the forms."""
        if not values or all(not m for m, _ in self.terms):
            return self
        total = ZERO
        changed = False
        for m, c in self.terms:
            product = number(c)
            for f, e in m:
                g = f.substitute(values)
                changed = changed or g is not f
                product = product * _form_power(g, e)
            total = total + product
        return total if changed else self

    def letters(self) -> frozenset[Sym]:
        """Every letter in it."""
        return frozenset(s for m, _ in self.terms for f, _ in m for s in f.letters())

    def cleared(self) -> Poly:
        """Times every form that divides in it: zero exactly where it is zero.

        >>> from symderiv.affine import affine
        >>> n = affine("N")
        >>> (form(n) * form(n + 1).power(-1) + form(n + 1).power(-1) - ONE).cleared() == ZERO
        True
        """
        lowest: dict[Affine, Exponent] = {}
        for m, _ in self.terms:
            for f, e in m:
                if len(f.terms) > 1 or f.const or isinstance(e, Fraction):
                    lowest[f] = min(lowest.get(f, 0), e)
        if len(self.terms) < 2:
            return self
        total = ZERO
        for m, c in self.terms:
            here = dict(m)
            product = number(c)
            for f in lowest.keys() | here.keys():
                product = product * _form_power(f, whole(here.get(f, 0) - lowest.get(f, 0)))
            total = total + product
        return total


ZERO = Poly(())
ONE = Poly((((), Fraction(1)),))


@lru_cache(maxsize=256)
def number(c: int | Fraction) -> Poly:
    """A number as a weight."""
    return Poly((((), Fraction(c)),)) if c else ZERO


def form(f: Affine) -> Poly:
    """The value of an affine form as a weight."""
    terms: dict[Mono, Fraction] = {((Affine(((a, 1),), 0), 1),): Fraction(c) for a, c in f.terms}
    if f.const:
        terms[()] = Fraction(f.const)
    return _make(terms)


def _make(total: Mapping[Mono, Fraction]) -> Poly:
    kept = [(m, c) for m, c in total.items() if c]
    if len(kept) > 1:
        kept.sort(key=_mono_key)
    return Poly(tuple(kept))


def _mono_key(entry: tuple[Mono, Fraction]) -> tuple[object, ...]:
    return tuple((f.key, float(e)) for f, e in entry[0])


def _product(m: Mono, n: Mono, c: Fraction) -> Poly:
    powers: dict[Affine, Exponent] = dict(m)
    for f, e in n:
        powers[f] = whole(powers.get(f, 0) + e)
    result: Poly | None = None
    plain: list[tuple[Affine, Exponent]] = []
    for f, e in powers.items():
        if e == 0:
            continue
        if isinstance(e, int) and e > 0 and (len(f.terms) != 1 or f.const):
            expanded = _form_power(f, e)
            result = expanded if result is None else result * expanded
        else:
            plain.append((f, e))
    plain.sort(key=lambda fe: fe[0].key)
    product = Poly(((tuple(plain), c),))
    return product if result is None else product * result


def _form_power(f: Affine, p: Exponent) -> Poly:
    p = whole(p)
    if p == 0:
        return ONE
    if not f.terms:
        powered = _number_power(Fraction(f.const), p)
        if powered is None:
            raise Unprovable(f"a power of {f.const}")
        return powered
    if len(f.terms) == 1 and f.const == 0 and f.terms[0][1] == 1:
        return Poly(((((f, p),), Fraction(1)),))
    if isinstance(p, int):
        powered = form(f).power(p)
        assert powered is not None
        return powered
    return Poly(((((f, p),), Fraction(1)),))


def _number_power(c: Fraction, p: Exponent) -> Poly | None:
    """A number to a power: irrational roots stay as powers of constant forms."""
    if isinstance(p, int):
        if c == 0 and p < 0:
            raise Unprovable("a division by zero")
        if abs(p) > LARGEST_POWER * 4:
            raise Unprovable("a power too large to write out")
        return number(c**p)
    if c <= 0:
        return None
    result = ONE
    for value, sign in ((c.numerator, 1), (c.denominator, -1)):
        for prime, times in _factored(value):
            e = p * (sign * times)
            rest = e - e.numerator // e.denominator
            result = result * number(Fraction(prime) ** int(e - rest))
            if rest:
                result = result * Poly(((((Affine((), prime), rest),), Fraction(1)),))
    return result


def _factored(n: int) -> list[tuple[int, int]]:
    """The prime factors of a number; what is left above `LARGEST_PRIME` squared counts as one."""
    found: list[tuple[int, int]] = []
    prime = 2
    while prime * prime <= n and prime <= LARGEST_PRIME:
        times = 0
        while n % prime == 0:
            n, times = n // prime, times + 1
        if times:
            found.append((prime, times))
        prime += 1
    return [*found, (n, 1)] if n > 1 else found


def total(polys: Iterable[Poly]) -> Poly:
    """The sum of several weights."""
    result = ZERO
    for p in polys:
        result = result + p
    return result

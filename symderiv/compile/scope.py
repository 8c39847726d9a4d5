"""What the letters are at a place in an expression: axes with their ranges, and what is known of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..affine import Affine, Sym
from ..calculus.products import factors_of
from ..domain import Context, Domain, ge, implies, le
from ..expr import Add, Bracket, Expr, Mul, Num, Sum, mul, own_forms, walk


@dataclass(frozen=True)
class Scope:
    """The letters that are axes, each with its range, and everything known of all letters."""

    ranges: Mapping[Sym, tuple[Affine, Affine]]
    known: Context

    def axes_of(self, form: Affine) -> list[Sym]:
        """The axis letters of a form, those inside looked-up terms included."""
        return [s for s in self.ranges if s in form.letters()]

    def count(self, letter: Sym) -> Affine:
        """How far an axis runs."""
        lower, upper = self.ranges[letter]
        return upper - lower + 1

    def extremes(self, form: Affine) -> tuple[Affine, Affine]:
        """The least and the largest value of a form over the box of the axes."""
        low = {s: lo for s, (lo, hi) in self.ranges.items()}
        high = {s: hi for s, (lo, hi) in self.ranges.items()}
        least = {s: low[s] if form.coefficient(s) > 0 else high[s] for s in self.ranges if s in form.letters()}
        most = {s: high[s] if form.coefficient(s) > 0 else low[s] for s in least}
        return form.substitute(least), form.substitute(most)

    def within(self, letters: Mapping[Sym, tuple[Affine, Affine]]) -> Scope:
        """The scope with further axes."""
        more = Domain.of(*(c for s, (lo, hi) in letters.items() for c in (ge(s, lo), le(s, hi))))
        return Scope({**self.ranges, **letters}, self.known & more)

    def at_least(self, a: Affine, b: Affine) -> bool:
        """Is a >= b wherever the scope is?"""
        return implies(self.known.known, ge(a, b), Context(Domain(()), self.known.positive))


def mentions(e: Expr, letter: Sym) -> bool:
    """Does the letter stand in an index, a bound or a condition of the expression?"""
    return any(letter in form.letters() for x in walk(e) for form in own_forms(x))


def terms_apart(body: Expr) -> tuple[Expr, ...]:
    """The terms that a sum is taken of one by one: those that are products, or that stand under conditions."""
    if isinstance(body, Add) and any(_is_product(t) for t in body.terms):
        return body.terms
    for n, f in enumerate(body.factors if isinstance(body, Mul) else ()):
        assert isinstance(body, Mul)
        if isinstance(f, Add) and any(isinstance(x, Bracket) for t in f.terms for x in factors_of(t)):
            return tuple(mul(*body.factors[:n], t, *body.factors[n + 1 :]) for t in f.terms)
    return (body,)


def _is_product(t: Expr) -> bool:
    """Could a contraction take the term apart?"""
    return isinstance(t, (Sum, Bracket)) or (isinstance(t, Mul) and sum(not isinstance(f, Num) for f in t.factors) > 1)

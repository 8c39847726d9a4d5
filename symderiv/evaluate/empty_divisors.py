r"""Divisors that are empty sums: the c of `\frac{1}{c}` that adds up all pairs of N points is 0 at N = 1.

So a claim all of whose members have such a divisor, or the logarithm of such a sum, says nothing at these sizes; nor
does one about a name or a derivative that the network gives no value there. Inside of a sum it counts where that sum
has terms, and all of them have it; beside a bracket where the bracket is 1.

So it is with `1 - p_j` where p_j is a part of a sum of one term, the one class of a softmax, and therefore 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod

from ..affine import affine
from ..domain import Context, Domain, eliminate, eq, is_empty, subset
from ..errors import DomainTooHard
from ..expr import Add, Apply, Bracket, Div, Expr, Labelled, Mul, Num, Partial, Pow, Sum, Var, free, fresh, substitute
from ..node import node
from ..system import System

MOST_DEFINITIONS = 5
"""So many definitions, one inside of the other, are looked into; recurrences have no end."""


def says_nothing(members: tuple[Expr, ...], where: Domain, system: System) -> bool:
    """Has no member a value at any point of `where`, since each is divided by an empty sum? Or has what the line is
    about none, a name or a derivative of the network?"""
    region = _Region(where, Context(system.context, system.size_functions), system)
    try:
        found = [_has_no_value(e, region) for e in members]
        return all(found) or any(x and isinstance(e, (Var, Partial)) for e, x in zip(members, found, strict=True))
    except DomainTooHard:
        return False


@node
class _Region:
    """Points that are looked at, and how many definitions led there."""

    where: Domain
    known: Context
    system: System
    depth: int = 0

    def within(self, domain: Domain, deeper: int = 0) -> _Region:
        return _Region(self.where & domain, self.known, self.system, self.depth + deeper)

    @property
    def is_empty(self) -> bool:
        return is_empty(self.where, self.known)


def _has_no_value(e: Expr, region: _Region) -> bool:
    if isinstance(e, Var):
        bodies = list(_bodies(e, region))
        return bool(bodies) and all(body is not None and _has_no_value(body, inside) for body, inside in bodies)
    if isinstance(e, Sum):
        body, inside, has_terms = _terms(e, region)
        return has_terms and _has_no_value(body, inside)
    if isinstance(e, Mul):
        counts = (subset(region.where, [Domain(x.where)], region.known) for x in e.factors if isinstance(x, Bracket))
        return any(_has_no_value(x, region) for x in e.factors) and all(counts)
    if isinstance(e, Pow):
        below = isinstance(e.exponent, Num) and e.exponent.value < 0
        return (below and _is_zero(e.base, region)) or _has_no_value(e.base, region)
    if isinstance(e, Div) and _is_zero(e.denominator, region):
        return True
    if isinstance(e, Apply) and e.function == "log" and _is_zero(e.args[0], region):
        return True
    return any(_has_no_value(x, region) for x in _parts(e))


def _parts(e: Expr) -> tuple[Expr, ...]:
    """What needs a value, lest the whole have none."""
    if isinstance(e, Add):
        return e.terms
    if isinstance(e, Div):
        return (e.numerator, e.denominator)
    if isinstance(e, Labelled):
        return (e.body,)
    return (e.of,) if isinstance(e, Partial) else ()


def _is_zero(e: Expr, region: _Region) -> bool:
    """Is it 0 wherever the conditions hold: a sum of nothing or of what is 0, a product with one?"""
    if isinstance(e, Num):
        return e.value == 0
    if isinstance(e, Var):
        bodies = list(_bodies(e, region))
        return bool(bodies) and all(body is not None and _is_zero(body, inside) for body, inside in bodies)
    if isinstance(e, Mul):
        return any(_is_zero(x, region) for x in e.factors)
    if isinstance(e, Sum):
        body, inside, _ = _terms(e, region)
        return inside.is_empty or _is_zero(body, inside)
    return isinstance(e, Add) and _are_opposite(e.terms, region)


def _are_opposite(terms: Sequence[Expr], region: _Region) -> bool:
    """Do numbers, and what is 1, add up to 0?"""
    found = [_number_of(x, region) for x in terms]
    return None not in found and sum(x for x in found if x is not None) == 0


def _number_of(e: Expr, region: _Region) -> Fraction | None:
    """A number, or one times what is 1."""
    numbers = [x.value for x in (e.factors if isinstance(e, Mul) else (e,)) if isinstance(x, Num)]
    others = [x for x in (e.factors if isinstance(e, Mul) else (e,)) if not isinstance(x, Num)]
    return Fraction(prod(numbers)) if all(_is_one(x, region) for x in others) else None


def _is_one(e: Expr, region: _Region) -> bool:
    """Is it a part of a sum of one term, that one?"""
    if isinstance(e, Var):
        bodies = list(_bodies(e, region))
        return bool(bodies) and all(body is not None and _is_one(body, inside) for body, inside in bodies)
    if not isinstance(e, Div) or not isinstance(e.denominator, Sum):
        return False
    body, inside, has_terms = _terms(e.denominator, region)
    for letter in inside.where.letters() - region.where.letters():
        for x in free(e.numerator) & region.where.letters():
            if substitute(body, {letter: affine(x)}) == e.numerator:
                return has_terms and subset(inside.where, [Domain.of(eq(letter, x))], region.known)
    return False


def _terms(e: Sum, region: _Region) -> tuple[Expr, _Region, bool]:
    """The body of a sum, where it is added, and whether there is a term at every point."""
    letter = fresh(region.where.letters(), e.letter)
    new = {e.letter: affine(letter)}
    own = Sum(letter, e.lowers, e.uppers, substitute(e.body, new), tuple(c.substitute(new) for c in e.where))
    inside = region.within(own.domain)
    left = eliminate(inside.where, letter, region.known)
    return own.body, inside, left is not None and subset(region.where, [left], region.known)


def _bodies(e: Var, region: _Region) -> Iterator[tuple[Expr | None, _Region]]:
    """What defines an entry, each with the points at which it does; None for what is given."""
    if region.depth == MOST_DEFINITIONS:
        yield None, region
        return
    for piece in region.system.of(e.variable):
        guard, body = piece.at(e.indices)
        inside = region.within(guard, deeper=1)
        if not inside.is_empty:
            yield body, inside

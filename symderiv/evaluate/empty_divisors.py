r"""Divisors that are empty sums: the c of `\frac{1}{c}` that adds up all pairs of N points is 0 at N = 1.

So a claim all of whose members have such a divisor says nothing at these sizes. A divisor inside of a sum does not
count: that sum may be empty, too.
"""

from __future__ import annotations

from ..affine import affine
from ..domain import Context, Domain, is_empty
from ..errors import DomainTooHard
from ..expr import Add, Div, Expr, Mul, Num, Pow, Sum, Var, fresh, substitute
from ..system import System


def says_nothing(members: tuple[Expr, ...], where: Domain, system: System) -> bool:
    """Has no member a value at any point of `where`, since each is divided by an empty sum?"""
    known = Context(system.context, system.size_functions)
    try:
        return all(_has_no_value(e, where, system, known) for e in members)
    except DomainTooHard:
        return False


def _has_no_value(e: Expr, where: Domain, system: System, known: Context) -> bool:
    if isinstance(e, Var):
        body = _body(e, system)
        return body is not None and _has_no_value(body, where, system, known)
    if isinstance(e, Div):
        parts: tuple[Expr, ...] = (e.numerator, e.denominator)
        return _is_empty_sum(e.denominator, where, system, known) or any(
            _has_no_value(x, where, system, known) for x in parts
        )
    if isinstance(e, Pow):
        below = isinstance(e.exponent, Num) and e.exponent.value < 0
        return (below and _is_empty_sum(e.base, where, system, known)) or _has_no_value(e.base, where, system, known)
    parts = e.terms if isinstance(e, Add) else e.factors if isinstance(e, Mul) else ()
    return any(_has_no_value(x, where, system, known) for x in parts)


def _is_empty_sum(e: Expr, where: Domain, system: System, known: Context) -> bool:
    """Is it a sum of nothing wherever the conditions hold, or a product with one?"""
    if isinstance(e, Var):
        body = _body(e, system)
        return body is not None and _is_empty_sum(body, where, system, known)
    if isinstance(e, Mul):
        return any(_is_empty_sum(x, where, system, known) for x in e.factors)
    if not isinstance(e, Sum):
        return False
    letter = fresh(where.letters(), e.letter)
    new = {e.letter: affine(letter)}
    own = Sum(letter, e.lowers, e.uppers, substitute(e.body, new), tuple(c.substitute(new) for c in e.where))
    inside = where & own.domain
    return is_empty(inside, known) or _is_empty_sum(own.body, inside, system, known)


def _body(e: Var, system: System) -> Expr | None:
    """The definition of a single value."""
    pieces = system.of(e.variable)
    return pieces[0].body if len(pieces) == 1 and not e.indices else None

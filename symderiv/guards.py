r"""Where factors of a product are not 0, by brackets alone: what they are multiplied with need not exist elsewhere.

`\delta_{ij}` is 0 unless `i = j`, and `1 - \delta_{ij}` where `i = j`: authors of `(1 - \delta_{iJ}) x_i + \delta_{iJ}`
mean x where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from .domain.constraint import Constraint, ne
from .expr import MINUS_ONE, ONE, Add, Bracket, Div, Expr, Mul, Num, Pow


def guards(factor: Expr) -> Iterator[Constraint]:
    """The conditions under which a factor is not 0, as far as it says so by brackets.

    >>> from symderiv.domain.constraint import eq
    >>> from symderiv.expr import add, neg
    >>> same = Bracket((eq("i", "j"),))
    >>> list(guards(same)), list(guards(add(ONE, neg(same)))), list(guards(add(ONE, same)))
    ([i - j == 0], [i - j != 0], [])
    """
    if isinstance(factor, Bracket):
        yield from factor.where
    elif isinstance(factor, Div):
        yield from guards(factor.numerator)
    elif isinstance(factor, Pow) and isinstance(factor.exponent, Num) and factor.exponent.value > 0:
        yield from guards(factor.base)
    else:
        yield from left_out(factor)


def left_out(factor: Expr) -> Iterator[Constraint]:
    """The condition under which `1 - [..]` is not 0: nobody says that there are no other entries."""
    if isinstance(factor, Add) and (single := _single(factor)) is not None:
        yield ne(single.form, 0) if single.rel == "==" else single.negate()[0]


def _single(e: Add) -> Constraint | None:
    r"""The condition of `1 - [..]`, or of `-[..] + 1`, if it is a single one."""
    rest = [x for x in e.terms if x != ONE]
    taken = rest[0] if len(rest) == 1 and len(e.terms) == 2 else None
    if not isinstance(taken, Mul) or taken.factors[:1] != (MINUS_ONE,) or len(taken.factors) != 2:
        return None
    where = taken.factors[1].where if isinstance(taken.factors[1], Bracket) else ()
    return where[0] if len(where) == 1 and where[0].rel != "mod" and not where[0].is_true else None

"""Terms written as expressions: sums with bounds, guards as brackets, letters as a lecturer picks them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..calculus.contract import Term, summed
from ..calculus.letters import Letters
from ..calculus.local import relettered
from ..calculus.products import collected, factors_of, product
from ..domain import Context, simplify
from ..expr import ONE, Add, Bracket, Expr, Mul, add, free, mul


def written(terms: Iterable[Term], known: Context, letters: Letters) -> Expr:
    """Terms as one expression; guards that are not certain become brackets."""
    done: list[Expr] = []
    for term in terms:
        guard, e = summed(replace(term, factors=(product(*term.factors),)), known)
        left = simplify(guard, known)
        done.append(e if left.is_true else mul(Bracket(left.constraints), e))
    whole = positive_first(collected(done))
    return relettered(whole, letters, free(whole))


def factored(e: Expr) -> Expr:
    """`y - y z` as `y (1 - z)`: a term that divides all the others, taken out.

    >>> from symderiv.expr import MINUS_ONE, Variable
    >>> y, z = Variable("y")(), Variable("z")()
    >>> factored(add(y, mul(MINUS_ONE, y, z))) == mul(y, add(ONE, mul(MINUS_ONE, z)))
    True
    """
    if not isinstance(e, Add):
        return e
    common = e.terms[0]
    rest: list[Expr] = [ONE]
    for term in e.terms[1:]:
        factors = list(factors_of(term))
        if common not in factors:
            return e
        factors.remove(common)
        rest.append(mul(*factors))
    return mul(common, add(*rest))


def positive_first(e: Expr) -> Expr:
    """A difference with the positive term in front: `y - t` rather than `-t + y`."""
    if isinstance(e, Add) and _is_negative(e.terms[0]):
        first = next((t for t in e.terms if not _is_negative(t)), None)
        if first is not None:
            at = e.terms.index(first)
            return add(first, *e.terms[:at], *e.terms[at + 1 :])
    return e


def _is_negative(e: Expr) -> bool:
    number = e.factors[0] if isinstance(e, Mul) else e
    value = getattr(number, "value", None)
    return value is not None and value < 0

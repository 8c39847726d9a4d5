"""Terms written as expressions: sums with bounds, guards as brackets, letters as a lecturer picks them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..calculus.contract import Term, summed
from ..calculus.finish import finished
from ..calculus.letters import Letters
from ..calculus.local import relettered
from ..calculus.products import collected, factors_of, product
from ..domain import Context, simplify
from ..expr import ONE, Add, Bracket, Expr, add, free, mul


def written(terms: Iterable[Term], known: Context, letters: Letters) -> Expr:
    """Terms as one expression; guards that are not certain become brackets."""
    done: list[Expr] = []
    for term in terms:
        guard, e = summed(replace(term, factors=(product(*term.factors),)), known)
        left = simplify(guard, known)
        done.append(e if left.is_true else mul(Bracket(left.constraints), e))
    whole = finished(collected(done), known)
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

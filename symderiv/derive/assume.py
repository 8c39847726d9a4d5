r"""Assumptions about sums put to use: with `\sum_k t_k = 1`, `\sum_l t_l y_k` is `y_k`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..calculus.contract import Term, contracted
from ..calculus.finish import cleared
from ..calculus.match import Pattern
from ..calculus.products import factors_of, product
from ..domain import Context, Domain, bounds
from ..expr import Add, Expr, Sum, free, mul
from ..system import System


def collect(term: Term, system: System, known: Context) -> Term:
    """The term with its innermost sum taken by an assumption, if one says what that sum is.

    What does not depend on the letter moves out of the sum first.
    """
    if not term.letters or not system.assumptions:
        return term
    letter = term.letters[-1]
    flat = [f for e in term.factors for f in factors_of(product(e))]
    flat = list(factors_of(product(*flat)))
    inside = [f for f in flat if letter in free(f)]
    outside = [f for f in flat if letter not in free(f)]
    own = Domain(tuple(c for c in term.domain.constraints if c.mentions(letter)))
    ends = bounds(own, letter, known)
    if not inside or ends.rest.constraints:
        return term
    summed = Sum(letter, ends.lowers, ends.uppers, mul(*inside))
    for assumption in system.assumptions:
        letters = free(assumption.left) - system.sizes
        found = Pattern(letters).match(assumption.left, summed, {}, {})
        if found is not None and not letters - set(found):
            right: Expr = assumption.right
            rest = Domain(tuple(c for c in term.domain.constraints if not c.mentions(letter)))
            return collect(
                replace(term, letters=term.letters[:-1], domain=rest, factors=(right, *outside)), system, known
            )
    return term


def settled(terms: Iterable[Term], system: System, known: Context) -> tuple[Term, ...]:
    """Terms contracted, what cancels cancelled, with assumptions about sums put to use."""
    found = (contracted(t, known) for t in terms)
    return tuple(collect(_cleared(t), system, known) for t in found if t is not None)


def _cleared(term: Term) -> Term:
    """With a bracket of fractions multiplied out whose denominators stand beside it."""
    if not any(isinstance(f, Add) for e in term.factors for f in factors_of(e)):
        return term
    return replace(term, factors=cleared(factors_of(product(*term.factors))))

"""Terms written as expressions: sums with bounds, guards as brackets, letters as a lecturer picks them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from ..calculus.contract import Term, summed
from ..calculus.finish import finished, taken_out
from ..calculus.letters import Letters
from ..calculus.local import relettered
from ..calculus.products import coefficient, collected, factors_of, product
from ..domain import TRUE, Context, Domain, is_empty, simplify
from ..expr import ONE, ZERO, Add, Bracket, Cases, Expr, Sum, add, free, mul, num

MOST_CASES = 3
"""So many cases, and what holds otherwise, are shown as cases."""


def written(terms: Iterable[Term], known: Context, letters: Letters) -> Expr:
    """Terms as one expression; guards that are not certain become cases or brackets."""
    done: list[tuple[Domain, Expr]] = []
    for term in terms:
        guard, e = summed(replace(term, factors=(product(*term.factors),)), known)
        done.append((simplify(guard, known), e))
    return together(done, known, letters)


def together(terms: Sequence[tuple[Domain, Expr]], known: Context, letters: Letters, *, plain: bool = True) -> Expr:
    """The sum of what stands under guards: cases where no two of them hold at once, else brackets.

    With `plain` unset, a term that divides all the others is taken out.
    """

    def shown(e: Expr) -> Expr:
        found = relettered(e, letters, free(e))
        return found if plain else factored(found)

    rows = cases(terms, known)
    if rows is not None:
        return Cases(tuple((shown(finished(e, known & guard)), guard.constraints) for guard, e in rows))
    whole = collected(e if guard.is_true else mul(Bracket(guard.constraints), e) for guard, e in terms)
    return shown(taken_out(finished(whole, known)))


def cases(terms: Sequence[tuple[Domain, Expr]], known: Context) -> list[tuple[Domain, Expr]] | None:
    """The values under guards of which at most one holds, with what holds otherwise; None if they are no cases."""
    rows: dict[Domain, list[Expr]] = {}
    for guard, e in terms:
        rows.setdefault(guard, []).append(e)
    if TRUE in rows or not 1 < len(rows) <= MOST_CASES:
        return None
    if any(not is_empty(a & b, known) for a, b in combinations(rows, 2)):
        return None
    found = [(guard, collected(e)) for guard, e in rows.items()]
    (_, last) = found[-1]
    return [*found[:-1], (TRUE, last)] if exhaustive(list(rows), known) else [*found, (TRUE, ZERO)]


def exhaustive(guards: Sequence[Domain], known: Context) -> bool:
    """Does one of two guards always hold, each a single condition?"""
    if len(guards) != 2 or any(len(g.constraints) != 1 or g.constraints[0].rel == "mod" for g in guards):
        return False
    (a,), (b,) = guards[0].constraints, guards[1].constraints
    return all(is_empty(Domain.of(x, y), known) for x in a.negate() for y in b.negate())


def lead_shared(e: Expr) -> Expr:
    """`d a - d b` as `d (a - b)`: the factor that all terms begin with, where none of them is a sum.

    >>> from symderiv.expr import MINUS_ONE, Variable
    >>> d, a, b = Variable("d")(), Variable("a")(), Variable("b")()
    >>> lead_shared(add(mul(d, a), mul(MINUS_ONE, d, b))) == mul(d, add(a, mul(MINUS_ONE, b)))
    True
    """
    if not isinstance(e, Add) or any(isinstance(x, Sum) for t in e.terms for x in factors_of(t)):
        return e
    parts = [coefficient(t) for t in e.terms]
    (first, *_) = factors_of(parts[0][1])
    if first == ONE or any(factors_of(rest)[0] != first for _, rest in parts):
        return e
    return mul(first, add(*(mul(num(c), *factors_of(rest)[1:]) for c, rest in parts)))


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

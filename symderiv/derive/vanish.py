r"""Sums that are 0 by a definition: `\sum_k (x_k - \mu)` is, where `\mu` is the mean of the x.

Only differences are looked at, one term of which is a node without the letter of the sum, itself defined by a sum; that
the sum is 0 is then proved, for all sizes.
"""

from __future__ import annotations

from ..calculus.contract import Term, summed
from ..calculus.products import factors_of
from ..domain import Context, Domain
from ..expr import ZERO, Add, Expr, Sum, Var, free, mul, of_kind
from ..normal.prove import prove_equal
from ..system import Role, System


def vanishes(term: Term, system: System, known: Context) -> bool:
    """Is a term 0 since its innermost sum is? What does not depend on that sum's letter stands outside of it."""
    if not term.letters:
        return False
    letter = term.letters[-1]
    inside = [f for e in term.factors for f in factors_of(e) if letter in free(f)]
    if len(inside) != 1 or not _is_deviation(inside[0], letter.name, system):
        return False
    own = Domain(tuple(c for c in term.domain.constraints if c.mentions(letter)))
    guard, whole = summed(Term((letter,), own, (mul(*inside),)), known)
    domain = known.known & Domain(tuple(c for c in term.domain.constraints if not c.mentions(letter)))
    return guard.is_true and prove_equal(system, whole, ZERO, domain).proved


def _is_deviation(e: Expr, letter: str, system: System) -> bool:
    if not isinstance(e, Add):
        return False
    alone = [t for t in e.terms if letter not in {s.name for s in free(t)}]
    nodes = [x for t in alone for x in of_kind(t, Var)]
    return bool(alone) and any(
        p.role is Role.NODE and p.body is not None and bool(of_kind(p.body, Sum))
        for v in nodes
        for p in system.of(v.variable)
    )

r"""Sums inside functions put together again: `f(\sum_{k<i} x_k + x_i + \sum_{k>i} x_k)` is `f(\sum_k x_k)`.

Outside of functions terms are compared by cells and need not be merged; inside, two arguments must become the same one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from ..affine import Affine, Sym
from ..domain import Constraint, Context, Domain, disjoint, eliminate, eq, implies, simplify, subset
from .factors import Factor, Normal, Term, Terms
from .poly import Exponent
from .relations import unified
from .shape import shape
from .terms import freshened, opened, substitute_powers

MOST_TERMS_TO_PAIR = 12


def coalesced(n: Normal, context: Context) -> Terms | None:
    """The terms with sums over adjacent domains joined; None if none are."""
    if len(n.terms) > MOST_TERMS_TO_PAIR:
        return None
    terms = [_shorter(t, context) for t in opened(n)]
    changed = any(len(t.domain.constraints) != len(s.domain.constraints) for t, s in zip(terms, n.terms, strict=True))
    while True:
        joined = _join_any(terms, context)
        if joined is None:
            return terms if changed else None
        terms, changed = joined, True


def _shorter(t: Term, context: Context) -> Term:
    """The term without conditions that the context implies."""
    return Term(t.weight, t.powers, t.bound, simplify(t.domain, context)) if t.domain.constraints else t


def _join_any(terms: Terms, context: Context) -> Terms | None:
    for a, b in permutations(range(len(terms)), 2):
        if terms[a].bound and _kind(terms[a]) == _kind(terms[b]):
            made = _join(terms[a], freshened(terms[b]), context)
            if made is not None:
                return [made, *(t for n, t in enumerate(terms) if n not in (a, b))]
    return None


def _kind(t: Term) -> Sequence[object]:
    return sorted((repr(shape(f)), e) for f, e in t.powers)


def _join(general: Term, special: Term, context: Context) -> Term | None:
    """One sum for two, if the second has the summand of the first at some of its points."""
    values = _values(general, special)
    if values is None or general.weight.substitute(values) != special.weight:
        return None
    if dict(substitute_powers(general.powers, values)) != dict(special.powers):
        return None
    there: Domain | None = special.domain & Domain(tuple(eq(b, v) for b, v in values.items()))
    for s in special.bound:
        there = None if there is None else eliminate(there, s, context)
    if there is None or not disjoint(general.domain, there, context):
        return None
    kept = [c for c in _halves(general.domain) if implies(there, c, context)]
    kept += [c for c in _halves(there) if implies(general.domain, c, context)]
    union = Domain(tuple(kept))
    if not subset(union, [general.domain, there], context):
        return None
    return Term(general.weight, general.powers, general.bound, union)


def _values(general: Term, special: Term) -> dict[Sym, Affine] | None:
    """The point at which the summand of the first is that of the second."""
    unknown = frozenset(general.bound)
    values: dict[Sym, Affine] = {}
    for (f, _), (g, _) in zip(_in_order(general), _in_order(special), strict=True):
        found = unified(f, g, unknown)
        if found is None:
            return None
        values = {**found, **values}
    return values if len(values) == len(unknown) else None


def _in_order(t: Term) -> list[tuple[Factor, Exponent]]:
    return sorted(t.powers, key=lambda fe: (repr(shape(fe[0])), float(fe[1])))


def _halves(d: Domain) -> list[Constraint]:
    """The constraints, an equality as two inequalities."""
    found: list[Constraint] = []
    for c in d.constraints:
        found += [Constraint(">=", c.form), Constraint(">=", -c.form)] if c.rel == "==" else [c]
    return found

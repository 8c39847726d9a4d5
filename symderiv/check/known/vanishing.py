r"""Denominators of a claim that are zero at some of its points whatever the data: `1/(x_j - x_k)` where `j = k`.

Data in general position make no other denominator zero, and a quotient of such a one by itself is not 1 there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ...affine import affine
from ...domain import Constraint, Context, Domain, is_empty
from ...errors import DomainTooHard
from ...expr import Div, Expr, Num, Partial, Pow, Sum, Var, children, free, fresh, num, of_kind, substitute
from ...normal import prove_equal
from ...normal.limits import Budget
from ...system import System

MOST_PAIRS = 12
SECONDS = 0.2


def vanishing(system: System, e: Expr, full: Domain) -> Expr | None:
    """A denominator in `e` that is certainly zero where two of its entries coincide, at points of `full`."""
    known = Context(system.context, system.size_functions)
    for d, inside in denominators(e, full):
        if not free(d) <= inside.letters() | system.sizes:
            continue
        entries = list(dict.fromkeys(of_kind(d, Var)))
        for a, b in list(combinations(entries, 2))[:MOST_PAIRS]:
            if a.variable != b.variable or not free(a) | free(b) <= free(d):
                continue
            same = tuple(Constraint("==", p - q) for p, q in zip(a.indices, b.indices, strict=True) if p != q)
            if _is_empty(inside & Domain(same), known):
                continue
            if prove_equal(system, d, num(0), inside & Domain(same), (), Budget(seconds=SECONDS)).proved:
                return d
    return None


def _is_empty(where: Domain, known: Context) -> bool:
    try:
        return is_empty(where, known)
    except DomainTooHard:
        return False


def denominators(e: Expr, inside: Domain) -> Iterator[tuple[Expr, Domain]]:
    """Every denominator but those that are differentiated, with the domain of the letters in it: those of the claim,
    and of the sums around it."""
    if isinstance(e, Sum):
        letter = fresh(inside.letters() | free(e), e.letter)
        renamed = {e.letter: affine(letter)}
        where = tuple(c.substitute(renamed) for c in e.where)
        domain = Sum(letter, e.lowers, e.uppers, e.body, where).domain
        yield from denominators(substitute(e.body, renamed), inside & domain)
        return
    if isinstance(e, Div):
        yield e.denominator, inside
    elif isinstance(e, Pow) and isinstance(e.exponent, Num) and e.exponent.value < 0:
        yield e.base, inside
    for child in () if isinstance(e, Partial) else children(e):
        yield from denominators(child, inside)

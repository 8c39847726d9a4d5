r"""Denominators of a claim that are zero at some of its points whatever the data: `1/(x_j - x_k)` where `j = k`.

Data in general position make no other denominator zero, and a quotient of such a one by itself is not 1 there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..domain import Constraint, Context, Domain, is_empty
from ..errors import DomainTooHard
from ..expr import Div, Expr, Num, Pow, Var, free, num, walk
from ..normal import prove_equal
from ..normal.limits import Budget
from ..system import System

MOST_PAIRS = 12
SECONDS = 0.2


def vanishing(system: System, e: Expr, full: Domain) -> Expr | None:
    """A denominator in `e` that is certainly zero where two of its entries coincide, at points of `full`.

    Denominators in which a sum outside them binds a letter are left alone.
    """
    known = Context(system.context, system.size_functions)
    for d in _denominators(e):
        if not free(d) <= full.letters() | system.sizes:
            continue
        entries = list(dict.fromkeys(x for x in walk(d) if isinstance(x, Var)))
        for a, b in list(combinations(entries, 2))[:MOST_PAIRS]:
            if a.variable != b.variable or not free(a) | free(b) <= free(d):
                continue
            same = tuple(Constraint("==", p - q) for p, q in zip(a.indices, b.indices, strict=True) if p != q)
            if _is_empty(full & Domain(same), known):
                continue
            if prove_equal(system, d, num(0), full & Domain(same), (), Budget(seconds=SECONDS)).proved:
                return d
    return None


def _is_empty(where: Domain, known: Context) -> bool:
    try:
        return is_empty(where, known)
    except DomainTooHard:
        return False


def _denominators(e: Expr) -> Iterator[Expr]:
    for x in walk(e):
        if isinstance(x, Div):
            yield x.denominator
        elif isinstance(x, Pow) and isinstance(x.exponent, Num) and x.exponent.value < 0:
            yield x.base

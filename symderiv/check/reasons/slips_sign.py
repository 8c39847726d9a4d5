r"""Slips in signs: of the whole, of a term, of two terms at once; a difference the wrong way round."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from ...expr import Add, Expr, Mul, Num, Sum, Var, add, children, neg, of_kind
from ...system import System
from .slips import Formula, Patch, Site, Slip, is_denominator, put_right

MOST_TERMS = 6
"""In sums of so many terms, two of them at once are looked at."""


def signs(f: Formula, system: System) -> Iterator[Slip]:
    """The sign of the whole, of a term, of an argument; of two terms; a difference the wrong way round."""
    for site in f.terms:
        if not isinstance(site.parent, Sum) and not is_denominator(site):
            yield put_right("sign", f, site, neg(site.node))
    for site in f.sites:
        if isinstance(site.node, Add):
            yield from _turned(f, site, site.node.terms, system)


def _turned(f: Formula, site: Site, terms: tuple[Expr, ...], system: System) -> Iterator[Slip]:
    if len(terms) == 2:
        new = add(neg(terms[1]), neg(terms[0]))
        if shape_of(new) in differences(system) and shape_of(site.node) not in differences(system):
            yield put_right("sign", f, site, new)
    elif len(terms) <= MOST_TERMS:
        for a, b in combinations(range(len(terms)), 2):
            pair = add(neg(terms[b]), neg(terms[a]))
            new = add(*terms[:a], pair, *terms[a + 1 : b], *terms[b + 1 :])
            repaired = Patch(f.whole, site.path, new)
            yield Slip("sign", (*site.path, a), repaired, add(terms[a], terms[b]), pair, covers=b - a + 1)


@lru_cache(maxsize=64)
def differences(system: System) -> frozenset[tuple[object, ...]]:
    r"""The differences of entries that the network defines something by, as in `(y_k - t_k)^2`."""
    found = (x for p in system.pieces if p.body is not None for x in of_kind(p.body, Add))
    return frozenset(shape for x in found if (shape := shape_of(x)))


def shape_of(e: Expr) -> tuple[object, ...]:
    """A difference of two entries without its indices; nothing for anything else."""
    terms = children(e)
    if len(terms) != 2:
        return ()
    signs = [coefficient(t) for t in terms]
    entries = [x for t in terms for x in of_kind(t, Var)]
    if sorted(signs) != [-1, 1] or len(entries) != 2:
        return ()
    return tuple(sorted((s, x.variable.key) for s, x in zip(signs, entries, strict=True)))


def coefficient(term: Expr) -> Fraction:
    """The number in front of a term."""
    first = children(term)[0] if isinstance(term, Mul) else term
    return first.value if isinstance(first, Num) else Fraction(1)

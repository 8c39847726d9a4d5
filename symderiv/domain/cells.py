"""Cutting unions of domains into pairwise disjoint pieces."""

from __future__ import annotations

from collections.abc import Sequence

from .constraint import TRUE, ContextLike, Domain
from .emptiness import as_context, consistent


def subtract(d: Domain, e: Domain, context: ContextLike = TRUE) -> tuple[Domain, ...]:
    """The points of `d` outside `e`, as pairwise disjoint non-empty domains.

    >>> from symderiv.domain.constraint import eq, interval
    >>> subtract(interval("i", 1, "I"), Domain.of(eq("i", 1)))
    ({I - i >= 0, i - 2 >= 0},)
    """
    known = as_context(context)
    if not consistent(d.constraints + e.constraints, known):
        return (d,) if consistent(d.constraints, known) else ()
    pieces: list[Domain] = []
    inside = d
    for c in e.constraints:
        if c in known.known.constraints:
            continue
        outside = [x for x in c.negate() if consistent((*inside.constraints, x), known)]
        if outside:
            pieces += [inside & x for x in outside]
            inside = inside & c
    return tuple(pieces)


def cells(domains: Sequence[Domain], context: ContextLike = TRUE) -> tuple[tuple[Domain, frozenset[int]], ...]:
    """The union of the domains as non-empty pairwise disjoint cells, each with the numbers of the domains it lies in.

    >>> from symderiv.domain.constraint import eq, interval
    >>> for cell, inside in cells([interval("k", 1, "J"), Domain.of(eq("k", 1))]):
    ...     print(cell, sorted(inside))
    {k - 1 == 0, J - k >= 0} [0, 1]
    {J - k >= 0, k - 2 >= 0} [0]
    {k - 1 == 0, -J + k - 1 >= 0} [1]
    """
    known = as_context(context)
    found: list[tuple[Domain, frozenset[int]]] = []
    for number, domain in enumerate(domains):
        left = [domain] if consistent(domain.constraints, known) else []
        refined: list[tuple[Domain, frozenset[int]]] = []
        for cell, inside in found:
            common = cell & domain
            if not left or not consistent(common.constraints, known):
                refined.append((cell, inside))
                continue
            refined.append((common, inside | {number}))
            refined.extend((piece, inside) for piece in subtract(cell, domain, context))
            left = [piece for part in left for piece in subtract(part, cell, context)]
        found = refined + [(piece, frozenset({number})) for piece in left]
    return tuple(found)

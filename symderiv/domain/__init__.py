"""Index domains: exact integer reasoning on affine constraints. This module is what the rest of the package imports.

What a person does with indices is an operation here: "collapse the delta" is `solve`, "there is such a k" is
`eliminate`, "what remains to be said, given what is known" is `simplify`, "from where to where" is `bounds`, "how many"
is `count`, the case distinction is `cells`. All of them are exact for all integer values of all letters at once, or
answer None, or raise `DomainTooHard`; only `shadow` and `widen` over-approximate, and say so.
"""

from __future__ import annotations

from ..affine import ZERO, Affine, Sym, affine
from ..node import node
from .cells import cells, subtract
from .constraint import (
    FALSE,
    TRUE,
    Constraint,
    Context,
    ContextLike,
    Domain,
    Rel,
    congruent,
    eq,
    ge,
    gt,
    interval,
    le,
    lt,
    ne,
)
from .emptiness import as_context, disjoint, holds_throughout, implies, is_empty, subset
from .gist import simplify
from .points import holds, points, value
from .project import eliminate, shadow, solve, widen

__all__ = [
    "FALSE",
    "TRUE",
    "Bounds",
    "Constraint",
    "Context",
    "ContextLike",
    "Domain",
    "Rel",
    "bounds",
    "bounds_with_ends",
    "cells",
    "congruent",
    "count",
    "disjoint",
    "eliminate",
    "eq",
    "ge",
    "gt",
    "holds",
    "implies",
    "intersect",
    "interval",
    "is_empty",
    "le",
    "lt",
    "ne",
    "points",
    "shadow",
    "simplify",
    "solve",
    "subset",
    "subtract",
    "value",
    "widen",
]


def intersect(*domains: Domain) -> Domain:
    """The points common to all the domains."""
    return Domain(tuple(c for d in domains for c in d.constraints))


@node
class Bounds:
    """`max(lowers) <= sym <= min(uppers)`, and the constraints that are not such bounds."""

    lowers: tuple[Affine, ...]
    uppers: tuple[Affine, ...]
    rest: Domain


def bounds(domain: Domain, sym: Sym, context: ContextLike = TRUE) -> Bounds:
    """The bounds of a sum over the letter, without those that the rest or the context imply.

    An equality gives the same lower and upper bound. Constraints in which the letter has another coefficient than 1, or
    stands inside a term, and those without the letter, are the rest.

    >>> bounds(interval("a", 1, "A") & interval(affine("m") - "a" + 1, 1, "M"), Sym("a"), Domain.of(ge("M", "m")))
    Bounds(lowers=(1,), uppers=(A, m), rest={})
    """
    lowers: list[Affine] = []
    uppers: list[Affine] = []
    rest: list[Constraint] = []
    for c in simplify(domain, context).constraints:
        a = c.form.coefficient(sym)
        other = affine(sym) - c.form * a if a in (1, -1) else ZERO
        if a not in (1, -1) or c.rel not in ("==", ">=") or sym in other.letters():
            rest.append(c)
            continue
        if c.rel == "==" or a == 1:
            lowers.append(other)
        if c.rel == "==" or a == -1:
            uppers.append(other)
    return Bounds(tuple(lowers), tuple(uppers), Domain(tuple(rest)))


def bounds_with_ends(domain: Domain, sym: Sym, context: ContextLike = TRUE) -> Bounds:
    """The bounds, and both ends also where a condition implies them: what a sum over the letter is written with.

    >>> p, P = affine("p"), affine("P")
    >>> bounds_with_ends(Domain.of(eq(2 * p, "i")), Sym("p"), interval("i", 1, 2 * P))
    Bounds(lowers=(1,), uppers=(P,), rest={i - 2*p == 0})
    """
    known = as_context(context)
    found = bounds(domain, sym, known)
    if found.lowers and found.uppers:
        return found
    ends = _ends(domain, sym)
    others = sorted(domain.letters() - {sym}, key=lambda s: s.name)
    for gone in (*((s,) for s in others), tuple(others)):
        if _on_both_sides(ends, sym):
            break
        seen = domain & known.known
        for s in gone:
            seen = shadow(seen, s)
        more = ends & _ends(seen, sym)
        ends = more if _on_both_sides(more, sym) else ends
    found = bounds(ends, sym, known)
    rest = Domain(tuple(c for c in domain.constraints if c not in ends.constraints))
    return Bounds(found.lowers, found.uppers, found.rest & simplify(rest, known & ends))


def _ends(domain: Domain, sym: Sym) -> Domain:
    """The constraints that say where a letter begins or ends."""
    return Domain(tuple(c for c in domain.constraints if c.rel == ">=" and c.form.coefficient(sym) in (1, -1)))


def _on_both_sides(ends: Domain, sym: Sym) -> bool:
    return {c.form.coefficient(sym) for c in ends.constraints} == {1, -1}


def count(domain: Domain, sym: Sym, context: ContextLike = TRUE) -> Affine | None:
    """How many values of the letter the domain allows, the other letters being given and the rest of it being true.

    Known when it is one interval whose upper end is implied to be at least its lower end minus 1, less the holes that
    are implied to lie inside and to be distinct. None otherwise.

    >>> count(interval("k", 1, "J"), Sym("k"), Domain.of(ge("J", 1)))
    J
    >>> count(interval("k", 1, "J") & ne("k", "j"), Sym("k"), interval("j", 1, "J"))
    J - 1
    """
    known = as_context(context)
    found = bounds(domain, sym, known)
    if len(found.lowers) != 1 or len(found.uppers) != 1:
        return None
    lower, upper = found.lowers[0], found.uppers[0]
    own = [c for c in found.rest.constraints if c.mentions(sym)]
    given = found.rest.without(sym).constraints
    if not holds_throughout(given, ge(upper, lower - 1), known):
        return None
    holes: list[Affine] = []
    for c in own:
        a = c.form.coefficient(sym)
        if c.rel != "!=" or a not in (1, -1):
            return None
        hole = affine(sym) - c.form * a
        wanted = [ge(hole, lower), le(hole, upper), *(ne(hole, other) for other in holes)]
        if sym in hole.letters() or not all(holds_throughout(given, w, known) for w in wanted):
            return None
        holes.append(hole)
    return upper - lower + 1 - len(holes)

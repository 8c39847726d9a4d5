"""Putting something in place of factors, also of those inside functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..domain import Context, Domain, simplify
from .factors import Base, Call, Entry, Factor, Head, Normal, Term, Terms, heads
from .flatten import Flattener
from .limits import MOST_TERMS, Unprovable
from .poly import Exponent
from .powers import power
from .terms import freshened, multiply, normal, opened

Rule: TypeAlias = Callable[[Entry | Call], Terms | None]
"""What to put in place of an entry or a function; None keeps it."""

Change: TypeAlias = Callable[[Normal, Domain], Terms | None]
"""What to put in place of a sum inside a function, given the conditions outside; None keeps it."""


def rewrite(flattener: Flattener, terms: Terms, rule: Rule, about: frozenset[Head] = frozenset()) -> Terms:
    """Every entry and function, those inside functions first, replaced by what the rule gives for it.

    A rule that is `about` entries of some heads alone is not asked where none of them stands.
    """
    result: Terms = []
    for t in terms:
        concerned = not about or any(not heads(f).isdisjoint(about) for f, _ in t.powers)
        new = _factors(flattener, t, lambda f: _by_rule(flattener, f, rule, about)) if concerned else None
        result += [t] if new is None else new
        if len(result) > MOST_TERMS:
            raise Unprovable(f"more than {MOST_TERMS} terms")
    return flattener.known.prune_all(result)


def rebuilt(flattener: Flattener, terms: Terms, change: Change) -> Terms | None:
    """Sums inside functions and under powers, innermost first, replaced by what `change` makes of them; None if it
    changes none."""
    result: Terms = []
    changed = False
    for t in terms:
        domain = t.domain
        new = _factors(flattener, t, lambda f, domain=domain: _by_change(flattener, f, domain, change))  # type: ignore[misc]
        changed = changed or new is not None
        result += [t] if new is None else new
    return result if changed else None


def _factors(flattener: Flattener, t: Term, change: Callable[[Factor], Terms | None]) -> Terms | None:
    """The term with factors replaced by sums of terms; None if none is."""
    made: list[Terms] = []
    kept: list[tuple[Factor, Exponent]] = []
    for f, e in t.powers:
        new = change(f)
        if new is None:
            kept.append((f, e))
        else:
            if e < 0:
                new = _without_conditions(new, flattener.known.context & t.domain)
            made.append(power(new, e, flattener.facts))
    if not made:
        return None
    result = [Term(t.weight, tuple(kept), t.bound, t.domain)]
    for terms in made:
        result = multiply(result, terms)
    return result


def _without_conditions(terms: Terms, around: Context) -> Terms:
    """The terms without conditions that hold wherever they are used: elsewhere they are 0, and do not divide."""
    left = [Term(x.weight, x.powers, x.bound, simplify(x.domain, around)) if x.domain.constraints else x for x in terms]
    return [x for x in left if not x.domain.is_false]


def _inside(flattener: Flattener, f: Factor, change: Callable[[Normal], Terms | None]) -> Terms | None:
    """A factor with the sums inside it changed; None if none is."""
    if isinstance(f, Base):
        return change(f.inner)
    if isinstance(f, Entry):
        return None
    args = [change(a) for a in f.args]
    if all(a is None for a in args):
        return None
    new = [opened(old) if a is None else a for old, a in zip(f.args, args, strict=True)]
    return flattener.apply(f.function, f.order, new)


def _by_rule(flattener: Flattener, f: Factor, rule: Rule, about: frozenset[Head]) -> Terms | None:
    if about and heads(f).isdisjoint(about):
        return None

    def inner(n: Normal) -> Terms | None:
        result: Terms = []
        changed = False
        for t in n.terms:
            own = freshened(t)
            new = _factors(flattener, own, lambda g: _by_rule(flattener, g, rule, about))
            changed = changed or new is not None
            result += [own] if new is None else new
        return result if changed else None

    found = _inside(flattener, f, inner)
    return rule(f) if found is None and not isinstance(f, Base) else found


def _by_change(flattener: Flattener, f: Factor, domain: Domain, change: Change) -> Terms | None:
    def inner(n: Normal) -> Terms | None:
        inside = rebuilt(flattener, opened(n), change)
        changed = change(n if inside is None else normal(inside), domain)
        return inside if changed is None else changed

    return _inside(flattener, f, inner)

"""What stands behind a slope, and whether a line has one without its argument."""

from __future__ import annotations

from itertools import pairwise

from ....latex import tree as t
from ....latex.tree import Derivative, Factor, Group, Name, Product, Statement
from ...asked import some
from ...spelled.function_letters import FUNCTION_LETTERS
from ..applied import applied_alone


def behind(f: Factor) -> Group | None:
    """The parenthesis or bracket directly behind a name."""
    return f.body if f.joined and isinstance(f.body, Group) and f.body.open in ("(", "[") else None


def is_name(group: Group) -> bool:
    """Is a name all that stands in a parenthesis, perhaps with its own argument?"""
    return len(group.items) == 1 and (isinstance(group.items[0], Name) or applied_alone(group.items[0]) is not None)


@some(Name)
def has_slope(x: Name) -> bool:
    """Is it the slope of what is a function by its letter?"""
    return x.primes == 1 and x.base in FUNCTION_LETTERS


def has_bare(s: Statement) -> bool:
    """Does anything but a name in a parenthesis stand behind a slope?"""
    pairs = (x for p in t.of_kind(s, Product) for x in pairwise(p.factors))
    slopes = sum(x.primes == 1 for x in t.of_kind(s, Name))
    return slopes != sum(isinstance(a.body, Name) and a.body.primes == 1 and _has_name(b) for a, b in pairs)


def _has_name(f: Factor) -> bool:
    group = behind(f)
    return group is not None and is_name(group) and not t.of_kind(group, Derivative)

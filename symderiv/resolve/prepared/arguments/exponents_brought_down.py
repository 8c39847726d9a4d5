r"""Exponents before the power that is differentiated: the i of `i (x_n)^{i-1}` is a factor, and no function.

A letter that stands in the exponent of what it stands before is a number. So it is where that holds of every
parenthesis behind this letter, and nothing stands at the letter that is for functions alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS
from ..applied import arguments_of


def _has_any(s: Statement) -> bool:
    return any(_is_own_power(a, b) for x in t.of_kind(s, Product) for a, b in _applied(x))


@where(_has_any)
def with_exponents_as_factors(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a product for such a letter and the power behind it."""
    said = [s for f in read_of(located) for s in f.statements]
    every = [(a, b) for s in said for x in t.of_kind(s, Product) for a, b in _applied(x)]
    powers = {a for a, b in every if _is_own_power(a, b)}
    meant = powers - {a for a, b in every if not _is_own_power(a, b)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        apart = {id(b) for a, b in _applied(x) if a in meant}
        factors = (replace(f, joined=f.joined and id(f) not in apart, body=rebuilt(f.body, change)) for f in x.factors)
        return replace(x, factors=tuple(factors)) if apart else None

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


def _applied(x: Product) -> Iterator[tuple[Name, Factor]]:
    """The letters in a product that stand right before a parenthesis, each with that."""
    for a, b in pairwise(x.factors):
        if isinstance(a.body, Name) and not a.body.scripts and arguments_of(b) is not None:
            yield a.body, b


def _is_own_power(x: Name, behind: Factor) -> bool:
    """Is the parenthesis behind a letter raised to a power with that letter?"""
    power = behind.body
    if x.primes or x.base in FUNCTION_LETTERS or not isinstance(power, Scripted) or not isinstance(power.base, Group):
        return False
    return any(x == y for s in power.scripts if s.above for e in s.entries for y in t.of_kind(e, Name))

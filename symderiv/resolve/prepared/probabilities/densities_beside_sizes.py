r"""A density in the letter of a size: `N(x_n \mid \mu_k, \sigma_k^2)` beside `\sum_{n=1}^N`.

What stands behind a bar or a semicolon in its parentheses is no factor, so that the letter before them is a function
there; where sums end it is a size. Both are told apart by the font in which others set densities, `\mathcal{N}`. So is
an N with the arguments of a normal density, whatever it is elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Derivative, Group, Name, Node, Product, Statement, Wrt
from ....latex.walking import rebuilt
from ....notation import PROBABILITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ..applied import before_parentheses
from .barred import BARS
from .densities_of_vectors import is_of_vectors
from .normals import is_fit

NORMAL = "N"
FONT = "mathcal"
GIVEN = BARS | {";"}
"""Signs behind which parameters stand."""


def _has_any(s: Statement) -> bool:
    return any(_is_density(*pair) for x in t.of_kind(s, Product) for pair in before_parentheses(x))


@where(_has_any)
def with_densities_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such densities in their own font."""
    statements = [s for f in read_of(located) for s in f.statements]
    calls = [pair for s in statements for x in t.of_kind(s, Product) for pair in before_parentheses(x)]
    found = {name.base for name, group in calls if _is_density(name, group)}
    kept = {x.base for s in statements for x in t.of_kind(s, Name) if x.font == FONT} | set(_moved(statements))
    kept |= {base for base in found if not _is_told(base, calls, statements)}
    bases = found - kept
    if not bases:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        heads = {id(name) for name, group in before_parentheses(x) if _is_density(name, group) and name.base in bases}
        return replace(x, factors=tuple(replace(f, body=body(f.body, heads)) for f in x.factors))

    def body(x: Node, heads: set[int]) -> Node:
        return replace(x, font=FONT) if isinstance(x, Name) and id(x) in heads else rebuilt(x, change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_density(name: Name, group: Group) -> bool:
    capital = len(name.base) == 1 and name.base.isupper() and name.base not in PROBABILITIES
    return capital and not (name.font or name.accents or name.primes) and not GIVEN.isdisjoint(group.separators)


def _is_told(base: str, calls: Iterable[tuple[Name, Group]], statements: Sequence[Statement]) -> bool:
    """Is the letter a size elsewhere, or are its arguments those of a normal density?"""
    if any(isinstance(x.above, Name) and x.above == Name(base) for s in statements for x in t.of_kind(s, BigSum)):
        return True
    own = [group for name, group in calls if name.base == base and not name.font]
    return base == NORMAL and all(is_fit(group) or is_of_vectors(group) for group in own)


def _moved(statements: Iterable[Statement]) -> Iterator[str]:
    """The letters of what is differentiated, alone, and of what is differentiated by."""
    for s in statements:
        yield from (x.of.base for x in t.of_kind(s, Derivative) if isinstance(x.of, Name))
        yield from (x.body.base for x in t.of_kind(s, Wrt) if isinstance(x.body, Name))

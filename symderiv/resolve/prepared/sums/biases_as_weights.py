r"""A bias that becomes one of the weights, `\sum_{i=1}^d w_{ji} x_i + w_{j0} = \sum_{i=0}^d w_{ji} x_i`: so x_0 is 1.

Where an equation says what x_0 is, this one is a claim. Else the equation for it stands behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ....latex.tree import BigSum, Chain, Formula, Name, Node, Number, Product, Statement, Terms
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import letter_of


def _tells(s: Statement) -> bool:
    return any(True for _ in _ones(s))


@where(_tells)
def with_biases_as_weights(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with an equation for each input that is 1 for a bias."""
    statements = [s for f in read_of(located) for s in f.statements]
    said = {s.chain.members[0] for s in statements if s.chain.relations}
    told: set[Name] = set()

    def more(f: Formula) -> Iterator[Statement]:
        for s in f.statements:
            for x in _ones(s):
                if x not in said | told:
                    told.add(x)
                    chain = Chain((x, Number("1", span=x.span)), ("=",), (), s.chain.span)
                    yield replace(s, chain=chain, conditions=())

    def extended(f: Formula) -> Formula:
        found = tuple(more(f))
        return replace(f, statements=(*f.statements, *found)) if found else f

    return [(d, extended(f) if isinstance(f, Formula) else f) for d, f in located]


def _ones(s: Statement) -> Iterator[Name]:
    """The inputs of which an equation says that they are 1."""
    if s.struck or not EQUALITIES.issuperset(s.chain.relations):
        return
    for a, b in pairwise(s.chain.members):
        for one, two in ((a, b), (b, a)):
            found = _one(one, two) if isinstance(one, Terms) and isinstance(two, BigSum) else None
            if found is not None:
                yield found


def _one(parted: Terms, whole: BigSum) -> Name | None:
    """The x_0 of two such sides."""
    sums = [x.body for x in parted.terms if isinstance(x.body, BigSum) and x.sign != "-"]
    others = [x.body for x in parted.terms if isinstance(x.body, Name) and x.sign != "-"]
    if len(parted.terms) != 2 or len(sums) != 1 or len(others) != 1:
        return None
    letter, start = _from(whole)
    if start != "0" or _from(sums[0]) != (letter, "1") or (sums[0].above, sums[0].body) != (whole.above, whole.body):
        return None
    factors = [f.body for f in whole.body.factors] if isinstance(whole.body, Product) else []
    names = [x for x in factors if isinstance(x, Name)]
    if len(names) != 2 or len(factors) != 2 or letter is None:
        return None
    at_zero = [_at_zero(x, letter) for x in names]
    found = [b for a, b in (at_zero, at_zero[::-1]) if a == others[0]]
    return found[0] if len(found) == 1 else None


def _from(x: BigSum) -> tuple[str | None, str]:
    """The letter of a sum, and where it begins."""
    below = x.below[0] if len(x.below) == 1 else None
    if x.operator != r"\sum" or not isinstance(below, Chain) or below.relations != ("=",):
        return None, ""
    start = below.members[1]
    return letter_of(below.members[0]), start.text if isinstance(start, Number) else ""


def _at_zero(x: Name, letter: str) -> Name:
    """The entry of a name at 0."""

    def put(e: Node) -> Node:
        return Number("0", span=e.span) if letter_of(e) == letter else e

    return replace(
        x, scripts=tuple(s if s.above else replace(s, entries=tuple(map(put, s.entries))) for s in x.scripts)
    )

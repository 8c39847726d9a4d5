r"""What is summed over, named by a chain: the R_i of `R = \sum_{i=1}^N R_i = \sum_{i=1}^N \sum_k (y_{ik} - f_{ik})^2`.

Two members that sum over the same, a name here and a formula there, where no equation begins with that name, say what
it is: each of the parts. So much a person takes from the line, though other parts would add up alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Formula, Name, Node, Product, Statement
from ....notation import EQUALITIES
from ...integers.unequal import letters_under
from ...located import Located, read_of
from ...spelled.shape import Stem, letters_in, stem_of


def with_summands_defined(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with an equation for the parts behind such a chain."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    if all(_told(c) is None for c in chains):
        return list(located)
    begun = {stem_of(x) for c in chains if c.relations and isinstance(x := c.members[0], Name)}

    def defined(f: Formula) -> Formula:
        found: list[Statement] = []
        for s in f.statements:
            found.append(s)
            told = _told(s.chain)
            if told is not None and stem_of(told[0]) not in begun:
                begun.add(stem_of(told[0]))
                found.append(_equation(s, *told))
        return f if len(found) == len(f.statements) else replace(f, statements=tuple(found))

    return [(d, f if isinstance(f, ReadError) else defined(f)) for d, f in located]


def _told(c: Chain) -> tuple[Name, Node] | None:
    """The name of the parts, and what a part is."""
    if len(c.members) < 3 or any(r not in EQUALITIES for r in c.relations):
        return None
    for one, two in pairwise(c.members[1:]):
        named, written = _sum(one), _sum(two)
        if named is None or written is None or named[0] != written[0]:
            continue
        a, b = named[1], written[1]
        if (a.operator, a.below, a.above) == (b.operator, b.below, b.above) and _is_part(a) and not _has(b, a.body):
            assert isinstance(a.body, Name)
            return a.body, b.body
    return None


def _sum(x: Node) -> tuple[tuple[Node, ...], BigSum] | None:
    """The factors before a sum, and the sum."""
    if isinstance(x, BigSum):
        return (), x
    if isinstance(x, Product) and isinstance(last := x.factors[-1].body, BigSum):
        return tuple(f.body for f in x.factors[:-1]), last
    return None


def _is_part(x: BigSum) -> bool:
    """Is a name summed that carries all letters of the sum, and no others?"""
    if not isinstance(x.body, Name) or x.body.primes or x.operator != r"\sum":
        return False
    carried = [letter for s in x.body.scripts for e in s.entries for letter in letters_in(e)]
    return bool(carried) and set(carried) <= letters_under(x) and len(set(carried)) == len(carried)


def _has(x: BigSum, name: Node) -> bool:
    stem: Stem = stem_of(name) if isinstance(name, Name) else ("", (), "")
    return any(stem_of(y) == stem for y in t.of_kind(x.body, Name))


def _equation(s: Statement, name: Name, body: Node) -> Statement:
    chain = Chain((name, body), ("=",), (name.span,), name.span)
    return replace(s, chain=chain, conditions=(), words=(), separator=",", tag="", labels=())

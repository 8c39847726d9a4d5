r"""Names that a chain introduces between two formulas, the `\ell(w)` of `\log L(w) = \ell(w) = \sum_i ..`.

What stands behind such a name says what it is, and what stands before it is equal to it: two equations. A name that
always stands before names in parentheses, elsewhere too, and with which no equation begins, is one; so is one that is
always squared, the d of `f_{ij} = d_{ij}^2 = \|x_i - x_j\|^2`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Node, Product, Statement
from ...located import Located, read_of
from ...spelled.shape import Stem, stem_of
from ..applied import arguments_of


def with_names_between_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such chains as two equations, the one that defines the name first."""
    formulas = read_of(located)
    chains = [s.chain for f in formulas for s in f.statements]
    between = {stem for c in chains if (stem := _between(c)) is not None}
    if not between:
        return list(located)
    begun = {stem for c in chains if c.relations for x in _names(c.members[0]) if (stem := stem_of(x)) in between}
    met = Counter(stem_of(x) for f in formulas for x in t.of_kind(f, Name))
    products = [x for f in formulas for x in t.of_kind(f, Product)]
    applied = Counter(stem_of(n) for x in products for n in _applied(x))
    squared = Counter(stem_of(x) for f in formulas for x in t.of_kind(f, Name) if _is_squared(x))
    found = {stem for stem in between - begun if met[stem] == applied[stem] > 1 or met[stem] == squared[stem]}

    def parted(f: Formula) -> Formula:
        if all(_between(s.chain) not in found for s in f.statements):
            return f
        return replace(f, statements=tuple(x for s in f.statements for x in _parted(s, found)))

    return [(d, f if isinstance(f, ReadError) else parted(f)) for d, f in located]


def _between(c: Chain) -> Stem | None:
    """The name between the first member of a chain of equations and the others, as it stands with its arguments."""
    if len(c.members) < 3 or any(r not in ("=", ":=") for r in c.relations):
        return None
    name = c.members[1]
    if isinstance(name, Name) and _is_squared(name) and isinstance(c.members[0], Name):
        return stem_of(name)
    if not isinstance(name, Product) or len(name.factors) != 2 or not _applied(name):
        return None
    (head,), first = _applied(name), c.members[0]
    if head.primes or isinstance(name.factors[1].body, t.Scripted):
        return None
    return None if any(stem_of(x) == stem_of(head) for x in _names(first)) else stem_of(head)


def _is_squared(x: Name) -> bool:
    above = [s for s in x.scripts if s.above]
    return len(above) == 1 < len(x.scripts) and not above[0].bracket and above[0].entries == (t.Number("2"),)


def _applied(x: Product) -> list[Name]:
    """The names of a product that stand right before names in parentheses."""
    pairs = zip(x.factors, x.factors[1:], strict=False)
    return [a.body for a, b in pairs if isinstance(a.body, Name) and _are_names(arguments_of(b))]


def _are_names(group: t.Group | None) -> bool:
    return group is not None and all(isinstance(i, Name) for i in group.items)


def _names(left: Node) -> list[Name]:
    """The name that a left side is, with its arguments or without."""
    head = left.factors[0].body if isinstance(left, Product) and len(left.factors) == 2 else left
    return [head] if isinstance(head, Name) else []


def _parted(s: Statement, found: set[Stem]) -> tuple[Statement, ...]:
    if _between(s.chain) not in found:
        return (s,)
    c = s.chain
    defining = replace(
        c, members=c.members[1:], relations=c.relations[1:], relation_spans=c.relation_spans[1:], span=c.span
    )
    before = replace(c, members=c.members[:2], relations=c.relations[:1], relation_spans=c.relation_spans[:1])
    return replace(s, chain=defining), replace(s, chain=before)

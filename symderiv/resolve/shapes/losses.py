r"""A loss that is told only by what it compares: `l(\mathbf{o}_t, y_t)` of a vector is a number, and so is an objective
`L = f(C)` of which the page says nothing more.

For first derivatives any such function is as good as a sum over the entries of one of numbers, since the slopes by the
entries are any numbers then, too. Where a page differentiates twice, or says what such a function is, it is not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Chain, Factor, Node
from ...notation import EQUALITIES, OBJECTIVES
from ..spelled.scripts import entries_below
from ..spelled.shape import named
from .algebra import common_sizes, indices_of, total
from .array import Array, Letters, held


def loss(head: t.Name, group: t.Group, arrays: Sequence[Array], span: Offsets, letters: Letters) -> Node | None:
    """The sum over the entries of the arrays among its arguments; None where none is one, or they do not fit."""
    big = [a for a in arrays if a.kind]
    if not big or head.primes or head.scripts or len({a.kind for a in big}) > 1:
        return None
    common_sizes(big, lambda a, b: f"a loss of {a} and {b}", span)
    indices = indices_of(big[0], span, letters)
    items = tuple(a.entry(*indices) if a.kind else a.entry() for a in arrays)
    inside = t.Group(group.open, items, group.close, group.separators, span)
    one = t.Product((Factor("", head), Factor("", inside, True)), span)
    return held(total(big[0], one, indices, span))


def may_be_told_so(chains: Sequence[Chain]) -> bool:
    """Does a page neither take second derivatives nor define a function of several arguments?"""
    lefts = (c.members[0] for c in chains if c.relations)
    several = (f.body for x in lefts if isinstance(x, t.Product) for f in x.factors if f.joined)
    return not any(isinstance(g, t.Group) and len(g.items) > 1 for g in several) and not differentiates_twice(chains)


def open_losses(chains: Sequence[Chain]) -> frozenset[str]:
    """The f of `L = f(C)` that stands nowhere else, where the page differentiates L, and nothing by it."""
    derivatives = [x for c in chains for x in t.of_kind(c, t.Derivative)]
    of = {x.of for x in derivatives}
    by = {w.body for x in derivatives for w in x.wrt}
    met = Counter(x.base for c in chains for x in t.of_kind(c, t.Name))
    found = set()
    for c in chains:
        head = _head(c.members[1]) if len(c.members) == 2 and c.relations[0] in EQUALITIES else None
        left = c.members[0]
        goal = isinstance(left, t.Name) and left.base in OBJECTIVES and left in of and left not in by
        if goal and head is not None and met[head] == 1:
            found.add(head)
    return frozenset(found)


def functions_of_wholes(chains: Iterable[Chain]) -> frozenset[str]:
    r"""The f of `f(x_j) = \sum_d w_d x_{jd}`: made of the entries of its argument, it has no value for each of them.

    One that is applied to these, `f(x) = (f(x_1), \dots, f(x_n))`, has.
    """
    found = set()
    for c in chains:
        left = c.members[0]
        if not c.relations or c.relations[0] not in EQUALITIES or not isinstance(left, t.Product):
            continue
        head, group = left.factors[0].body, left.factors[-1].body
        if len(left.factors) != 2 or not isinstance(head, t.Name) or not isinstance(group, t.Group):
            continue
        wholes = {(x.base, x.font): len(entries_below(x)) for x in group.items if isinstance(x, t.Name)}
        names = [x for m in c.members[1:] for x in t.of_kind(m, t.Name)]
        by_entries = any(len(entries_below(x)) > wholes.get((x.base, x.font), len(entries_below(x))) for x in names)
        if by_entries and all(x.base != head.base for x in names):
            found.add(head.base)
    return frozenset(found)


def objectives(chains: Sequence[Chain]) -> frozenset[str]:
    """The bare letters that a page differentiates and that stand for what is minimised."""
    derivatives = [x.of for c in chains for x in t.of_kind(c, t.Derivative)]
    derivatives += [x.of for c in chains for x in t.of_kind(c, t.Nabla)]
    found = (base for x in derivatives if isinstance(x, t.Name) for base in (x.base, named(x).base))  # with its font
    by = set(taken_by(chains))
    return frozenset(x for x in found if x in OBJECTIVES and x not in by)


def objectives_applied(chains: Sequence[Chain]) -> frozenset[str]:
    r"""The E of `\frac{d}{dw} E(w)` that a page differentiates: such a value is a number, whatever w is."""
    derivatives = [x.of for c in chains for x in t.of_kind(c, t.Derivative)]
    derivatives += [x.of for c in chains for x in t.of_kind(c, t.Nabla)]
    heads = (_applied(x) for x in derivatives if x is not None)
    return frozenset(head for head in heads if head is not None and head in OBJECTIVES) - set(taken_by(chains))


def taken_by(chains: Sequence[Chain]) -> Iterator[str]:
    """The letters of the names by which a page differentiates."""
    for c in chains:
        yield from (w.body.base for w in t.of_kind(c, t.Wrt) if isinstance(w.body, t.Name))
        by = (e for x in t.of_kind(c, t.Nabla) if x.by is not None for e in x.by.entries)
        yield from (e.base for e in by if isinstance(e, t.Name))


def _head(x: Node) -> str | None:
    """The f of `f(C)`."""
    group = x.factors[-1].body if isinstance(x, t.Product) else None
    one = isinstance(group, t.Group) and len(group.items) == 1 and isinstance(group.items[0], t.Name)
    return _applied(x) if one else None


def _applied(x: Node) -> str | None:
    """The letter before the parenthesis of what is nothing else, `f(..)`."""
    if not isinstance(x, t.Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return None
    head, group = x.factors[0].body, x.factors[1].body
    plain = isinstance(head, t.Name) and not head.scripts and not head.primes
    return head.base if plain and isinstance(head, t.Name) and isinstance(group, t.Group) else None


def differentiates_twice(chains: Iterable[Chain]) -> bool:
    """Does a page take second derivatives?"""
    for x in (x for c in chains for x in t.walk(c)):
        if isinstance(x, (t.Derivative, t.Nabla)):
            inner = x.of if x.of is not None else None
            again = inner is not None and any(isinstance(y, (t.Derivative, t.Nabla)) for y in t.walk(inner))
            if x.order > 1 or again or (isinstance(x, t.Derivative) and len(x.wrt) > 1):
                return True
    return False


__all__ = [
    "differentiates_twice",
    "functions_of_wholes",
    "loss",
    "may_be_told_so",
    "objectives",
    "objectives_applied",
    "open_losses",
    "taken_by",
]

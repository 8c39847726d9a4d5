r"""Stars that name one example, `x_{*,d}` beside `x_{p,d}`, and are no slice: a point at which something is predicted.

A star is one where a value with it is added to an entry of the same letter, `x_{*,d} - x_{p,d}`, or where it stands
alone below that letter, `x_*`. On a page with such a star, or with one alone below what an equation defines, `V_*`, it
is one wherever an equation says the value of a name with it, `k_{*p} = ..`, and on the right side of such an equation;
whether it is one elsewhere, `L_{*,p}` beside a matrix L, is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ..spelled.scripts import entries_below
from ..spelled.shape import STARRED, named


@dataclass(frozen=True, slots=True)
class StarredLabels:
    """The letters below which a star is a label, `told`, and whether it may be one below others."""

    told: frozenset[str] = frozenset()
    perhaps: bool = False


def starred_labels(chains: Sequence[Chain]) -> StarredLabels:
    r"""What the stars below names of a page are.

    >>> from symderiv.latex.parse import parse
    >>> page = [r"k_{*p} = \exp(-(x_{*,d} - x_{p,d})^2)", r"v_j = \sum_i L_{*,j} w_i"]
    >>> found = starred_labels([s.chain for x in page for s in parse(x).statements])
    >>> sorted(found.told), found.perhaps
    (['k', 'x'], True)
    """
    starred = [x for c in chains for x in t.of_kind(c, t.Name) if STARRED in entries_below(x)]
    inside = {named(x).base for x in starred if _is_inside(x)}
    if not inside:
        return StarredLabels()
    alone = {named(x).base for x in starred if not _is_inside(x)}
    told = [c for c in chains if _tells_value(c)]
    defined = {named(x).base for c in told for x in (c.members[0],) if isinstance(x, t.Name)}
    shown = {*_added(chains)} | (alone & inside)
    if not shown and not alone & defined:
        return StarredLabels()
    used = {named(x).base for c in told for m in c.members[1:] for x in t.of_kind(m, t.Name) if _is_inside(x)}
    return StarredLabels(frozenset(shown | (inside & defined) | used), True)


def _is_inside(x: t.Name) -> bool:
    """Does a star stand below a name beside anything else?"""
    below = entries_below(x)
    return STARRED in below and any(e != STARRED for e in below)


def _tells_value(c: Chain) -> bool:
    """Does an equation say the value of a name with a star?"""
    left = c.members[0]
    equated = bool(c.relations) and c.relations[0] in EQUALITIES
    return equated and isinstance(left, t.Name) and STARRED in entries_below(left)


def _added(chains: Iterable[Chain]) -> Iterator[str]:
    """The letters with a star that are added to entries of the same letter."""
    for terms in (x for c in chains for x in t.of_kind(c, t.Terms)):
        values = [x for term in terms.terms for x in [_value(term.body)] if x is not None]
        for x in (x for x in values if _is_inside(x)):
            if any(_is_entry(other, x) for other in values):
                yield named(x).base


def _value(x: Node) -> t.Name | None:
    """The name that a term is, or its last factor."""
    last = x.factors[-1].body if isinstance(x, t.Product) else x
    return last if isinstance(last, t.Name) else None


def _is_entry(x: t.Name, starred: t.Name) -> bool:
    """Is it an entry of the letter of a name with a star, an index in the place of the star?"""
    mine, its = entries_below(x), entries_below(starred)
    alike = named(x).base == named(starred).base and len(mine) == len(its)
    return alike and STARRED not in mine and all(a == b or b == STARRED for a, b in zip(mine, its, strict=True))


__all__ = ["StarredLabels", "starred_labels"]

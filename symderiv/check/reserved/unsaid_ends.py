r"""Ends of ranges that no page says: the L of layers l of which nothing tells how many there are.

`\delta_j^l = \sum_k w_{jk}^{l+1} \delta_k^{l+1} \sigma'(z_j^l)` says nothing at the last layer. Whoever says that l
runs up to L has to say `l < L` beside it; whoever never says where l ends means every layer that has a next one.

A line about `l - 2`, or about `l - 1` beside `l + 1`, ends where one of these does, at either end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...affine import Sym, affine
from ...domain import ge, gt, le, lt
from ...domain.constraint import Constraint
from ...errors import ReadError
from ...expr import Add, Expr, of_kind, own_forms, walk
from ...network.uses import uses
from ...read import Reading
from ...system import System
from ..link import Link

FIRST = (0, 1, 2)
"""The first of what is numbered: layers from 0 or 1 on, the weights between them from 1 or 2."""
BEFORE_LAST = (0, 1)
"""How far from the named end the last one is: of L + 1 layers there are L between two."""


def unsaid_sizes(reading: Reading, system: System) -> frozenset[Sym]:
    """The sizes of a page that stand nowhere on it."""
    draft = reading.draft
    said = set(draft.sizes) | {s for c in draft.relations for s in c.letters()}
    said |= {s for span in draft.ranges for form in (span.lower, span.upper) for s in form.letters()}
    for w in reading.claims:
        said |= {s for span in w.ranges for form in (span.lower, span.upper) for s in form.letters()}
        said |= {s for c in (*w.where, *w.perhaps) for s in c.letters()}
        for m in w.members:
            if not isinstance(m, ReadError):
                said |= {s for e in walk(m) for form in own_forms(e) for s in form.letters()}
    return frozenset(system.sizes - said)


def ends_of(link: Link, unsaid: frozenset[Sym]) -> Iterator[Constraint]:
    """Where a line may be meant: not at the last value of a letter, or the first, if nothing says which it is."""
    domain = link.full
    for letter in sorted(domain.letters() - link.system.sizes, key=lambda s: s.key):
        for size in sorted(unsaid & domain.letters(), key=lambda s: s.key):
            if any(c.letters() == {letter, size} for c in domain.constraints):
                yield lt(letter, size)
                yield gt(letter, 1)


def ends_of_shifts(link: Link, letter: Sym, needed: Callable[[Constraint], bool]) -> Iterator[Constraint]:
    """The narrowest ends of a letter, at most one below and one above for each size, that are `needed`.

    They are made of what stands beside the letter in the indices of the line: `l - 2` is of l from 2 on, or from 3 on.
    """
    moved = _shifts(link, letter, link.left) | _shifts(link, letter, link.right)
    firsts = sorted({n - m for m in moved for n in FIRST}, reverse=True)
    yield from next(([c] for n in firsts if needed(c := ge(letter, n))), [])
    for size in sorted(link.system.sizes & link.full.letters(), key=lambda s: s.key):
        lasts = sorted({-n - m for m in moved for n in BEFORE_LAST})
        yield from next(([c] for n in lasts if needed(c := le(letter, affine(size) + n))), [])


def ends_in_part(link: Link, letter: Sym) -> bool:
    """May terms of a sum be left where others end? Those of `w_1 g_i + w_2 g_{i-1}` end apart."""
    sums = (x for side in (link.left, link.right) for x in of_kind(side, Add))
    return any(len({_shifts(link, letter, term) for term in x.terms}) > 1 for x in sums)


def _shifts(link: Link, letter: Sym, e: Expr) -> frozenset[int]:
    """By how much indices in an expression are more than a letter."""
    entries = (u.entry for u in uses(e, link.full.letters()))
    return frozenset((i - letter).const for x in entries for i in x.indices if (i - letter).is_constant)

r"""Ends of ranges that no page says: the L of layers l of which nothing tells how many there are.

`\delta_j^l = \sum_k w_{jk}^{l+1} \delta_k^{l+1} \sigma'(z_j^l)` says nothing at the last layer. Whoever says that l
runs up to L has to say `l < L` beside it; whoever never says where l ends means every layer that has a next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..affine import Sym
from ..domain import gt, lt
from ..domain.constraint import Constraint
from ..errors import ReadError
from ..expr import own_forms, walk
from ..read import Reading
from ..system import System
from .link import Link


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

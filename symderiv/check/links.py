"""The links of a page: two members of a chain with their ranges, over the network with the letters of the chain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..domain.constraint import Domain
from ..errors import ReadError
from ..expr import Expr, Variable
from ..latex.source import Offsets
from ..network.inverses_free import with_inverses_free
from ..read import Reading, Written
from ..system import System
from .known.extend import with_arbitrary, with_dummies, with_strangers
from .known.few_values import without_values_nudged
from .known.ranges import Ranges, presumed
from .link import Link
from .reserved.rates import rates, shared_rates


@dataclass(frozen=True, slots=True)
class Links:
    """How members of the lines of a page become links.

    `given` is the network that the page is judged against, if one is; `text` is the page as typed.
    """

    reading: Reading
    system: System
    given: System | None
    text: str

    def network_of(self, written: Written) -> System:
        """The network with the letters of a chain that stand for any number."""
        system = with_dummies(self.system, written.dummies)
        system = with_arbitrary(system, written.members, self.reading.arbitrary)
        given = self.given is not None
        return with_dummies(system, rates(written, system) if given else self.rates_of(written))

    def rates_of(self, written: Written) -> tuple[Variable, ...]:
        """The letters of a chain that stand for any rate, on a page with a network of its own."""
        return () if self.given is not None else tuple(shared_rates(written, self.system, self.text))

    def between(self, written: Written, n: int, left: Expr, right: Expr, span: Offsets, system: System) -> Link:
        """Two members of a chain as its n-th link, with bounds for their sums and ranges for their letters."""
        ranges = Ranges(system, (*written.ranges, *self.reading.draft.ranges))
        members = [m for m in written.members if not isinstance(m, ReadError)]
        domain = ranges.domain([left, right, *members], written.ranges, written.where, written.members[0])
        scope = domain.letters()
        around = domain & Domain(written.where)
        left, right = ranges.filled(left, scope, around), ranges.filled(right, scope, around)
        more = presumed(system, (left, right), domain & Domain(written.where))
        domain &= more
        system = with_inverses_free(system, (left, right))
        system = with_strangers(without_values_nudged(system, (left, right)), domain, (left, right))
        return Link(written, n, left, right, span, domain, system, self.text, more, self.reading.claims)

    def whole(self, written: Written, left: Expr, right: Expr) -> Link:
        """Two members of a chain as a link of their own."""
        return self.between(written, 0, left, right, (0, 0), self.system)

    def first(self, written: Written) -> Link | None:
        """The first link of a chain, if it could be read."""
        left, right = written.members[0], written.members[1] if len(written.members) > 1 else None
        if right is None or isinstance(left, ReadError) or isinstance(right, ReadError):
            return None
        return self.between(written, 0, left, right, (0, 0), self.network_of(written))

    def in_general(self, link: Link) -> Link:
        """The link without the conditions beside it."""
        written = replace(link.written, where=(), ranges=(), given=())
        return self.between(written, link.number, link.left, link.right, link.span, link.system)

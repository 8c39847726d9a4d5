"""Verdicts on links until a deadline."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from ..domain.constraint import Constraint
from ..step import Verdict
from .judge import judge_link
from .link import Link
from .reserved.beyond_ends import Ends, judged_beyond

LINK_SECONDS = 8.0
"""At most so long is spent on the proof of one link, as a last resort: its work is counted (`normal.limits`)."""


@dataclass(frozen=True, slots=True)
class Judging:
    """The verdicts on the links of a page, to be had until a deadline.

    Parts of a page ask for them; they do not know the page, for what knows each other is freed late.
    """

    deadline: float
    seed: int
    ends: Ends = field(default_factory=dict)

    def under(self, link: Link, more: tuple[Constraint, ...]) -> Verdict:
        """The verdict on a link under more conditions."""
        return judged_beyond(link, self.ends, lambda x: self._under(x, (*link.where, *more)))

    def _under(self, x: Link, where: tuple[Constraint, ...]) -> Verdict:
        return judge_link(x.system, x.left, x.right, x.domain, where, seed=self.seed, seconds=self.seconds)

    def as_is(self, link: Link) -> Verdict:
        """The verdict on a link under its own conditions."""
        return self.under(link, ())

    @property
    def seconds(self) -> float:
        """So long may be spent on a link."""
        return min(LINK_SECONDS, max(self.deadline - monotonic(), 0.05))

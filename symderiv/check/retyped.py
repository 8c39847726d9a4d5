"""Whether lines are right where they are typed otherwise: the page is judged once more with several of them at once.

Reasons ask about each wrong line, in several ways to type it. Judging a page takes much longer than looking for a
reason, so what is asked is collected first: then every round judges the page with one way for each line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ..step import Judgement
from .link import Link
from .report import Report

MOST_ROUNDS = 3
"""So often a page is judged once more."""
Key: TypeAlias = tuple[object, ...]
Way: TypeAlias = tuple[Link, str]
"""A link, and how the chain that it stands in may be typed."""


@dataclass(slots=True)
class Retyped:
    """What is asked about the lines of a page, and what was found; `judge` judges it with another text."""

    text: str
    judge: Callable[[str], Report] | None = None
    asked: dict[Key, list[Way]] = field(default_factory=dict)
    right: set[tuple[Key, str]] = field(default_factory=set)

    def is_right(self, link: Link, latex: str) -> bool:
        """Is a link known to be right if its chain is typed so? If not, it is asked about."""
        if (link.key, latex) in self.right:
            return True
        self.asked.setdefault(link.key, []).append((link, latex))
        return False

    def settled(self) -> frozenset[Key]:
        """The links of those asked about for which one way is right."""
        left, self.asked = self.asked, {}
        found: set[Key] = set()
        for _ in range(MOST_ROUNDS if self.judge is not None else 0):
            turn = {x.written.span: (x, latex) for (x, latex), *_ in left.values()}
            ways = self._placed(turn.values())
            if not ways:
                break
            right = [(x.key, latex) for x, latex in self._right_of(ways)]
            self.right.update(right)
            found.update(key for key, _ in right)
            tried = {x.key for x, _ in ways.values()}
            rest = {key: more[1:] if key in tried else more for key, more in left.items() if key not in found}
            left = {key: more for key, more in rest.items() if more}
        return frozenset(found)

    def _placed(self, turn: Iterable[Way]) -> dict[int, Way]:
        """The ways by the places of their chains in the text."""
        rows = self.text.splitlines(keepends=True)
        placed: dict[int, Way] = {}
        for link, latex in turn:
            start = sum(map(len, rows[: link.written.line - 1]))
            at = self.text.find(link.written.latex, start)
            if at >= 0:
                placed.setdefault(at, (link, latex))
        return placed

    def _right_of(self, ways: Mapping[int, Way]) -> list[Way]:
        """Those that are right in a page with all of them."""
        assert self.judge is not None
        text, end = "", 0
        for at, (link, latex) in sorted(ways.items()):
            if at >= end:
                text, end = text + self.text[end:at] + latex, at + len(link.written.latex)
        report = self.judge(text + self.text[end:])
        return [(link, latex) for link, latex in ways.values() if _is_right(link, latex, report)]


def _is_right(link: Link, latex: str, report: Report) -> bool:
    found = next((c for c in report.claims if c.latex.split() == latex.split()), None)
    if found is None or link.number not in link.written.claims:
        return False
    n = link.written.claims.index(link.number)
    return n < len(found.links) and found.links[n].judgement is Judgement.RIGHT

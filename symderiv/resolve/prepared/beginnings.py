r"""Sums that say where they end and not where they begin, `\sum_{t}^{T}`: they begin where their letter does elsewhere.

That is what the front matter says of the letter, else what other sums over it say, where these agree; where nothing is
said of it, at 1, unless something on the page begins at 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Node
from ...latex.walking import rebuilt
from ..located import Located, read_of, with_statements
from ..shape import letter_of


def with_beginnings(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a document with lower bounds for such sums; `ranges` are those of letters, as typed."""
    sums = [x for f in read_of(located) for x in t.walk(f) if isinstance(x, BigSum)]
    if not any(_open(x) for x in sums):
        return list(located)
    said: dict[str, set[str]] = {}
    for chain in (c for x in sums for c in x.below if isinstance(c, Chain) and c.relations == ("=",)):
        begin = chain.members[1]
        for x in _listed(chain.members[0]):
            said.setdefault(letter_of(x) or "", set()).add(begin.text if isinstance(begin, t.Number) else "?")
    said |= {letter: {str(text).split("..")[0].strip()} for letter, text in ranges.items()}
    usual = set() if any("0" in found for found in said.values()) else {"1"}

    def change(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or not _open(x):
            return None
        found = said.get(_open(x), usual)
        begin = next(iter(found)) if len(found) == 1 else ""
        if not begin.isdigit():
            return None
        below = (Chain((x.below[0], t.Number(begin, x.span)), ("=",), (x.span,), x.span),)
        return replace(x, below=below, body=rebuilt(x.body, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _open(x: object) -> str:
    """The letter of a sum that has an end and no beginning, else nothing."""
    if not isinstance(x, BigSum) or x.above is None or len(x.below) != 1 or isinstance(x.below[0], Chain):
        return ""
    return letter_of(x.below[0]) or ""


def _listed(x: Node) -> Sequence[Node]:
    return x.items if isinstance(x, t.Listing) else (x,)

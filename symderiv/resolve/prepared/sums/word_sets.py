r"""Sums over what a word names: `\sum_{k \in outputs}`, `\sum_{k \in \text{Downstream}(j)}`.

Such a sum runs over every k that its summand has, as a sum without bounds does. Where several words without an
argument stand under the sums of a page, each may name a part only: then they are left as they are, and refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Node
from ....latex.walking import rebuilt
from ...located import Located, read_of
from ...spelled.shape import letter_of

SHORTEST_WORD = 4
"""So many letters in a row are a word and no product."""


def without_word_sets(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with plain letters under such sums."""
    words = {w for f in read_of(located) for w in _words(f)}
    if not words or len({w for w in words if not w.endswith(")")}) > 1:
        return located
    return [(d, rebuilt(f, _plain) if isinstance(f, Formula) else f) for d, f in located]


def _words(formula: Formula) -> set[str]:
    sums = (x for x in t.of_kind(formula, t.BigSum) if x.above is None)
    return {word for x in sums for item in x.below if (word := _word(item))}


def _plain(x: Any) -> Node | None:
    if not isinstance(x, t.BigSum) or x.above is not None or not any(map(_word, x.below)):
        return None
    below = tuple(i.members[0] if isinstance(i, Chain) and _word(i) else i for i in x.below)
    return replace(x, below=below, body=rebuilt(x.body, _plain))


def _word(item: object) -> str:
    r"""The word behind `k \in`, with `()` where an argument follows; empty for any other item."""
    if not isinstance(item, Chain) or item.relations != (r"\in",) or letter_of(item.members[0]) is None:
        return ""
    x = item.members[1]
    factors = x.factors if isinstance(x, t.Product) else (t.Factor("", x),)
    called = len(factors) > 1 and factors[-1].joined
    names = [f.body for f in (factors[:-1] if called else factors)]
    if not all(isinstance(n, t.Name) and not n.scripts and not n.accents and n.base.isalpha() for n in names):
        return ""
    word = "".join(n.base for n in names if isinstance(n, t.Name))
    return word + "()" * called if len(word) >= SHORTEST_WORD else ""

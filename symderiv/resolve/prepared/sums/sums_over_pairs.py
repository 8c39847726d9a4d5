r"""Sums over pairs, `\sum_{(n, m)}`, that words let run over all of them: `the sum runs over all pairs $(n, m)$`.

Without such words the pairs may be some of all, those that are known, or the edges of a graph, each of them once: then
the sum is left as it is, and refused. Where the front matter gives both letters ranges, and different ones, and no word
of the page keeps any pair out, it runs over all of them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block, Heading, Prose
from ....latex import tree as t
from ....latex.tree import BigSum, Formula, Group, Node, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of

ALL = lazily(
    r"(?:\bsum|\bsomm|\bSumm|\bsuma|\\sum)[^.]*\b(?:(?:all|every)\s+(?:possible\s+)?(?P<of>(?:[a-z]+[- –/]){0,3})"
    r"(?:pairs?|couples?|combinations?|triples?|tuples?)|(?:alle|tous\s+les|toutes\s+les|todos\s+los|todas\s+las|tutte\s+le)\s+"
    r"(?P<von>(?:\w+-)?)(?:Paare|Kombinationen|couples|paires|pares|parejas|coppie))\W*\Z"
    r"|(?:和|\\sum|シグマ).*(?:すべて|全て|全|所有)の?(?P<no>[-\w]{0,8}?)(?:的)?(?:の)?(?:組(?:み合わせ|合せ)?|ペア|对|組合)\W*\Z",
    re.I,
)
"""Words before a pair, which stands in the sentence about the sum;"""
SOME = lazily(
    r"\b(?:known|observ\w*|rated|given|neighbou?r\w*|adjacent|distinct|different|unequal|ordered|unordered|train\w*"
    r"|test|edges?|connected|linked|available|existing|seen|positive|negative|such|these|those|sampled|other)\b"
    r"|已知|观测|相邻|既知|観測|隣|異なる|不同",
    re.I,
)
"""among them one that keeps some of the pairs out;"""
KEPT_OUT = lazily(
    rf"{SOME.pattern}|\b(?:missing|sparse|non-?zero|mask\w*|pairs? (?:with|that|which|in|for)|all but)\b", re.I
)
"""words by which some may be kept out anywhere on a page;"""
DENIED = lazily(r"\b(?:not|n't|never|only|except|if|were|would|rather|instead|unless|nicht|nur|pas|no|solo)\b", re.I)
"""Words of a sentence that take it back;"""
ENDS = lazily(r"\s*(?:[.;)。；）]|\Z)")
"""and what stands behind it: nothing that says which pairs are meant."""


def _has_pairs(s: Statement) -> bool:
    return any(_letters_below(x) for x in t.of_kind(s, BigSum))


@where(_has_pairs)
def with_sums_over_pairs(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with the letters of such pairs under their sums."""
    return _with_letters_of(set(_told(located)), located)


@where(_has_pairs)
def with_pairs_ranged(
    located: Sequence[Located], ranges: Mapping[str, object], blocks: Sequence[Block]
) -> Sequence[Located]:
    """The same for pairs of letters that `ranges`, those of the front matter, let run over different things."""
    if any(KEPT_OUT.search(b.text) for b in blocks if isinstance(b, (Prose, Heading))):
        return located
    pairs = {_letters_below(x) for f in read_of(located) for x in t.of_kind(f, BigSum)}
    given = {letter: str(told).replace(" ", "") for letter, told in ranges.items()}
    ranged = {p for p in pairs if p and given.keys() >= set(p) and len({given[x] for x in p}) == len(p)}
    return _with_letters_of(ranged, located)


def _with_letters_of(told: set[tuple[str, ...]], located: Sequence[Located]) -> Sequence[Located]:
    def change(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or _letters_below(x) not in told:
            return None
        (group,) = x.below
        assert isinstance(group, Group)
        found: Node = replace(x, below=group.items, body=rebuilt(x.body, change))
        return found

    return with_statements(located, lambda s: rebuilt(s, change)) if told else located


def _letters_below(x: BigSum) -> tuple[str, ...]:
    """The letters of the pair that a sum runs over."""
    return _pair(x.below[0]) if len(x.below) == 1 and x.above is None else ()


def _pair(x: object) -> tuple[str, ...]:
    if not isinstance(x, Group) or x.open != "(" or len(x.items) < 2 or any(s != "," for s in x.separators):
        return ()
    letters = [letter for i in x.items if (letter := letter_of(i)) is not None]
    return tuple(letters) if len(letters) == len(x.items) == len(set(letters)) else ()


def _told(located: Sequence[Located]) -> Iterator[tuple[str, ...]]:
    """The pairs of which a sum is said to run over all."""
    for display, f in located:
        if not display.inline or not isinstance(f, Formula) or len(f.statements) != 1:
            continue
        chain = f.statements[0].chain
        pair = _pair(chain.members[0]) if not chain.relations else ()
        words = ALL.search(display.before) if pair else None
        if words is None or DENIED.search(display.before):
            continue
        if ENDS.match(display.after.lstrip("$")) and not SOME.search(words[0]):
            yield pair

r"""Sums with the number of their terms below: `E = \frac12 \sum_n (y_j - a_j)^2`, where `n is the number of outputs`.

A sentence calls the letter the number of units, of the last layer if of any; it stands below this sum alone, and the
only letter that nothing binds in its body is the one over which the sum runs. The letter may stand in the sentence
without dollar signs. Of a number of examples such a sum is one over the examples, of which the formula may be silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Block
from ....latex import sentences
from ....latex import tree as t
from ....latex.doubted import is_doubted
from ....latex.tree import BigSum, Name, Node, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import any_of, remembered
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone
from .letterless import indices_outside, indices_within

_LAYER = r"(?:最[後后]一?[層层]|[輸输]出[層层])"
COUNT = lazily(
    r"\s*(?:is|denotes|represents|stands\s+for|being|:)\s+the\s+(?:total\s+)?number\s+of\s+(?:the\s+)?(?:output\s+)?"
    r"(?:neurons|units|nodes|outputs)(?:\s+(?:in|of)\s+the\s+(?:last|output|final)\s+layer)?\s*(?=[.,;:)]|\Z|\n)"
    rf"|\s*(?:代表|是|为|為|表示|指)\s*{_LAYER}?的?(?:所有)?(?:神[經经]元|[單单]元|[節节][點点])的?"
    r"(?:個數|个数|數量|数量|數目|数目|總數|总数)\s*(?=[，。：；、,.;:）)]|\Z|\n)"
    r"|\s*は、?(?:(?:出力層|最終層|最後の層)の)?(?:ユニット|ニューロン|ノード|素子)の?(?:数|個数|総数)\s*"
    r"(?=[、。，．,.）)]|\Z|\n|である|です|とする|を表す)",
    re.I,
)
"""Words behind a letter that call it the number of the terms."""
PLAIN = lazily(r"(?<![A-Za-z0-9\\_^{$])(?P<letter>[A-Za-z])(?![A-Za-z0-9_^}$'’])")
"""A letter without dollar signs."""


@remembered
def _has_count(s: Statement) -> bool:
    return any(_counted(x) is not None for x in t.of_kind(s.chain, BigSum))


def _counted(x: BigSum) -> str | None:
    """The letter that is all that stands at a sum, and is no index in it."""
    letter = letter_of(x.below[0]) if x.operator == r"\sum" and len(x.below) == 1 and x.above is None else None
    return None if letter is None or any(y.base == letter for y in t.of_kind(x.body, Name)) else letter


def with_counts_below_sums(located: Sequence[Located], blocks: Sequence[Block], untold: bool) -> list[Located]:
    """The formulas of a document with the letters of such sums below them; with `untold` also where no words say so."""
    if not any_of(located, _has_count):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    below = {id(b) for s in statements for x in t.of_kind(s, BigSum) if _counted(x) is not None for b in x.below}
    used = {x.base for s in statements if s.chain.relations for x in t.of_kind(s, Name) if id(x) not in below}
    counted = {y for s in statements for x in t.of_kind(s, BigSum) if (y := _counted(x)) is not None}
    told = (counted if untold else set(_told(located, blocks))) - used

    def changed(s: Statement) -> Statement:
        outside = {y for m in s.chain.members for y in indices_outside(m)}

        def change(x: object) -> Node | None:
            if not isinstance(x, BigSum) or _counted(x) not in told:
                return None
            free = [n for n in dict.fromkeys(indices_within(x.body, frozenset())) if n.base not in outside]
            return replace(x, below=(free[0],)) if len(free) == 1 else None

        members = tuple(rebuilt(m, change) for m in s.chain.members)
        return s if members == s.chain.members else replace(s, chain=replace(s.chain, members=members))

    return with_statements(located, changed) if told else list(located)


def _told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[str]:
    """The letters that sentences call such a number."""
    gaps = gaps_of(located, blocks)
    for (n, words), (_, behind) in zip(gaps, [*gaps[1:], (-1, "")], strict=True):
        for found in PLAIN.finditer(words):
            if said := COUNT.match(words, found.end()):
                yield from _unless_doubted(found["letter"], words[: found.start()], words[said.end() :])
        value = value_alone(located[n]) if n >= 0 else None
        letter = letter_of(value) if isinstance(value, Name) else None
        if letter is not None and (said := COUNT.match(behind)):
            yield from _unless_doubted(letter, words, behind[said.end() :])


def _unless_doubted(letter: str, before: str, behind: str) -> Iterator[str]:
    lead, rest = sentences.last(before), sentences.first(behind)
    if not is_doubted(lead, rest):
        yield letter

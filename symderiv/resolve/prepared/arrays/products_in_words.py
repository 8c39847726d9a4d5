r"""A sign of products that words call the one by entries: `where $\cdot$ denotes element-wise multiplication`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block, Display, Prose
from ....latex.tree import Factor, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, with_statements
from ...told.vectors_multiplied import BY_ENTRIES

BEHIND = lazily(
    r"\s*(?:denotes?|is|are|means?|stands? for|represents?|indicates?|corresponds? to|refers? to|be|は|が|表示|是)"
    rf"\s*(?:(?:the|an|a)\s+)?(?:usual\s+)?(?:(?:ベクトル|行列|向量|矩阵)(?:どうし|同士|之间)?[の的]?)?(?:{BY_ENTRIES})",
    re.I,
)
BEFORE = lazily(
    rf"(?:{BY_ENTRIES})\s+(?:multiplication|product)s?\s*"
    r"(?:(?:is|are)\s+)?(?:(?:denoted|written|indicated|marked)\s+)?(?:(?:by|as|with)\s+)?[(:,]?\s*\Z",
    re.I,
)
"""Words right behind a sign, and right before it."""
SIGNS = {s: s for s in (r"\cdot", r"\ast", r"\times", r"\circ", r"\otimes", r"\bullet", r"\star")} | {"*": r"\ast"}
"""Signs as typed, with what they are read as."""


def with_products_by_entries(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with such signs as `\odot`."""
    told = frozenset(_told(blocks))
    if not told:
        return list(located)

    def change(x: Any) -> Factor | None:
        if not isinstance(x, Factor) or x.operator not in told:
            return None
        return replace(x, operator=r"\odot", body=rebuilt(x.body, change))

    def changed(s: Statement) -> Statement:
        chain = s.chain if r"\in" in s.chain.relations else rebuilt(s.chain, change)  # `W \in \mathbb{R}^{m \times n}`
        return s if chain is s.chain else replace(s, chain=chain)

    return with_statements(located, changed)


def _told(blocks: Sequence[Block]) -> Iterator[str]:
    """The signs of which words right beside them say so."""
    for one, two in pairwise(blocks):
        if isinstance(one, Display) and isinstance(two, Prose):
            sign, said = SIGNS.get(one.latex.strip()), BEHIND.match(two.text)
        elif isinstance(two, Display) and isinstance(one, Prose):
            sign, said = SIGNS.get(two.latex.strip()), BEFORE.search(one.text)
        else:
            continue
        if sign is not None and said is not None:
            yield sign

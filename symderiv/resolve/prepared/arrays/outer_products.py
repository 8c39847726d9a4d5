r"""Angles that words call the outer product: `$\langle \cdot, \cdot \rangle$ is the outer product`.

Then `\langle a, b \rangle` is written `a b^T`; everywhere else angles are an inner product.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ....document.blocks import Block, Display, Prose
from ....latex import tree as t
from ....latex.tree import Factor, Group, Node, Product, Script, Scripted, Statement, Symbol
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, with_statements

OPEN = r"\langle"
_SLOT = r"(?:\\cdot|\\star|\\bullet|\*|-|\w|\\[a-z]+)(?:_\{?\d\}?)?"
SIGN = lazily(rf"\\langle\s*{_SLOT}\s*,\s*{_SLOT}\s*\\rangle")
"""The sign as it is typed,"""
BEHIND = lazily(
    r"\s*,?\s*(?:denotes?|is|means?|stands?\s+for|represents?|be|for|は|が)\s*(?:(?:the|an)\s+)?(?:usual\s+)?"
    r"(?:outer|dyadic|tensor)\s+product(?!\s*[’'])|\s*は、?(?:直積|外積)(?!では|じゃ)",
    re.I,
)
BEFORE = lazily(
    r"\bouter\s+product\s*(?:(?:is|are)\s+)?(?:(?:of\s+(?:two\s+)?vectors\s+)?(?:is\s+)?(?:denoted|written)\s+)?(?:by|as)?\s*\Z",
    re.I,
)
"""words right behind it, and right before it."""
NOT = lazily(r"\b(?:not|no|never|isn)\b", re.I)


def _has_angles(s: Statement) -> bool:
    return any(x.open == OPEN and len(x.items) == 2 for x in t.of_kind(s, Group))


@where(_has_angles)
def with_outer_products(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with such angles as products of a column and a row."""
    if not any(_tells(one, two) for one, two in pairwise(blocks)):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Group) or x.open != OPEN or len(x.items) != 2:
            return None
        one, two = (Group("(", (rebuilt(y, change),), ")", (), x.span) for y in x.items)
        turned = Scripted(two, (Script(True, (Symbol(r"\top"),), span=x.span),), 0, x.span)
        return Group("(", (Product((Factor("", one), Factor("", turned)), x.span),), ")", (), x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _tells(one: Block, two: Block) -> bool:
    """Do words beside such a sign call it so?"""
    if isinstance(one, Display) and isinstance(two, Prose):
        return SIGN.fullmatch(one.latex.strip()) is not None and BEHIND.match(two.text) is not None
    if isinstance(two, Display) and isinstance(one, Prose):
        led = BEFORE.search(one.text) if SIGN.fullmatch(two.latex.strip()) else None
        return led is not None and NOT.search(led[0]) is None
    return False

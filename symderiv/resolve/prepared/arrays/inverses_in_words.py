r"""Inverses that words call those by entries: `the inverse $(\cdot)^{-1}$ is element wise`, then `B_3 = B_2^{-1}`.

Said of the sign with a dot, or of one letter, it is meant of all: each is written `1 \oslash B_2`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from ....document.blocks import Block, Display, Prose
from ....latex import tree as t
from ....latex.tree import Factor, Group, Node, Number, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...located import Located, with_statements
from ...powers_by_entries import OVER
from ...shapes.untold import CAPITAL
from .products_in_words import BY_ENTRIES

SIGN = re.compile(r"(?:\(\s*\\cdot\s*\)|\\cdot|\\bullet|[A-Za-z])\s*\^\s*\{?\s*-\s*1\s*\}?")
"""The sign as it is typed,"""
BEHIND = re.compile(
    r"\s*,?\s*(?:(?:are|is|be|acts?|works?|means?|denotes?|stands? for)\s+)?(?:(?:all|both|always|here|meant|taken"
    r"|understood|to be|the|an?)\s+)*"
    rf"(?:{BY_ENTRIES})|\s*(?:は|が|を|も)\s*(?:すべて|ともに)?\s*(?:{BY_ENTRIES})",
    re.I,
)
BEFORE = re.compile(
    rf"(?:{BY_ENTRIES})\s+(?:inverses?|reciprocals?)\s*(?:(?:is|are)\s+)?(?:(?:denoted|written)\s+)?(?:by|as)?[\s(:,]*\Z"
    rf"|(?:{BY_ENTRIES})の?逆数(?:を|は)?\s*\Z",
    re.I,
)
"""words behind it, or right before it,"""
LISTED = re.compile(r"\s*(?:,|and|,\s*and|、|と)\s*(?:(?:the|its|an?)\s+)?(?:(?!(?:is|are)\b)[\w-]+\s+){0,2}", re.I)
"""and between what is listed with it."""
MINUS_ONE = t.Terms((t.Term("-", Number("1")),))


def _has_inverse(s: Statement) -> bool:
    return any(_is_inverse(x) for x in t.of_kind(s, t.Script))


@where(_has_inverse)
def with_inverses_by_entries(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with such inverses as quotients by entries."""
    if not _told(blocks):
        return list(located)

    def change(x: Any) -> Node | None:
        if isinstance(x, Product):
            factors = (
                f if _is_applied(f, behind) else rebuilt(f, change)
                for f, behind in zip_longest(x.factors, x.factors[1:])
            )
            return replace(x, factors=tuple(factors))
        if not isinstance(x, (t.Name, Scripted)) or not any(map(_is_inverse, x.scripts)):
            return None
        kept = tuple(s for s in x.scripts if not _is_inverse(s))
        base: Node = replace(x, scripts=kept) if kept or isinstance(x, t.Name) or x.primes else x.base
        base = rebuilt(base, change)
        return Group(
            "(", (Product((Factor("", Number("1", span=x.span)), Factor(OVER, base)), x.span),), ")", (), x.span
        )

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_inverse(s: t.Script) -> bool:
    return s.above and not s.bracket and s.entries == (MINUS_ONE,)


def _is_applied(f: Factor, behind: Factor | None) -> bool:
    r"""Is it a function before its argument, `\sigma^{-1}(p)`?"""
    small = isinstance(f.body, t.Name) and CAPITAL.fullmatch(f.body.base) is None and f.body.font not in BOLD_FONTS
    return behind is not None and behind.joined and small


def _told(blocks: Sequence[Block]) -> bool:
    """Do words call such a sign, or a list with it, one by entries?"""
    for n, block in enumerate(blocks):
        if not isinstance(block, Display) or SIGN.fullmatch(block.latex.strip()) is None:
            continue
        before = blocks[n - 1] if n else None
        if isinstance(before, Prose) and BEFORE.search(before.text):
            return True
        while n + 2 < len(blocks) and isinstance(blocks[n + 2], Display) and _lists(blocks[n + 1]):
            n += 2
        behind = blocks[n + 1] if n + 1 < len(blocks) else None
        if isinstance(behind, Prose) and BEHIND.match(behind.text):
            return True
    return False


def _lists(block: Block) -> bool:
    return isinstance(block, Prose) and LISTED.fullmatch(block.text) is not None

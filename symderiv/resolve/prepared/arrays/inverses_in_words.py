r"""Inverses that words call those by entries: `the inverse $(\cdot)^{-1}$ is element wise`, then `B_3 = B_2^{-1}`.

Said of the sign with a dot, or of one letter, it is meant of all: each is written `1 \oslash B_2`. Where words except
some, or say more about an inverse (`$A^{-1}$ is the inverse of the matrix`), formulas with one are not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import Any

from ....document.blocks import Block, Display, Prose
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import Factor, Group, Node, Number, Product, Scripted
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, with_statements
from ...shapes.untold import CAPITAL
from ...spelled.powers_by_entries import OVER
from ...told.vectors_multiplied import BY_ENTRIES

SIGN = lazily(r"(?:\(\s*\\cdot\s*\)|\\cdot|\\bullet|[A-Za-z])\s*\^\s*\{?\s*-\s*1\s*\}?")
"""The sign as it is typed,"""
BEHIND = lazily(
    r"\s*,?\s*(?:(?:are|is|be|acts?|works?|means?|denotes?|stands? for)\s+)?(?:(?:all|both|always|here|meant|taken"
    r"|understood|to be|the|an?)\s+)*"
    rf"(?:{BY_ENTRIES})|\s*(?:は|が|を|も)\s*(?:すべて|ともに)?\s*(?:{BY_ENTRIES})",
    re.I,
)
BEFORE = lazily(
    rf"(?:{BY_ENTRIES})\s+(?:inverses?|reciprocals?)\s*(?:(?:is|are)\s+)?(?:(?:denoted|written)\s+)?(?:by|as)?[\s(:,]*\Z"
    rf"|(?:{BY_ENTRIES})の?逆数(?:を|は)?\s*\Z",
    re.I,
)
"""words behind it, or right before it,"""
LISTED = lazily(r"\s*(?:,|and|,\s*and|、|と)\s*(?:(?:the|its|an?)\s+)?(?:(?!(?:is|are)\b)[\w-]+\s+){0,2}", re.I)
"""and between what is listed with it."""
INVERSE = lazily(r"\binver(?:se|t)|\breciprocal|逆", re.I)
PARTLY = lazily(
    r"\b(?:unless|except\w*|excluding|apart|besides|other\s+than|otherwise|only|but|while|whereas|however|if|when(?:ever)?|for"
    r"|of|matri(?:x|ces))\b|ただし|除|場合|行列|ベクトル",
    re.I,
)
"""Words behind it in the sentence by which not all are meant;"""
EXCEPTING = lazily(
    r"\b(?:unless|except\w*|excluding|apart|besides|other\s+than|only|but|if|when(?:ever)?|for)\b|ただし|除|場合", re.I
)
"""those before it."""
OTHER = lazily(r"\s*(?:(?:always|here|however|alone|itself)\s+)*(?:is|are|as|denotes?|means?|stands?|は)\b", re.I)
"""Words behind another such sign that say something of it."""
MINUS_ONE = t.Terms((t.Term("-", Number("1")),))


@some(t.Script)
def _has_inverse(x: t.Script) -> bool:
    return _is_inverse(x)


@where(_has_inverse)
def with_inverses_by_entries(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with such inverses as quotients by entries."""
    told = _told(blocks)
    if told is None:
        return list(located)
    if _is_contested(blocks, *told):
        return [(d, _unread(f)) for d, f in located]

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


def _unread(f: t.Formula | ReadError) -> t.Formula | ReadError:
    """A formula, or why it is not read where it has an inverse."""
    if isinstance(f, ReadError) or not any(_has_inverse(x) for x in f.statements if x.chain.relations):
        return f
    return ReadError("words call some inverses those by entries: which ones?", f.here)


def _told(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first and the last of the formulas that words call one by entries, if they do: such a sign, or a list."""
    for n, block in enumerate(blocks):
        if not isinstance(block, Display) or SIGN.fullmatch(block.latex.strip()) is None:
            continue
        last, before = n, blocks[n - 1] if n else None
        if isinstance(before, Prose) and BEFORE.search(before.text):
            return n, n
        while last + 2 < len(blocks) and isinstance(blocks[last + 2], Display) and _lists(blocks[last + 1]):
            last += 2
        behind = blocks[last + 1] if last + 1 < len(blocks) else None
        if isinstance(behind, Prose) and BEHIND.match(behind.text):
            return n, last
    return None


def _is_contested(blocks: Sequence[Block], first: int, last: int) -> bool:
    """Do words except some, or say more about inverses?"""
    before, behind = (_words(x) for x in (blocks[:first], blocks[last + 1 :]))
    if len(INVERSE.findall(f"{before} {behind}")) > 1:
        return True
    led, rest = sentences.last(before), sentences.first(behind)
    tail = re.sub(rf"^.*?(?:{BY_ENTRIES})", "", rest, count=1, flags=re.I | re.S)
    others = pairwise((*blocks[:first], *blocks[last + 1 :]))
    return (
        EXCEPTING.search(led) is not None
        or PARTLY.search(tail) is not None
        or is_hedged(led, rest)
        or any(
            isinstance(a, Display) and SIGN.fullmatch(a.latex.strip()) and isinstance(b, Prose) and OTHER.match(b.text)
            for a, b in others
        )
    )


def _words(blocks: Sequence[Block]) -> str:
    return "".join(b.text if isinstance(b, Prose) else "\n\n" if _ends(b) else " $ " for b in blocks)


def _ends(b: Block) -> bool:
    return not (isinstance(b, Display) and b.inline)


def _lists(block: Block) -> bool:
    return isinstance(block, Prose) and LISTED.fullmatch(block.text) is not None

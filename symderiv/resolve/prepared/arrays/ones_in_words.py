r"""How many ones a vector of ones has, in words: `$\boldsymbol{1}$ is the vector full of $1$, of size $n$`.

Beside arrays of which no length is known, as the identity matrix, nothing else tells it. Without words about its
length, and where it has one below (`\mathbf{1}_n`), it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.tree import Name, Node, Number, Script
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone

ONES = lazily(r"\bones\b|\b(?:full of|filled with|all)\b|[全皆]て?(?:1|が)|要素が", re.I)
"""Words that say what stands in it; a formula `1` may stand behind them."""
SIZE = lazily(r"\b(?:size|length|dimensions?)\s*(?:is\s*)?\Z|長さ\s*\Z", re.I)
"""Words before its length,"""
SIZED = lazily(r"\s*-?\s*(?:dimensional\b|次元|-?vector\b)", re.I)
"""and behind it."""
NEARBY = 3
"""So many formulas behind the name its length may stand."""


def with_ones_sized(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such a vector with its length below."""
    names = [x for f in read_of(located) for x in t.of_kind(f, Name) if x.base == "1"]
    if not names or any(not s.above for x in names for s in x.scripts):
        return list(located)
    sizes = set(_sizes(located, gaps_of(located, blocks)))
    if len(sizes) != 1:
        return list(located)
    (size,) = sizes

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.base != "1" or x.font not in BOLD_FONTS:
            return None
        return replace(x, scripts=(Script(False, (size,), span=x.span), *x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change) if s.chain.relations else s)


def _sizes(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[Node]:
    """The lengths that sentences say of a 1 in bold."""
    for at, (n, _) in enumerate(gaps):
        name = value_alone(located[n]) if n >= 0 else None
        if not isinstance(name, Name) or name.base != "1" or name.font not in BOLD_FONTS or name.scripts:
            continue
        words = ""
        for (m, gap), (_, behind) in zip(gaps[at + 1 : at + 1 + NEARBY], gaps[at + 2 :], strict=False):
            words += gap
            if m < 0 or re.search(r"[.。]\s", gap) or denies("", gap) or weakens("", gap):
                break
            value = value_alone(located[m])
            if isinstance(value, Number) or value is None or letter_of(value) is None:
                continue
            if (SIZE.search(gap) or SIZED.match(behind)) and (ONES.search(words) or ONES.search(behind)):
                yield value
                break

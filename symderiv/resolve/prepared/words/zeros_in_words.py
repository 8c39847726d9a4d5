r"""An entry that words call zero, `where $\delta_{T+1}$ is zero`, `the state $h_0$ is zero`: `\delta_{T+1} = 0`.

Only entries that stand by number or beyond a size are told so: `if $x_i$ is zero` speaks of some of the data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ....document.blocks import Block
from ....latex.hedged import is_hedged
from ....latex.tree import Name, Node, Number, Terms
from ....pattern import lazily
from ...located import Located
from ..said_in_place import gaps_of, has_values, value_alone, with_equation

TAKEN = r"(?:defined|taken|set|assumed|understood|initiali[sz]ed|chosen|put|equal|considered)"
END = r"(?=\s*(?:[.,;:)]|\Z|\n|(?:and|so|for (?:all|every|each)|by)\b))"
ZERO = lazily(
    r"\s*(?:(?:is|are|was|be|being)\s+)?(?:(?:always|simply|also|then|by (?:definition|convention))\s+)?"
    rf"(?:{TAKEN}\s+(?:to be|as|to|equal to)?\s*)?(?:identically |the )?(?:zero|0)(?: vector| matrix)?{END}"
    r"|\s*(?:は|を|が)\s*(?:0|０|ゼロ|零)(?:ベクトル|行列)?\s*"
    r"(?:とする|とし[、，てま]|とおく|とおき|である|です|で(?:ある|す)|と定め)",
    re.I,
)
"""Words behind it that say so."""
CASE = lazily(r"\b(?:if|when|whenever|unless|provided|suppos\w+|once|until|as long as|whether)\b[^.;$]*\Z", re.I)
"""Words before it by which it is so in a case only."""


def with_zeros_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, entries that words call zero as equations that say so."""
    found = list(located)
    gaps = gaps_of(found, blocks) if has_values(found) else []
    for (number, before), (_, behind) in pairwise(gaps):
        if ZERO.match(behind) is None or is_hedged(before, behind):
            continue
        name = value_alone(found[number])
        entries = [e for s in name.scripts for e in s.entries] if isinstance(name, Name) else []
        told = any(map(is_beyond, entries)) or (CASE.search(before) is None and any(map(_is_number, entries)))
        if isinstance(name, Name) and told:
            found[number] = with_equation(found[number], name, Number("0", span=(name.span[1], name.span[1])))
    return found


def _is_number(entry: Node) -> bool:
    return isinstance(entry, Number)


def is_beyond(entry: Node) -> bool:
    """Is it one beyond a size, `T + 1`?"""
    letters = [x.body for x in entry.terms if isinstance(x.body, Name)] if isinstance(entry, Terms) else []
    return len(letters) == 1 and letters[0].base.isupper()

r"""Numbers that sentences leave to the reader: `the baseline $B_t$ can be any scalar`, `$c$ is an arbitrary constant`.

No definition has them, so that they are no data of the network; but a line with them is claimed whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..document.blocks import Block
from ..latex.hedged import is_hedged
from ..latex.tree import Name
from .located import Located
from .prepared.said_in_place import gaps_of, value_alone
from .prepared.words.zeros_in_words import CASE
from .shape import shape_of

_NUMBER = (
    r"(?:scalars?|(?:real )?numbers?|constants?|values?|reals?|Zahl\w*|Konstante\w*|Skalar\w*|nombres?"
    r"|constantes?|réels?|escalar\w*|числ\w+|констант\w+|定数|実数|スカラー|数|常数|实数|标量)"
)
ANY = re.compile(
    r"\s*,?\s*(?:(?:can|may|could) be (?:chosen (?:as|to be) )?|(?:is|are|being|denotes?)\s+)"
    rf"(?:any|an arbitrary|some arbitrary|arbitrary)\s+(?:(?:fixed|real|given) )*{_NUMBER}"
    rf"|\s*,?\s*(?:ist|sei|sind)\s+(?:eine? )?beliebige?[rns]?\s+{_NUMBER}"
    rf"|\s*,?\s*(?:est|soit)\s+une?\s+{_NUMBER}\s+(?:arbitraire|quelconque)"
    rf"|\s*,?\s*es\s+una?\s+{_NUMBER}\s+(?:arbitrari[oa]|cualquiera)"
    rf"|\s*(?:—|–|-)?\s*(?:произвольн\w+|любое)\s+{_NUMBER}"
    rf"|\s*は\s*任意の\s*{_NUMBER}|\s*(?:是|为|為)\s*任意\s*(?:的)?{_NUMBER}",
    re.I,
)
"""Words behind such a number."""
SMALL = re.compile(
    r"[^.;:$]{0,40}\b(?:between|positive|negative|non-?zero|greater|less|small|large|close to|such that|with)\b", re.I
)
"""Words behind by which it is not any number."""


def arbitrary_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> frozenset[str]:
    """The letters of such numbers."""
    return frozenset(_found(located, gaps_of(located, blocks)))


def _found(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[str]:
    for n in range(len(gaps) - 1):
        name = value_alone(located[gaps[n][0]])
        shape = shape_of(name) if isinstance(name, Name) else None
        before, behind = gaps[n][1], gaps[n + 1][1]
        said = ANY.match(behind)
        if shape is None or said is None or SMALL.match(behind[said.end() :]) is not None:
            continue
        if CASE.search(before) is None and not is_hedged(before, ""):
            yield shape.base

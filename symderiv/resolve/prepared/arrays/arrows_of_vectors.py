r"""Names with and without an arrow on a page that says that the arrow tells no names apart: `an arrow only marks a
column vector`, `arrows are omitted`.

Without such words `a` beside `\vec{a}` may be its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ....latex.tree import Name, Node
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import any_of, some
from ...located import Located, with_statements
from .wholes_in_bold import ARROW, without_bold

_DROPPED = r"(?:omitted|dropped|suppressed|left (?:off|out|away)|optional)"
SAID = lazily(
    r"\b(?:an?|the|these|those)?\s*(?:vector )?arrows? (?:(?:above|over|on) (?:an?|the) (?:letter|name|symbol) )?"
    r"(?:only|just|merely|simply) (?:marks?|denotes?|indicates?|shows?|tells?|says?|means?|emphasi[sz]es?)\b"
    r"[^.;:,()]*\bvectors?\b(?=\s*(?:[.;:,()]|\Z))"
    rf"|\b(?:the |all )?(?:vector )?arrows (?:are|will be) (?:(?:often|sometimes|usually|mostly) )?{_DROPPED}"
    r"(?=\s*(?:[.;,()]|\Z))"
    r"|\bwe (?:(?:will|often|sometimes|usually|mostly) )?(?:omit|drop|suppress|leave (?:off|out|away)) (?:the |all )?"
    r"(?:vector )?arrows(?=\s*(?:[.;,()]|\Z))",
    re.I,
)
"""Words by which a letter means the same with an arrow and without."""


@some(Name)
def _has_arrow(x: Name) -> bool:
    return ARROW in x.accents


def with_arrows_left_off(located: Sequence[Located], words: str) -> list[Located]:
    r"""The formulas of a document, of which `words` are all those beside them, without such arrows.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex import tree as t
    >>> page = read_formulas(parse_document(r"$$ \vec{z}^l = w^l a^{l-1} $$"))
    >>> said = ("An arrow only marks a column vector.", "An arrow marks a unit vector.")
    >>> [[x.accents for _, f in with_arrows_left_off(page, words) for x in t.of_kind(f, Name)][0] for words in said]
    [(), ('vec',)]
    """
    if not any_of(located, _has_arrow) or SAID.search(" ".join(words.split())) is None:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or ARROW not in x.accents:
            return None
        bare: Node = rebuilt(without_bold(x), change)
        return bare

    return with_statements(located, lambda s: rebuilt(s, change))

r"""Sentences by which all vectors that stand side by side are multiplied by entries."""

from __future__ import annotations

import re

from ...latex import sentences
from ...latex.denials import denies
from ...latex.hedged import is_hedged
from ...pattern import lazily

BY_ENTRIES = (
    r"(?:element|entry|component|coordinate|point)[- ]?wise|Hadamard|Schur"
    r"|要素(?:ごと|毎|積|単位)|成分(?:ごと|毎|単位)|アダマール|逐元素|按元素|逐分量"
)
BY_ENTRIES_ABROAD = (
    r"(?:element|komponenten|eintrags?)weise|(?:élément|terme|composante|coefficient)\s+(?:par|à)\s+(?:élément|terme"
    r"|composante|coefficient)|(?:elemento|componente|entrada)\s+(?:a|por|per)\s+(?:elemento|componente|entrada)"
    r"|поэлементн\w+|покомпонентн\w+|(?:요소|원소|성분)(?:별|마다|\s*단위)|엘리먼트\s*와이즈"
)
"""The same in further languages."""
_VECTORS = r"(?:column\s+)?(?:vectors|arrays|columns)"
_TAKEN = (
    r"(?:(?:are|is|be|means?|denotes?|stands?\s+for)\s+)(?:(?:always|all|here|then|to\s+be|taken|meant|understood|read"
    r"|multiplied|the|their|an?|as)\s+)*"
)
TOLD = lazily(
    rf"\b{_VECTORS}\s+(?:(?:that|which)\s+(?:are|stand)\s+)?(?:(?:written|standing|placed|typed|set)\s+)?"
    r"(?:side\s+by\s+side|next\s+to\s+(?:each\s+other|one\s+another)|beside\s+(?:each\s+other|one\s+another)|juxtaposed)\s+"
    rf"{_TAKEN}(?:{BY_ENTRIES})"
    rf"|\b(?:juxtapositions?|(?:all\s+)?(?:products?|multiplications?))\s+(?:of|between)\s+(?:two\s+|any\s+two\s+)?{_VECTORS}\s+"
    rf"{_TAKEN}(?:{BY_ENTRIES})"
    rf"|ベクトル(?:どうし|同士)の(?:積|掛け算)は(?:すべて)?(?:{BY_ENTRIES})",
    re.I,
)
"""Words that say so."""


def tells(words: str) -> bool:
    """Does a sentence say so, of all vectors?"""
    for found in TOLD.finditer(words):
        before, behind = sentences.last(words[: found.start()]), sentences.first(words[found.end() :])
        if not (denies(before, behind) or is_hedged(before, behind)):
            return True
    return False

r"""Errors that words call zero at the step behind the last one: `All the deltas at time $T+1$ are zero`.

No network has such entries, so derivatives, and names for them, are 0 beyond their range (`resolve.beyond`). Values
have no entries there, whatever is said of all that has that index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..document.blocks import Display
from ..latex.hedged import is_hedged

_ERRORS = (
    r"(?:deltas?|errors?(?:[\s-]+(?:signals?|terms?|vectors?))?|(?:partial\s+)?derivatives?|gradients?|adjoints?"
    r"|sensitivit(?:y|ies)|\$\\delta\$(?:['’\s-]*s)?(?:[\s-]+terms?)?)"
)
BEFORE = re.compile(
    rf"(?:\b(?:all|the|both|every|any|these|our|that|and|where|with)\s+(?:(?:the|of|these|other|such)\s+)*{_ERRORS}"
    r"|\b(?:everything|anything|all(?:\s+that\s+(?:has|carries))?)(?:\s+(?:else|here))?"
    rf"|(?:\A|[.;:(\n])\s*{_ERRORS})\s+"
    r"(?:at|with|for|in|of|from|beyond)\s+(?:(?:the|an?|any)\s+)?"
    r"(?:(?:time[\s-]*steps?|time[\s-]*ind(?:ex|ices)|times?|steps?|superscripts?|subscripts?|ind(?:ex|ices)|frames?|layers?)\s+)?\Z"
    r"|(?:時刻|ステップ|添字)\s*\Z",
    re.I,
)
"""Words before the step: what is zero, and that it is at that step;"""
STEP = re.compile(r"(?:[a-z]\s*=\s*)?[A-Z]\s*\+\s*1")
"""the step;"""
BEHIND = re.compile(
    r"\s*,?\s*(?:(?:are|is)\s+(?:all\s+|then\s+|always\s+|by\s+(?:definition|convention)\s+)*"
    r"(?:(?:defined|taken|set|assumed|understood|initiali[sz]ed|put|equal)\s+(?:to\s+be|as|to|equal\s+to)?\s*)?"
    r"(?:identically\s+)?(?:zero|\$?\s*(?:0|\\mathbf\s*\{?0\}?)\s*\$?)|vanish(?:es)?)(?:\s+vectors?)?\s*(?=[.,;:)]|\Z|\n|and\b|so\b)"
    r"|\s*(?:における|での|の)\s*(?:すべての|全ての)?\s*(?:誤差|勾配|微分|デルタ|\$\\delta\$)(?:項)?\s*は\s*(?:すべて|全て)?\s*"
    r"\$?\s*(?:0|０|ゼロ|零)\s*\$?\s*(?:とする|とおく|である|です)",
    re.I,
)
"""and words behind it."""
CASE = re.compile(r"\b(?:if|when|whenever|unless|provided|suppos\w+|once|until|whether|not|never|would|were)\b", re.I)
"""Words in front by which it is so in a case only."""


def errors_end(displays: Iterable[Display]) -> bool:
    """Do words call all errors zero at the step behind the last one?"""
    return any(_says_so(d) for d in displays if d.inline and STEP.fullmatch(d.latex.strip()))


def _says_so(d: Display) -> bool:
    led = BEFORE.search(d.before)
    if led is None or BEHIND.match(d.after) is None:
        return False
    sentence = re.split(r"[.;。](?=\s|\Z)", d.before)[-1]
    return CASE.search(sentence) is None and not is_hedged(d.before, d.after)

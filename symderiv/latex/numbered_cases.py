r"""Cases in which a sentence says that a name is a number: `$x_{ij}$ is 1 when $i = j$`, `$x_{ij}$ 当 $i=j$ 时为 1`.

Such a condition is one of what the sentence says; whether the display behind it is meant for it, too, is not clear.
"""

from __future__ import annotations

import re

from .joining import AND, ELSE, FOR
from .joining import IF as ONLY_IF

_NUMBER = r"\$?[-−]?\d[\d.]*(?![\d$]*[=<>])\$?|zero|one|unity|null|eins|zéro|un|cero|uno"
_IS = (
    r"(?:is|are|be|equals?|becomes?|takes|has|having|with|vaut|est|ist|es|vale|è)\s+"
    r"(?:equal to\s+|égale?s? à\s+|gleich\s+)?(?:(?:the\s+)?value\s+(?:of\s+)?)?"
)
_IF = rf"(?:{ONLY_IF}|{FOR}|where)"
BEFORE = re.compile(rf"\s*,?\s*(?:(?:which|that)\s+)?{_IS}(?:{_NUMBER})\s*,?\s*{_IF}\s*", re.I)
"""Words between a name and the case in which it is a number;"""
BETWEEN = re.compile(r"\s*(?:は|が|在|当|當)?\s*[、,，]?\s*")
BEHIND = re.compile(
    r"\s*(?:である|の)?(?:とき|時|时|場合|情况下)(?:は|に|には|のみ|だけ)*\s*[、,，]?\s*(?:取?值?为|取|是|等于|等於)?\s*"
    r"(?:\$?[-−]?\d[\d.]*\$?(?!\d)|ゼロ|零)(?!\s*\$)"
)
"""those between them, and behind the case, in languages in which the number stands last;"""
LED = re.compile(r"\s*(?:时|時|のとき|の時|の場合)?\s*(?:は|に|には)?\s*[、,，]\s*")
LED_IF = re.compile(rf"(?<![A-Za-zÀ-ÿ]){_IF}\s*\Z", re.I)
VALUE = re.compile(rf"\s*(?:{_IS}(?:{_NUMBER})\b|(?:は|が|取?值?为|取|是|等于|等於)\s*\$?[-−]?\d[\d.]*\$?)", re.I)
"""those before a case that leads, behind it, and behind the name."""

OTHERWISE = re.compile(
    rf"\s*[,;]?\s*(?:(?:or|{AND})\s+)?(?:(?:it\s+)?(?:{_IS}))?(?:(?:{_NUMBER})\s*,?\s*"
    rf"(?:{ELSE}|(?:elsewhere|ailleurs)\b)|{ELSE}\s*,?\s*(?:(?:it\s+)?(?:{_IS}))?(?:{_NUMBER}))"
    r"|\s*[、,，;；]?\s*(?:それ以外|その他|そうでな|否则|其他|其它|其余)",
    re.I,
)
"""Words behind it by which it is another number in all other cases."""


def is_of_a_number(mentioned: tuple[bool, bool], gaps: tuple[str, str, str]) -> bool:
    """Is a condition such a case? `mentioned`: whether a name alone stands before it, and behind it, in its paragraph;
    `gaps`: the text before the condition, behind it, and behind the formula that follows.

    >>> is_of_a_number((True, False), (" is 1 when ", ". Then", "")), is_of_a_number((True, False), (" when ", ":", ""))
    (True, False)
    >>> is_of_a_number((False, True), ("If ", ", ", " is equal to 1."))
    True
    """
    before, after, behind = gaps
    if mentioned[0] and (BEFORE.fullmatch(before) or (BETWEEN.fullmatch(before) and BEHIND.match(after))):
        return True
    led = LED_IF.search(before) is not None or after.lstrip()[:1] in tuple("时時の")
    return mentioned[1] and led and LED.fullmatch(after) is not None and VALUE.match(behind) is not None


def is_told_otherwise(behind: str) -> bool:
    """Does the text behind such a case go on with the number in all others?

    >>> [is_told_otherwise(x) for x in (" and 0 otherwise, where", ", else 0.", " 时为1，否则为0。", " and 0")]
    [True, True, True, False]
    """
    said = BEHIND.match(behind)
    return OTHERWISE.match(behind, said.end() if said is not None else 0) is not None

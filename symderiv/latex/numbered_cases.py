r"""Cases in which a sentence says that a name is a number: `$x_{ij}$ is 1 when $i = j$`, `$x_{ij}$ 当 $i=j$ 时为 1`.

Such a condition is one of what the sentence says; whether the display behind it is meant for it, too, is not clear.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .joining import AND, ELSE, FOR, IF_ABROAD
from .joining import IF as ONLY_IF

_NUMBER = r"\$?[-−]?\d[\d.]*(?![\d$]*[=<>])\$?|zero|one|unity|null|eins|zéro|un|cero|uno"
_IS = (
    r"(?:is|are|be|equals?|becomes?|takes|has|having|with|vaut|est|ist|es|vale|è)\s+"
    r"(?:equal to\s+|égale?s? à\s+|gleich\s+)?(?:(?:the\s+)?value\s+(?:of\s+)?)?"
)
_IF = rf"(?:{ONLY_IF}|{FOR}|where)"
BEFORE = lazily(rf"\s*,?\s*(?:(?:which|that)\s+)?{_IS}(?:{_NUMBER})\s*,?\s*{_IF}\s*", re.I)
"""Words between a name and the case in which it is a number;"""
BETWEEN = lazily(r"\s*(?:は|が|在|当|當)?\s*[、,，:：]?\s*(?:在|当|當)?\s*")
BEHIND = lazily(
    r"\s*(?:である|の)?(?:とき|時|时|場合|情[况況]下)(?:は|に|には|のみ|だけ)*\s*[、,，]?\s*(?:取?值?[为為]|取|是|等于|等於)?\s*"
    r"(?:\$?[-−]?\d[\d.]*\$?(?!\d)|ゼロ|零)(?!\s*\$)"
)
"""those between them, and behind the case, in languages in which the number stands last;"""
LED = lazily(r"\s*(?:时|時|のとき|の時|の場合)?\s*(?:は|に|には)?\s*[、,，]\s*")
LED_IF = lazily(rf"(?<![A-Za-zÀ-ÿ]){_IF}\s*\Z", re.I)
VALUE = lazily(
    rf"\s*(?:{_IS}(?:{_NUMBER})\b|(?:的值)?(?:は|が|取?值?[为為]|取|是|等于|等於)\s*\$?[-−]?\d[\d.]*\$?)", re.I
)
"""those before a case that leads, behind it, and behind the name."""

OTHERWISE = lazily(
    rf"\s*[,;]?\s*(?:(?:or|{AND})\s+)?(?:(?:it\s+)?(?:{_IS}))?(?:(?:{_NUMBER})\s*,?\s*"
    rf"(?:{ELSE}|(?:elsewhere|ailleurs)\b)|{ELSE}\s*,?\s*(?:(?:it\s+)?(?:{_IS}))?(?:{_NUMBER}))"
    r"|\s*[、,，;；]?\s*(?:それ以外|その他|そうでな|否[则則]|其他|其它|其余|其餘)",
    re.I,
)
"""Words behind it by which it is another number in all other cases."""

_VALUE = r"(?:[-−]?[01](?!\.?\d|[a-zA-Z/])|(?:one|zero|unity|eins|null|zéro|uno|cero|ноль|нулю|единице)\b)"
_THEN = (
    r"(?:的?(?:时候?|時|情况下?|情形下?)|である|の?(?:とき|時|場合)|なら(?:ば)?|(?:일|인|이)\s?(?:때|경우)|이면|이라면|için|ise)?"
    r"(?:에만|에는|는|は|には|に|のみ|だけ)*\s*[,、，]?\s*(?:其值|其|值|it\s+|this\s+|es\s+|ist\s+)?\s*"
    r"(?:取值为|取|值为|为|為|是|等于|等於|得|が|gleich|is|equals|becomes)?"
)
NUMBER_BEFORE = lazily(
    r"(?<!case\s)(?<!step\s)(?<!part\s)(?<!fall\s)(?<!caso\s)(?<!cas\s)(?<!schritt\s)(?<!scenario\s)(?<![\d.])"
    rf"(?<![^\W\d_]){_VALUE}\s*,?\s*(?:{_IF}|{IF_ABROAD}|for|für|bei|pour|para|per|для|dla|voor|cho)\s*\Z",
    re.I,
)
NUMBER_BEHIND = lazily(
    rf"\s*[,、，]?\s*{_THEN}\s*{_VALUE}|\s*(?:的?(?:时|時))?\s*[,，]?\s*(?:取值为|值为|为|為|是|等于)\s*\Z", re.I
)
NUMBER_ELSE = lazily(
    rf"[^.。;；]{{0,60}}?(?:(?:{ELSE}|elsewhere|sinon|sonst|altrimenti|caso contr[aá]rio|иначе|否则|否則"
    r"|それ以外|そうでな\w{1,4}|其他(?:情况)?|其它|아니면|아닌 경우|aksi halde|w przeciwnym razie|annars|ellers|anders)"
    rf"\W{{0,3}}(?:(?:it|is|are|es|ist|vaut|на|jest)\s+){{0,2}}(?:时|下|为|為|是|は|に|에는|는)*\s*{_VALUE}"
    rf"|(?<![^\W\d_]){_VALUE}\s*,?\s*(?:{ELSE}|elsewhere|sinon|sonst|altrimenti|иначе|anders|ellers|annars))",
    re.I,
)


def number_said(before: str, behind: str) -> str:
    """The number that the words around a condition say of it, which is no line below: `(1 if`, ` 时为 1`, ` .. else 0`.

    >>> number_said("(1 si ", ", 0 sinon)"), number_said("", " 时为 1，否则"), number_said("For ", " it is 1.")
    ('1 si', '时为 1', 'it is 1')
    >>> number_said("Case 1: if ", ", then"), number_said("For ", ", the first term is 0, so")
    ('', '')
    """
    found = NUMBER_BEFORE.search(before) or NUMBER_BEHIND.match(behind) or NUMBER_ELSE.match(behind)
    return found[0].strip() if found else ""


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

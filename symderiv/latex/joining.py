"""Words between two formulas, in the languages that pages are written in: `and`, `if`, `for`, `otherwise`."""

from __future__ import annotations

import re

from ..notation import CONDITION_WORDS, POSTPOSITIONS
from ..pattern import lazily

AND = "(?:and|und|et|y|e|и|och|en|と|および|及び|並びに|かつ|和|与|及|且|및|와|과|그리고)"
"""A pattern of that word alone. In running text the short ones mean other things: use it between two formulas only."""

IF_ABROAD = (
    r"(?:wenn|falls|sofern|si|lorsque|quand|cuando|se|quando|если|при|когда|nếu|khi|als|indien|wanneer"
    r"|jeśli|jeżeli|gdy|eğer|当且仅当|当|當|若|如果|假如)"
)
IF = rf"(?:(?:if and )?only if|if|iff|when(?:ever)?|{IF_ABROAD})"
"""Patterns of the words that make what stands behind them a condition, without those of English and with them;"""
FOR = r"(?:for|für|pour|para|per|для|với|voor|dla|för|对于|對於|对|對)"
"""of those that do so where it compares;"""
IN_CASE = r"(?:in case|bei|im Falle?|in caso|en (?:el )?caso|no caso|nel caso|caso|dans le cas|au cas où)"
"""of those that speak of a case;"""
WHEN = (
    r"(?:(?:である|の)?(?:とき|時|时|場合|场合|情况下|时候|的时候)|ならば?|であれば|(?:일|인)\s*(?:때|경우)|이면|이라면"
    r"|(?:ise|olduğunda|iken)\b)"
)
"""and of those that make what stands before them one."""

IF_IN_FRONT = r"(?:ならば?|[けげせてねべめれ]ば|(?<!たと)(?<!例)えば)"
"""A pattern of the ends of Japanese words in front of what is so then, `良ければ $y = 0$`, but for `例えば`."""

ELSE = (
    r"(?:(?:otherwise|else|in all other cases|sonst|andernfalls|ansonsten|sinon|autrement(?! dit)"
    r"|dans le cas contraire|en (?:otro caso|caso contrario)|de lo contrario|(?:in |em )?caso contr[aá]rio|senão"
    r"|altrimenti|иначе|в противном случае|в остальных случаях|ngược lại|nếu không|w przeciwnym (?:razie|wypadku)"
    r"|inaczej|ellers|annars|değilse|aksi (?:halde|takdirde))\b"
    r"|(?:それ以外|そうでない|そうでなけれ|その他)(?:ば|の)?(?:とき|時|場合)?(?:は|では|に)?"
    r"|否则|否則|其(?:余|餘|他|它)(?:情况|情形)?(?:下|均)?|아니면|그렇지 않으면|그 외(?:에는)?)"
)
"""A pattern of the words for all other cases."""

OVER_ALL = frozenset(
    {"all", "over all", "over", "for all", "for every", "for each", "each", "every", "any", "over every", "over each"}
    | {"alle", "über alle", "für alle", "tous les", "toutes les", "todos los", "todas las", "tutti i", "todos os"}
)
"""Words below a sum before a letter that runs over all that it can be."""

FROM = frozenset(["from", "von", "de", "desde", "da", "от"])
UP_TO = frozenset(["to", "up to", "until", "through", "bis", "à", "hasta", "a", "até", "fino a", "до"])
"""Words below a sum before its beginning, and between that and its end."""

_PREPOSED = lazily(rf"\b(?:{IF_ABROAD}|{FOR}|{IN_CASE})\b|(?:若|如果|假如|当|當|对于?|對於?)\s*(?:\$|\Z)", re.I)
_WORD = lazily(r"\w+")


def makes_a_condition(words: str) -> bool:
    r"""Do words of `\text{..}` make a condition of what is compared beside them?

    >>> [makes_a_condition(x) for x in ("if ", "falls $i = j$", "若 ", "で、", "のとき", "当前的 ")]
    [True, True, True, False, True, False]
    """
    said = frozenset(_WORD.findall(words.lower()))
    if not CONDITION_WORDS.isdisjoint(said) or _PREPOSED.search(words) is not None:
        return True
    return any(w in words for w in (*POSTPOSITIONS, *CONDITION_WORDS) if not w.isascii())

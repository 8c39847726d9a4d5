r"""A clause that says of a case what depends on what: `For $k = j$, both $o_i$ and $w_{ki}$ depend on $w_{ji}$`.

So derivations explain which term of a product rule stays. It is a condition of what is displayed below, as nothing else
is said but names and what they depend on.
"""

from __future__ import annotations

import re

from .clauses import FORMULA

_F = re.escape(FORMULA)


def _names(joined: str, between: str = r"[\s,]*") -> str:
    """Some names, with words that join them."""
    return rf"{_F}(?:{between}(?:(?:{joined})\s*)?{_F})*"


_ENGLISH = (
    rf"[\s,]*(?:then\s+)?(?:both\s+|only\s+|neither\s+|none\s+of\s+)?{_names('and|nor|or')}\s*(?:all\s+|both\s+|also\s+)?"
    rf"(?:depends?|do\s+not\s+depend|does\s+not\s+depend)\s+on\s+{_F}"
)
_JAPANESE = (
    r"\s*(?:のとき|の時|の場合|ならば?|では)(?:に)?(?:は)?[、，,\s]*"
    rf"{_names('も|と|が|は|および|や', r'[ 　、，,]*')}\s*(?:のみが|だけが|も|が|は)?\s*(?:(?:{_F}\s*)?に(?:は)?)?"
    r"\s*(?:依存(?:する|しない|します|しません)?|非依存)"
)
_CHINESE = (
    rf"\s*(?:时|時)?[，,、\s]*(?:只有|仅)?\s*{_names('和|与|及', r'[ 、，,]*')}"
    rf"\s*(?:都|均|也)?(?:不)?(?:依赖|依賴)(?:于|於)?\s*{_F}"
)
_END = r"[\s.,:。、，：]*"
_SAID = f"(?:{'|'.join((_ENGLISH, _JAPANESE, _CHINESE))})"
_NEXT = rf"(?:(?:for|if|when|当|若)\s+)?{_F}"
_LEADS = re.compile(r"[\s↑]*(?:(?:and\s+)?(?:for|if|when)\s+|[当當若]\s*|如果\s*|もし\s*|また[、，]?\s*)?", re.I)
"""All that may stand in front of the condition."""
SAYS = re.compile(rf"(?:{_SAID}{_END}{_NEXT})?{_SAID}{_END}", re.I)


def says_what_depends(head: str, until: str) -> bool:
    """Does nothing else stand around a condition above a display, in front of it and up to there? Formulas are `$`.

    >>> says_what_depends("For ", ", both $ and $ depend on $"), says_what_depends("", " のとき $ のみが $ に依存")
    (True, True)
    >>> says_what_depends("If ", ", only $ depends on $, which was easy"), says_what_depends("For ", " we get")
    (False, False)
    """
    return FORMULA in until and _LEADS.fullmatch(head) is not None and SAYS.fullmatch(until) is not None

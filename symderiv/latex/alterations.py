r"""Words right beside an equation that make another one of it: `$E = ..$ plus weight decay`, `twice $E = ..$`.

Where they stand beside the definition of a name, the name is not what the formula says; beside a claim, the claim is
not the formula's. They are tied to the formula: what a sentence does with the formula later (`.., multiplied by $\eta$
it gives ..`) changes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..pattern import lazily
from .altered_abroad import averages_abroad, scales_abroad, sums_abroad

OPENING = r"[\s,、;(（\[*_–—-]*(?-i:(?![A-Z]))(?:(?:and|then|but|all|all this|this|everything|which is|is)\s+)*"
SUMMED = lazily(rf"(?!\s*\n[ \t]*\n){OPENING}(?:summed|averaged|added up)\b", re.I)
"""Sums said in words,"""
AVERAGED = lazily(rf"(?!\s*\n[ \t]*\n){OPENING}averaged\b", re.I)
"""and means."""
GOES_ON = lazily(
    rf"(?!\s*\n[ \t]*\n){OPENING}(?:"
    r"(?:plus|minus|times)\b(?! (?:rule|signs?)\b)"
    r"|(?:divided|multiplied|scaled|subtracted|increased|decreased) (?:by|with|from)\b"
    r"|(?:squared|cubed|doubled|halved|negated|inverted|rounded|clipped|truncated|normali[sz]ed|standardi[sz]ed)"
    r"\s*(?:[.,;:)!]|\Z)"
    r"|with (?:the )?(?:opposite|other|reversed?|flipped|wrong) sign\b"
    r"|(?:we )?(?:then )?(?:multiply|divide) by \$?\d"
    r"|by the (?:\w+ ){1,3}(?:rule|law|formula)?,? (?:times|plus|minus|divided by) \$?\d"
    r"|(?:we )?(?:then )?(?:add|subtract) (?!both|these|the two|up\b|them))"
    r"|[ \t]*[(（]?[ \t]*(?:[+±∓×÷][ \t]*[\w$\\]|/[ \t]*(?:\d|[A-Za-z](?![A-Za-z]))|x[ \t]+\d)"
    r"|[ \t]*<su[pb]>"
    r"|[\s、，,]*(?:の\s*(?:\$?\d+\$?\s*倍|半分|符号)|に[^。]{0,30}?を(?:足|加|掛け|乗じ)[^。]{0,3}(?:もの|値|である|とな)"
    r"|(?:の符号)?を(?:反転|[2-9二三]\s*倍|半分に|[2-9二三]\s*乗)(?:し(?:た|て)))",
    re.I,
)
"""How words behind a formula add to it, multiply it, or turn its sign."""
CONCLUDING = lazily(r"[^.;。]{0,80}\b(?:gives?|yields?|becomes?|leads?|results?|equals?)\b", re.I)
"""Something new is made of the formula, which is left as it is."""
SCALED = lazily(
    r"\b(?:times|(?:third|quarter|tenth) of|one plus|proportional to|the (?:square(?: root)?|log(?:arithm)?) of)\s*\Z"
    r"|\bwrong \w+\s*[:：]\s*\Z",
    re.I,
)
"""The same before a definition."""
MULTIPLE = lazily(
    r"(?:(?:\A|[.\n]\s*|\b(?:is|are|gets?|obtains?|finds?|ha(?:ve|s)|equals?|be|becomes?|uses?|minimi[sz]e|exactly|just)\s+)"
    r"(?:twice|thrice|half(?: of)?|double|triple|minus|(?:the |its )?(?:negative|opposite|inverse|reciprocal) of)\s*"
    r"|[½¼⅓²]\s*|\d\s*[·×*]\s*|[ΣΠ∑∏√]\s*)\Z",
    re.I,
)
"""How words before a formula multiply it."""
ADDED = lazily(
    rf"(?!\s*\n[ \t]*\n){OPENING}(?:together with|to which\b"
    r"|up to (?:an?|the|some) (?:additive |multiplicative |positive )?(?:constants?|factors?|sign|scal\w+|terms?)\b"
    r"(?!,? (?:this|it|that|which) (?:is|equals)))"
    r"|[\s、，,]*(?:に[^。]{0,40}?を(?:足|加)|に[^。]{0,12}(?:項|正則化|罰則|ペナルティ)(?![^。]{0,16}(?:な[いくし]|含め(?:ない|ず)|加えな))"
    r"|の\s*[二三四2-9]\s*[倍乗]|の(?:平方根|対数|定数倍)|と[^。]{0,10}(?:項|ペナルティ)の和|を\s*\$?\d+\$?\s*で割った|とは(?:別|異な)|ではない|でない)",
    re.I,
)
"""The same behind a definition, of which it does not matter what for."""
NOT_USED = lazily(
    r"(?:\b(?:not|never|no longer|used to be|forget|tempting to|instead of|rather than|other than|different from"
    r"|unlike)|n[’']t)\s+"
    r"(?:(?:to|use|using|minimi[sz]e|minimi[sz]ing|consider|take|assume|define|mean|want|work with|simply|just|the"
    r"|error|loss|cost|function)\s+)*\Z",
    re.I,
)
"""Words before a definition by which it is not the one in use."""


@lru_cache(maxsize=256)
def goes_on(before: str, behind: str, adds_up: bool = False) -> bool:
    """Do words multiply or add to the formula between them? One that `adds_up` itself may be said to be a sum.

    >>> goes_on("", " plus weight decay"), goes_on("is twice ", "."), goes_on("", ", multiplied by 2 it gives 3")
    (True, True, False)
    >>> goes_on("", " summed over n"), goes_on("", " summed over n", adds_up=True), goes_on("so ", ", and we are done")
    (True, False, False)
    """
    if MULTIPLE.search(before):
        return True
    found = GOES_ON.match(behind) or (None if adds_up else SUMMED.match(behind))
    if found is not None and CONCLUDING.match(behind) is None:
        return True
    return scales_abroad(behind) or (not adds_up and (sums_abroad(behind) or averages_abroad(behind)))


@lru_cache(maxsize=256)
def averages(behind: str) -> bool:
    """Do words right behind a formula say that it is averaged?

    >>> averages(" averaged over n."), averages(" gemittelt über alle n."), averages(" averaged over n gives the mean")
    (True, True, False)
    """
    return averages_abroad(behind) or (AVERAGED.match(behind) is not None and CONCLUDING.match(behind) is None)


@lru_cache(maxsize=256)
def is_another(before: str, behind: str, adds_up: bool = False) -> bool:
    """Do the words around a definition say that what is defined is another, or that it is not in use?

    >>> is_another("We do not use ", "."), is_another("", " together with a penalty"), is_another("We use ", ".")
    (True, True, False)
    """
    if SCALED.search(before):
        return True
    return goes_on(before, behind, adds_up) or bool(ADDED.match(behind) or NOT_USED.search(before))

r"""Words beside an equation by which its author does not claim it: denied, asked, doubted, weakened, said of no index.

Two degrees: what is denied (`Wrong: $a = b$`, `$a = b$ is a fallacy`) is not claimed at all; what is
only weakened (`perhaps $a = b$`, `$a = b$ up to sign`, `$a = b$ for no $i$`) may still define a name, but is no line
that could be right. Every pattern is tied to the formula, behind it or before it, so that words further away
(`this is not zero: $a = b$`) say nothing of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..pattern import lazily
from .altered_abroad import denies_abroad, weakens_abroad

_FAULT = (
    r"(?:mistakes?|fallac(?:y|ies)|lies?|nonsense|pitfalls?|misconceptions?|blunders?|absurd"
    r"|impossible|contradictory|wrong|false|incorrect|untrue|invalid|bogus|erroneous|mistaken)"
)
_ALONE = r"(?:wrong|false|incorrect|untrue|invalid|mistake|fallacy|nonsense|impossible|bogus|no|nope|not so|not|ng)"
_OFTEN = r"(?:common|typical|frequent|usual|classic|easy|popular|famous|naive|serious|plain|obvious|simply|just)"
_OTHER_TONGUES = (
    r"(?:falsch|unwahr|inkorrekt|faux|fausse|incorrecte|falso|falsa|errato|errata|incorrecto|incorrecta|errado)"
)
_MARKS = "[✗✘❌❎⛔☒]|🚫"

_BEFORE = (
    # it cannot be that ..; we do not get ..
    r"\b(?:(?:do|does|did|can|could|would|should|must|will|is|was|are) not|(?:do|does|did|ca|could|would|should"
    r"|is|was"
    r"|are|wo)n[’']t|cannot|never)\s+(?:\w+\s+){0,2}?(?:ha(?:ve|s)|gets?|obtain|find|be|hold|mean|follow|imply|say|write"
    r"|conclude|claim|give|yield|equal)(?:\s+that)?[\s,:]*\Z",
    r"\b(?:impossible|absurd|nonsense|untrue|unlikely|inconceivable)(?:\s+(?:that|to|write|have|say|claim"
    r"|is))*[\s,:]*\Z",
    r"(?<!\bno )(?<!\bwithout )(?<!\blittle )\b(?:doubt(?:ful)?|rule out|disprove|refute)(?: that| whether)?[\s,:]*\Z",
    r"\b(?:tempting|wrong|incorrect|mistaken|mistake|an error|naive|careless) to (?:\w+ )?(?:write|say|think|claim"
    r"|conclude|assume|use|set|put)(?: that)?[\s,:]*\Z",
    r"\b(?:students?|beginners?) (?!(?:should|must|can|may|have to)\b)(?:\w+ )?(?:write|claim|say|get|obtain)"
    r"(?: that)?[\s,:]*\Z",
    r"\b(?:instead of|rather than|contrary to|as opposed to|by no means|far from|in no way|neither|nor|never"
    r"|hardly)\b"
    r"[\s,:]*(?:(?:that|writing|having|saying)\s*)?\Z",
    rf"\b(?:{_OFTEN}\s+)+(?:{_FAULT}|errors?|slips?|bugs?)\s*(?:(?:is|would be"
    rf"|here is)\s*(?:to \w+\s*)?)?[:：,]?\s*\Z",
    rf"(?:\A|[\s(*_>|])(?:wrong|incorrect|false|mistake|fallacy|nonsense|not|{_OTHER_TONGUES}|nicht"
    rf"|non)[*_]*\s*[:：][\s*_]*\Z",
    rf"(?:\A|[\s(*_>|])(?:{_MARKS}|[≠¬]|NG\s*[:：])[\s:：]*\Z",
    r"(?:\A|[\s(（「【*_>|])(?:誤り?|間違い|誤答|まちがい|ミス|誤った式|間違った式|偽|よくある(?:間違い|誤り|ミス)(?:は|として)?)"
    r"[)）」】*_]*\s*[:：、]?\s*\Z",
    r"\b(?:you|one|we|students?|people|many|some)\s+(?:\w+\s+)?(?:think|guess|believe|be tempted to \w+"
    r"|are tempted to \w+"
    r"|is tempted to \w+)(?:\s+that)?[\s,:]*\Z",
    r"\b(?:nobody|no one|none of (?:us|them|you))\b[^.;:$]{0,40}\Z",
    r"\bfor (?:the sake of )?(?:a )?contradiction\b(?:\s+that)?[\s,:]*\Z",
    r"\bis (?:it )?(?:really )?(?:true|so|correct|the case|right) that[\s,:]*\Z",
)
_BEHIND = (
    rf"(?!\s*\n[ \t]*\n)[\s.,;:(|*_→<←-]*(?:(?:but|and|which|this|that|it|all this|the (?:above|line|equation"
    rf"|formula|result))\s+)*"
    r"(?:is|are|was|were|would be|must be|seems|looks)\s+"
    rf"(?:(?:of course|clearly|obviously|simply|also|plainly|just|quite|rarely|seldom|never|hardly|a|an|the"
    rf"|{_OFTEN})\s+)*"
    rf"(?:{_FAULT}|(?<=common )errors?|(?<=typical )errors?|(?<=rarely )true|(?<=seldom )true|(?<=never )true"
    rf"|(?<=hardly )true|to be (?:refuted|disproved|rejected))\b"
    r"(?! (?:to|that|term|signal|function|vector|of|in|at|for|rate|bound)\b)",
    r"(?!\s*\n[ \t]*\n)(?![ \t.;,]*(?:\n[ \t]*[-*+]\s|\.?\s*[*_]+(?:no|not|wrong|false)[*_]+[ :]))"
    rf"[\s.,;:(|*_→<←–—-]*(?:{_ALONE}|{_OTHER_TONGUES})\s*(?:[!)|*_]|\.\s|\Z|\n)(?<!\n\n)",
    rf"[ \t.,;:(|]*(?:{_MARKS})",
    rf"(?!\s*\n[ \t]*\n)\s*(?:ist|est|es|è|é|sind|sont)\s+(?:\w+\s+)?{_OTHER_TONGUES}\b",
    r"(?!\s*\n[ \t]*\n)\s*(?:contradicts|violates|cannot (?:be|hold)|can[’']t (?:be|hold)|never holds?"
    r"|no longer holds?|(?:is|are) no longer (?:true|right|correct|valid)|(?:is|are) (?:refuted|disproved)"
    r"|holds? (?:nowhere|never"
    r"|for no)|makes no sense|has no meaning)\b",
    r"[\s、,，（(]*(?:だろうか|でしょうか)",
    r"(?!\s*\n[ \t]*\n)\s*,?\s*which (?:is too (?:large|small|big)"
    r"|(?:misses|lacks|forgets|ignores|drops) (?:an?|the)\b)",
    r"[\s、,，（(]*(?:と(?:する|書く|なる|思う|考える)?(?:の)?(?:は|こそ)?(?:(?:誤り|間違い|まちがい)(?!率)|限らな|なら(?:ない|な[くい]|ず|ぬ|ませ)"
    r"|は(?:限らな|(?:なら(?:な|ず|ぬ)|なりませ)|いえな|言えな|異な|等しくな)|等しくな|異な)|には?(?:なら(?:な|ず|ぬ)|なりませ)"
    r"|(?:で|では)(?:ない|なく|ありませ)|(?:は|も|が)?(?:誤り|間違い|まちがい|偽である|不正解)(?!率)"
    r"|[（(]?[×✕✖]|は(?:成り立ちませ|成立しませ|正しくありませ))",
)
_ASKED = lazily(
    r"(?!\s*\n[ \t]*\n)[ \t]*[)）]?[ \t]*(?:[?？]|[.,;]?\s*(?:question:\s*)?is (?:it|this|that) (?:really )?(?:true|so"
    r"|right|correct)\s*[?？])",
    re.I,
)
_WH = lazily(r"\b(?:why|how|what|where|when|which|who)\b|なぜ|どうして|いつ|どの", re.I)
BEFORE = tuple(lazily(p, re.I) for p in _BEFORE)
BEHIND = tuple(lazily(p, re.I) for p in _BEHIND)


@lru_cache(maxsize=256)
def denies(before: str, behind: str) -> bool:
    """Do the words right before or behind an equation say that it does not hold, or only ask whether it does?

    >>> denies("A common error:", ""), denies("", " is a fallacy."), denies("", "?"), denies("誤:", "")
    (True, True, True, True)
    >>> denies("The error:", ""), denies("This is not zero:", ""), denies("", " is the error."), denies("Why is", "?")
    (False, False, False, False)
    """
    found = any(p.search(before) for p in BEFORE) or any(p.match(behind) for p in BEHIND)
    if found or FURTHER_DOWN.match(behind) or denies_abroad(before, behind):
        return True
    return _ASKED.match(behind) is not None and _WH.search(before) is None


_LINE = (
    r"(?:lines?|equations?|formulas?|formulae|expressions?|identit(?:y|ies)|results?|claims?"
    r"|statements?|steps?|gradients?)"
)
_IN_A_CASE = r"(?![\w-])(?!\s+(?:for|if|when|at|unless|where|without|any ?more|any longer|near)\b)"
_NOT_SO = (
    r"(?:(?:is|are|was|were)\s+(?:(?:of course|clearly|obviously|simply|also|plainly|just|actually|however|a|an)\s+)*"
    r"(?:not\s+(?:(?:quite|really|at all|even)\s+)*(?:true|correct|right|valid|so(?=\s*[.,;!])|the case|what we want)"
    rf"{_IN_A_CASE}|{_FAULT}\b)"
    rf"|(?:(?:does|do|did)(?: not|n[’']t) (?:hold|follow)|fails?(?! to)){_IN_A_CASE}"
    r"|(?:contains?|has|have|had) an? (?:error|mistake|slip|bug)\b(?! (?:term|signal)))"
)
FURTHER_DOWN = lazily(
    rf"\s*(?:(?:unfortunately|however|but|note that|of course|actually|in fact|beware|caution|warning|careful"
    rf"|attention)[\s,:!]*)*(?:this|that|(?:the|this|that|our)\s+(?:(?:above|previous|preceding|last|foregoing)\s+)?{_LINE}(?:\s+above)?)"
    rf"\s+{_NOT_SO}"
    r"|\s*(?:but|however|unfortunately|alas)[\s,]+(?:this|that|it)\s+(?:forgets|forgot|misses|lacks|drops|omits)\b"
    r"|\s*(?:no,?\s+)?(?:this|that|it)(?:[’']s| is)\s+(?:not (?:right|correct|true)|wrong|false|incorrect)\b"
    r"(?! (?:to|that))"
    r"|\s*(?:this|that) can(?:not|[’']t) be (?:right|correct|true)\b|\s*,?\s*(?:but )?the sign is wrong\b"
    r"|\s*(?:but |however,? |so )?this is (?:twice|half|minus|the negative of|double) (?:what|the right|the correct)\b"
    r"|\s*(?:(?:しかし|ただし|実は)[、,]?)?(?:上の|上記の|前の|直前の|この)(?:式|等式|行|結果|関係)は(?:誤り|間違い|まちがい|正しくな"
    r"|成り立たな|成立しな|偽)",
    re.I,
)
"""How a paragraph begins that denies the equation above it: `The line above is wrong.`"""
BY_NUMBER = lazily(
    r"(?:\b(?:lines?|equations?|eqs?\.?|eqns?\.?|formulas?|relations?|identit(?:y|ies))[\s~]*)?"
    rf"(?:\((?P<number>[\w.*'-]{{1,12}})\)|\\(?:eq)?ref\s*\{{(?P<label>[^{{}}]*)\}})\s+{_NOT_SO}"
    r"|(?:式|等式)\s*(?:\((?P<also>[\w.*'-]{1,12})\)|（(?P<wide>[\w.*'-]{1,12})）)\s*は(?:誤り|間違い|正しくな|成り立たな|成立しな|偽)",
    re.I,
)
"""A sentence that denies an equation by its number."""


def denied_by_number(text: str) -> set[str]:
    r"""The numbers, and the labels, of the equations of which a text says that they do not hold.

    >>> sorted(denied_by_number(r"Equation (3) is wrong, but (4) is right. \eqref{eq:a} does not hold."))
    ['3', 'eq:a']
    """
    return {name for m in BY_NUMBER.finditer(text) for name in m.groups() if name}


_FEW = (
    r"(?:no|none of|hardly any|few|almost (?:all|every|any|no)|nearly (?:all|every|any)|at most|at least one"
    r"|exactly one"
    r"|some|most|many|infinitely many|not all|not every|not each|not any)"
)
FEW = lazily(rf"\bfor {_FEW}\s*\Z", re.I)
"""Words before an index."""
_CONSTANTS = r"(?:constants?|factors?|signs?|scal\w+|prefactors?|terms?|coefficients?|normali[sz]ation)"
ALTERNATIVES = (
    r"(?:or (?:its|the|a) (?:negative|opposite|reverse|reciprocal|inverse|transpose|multiple)\b"
    r"|or minus (?:that|this|it)\b|or vice versa\b|or the other way\b|give or take\b|or something\b"
    r"|signs? (?:reversed|flipped|changed)\b)"
)
"""Words that leave a choice."""
WEAK_BEFORE = lazily(
    r"\b(?:perhaps|maybe|possibly|presumably|conceivably|approximately|roughly|sometimes|rarely|not always)\b[\s,:]*"
    r"(?:(?:we|one) (?:have|has|gets?|finds?)\s*)?\Z"
    rf"|\b(?:up to|modulo|ignoring|neglecting|dropping|omitting|disregarding|apart from"
    rf"|except for)\s+(?:\w+\s+){{0,3}}?{_CONSTANTS}"
    r"\s*[,:]?\s*(?:(?:we|one) (?:have|has|gets?|finds?)\s*)?\Z"
    r"|(?:\A|[.\n]\s*)(?:twice|thrice|half|double|minus|plus|the (?:negative|inverse) of)[\s,:]*\Z"
    rf"|\bfor {_FEW}\s+(?:\w+\s+)?\$[^$]*\$[\s,]*(?:we have|it holds that|is)?[\s,:]*\Z"
    r"|\bthere (?:is|exists|are)\s+(?:no|not any|hardly any)\s+(?:\w+\s+)?\$[^$]*\$\s*,?\s*(?:with|such that"
    r"|for which|that"
    r"|where|so that)?[\s,:]*\Z|\$\s*\\(?:neg|lnot|nexists)\b[^$]*\$[\s:]*\Z"
    r"|(?:おそらく|たぶん|およそ|おおよそ|近似的に|定数倍を除(?:いて|き))[\s、,:]*\Z",
    re.I,
)
WEAK_BEHIND = lazily(
    r"[\s,;(]*(?:(?:and|then|but|which|this|that|it)\s+)*(?:(?:is|are|holds?|true|valid)\s+)*(?:"
    rf"(?:up to|modulo|ignoring|neglecting|apart from|except for)\s+(?:\w+\s+){{0,3}}?{_CONSTANTS}\b"
    r"|error\s*(?:[.!)|]|\Z)"
    r"|(?:plus|minus|times|divided by|multiplied by)\s+(?!signs?\b|rule\b)(?:an?\b|some\b|the\b|\w+\s*(?:[.,;)]|\Z))"
    r"|(?:times|plus|minus)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|(?:holds? )?(?:approximately|roughly|nearly|almost|perhaps|maybe|sometimes|rarely)\s*(?:[.,;)]|\Z|true\b"
    r"|correct\b|right\b)"
    rf"|(?:for|at|with) {_FEW}\s+(?:\w+\s+)?\$"
    rf"|{ALTERNATIVES}|with (?:the |its |opposite |all )?{ALTERNATIVES}"
    r"|or so\b|off by\b|if\b[^.;$]{1,60}\bwere\b"
    r"|where (?![^.;$]*\b(?:often|easily|must not|should not|never|sometimes)\b)(?:an?|the) (?:\w+ ){0,2}?"
    r"(?:factor|sign|minus|term|square)\b"
    r"[^.;$]{0,30}\b(?:missing|lacking|forgotten|wrong|lost)\b)"
    r"|[\s、,（(]*(?:の(?:[2-9二三四五六七八九十]\s*倍|半分|マイナス)|またはその|または符号|(?:は|が)?(?:近似的に|ほぼ|およそ)|に(?:ほぼ|近))",
    re.I,
)
EXPONENT = lazily(r"[²³⁴⁵⁶⁷⁸⁹⁻]|\^|[ \t]+\d+(?:\.\d+)?[ \t]*(?:\n|\Z)")
"""What is typed right behind the dollar signs and belongs to the formula or to nothing."""


@lru_cache(maxsize=256)
def weakens(before: str, behind: str) -> bool:
    r"""Do the words of its sentence right before or behind an equation say less, or something else, than the equation?

    >>> weakens("Perhaps ", ""), weakens("", " up to a constant."), weakens("For no $i$, ", "")
    (True, True, True)
    >>> weakens("For all $i$, ", ""), weakens("", " up to time $t$"), weakens("", " minus sign")
    (False, False, False)
    """
    in_english = any((WEAK_BEFORE.search(before), WEAK_BEHIND.match(behind), EXPONENT.match(behind)))
    return in_english or weakens_abroad(before, behind)

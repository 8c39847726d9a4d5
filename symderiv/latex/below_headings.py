# ruff: noqa: E501
r"""Which lines below a heading that names a case, `## Case $i = j$`, may be of another one.

All lines of its section are judged under what it says, so no sentence in front of a line may say anything of cases but
that this is the one: a word for cases, for two that differ or not, or a contrast, that is in none of the forms known for
that (`_KNOWN`) leaves the line open, and those behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..pattern import lazily
from .another_case import ALIKE, ALL, BEFORE_IT, DIFFERENT, GENERAL, LAST_STEP, OTHER_CASE, numbers_said
from .clause_around import NEXT_CLAUSE
from .clauses import APART, CAPITAL, FORMULA, ITEM, SENTENCE_END, STOP
from .led_elsewhere import CONTRARY, OTHERS

_ENDED = lazily(rf"{SENTENCE_END}|{ITEM}|[!?！？](?=\s|$)")
_MARKS = lazily(r"\\(?:text\w*|emph|noindent|par|item|quad|qquad)\b\*?|[*_`~{}]")


class Beat(Protocol):
    """What of a formula of `grouping` is looked at."""

    gap: str
    section: int
    equation: bool
    condition: bool
    inline: bool
    headed: tuple[str, str]
    whole: bool
    compared: bool
    equal: bool
    names: frozenset[str]


def _words(*patterns: str) -> str:
    return rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])"


_CASE = lazily(
    _words(
        r"cases?|assum(?:ptions?|ed)|hypothes[ie]s|conditions?|restrictions?|situations?",
        r"falle?s?|fällen?|annahmen?|voraussetzung(?:en)?|bedingung(?:en)?",
        r"cas|hypothèses?|casos?|casi|suposici(?:ón|ones)|supuestos?|hipótesis|condici(?:ón|ones)|ipotesi|condizion[ei]|hipóteses?|suposição|condição",
        r"случа\w+|предположени\w+|услови\w+|gevallen?|przypad\w+",
    )
    + r"|情[况形況]|場合|ケース|경우|假设|假設|条件|仮定|가정|조건",
    re.I,
)
"""Words for cases,"""
_FIRST = r"(?:(?:first|one|special|simple|simpler|easy|particular|present|current|same|diagonal|off-diagonal) )?"
_NO_MORE = r"(?<!not )(?<!except )(?<!unlike )(?<!than )(?<!nicht )(?<!außer )(?<!sauf )"
_KNOWN = lazily(
    rf"{_NO_MORE}(?<![^\W_])(?:in|for|under|with|by|from|given|using) (?:this|the|our|that|such an?) {_FIRST}(?:case|assumption|condition|situation)(?![^\W_])"
    rf"|\A\W*(?:this is |we (?:begin|start) with |we (?:are|stay) in |here is )?(?:this|the|our) {_FIRST}case(?! (?:is (?:now )?(?:done|over|finished|trivial)))(?![^\W_])"
    rf"|(?<![^\W_])(?:by (?:assumption|hypothesis)|initial conditions?|(?:in )?case (?=\{FORMULA}))"
    r"|(?<![^\W_])(?<!nicht )(?<!außer )(?:in diesem (?:ersten |speziellen |einfachen )?falle?|unter dieser (?:annahme|voraussetzung|bedingung)|nach (?:annahme|voraussetzung)|(?:im )?falle? (?=\$))(?![^\W_])"
    r"|(?<![^\W_])(?:dans ce (?:premier )?cas|sous cette hypothèse|par hypothèse|en este (?:primer )?caso|bajo est[ae] (?:hipótesis|suposición|supuesto|condición)|in questo (?:primo )?caso|ness?te (?:primeiro )?caso|в этом случае|in dit geval|w tym przypadku)(?![^\W_])"
    r"|(?:この|その|此|这种|这個|该|這種|이|이러한|그)(?:特殊な|특수한)?\s?(?:場合|ケース|情[况形況]|경우|条件|仮定|假设|가정|조건)"
    r"|\$\s*(?:である|の|的|인|일)?\s*(?:場合|ケース|情[况形況]|경우|条件|仮定|假设)",
    re.I,
)
"""and what says with them that this is the one."""
_THINGS = r"(?:terms?|summands?|addends?|factors?|words?|logits?|exponentials?|inputs?|variables?|parts?|ones|entries of the sum|terme|summanden|faktoren|termes|facteurs|términos|sumandos|factores|termini|fattori|termos|слагаемые|множители)"
_GONE = r"(?:vanish(?:es)?|drops?|disappears?|cancels?|do(?:es)? not|don['’]t|(?:is|are) (?:a )?(?:all )?(?:constants?|zero|0|unaffected|independent)|stays?|remain|fallen|verschwinden|sind (?:konstant|null|0)|hängen|disparaissent|sont (?:constants|nuls)|desaparecen|son (?:constantes|cero)|spariscono|sono (?:costanti|nulli)|somem|são (?:constantes|nulos)|исчезают|постоянны)"
_PASSED_BY = lazily(
    rf"(?<![^\W_])(?:all )?(?:the )?(?:others?|remaining|übrigen|anderen|autres|otros|demás|altri|outros|остальные|другие) (?:{_THINGS} )?(?:(?:of|in) [^,.;:]{{1,30}} )?(?:all |simply |then |therefore )?(?={_GONE})"
    r"|(?:他|残り|その他)の(?:項|因子|変数)(?=は|が|を)|其[他它余](?=(?:各|的)?[项項])|나머지 (?=항)"
    r"|(?<![^\W_])general (?=(?:form of the )?(?:quotient|chain|product|power)? ?rule)",
    re.I,
)
"""Others that are none of the displays: `The other terms vanish`."""
_CONTRAST = lazily(
    _words(
        r"conversely|vice versa|on the other(?: hand| side)?|(?:by|in) contrast|on the contrary|contrar(?:y|ily)|opposites?|instead(?! of)|unless|except(?:ed|ing)?|unlike|remainder|apart from|aside from|outside (?:of )?(?:it|this|that|the)|no longer|arbitrary|any two|complement\w*|(?:second|third|next|latter|other) one",
        r"umgekehrt|im gegen(?:satz|teil)|dagegen|hingegen|andererseits|gegen(?:teil|fall)\w*|(?:der|zum|den|dem) rest|es sei denn|außer|beliebig\w*|stattdessen|anderswo|entgegengesetzt\w*",
        r"au contraire|inversement|réciproquement|en revanche|par contre|à l['’]inverse|d['’]autre part|ailleurs|contraires?|opposée?s?|sauf|quelconques?|l['’]autre|autre",
        r"(?:por el |en )?contrari[oa]s?|inversamente|viceversa|en cambio|opuest[oa]s?|salvo|cualesquiera|cualquiera|otro|otra",
        r"(?:al )?contrario|invece|oppost[oaie]|tranne|qualunque|qualsiasi|altro|altra|ao contrário|por outro lado|opost[oa]s?|exceto|quaisquer|outr[oa]",
        r"напротив|наоборот|обратно|с другой стороны|противном|произвольн\w+|кроме|друг(?:ой|ом|им)|in het andere geval|daarentegen|omgekeerd|odwrotnie|przeciwnie",
        r"(?:for|if|when|with|für|wenn|pour|si|para) (?:all |any |every )?(?:negativ|positiv|non-?negativ|non-?positiv|négatif|positif|zero|vanishing|large|small)\w*",
    )
    + r"|以外|(?:それ|これ)に対し|若不|如(?:果|若)不|反之|反过来|相反|另一|反対|逆の?(?:に|場合)|他方|一方(?!的)|もう一|もう片|でな(?:い|けれ)|違(?:う|え|った)|ちが[うえ]|任意|不相等|不一致|相异|除外|除了|除此|반대|반면|한편|임의|그렇지\s*않",
    re.I,
)
"""Words of a contrast to what was said before,"""
_APART = lazily(
    _words(
        r"disagree|mis-?match\w*|unmatched|non[ -]?(?:match|equal|identical|coincid)\w*|mixed (?:ind\w+|entries|pairs?)|need not|other than|do(?:es)? not (?:agree|coincide|match)|don['’]t (?:agree|coincide|match)|apart",
        r"(?:nicht|un)gleich\w*|nicht überein\w*|inégaux|inégales|pas (?:égaux|égales|les mêmes)|desiguales|no (?:son )?iguales|disuguali|desiguais|неравн\w+|не (?:равны|совпада\w+)|не равно|ongelijk\w*|verschillend\w*|różn\w+",
    )
    + r"|(?<![^\W_])(?:not|nicht|pas|no|non|não|не) \$",
    re.I,
)
"""for two that differ,"""
_SAME = lazily(
    _words(
        r"(?:both|two|they|indices|classes|labels|letters)(?: [^\W\d_]+){0,2} (?:agree|coincide|match)",
        r"(?:both|two|they|indices|classes|labels|letters)(?: [^\W\d_]+){0,2} (?:are|being|is|be)(?: [^\W\d_]+)? (?:the same|equal|identical|one)|for (?:equal|identical|the same)(?: two)?|it (?:is )?itself|with itself|(?:matching|coinciding|single) (?:ind\w+|class\w*|pairs?)|both (?:equal|identical|the same)",
        r"beide[n]? gleich|(?:sind|ist) [^,.;:$]{0,20}gleich|gleich (?:sind|ist)|übereinstimm\w*|égaux|égales|les mêmes|iguales|coinciden|uguali|coincidono|iguais|равн(?:ы|ых|ые)|совпада\w+|gelijk(?:e)?|równe",
    )
    + r"|(?:同じ|等し[いく]|一致)(?:である|する|な)?(?:とき|場合|添字|クラス|なら|ければ)|(?:相同|一样|一致)(?:时|時|的|下标|类)|같(?:을|은|으면)",
    re.I,
)
"""and for two that do not."""
_NOT = lazily(r"(?<![^\W_])(?:not|no|never|nicht|kein\w*|pas|non|não|не|without|ohne)(?: [^\W\d_]+){0,2} ?\Z", re.I)
_IF = lazily(
    r"(?<![^\W_])(?:if|when(?:ever)?|once|as soon as|suppos(?:e|ing)|assum(?:e|ing)|provided|wenn|falls|sobald|lorsque|quand|cuando|quando|если|когда)"
    r"(?: that| dass)?\s+(?!(?:we|you|one|i|us|wir|man|on|nous|мы)\b|[^\W\d_]+(?:ing|ando|endo)\b|(?:dis|de|dé)?r?iv|[^,.;:]*(?:abgeleitet|ableite))[^,.;:$，。、：]*",
    re.I,
)
"""What else is supposed in words:"""
_DENIED = lazily(
    _words(
        r"(?:if|when|once|in case|where) [^,.;:$]{0,40}(?:not|n['’]t|fails?|false)",
        r"(?:ist|sind|gilt|wenn|falls) [^,.;:$]{0,40}nicht|(?:si|lorsque) [^,.;:$]{0,40}pas|(?:si|cuando) no|no (?:se cumple|es así)|se no[nt]?|se não|если [^,.;:$]{0,20}не",
    ),
    re.I,
)
"""and denied."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The case that a heading names: its number (1 where it has none), whether it says that two are the same (None
    where it compares none), and whether it is the end of a range, `t = T`."""

    number: int | str = 1
    equal: bool | None = None
    end: bool = False


def others_below(beats: Sequence[Beat], members: Sequence[int], tail: str) -> dict[int, str]:
    """The lines in the section of a heading that may be of another case than its conditions, `members`, each with words
    that say so; `tail`: the text behind the last formula."""
    here = beats[members[0]]
    behind = [n for n in range(members[-1] + 1, len(beats)) if beats[n].section == here.section]
    headed, found, text, word = _headed(beats, members), dict[int, str](), FORMULA, ""
    rest = beats[members[-1]].headed[1]
    for n in behind:
        b = beats[n]
        text += f"{rest}\n\n{b.gap.removeprefix(rest)}" if n == behind[0] else b.gap
        after = beats[n + 1].gap if n + 1 in behind else tail if n + 1 == len(beats) else ""
        if b.equation:
            word = word or (_of_a_range(text) if here.whole else of_another_case(text, headed))
            word = word or ("" if b.inline or here.whole else of_another_case(_right_behind(after), headed))
            if word:
                found[n] = word
        if not word and _says_another(b, here, after):
            word = b.gap.strip()[-20:].strip() or FORMULA
        text = text + FORMULA if b.inline or not b.equation else ""
    return found


def _says_another(one: Beat, here: Beat, after: str) -> bool:
    """Is it a condition of another case: the contrary, or one of other letters that is not said of terms that vanish?"""
    if not (one.condition and one.compared and here.compared) or one.whole or one.equal == here.equal:
        return False
    words = f"{STOP.split(one.gap)[-1]} {FORMULA} {STOP.split(after)[0]}"
    gone = re.search(rf"(?<![^\W_])(?:{_THINGS})(?![^\W_])", words, re.I) and re.search(_GONE, words, re.I)
    passed_by = one.names != here.names and gone is not None
    return bool(one.names & here.names) and not passed_by


def of_another_case(text: str, headed: Headed = Headed()) -> str:
    """Words before a line by which it may be of another case than its heading says, or of all.

    >>> of_another_case("The other case is"), of_another_case("It follows from the general"), of_another_case("So")
    ('other case', 'general', '')
    >>> of_another_case("Otherwise, it is constant. So"), of_another_case("The other terms are constant. In this case")
    ('Otherwise', '')
    >>> of_another_case("Case 2."), of_another_case("Case 2.", Headed(2)), of_another_case("Now let them differ")
    ('Case 2', '', '')
    >>> of_another_case("Now let them differ", Headed(equal=True))
    'differ'
    """
    sentences = _ENDED.split(_MARKS.sub(" ", text).replace("\n", " \n "))
    return next((found for s in sentences if (found := _said_of_others(re.sub(r"[ \t]+", " ", s), headed))), "")


def _said_of_others(sentence: str, headed: Headed) -> str:
    for typed, number in numbers_said(sentence):
        if number != headed.number:
            return typed
        sentence = sentence.replace(typed, " ")
    sentence = _PASSED_BY.sub(" ", _KNOWN.sub(" ", " ".join(sentence.split())))
    plain = (OTHER_CASE, CONTRARY, OTHERS, ALL, GENERAL, _CONTRAST, _CASE)
    found = next((m for p in plain if (m := p.search(sentence))), None)
    found = found or _DENIED.search(_without_different(sentence)) or _contrary(sentence, headed)
    return found[0].strip() if found else ""


def _contrary(sentence: str, headed: Headed) -> re.Match[str] | None:
    """Words for two that differ where the heading says that they are the same, and so on."""
    different = [m for p in (DIFFERENT, _APART) for m in p.finditer(sentence)]
    rest = _without_different(sentence)
    alike = [m for p in (ALIKE, _SAME) for m in p.finditer(rest)]
    denied = [m for m in alike if _NOT.search(rest[: m.start()])]
    supposed = None if different or alike else _IF.search(sentence)
    if headed.equal is None:
        return supposed
    if headed.equal:
        before = BEFORE_IT.search(sentence) if headed.end else None
        return next(iter([*different, *denied]), None) or before or supposed
    last = LAST_STEP.search(sentence) if headed.end else None
    return next((m for m in alike if m not in denied), None) or last or supposed


def _without_different(sentence: str) -> str:
    return _APART.sub(" ", DIFFERENT.sub(" ", sentence))


def _of_a_range(text: str) -> str:
    """The same below the heading of a range, which is none of a case: of its last sentence."""
    said = _ENDED.split(text.strip())[-1]
    found = next((m for p in (OTHER_CASE, ALL, GENERAL, CONTRARY, ALIKE) if (m := p.search(said))), None)
    return found[0] if found else ""


def _right_behind(after: str) -> str:
    """The clause of the words right behind a display that goes on with it: `[display] otherwise.`"""
    own = STOP.split(APART.split(after)[0])[0]
    goes_on = own.strip() and not CAPITAL.match(own) and not own.rstrip().endswith((":", "："))
    return NEXT_CLAUSE.split(own)[0] if goes_on else ""


def _headed(beats: Sequence[Beat], members: Sequence[int]) -> Headed:
    here, last = beats[members[0]], beats[members[-1]]
    words = f"{here.headed[0]} {FORMULA} {last.headed[1]}"
    number = next((number for _, number in numbers_said(words)), 1)
    end = len(here.names) > len({x.lower() for x in here.names}) or LAST_STEP.search(words) is not None
    return Headed(number, here.equal if here.compared else None, end)

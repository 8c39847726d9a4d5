r"""Does the clause that leads to a display say the condition before it?

`For $i = j$ we get` does, `There is one $i = j$. We get` does not.

A condition may be meant for what its own sentence says, and for nothing behind it: `If $i = j$, there are two terms. In
total we get`. So a sentence between them has to be one of few words, and the sentence of the condition itself must not
count, mention, check or insert it, or lead to the contrary at its end. What is found leaves open what the condition
says; it never makes a line right.
"""

from __future__ import annotations

import re

from ..notation import words_of
from ..pattern import lazily
from .clauses import FORMULA, ITEM, SENTENCE_END

_L, _R = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_MARKS = lazily(
    r"\\(?:begin|end)\{[^{}]*\}(?:\[[^\]]*\])?|(?<!\\)%[^\n]*"
    r"|\\(?:text\w*|emph|label|quad|qquad|item|noindent|par)\b\*?|\\[,;:! ]|[{}*_`~#|]|\$\s*\Z"
)
_SHORT = lazily(r"(?<![^\W\d_])(vgl|cfr?|см|ср|bijv|bv|zob|por|p\. ?ex|p\. ?ej|z\. ?B|e\. ?g|i\. ?e|d\. ?h)\.,?", re.I)
"""Words whose stop ends no sentence."""
_ENDED = lazily(rf"{SENTENCE_END}|{ITEM}")
_BREAK = lazily(r"[(（\[,，、;；:：]")
WORD = lazily(r"[^\W\d_]+")
CJK = lazily(r"[ぁ-ヿ一-鿿가-힣]")

LEADING_ON = frozenset(
    words_of(
        "then so thus hence therefore now here and but this that it which we one i us you can may get gets got obtain"
        " obtains have find finds see compute gives give yields yield follows follow becomes become is are be"
        " means reads"
        " simplifies reduces leads to arrive at write using use applying apply by with from of in for the a an"
        " our its"
        " case derivative derivatives gradient partial chain product quotient rule following simply again first"
        " respect numerator denominator as due since because"
        " dann also daher damit somit folglich nun jetzt hier und das dies es wir man erhält erhalten ergibt"
        " folgt gilt"
        " ist wird sich mit der die den dem nach ableitung quotientenregel produktregel kettenregel für im fall"
        " diesem"
        " daraus so alors donc ainsi ici maintenant et on nous obtient obtenons a avons il vient résulte trouve"
        " cela ceci"
        " ce est devient par règle du de la le l d dérivée dans cas d’où d'où où"
        " entonces así luego ahora aquí y se tiene tenemos obtiene obtenemos resulta queda esto es por regla"
        " del la el"
        " derivada en este caso allora quindi dunque ora qui e si ha abbiamo otteniamo ottiene segue questo è"
        " per regola"
        " della derivata in questo então logo agora temos obtemos obtém isto é pela regra derivada neste"
        " тогда значит итак теперь и мы имеем получаем получим это по правилу производная в этом случае"
        " dan dus nu en we krijgen krijgt volgt dit geldt wtedy zatem więc teraz mamy otrzymujemy"
    )
)
"""Words of a sentence that says no more than that the display follows."""
CJK_LEADING = lazily(
    r"従って|したがって|よって|ゆえに|故に|すると|このとき|この場合|そこで|だから|つまり|すなわち|ここで|また|次(?:の|に)?(?:式|よう)?"
    r"|(?:商|積)の?(?:微分)?(?:の)?(?:公式|法則)?|連鎖律|微分(?:する|すれば|して)?|導関数|勾配|計算(?:する|すれば|して)?"
    r"|(?:用い|使っ|使い)(?:て|る)?|得(?:る|られる|ます|られます)?|成り立つ|求め(?:る|られる)?|なる|なります|のように|ので"
    r"|[をとはがにのでよりからばて]"
    r"|因此|所以|于是|於是|故|则|則|那么|那麼|此时|此時|这时|這時|我们|我們|可以|可得|可知|得到|得出|得|有|利用|使用|根据|由|应用|商|积|链式|法则"
    r"|法則|求导|求導|导数|導數|梯度|的|为|為|是|其|该|这种|这|情况|下|就|便|即"
    r"|따라서|그러므로|그러면|이때|그래서|즉|몫|곱|연쇄|미분법|미분|법칙|사용|이용|하여|하면|적용|다음|과|같이|같다|얻는다|된다|이|가|을|를|은|는|의|에|로"
)
"""Such words where no spaces part them."""
CONTRARY = lazily(
    rf"{_L}(?:else|elsewhere|otherwise|if not|in (?:general|total|sum|all)|altogether|overall|in (?:any|every"
    rf"|either) case"
    r"|sonst|andernfalls|ansonsten|insgesamt|im allgemeinen|zusammen|allgemein"
    r"|sinon|autrement|au total|en (?:tout|général|somme)|globalement"
    r"|en (?:otro caso|caso contrario|total|general)|de lo contrario|si no"
    r"|altrimenti|in (?:totale|generale)|senão|caso contr[aá]rio|no total|em geral"
    r"|иначе|в остальных|в целом|всего|в общем|anders|in totaal|in het algemeen|inaczej|w sumie|ogólnie|ellers"
    r"|annars|totalt)"
    rf"{_R}|{_L}(?:and|or|und|oder|et|ou|y|e|ed|o)\s+(?:(?:the|all|der|die|den|alle|le|la|les|el|il|los|las|gli)\s+)?"
    rf"(?:rest|everything|others?|remaining|übrigen?|anderen|reste|autres?|resto|demás|otr[oa]s|altri|altre){_R}"
    r"|それ以外|そうでな|その他|一般に|全体|まとめ|合計"
    r"|否则|否則|其余|其餘|其他|其它|总之|综上|一般地|그 외|나머지|일반적|아니면|합치",
    re.I,
)
"""Words by which what follows them is another case, or all of them."""
_SPECIAL = (
    r"(?:(?:special|particular) case|spezialfall|sonderfall|cas particulier|caso (?:particular|especial"
    r"|speciale|particolare)"
    r"|частный случай)"
)
MENTIONING = lazily(
    rf"{_L}(?:check\w*|verif(?:y|ies|ying)|tests?|testing|exercises?|homework|try|ask\w*|wonder\w*|happens?"
    rf"|occurs?|possible"
    r"|there (?:is|are|exists?)|prüfe\w*|überprüfe\w*|übung\w*|vérifi(?:er|ez|ons)|exercice|il y a|comprobar"
    r"|verifi(?:car|que)|ejercicio|hay|verificare|esercizio|exercício|проверим|проверьте|es gibt|ci sono|c'è)"
    rf"{_R}(?:\s+[^\W\d_]+){{0,3}}[\s,:.(（]*\Z"
    rf"|{_L}(?:see|cfr?|compare|say|vgl|siehe|voir|véase|ver|vedi|см|ср){_R}[\s,:(（]*\Z"
    rf"|{_L}(?<!we )(?<!you )(?<!they )(?<!i )(?:has|have|contains?|includes?|enthält|hat|contient|contiene)\s*\Z"
    rf"|{_L}of (?:the |all |these )?(?:\S+ )?(?:cases|entries|terms|elements|pairs|classes|which)[\s,]*(?:\w+\s*)?\Z"
    rf"|{_L}(?:in particular|for (?:example|instance)|e ?g|zum beispiel|z ?b|par exemple|p ?ex|por ejemplo"
    rf"|{_SPECIAL})"
    r"\s*[,:(（]*\s*\Z|(?<![^\W\d_])not\s*[(（]?\s*\Z"
    r"|(?:練習|参考|参照|確認|検算|注意|検査|检查|檢查|练习|練習|参见|參見|参考|验证|驗證|代入|연습|참고|확인|검산|주의)"
    r"[^。．！]{0,4}\Z",
    re.I,
)
"""Words before a condition by which it is only counted, mentioned or checked."""
ASIDE = lazily(
    rf"{_L}(?:{_SPECIAL}|done|finished|homework|exercise|happens?|occurs?|appears?|the same (?:as|for|holds)"
    rf"|siehe|fertig"
    r"|erledigt|übung\w*|voir|fini|véase|n['’]est pas|no se|non è"
    rf"){_R}|{_L}see (?:above|below|also|the|eq|sec|fig|part|exercise|\()"
    r"|かどうか|か否か|特別な場合|特殊な場合|済んだ|済み|略|前述|上と同|上の通り|一般化|\A\s*(?:を|을|를)?\s*(?:代入|대입)"
    r"|(?:となる|の)項[^。]{0,6}(?:一|ひと)つ|特例|特殊情[况形]|同理|略去|已经|已經|推广|推廣"
    r"|특별한|특수한|생략|위와 같|마찬가지|일반화",
    re.I,
)
"""Words behind it by which nothing more is said of it, or it is one case among others;"""
TREATED = lazily(
    rf"{_L}(?:trivial\w*|eas(?:y|ily)|clear|obvious|analog\w*|similar(?:ly)?|skip\w*|omitted|klar|einfach"
    rf"|facile|clair|évident"
    rf"|fácil|claro|hecho|banale|простой|очевид\w+){_R}|簡単|自明|明らか|类似|類似|显然|顯然|简单|簡單|쉽|쉬우|쉬운|자명|명백",
    re.I,
)
"""those by which it is not, where the sentence ends with them."""
INSERTING = lazily(
    rf"{_L}(?:set|put|insert|plug|substitute|setting|putting|inserting|plugging|substituting|try"
    rf"|trying)(?: in)?\s*\Z",
    re.I,
)
INSERTED = lazily(r"\s*(?:in|into|to|for|as|below|above|everywhere|here)\b", re.I)
"""Words around it by which it is put into what is displayed."""
DRAWN_FROM = lazily(
    r"(?<![^\W\d_])(?:from|of|into|(?:covered|contained|included|implied) (?:by|in)|aus|enthalten in)\s*\Z"
    r"|\A\s*in\s*\Z|\A\s*(?:in(?:to)? )?(?:the|this|our|that) (?:formula|equation|expression|line|result)\W*\Z",
    re.I,
)
"""Ends of a clause by which the condition follows from the display, not the other way round."""
SUBJECT = lazily(
    r"[^\w$]*(?:(?:(?:the|this|that|our|der|die|das|le|la|el|il|lo|o|a)\s+)?(?:[^\W\d_]+\s+)?(?:case|fall|cas"
    r"|caso|diagonal))?"
    r"[^\w$]*",
    re.I,
)
"""All that stands before a condition of which a sentence says something,"""
SAYS = lazily(
    r"\s*(?:is|was|has|had|will|may|can|ist|war|hat|wird|est|était|a|es|era|tiene|è|era|é)\s+"
    r"(?!(?:true|satisfied|fulfilled|given|then|the following|as follows|now|wahr|erfüllt|vrai|cierto)\b)[^\W\d_]",
    re.I,
)
"""and how it goes on then."""
SO = lazily(rf"{_L}(?:so|hence|thus|therefore|also|daher|donc|así que|quindi|então){_R}[\s,]*\Z", re.I)
"""Words before what holds in all of a page, being drawn from what it says."""
NOT = lazily(rf"{_L}(?:not|nicht|pas|no|non|não|не)(?:\s+(?:for|für|pour|para|per|для|in|at))?\s*[(（]?\s*\Z", re.I)
"""Words right before a range by which it is none of the display."""
LAST = lazily(
    rf"{_L}(?:last|final|first|initial|remaining|letzte\w*|erste\w*|übrigen?|derni[eè]re?|premi[eè]re?"
    rf"|últim[oa]|primer[oa]?"
    rf"|ultim[oa]|prim[oa](?! denota)|последн\w+|перв\w+|at [a-z]\s*=){_R}|最後|最初|最后|首|마지막|처음",
    re.I,
)
"""Words of another sentence by which it is about an end that a range leaves out."""
OTHERS = lazily(
    rf"{_L}(?:others?|remaining|(?:the|all) rest|übrigen?|anderen?|autres?|reste|otr[oa]s|demás|resto|altr[ie]"
    rf"|outr[oa]s"
    rf"|остальн\w+|других|andere|overige){_R}|残り|他の|ほかの|其他|其余|其餘|나머지|다른",
    re.I,
)
"""Words of a line that is none of the case above it."""
UNREAD = lazily(r"[=≠]|!=")
"""Signs of another comparison, without dollars."""


def led_elsewhere(before: str, until: str, leading: bool = True) -> str:
    r"""Words by which a condition is none of the display behind it, "" where there are none.

    `before`: the text in front of the condition; `until`: the text between it and the display, or the rest of its
    sentence where it is not `leading` to one, but stands behind it.

    >>> led_elsewhere("If ", ", there are two terms. In total:"), led_elsewhere("Let ", ". Then we get")
    ('In total', '')
    >>> led_elsewhere("(check ", ")"), led_elsewhere("", " is a special case of"), led_elsewhere("For ", " we get")
    ('check', 'special case', '')
    """
    before, until = (_SHORT.sub(lambda m: m[1].replace(".", ""), _MARKS.sub(" ", x)) for x in (before, until))
    head = _ENDED.split(before)[-1]
    own, *others = _ENDED.split(until)
    if not leading:
        return _mentioned(head, own)
    if SO.search(head):
        return _beside(head, " ".join((own, *others)))
    treated = TREATED.search(own) if others else None
    return (
        _beside(head, own)
        or (treated[0] if treated else "")
        or next((found for x in others if (found := _not_leading(x))), "")
    )


def range_left(before: str, until: str) -> str:
    """The same for a range of a letter: only words that deny it, or go on with another case.

    >>> range_left("Do this for ", ". The last step is"), range_left("(not for ", ")"), range_left("For ", ". We get")
    ('last', 'not for', '')
    """
    others = [x for x in _ENDED.split(_MARKS.sub(" ", until))[1:] if x.strip()]
    found = NOT.search(_ENDED.split(_MARKS.sub(" ", before))[-1])
    if found is None and others and FORMULA not in others[-1]:
        found = CONTRARY.search(others[-1]) or LAST.search(others[-1])
    return found[0].strip(" (（") if found else ""


def of_others(words: str) -> str:
    """Words before a line by which it is none of the case above it.

    >>> of_others("For all others we get"), of_others("Using that,")
    ('others', '')
    """
    found = OTHERS.search(words) or CONTRARY.search(words)
    return found[0] if found else ""


def leads_on(sentence: str) -> bool:
    """Does a sentence in front of a display say no more than that it follows?

    >>> leads_on("Dann gilt nach der Quotientenregel"), leads_on("则"), leads_on("Insgesamt gilt")
    (True, True, False)
    """
    return not _not_leading(_MARKS.sub(" ", sentence))


def _beside(head: str, own: str) -> str:
    """The same, of the sentence of the condition."""
    found = next((m for p in (CONTRARY, DRAWN_FROM, UNREAD) if (m := p.search(own))), None)
    return _mentioned(head, own) or (found[0].strip(" ,:") if found else "")


def _mentioned(head: str, own: str) -> str:
    """Words beside a condition by which it is only mentioned."""
    if found := MENTIONING.search(head) or ASIDE.search(own):
        return found[0].strip(" ,:(（.")
    if INSERTING.search(head) and (found := INSERTED.match(own)):
        return found[0].strip()
    said = SAYS.match(own) if SUBJECT.fullmatch(_BREAK.split(head)[-1]) else None
    return said[0].strip() if said else ""


def _not_leading(sentence: str) -> str:
    """What a sentence says more than that something follows."""
    if contrary := CONTRARY.search(sentence):
        return contrary[0]
    if CJK.search(sentence):
        left = CJK_LEADING.sub("", sentence)
        return sentence.strip() if CJK.search(left) else ""
    words = (w.lower() for w in WORD.findall(sentence.replace(FORMULA, " ")))
    return next((w for w in words if len(w) > 1 and w not in LEADING_ON), "")

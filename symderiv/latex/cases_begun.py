r"""Does a sentence between two displays begin the case of the lower one, or end that of the upper one?

`[display]` `Sei $i \ne j$. Dann gilt` `[display]`: LaTeX authors leave no blank line around displays, so only the words
tell. A sentence that supposes something, or behind which no more is said than that something follows, is of the
display below; one that points back (`This holds for $i = j$.`) is of the display above. Where no word tells, it may be
of either.
"""

from __future__ import annotations

from ..notation import words_of
from ..pattern import lazily
from .clauses import CAPITAL, FOLLOWED, FORMULA, OWN_SENTENCE, STOP
from .led_elsewhere import CJK, CONTRARY, WORD, leads_on

LETTING = frozenset(
    words_of(
        "let suppose assume consider take sei seien betrachte betrachten betrachtet angenommen nehmen nimm setze setzen"
        " soit soient supposons supposez considérons considère suppose prenons sea sean supongamos suponga supón"
        " supóngase considere consideremos consideramos tomemos asumamos sia siano supponiamo consideriamo prendiamo"
        " seja sejam suponha suponhamos considera considere tomemos пусть положим рассмотрим предположим допустим"
        " возьмём возьмем stel laat zij neem beschouw niech załóżmy rozważmy weźmy låt antag betrakta anta la lad antag"
        " nechť uvažujme předpokládejme buď xét fie presupunem considerăm legyen έστω misalkan andaikan olkoon"
    )
)
"""Words of a sentence that supposes something;"""
CASES = frozenset(
    words_of(
        "case fall cas caso случай geval przypadek fallet tilfelle případ caz eset περίπτωση kasus tapaus durum"
        " diagonal diagonale diagonalfall"
    )
)
"""of a heading of a case;"""
AROUND = frozenset(
    words_of(
        "the a is first second third other one two now next then again that off non i ii iii iv"
        " der die das den ist erster zweiter dritter anderer ersten zweiten anderen eins zwei zuerst zunächst erst nun"
        " jetzt dann also wieder wir an dass daß"
        " le la les est premier deuxième second autre un deux d abord maintenant ensuite puis donc nous on que qu"
        " el es primer primero segundo otro uno dos ahora luego después"
        " il lo è primo secondo altro due ora adesso poi dunque che"
        " o é primeiro outro um dois agora depois"
        " первый второй другой теперь сначала затем далее мы что"
        " het eerste tweede eerst nu we dat pierwszy drugi najpierw teraz że första andra först nu att"
        " první druhý nejprve nyní že sử giả trước să acum most τώρα ότι bahwa"
    )
)
"""and those that may stand beside them."""
LETTING_CJK = lazily(
    r"(?:(?:先|再|又|现|現|现在|現在|首先|其次|然后|然後|接着|接著|下面|今|次に|まず|我们|我們|[,，、\s])*"
    r"(?:设|設|令|取|假设|假設|假定|考虑|考慮|若|如果|假如)"
    r"|[\s*_]*(?:(?:情况|情況|情形|場合|ケース|경우)\s*[(（]?[\d一二三①②③]?[)）]?|第[一二三]种?(?:情况|情況|情形)))[\s:：,，*_]*"
)
"""The same where no spaces part words."""
POINTING = frozenset(
    words_of(
        "this that it which here these those above dies das dieses diese es hier oben welche was ceci cela ici ce cette"
        " c esto esta este aquí ello questo questa qui ciò isto isso esta este aqui это эта здесь dit deze hier to ten"
        " tutaj detta det här dette her bu burada toto zde"
    )
)
"""Words with which a sentence begins that may point back."""
POINTING_CJK = lazily(r"[\s、，]*(?:これ|それ|この|ここ|ただし|上|这|這|此|其中|上面|以上|仅|只|이것|이는|여기)")


def begins_a_case(before: str, until: str) -> bool | None:
    r"""Is a condition between two displays that of the lower one? None if it may be of either.

    `before`: the text between the upper display and the condition; `until`: that between it and the lower display, in
    which a sentence ends.

    >>> begins_a_case("\nSei nun ", ". Dann gilt\n"), begins_a_case("\n**Cas 2 :** ", ".\n")
    (True, True)
    >>> begins_a_case("\nFür ", ". Damit folgt"), begins_a_case("\nThis is for ", ". The rest is zero:")
    (True, False)
    >>> begins_a_case("\nfor ", ". Next,"), begins_a_case("\nFür ", ". Nach langer Rechnung")
    (False, None)
    >>> begins_a_case("\nDas ist der Fall ", ". Nun\n") is None
    True
    >>> begins_a_case("\nThat is the case ", ". Now in general:\n"), begins_a_case("\nThis is the case ", ". So\n")
    (False, None)
    """
    if before.strip()[:1] and not (CAPITAL.match(before) or "\n" in before):
        return False
    if before.strip()[:1].islower() or before.lstrip()[:1] in (*",;.)(（，、。；）",):
        return False
    head = STOP.split(before)[-1]
    said, *behind = STOP.split(until)
    words = [w.lower() for w in WORD.findall(head)]
    points = (bool(words) and words[0] in POINTING) or POINTING_CJK.match(head) is not None
    own, rest = OWN_SENTENCE.search(head) is not None, [x for x in behind if x.strip()]
    if own and points:
        return False if any(map(CONTRARY.search, rest)) else None  # `That is the case $i = j$. Now in general`
    if own or (supposes(head) and not points):
        return True
    led = bool(rest) and FORMULA not in until and all(map(leads_on, rest))
    followed = FOLLOWED.match(behind[0] if behind else "") is not None and not CJK.search(said)
    if points:
        return None if led or followed else False  # `Hier ist $i = j$. Dann gilt`
    return True if led or followed else None


def supposes(head: str) -> bool:
    """Are these words, in front of a condition, those of a sentence that supposes it, or the heading of a case?

    >>> supposes("Betrachte nun "), supposes("2. Fall: "), supposes("再设 "), supposes("Für ")
    (True, True, True, False)
    """
    if CJK.search(head):
        return LETTING_CJK.fullmatch(head.strip("\n ")) is not None
    words = [w.lower() for w in WORD.findall(head) if len(w) > 1 or not w.isascii()]
    known = all(w in LETTING or w in CASES or w in AROUND for w in words)
    return known and FORMULA not in head and not (LETTING | CASES).isdisjoint(words)

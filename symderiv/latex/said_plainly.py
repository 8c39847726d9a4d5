"""Do the words beside a condition make it one, and nothing else: `for $i = j$`, and not `also for $i = j$`?

There is no end of words by which a line holds in a case among others, or in none of it. So all words of the clause of a
condition have to be known (`plain_words`), and in languages that do not part words, those right behind it; any other
leaves open what the condition says.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..pattern import lazily
from .plain_words import (
    AND_OR,
    BEHIND,
    GOING_ON,
    HERE,
    JOINED_BY,
    JOINING,
    KNOWN,
    NOT_RIGHT_BEFORE,
    STRONG,
    TURKISH,
    TURKISH_TURNED,
    WIDE,
)
from .said_along import CHINESE, JAPANESE, KOREAN, said_along

IN_FRONT = 3
"""So many words in front of the one that makes it a condition are looked at."""
SPOKEN = lazily(
    r"\\(?:text\w*|mbox|quad|qquad|emph|label|begin|end|item)\b\*?(?:\{(?:[a-z]+\*?)\})?|[{}~*_`>|]|\\[,;:! ]"
)
"""Commands and marks around words."""
ABBREVIATED = lazily(r"\b(?:i\.\s?e|d\.\s?h|c\.-à-d|т\.\s?е|resp|bzw)\b\.?,?", re.I)
EXEMPLI = lazily(r"\bz\.\s?B\.|\bp\.\s?ex\.|\bp\.\s?ej\.|\be\.\s?g\.|\bbv\.|\bnp\.|\bt\.\s?ex\.", re.I)
"""Words for an example whose stops end no clause."""
PARTED = lazily(
    r",(?!\s*(?:что|dass|daß|że)\b)|[.;:!?()\[\]（）。、，；：！？「」『』—–]|\s-\s|\$|\\\(|\\\)|\n\s*\n|\n\s*(?:[-*+#|>]|\d+[.)])|\\[\[\]]|\\begin|\\end"
)
"""What parts clauses."""
WORD = lazily(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
KANA, HANGUL, HAN = lazily(r"[ぁ-ヿ]"), lazily(r"[가-힣]"), lazily(r"[一-鿿]")
PHRASES = lazily(
    r"\b(?:as for|as if|as when|as with|as in|just as|be it|sei es|as well|as well as|in all but|same as|à part"
    r"|soit que|quoi qu|los van|of nu|da igual|es igual|lo mismo da|just the same"
    r"|also (?:for|if|when|in|with|at|where|by|as))\b"
    r"|\Ana\s*\Z|\Aalso(?=\s*\Z)",
    re.I,
)
"""Words that are known one by one, and say something else together."""
NEUTRAL_PHRASES = lazily(
    r"\bno caso\b|\balso(?=\s+(?:für|bei|wenn|falls|im|mit)\b)|\bwithout (?:any )?loss of generality\b"
    r"|\bpour tou(?:t|s|te|tes)\b|\bo\.?B\.?d\.?A\b"
    r"|\bpar contre\b|\ben revanche\b|\ben cambio\b|\bpor el contrario\b|\binstead(?! of\b)(?=\s+(?:if|when|for)\b)"
    r"|\bтак как\b|(?-i:\bComm?[eo]\s*\Z)"
    r"|\bit remains to (?:handle|treat|consider|compute)\b|\bwhat remains is\b"
    r"|\b(?:если|когда|при) же\b|(?-i:\bBut(?=\s+(?:if|when)\b)|\bOtherwise\b(?!\s+than))",
    re.I,
)
"""Words that say nothing together."""

_MORE = (
    r"(?:も|でも|でさえ|だって|だけでな|さえ|すら|ですら|と(?:同|は|変|違|異)|以外|を(?:除|含|問)|に(?:も|限ら|かかわ|関わ|関係|よら)"
    r"|ばかり|のみなら|の(?:ほか|他|反対|逆|外|如何|成否|限り?でな)|ではな|は(?:除|例外|別|成り立た|成立し|不可|この限り|考え)|が(?:例外|除)|か否|かどう)"
)
_CASE = r"(?:とき|時|場合|ケース|際|もと|下)"
JAPANESE_BEHIND = lazily(
    rf"\s*(?:である|な|という|が成り立つ|を満たす|が満たされる)?の?\s*{_CASE}(?!{_MORE})"
    rf"|\s*(?:なら(?!ざ|な)ば?|であれば|ならば|だと|において|に(?:対して|対し|ついて|おいて|限(?!ら)|相当|対応|固定|注意)(?!も))(?!も)"
    rf"|\s*(?:は(?!除|例外|別)|が(?!例外)|と(?:する|し|おく|おけば|すると|すれば|なる|書|仮定|い[うえ])|で(?:ある|あり|す(?!ら))(?!な|ろう|っても|なくて)"
    rf"|を(?:満たす|満たし|代入|用い|考え|仮定(?!せ|し(?:な|ず)))|より|から|な?ので|では(?!な)|で(?:[、，]|\s*\Z)|のみ(?!なら)|だけ(?!で(?:は)?な)"
    rf"|の(?!ほか|他|外|逆|反対|如何|成否|みなら|場合|時|際|下)(?=[一-鿿ァ-ヿ])|[一-鿿](?<![以外除抜無不非等]))"
)
"""How a Japanese clause goes on behind a condition;"""
JAPANESE_TURNED = lazily(r"特に|とくに|例えば|たとえ|仮に|除(?:く|き|い)|以外|いかなる|むしろ|同様に|と同じ")
"""words before it that do not go with one,"""
AMONG = lazily(r"特に|とくに|例えば|たとえば|特别地?|特別地?|例如|比如|특히|예를\s*들\S*|예컨대|同様に")
"""and those that may lead to a line of a case among others."""
CHINESE_KNOWN = lazily(
    r"対角成分|対角|出力|成分|要素|項|行列|微分|勾配|当且仅当|當且僅當|仅当|僅當|只有|当|當|若|如果|假如|假设|假設|对于|對於|对|對|在|于|仅|僅|只|其中|这里|這裡|此处|此時|此时|即|有|得到|得|可得"
    r"|可知|我们|我們|因此|所以|于是|故|则|則|那么|且|并且|又|下面|以下|后面|总是|总|设|設|令|取|固定|选定|選定|由|因为|因為|时候|时|時|情况|情況|情形|场合|場合|条件|條件|下|的|为|為|是|这|這|该|該"
    r"|第|一|二|两|兩|三|种|種|个|個|所有|任意|每|每个|元素|单元|單元|神经元|神經元|对角线|對角線|对角|對角|上|类别|類別|类|類|隐藏层|隱藏層|输出层|輸出層|输出"
    r"|輸出|输入|輸入|层|層|权重|權重|导数|導數|梯度|偏导数|偏導數|公式|等式|成立|情景|相同|不同|相等|不等|下标|下標|指标|指標|特殊|一般|首先|然后|然後|最后|最後"
    r"|接着|接著|现在|現在|计算|計算|考虑|考慮|求导|求導|求|满足|滿足|首|步|时间|時間|样本|樣本|标签|標籤|真实|真實|正确|正確|目标|目標|分子|分母|常数|常數|函数|函數|然而|但是"
    r"|[而但](?=[当當若对對在如])"
)
CHINESE_BEHIND = lazily(
    r"\s*(?:成立)?(?:的)?(?:这|這)?(?:一)?(?:种|種)?(?:时候|时刻|时|時|情况|情況|情形|场合|場合|条件|條件|处|處|项|項|元素)?(?:下|中)?"
    r"(?:(?=\s*\Z)|(?=[A-Za-z])|[则則有为為得可那上我其梯导導偏该該这這公]|是(?!否)|成立|由|两|兩|根|利|使|首|对|對|只)"
)
CHINESE_TURNED = lazily(r"不|非|外|除|也|亦|都|同样|同樣|甚至|特别|特別|尤其|例如|比如|或|无|無|否|连|連|与|與")
KOREAN_BEHIND = lazily(
    r"\s*(?:이|가)?\s*(?:(?:일|인|될|되는|같을)\s*(?:때|경우)(?:에만|에는|에|만|는|의)?|이면|이라면|라면|면|인(?!\s*(?:경우|때))|에\s*대해(?:서)?(?:는)?|에\s*대한|에서(?:는)?"
    r"|의\s*경우(?:에는|에|는|만)?|으로|로|이고|이므로|하에서|라고|라\s*하자|인\s*경우를(?=\s*(?:먼저\s*)?(?:살펴|보면|보자|생각|고려|계산|다루))|은|는|이|가|을|를)(?=[\s,.]|\Z)(?!\s*(?:제외|예외|포함|아니|아닐|빼|별도|말고|없이|조차|역시|마찬))"
)
KOREAN_TURNED = lazily(r"특히|심지어|비록|설령|설사|예를\s*들|예컨대|제외|빼고|아니|이외|없이|물론")


@lru_cache(maxsize=1024)
def said_plainly(before: str, behind: str = "", joined: bool = True) -> str:
    r"""The words beside a condition by which it may be something else; "" where there are none.

    `joined`: an `and` before it may join it to another condition, or to the line that it leads to.

    >>> [said_plainly(x) for x in ("even if ", "sauf pour ", "für ", "for the diagonal ", "We get, if ", "不论 ")]
    ['even', 'sauf', '', '', '', '不论']
    >>> said_plainly("", " のときも"), said_plainly("", " のとき"), said_plainly("for ", " too")
    ('のときも', '', 'too')
    """
    before, behind = _spoken(before), _spoken(behind)
    if along := said_along(before, behind):
        return along
    before = NEUTRAL_PHRASES.sub(" für ", before)
    head, tail = PARTED.split(before)[-1], PARTED.split(behind, maxsplit=1)[0]
    for script, look in ((KANA, _japanese), (HANGUL, _korean), (HAN, _chinese)):
        if script.search(head + tail):
            return look(head, tail, joined)
    together = PHRASES.search(head) or PHRASES.match(tail.lstrip())
    return str(together[0]) if together else _before(head, joined) or _behind(tail)


def only_mentions(before: str, behind: str) -> str:
    r"""The last word before a comparison in words of a formula, if none makes a condition of it.

    >>> only_mentions("only the term ", " is left"), only_mentions("con ", ""), only_mentions("(", ")")
    ('term', '', '')
    """
    head, tail = PARTED.split(_spoken(before))[-1], PARTED.split(_spoken(behind), maxsplit=1)[0]
    words: list[str] = [w.lower() for w in WORD.findall(head)]
    abroad = any(script.search(head + tail) for script in (KANA, HANGUL, HAN))
    postposed = bool(TURKISH.intersection(WORD.findall(tail)[:1]))
    return "" if not words or abroad or postposed or words[-1] in JOINING | HERE else words[-1]


def _spoken(words: str) -> str:
    words = EXEMPLI.sub("zB", words)
    return SPOKEN.sub(" ", ABBREVIATED.sub(" ", words))


def _before(head: str, joined: bool) -> str:
    words: list[str] = [w.lower() for w in WORD.findall(head)]
    at = max((n for n, w in enumerate(words) if w in STRONG), default=len(words) - 1)
    if not joined and at > 0 and words[at] in STRONG and words[at - 1] in NOT_RIGHT_BEFORE:
        return words[at - 1]
    near = words[max(at - IN_FRONT, 0) :]
    if not joined and len(words) > 1 and words[1] in JOINED_BY.get(words[0], ()):
        return words[0]
    return next((w for w in near if not _is_known(w)), "")


def _is_known(word: str) -> bool:
    return len(word) == 1 or word in KNOWN or re.split("[’']", word)[-1] in KNOWN


def _behind(tail: str) -> str:
    words: list[str] = [w.lower() for w in WORD.findall(tail)]
    if words and words[0] in TURKISH:
        return words[1] if words[1:2] and words[1] in TURKISH_TURNED else ""
    for n, word in enumerate(words):
        if word in AND_OR:
            return next(
                (w for w in words[n + 1 : n + 4] if w in WIDE or not (_is_known(w) or w in GOING_ON or w in BEHIND)), ""
            )
        if word in BEHIND:
            continue
        if word in GOING_ON:
            return ""
        if not _is_known(word):
            return word
    return ""


def _japanese(head: str, tail: str, joined: bool) -> str:
    turned = JAPANESE_TURNED.search(AMONG.sub("", head) if joined else head)
    if turned:
        return str(turned[0])
    if denied := JAPANESE.search(tail):
        return str(denied[0])
    latin = not KANA.search(tail) and not HAN.search(tail)
    return "" if latin or not tail.strip() or JAPANESE_BEHIND.match(tail) else tail.strip()[:12]


def _chinese(head: str, tail: str, joined: bool) -> str:
    near = HAN.findall(AMONG.sub("", head) if joined else head)[-8:]
    left = CHINESE_KNOWN.sub("", "".join(near))
    if left:
        return "".join(near)
    if denied := CHINESE.search(tail):
        return str(denied[0])
    turned = CHINESE_TURNED.match(CHINESE_BEHIND.sub("", tail.strip(), count=1).strip()) if tail.strip() else None
    if tail.strip() and HAN.search(tail) and (turned or CHINESE_BEHIND.match(tail) is None):
        return tail.strip()[:8]
    return ""


def _korean(head: str, tail: str, joined: bool) -> str:
    turned = KOREAN_TURNED.search(AMONG.sub("", head) if joined else head)
    if turned:
        return str(turned[0])
    if denied := KOREAN.search(tail):
        return str(denied[0])
    return "" if not HANGUL.search(tail) or KOREAN_BEHIND.match(tail) else tail.strip()[:12]

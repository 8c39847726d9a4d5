# ruff: noqa: E501
r"""The shapes of such clauses (`clause_shapes`) in Japanese, Chinese and Korean, which do not part words.

What stands before a condition, what makes one behind it, the word by which a clause is of the whole case or of another
(`TURNING`), and how a clause ends that leads on (`ONWARD`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..pattern import lazily
from .clauses import PARTS, SENTENCE_END
from .led_elsewhere import CJK_LEADING

JAPANESE_HEAD = r"まず|それ以外|その他|最後に|以上より|これより|よりまず|すると|ゆえに|(?:偏)?微分すると|すなわち|つまり|即ち|最後の時刻|最終時刻|時刻|それ以前の時刻|連鎖律より|商の微分(?:公式)?(?:より|から)|なお|次に|最初に|いま|今|ここで|もし|また|一方|ただし|特に|同様に?|よって|したがって|対角(?:成分|要素|線)|非対角(?:成分|要素)|出力層|最終(?:層|時刻)|場合|ケース|のとき|では|の|は|で|[と、]"
JAPANESE_TAIL = (
    r"は(?=\s*\Z)|のときのみ|[をと]仮定(?:する|します)|(?:の場合|のとき)(?:について|から|を)(?:計算|考え|求め|導出|見)(?:する(?:と)?|します|ると|る|ます)|のとき(?:は)?、?(?:(?:以下|次)の(?:ように(?:なる|なります)|通り)|次が成り立つ)|の場合に限る|なので|(?:である|という|が成り立つ)?の?(?:とき|時|場合|ケース|際)(?:(?:に)?(?:は)?、?次のように(?:なる|なります|する|します|書ける|書けます|求まる|求まります)|に(?:は|おいて)?|では|は|で|を(?:まず)?(?:考え(?:る|ます|ると|よう)|計算する(?:と)?))?"
    r"|(?:について|に(?:対して|おいて)|において|に対しては)(?:は)?(?:計算すると)?|ならば?|であれば|のもとで|で?は(?=[、，,\s]*\Z)|では(?=[、，,])|だと|として|とすると|とおくと|とする|とします|の(?:対角成分|要素|成分)(?:は|について)?"
    r"|[（(](?:対角|非対角)(?:成分|要素)?[）)]|のみ|だけ|です|である"
)
CHINESE_HEAD = r"首先|其他|其它|其余|否则|因此|所以|同理|可得|(?:利用|使用|根据|由)?(?:商|链式|乘积)(?:的求导)?法则|最后一?个?时刻|特别地|特別地|先|其次|然后|然後|再|接着|现在|現在|下面|考虑|考慮|看|我们|我們|而|且|但|则|則|对于|對於|对|對|当且仅当|当|當|若|如果|假如|假设|假設|设|設|令|取|固定|在|于|即|其中|这里|此时|对角(?:线)?(?:元素|项)?|非对角(?:线)?(?:元素|项)?|输出层|最后一(?:层|步)|因为|因為|仅|只有|但是|第[一二三]种|种|情况|情况|情形|情況|的|上|[一二三四]"
CHINESE_TAIL = r"(?:成立)?(?:的)?(?:这|這)?(?:一|种)?(?:时候|时|時|情况|情況|情形|场合)?(?:下)?|[（(](?:非)?对角(?:线)?(?:元素|项)?[）)]"
KOREAN_HEAD = r"먼저|그러면|그럼|즉|반면|따라서|그러므로|마찬가지로|마지막\s*시각|시각|몫의\s*미분법에\s*의해|연쇄\s*법칙에\s*의해|단|우선|이제|다음으로|만약|만일|여기서|대각\s*(?:성분|원소)|비대각\s*(?:성분|원소)|출력층|경우|첫\s*번째|두\s*번째"
KOREAN_TAIL = r"(?:이|가)?\s*(?:일|인)\s*때만|의\s*경우(?:에는|에|는)?|(?:이|가)?\s*(?:일|인|될|같을)\s*(?:때|경우)(?:에는|에|는|를\s*(?:먼저\s*)?(?:생각하자|보자|살펴보자|고려하자))?|이면|이라면|라면|면|에\s*대해(?:서)?|에서는?|(?:이)?라\s*하자"
CJK_NOUNS = r"(?:非?对角(?:线)?(?:元素|项|线)?|非?対角(?:成分|要素|項)?|비?대각\s*(?:성분|원소)?)"
CJK_DERIVATIVE = r"の?(?:偏微分|微分|導関数|偏導関数|勾配)(?:は|が)|偏导数?|몫의 미분법에 의해"
TURNING = lazily(
    r"他|それ以外|一般|全体|全て|すべて|常に|いつも|必ず|両方|別|が、|だが|けど|しかし|既|注意|違|比べ|異なり|以外|除|省略|同様|演習|宿題|簡単|自明|明らか|だけで(?!なく)|限らな|今|先に|後で|終|済|許|次は|上記|上述|前述|前回|以前|参照|もよい"
    r"|总|都|比|其他|其它|其余|否则|[而但](?![且])|一般|所有|任意|每|前面|后面|上面|下面|以上|以下|见|略|同样|类似|成立|完|总是|始终|现在|接下来|接着|留|允许|可能"
    r"|다른|나머지|모든|항상|일반|그 외|아니|이전|위에서|아래|나중|제외|생략|하지만|지만|반면|이미|앞에서|끝|물론"
)
"""Words by which such a clause leads to another case or to all."""
SAYING = lazily(
    r"ない|なかっ|のは|ので|ため|から(?!は)|のに|した|だった|です|ます|する(?!と)|ある|いる|なる|せよ|[がも]\Z|(?<!どう)し\Z|は?も|不|没|非(?!对角|対角)|无|是|有|和|与|在|了|为|只|除|要|能|会|请|注|지 않|않|없|이다|였|했|하자|한다|된다|와|과|도\Z"
)
"""Words by which a few words before a comma or a parenthesis are more than a topic."""
ONWARD = lazily(
    r"(?:(?:な|である)?(?:ので|から|ため(?:に)?)|より|によって|して|され|し|り|れば|すると|と|なり|よって"
    r"|所以|因此|故|于是|有|得|则|從而|从而|可得|得到|求导数?|计算"
    r"|므로|으로|니까|어서|아서|여서?|해서?|하면|하고|되고)[、，,\s:：]*\Z|[:：]\s*\Z"
)
"""The end of a clause that leads on."""
SUPPOSING = lazily(r"(?:当|若|如果|假如|对于?|设|令|取|もし|만약|만일)\s*\Z")
"""Words before a condition behind which a comma ends it."""
_ALIKE = lazily(r"異なる|等しい|同じ|不同的?|相同的?|(?<=가 )다른|다른(?= (?:출력|단어|클래스|인덱스))")
"""Words of a topic that say nothing of another case."""
_REMARKED = lazily(r"\s*[（(][^（）()]*[)）]\s*\Z")
"""What a clause ends in that only says more of it."""
_PARTICLES = frozenset("をともや")
"""What makes a case a part of another sentence."""
_KANA = lazily("[ぁ-ん]")
_ADJACENT = lazily(r"(?:[一-鿿ァ-ヿ]|すると|用いると|使うと|より)\s*\Z")
"""A noun right before a condition, without a particle."""
_TOPIC, _CONSEQUENCE = 24, 60
"""So many characters at most are a topic, a consequence."""
_ENDED = lazily(SENTENCE_END)
_BREAK = lazily(r"[,:;、，：；（(]")


def is_shape(head: str, until: str, number: str, leading: bool) -> bool:
    """Is what stands around a condition of one of these shapes? `number`: the pattern of a number in front.

    >>> is_shape("", " のとき", "a", True), is_shape("分子は", " のとき依存し、", "a", True)
    (True, False)
    >>> is_shape("ソフトマックスの微分は、", " のとき", "a", True), is_shape("", " の項があるので、", "a", True)
    (True, False)
    """
    scripts = ((JAPANESE_HEAD, JAPANESE_TAIL), (CHINESE_HEAD, CHINESE_TAIL), (KOREAN_HEAD, KOREAN_TAIL))
    return any(_is_of(head, until, _compiled(number, *script), leading) for script in scripts)


@lru_cache(maxsize=4)
def _compiled(number: str, in_front: str, behind: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    latin = r"(?:case|fall|cas|step)\s*\d*"
    return (
        re.compile(rf"{PARTS}*(?:(?:{number}){PARTS}*)?(?:(?:{in_front}|{latin}|\d{{1,2}}|[$]){PARTS}*)*", re.I),
        re.compile(rf"(?:(?:{behind})(?={PARTS}|\Z|[^ぁ-ん]|{CJK_DERIVATIVE})|(?={PARTS}|\Z))"),
        re.compile(behind),
    )


def _is_of(
    head: str, until: str, patterns: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], leading: bool
) -> bool:
    in_front, behind, marker = patterns
    known = in_front.fullmatch(head) is not None
    japanese = _KANA.search(until) is not None
    if not known and not (leading and _has_topic(head, in_front, japanese)):
        return False
    until = until.lstrip().removeprefix(")").removeprefix("）").lstrip()
    found = behind.match(until)
    if found is not None and _is_closed(until[found.end() :], leading):
        return True
    began = marker.match(until)
    if not leading or not known or began is None:
        return False
    supposed = SUPPOSING.search(head) is not None and until[began.end() :].lstrip()[:1] in ",，、"
    return bool(began[0] or supposed) and _is_consequence(until[began.end() :])


def _is_closed(rest: str, leading: bool) -> bool:
    rest = re.sub(rf"\A{PARTS}*[（(]{CJK_NOUNS}[）)]", "", rest)
    if not leading:
        return re.fullmatch(rf"{PARTS}*", _ENDED.split(rest)[0]) is not None
    left = CJK_LEADING.sub("", re.sub(CJK_DERIVATIVE, "", rest))
    return len(rest) <= _CONSEQUENCE and re.fullmatch(rf"(?:{PARTS}|[$])*", left) is not None


def _has_topic(head: str, in_front: re.Pattern[str], japanese: bool) -> bool:
    """Is a head a few words that only say what the line is about, and then of a known shape?"""
    breaks = list(_BREAK.finditer(head))
    for found in breaks:
        topic, last = head[: found.start()], head[found.end() :]
        if in_front.fullmatch(last) is None:
            continue
        return _is_topic(topic)
    return japanese and _ADJACENT.search(head) is not None and _is_topic(head)


def _is_topic(topic: str) -> bool:
    topic = _ALIKE.sub("", topic.strip(" $\n"))
    return len(topic) <= _TOPIC and not TURNING.search(topic) and not SAYING.search(topic)


def _is_consequence(rest: str) -> bool:
    own, *others = _ENDED.split(rest)
    own = _REMARKED.sub("", own)
    if own.lstrip()[:1] in _PARTICLES:
        return False
    said = len(own) <= _CONSEQUENCE and TURNING.search(own) is None and ONWARD.search(own) is not None
    return said and not any(x.strip() for x in others)

r"""Words by which a vector that gathers entries may not be these entries: `It was squared`, `Its mean is subtracted`.

How such words may go has no end. So of the clause that names the vector every word has to be known, of what else stands
in its paragraph nothing may be about it that is not, and elsewhere no word of change may be about such things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....document.blocks import Block, Display, Prose
from ....pattern import lazily

LEAD = lazily(
    r"(?:let|here|where|also|and|now|then|suppose|assume|define|denote|we|by|with|finally|moreover|similarly|likewise"
    r"|again|the|an?|column|vectors?|that|so|write|use|further(?:more)?|ここで|また|なお|そして|其中|这里|這裡|设|設|令|여기서|그리고"
    r"|[\s,、，(]|\$+|-)*",
    re.I,
)
"""What the clause may begin with before the vector."""
KNOWN = lazily(
    r"(?:(?:let|here|where|also|and|now|then|similarly|likewise|the|an?|all|every|each|his|her|its|their|of|by|for|from|over|with|in"
    r"|is|are|be|denotes?|contains?|collects?|gathers?|holds?|containing|collecting|made|up|consisting|whose|that|which|as"
    r"|column|rows?|vectors?|matri(?:x|ces)|diagonal|values?|entries|components|elements|numbers?|preferences?|ratings?"
    r"|scores?|confidences?|weights?|counts?|users?|items?|examples?|samples?|units?|classes|words?|movies?|products?"
    r"|rating|user|item|identity|dimensional|size|length|we|have|th|[a-z])(?![A-Za-z])|\$[^$]*\$|[\s,:()\-.~–—])*",
    re.I,
)
"""A sentence of such words alone says what things are made of, and changes none."""
ABOUT = lazily(
    r"(?<!\\)\b(?:it|its|itself|they|them|their|these|those|this|such|ones?|here|entr(?:y|ies)|elements?|components?|values?"
    r"|ratings?|scores?|preferences?|vectors?|items?|users?|data)\b"
    r"|その|それ|この|これ|成分|要素|ベクトル|値|評価|データ|它|其|该|此|元素|向量|评分|值|数据|그|이|벡터|성분|값|평점",
    re.I,
)
"""Words for such a vector, or for what it is made of."""
CHANGE = lazily(
    r"(?<!\\)\b(?:(?:re-?)?scal(?:es?|ed|ing)|(?:re-?|de-?|un-?|z-?)?(?:normali[sz]|standardi[sz]|cent(?:er|re|ring)|weighted|mean)\w*"
    r"|whiten\w*|subtract\w*|add(?:s|ed|ing)?|squar\w*|cub(?:ed|ing)|root\w*|sort\w*|order(?:ed|ing)|drop\w*|replac\w*|remov\w*"
    r"|delet\w*|discard\w*|exclud\w*|omit\w*|leav(?:e|es|ing)|left|skip\w*|ignor\w*|miss(?:ing|ed)|imput\w*|fill\w*|averag\w*"
    r"|medians?|negat\w*|minus|flip\w*|invert\w*|revers\w*|permut\w*|shuffl\w*|transform\w*|convert\w*|map(?:s|ped)|turn(?:s|ed)"
    r"|log(?:s|arithm\w*)?|exponent\w*|unit|mask\w*|zero\w*|set(?:s|ting)?|put|divid\w*|multipl\w*|times|twice|halv\w*|half"
    r"|doubl\w*|tripl\w*|clip\w*|cut|truncat\w*|round\w*|binar\w*|threshold\w*|restrict\w*|limit\w*|only|just|except|without"
    r"|un(?:rated|observed|seen|known)|(?:un)?observed|rated|shift\w*|offset\w*|bias(?:ed|es)?|corrupt\w*|nois\w*|perturb\w*|pad\w*"
    r"|sampl(?:ed|ing)|chang\w*|modif\w*|alter\w*|adjust\w*|process\w*|pre-?process\w*|correct\w*|smooth\w*|after|instead|not|never"
    r"|nearly|almost|roughly|approximate\w*|transposed?|stretch\w*|shrink\w*|shrunk|compress\w*|encod\w*|embed\w*|first|last|some)\b"
    r"|n[’']t\b|正規化|規格化|標準化|中心化|平均|引[いくか]|除[いくか]|割[っり]|ソート|並べ替|二乗|対数|符号|負|半分|倍|単位|置き換|欠損|補完|省[いく]|未評価|無視"
    r"|変換|変更|加え|足し|丸め|反転|ない|のみ|だけ|归一|歸一|标准化|標準|中心|减去|減去|除以|平方|对数|排序|缺失|替换|忽略|去掉|取负|变换|只|不"
    r"|정규화|표준화|평균|빼|나누|제곱|로그|정렬|결측|대체|무시|제외|변환|만\s|않",
    re.I,
)
"""Words by which something else is made of things."""
HARMLESS = lazily(
    r"(?:mean[- ])?squared? (?:errors?|loss(?:es)?|norms?|differences?|residuals?|deviations?)|sums? of squares"
    r"|least squares|(?:derivatives?|gradients?)[^.]{0,60}\b(?:to|is|are|be|equals?) zero"
    r"|\A\W*(?:(?:by|on|and|now|then|so) )*(?:setting|equating|(?:if )?we set)\b[^.]{0,60}\bto (?:zero|0)"
    r"|(?:set|setting|put|putting) (?:the |its |this )*(?:partial )?(?:derivatives?|gradients?)"
    r"|bias(?:es)?\b|not depend\w*",
    re.I,
)
"""Phrases with such words that are about other things."""
SUBJECT = lazily(
    r"\W*(?:\w+\W+){0,4}?(?:it|its|they|them|their|these|those|here|entries|elements|components|values|ratings)\b", re.I
)
"""The same near the beginning of a sentence."""
ENDS = lazily(r"[.;!?](?=\s|\Z)|[。；！？]")


def may_be_altered(vector: Display, blocks: Sequence[Block]) -> bool:
    r"""May words of a document say that a vector is not the entries that it is said to gather?

    >>> from symderiv.document import parse_document
    >>> page = parse_document("$p(u)$ is the vector of all $p_{ui}$. We scale it to unit length.")
    >>> may_be_altered(page.blocks[0], page.blocks)
    True
    """
    before = re.split(r"\$\$.*?\$\$", vector.before, flags=re.DOTALL)[-1]
    *earlier, clause = re.split(r"[,;:、，]", re.sub(r"\$[^$]*\$", "$$", before))
    if LEAD.fullmatch(clause) is None or any(_changes(x) for x in earlier):
        return True
    own = f"${vector.latex}$"
    return any(_is_about(s, own, near) for s, near in _sentences(blocks, vector))


def _is_about(sentence: str, own: str, near: bool) -> bool:
    """Is a sentence about such things, and changes them, or says what is not known in the paragraph of the vector?"""
    if KNOWN.fullmatch(sentence) is not None:
        return False
    about = ABOUT.search(sentence) is not None or own in sentence
    return (_changes(sentence) and (about or near)) or (near and SUBJECT.match(_plain(sentence)) is not None)


def _changes(words: str) -> bool:
    return CHANGE.search(_plain(words)) is not None


def _plain(words: str) -> str:
    """Words without formulas and harmless phrases."""
    return HARMLESS.sub(" ", re.sub(r"\$[^$]*\$", " $ $ ", words))


def _sentences(blocks: Sequence[Block], vector: Display) -> Iterator[tuple[str, bool]]:
    """The sentences of a document, and whether they stand in the paragraph of the vector."""
    paragraphs: dict[int, list[str]] = {}
    for b in blocks:
        if isinstance(b, (Prose, Display)):
            typed = b.text if isinstance(b, Prose) else f"${b.latex}$" if b.inline else ". "
            paragraphs.setdefault(b.paragraph, []).append(typed)
    for number, parts in paragraphs.items():
        yield from ((s, number == vector.paragraph) for s in ENDS.split("".join(parts)) if s.strip())

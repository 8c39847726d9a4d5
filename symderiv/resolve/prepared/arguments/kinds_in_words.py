r"""What a sentence says that a letter for a function is: softmax, or a function of entries.

`where $\sigma$ is the softmax` and `the sigmoid $\sigma$ is applied to each entry` say it. There is no end of words by
which a sentence says something else, `the sigmoid rather than the softmax`, `the softmax of $-z$`, `each entry of
$\sigma$ depends on all`: all words of it have to be known here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ....notation import words_of
from ....pattern import lazily
from .softmaxes import SOFTMAX

ENTRIES = "entries"
KINDS = {
    SOFTMAX: lazily(
        r"\bsoft-?max(?:-?funktion)?\b|ソフトマックス(?:関数)?|softmax|软最大|소프트맥스|\bnormali[sz]ed exponential\b",
        re.I,
    ),
    ENTRIES: lazily(
        r"\blogisti\w*\b|\bsigmo[ïi]d(?:al|e|ea|i)?(?:-?funktion)?\b|シグモイド(?:関数)?|ロジスティック(?:関数)?|시그모이드"
        r"|\btanh\b|\bhyperbolic tangent\b|\bReLU\b"
        r"|\b(?:(?:element|component|entry|coordinate)-?\s?wise|element by element|entry by entry)\b"
        r"|\b(?:to|on) (?:each|every) (?:entry|element|component)\b"
        r"|(?:要素|成分)ごと(?:に)?|各(?:要素|成分)に|逐元素(?:地)?"
        r"|\b(?:element|komponenten)weise\b|\bcomposante par composante\b|\bcomponente (?:por|a|per) componente\b",
        re.I,
    ),
}
"""Words for softmax, and for a function of entries."""
PLAIN = frozenset(
    words_of(
        "where here with let be the a an is are denotes denote denoting stands for means represents represent being"
        " as usual standard function functions activation nonlinearity non-linearity nonlinear applied acts operates"
        " we use write call called again throughout"
        " wobei hier ist sei die der das bezeichnet steht für funktion aktivierungsfunktion wir übliche angewendet"
        " wird où ici est la fonction désigne on note soit appliquée donde aquí es función denota aplicada"
        " dove qui è funzione indica denota onde aqui é a função где здесь это функция обозначает"
    )
)
"""Words that say nothing else beside them."""
PLAIN_EAST = lazily(
    r"ここで|ただし|なお|また|活性化|標準的?な|関数|である|です|します|される|適用|表す|表し|示す|使う|用いる|呼ぶ|とする|とした"
    r"|は|を|が|の|と|で|に|する|し|其中|这里|是|为|表示|代表|函数|激活|标准的?|作用|我们|用|记|여기서|는|은|이|가|를|을|함수|이다|입니다|라고|하자|나타낸다"
)
EAST = lazily(r"[぀-ヿ一-鿿가-힣]")
WORD = lazily(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
MARKS = lazily(r"[\s,、，()（）*_`{}]|\\(?:emph|textbf|textit|text)\b")
END = lazily(r"[.。;；:：]")
_JOINED = r"(?:\b(?:and|und|et|y|e|so that)\b|,|、|，|und|と|および)"
ELSE_BEHIND = lazily(rf"\s*{_JOINED}(?:\s*{_JOINED}|\s*\bwhere\b)*\s*\$")
"""How a sentence goes on about something else behind what it says of a letter;"""
ELSE_BEFORE = lazily(rf"\$.*{_JOINED}\s*\Z", re.S)
"""and where it speaks of that before."""
CHANGED = lazily(r"temperatur|slope|steep|scal|shift|\bits\b|温度|\bnot\b|\bno\b", re.I)
"""Words there that may change the function."""
SUMMED = frozenset(
    words_of(
        "so that with and note we have such where the outputs output probabilities sum sums to one add up satisfy"
        " satisfies then hence thus therefore it holds since because as of always normalized normalised are is"
        " they entries und mit gilt sodass so dass où avec donde con tal que dove"
    )
)
"""Words beside `\\sum_i y_i = 1` that only say that it holds."""
SUMMED_EAST = lazily(r"ただし|ここで|である|です|を満たす|が成り立つ|なので|で|は|満足|其中|且|有")


@lru_cache(maxsize=256)
def kind_told(name: str, before: str, after: str) -> str | None:
    r"""What the words beside a bare letter say plainly that it is.

    >>> kind_told(r"\sigma", "where ", " is the softmax function.")
    'softmax'
    >>> kind_told(r"\sigma", "where ", " is the sigmoid, applied elementwise.")
    'entries'
    >>> kind_told(r"\sigma", "", " is not the softmax")
    """
    words = _clause(name, END.split(before)[-1], END.split(after)[0])
    kinds = {kind for kind, pattern in KINDS.items() if pattern.search(words)}
    for pattern in KINDS.values():
        words = pattern.sub(" ", words)
    if len(kinds) != 1 or re.search(r"[$?~\d]", words):
        return None
    return next(iter(kinds)) if _is_plain(words, PLAIN, PLAIN_EAST) else None


def kinds_mentioned(before: str, after: str) -> set[str]:
    """What the sentence around a bare letter speaks of.

    >>> kinds_mentioned("the sigmoid ", " rather than the softmax. The end") == {"softmax", "entries"}
    True
    """
    words = f"{END.split(before)[-1]} • {END.split(after)[0]}"
    return {kind for kind, pattern in KINDS.items() if pattern.search(words)}


def is_said_plainly(before: str, after: str) -> bool:
    r"""Do the words beside `\sum_i y_i = 1` only say that it holds?

    >>> is_said_plainly("so that ", "."), is_said_plainly("The constraint ", " is dropped.")
    (True, False)
    """
    words = f"{END.split(before)[-1]} • {END.split(after)[0]}"
    return "?" not in words and _is_plain(re.sub(r"\$[^$]*\$", " ", words), SUMMED, SUMMED_EAST)


def _clause(name: str, before: str, after: str) -> str:
    """The words of a sentence that are about a letter, without what it says of others."""
    cut = ELSE_BEHIND.search(after)
    if cut is not None and not CHANGED.search(after[cut.start() :]):
        after = after[: cut.start()]
    value = re.search(rf"\$\s*{re.escape(name)}\s*\(", after)
    if value is not None and not KINDS[SOFTMAX].search(after[: value.start()]):
        after = re.sub(r"\b(?:given by|defined (?:by|as))\s*\Z", "", after[: value.start()].rstrip(" ,"))
    if ELSE_BEFORE.search(before):
        before = ""
    return f"{before} • {after}"


def _is_plain(words: str, known: frozenset[str], east: re.Pattern[str]) -> bool:
    if EAST.search(words):
        return not MARKS.sub("", east.sub(" ", words)).replace("•", "")
    return all(w.lower() in known for w in WORD.findall(words))

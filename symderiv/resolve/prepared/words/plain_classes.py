r"""Whether a sentence says no more than that one class has a 1: `Let $c$ be the class, so $t_c = 1$ and $t_k = 0$`.

`$t_c = 1$ for every class $c$ in the image` tells of several, `if`, `unlike` and `instead of` of other data than these.
As there is no end of such words, all words of the sentence have to be of those that are known to be plain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....latex import tree as t
from ....pattern import lazily
from ...located import Located, read_of
from .called_classes import TYPED
from .called_one_hot import WORD as ONE_HOT
from .called_one_hot import accented

_EXAMPLE = (
    r"(?:(?:training|data|input)[ -])?(?:examples?|samples?|observations?|instances?|points?|times?(?: steps?)?|steps?)"
)
PHRASES = lazily(
    rf"\b(?:(?:for|at|in) )?(?:each|every|an?|one|any|all|the|this|eine[msnr]?|ein|jede[msr]?|l'|un|chaque)"
    rf" {_EXAMPLE}\b"
    r"|\b(?:all|the|every|each)? ?(?:the )?others?"
    r"(?: (?:classes|entries|elements|components|outputs|indices|labels))?\b"
    r"|\b(?:all|the|every) ?(?:the )?(?:remaining|rest)(?: (?:classes|entries|elements|components|ones))?\b"
    r"|\bi\.e\b|\bd\.h\b",
    re.I,
)
"""Phrases that are plain as a whole."""
PLAIN = frozenset(
    """
    a actual ainsi all alle allora alors also altri an and anderen are as at autres avec be being beispiel
    beispiels belongs bonne both by called category clase class classe code coded component con correct correcta
    correta corretta dann das data dem demás den denote denoted denotes der des die donc donde dove e ein eine
    einen einer eines element else elsewhere encoded encoding entonces entry então equal equals es est et example
    exemple for für gelte gilt given gli gold haben had has hat have hence here hot ici in index instance is ist
    it its klasse klassen-index korrekte l la label las le les let los loss mit null nulle observation observed of
    on onde one one-hot one-hot-vektor os other others otherwise output outros où para per pour probability
    remaining rest richtige richtigen right sample say sea sei seien seja sia sind sinon so softmax soit son sono
    sonst sont step target that the then therefore thus to token tous toutes true und vecteur vector vektor vera
    verdadera vraie véritable wahre wahren was we where which with wo wobei word y zero zeros zielklasse zéro è é
    übrigen а вектор верный где для и истинный класс остальных правильный пусть тогда 나머지 나머지는 는 라 라고
    라벨 레이블 모두 은 이고 이다 이며 정답 즉 클래스 클래스를 하고 하면 하자
    """.split()  # noqa: SIM905 - a table of words
)
PLAIN_TOGETHER = lazily(
    r"正解|正しい|真の|クラス|ラベル|カテゴリ|分類|ベクトル|サンプル|損失|ソフトマックス|エンコーディング|表現|ここで|ただし|つまり|すなわち|それ|以外|その他|その|ほか"
    r"|残り|すべて|全て|である|ゼロ|とする|とし|する|して|いる|[のをはがとしでにもて他零]|"
    r"样本|类别|正确|真实|标签|目标|其余|其他|这里|其中|对于|[的类为即都均是则且和设令有]"
)
"""Words of languages that write them together."""
WORD = lazily(r"[^\W\d_]+(?:-[^\W\d_]+)*")
WRITTEN_TOGETHER = lazily(r"[\u3040-\u30ff\u4e00-\u9fff]")
SET = lazily(
    r"\\(?:notin|subset\w*|exists|cup|cap|le|ge|leq|geq|lt|gt|in(?!\s*\\(?:\{|mathbb)))(?![A-Za-z])|[<>≤≥∈∉]",
)
"""What formulas hold that tells of several."""
A_CLASS = lazily(r"\b(?:an?|any|some|one) (?:\w+ )?(?:class|category|label|word|token|index)\b", re.I)
OTHERWISE = lazily(
    r"\b(?:in general|generally|however|but|several|multi\w*|many|arbitrary|any|unnormali[sz]ed|soft|smooth\w*|instead"
    r"|unlike|not|no longer|unless|usual\w*|allgemein|beliebig\w*|mehrere|nicht|aber|sondern|quelconques?|plusieurs"
    r"|général|mais|general|varios|però|ma|mas|но|обычно|несколько)\b"
    r"|但|任意|一般|通常|多个|多標|多标|複数|ではない|하지만|그러나|여러",
    re.I,
)
"""Words of other sentences about the data that tell of other values."""


def says_one_class(number: int, located: Sequence[Located]) -> bool:
    """Is the sentence of an inline formula plain, as far as it tells which class the data are 1 at?"""
    display, _ = located[number]
    whole = f"{display.before}${display.latex}${display.after}"
    if any(SET.search(m[1] or m[2] or "") for m in TYPED.finditer(whole)):
        return False
    words = " ".join(ONE_HOT.sub(" ", TYPED.sub(" ", whole)).replace("’", "'").split())
    return not A_CLASS.search(words) and all(map(_is_plain, WORD.findall(PHRASES.sub(" ", words))))


def _is_plain(word: str) -> bool:
    if WRITTEN_TOGETHER.search(word):
        return not PLAIN_TOGETHER.sub("", word)
    return word.lower() in PLAIN or (len(word) == 1 and word.lower() in "lds")


def is_told_otherwise(name: t.Name, located: Sequence[Located]) -> bool:
    """Do words beside the data, anywhere on the page, tell of other values?"""
    mine = accented(name)
    for display, f in located:
        words = TYPED.sub(" ", f"{display.before} $ $ {display.after}")
        names = (x for g in read_of([(display, f)]) for x in t.of_kind(g, t.Name))
        if OTHERWISE.search(words) and any(accented(x) == mine for x in names):
            return True
    return False

r"""Sentences that call the targets one-hot without naming them, `The targets are one-hot.`, and denials.

`The targets are one-hot vectors times the reward`, `.. one-hot with two ones`: there is no end of words by which they
add up to something else. So such a sentence counts only if every word of it is one of those listed here. Another
sentence of the page may change the targets, `the targets are twice the labels`: then nothing is known of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from ....document.blocks import Block, Display, Prose
from ....latex.hedged import is_hedged, without_abbreviations
from ....pattern import lazily

TARGETS = lazily(
    r"(?i)\b(?:targets?|labels?|classes)\b(?:\s+[a-z]+){0,3}?\s+(?:is|are|be|as)\s+(?:[a-z]+\s+)?one[- ]hot\b"
    r"|\bone[- ]hot(?:[- ](?:en)?coded)?\s+(?:targets?|labels?|classes)\b"
    r"|(?:目標|教師|正解|ラベル)[^。、$]{0,12}(?:one[- ]hot|ワンホット)"
)
"""Words that call the targets so without naming them."""
DENIED = lazily(
    r"(?i)\bfor (?:a |the )?one[- ]hot\b|\b(?:not|never|no|without|if|unless|suppose|when|whether)\b|n't\b"
    r"|な[いく]|場合|とき"
)
_KNOWN = (
    "a all also and are as assume assumed be because being both by c choose class classes code coded consider correct"
    " cross data denote denotes each encoded encoding entropy error every example examples for form from get given"
    " gives has have hence here hot i in index integer its is it k label labels let loss made network now of one our"
    " output outputs represented sample samples set since single so softmax take target targets that the their then"
    " therefore these this thus true use used using vector vectors we which where with write"
)
KNOWN = frozenset(_KNOWN.split())
"""Words that leave one-hot targets what they are, whatever their order."""
KNOWN_JAPANESE = lazily(
    r"(?:教師|データ|目標|正解|ラベル|ベクトル|表現|形式|クラス|ワンホット|損失|出力|ソフトマックス|関数|交差エントロピー|ここで|ただし"
    r"|なお|また|各|この|である|であり|です|となる|とする|とします|として|で与えられる|で表す|で表される|を用いる|を使う|なので|のため"
    r"|だから|より|から|[はがをのでとしにたもる、，（）「」\s])*"
)
FORMULA = lazily(r"\$\$.*?\$\$|\$[^$]*\$|\\\(.*?\\\)|\\\[.*?\\\]", re.S)
SIGNED = lazily(r"\\in\b.*-|\\pm")
"""A set with other numbers than 0 and 1."""
SENTENCE = lazily(r"[.!?。！？](?=\s|\Z|[^\x00-\x7f])|。|\n\s*\n|\n\s*[-*+•]\s")
_SPOKEN_OF = lazily(
    r"\b(?:targets?|labels?|one[- ]hot|annotations?|entr(?:y|ies))\b|目標|教師|正解|ラベル|ワンホット", re.I
)
_KEPT = lazily(r"\b(?:no|without|not)\s+(?:any\s+)?[^.,;()]*|\btime[- ]steps?\b", re.I)
"""Words that leave it at what it was: `no label smoothing`."""
CHANGED = lazily(
    r"\b(?:re)?(?:scaled?|scaling|weighted)\b|\bmultipl(?:y|ie[sd])\b|\bmultiplied\b|\btwice\b|\bdoubl(?:es?|ed)\b"
    r"|\bhal(?:f|ve[sd]?) (?:of )?the\b|\btimes (?:the|an?|\$)|\bclass[- ]weights?\b|\bsigned\b|\bresiduals?\b"
    r"|\bsmooth(?:ed|ing)\b|\bsoft(?:ened)?(?: (?:labels?|targets?))\b|\bnois[ey]\b|\bmix(?:ed|up|ture)\b|\bnegated\b"
    r"|\bmulti[- ]?(?:label|hot)\b|\bexcept\b|\bunlabel+ed\b|\bpadd(?:ed|ing)\b|\bbackground\b|\bignored?\b"
    r"|\ball(?: entries| of them)?(?: are)?[- ](?:zeros?|0)\b|\bat (?:most|least)\b|\btwo ones\b|\bor none\b"
    r"|\bunnormali[sz]ed\b|\bsoften(?:s|ed|ing)?\b|\bin place of\b"
    r"|(?<!one of )\b(?:several|many|multiple|two|both) (?:labels?|entries|ones|classes (?:may|can|are|at once))\b"
    r"|\b(?:sum|difference|average|mean|multiple|product) of (?:the |two |several )?(?:targets?|labels?|one[- ]hot)\b"
    r"|\b(?:targets?|labels?|vectors?) (?:is|are|were) (?:then )?(?:added|divided|replaced|shifted|averaged|summed)\b"
    r"|\badded together\b|\bminus (?:the|an?)\b"
    r"|倍|重み付|平滑化|スムージング|の和(?!が|は|を)|の差|残差|複数のラベル|マルチ|すべて\s*\$?0",
    re.I,
)
"""Words by which the entries add up to something else."""


def calls_targets_one_hot(text: str) -> bool:
    """Does a sentence say for sure that the targets are one-hot?

    >>> calls_targets_one_hot("Here we use one-hot labels."), calls_targets_one_hot("We use signed one-hot labels.")
    (True, False)
    """
    return any(map(_calls, sentences(text)))


def sentences(text: str) -> list[str]:
    """The sentences of a text, formulas in them untouched.

    >>> sentences("Here $a.b$ is so. Then")
    ['Here $a.b$ is so', ' Then']
    """
    kept: list[str] = []

    def hide(m: re.Match[str]) -> str:
        kept.append(m[0])
        return f"\x00{len(kept) - 1}\x01"

    hidden = FORMULA.sub(hide, without_abbreviations(text))
    return [re.sub(r"\x00(\d+)\x01", lambda m: kept[int(m[1])], s) for s in SENTENCE.split(hidden)]


def _calls(sentence: str) -> bool:
    m = TARGETS.search(sentence)
    if m is None or DENIED.search(sentence) is not None or is_hedged(sentence[: m.start()], sentence[m.end() :]):
        return False
    return _is_known(sentence)


def _is_known(sentence: str) -> bool:
    """Is every word of a sentence known?"""
    if any(SIGNED.search(x) for x in FORMULA.findall(sentence)):
        return False
    words = FORMULA.sub(" ", sentence)
    known = all(x.lower() in KNOWN for x in re.findall(r"[A-Za-z]+", words))
    others = re.sub(r"[A-Za-z]+|[\s,;:()*_'’–-]|\b[01]\b", "", words)
    return known and KNOWN_JAPANESE.fullmatch(others) is not None


def may_be_changed(texts: Iterable[str], names: Collection[str] = ()) -> bool:
    r"""Does a sentence that speaks of the targets, or of one of the names, change what they add up to?

    >>> may_be_changed(["The targets $t$ are twice the labels."]), may_be_changed(["The labels are one-hot."])
    (True, False)
    >>> may_be_changed([r"Here $t_i$ is multiplied by 2."], ["t"]), may_be_changed(["There is no label smoothing."])
    (True, False)
    """
    named = [re.compile(rf"(?<![A-Za-z\\]){re.escape(x)}(?![A-Za-z])") for x in names]
    for s in (s for text in texts for s in sentences(text)):
        spoken = _SPOKEN_OF.search(FORMULA.sub(" ", s)) or any(n.search(x) for n in named for x in FORMULA.findall(s))
        if spoken and CHANGED.search(_KEPT.sub(" ", s)):
            return True
    return False


def text_of(blocks: Sequence[Block]) -> str:
    """The words of a page with its formulas; a display ends a sentence if a capital follows."""
    typed: list[str] = []
    for n, b in enumerate(blocks):
        after = next(iter(blocks[n + 1 : n + 2]), None)
        if isinstance(b, Prose):
            typed.append("" if b.struck else b.text)
        elif isinstance(b, Display):
            behind = after.text.lstrip()[:1] if isinstance(after, Prose) else ""
            typed.append(f"${b.latex}$" if b.inline else f" $${b.latex}$${'. ' if behind.isupper() else ' '}")
        else:
            typed.append("\n\n")
    return "".join(typed)

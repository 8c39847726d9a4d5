r"""Words around a name by which it is data or a parameter: `where $t_k$ are the targets`, `the labels are $y_i$`."""

from __future__ import annotations

import re

from ...pattern import lazily

_GIVEN = (
    r"inputs?|targets?|labels?|data|dataset|parameters?|weights?|bias(?:es)?|observ\w+|measur\w+|constants?|known|fixed|"
    r"given|learn(?:t|ed|able)|trainable|free|hyper-?parameters?|ratings?|ground[ -]truth|true|actual|desired|one-hot|"
    r"(?:input|output)\s+\((?:cent(?:er|re)|context|target)\)\s+embeddings?|"
    r"samples?|independent|external|features?|indicators?|coefficients?|rewards?|"
    r"Eingabe\w*|Eingänge?|Ziel\w*|Gewicht\w*|Daten\w*|Parameter\w*|entrées?|cibles?|poids|données?|étiquettes?|"
    r"entradas?|objetivos?|pesos|datos|etiquetas?|ingress\w+|вход\w*|вес\w*|целев\w*|данн\w*|"
    r"(?:noise|error) variances?|"
    r"入力|教師|目標|正解|重み|データ|パラメータ|定数|誤差分散|观测|输入|標籤|标签|目标|权重|参数|数据|常数|噪声方差|입력|목표|가중치|"
    r"[가-힣]*(?:모수|계수|상수|매개변수|파라미터|데이터|관측값|정답|레이블|라벨|(?:오차|잡음|노이즈) ?분산)"
)
_COMPUTED = r"(?<!\w)(?:activations?|activit\w+|predict\w+|estimat\w+|comput\w+|responses?|functions?)(?!\w)"
"""Words for what is computed, of an input, say."""
BEHIND = lazily(
    r"(?:\s*(?:,|and)?\s*\$[^$]*\$)*\s*"
    r"(?:\(|,|:|=|the|an?|is|are|be|being|denotes?|represents?|stands?\s+for|as|ist|sind|est|sont|es|son|è|—|は|が|を|是|"
    rf"为|為|는|은)\s*(?:(?!{_COMPUTED})[^.;:$。；]){{0,60}}?(?<!\w)(?:{_GIVEN})(?!\w*\s*\$)",
    re.I,
)
"""How a sentence goes on behind a name, or behind one of several, that it calls data. In `, the target $t$` the word
belongs to the name that follows."""
TARGET_ABROAD = lazily(
    r"\s*は\s*[^$。．；、，]{0,20}?(?:教師|正解|目標)(?:信号|データ|値|ラベル|ベクトル|出力)*"
    r"\s*(?:です|である|であり|で(?=[、，\s])|を表\w+|とする|[、。，．]|\Z)"
    r"|\s*(?:是|为|為)\s*[^$。；、，]{0,20}?(?:标签|標籤|目标值?|真实值|教师信号)\s*(?:[、。，；]|\Z)"
)
"""Behind a target, in languages that put no space between words."""
_CALLED = rf"(?<!\w)(?:{_GIVEN})(?:の|を)?(?:\s+(?:vectors?|matri(?:x|ces)|values?|entries|of))*\W{{0,4}}"
_ARE = r"(?:(?:are|is|be|as|called|denoted(?: by| as)?|written(?: as)?)\s+)?"
BEFORE = lazily(rf"{_CALLED}{_ARE}\Z", re.I)
"""Words before such a name, `the labels are $y_i$`,"""
LISTED = lazily(rf"{_CALLED}(?:\$[^$]*\$\s*(?:,|and|,\s*and|と|、|，)\s*)+\Z", re.I)
"""or before several, of which it is a later one"""
_GAP = (
    r"(?:(?:the|an?|its|our)\s+)?"
    r"(?:(?!(?:of|by|in|from|to|for|as|is|are|that|which|with|and|when|where|not"
    r"|outputs?|activations?|predict\w*|estimat\w*|comput\w*|functions?)\b)[\w-]+\s+){0,4}"
)
ENUMERATED = lazily(
    rf"\b(?:hyper-?)?parameters(?:\s+are|:)\s+(?:{_GAP}\$[^$]*\$\s*(?:,\s*and|,|and)\s+)*{_GAP}\Z", re.I
)
"""Words before one of several, each called something: `the parameters are the variance $s > 0$ and the length $l$`."""
CLOSED = lazily(r"\s*(?:[.,;:)。、，；）]|and\b|\Z)", re.I)
"""with no word of its own behind it."""


def are_called_data(before: str, after: str) -> bool:
    """Do the words around a name call it data?"""
    listed = (LISTED.search(before) or ENUMERATED.search(before)) and CLOSED.match(after)
    return bool(BEHIND.match(after) or TARGET_ABROAD.match(after) or BEFORE.search(before) or listed)

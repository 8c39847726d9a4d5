r"""Is the clause of a condition one that makes it the condition of the display beside it, and nothing else?

Behind the words that are known to say something else (`said_plainly`, `led_elsewhere`), a clause has to be of one of
few shapes (`clause_shapes`): `For $i = j$ we get`, `Diagonal ($i = j$):`, `$i = j$:`. Whatever else stands in it, as in
`The delta picks $i = j$, so`, may make the condition one of a term, a case that is finished, or one that comes later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .clause_shapes import (
    CHINESE_HEAD,
    CHINESE_TAIL,
    CJK_DERIVATIVE,
    CJK_NOUNS,
    JAPANESE_HEAD,
    JAPANESE_TAIL,
    KOREAN_HEAD,
    KOREAN_TAIL,
    LANGUAGES,
    Shapes,
)
from .clauses import FORMULA, STOP
from .led_elsewhere import CJK, CJK_LEADING

_MARKS = re.compile(
    r"\\(?:text\w*|emph|label|quad|qquad|item|noindent|par|begin|end)\b\*?(?:\{[a-z]+\*?\})?|\\[,;:! \\()\[\]]"
    r"|[{}*_`~#|>^&]|^\s*[-+•·・]\s"
)
_ENDED = re.compile(rf"{STOP.pattern}|\n[ \t]*\n|\n(?=[ \t]*(?:[-+•]|\d+[.)])[ \t])|[!?！？](?=\s|$)")
_PARTS = r"[\s,:;()\[\]（）、，：；.。・–—-]"
_NUMBER = r"[(（]?(?:\d{1,2}|[ivx]{1,4}|[a-h])[)）.:]|[①-⑳]|\d{1,2}(?:st|nd|rd|th|er|e|ème|º|ª)?\.?"
_CASE = (
    r"(?:case|fall|cas|caso|случай|step|part|scenario|situation|option)\s*(?:n°|#)?\s*[(（]?"
    r"(?:\d{1,2}|[ivx]{1,4}|[a-h]|one|two)?[)）]?"
)
_JOINED = re.compile(r"[(（]\s*(?:and|und|et|y|e|и)(?!\w)[^)）]*\Z", re.I)
"""What joins a condition in parentheses to another case."""
ABBREVIATED = 5
"""So long at most is a word that may be cut short."""
MOST = 14
"""So many words at most lead from a condition to its display."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The shapes of one language.

    What stands in front of a condition that leads to a display, in front of one right behind it, behind a condition
    inside of its parentheses, from it to the display, in a sentence after it, and behind one that leads to none.
    """

    in_front: re.Pattern[str]
    right_behind: re.Pattern[str]
    enclosed: re.Pattern[str]
    behind: re.Pattern[str]
    following: re.Pattern[str]
    closing: re.Pattern[str]


@lru_cache(maxsize=1024)
def unlike_a_condition(before: str, until: str, leading: bool = True) -> str:
    r"""The clause of a condition, if it is none of those that say no more than that it is one; "" otherwise.

    `before`: the text in front of it, `$` for a formula; `until`: that between it and the display, or the rest of its
    sentence where it stands behind the display.

    >>> unlike_a_condition("For ", " we get"), unlike_a_condition("Diagonal (", "):"), unlike_a_condition("", ":")
    ('', '', '')
    >>> unlike_a_condition("The delta picks ", ", so"), unlike_a_condition("That was ", ". Now")
    ('The delta picks', 'That was')
    >>> unlike_a_condition("for ", ", say.", leading=False), unlike_a_condition("for ", ".", leading=False)
    (', say.', '')
    """
    before, until = _cleared(before), _cleared(until)
    head = _last_sentence(before)
    if CJK.search(head + until):
        return "" if _is_cjk_shape(head, until, leading) else f"{head} {until}".strip()
    if joined := _JOINED.search(head):
        return joined[0].strip("(（ ")
    found = [_unlike(head, until, patterns, leading) for patterns in _patterns()]
    return "" if "" in found else max(found, key=len)


def _cleared(text: str) -> str:
    return re.sub(r"[ \t]+", " ", _MARKS.sub(" ", text).replace(FORMULA, f" {FORMULA} "))


def _last_sentence(before: str) -> str:
    """The sentence that a text ends in, with a word in front of it whose stop may end none, and its number."""
    kept = re.sub(rf"(?i)(?:^|(?<=\n))\s*(?:{_NUMBER}|{_CASE}\.)(?=\s)", lambda m: m[0].replace(".", ":"), before)
    sentences = list(_ENDED.split(kept))
    while len(sentences) > 1 and not sentences[-1].strip() and _is_brief(sentences[-2]):
        sentences[-2:] = [sentences[-2] + ","]
    return sentences[-1]


def _is_brief(sentence: str) -> bool:
    words = re.findall(r"[^\W\d_]+", sentence)
    if CJK.search(sentence):
        return False
    return len(words) in (1, 2) or (
        bool(words) and len(words[-1]) <= ABBREVIATED and sentence.count("(") > sentence.count(")")
    )


def _unlike(head: str, until: str, patterns: Patterns, leading: bool) -> str:
    if (patterns.in_front if leading else patterns.right_behind).fullmatch(head) is None:
        return head.strip() or FORMULA
    if re.search(r"[(（][^)）]*\Z", head):
        inner, _, until = until.partition(")") if ")" in until else until.partition("）")
        if patterns.enclosed.fullmatch(inner) is None:
            return inner.strip()
    if not leading:
        return "" if patterns.closing.fullmatch(until) else until.strip() or FORMULA
    own, *others = _ENDED.split(until)
    if len(until.split()) > MOST or patterns.behind.fullmatch(own) is None:
        return own.strip() or FORMULA
    return next((x.strip() for x in others if patterns.following.fullmatch(x) is None), "")


@lru_cache(maxsize=1)
def _patterns() -> tuple[Patterns, ...]:
    return tuple(_of(shapes) for shapes in LANGUAGES)


def _of(shapes: Shapes) -> Patterns:
    beside = _some(rf"{shapes.makes}|{shapes.nouns}|[$]")
    number = rf"{_PARTS}*(?:(?:{_NUMBER}){_PARTS}*)?"
    onward = _some(rf"{shapes.goes_on}|{shapes.nouns}|[$]")
    nouns = _some(shapes.nouns)
    enclosed = rf"[(（]{_PARTS}*{nouns}[)）]"
    closing = rf"\s*[.:]?\s*|{_PARTS}*(?:{shapes.ends})(?!\w)[^.]*|{_PARTS}*(?:(?:{shapes.said}){_PARTS}*)?"
    return Patterns(
        re.compile(rf"{number}{_some(shapes.lead)}(?:{_CASE}{_PARTS}+)?{beside}", re.I),
        re.compile(rf"{number}{_some(shapes.told)}(?:{_CASE}{_PARTS}+)?{beside}", re.I),
        re.compile(rf"{_PARTS}*{nouns}", re.I),
        re.compile(rf"\s*(?:{enclosed})?{_PARTS}*{onward}", re.I),
        re.compile(rf"{_PARTS}*{onward}", re.I),
        re.compile(rf"\s*(?:{enclosed})?(?:{closing})", re.I),
    )


def _some(words: str) -> str:
    """Any number of what patterns of words stand for."""
    return rf"(?:(?<!\w)(?:{words or '(?!)'})(?!\w){_PARTS}*)*"


def _is_cjk_shape(head: str, until: str, leading: bool) -> bool:
    """The same where words are not parted."""
    scripts = ((JAPANESE_HEAD, JAPANESE_TAIL), (CHINESE_HEAD, CHINESE_TAIL), (KOREAN_HEAD, KOREAN_TAIL))
    return any(_is_of(head, until, *script, leading) for script in scripts)


def _is_of(head: str, until: str, in_front: str, behind: str, leading: bool) -> bool:
    parts = _PARTS
    if not re.fullmatch(rf"{parts}*(?:(?:{_NUMBER}){parts}*)?(?:(?:{in_front}|\d{{1,2}}|[$]){parts}*)*", head, re.I):
        return False
    until = until.lstrip().removeprefix(")").removeprefix("）").lstrip()
    found = re.match(rf"(?:(?:{behind})(?={parts}|\Z|[^ぁ-ん]|{CJK_DERIVATIVE})|(?={parts}|\Z))", until)
    if found is None:
        return False
    rest = re.sub(rf"\A{parts}*[（(]{CJK_NOUNS}[）)]", "", until[found.end() :])
    if not leading:
        return re.fullmatch(rf"{parts}*", _ENDED.split(rest)[0]) is not None
    left = CJK_LEADING.sub("", re.sub(CJK_DERIVATIVE, "", rest))
    return len(rest) <= 3 * MOST and re.fullmatch(rf"(?:{parts}|[$])*", left) is not None

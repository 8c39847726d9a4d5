r"""Is the clause of a condition one that makes it the condition of the display beside it, and nothing else?

Behind the words that are known to say something else (`said_plainly`, `led_elsewhere`), a clause has to be of one of
few shapes (`clause_shapes`): `For $i = j$ we get`, `Diagonal ($i = j$):`, `$i = j$:`. Whatever else stands in it, as in
`The delta picks $i = j$, so`, may make the condition one of a term, a case that is finished, or one that comes later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..pattern import lazily
from .another_case import another_case
from .cases_begun import supposes
from .clause_shapes import LANGUAGES, Shapes
from .clause_shapes_cjk import is_shape
from .clause_words import REMARK, is_consequence, is_remark, is_topic
from .clauses import FORMULA, ITEM, LASTING, PARTS, SENTENCE_END
from .led_elsewhere import CJK, SO
from .what_depends import says_what_depends, says_what_is_done

_MARKS = lazily(
    r"\\(?:text\w*|emph|label|quad|qquad|item|noindent|par|begin|end)\b\*?(?:\{[a-z]+\*?\})?|\\[,;:! \\()\[\]]"
    r"|[{}*_`~#|>^&]|^\s*[-+•·・]\s"
)
_WITHIN_CJK = lazily(rf"(?<={CJK.pattern}) (?={CJK.pattern})(?![가-힣])")
_ENDED = lazily(rf"{SENTENCE_END}|{ITEM}|[!?！？](?=\s|$)")
_NUMBER = r"[(（]?(?:\d{1,2}|[ivx]{1,4}|[a-h])[)）.:]|[①-⑳]|\d{1,2}(?:st|nd|rd|th|er|e|ème|º|ª)?\.?"
_CASE = (
    r"(?:case|fall|cas|caso|случай|step|part|scenario|situation|option)\s*(?:n°|#)?\s*[(（]?"
    r"(?:\d{1,2}|[ivx]{1,4}|[a-h]|one|two)?[)）]?"
)
_JOINED = lazily(r"[(（]\s*(?:and|und|et|y|e|и)(?!\w)[^)）]*\Z", re.I)
"""What joins a condition in parentheses to another case."""
_BREAK = lazily(r"[,:;(（\[–—]|\s-\s")
_PARTED = lazily(r"\s*[,:;–—-]\s*")
_OPENED = lazily(r"[(（\[]")
_CLOSED = lazily(r"[)）\]]")
_REMARK = lazily(r"\s*[(（]([^()（）]*)[)）]")
_THROUGHOUT = lazily(r"\s*(?:throughout|durchweg|durchgehend|partout|en todo momento)\s*[)）.]", re.I)
"""Words behind what is said of all lines."""
_ALWAYS = lazily(rf"[(（]\s*(?:{LASTING.pattern})\s*\Z", re.I)
"""Words in parentheses before such."""
_BECAUSE = lazily(
    r"[\s,;]*(?:because|since|as|where|denn|da|weil|wobei|car|puisque|où|ya que|pues|donde|poiché|dove|porque|pois|onde"
    r"|так как|где)(?!\w)",
    re.I,
)
"""Words behind a case by which it is explained."""
_FIRST = lazily(
    r"(?<![^\W_])(?:first(?:ly)?|initiali[sz]ation|initially|base case|zuerst|zunächst|d['’]abord|primero|prima"
    r"|primeiro|сначала)(?![^\W_])|まず|最初に|首先|先看|먼저",
    re.I,
)
_SECOND = lazily(
    r"[\s,;.)]*[,;.]\s*(?:then|next|second(?:ly)?|dann|danach|puis|ensuite|luego|después|poi|depois|затем|потом)\W*"
    r"|[\s)）]*(?:[、，。；]\s*(?:次に|続いて|其次|然后|接着)|(?:이고|다음)?[,.]\s*(?:다음으로|그다음))\W*",
    re.I,
)
"""Words around a case behind which the next one is displayed: `Zuerst $i = j$, dann`."""
_SUPPOSING = lazily(
    r"(?<![^\W_])(?:let|suppose|assume|consider|take|sei|betrachte\w*|soit|supposons|sea|supongamos|sia|seja|пусть)(?![^\W_])",
    re.I,
)
"""Words by which a case begins, whatever is said to be first."""
_NEXT = lazily(
    r"\s*(?:(?:the\s+)?(?:second|third|next|other|remaining)\s+case(?:\s+is)?|(?:zweiter|nächster|anderer) fall"
    r"|(?:case|fall|cas|caso|случай)\s*[2-9]|(?:now|next|then|nun|jetzt|maintenant|ahora|ora|agora|теперь)"
    r"|(?:第[二三]种)?情[况形]\s*[二三2-9]?|第[二三]种情[况形]|然后|接着|次に|다음으로)\s*[,:：]?\s*",
    re.I,
)
"""All in front of a condition that goes on with the next case, of which nothing is displayed any more."""
_PICKING = lazily(r"\$\s+(?:picks|chooses|selects|samples|draws|takes)\s*\Z")
_AS = lazily(r"\s*as (?:its|an?|the|his|her|their)\b")
"""Words around a letter that is not another: `point $i$ picks $j \\ne i$ as its neighbour`."""
_BRIEF = lazily(r"\s*(?:(?:for|if|when|für|wenn|falls|pour|si|para)\s+)?", re.I)
_ON = lazily(r"[\s,:]*(?:(?:then|we (?:get|have|obtain|find))[\s,:]*)?")
"""All around most conditions, by which no shapes have to be looked at."""
ABBREVIATED = 5
"""So long at most is a word that may be cut short."""
MOST = 14
"""So many words at most lead from a condition to its display."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The shapes of one language.

    What stands in front of a condition that leads to a display, in front of one from which its clause may draw
    something, in front of one right behind its display, before the words of these that make it a condition; behind a
    condition inside of its parentheses, from it to the display, in a clause that draws something from it, in a sentence
    after it, and behind one that leads to none.
    """

    in_front: re.Pattern[str]
    strong: re.Pattern[str]
    right_behind: re.Pattern[str]
    subject: re.Pattern[str]
    marker: re.Pattern[str]
    enclosed: re.Pattern[str]
    behind: re.Pattern[str]
    drawn: re.Pattern[str]
    following: re.Pattern[str]
    closing: re.Pattern[str]


@lru_cache(maxsize=1024)
def unlike_a_condition(before: str, until: str, leading: bool = True, equal: bool | None = None) -> str:
    r"""The clause of a condition, if it is none of those that say no more than that it is one; "" otherwise.

    `before`: the text in front of it, `$` for a formula; `until`: that between it and the display, or the rest of its
    sentence where it stands behind the display; `equal`: whether it says that two are the same.

    >>> unlike_a_condition("For ", " we get"), unlike_a_condition("Diagonal (", "):"), unlike_a_condition("", ":")
    ('', '', '')
    >>> unlike_a_condition("The delta picks ", ", so"), unlike_a_condition("That was ", ". Now")
    ('The delta picks', 'That was')
    >>> unlike_a_condition("for ", ", say.", leading=False), unlike_a_condition("for ", ".", leading=False)
    (', say.', '')
    """
    if leading and _BRIEF.fullmatch(before) and _ON.fullmatch(until):
        return ""
    before, until = _cleared(before), _cleared(until)
    head = _last_sentence(before)
    always = _ALWAYS.search(head) is not None and _CLOSED.match(until.lstrip()) is not None
    if always or _THROUGHOUT.match(until) or (_PICKING.search(head) and _AS.match(until)) or _is_fact(head, until):
        return ""
    if leading and (says_what_depends(head, until) or says_what_is_done(head, until)):
        return ""
    if found := another_case(head, until, equal):
        return found
    if leading and _FIRST.search(head) and not _SUPPOSING.search(head) and _SECOND.fullmatch(until):
        return until.strip()
    if not leading and _NEXT.fullmatch(head):
        return head.strip()
    if CJK.search(head + until):
        return "" if is_shape(head, until, _NUMBER, leading) else f"{head} {until}".strip()
    if joined := _JOINED.search(head):
        return joined[0].strip("(（ ")
    longest = ""
    for n in range(len(LANGUAGES)):
        unlike = _unlike(head, until, _of(n), leading)
        if not unlike:
            return ""
        longest = max(longest, unlike, key=len)
    return longest


def _is_fact(head: str, until: str) -> bool:
    """Is it drawn from what a sentence says of letters, and no case: `User $u$ prefers $i$ to $j$, so $i \\ne j$.`?"""
    return SO.search(head) is not None and head.count(FORMULA) > 1 and _ENDED.match(until) is not None


def _cleared(text: str) -> str:
    text = re.sub(r"[ \t]+", " ", _MARKS.sub(" ", text).replace(FORMULA, f" {FORMULA} "))
    return _WITHIN_CJK.sub("", text)


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
    meant = _means(head, patterns)
    known = meant or (patterns.in_front if leading else patterns.right_behind).fullmatch(head) is not None
    known = known or (leading and supposes(head))
    if not known and not (leading and (_has_topic(head, patterns) or _is_about(head, patterns))):
        return head.strip() or FORMULA
    if re.search(r"[(（\[][^)）\]]*\Z", head):
        inner, until = [*_CLOSED.split(until, maxsplit=1), ""][:2]
        if patterns.enclosed.fullmatch(inner) is None and not (leading and _is_remark(inner)):
            return inner.strip()
    if not leading:
        because = _BECAUSE.match(until)
        explained = because is not None and is_remark(until[because.end() :])
        return "" if explained or patterns.closing.fullmatch(until) else until.strip() or FORMULA
    until = _without_remark(until)
    own, *others = _ENDED.split(until)
    if not known and any(x.strip() for x in others):
        return head.strip()  # `Initialization: $t = T$. Then`: what begins there is of something else
    if len(until.split()) <= MOST and patterns.behind.fullmatch(own):
        return next((x.strip() for x in others if patterns.following.fullmatch(x) is None), "")
    draws = known and (meant or patterns.strong.fullmatch(head)) and not any(x.strip() for x in others)
    drawn = draws and patterns.drawn.fullmatch(own) and is_consequence(own)
    return "" if drawn else own.strip() or FORMULA


def _means(head: str, patterns: Patterns) -> bool:
    """Does a clause say in words what stands in parentheses behind it: `If the indices agree ($i = j$), ..`?"""
    outside, opened, inside = head.rpartition("(")
    found = patterns.marker.search(outside) if opened and not inside.strip(" $") else None
    if found is None or patterns.in_front.fullmatch(outside[: found.start()]) is None:
        return False
    return is_remark(outside[found.end() :])


def _has_topic(head: str, patterns: Patterns) -> bool:
    """Is a head a few words that only say what the line is about, and then of a known shape?"""
    for found in _BREAK.finditer(head):
        if patterns.in_front.fullmatch(head, found.end()):
            outside, *enclosed = _OPENED.split(head[: found.start()])
            known = (not x.strip(" $") or patterns.in_front.fullmatch(x) or is_topic(x) for x in _BREAK.split(outside))
            return all(known) and all(not x.strip() or is_topic(x) for y in enclosed for x in _BREAK.split(y))
    return False


def _is_about(head: str, patterns: Patterns) -> bool:
    """Does it say of what derivative a line is, `The derivative of the output for $i = j$`, and then the condition?"""
    for found in patterns.marker.finditer(head):
        about, last = head[: found.start()], head[found.start() :]
        subject = patterns.subject.match(about)
        if subject and patterns.in_front.fullmatch(last):
            rest = about[subject.end() :]
            return not rest.strip(" ,$") or is_topic(rest, REMARK)
    return False


def _is_remark(text: str) -> bool:
    """Is it said behind a condition what that means, `($i = j$, same class)`?"""
    parted = _PARTED.match(text)
    return parted is not None and is_topic(text[parted.end() :])


def _without_remark(until: str) -> str:
    """The text behind a condition without what is said of it in parentheses: `$i = j$ (same word): we get`."""
    found = _REMARK.match(until)
    return until[found.end() :] if found and is_remark(found[1]) else until


@lru_cache(maxsize=len(LANGUAGES))
def _of(language: int) -> Patterns:
    shapes: Shapes = LANGUAGES[language]
    told = shapes.reports or "(?!)"
    beside = _some(rf"{shapes.makes}|{shapes.nouns}|[$]")
    number = rf"{PARTS}*(?:(?:{_NUMBER}){PARTS}*)?"
    lead = _some(rf"{shapes.lead}|{told}")
    onward = _some(rf"{shapes.goes_on}|{shapes.nouns}|[$]")
    nouns = _some(shapes.nouns)
    strong = shapes.strong or "(?!)"
    enclosed = rf"[(（]{PARTS}*{nouns}[)）]"
    closing = rf"\s*[.:]?\s*|{PARTS}*(?:(?:{shapes.said}){PARTS}*)?"
    known = _some(rf"{shapes.ends}|{shapes.makes}|{shapes.lead}|{shapes.goes_on}|{shapes.nouns}|[$]")
    closing += rf"|{PARTS}*(?:{shapes.ends})(?!\w){PARTS}*{known}"
    closing += r"|\s*(?:\d{1,2}|[a-h])[.)]\s(?s:.*)"  # the next item of a list
    by = r"\s*(?:using|by|from|since|because|nach|mit|da|weil|par|d'après|comme|por|usando|como|per|pela|по)"
    opens, leads_on = shapes.opens or "(?!)", shapes.leads_on or "(?!)"
    return Patterns(
        re.compile(rf"{number}{lead}(?:{_CASE}{PARTS}+)?{beside}", re.I),
        re.compile(rf"{number}{lead}(?:{_CASE}{PARTS}*|(?<!\w)(?:{strong})(?!\w){PARTS}*{beside})", re.I),
        re.compile(rf"{number}{_some(shapes.told)}(?:{_CASE}{PARTS}+)?{beside}", re.I),
        re.compile(rf"{number}{lead}(?:{shapes.subject or '(?!)'})(?!\w)", re.I),
        re.compile(rf"(?<!\w)(?:{strong})(?!\w)", re.I),
        re.compile(rf"{PARTS}*{nouns}", re.I),
        re.compile(rf"\s*(?:{enclosed})?{PARTS}*{onward}", re.I),
        re.compile(
            rf"[\s)）]*(?:[,:;–—]|(?:{opens})(?!\w)|[$])(?:.*(?<!\w)(?:{leads_on})[\s,:]*|.*[:：]\s*|{by}\b.*,\s*)",
            re.I | re.S,
        ),
        re.compile(rf"{PARTS}*{onward}", re.I),
        re.compile(rf"\s*(?:{enclosed})?(?:{closing})", re.I),
    )


def _some(words: str) -> str:
    """Any number of what patterns of words stand for."""
    return rf"(?:(?<!\w)(?:{words or '(?!)'})(?!\w){PARTS}*)*"

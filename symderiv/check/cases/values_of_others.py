r"""Values that sentences give names, and the lines that they may not be meant for, or may be meant for.

What `- $\lambda = 0$. Then` or `Exercise 1. Let $\lambda = 0$.` says ends with its item, or its exercise (more ends are
in `ends_of_values`); what is said of a case ends where the page goes on `in general`; and `- $\lambda = 0$: baseline`
beside `- $\lambda = 1$: decay` are settings of which no line is told. A line further down that is right for such a
value alone is open. So is a line that is wrong in general and right for a value which the sentence behind it names:
`[line]`, `This used $\lambda = 0$.`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from ...document.behind_lines import DERIVES, OVER, OVERS
from ...document.cases_of_lines import GENERAL
from ...document.displays_typed import CLOSED, DISPLAYED, SHOWN
from ...expr import Var
from ...latex.cases_begun import POINTING, supposes
from ...latex.clauses import STOP
from ...latex.joining import makes_a_condition
from ...latex.led_elsewhere import WORD
from ...notation import words_of
from ...pattern import lazily
from ...resolve.comparisons.compared import Fixed
from ...resolve.sizes.parts_headed import begins_part
from ...step import Judgement, Verdict
from ..known.rests import rests
from ..link import Link
from .assuming import is_right_where
from .ends_of_values import begins_statement, is_ended, numbered_as
from .headed_cases import HEADING, PROSE, VALUE
from .pinned import Pin, without

ITEMS = (
    lazily(r"[ \t]*(?:[-*+•·・]|\\item\b)\s"),
    lazily(r"[ \t]*\(?\d{1,2}[.)]\s"),
    lazily(r"[ \t*_]*\(?(?:[a-h]|[ivx]{1,4})[.)][*_]*\s"),
)
"""How items of lists begin,"""
PART = lazily(
    r"[ \t*_#>]*(?:\\(?:paragraph|textbf|emph)\s*\{)?\s*"
    r"(?:(?:exercise|problem|question|task|part|case|variant|example|experiment|run|setting|aufgabe|übung|teil|fall|beispiel"
    r"|exercice|cas|exemple|partie|ejercicio|problema|caso|ejemplo|esercizio|esempio|exercício|exemplo|задача|упражнение"
    r"|случай|пример)\s*\(?(?:\d+|[a-h]|[ivx]+)\b"
    r"|(?:問題?|練習問題|演習|例題?|場合|ケース|练习|習題|习题|问题|题目|情况|情形|문제|연습|경우|예제?)\s*[(（]?[\d一二三四①-⑨]"
    r"|第[一二三四1-4][题題种種])",
    re.I,
)
"""and parts of a page."""
FIRST = lazily(
    r"\b(?:first|at first|initially|warm-?up|for now|for a moment|for the moment|temporarily|zunächst|zuerst|vorerst"
    r"|d['’]abord|pour l['’]instant|primero|por ahora|prima|per ora|primeiro|сначала|пока)\b"
    r"|まず|最初|いったん|一旦|首先|[先暂暫]|먼저|우선",
    re.I,
)
"""Words beside a value that is that of a first case,"""
SECOND = lazily(
    r"\b(?:next|now|then|second(?:ly)?|full|finally|nun|jetzt|dann|danach|voll\w*|ensuite|puis|maintenant|complet\w*|luego"
    r"|ahora|después|poi|ora|depois|agora|затем|теперь|потом)\b|次に|続いて|今度|然后|然後|接着|接下来|再|다음|이제",
    re.I,
)
"""and such as go on to the next one."""
AHEAD = frozenset(
    words_of(
        "for if when whenever with in on at case now next then let setting putting taking für wenn falls bei im mit nun"
        " jetzt pour si quand lorsque avec dans maintenant para cuando con en ahora per se quando nel ora при если"
    )
)
"""Words that begin a sentence with the value of what follows."""
AHEAD_CJK = lazily(r"\s*(?:次に|まず|ここで|さて|では|特に|もし|当|若|如果|设|令|取|再|现在|首先|其次|다음|이제|만약)")
MOST = 400
"""So far behind a line a value may still be said of it."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A value as it stands in a sentence: without spaces, and from where to where its formula goes."""

    typed: str
    start: int
    end: int

    @property
    def name(self) -> str:
        return self.typed.rpartition("=")[0]


@lru_cache(maxsize=16)
def values_said(page: str) -> tuple[_Said, ...]:
    r"""The values that a page gives names in its sentences.

    >>> [(v.typed, v.name) for v in values_said("Let $\\lambda = 0$ and $a = b$. $$ c = 1 $$")]
    [('\\lambda=0', '\\lambda')]
    """
    found = (_Said(_bare(m[1]), *m.span()) for m in PROSE.finditer(page) if "=" in m[1])
    return tuple(x for x in found if VALUE.fullmatch(x.typed))


def may_name_a_value(page: str) -> bool:
    """May a sentence of a page, or a sign of its displays, give a name a value?"""
    return bool(values_said(page)) or any(x in page for x in OVERS)


def unless_of_others(link: Link, verdict: Verdict, pins: Sequence[Pin], judge: Callable[[Link], Verdict]) -> Verdict:
    """The verdict; open for a line that is right for a value which may not be meant for it, or wrong but for one that
    may be. `judge`: of links with what stands beside them."""
    if verdict.judgement is Judgement.WRONG:
        return _at_value_behind(link, verdict, judge)
    at = _begin(link)
    left = [v for v in values_said(link.page) if v.end <= at and _is_left(link.page, v, at)]
    last = {v.typed: v for v in values_said(link.page) if v.end <= at}
    left = [v for v in left if last[v.typed] == v]
    given = {_bare(g) for g in link.written.given}
    mine = [p for p in pins if p.number and p.written.inline and _bare(p.written.latex) in {v.typed for v in left}]
    mine = [p for p in mine if rests(link.system, (link.left, link.right), p.entry.variable)]
    shown = [v.typed for v in left if v.typed in given] + [_bare(p.written.latex) for p in mine]
    if not shown:
        return verdict
    kept = tuple(g for g in link.written.given if _bare(g) not in shown)
    other = replace(link, system=without(link.system, mine), written=replace(link.written, given=kept))
    if judge(other).judgement is Judgement.RIGHT:
        return verdict
    detail = f"it is right for `{shown[0]}` and not in general, and it is not clear whether that is meant here"
    return Verdict(Judgement.UNPROVED, detail=detail)


def _begin(link: Link) -> int:
    """Where a line begins in the text of its page."""
    rows = link.page.split("\n")[: link.written.line - 1]
    return sum(len(r) + 1 for r in rows) + (link.written.place.column - 1 if link.written.inline else 0)


def _is_left(page: str, value: _Said, at: int) -> bool:
    """Is the case of a value left between its sentence and a line at a place, or is it one setting of several?"""
    since = page[value.end : at]
    kind = _kind_of_part(page, value.start)
    ends = next((n for n, row in _rows(since) if n and kind is not None and kind(row)), None)
    if ends is not None and DERIVES.search(since, 0, ends):
        return True
    derived = [m.start() for m in DERIVES.finditer(page, 0, at)]
    general = GENERAL.search(_spoken(since))
    if general is not None and any(n < value.end + general.start() for n in derived):
        return True
    return is_ended(page, value.start, since) or _is_first(page, value, since) or _is_setting(page, value)


def _is_first(page: str, value: _Said, since: str) -> bool:
    """Is it said of a first case, and do words behind a line of that go on to the next one?"""
    paragraph = page[page.rfind("\n\n", 0, value.start) + 1 : value.start]
    lines = (m.end() for m in SHOWN.finditer(since) if DERIVES.search(m[0]))
    behind = _spoken(since[next(lines, len(since)) :])
    return SECOND.search(behind) is not None and FIRST.search(_spoken(paragraph)) is not None


def _kind_of_part(page: str, start: int) -> Callable[[str], bool] | None:
    """What begins a part of the same kind as the one in which a value stands; None where it stands in none."""
    numbered: list[Callable[[str], bool]] = []
    for n, row in reversed(list(_rows(page[:start]))):
        whole = page[n:].split("\n", 1)[0]
        if (alike := numbered_as(whole)) is not None:
            numbered.append(alike)
        for begins in _KINDS:
            if begins(whole):
                return _any_of(*numbered, begins)
        if HEADING.match(row):
            break
    return _any_of(*numbered) if numbered else None


def _any_of(*kinds: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda row: any(begins(row) for begins in kinds)


def _item(n: int) -> Callable[[str], bool]:
    return lambda row: ITEMS[n].match(row) is not None


def _begins_part(row: tuple[int, str]) -> bool:
    return HEADING.match(row[1]) is not None or _is_part(row[1])


def _is_part(row: str) -> bool:
    return PART.match(row) is not None or begins_part(row.strip())


_KINDS: tuple[Callable[[str], bool], ...] = (*map(_item, range(len(ITEMS))), _is_part, begins_statement)


def _is_setting(page: str, value: _Said) -> bool:
    """Does an item that begins with another value of the same name stand next to that of one, and no line between?"""
    heads = [v for v in values_said(page) if _begins_item(page, v)]
    pairs = (x for x in pairwise(heads) if value in x)
    return any(
        a.name == b.name and a.typed != b.typed and DISPLAYED.search(page, a.end, b.start) is None
        and DERIVES.search(page, a.end, b.start) is None
        for a, b in pairs
    )  # fmt: skip


def _begins_item(page: str, value: _Said) -> bool:
    row = page[page.rfind("\n", 0, value.start) + 1 : value.start]
    return any(x.fullmatch(row.rstrip("*_") + ("" if row.endswith(" ") else " ")) for x in ITEMS)


def _at_value_behind(link: Link, verdict: Verdict, judge: Callable[[Link], Verdict]) -> Verdict:
    """The verdict; open for a wrong line without a condition that is right for a value in the sentences behind it."""
    if link.written.given or link.written.inline:
        return verdict
    begin = _begin(link)
    closed = CLOSED.search(link.page[begin:])
    start = begin + closed.end() if closed else len(link.page)
    until = DISPLAYED.search(link.page, start)
    end = min(until.start() if until else len(link.page), start + MOST)
    said = [v for v in values_said(link.page) if begin <= v.start and v.end <= end]
    above = _among_words_above(link.page, begin)
    for v in (*above, *_over_signs(link.page, begin, start), *said):
        head = STOP.split(link.page[start : v.start])[-1]
        behind = v.start >= start  # else it stands in the words of the display
        if behind and (_leads(head) or any(map(_begins_part, _rows(link.page[start : v.start])))):
            break
        if _is_right_at(link, v, judge):
            detail = f"it is wrong in general but not for `{v.typed}`, and it is not clear whether that is meant here"
            return Verdict(Judgement.UNPROVED, detail=detail)
    return verdict


def _among_words_above(page: str, begin: int) -> list[_Said]:
    """The values in the words of displays above: `\\text{since $\\lambda = 0$}` may be said of more than its line."""
    said = [v for v in values_said(page) if v.end <= begin]
    shown = [m.span() for m in SHOWN.finditer(page, 0, begin)] if said else []
    inside = [v for v in said if any(start < v.start and v.end < end for start, end in shown)]
    return [v for v in inside if not makes_a_condition(page[page.rfind("{", 0, v.start) + 1 : v.start])]


def _over_signs(page: str, begin: int, end: int) -> Iterator[_Said]:
    r"""The values over the signs of a display, `\overset{(b = 0)}{=}`."""
    for m in OVER.finditer(page, begin, end) if any(x in page for x in OVERS) else ():
        if VALUE.fullmatch(typed := _bare(m[1]).strip("()[]$")):
            yield _Said(typed, *m.span())


def _leads(head: str) -> bool:
    """Do the words before a value say that it is that of what follows?"""
    words = [w.lower() for w in WORD.findall(head)]
    if not words or AHEAD_CJK.match(head):
        return True
    return words[0] not in POINTING and (words[0] in AHEAD or supposes(head))


def _is_right_at(link: Link, value: _Said, judge: Callable[[Link], Verdict]) -> bool:
    """Is a link right for a value of a name without indices?"""
    names = {
        p.variable for p in link.system.pieces if not p.variable.arity and _bare(p.variable.spelling) == value.name
    }
    number = Fraction(value.typed.rpartition("=")[2].rstrip("."))
    positive = tuple(v for v in link.system.positive if v not in names)
    link = replace(link, system=replace(link.system, positive=positive))
    return any(is_right_where(link, Fixed(value.typed, Var(n, ()), number), judge) for n in names)


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """The rows of a text, each with where it begins."""
    at = 0
    for row in text.split("\n"):
        yield at, row
        at += len(row) + 1


def _spoken(text: str) -> str:
    """A text with its displays blank."""
    return SHOWN.sub(lambda m: " " * len(m[0]), text)


def _bare(latex: str) -> str:
    return re.sub(r"\s+", "", latex)

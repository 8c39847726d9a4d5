"""A report as people read it: what stands on which line, the verdict, why, and the right line. Words are data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from unicodedata import east_asian_width

from ...latex.macro_text import written_out
from ...latex.macros import Macros
from ...latex.source import Offsets
from ...render.plain import plain
from ...step import Counterexample, Evidence, Judgement
from ..report import EMPTY, JudgedClaim, JudgedLink, Report
from .japanese import in_japanese

WORDS: dict[str, tuple[str, str]] = {
    # key: English, Japanese
    "right": ("right", "正しい"),
    "wrong": ("WRONG", "誤り"),
    "unproved": ("unproved", "未確認"),
    "unreadable": ("unreadable", "読めない"),
    "vacuous": ("unproved: its condition holds nowhere", "未確認: 条件を満たす場合がない"),
    "empty": ("nothing to judge", "判定する式がない"),
    "proved": ("proved for all sizes", "すべてのサイズで証明"),
    "exact": ("exact at the sizes drawn", "いくつかのサイズで厳密に一致"),
    "numerical": ("numerical", "数値的に一致"),
    "line": ("line {0}", "{0} 行目"),
    "one of several": ("{0}, equation {1}", "{0}、{1} 番目の式"),
    "numbered": ("{0}, equation ({1})", "{0}、式 ({1})"),
    "agreed": ("wrong, as its author marks it", "誤り (著者の取り消し線のとおり)"),
    "struck right": ("right, although its author struck it out", "著者が取り消しているが正しい"),
    "follows": ("follows from a wrong line above", "上の誤りからは正しく導かれる"),
    "right line": ("it should be", "正しくは"),
    "counterexample": ("counterexample", "反例"),
    "left": ("left side", "左辺"),
    "right side": ("right side", "右辺"),
    "seed": ("seed {0}", "シード {0}"),
    "first wrong": ("first wrong: {0}", "最初の誤り: {0}"),
    "although": ("the final result is right although {0} is wrong", "{0}は誤りだが最終結果は正しい"),
    "reached": ("goal reached", "目標に到達"),
    "incomplete": ("goal not reached: incomplete", "目標に未到達 (未完成)"),
    "note": ("note", "注"),
    "marks": ("marks {0} of {1} ({2})", "得点 {0} / {1} ({2})"),
    "verdict": ("verdict: {0}", "判定: {0}"),
    "page": ("the page could not be judged", "このページは判定できない"),
}
RULES: tuple[tuple[str, str], ...] = (
    # what gave the marks, as `marks` says it: a pattern, and the same in Japanese
    (r"lines (\S+) of ([^\s,]+), worth ([^\s;]+)", r"各行 \1 / \2 (配点 \3)"),
    (r"; goal (?:reached|incomplete): (\S+) of (\S+)", r"、目標 \1 / \2"),
    (r"(\d+) x ", r"\1 箇所が"),
    ("struck out: not marked", "取り消し線: 採点しない"),
    ("says nothing: not marked", "自明: 採点しない"),
    ("said before: not marked", "既出: 採点しない"),
    ("nothing is differentiated: not marked", "微分を含まない: 採点しない"),
    (r"(?<![a-z])right: ", "正しい: "),
    (r"(?<![a-z])wrong: ", "誤り: "),
    (r"(?<![a-z])follows: ", "上の誤りの続き: "),
    (r"(?<![a-z])unproved: ", "未確認: "),
    (r"(?<![a-z])unreadable: ", "読めない: "),
    ("; ", "、"),
)
LANGUAGES = ("en", "ja")
INDENT = "    "
WIDEST = 400
"""Longer lines of LaTeX are shown in a window around the part that is meant."""


def said(key: str, lang: str, *values: object) -> str:
    """A word or a sentence in a language.

    >>> said("line", "en", 3), said("line", "ja", 3)
    ('line 3', '3 行目')
    """
    return WORDS[key][LANGUAGES.index(lang)].format(*values)


def told(message: str, lang: str) -> str:
    """A message of the reader or the judge in a language."""
    return in_japanese(message) if lang == "ja" else message


def ruled(rule: str, lang: str) -> str:
    """What gave the marks, in a language.

    >>> ruled("3 x right: 1; 1 x wrong: 0", "ja"), ruled("lines 4 of 5, worth 6; goal reached: 4 of 4", "ja")
    ('3 箇所が正しい: 1、1 箇所が誤り: 0', '各行 4 / 5 (配点 6)、目標 4 / 4')
    """
    if lang == "ja":
        for pattern, said_so in RULES:
            rule = re.sub(pattern, said_so, rule)
    return rule


def render(report: Report, lang: str = "en") -> str:
    """The whole report."""
    return "\n".join(_lines(report, lang)) + "\n"


def _lines(report: Report, lang: str) -> Iterator[str]:
    if report.file:
        yield report.file
    for claim, place in zip(report.claims, _places(report, lang), strict=True):
        yield from _claim(claim, place, lang, report.macros)
    for note in report.notes:
        yield f"{said('note', lang)}: {told(note, lang)}"
    if report.problem:
        yield f"{said('page', lang)}:"
        yield from (INDENT + told(row, lang) for row in report.problem.splitlines())
    yield from _summary(report, lang)


def _summary(report: Report, lang: str) -> Iterator[str]:
    yield said("verdict", lang, said(report.verdict, lang))
    first = report.first_wrong
    if first is not None:
        place = next(p for c, p in zip(report.claims, _places(report, lang), strict=True) if c is first)
        yield said("first wrong", lang, place)
        if report.result_right and report.on_the_way:
            yield said("although", lang, place)
    if report.goal:
        yield said(report.goal, lang)
    if report.verdict != EMPTY:
        yield said("marks", lang, f"{report.marks:g}", f"{report.marks_possible:g}", ruled(report.marks_rule, lang))


def _line(claim: JudgedClaim) -> str:
    """The line of a claim, with its file where that is not the page."""
    return f"{claim.file}:{claim.line}" if claim.file else str(claim.line)


def _places(report: Report, lang: str) -> list[str]:
    """Where each claim stands: all rows of a display stand on the line on which it opens, so their numbers are told, or
    they are counted."""
    there = Counter(_line(c) for c in report.claims)
    numbers = Counter((_line(c), c.number) for c in report.claims)
    met: Counter[str] = Counter()
    found = []
    for claim in report.claims:
        line = _line(claim)
        met[line] += 1
        place = said("line", lang, line)
        if claim.number and numbers[line, claim.number] == 1:
            found.append(said("numbered", lang, place, claim.number))
        else:
            found.append(place if there[line] == 1 else said("one of several", lang, place, met[line]))
    return found


def _claim(claim: JudgedClaim, place: str, lang: str, macros: Macros) -> Iterator[str]:
    rule = f" [{ruled(claim.rule, lang)}]" if claim.rule else ""
    yield f"{place}: {_verdict_of(claim, lang)}{rule}"
    for link in claim.links:
        yield from _link(link, claim, lang, macros)


def _verdict_of(claim: JudgedClaim, lang: str) -> str:
    if claim.marked_wrong_by_author and claim.judgement is Judgement.WRONG:
        return said("agreed", lang)
    if claim.marked_wrong_by_author and claim.judgement is Judgement.RIGHT:
        return said("struck right", lang)
    return said(claim.judgement, lang)


def _link(link: JudgedLink, claim: JudgedClaim, lang: str, macros: Macros) -> Iterator[str]:
    shown = shown_plain(link.latex, macros)
    evidence = f" ({said(link.evidence, lang)})" if link.evidence is not Evidence.NONE else ""
    for n, row in enumerate(shown.splitlines() or [""]):
        mark = f"{_MARKS[link.judgement]} " if n == 0 else "  "
        yield f"  {mark}{row}{evidence if n == 0 else ''}"
    if link.judgement is Judgement.RIGHT:
        return
    if link.follows:
        yield f"{INDENT}{said('follows', lang)}"
    reason = link.reason
    if reason is not None:
        yield from (INDENT + told(row, lang) for row in reason.text.splitlines())
        if reason.span is not None:
            yield from (INDENT + row for row in pointed(claim.latex, reason.span))
    elif link.detail:
        yield INDENT + told(link.detail, lang)
    if reason is not None and reason.right:
        yield f"{INDENT}{said('right line', lang)}: {shown_plain(reason.right, macros)}"
        yield f"{INDENT}{' ' * 4}{reason.right}"
    if link.counterexample is not None:
        yield INDENT + _example(link.counterexample, lang)


_MARKS = {
    Judgement.RIGHT: "+",
    Judgement.WRONG: "x",
    Judgement.UNPROVED: "?",
    Judgement.VACUOUS: "?",
    Judgement.UNREADABLE: "!",
}


def _example(c: Counterexample, lang: str) -> str:
    at = ", ".join(f"{name} = {value}" for name, value in (*c.sizes, *c.indices))
    sides = f"{said('left', lang)} {c.left}, {said('right side', lang)} {c.right}"
    where = f"{at}: " if at else ""  # a page about numbers alone has no sizes and no indices
    return f"{said('counterexample', lang)}: {where}{sides} ({said('seed', lang, c.seed)})"


def shown_plain(latex: str, macros: Macros = MappingProxyType({})) -> str:
    """LaTeX as plain text, macros written out; as it was typed where it is nothing that can be shown plainly."""
    if len(latex) > 10 * WIDEST:
        return latex[:WIDEST] + " ..."
    try:
        return plain(written_out(latex, macros))
    except Exception:  # what cannot be read may be anything at all, and must not spoil the report
        return " ".join(latex.split())


def pointed(latex: str, span: Offsets) -> Iterator[str]:
    r"""The row of some LaTeX on which a span begins, and a caret under it.

    >>> list(pointed("a = b", (4, 5)))
    ['a = b', '    ^']
    """
    start = max(0, min(span[0], len(latex)))
    first = latex.rfind("\n", 0, start) + 1
    end = latex.find("\n", start)
    end = len(latex) if end < 0 else end
    stop = max(start + 1, min(span[1], end))
    if end - first > WIDEST:
        first, end = max(first, start - WIDEST // 2), min(end, start + WIDEST // 2)
        stop = min(stop, end)
    yield latex[first:end]
    yield " " * width(latex[first:start]) + "^" + "~" * (width(latex[start:stop]) - 1)


def width(text: str) -> int:
    """How many columns a text takes on a terminal.

    >>> width("a"), width("誤")
    (1, 2)
    """
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)

r"""Pages with a letter for a stride, `x_{s n + m}`: judged with several numbers for it, one after another.

A line that is wrong with one of them is wrong. One that is right with all of them is right as far as it was looked at:
the numbers are told, and among them are those that the page mentions and one beyond, so that `[s = 5]` cannot hide. A
line in which the letter stands so often that as many numbers say nothing, `(s - 1)(s - 2)`, is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic

from ...latex.tree import Name, Node, Terms
from ...pattern import lazily
from ...resolve.choices import Values
from ...step import Evidence, Judgement
from ..report import JudgedClaim, JudgedLink, Report, worst

NUMBERS = (2, 1, 3)
"""Strides that are tried on every page."""
LARGEST, MOST_NUMBERS = 9, 6
"""A page that mentions larger numbers, or so many more, is not asked with all of them: nothing is called right then."""
MOST_STRIDES = 4
"""So many letters of a page may be strides: of twice as many as there are numbers but one no two always agree."""
SHARE = 0.3
"""With another number a page is judged only while so much of the time is left."""
FORMULA = lazily(r"\$\$?(.*?)\$\$?|\\\[(.*?)\\\]|\\begin\{(?:align|equation)\*?\}(.*?)\\end", re.DOTALL)
SHORT_FRACTION = lazily(r"\\[dt]?frac\s*(\d)\s*(\d)")
TAG = lazily(r"\\tag\*?\s*(?:\{[^{}]*\}|\d)")
SUBSCRIPT = lazily(r"_\{(?:[^{}]|\{[^{}]*\})*\}")


def by_strides(
    strides: Sequence[Name], text: str, judge: Callable[[Values, float], Report], seconds: float
) -> Report | None:
    """The page judged with every number for its strides; None where it has too many.

    Where so many seconds do not suffice, lines are wrong by the numbers that were tried, and none is right.
    """
    began = monotonic()
    if len(strides) > MOST_STRIDES:
        return None
    numbers, enough = _numbers(text)
    reports: list[tuple[str, Report]] = []
    for n in range(len(numbers)):
        left = seconds - (monotonic() - began)
        if n and left < SHARE * seconds:
            enough = False
            break
        values = {s: _numbers_of(k, numbers)[n] for k, s in enumerate(strides)}
        said = ", ".join(f"{_typed(s)} = {v}" for s, v in values.items())
        reports.append((said, judge(values, left)))
    spelled = [s.base if any(x.above for x in s.scripts) else _typed(s) for s in strides]
    return _merged([said for said, _ in reports], [r for _, r in reports], spelled, enough, len(numbers))


def _numbers_of(k: int, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers that stand for the k-th stride, one after another: any two are equal at first, and once unequal.

    >>> [_numbers_of(k, (2, 1, 3, 5)) for k in range(4)]
    [(2, 1, 3, 5), (2, 3, 5, 1), (2, 5, 1, 3), (2, 5, 3, 1)]
    """
    first, *others = numbers
    times, shift = divmod(k, len(others))
    turned = others[::-1] if times else others
    return first, *turned[shift:], *turned[:shift]


def _numbers(text: str) -> tuple[tuple[int, ...], bool]:
    """The strides to try, and whether they are all that the page could single out."""
    formulas = TAG.sub(" ", " ".join("".join(found) for found in FORMULA.findall(text)))
    formulas = SHORT_FRACTION.sub(r"\1 \2", formulas)
    mentioned = {int(x) for x in re.findall(r"\d+", formulas)}
    own = sorted(x for x in mentioned if max(NUMBERS) < x <= LARGEST)
    found = (*NUMBERS, *own, max([*NUMBERS, *own]) + 2)
    return found[:MOST_NUMBERS], len(found) <= MOST_NUMBERS and max(mentioned, default=0) <= LARGEST


def _typed(stride: Name) -> str:
    scripts = "".join(f"{'^' if s.above else '_'}{{{''.join(map(_entry, s.entries))}}}" for s in stride.scripts)
    return stride.base + scripts


def _entry(e: Node) -> str:
    if isinstance(e, Terms):
        return "".join(f"{x.sign}{_entry(x.body)}" for x in e.terms)
    return str(getattr(e, "base", getattr(e, "text", "")))


def _merged(said: list[str], reports: list[Report], strides: list[str], enough: bool, most: int) -> Report:
    first, *others = reports
    found = [{(c.file, c.line, c.latex): c for c in r.claims} for r in others]
    claims = []
    for claim in first.claims:
        same = [f.get((claim.file, claim.line, claim.latex)) for f in found]
        claims.append(_claim([claim, *same], said, strides, enough, most))
    note = f"judged with {'; '.join(said)}"
    worse = [r for r in reports if r.goal != "reached"]
    goal = worse[0].goal if worse else first.goal
    problem = next((r.problem for r in reports if r.problem), "")
    whole = all(r.result_right for r in reports)
    return replace(
        first, claims=tuple(claims), notes=(*first.notes, note), goal=goal, result_right=whole, problem=problem
    )


def _claim(
    claims: list[JudgedClaim | None], said: list[str], strides: list[str], enough: bool, most: int
) -> JudgedClaim:
    """One claim, judged with each number; None where a reading does not have it."""
    first = claims[0]
    assert first is not None
    there = [c for c in claims if c is not None and len(c.links) == len(first.links)]
    links = []
    for n, link in enumerate(first.links):
        found = [c.links[n] for c in there]
        clear = enough and len(there) == len(claims) and _count(link.latex, strides) < most
        links.append(_link(found, said, clear))
    marks = min(c.marks for c in there)
    if any(a.judgement is not b.judgement for a, b in zip(links, first.links, strict=True)):
        marks = 0.0
    return replace(first, links=tuple(links), marks=marks)


def _link(found: list[JudgedLink], said: list[str], clear: bool) -> JudgedLink:
    verdict = worst(x.judgement for x in found)
    one = next(x for x in found if x.judgement is verdict or worst([x.judgement]) is verdict)
    if verdict is not Judgement.RIGHT:
        where = said[found.index(one)] if verdict is Judgement.WRONG else ""
        return replace(one, detail=one.detail or (f"with {where}" if where else ""), reason=None)
    if not clear:
        detail = f"right with {'; '.join(said)}, which does not settle it"
        return replace(one, judgement=Judgement.UNPROVED, evidence=Evidence.NONE, detail=detail)
    weakest = Evidence.NUMERICAL if any(x.evidence is Evidence.NUMERICAL for x in found) else Evidence.EXACT
    return replace(one, evidence=weakest, detail=f"with {'; '.join(said)}")


def _count(latex: str, strides: list[str]) -> int:
    """How often strides stand in a line, but for subscripts."""
    plain = SUBSCRIPT.sub(" ", latex)
    return sum(len(re.findall(rf"(?<![A-Za-z\\]){re.escape(s)}(?![A-Za-z])", plain)) for s in strides)


__all__ = ["by_strides"]

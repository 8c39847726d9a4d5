r"""Numbers put in for an example, `-(t - h) = -(0.01 - 0.751) = 0.741`: such a link is about values, not about all.

It equates something that varies with decimal numbers. Who claims a number for all values types `1` or `\frac{1}{2}`;
so where the other side is no constant, the link is left open. So is one between numbers that are equal when rounded,
`0.751 (1 - 0.751) = 0.187`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from ...expr import Expr, Num, Partial, Var, walk
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..link import Link

DECIMAL = lazily(r"\d\.(\d{1,12})")
DETAIL = "decimal numbers are put in: it may hold at the values of an example"
ROUNDED = "both sides are the same number only when rounded"
SMALL = 10_000
"""Constants have denominators up to this one."""


def at_numbers(link: Link, verdict: Verdict, judge: Callable[[Link], Verdict]) -> Verdict:
    """The verdict; open for a wrong link that puts decimal numbers in for what varies, or rounds."""
    if verdict.judgement is not Judgement.WRONG or verdict.counterexample is None:
        return verdict
    counted = [_is_number(link.left), _is_number(link.right)]
    decimals = DECIMAL.findall(link.written.latex[slice(*link.span)])
    if not any(counted) or not decimals:
        return verdict
    try:
        left, right = (Fraction(float(x)) for x in (verdict.counterexample.left, verdict.counterexample.right))
    except (ValueError, OverflowError):  # no number is printed
        return verdict
    if all(counted):
        rounded = abs(left - right) <= Fraction(1, 10 ** len(decimals[-1]))
        return Verdict(Judgement.UNPROVED, detail=ROUNDED) if rounded else verdict
    other, value = (link.right, right) if counted[0] else (link.left, left)
    typed = link.written.latex[slice(*link.written.spans[link.number + counted[0]])]
    if DECIMAL.search(typed):
        return verdict  # `\max(x, 2.5) = 2.5`: the number stands on both sides, none is put in
    constant = Num(value.limit_denominator(SMALL))
    if judge(replace(link, left=other, right=constant)).judgement is Judgement.RIGHT:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=DETAIL)


def _is_number(e: Expr) -> bool:
    """Is it made of numbers alone?"""
    return not any(isinstance(x, (Var, Partial)) for x in walk(e))

r"""Derivatives at a number, `\frac{\partial E}{\partial w_j}\Big|_{w_j=0} = -2 c_j`, which is put in on one side only.

Such a line is judged where the equation holds. That says all of it if the other side does not change with w, and if
there is a derivative; else it is open. Of what is computed, the other side may be made of what that is made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ...expr import ZERO, Expr, Partial, variables
from ...pattern import lazily
from ...read import Reading, Written
from ...resolve.comparisons.compared import Fixed
from ...step import Judgement, Verdict
from ..link import Link
from .fixed_data import is_smooth_there

BAR = lazily(r"(?:\||\\[lr]?vert(?![A-Za-z]))\s*_\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
"""An evaluation bar with what it puts in."""


def unless_put_in_otherwise(
    link: Link, verdict: Verdict, reading: Reading, judge: Callable[[Link], Verdict]
) -> Verdict:
    """The verdict; open for a line with such a value, if it does not tell what the line says."""
    if not link.written.given or verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    w = link.written
    typed = next(iter(_put_in(w, w.latex)), "")
    if not typed:
        return verdict
    sides = ((link.number, link.left), (link.number + 1, link.right))
    others = [e for n, e in sides if n >= len(w.spans) or not _put_in(w, w.latex[slice(*w.spans[n])])]
    values = {c.typed: c for c in reading.compared if isinstance(c, Fixed)}
    value = next((c for c in values.values() if _bare(c.typed) == typed), None)
    if value is not None and verdict.judgement is Judgement.WRONG:
        return verdict
    if value is not None and all(_stays(link, side, value, judge) for side in others) and is_smooth_there(link, value):
        return verdict
    return Verdict(Judgement.UNPROVED, detail=f"the value at `{typed}` may not be what the other side is")


def _put_in(w: Written, latex: str) -> list[str]:
    """What bars in a part of a line put in that is a condition of it."""
    given = set(map(_bare, w.given))
    return [typed for found in BAR.finditer(latex) if (typed := _bare(found[1])) in given]


def _bare(typed: str) -> str:
    return re.sub(r"\s+", "", typed)


def _stays(link: Link, side: Expr, value: Fixed, judge: Callable[[Link], Verdict]) -> bool:
    """Is a side the same whatever the value of data is?"""
    if not variables(side):
        return True
    if any(p.body is not None for p in link.system.of(value.entry.variable)):
        return False
    still = replace(link, left=Partial(side, value.entry), right=ZERO)
    return judge(still).judgement is Judgement.RIGHT

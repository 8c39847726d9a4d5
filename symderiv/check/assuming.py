r"""Lines judged with a function that the page supposes for a while: `$g(s) = \frac{1}{1+e^{-s}}$ のとき`.

The line that the supposition stands beside is judged under it. A line further below that is wrong in general and not
under it is left open: nothing says whether it is still supposed there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..read import Reading
from ..resolve.supposed import Supposed
from ..step import Judgement, Verdict
from ..system import System
from .link import Link


def under_functions(link: Link, verdict: Verdict, reading: Reading, judge: Callable[[Link], Verdict]) -> Verdict:
    """The verdict on a link that is not right in general, under what the page supposes of functions."""
    if verdict.judgement is Judgement.RIGHT or not reading.supposed:
        return verdict
    written = link.written
    beside = [s for s in reading.supposed if s.typed in written.given]
    if beside and len(beside) == len(written.given):
        return judge(_with(link, beside))
    here = reading.order(written.place.file, written.line)
    above = [s for s in reading.supposed if reading.order(s.place.file, s.place.line) <= here]
    latest = list({s.function.name: s for s in above}.values())
    if verdict.judgement is not Judgement.WRONG or not latest:
        return verdict
    if judge(_with(link, latest)).judgement is Judgement.WRONG:
        return verdict
    told = latest[-1]
    detail = f"it is wrong in general but not for `{told.typed}`, which line {told.place.line} supposes"
    return Verdict(Judgement.UNPROVED, detail=detail)


def _with(link: Link, supposed: list[Supposed]) -> Link:
    functions = {s.function.name: s.function for s in supposed}
    others = tuple(f for f in link.system.functions if f.name not in functions)
    system: System = replace(link.system, functions=(*others, *functions.values()))
    return replace(link, system=system)

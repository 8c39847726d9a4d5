"""Pages judged in tests."""

from __future__ import annotations

from collections.abc import Iterable

from symderiv.check.options import Options
from symderiv.check.page import check as judge
from symderiv.check.report import Report
from symderiv.system import System

VERDICTS = Options(reasons=False)
"""Verdicts alone: reasons take longer, and change none (`test_check_parts`)."""


def check(text: str, network: System | None = None) -> Report:
    """A page with its verdicts alone."""
    return judge(text, network=network, options=VERDICTS)


def verdict(*parts: str) -> str:
    """How the last line of a page is judged; the parts are its paragraphs."""
    return str(check("\n\n".join(parts)).claims[-1].judgement)


def each_verdict(*parts: str, lines: Iterable[str]) -> list[str]:
    """How each of the lines is judged, all of them on one page, each a paragraph of its own below the parts.

    The parts are read once, not once for each line. Only for lines of which none says anything of another: none defines
    a name, has words or a condition that go on below it, leads to the line below it or tells its layout. Where a line
    must stand alone there is `verdict`.
    """
    paragraphs = list(lines)
    claims = check("\n\n".join([*parts, *paragraphs])).claims
    found = []
    first = sum(part.count("\n") + 2 for part in parts) + 1
    for paragraph in paragraphs:
        last = first + paragraph.count("\n")
        found.append(str([c for c in claims if first <= c.line <= last][-1].judgement))
        first = last + 2
    return found

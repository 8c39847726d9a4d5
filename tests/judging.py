"""Pages judged in tests."""

from __future__ import annotations

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

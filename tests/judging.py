"""Pages judged in tests."""

from __future__ import annotations

from symderiv.check.options import Options
from symderiv.check.page import check

VERDICTS = Options(reasons=False)
"""Verdicts alone: reasons take longer, and change none (`test_check_parts`)."""


def verdict(*parts: str) -> str:
    """How the last line of a page is judged; the parts are its paragraphs."""
    return str(check("\n\n".join(parts), options=VERDICTS).claims[-1].judgement)

"""Pages judged in tests."""

from __future__ import annotations

from symderiv.check.page import check


def verdict(*parts: str) -> str:
    """How the last line of a page is judged; the parts are its paragraphs."""
    return str(check("\n\n".join(parts)).claims[-1].judgement)

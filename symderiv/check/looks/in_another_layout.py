r"""Lines of which words say that they are in another layout than that of the page: `Others write the transpose:`, `In
numerator layout this reads`. Nothing tells how all in them stands, so each is open."""

from __future__ import annotations

import re

from ...pattern import lazily
from ...resolve.prepared.gradients.layout_grammar import is_of_others
from ...resolve.written import Written
from ...step import Judgement, Verdict
from ..link import Link

DETAIL = "words say that this line is in another layout"
SIGNS = lazily(
    r"layout|transpos|\brows?\b|column|Zeile|Spalte|ligne|fila|spuest|レイアウト|転置|ベクトルで|布局|转置", re.I
)
"""One of these is in words that say so."""
FORMULA = lazily(r"\$[^$]*\$")


def may_be_told(page: str) -> bool:
    r"""May words of a page say so of a line?

    >>> may_be_told(r"With rows this reads $$ a = b $$"), may_be_told(r"So we get $$ a = b $$")
    (True, False)
    """
    return SIGNS.search(page) is not None


def unless_in_another_layout(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line that such words introduce."""
    said = told_of_another(link.written, link.page)
    return verdict if said is None else Verdict(Judgement.UNPROVED, detail=said)


def told_of_another(written: Written, page: str) -> str | None:
    """What to say of a line that such words introduce, in its sentence or above it; None of any other."""
    if written.inline or not may_be_told(page):
        return None
    words = written.words[0] if written.words[0].strip() else _above(page, written.place.line)
    before = FORMULA.sub("§", words)
    return DETAIL if SIGNS.search(before) is not None and is_of_others(before) else None


def _above(page: str, line: int) -> str:
    """The words right above a display, if they lead to it."""
    rows = page.split("\n")[: line - 1]
    words = next((row.strip() for row in reversed(rows) if row.strip()), "")
    return words if words.endswith((":", "：", ",")) or not words.endswith((".", "。", "$")) else ""

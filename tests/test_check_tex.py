"""Whole documents in LaTeX, as authors compile them: every display is judged as the comment above it says.

What is expected was found by hand and with finite differences, not with this program.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst

EXPECTED = re.compile(r"% (right|wrong|unproved|unreadable)$")
PAGES = Path(__file__).resolve().parent / "pages_tex"


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.tex")), ids=lambda p: p.stem)
def test_every_display_is_judged_as_expected(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wanted = {n + 2: found[1] for n, row in enumerate(text.split("\n")) if (found := EXPECTED.match(row))}
    report = check(text, file=str(path), folder=path.parent)
    assert report.problem == ""
    lines = {c.line for c in report.claims}
    assert {n: str(worst(c.judgement for c in report.claims if c.line == n)) for n in lines} == wanted

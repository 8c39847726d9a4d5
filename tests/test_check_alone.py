"""Pages that define their own network, in the notations of many authors, with the verdict on each line.

What is expected stands in a comment above the line (`<!-- right -->`), as in `test_check_pages`; it was found with
finite differences of the network written out in numpy, not with this program.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.report import worst

EXPECTED = re.compile(r"<!-- (right|wrong|unproved|unreadable) -->$")
PAGES = Path(__file__).resolve().parent / "pages_alone"


def expected(text: str) -> dict[int, str]:
    """For the line below each comment the verdict that the comment names."""
    rows = text.split("\n")
    return {n + 2: found[1] for n, row in enumerate(rows) if (found := EXPECTED.match(row))}


def judged(text: str) -> dict[int, str]:
    """The verdicts; reasons, which change none, are looked for on every tenth page."""
    report = check(text, options=Options(reasons=len(text) % 10 == 0))
    return {n: str(worst(c.judgement for c in report.claims if c.line == n)) for n in {c.line for c in report.claims}}


@pytest.mark.parametrize("name", sorted(p.stem for p in PAGES.glob("*.md")))
def test_every_line_is_judged_as_expected(name: str) -> None:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    wanted = expected(text)
    assert {"right", "wrong"} <= set(wanted.values())
    assert judged(text) == wanted


def test_an_unexpected_verdict_would_be_noticed() -> None:
    text = (PAGES / "gates.md").read_text(encoding="utf-8")
    slipped = text.replace(r"(1 - \tilde{c}_i(t)^2)", r"(1 - \tilde{c}_i(t))", 1)
    assert slipped != text
    assert judged(slipped) != expected(slipped)

"""Pages of every kind with the verdict on each line: what is expected stands in a comment above the line.

`<!-- right -->` and the like. With `known failure: ..` it is the verdict that is given today, and why it should differ.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symderiv.check.report import worst
from symderiv.load import load

from .judging import check

PAGES = Path(__file__).resolve().parent / "pages"
NETWORK = re.compile(r"<!-- network: (\w+) -->")
EXPECTED = re.compile(r"<!-- (right|wrong|unproved|unreadable)(?:; known failure: [^>]+)? -->$")


def expected(text: str) -> dict[int, str]:
    """For the line below each comment the verdict that the comment names."""
    rows = text.split("\n")
    return {n + 2: found[1] for n, row in enumerate(rows) if (found := EXPECTED.match(row))}


def judged(text: str) -> dict[int, str]:
    found = NETWORK.search(text)
    assert found
    report = check(text, network=load(str(PAGES / "networks" / f"{found[1]}.md")))
    lines = {c.line for c in report.claims}
    return {n: str(worst(c.judgement for c in report.claims if c.line == n)) for n in lines}


@pytest.mark.parametrize("name", sorted(p.stem for p in PAGES.glob("*.md")))
def test_every_line_is_judged_as_expected(name: str) -> None:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    wanted = expected(text)
    got = judged(text)
    assert len(wanted) >= 4
    assert {n: got.get(n, "not judged") for n in wanted} == wanted
    assert set(got) <= set(wanted), "a line is judged of which nothing is expected"


def test_an_unexpected_verdict_would_be_noticed() -> None:
    text = (PAGES / "redefined.md").read_text(encoding="utf-8").replace("<!-- wrong -->", "<!-- right -->", 1)
    got = judged(text)
    assert any(got[n] != verdict for n, verdict in expected(text).items())

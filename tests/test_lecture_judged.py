r"""The lecture judges itself: the struck-out chain rule wrong, the stray factor on slide (5) wrong, all else right."""

from __future__ import annotations

from pathlib import Path

import symderiv as sd
from symderiv.step import Judgement

PAGE = (Path(__file__).parent / "data" / "tied_weights.md").read_text(encoding="utf-8")


def test_the_lecture_judges_itself() -> None:
    report = sd.check(PAGE)
    rows = PAGE.split("\n")
    struck, *rest = report.claims
    assert struck.marked_wrong_by_author
    assert struck.judgement is Judgement.WRONG
    reason = struck.links[0].reason
    assert reason is not None
    assert "net_k^{(3)}" in reason.text
    wrong = [c for c in rest if c.judgement is not Judgement.RIGHT]
    assert len(wrong) == 1
    assert wrong[0].judgement is Judgement.WRONG
    assert rows[wrong[0].line - 1].startswith(r"$$\frac{\partial o_i^{(2)}}{\partial w_{j,i}}")

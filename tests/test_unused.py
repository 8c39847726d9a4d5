"""A definition is no claim: where it may have been meant as one, that is told."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

NETWORK = r"$$y = x^2 + x$$"
TOLD = [r"$$y' = x$$", r"$$\dot y = x$$", r"$$y_1 = x$$", r"$$y^{(2)} = 2 x$$", r"$$dy = 2 x + 1$$"]
UNTOLD = [r"$$\frac{dy}{dx} = 2 x + 1$$", r"$$u = x$$", r"$$y' = \frac{dy}{dx}$$ $$\frac{dy}{dx} = y'$$"]


@pytest.mark.parametrize("text", TOLD)
def test_a_name_that_nothing_uses_is_told(text: str) -> None:
    for report in (check(f"{NETWORK} {text}"), check(text, network=load_text(NETWORK))):
        assert any("it is defined here, not judged" in n for n in report.notes)


@pytest.mark.parametrize("text", UNTOLD)
def test_names_that_are_used_are_not_told(text: str) -> None:
    report = check(f"{NETWORK} {text}")
    assert {str(c.judgement) for c in report.claims} <= {"right"}
    assert not any("not judged" in n for n in report.notes)

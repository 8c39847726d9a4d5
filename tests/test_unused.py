"""A definition is no claim: where it may have been meant as one, that is told."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

NETWORK = r"$$y = x^2 + x$$"
TOLD = [r"$$\dot y = x$$", r"$$y_1 = x$$", r"$$y^{(2)} = 2 x$$", r"$$dy = 2 x + 1$$"]
ASKED = [r"$$y' = x$$", r"$$y' = 2 x + 1$$", r"$$y' = 2 x$$ $$\frac{dy'}{dx} = 2$$"]
USED = [r"$$y' = y + 1$$ $$\frac{dy'}{dx} = 2 x + 1$$", r"$$y' = 3 x$$ $$z = y y'$$ $$\frac{dz}{dy'} = y$$"]
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


@pytest.mark.parametrize("text", ASKED)
def test_a_prime_that_may_be_a_derivative_is_asked(text: str) -> None:
    for report in (check(f"{NETWORK} {text}"), check(text, network=load_text(NETWORK))):
        assert report.verdict == "unreadable"
        assert "may be the derivative" in report.claims[0].links[0].detail
        assert not any("`y'` is a name of its own" in n for n in report.notes)


@pytest.mark.parametrize("text", USED)
def test_a_name_with_a_prime_that_is_computed_with_is_a_name(text: str) -> None:
    assert check(f"{NETWORK} {text}").verdict == "right"
    assert check(f"{NETWORK} {text.replace('= 2 x + 1', '= 3').replace('= y$', '= x$')}").verdict == "wrong"


def test_beside_a_function_the_derivative_is_asked_too() -> None:
    report = check(r"$$g(x) = x^2$$ $$g' = 3 x$$ $$g'(x) = 2 x$$")
    assert [str(c.judgement) for c in report.claims] == ["unreadable", "right"]

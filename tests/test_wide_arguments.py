r"""Functions without parentheses before several names: `\sin \omega t` is right or wrong where both readings agree."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

OPEN = (
    "$$\\frac{d}{dt} \\sin \\omega t = \\sin \\omega$$",
    "$$\\frac{d}{dt} \\sin \\omega t = \\omega \\cos \\omega t$$",
    "$$h = \\tanh w x, \\quad E = \\frac12 (h-t)^2$$\n\n$$\\frac{\\partial E}{\\partial w} = (h-t) x (1-\\tanh^2 w)$$",
    "$$L = -\\sum_i \\log p_i q_i$$\n\n$$\\frac{\\partial L}{\\partial p_i} = -q_i/p_i$$",
    "$$\\frac{d}{dx}\\log a x = \\log a$$",
)
TOLD = (
    ("$$E = \\log y \\cdot t$$\n\n$$\\frac{\\partial E}{\\partial y} = t/y$$", "right"),
    ("$$E = \\log y \\, t$$\n\n$$\\frac{\\partial E}{\\partial y} = t/y$$", "right"),
    ("$$E = \\log(y) t$$\n\n$$\\frac{\\partial E}{\\partial y} = t/y$$", "right"),
    ("$$E = t \\log y$$\n\n$$\\frac{\\partial E}{\\partial y} = t/y$$", "right"),
    ("$$E = \\log(y t)$$\n\n$$\\frac{\\partial E}{\\partial y} = t/y$$", "wrong"),
    ("$$E = \\log y t$$\n\n$$\\frac{\\partial E}{\\partial y} = -t/y$$", "wrong"),
)


@pytest.mark.parametrize("text", OPEN)
def test_a_line_that_one_reading_alone_makes_right_is_open(text: str) -> None:
    assert check(text).claims[-1].judgement == "unproved"


@pytest.mark.parametrize(("text", "verdict"), TOLD)
def test_signs_and_spaces_tell_how_far_an_argument_goes(text: str, verdict: str) -> None:
    assert check(text).claims[-1].judgement == verdict


def test_the_same_beside_a_network() -> None:
    network = load_text("$$y = w x, \\quad E = \\log(y) t$$")
    assert check("$$\\frac{\\partial E}{\\partial w} = \\frac{x}{y} t$$", network=network).verdict == "right"
    assert check("$$E = \\log y t$$", network=network).verdict == "unproved"

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


HALF = "$$E = (y - t)^2 / 2 \\sigma^2 (1 + u^2)$$\n\n$$\\frac{\\partial E}{\\partial y} = %s$$"
DIVIDED = (
    ("$$E = w^T w / 2 \\tau^2$$\n\n$$\\frac{\\partial E}{\\partial w} = w / \\tau^2$$", "unproved"),
    ("$$E = w^T w / 2 \\tau^2$$\n\n$$\\frac{\\partial E}{\\partial w} = 2 w / \\tau^2$$", "wrong"),
    ("$$E = (y-m)^2 / 2 \\pi s^2$$\n\n$$\\frac{\\partial E}{\\partial m} = -(y-m) / \\pi s^2$$", "unproved"),
    ("$$E = (p-q)^2/2 \\, r^2$$\n\n$$\\frac{\\partial E}{\\partial p} = (p-q) r^2$$", "unproved"),
    ("$$Z = e^{-a / k T}$$\n\n$$\\frac{\\partial Z}{\\partial a} = -Z / k T$$", "right"),
    ("$$Z = e^{-a / k T}$$\n\n$$\\frac{\\partial Z}{\\partial a} = -\\frac{Z}{k T}$$", "unproved"),
    ("$$Z = e^{-a / k T}$$\n\n$$\\frac{\\partial Z}{\\partial a} = Z / k T$$", "wrong"),
    ("$$E = 1/2 \\sigma^2 (y-m)^2$$\n\n$$\\frac{\\partial E}{\\partial m} = -(y-m)/\\sigma^2$$", "unproved"),
    ("$$E = \\frac{x^2}{2 v}$$\n\n$$\\frac{\\partial E}{\\partial x} = 2 x / 2 v$$", "unproved"),
    (HALF % "\\frac{(y-t)(1+u^2)}{\\sigma^2}", "unproved"),
    (HALF % "\\frac{y-t}{\\sigma^2(1+u^2)}", "unproved"),
    (HALF % "\\frac{2(y-t)}{\\sigma^2(1+u^2)}", "wrong"),
)
COEFFICIENTS = (
    "$$E = 1/2 (y-t)^2 + \\lambda/2 w^2$$\n\n$$\\frac{\\partial E}{\\partial w} = \\lambda w$$",
    "$$E = 1/2 w^2 y$$\n\n$$\\frac{\\partial E}{\\partial w} = w y$$",
    "$$E = 1/N \\sum_{i=1}^N (w x_i)^2$$\n\n$$\\frac{\\partial E}{\\partial w} = 2/N \\sum_{i=1}^N w x_i^2$$",
    "$$y = 1/P \\sum_{i=1}^P x_i w$$\n\n$$\\frac{\\partial y}{\\partial x_i} = 1/P w$$",
)


@pytest.mark.parametrize(("text", "verdict"), DIVIDED)
def test_a_slash_divides_by_one_factor_or_by_more(text: str, verdict: str) -> None:
    assert check(text).claims[-1].judgement == verdict


@pytest.mark.parametrize("text", COEFFICIENTS)
def test_a_coefficient_ends_with_its_number(text: str) -> None:
    assert check(text).claims[-1].judgement == "right"


def test_what_the_slash_divides_by_is_told() -> None:
    (link,) = check(DIVIDED[0][0]).claims[-1].links
    assert "if the slash divides by the next factor alone" in link.detail


MEAN = "$$E = %s \\sum_{i=1}^m (h_i - y_i)^2$$\n\n$$\\frac{\\partial E}{\\partial h_i} = %s (h_i - y_i)$$"
TWO = "$$L = -y \\log p - (1-y) \\log(1-p)$$\n\n$$\\frac{\\partial L}{\\partial p} = %s$$"
COUNTED = (
    (MEAN % ("1/2m", "\\frac1m"), "right"),  # the sum has m terms
    (MEAN % ("1/2m", "m"), "wrong"),
    (MEAN % ("1/2n", "\\frac1n"), "unproved"),
    (MEAN % ("1/2 m", "\\frac1m"), "unproved"),
    (MEAN % ("1/2m", "\\frac2m"), "wrong"),
    (MEAN % ("(\\alpha/2m)", "\\frac{\\alpha}{m}"), "unproved"),
    (MEAN % ("1/m", "\\frac2m"), "right"),
    (MEAN.replace("_{i=1}^m", "_{i \\in D}") % ("1/2|D|", "\\frac{1}{|D|}"), "unproved"),
    ("$$E = \\lambda/2N w^2$$\n\n$$\\frac{\\partial E}{\\partial w} = \\lambda/N w$$", "unproved"),
    ("$$E = 1/2 |w|^2$$\n\n$$\\frac{\\partial E}{\\partial w} = w$$", "right"),
    ("$$E = 1/2 \\, k v^2$$\n\n$$\\frac{\\partial E}{\\partial v} = k v$$", "right"),
    (TWO % "(p - y) / p (1 - p)", "unproved"),
    (TWO % "(p - y) / (p (1 - p))", "right"),
    (TWO % "(y - p) / p (1 - p)", "wrong"),
    (
        "$$z = \\sigma / n \\sqrt{v}$$\n\n$$\\frac{\\partial z}{\\partial \\sigma} = \\frac{1}{n \\sqrt{v}}$$",
        "unproved",
    ),
    ("$$z = 1 / n \\sqrt{v}$$\n\n$$\\frac{\\partial z}{\\partial v} = \\frac{1}{2 n \\sqrt{v}}$$", "right"),
)


@pytest.mark.parametrize(("text", "verdict"), COUNTED)
def test_what_counts_may_belong_to_the_number_before_it(text: str, verdict: str) -> None:
    assert check(text).claims[-1].judgement == verdict

r"""Names that words call derivatives, and names for a function of one variable beside that variable."""

from __future__ import annotations

import pytest

from symderiv.load import load_text

from .judging import check

NETWORK = "$$ a = w x, \\quad h = \\tanh(a), \\quad L = h^2 $$\n\n"
LINES = (
    "\n\n$$ \\delta = 2 h (1 - a^2) $$\n\n$$ \\delta = 2 h (1 - h^2) $$\n\n"
    "$$ \\frac{\\partial L}{\\partial w} = \\delta x $$"
)
WORDS = (
    "Let $\\delta$ denote the derivative of $L$ with respect to $a$.",
    "Let $\\delta$ be the gradient of the loss $L$ with respect to $a$.",
    "We denote the derivative of $L$ with respect to $a$ by $\\delta$.",
    "We call the derivative of the loss w.r.t. $a$ the error signal $\\delta$.",
    "Define $\\delta$ as the partial derivative of $L$ w.r.t. the net input $a$.",
    "where $\\delta$ is the derivative of $L$ by $a$.",
    "$L$ を $a$ で偏微分したものを $\\delta$ とおく。",
    "$L$ の $a$ に関する勾配を $\\delta$ と書く。",
    "誤差信号 $\\delta$ は $L$ の $a$ による偏微分である。",
)


@pytest.mark.parametrize("words", WORDS)
def test_a_name_for_a_derivative_in_words(words: str) -> None:
    assert [str(c.judgement) for c in check(NETWORK + words + LINES).claims] == ["wrong", "right", "right"]


@pytest.mark.parametrize(
    "words",
    [
        "Let $\\delta$ denote the negative derivative of $L$ with respect to $a$.",
        "Let $\\delta$ not be the derivative of $L$ with respect to $a$.",
    ],
)
def test_what_is_no_derivative_is_not_taken_for_one(words: str) -> None:
    text = NETWORK + words + "\n\n$$ \\frac{\\partial L}{\\partial w} = \\delta x $$"
    assert check(text).claims[-1].judgement != "right"


def test_a_formula_says_it_before_words_do() -> None:
    text = NETWORK + "$$\\delta = -\\frac{\\partial L}{\\partial a}$$ Here $\\delta$ is the derivative of $L$ by $a$."
    assert check(text + "\n\n$$ \\frac{\\partial L}{\\partial w} = -\\delta x $$").claims[-1].judgement == "right"


PARTLY = (
    "$$ \\ell = \\sum_{i=1}^n (y_i \\log \\lambda_i - \\lambda_i) $$\n\nwith $\\eta_i = \\log \\lambda_i$.\n\n"
    "$$ \\frac{\\partial \\ell}{\\partial \\eta_i} = y_i $$",
    "$$ D = x + x^2$$\n\nLet $u = x^2$.\n\n$$\\frac{\\partial D}{\\partial u} = 1$$",
    "$$ \\ell = y \\log \\frac{p}{1-p} + \\log(1-p)$$\n\nLet $\\eta=\\log\\frac{p}{1-p}$.\n\n"
    "$$\\frac{\\partial \\ell}{\\partial \\eta} = y$$",
)


@pytest.mark.parametrize("text", PARTLY)
def test_a_name_for_a_function_of_a_variable_that_stands_beside_it_does_not_hold_it_fixed(text: str) -> None:
    assert check(text).claims[-1].judgement in ("unproved", "wrong")


def test_a_link_between_two_names_is_turned_round() -> None:
    rest = (("\\eta_i} = y_i $$", "\\eta_i} = y_i - \\lambda_i $$"), ("\\eta} = y$$", "\\eta} = y - p$$"))
    for text, (one, other) in zip((PARTLY[0], PARTLY[2]), rest, strict=True):
        assert check(text).verdict == "wrong"
        assert check(text.replace(one, other)).verdict == "right"


def test_the_same_beside_a_network() -> None:
    network = load_text("$$D = x + x^2$$")
    text = "Let $u = x^2$.\n\n$$\\frac{\\partial D}{\\partial u} = 1$$"
    assert check(text, network=network).claims[-1].judgement == "unproved"


def test_a_net_input_is_a_name_for_a_part_whatever_else_the_weights_do() -> None:
    text = (
        "$$ E = \\frac12\\sum_j (\\sigma(\\sum_i w_{ji} x_i) - t_j)^2 + \\frac{\\lambda}{2} \\sum_{ji} w_{ji}^2$$\n\n"
        "Let $a_j = \\sum_i w_{ji} x_i$.\n\n"
        "$$\\frac{\\partial E}{\\partial a_j} = (\\sigma(a_j) - t_j) \\sigma'(a_j)$$"
    )
    assert check(text).claims[-1].judgement == "right"

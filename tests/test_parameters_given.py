r"""Parameters that are only said to be given, `p(c \mid x_i, \theta)`; and orders typed in front, `\partial^2 b`."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ z_{ic} = \sum_{d=1}^D w_{cd} x_{id} + b_c, \quad 1 \le i \le m $$

$$ @ = \frac{e^{z_{ic}}}{\sum_{r=1}^C e^{z_{ir}}} $$

$$ E = \sum_{i=1}^m \log \sum_{c=1}^C e^{z_{ic}} $$

"""
NAMES = [
    r"p(c | x_i, \theta)",
    r"p(c \mid x_i; \vec{\theta})",
    r"q(c \mid x_i, \mathbf{w})",
    r"p(c \mid \eta, x_i, \theta)",
]
STAY = [r"p(c \mid x_i, \hat\theta)", r"p(c \mid x_i, \theta^{old})", r"p(c \mid x_i, \theta')"]
FIRST = r"\frac{\partial E}{\partial b_c} = \sum_{i=1}^m @"
SECOND = r"\frac{\partial^2 E}{\partial^2 b_c} = \sum_{i=1}^m @ (1 - @)"


def verdict(name: str, line: str, beside: str = "") -> str:
    text = f"{PAGE}{beside}\n\n$${line}$$\n".replace("@", name)
    return str(sd.check(text).claims[-1].judgement)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (FIRST, "right"),
        (FIRST + " b_c", "wrong"),
        (r"\frac{\partial E}{\partial w_{cd}} = \sum_{i=1}^m @ x_{id}", "right"),
        (r"\frac{\partial @}{\partial b_c} = @ (1 - @)", "right"),
        (r"\frac{\partial @}{\partial b_c} = @", "wrong"),
        (SECOND, "right"),
        (r"\frac{\partial^2 E}{\partial^2 b_c} = \sum_{i=1}^m @", "wrong"),
    ],
)
def test_parameters_tell_no_values_apart(name: str, line: str, wanted: str) -> None:
    assert verdict(name, line) == wanted


@pytest.mark.parametrize("name", STAY)
@pytest.mark.parametrize("line", [FIRST, FIRST + " b_c"])
def test_marked_parameters_are_others(name: str, line: str) -> None:
    assert verdict(name, line) in {"unproved", "unreadable"}


@pytest.mark.parametrize(
    ("line", "beside"),
    [
        (FIRST.replace("@", r"p(c | x_i, \theta')"), ""),
        (FIRST.replace("@", "p(c | x_i)"), ""),
        (FIRST, r"Here $p(c | x_i, \theta)$ is held fixed."),
        (FIRST, r"$$ \theta = \theta_0 $$"),
        (r"\frac{\partial E}{\partial \theta} = \sum_{i=1}^m @", ""),
        (r"\frac{\partial E}{\partial b_c} = \sum_{\theta=1}^S \sum_{i=1}^m @", ""),
    ],
)
def test_what_stands_elsewhere_stays(line: str, beside: str) -> None:
    """Other values, a sum over it, a value of its own: it is more than a word for all parameters."""
    assert verdict(r"p(c | x_i, \theta)", line, beside) in {"unproved", "unreadable"}


def test_what_the_parameters_are() -> None:
    """A line that only lists them is no other use."""
    beside = r"with parameters $\theta = \{w_{cd}, b_c\}$"
    assert verdict(r"p(c | x_i, \theta)", FIRST, beside) == "right"
    assert verdict(r"p(c | x_i, \theta)", "-" + FIRST, beside) == "wrong"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial^2 E}{\partial^2 b} = 6 b", "right"),
        (r"\frac{\partial^2 E}{\partial^2 b} = 3 b^2 + 2 a", "wrong"),
        (r"\frac{\partial^3 E}{\partial^2 b\, \partial a} = 0", "right"),
        (r"\frac{\partial^3 E}{\partial^3 b} = 6", "right"),
        (r"\frac{\partial^2 E}{\partial b\, \partial a} = 2", "right"),
        (r"\frac{\partial^2 E}{\partial^2 b^2} = 6 b", "unreadable"),
        (r"\frac{\partial^2 E}{\partial^3 b} = 6", "unreadable"),
        (r"\frac{\partial E}{\partial^2 b} = 6 b", "unreadable"),
    ],
)
def test_orders_in_front(line: str, wanted: str) -> None:
    page = f"$$ E = b^3 + 2 a b $$\n\n$${line}$$\n"
    assert str(sd.check(page).claims[-1].judgement) == wanted

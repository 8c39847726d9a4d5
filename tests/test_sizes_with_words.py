r"""Sizes that words tell apart, `C_{in}` and `C_{out}`, beside indices and an array of the same letter."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SUMS = r"""$$y_i = \sum_{n=1}^{C_{in}} v_{in} x_n + b_i$$

$$E = \frac12 \sum_{i=1}^{C_{out}} (y_i - t_i)^2$$"""


def test_a_word_of_indices() -> None:
    cases = [
        (r"\frac{\partial E}{\partial v_{in}} = (y_i - t_i) x_n", "right"),
        (r"\frac{\partial E}{\partial v_{in}} = (y_i - t_i) x_i", "wrong"),
        (r"\frac{\partial E}{\partial x_n} = \sum_{i=1}^{C_{out}} (y_i - t_i) v_{in}", "right"),
        (r"\frac{\partial E}{\partial x_n} = \sum_{i=1}^{C_{in}} (y_i - t_i) v_{in}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SUMS, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


STRIP = r"""+++
objective = "E"
outside = "zero"
[ranges]
"i" = "0..W_{out}-1"
"n" = "0..K-1"
"q" = "0..W_{in}-1"
"c" = "0..C-1"
+++

$$W_{out} = W_{in} - K + 1$$

$$y_{c,i} = \sum_{n=0}^{K-1} W_{c,n} x_{i+n}, \qquad E = \sum_{c=0}^{C-1} \sum_{i=0}^{W_{out}-1} g(y_{c,i})$$"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial W_{c,n}} = \sum_{i=0}^{W_{out}-1} g'(y_{c,i}) x_{i+n}", "right"),
        (r"\frac{\partial E}{\partial W_{c,n}} = \sum_{i=0}^{W_{out}-2} g'(y_{c,i}) x_{i+n}", "wrong"),
        (r"\frac{\partial E}{\partial W_{c,n}} = \sum_{i=0}^{W_{in}-1} g'(y_{c,i}) x_{i-n}", "wrong"),
        (r"\frac{\partial E}{\partial x_q} = \sum_{c=0}^{C-1} \sum_{i=0}^{W_{out}-1} g'(y_{c,i}) W_{c,q-i}", "right"),
        (r"\frac{\partial E}{\partial x_q} = \sum_{c=0}^{C-1} \sum_{i=0}^{W_{out}-1} g'(y_{c,i}) W_{c,i-q}", "wrong"),
    ],
)
@pytest.mark.parametrize("upright", [False, True])
def test_beside_an_array_of_the_same_letter(line: str, expected: str, upright: bool) -> None:
    page, typed = STRIP, line
    if upright:
        head, _, rest = STRIP.rpartition("+++")
        page = head.replace("_{", r"_{\\text{").replace("}-", "}}-") + "+++" + rest.replace("_{out}", r"_{\text{out}}")
        page = page.replace("W_{in}", r"W_{\text{in}}")
        typed = line.replace("_{out}", r"_{\text{out}}").replace("_{in}", r"_{\text{in}}")
    assert verdict(page, f"$${typed}$$") == expected


def test_weights_between_units_are_no_sizes() -> None:
    """`w_{in}` is an entry where no sum ends at it, whatever `w_{out}` is."""
    page = r"$$h_i = \sum_{n=1}^{N} w_{in} x_n, \qquad E = w_{out} \sum_{i=1}^{I} h_i^2$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial w_{in}} = 2 w_{out} h_i x_n$$",
            r"$$\frac{\partial E}{\partial w_{in}} = 2 w_{out} h_n x_i$$",
        ],
    ) == ["right", "wrong"]


def test_sizes_of_layers_stay_one_family() -> None:
    page = r"""$$a^{(l)}_j = \sum_{k=1}^{n_{l-1}} w^{(l)}_{jk} a^{(l-1)}_k$$

$$E = \frac12 \sum_{j=1}^{n_{out}} (a^{(L)}_j - t_j)^2$$"""
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial a^{(L)}_j} = a^{(L)}_j - t_j$$",
            r"$$\frac{\partial E}{\partial a^{(L)}_j} = t_j - a^{(L)}_j$$",
        ],
    ) == ["right", "wrong"]

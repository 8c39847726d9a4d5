r"""Two entries that a page singles out, `L = \log p_j - \log p_i`: are they different ones?

By hand: with `L = z_j - z_i` the derivative by `z_i` is -1 for different ones, and 0 for one and the same.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{Z}, \quad Z = \sum_k e^{z_k} $$"
MARGIN = r"$$ L = \log p_j - \log p_i $$"
RATIO = r"$$ L = -\log \frac{p_i}{p_i + p_j} $$"
THREE = r"$$ L = \log p_j + \log p_l - 2 \log p_i $$"


@pytest.mark.parametrize(
    ("loss", "line", "wanted"),
    [
        (MARGIN, r"\frac{\partial L}{\partial z_i} = -1", "unproved"),
        (MARGIN, r"\frac{\partial L}{\partial z_j} = 1", "unproved"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = 1", "wrong"),
        (MARGIN, r"\frac{\partial L}{\partial z_j} = 0", "wrong"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = p_i - 1", "wrong"),
        (MARGIN, r"\frac{\partial L}{\partial p_i} = -\frac{1}{p_i}", "unproved"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = \delta_{ij} - 1", "right"),
        (MARGIN, r"\frac{\partial L}{\partial z_i} = -1 \quad (i \ne j)", "right"),
        (MARGIN, r"L = z_i - z_j", "wrong"),
        (RATIO, r"\frac{\partial L}{\partial z_i} = -\frac{p_j}{p_i + p_j}", "unproved"),
        (RATIO, r"\frac{\partial L}{\partial z_i} = \frac{p_j}{p_i + p_j}", "wrong"),
        (THREE, r"\frac{\partial L}{\partial z_i} = -2", "unproved"),
        (THREE, r"\frac{\partial L}{\partial z_i} = -1", "wrong"),
    ],
)
def test_of_different_entries(loss: str, line: str, wanted: str) -> None:
    assert verdict(SOFTMAX, loss, f"$$ {line} $$") == wanted


def test_an_entry_beside_any_other() -> None:
    """The m of the line alone is any entry, that one too."""
    page = SOFTMAX, r"$$ L = -\log p_i $$"
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial z_m} = p_m $$",
            r"$$ \frac{\partial L}{\partial z_m} = p_m \quad (m \ne i) $$",
        ],
    ) == ["wrong", "right"]


SCORES = r"$$ z_k = \sum_d w_{kd} x_d $$"
HINGE = r"$$ L = \max(0, 1 + z_j - z_i) $$"
VIOLATED = r"\quad (1 + z_j - z_i > 0)"


def test_of_different_entries_under_a_condition() -> None:
    cases = [
        (rf"\frac{{\partial L}}{{\partial z_i}} = -1 {VIOLATED}", "unproved"),
        (rf"\frac{{\partial L}}{{\partial z_j}} = 1 {VIOLATED}", "unproved"),
        (rf"\frac{{\partial L}}{{\partial w_{{jd}}}} = x_d {VIOLATED}", "unproved"),
        (rf"\frac{{\partial L}}{{\partial z_i}} = 1 {VIOLATED}", "wrong"),
        (rf"\frac{{\partial L}}{{\partial w_{{jd}}}} = -x_d {VIOLATED}", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(SCORES, HINGE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


def test_under_a_condition_above() -> None:
    page = SCORES, HINGE, "If $1 + z_j - z_i > 0$, then"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_i} = -1 $$") == "unproved"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_i} = -2 $$") == "wrong"


PAIR = r"$$ s_i = \sum_d w_d x_{id} $$", r"$$ C_{ij} = \log(1 + e^{s_j - s_i}) $$"
GRAM = r"$$ s_i = \sum_d w_d x_{id} $$", r"$$ C_{ij} = s_i s_j $$"


@pytest.mark.parametrize(
    ("page", "line", "wanted"),
    [
        (PAIR, r"\frac{\partial C_{ij}}{\partial s_i} = -\sigma(s_j - s_i)", "unproved"),
        (PAIR, r"\frac{\partial C_{ij}}{\partial s_j} = \sigma(s_j - s_i)", "unproved"),
        (PAIR, r"\frac{\partial C_{ij}}{\partial s_i} = \sigma(s_j - s_i)", "wrong"),
        (PAIR, r"\frac{\partial C_{ij}}{\partial s_i} = -\sigma(s_j - s_i) \quad (i \ne j)", "right"),
        (GRAM, r"\frac{\partial C_{ij}}{\partial s_i} = s_j", "wrong"),
    ],
)
def test_a_quantity_that_is_a_constant_for_one_and_the_same_is_of_two(
    page: tuple[str, ...], line: str, wanted: str
) -> None:
    assert verdict(*page, f"$$ {line} $$") == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (rf"\frac{{\partial L}}{{\partial z_j}} = 1 {VIOLATED}", "unproved"),
        (r"\frac{\partial L}{\partial z_j} = [1 + z_j - z_i > 0] \quad (j \ne i)", "right"),
        (rf"\frac{{\partial L}}{{\partial z_j}} = 2 {VIOLATED}", "wrong"),
    ],
)
def test_what_the_letter_of_a_sum_leaves_out(line: str, wanted: str) -> None:
    loss = r"$$ L = \sum_{j \ne i} \max(0, 1 + z_j - z_i) $$"
    correct = r"$$ \frac{\partial L}{\partial z_i} = -\sum_{j \ne i} [1 + z_j - z_i > 0] $$"
    assert verdict(SCORES, loss, correct, f"$$ {line} $$") == wanted


UNITS = r"$$ y_i = \tanh(a_i) $$"
SUMS = r"$$ a_i = \sum_d w_{id} x_d $$"
PRODUCT = r"$$ L = y_i y_j $$"


@pytest.mark.parametrize(
    ("loss", "line", "wanted"),
    [
        (PRODUCT, r"\frac{\partial L}{\partial y_i} = y_j", "unproved"),
        (PRODUCT, r"\frac{\partial L}{\partial y_i} = -y_j", "wrong"),
        (PRODUCT, r"\frac{\partial L}{\partial y_i} = y_j + \delta_{ij} y_i", "right"),
        (PRODUCT, r"\frac{\partial L}{\partial y_i} = y_j - \delta_{ij} y_i", "unproved"),
        (PRODUCT, r"\frac{\partial L}{\partial y_k} = \delta_{ik} y_j + \delta_{jk} y_i", "right"),
        (PRODUCT, r"\frac{\partial L}{\partial y_k} = \delta_{ik} y_j - \delta_{jk} y_i", "wrong"),
        (PRODUCT, r"\frac{\partial L}{\partial x_d} = (1 - y_i^2) w_{id} y_j + (1 - y_j^2) w_{jd} y_i", "right"),
        (PRODUCT, r"\frac{\partial L}{\partial x_d} = (1 - y_i^2) w_{id} y_j", "wrong"),
        (r"$$ L = (y_i - y_j)^2 $$", r"\frac{\partial L}{\partial y_i} = 2 (y_i - y_j) (1 - \delta_{ij})", "right"),
        (r"$$ L = (y_i - y_j)^2 $$", r"\frac{\partial L}{\partial y_i} = 2 (y_i - y_j)", "right"),
        (r"$$ L = (y_i - y_j)^2 $$", r"\frac{\partial L}{\partial y_i} = y_i - y_j", "wrong"),
        (r"$$ L = e^{y_i - y_j} $$", r"\frac{\partial L}{\partial y_i} = (1 - \delta_{ij}) e^{y_i - y_j}", "right"),
    ],
)
def test_two_entries_of_a_vector_that_one_of_their_letters_defines(loss: str, line: str, wanted: str) -> None:
    assert verdict(SUMS, UNITS, loss, f"$$ {line} $$") == wanted


@pytest.mark.parametrize("units", [UNITS, r"$$ y_i = \tanh(a_i), \quad i = 1, \dots, n $$"])
def test_with_a_range_or_without(units: str) -> None:
    assert each_verdict(
        units,
        PRODUCT,
        lines=[
            r"$$ \frac{\partial L}{\partial y_i} = y_j $$",
            r"$$ \frac{\partial L}{\partial y_i} = y_j + \delta_{ij} y_i $$",
            r"$$ \frac{\partial L}{\partial y_i} = 2 y_j $$",
        ],
    ) == ["unproved", "right", "wrong"]


def test_two_units_with_a_definition_each_have_names() -> None:
    page = UNITS, r"$$ y_j = \tanh(a_j) $$", PRODUCT
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial y_i} = y_j $$",
            r"$$ \frac{\partial L}{\partial y_i} = y_i $$",
            r"$$ \frac{\partial L}{\partial y_i} = y_j + \delta_{ij} y_i $$",
        ],
    ) == ["right", "wrong", "unproved"]

r"""Values said in passing, `the cross entropy at the temperature $T = 1$: s_i = ..`, and values that are fixed."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
The temperature $T$ softens the outputs ( $i = 1, \dots, n$ ):

$$ q_i = \frac{\exp(z_i / T)}{\sum_{j=1}^n \exp(z_j / T)} $$

$$ C = -\sum_{i=1}^n p_i \log q_i $$

where $\sum_{i=1}^n p_i = 1$. SAID

$$ s_i = \frac{\exp(z_i)}{\sum_{j=1}^n \exp(z_j)} $$

$$ L = \alpha C - (1 - \alpha) \sum_{i=1}^n y_i \log s_i $$

$$ LINE $$
"""
PASSING = (
    r"The cross entropy at the normal temperature $T = 1$ with the true labels $y_i$:",
    r"再加上正常温度$T = 1$下与真实标签$y_i$的交叉熵:",
)
FIXING = (
    r"We set the temperature $T = 1$. Then there is the cross entropy with the true labels:",
    r"We run at $T = 1$. There is also the cross entropy with the true labels:",
    r"取$T = 1$来计算与真实标签$y_i$的交叉熵:",
)


def _verdict(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize("said", PASSING)
@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial C}{\partial z_j} = \frac{1}{T} (q_j - p_j)", "right"),
        (r"\frac{\partial C}{\partial z_j} = q_j - p_j", "wrong"),
        (r"\frac{\partial C}{\partial z_j} = s_j - p_j", "wrong"),
        (
            r"\frac{\partial L}{\partial z_j} = \frac{\alpha}{T} (q_j - p_j) - (1 - \alpha) (y_j - s_j \sum_i y_i)",
            "right",
        ),
    ],
)
def test_a_value_of_one_formula_is_none_of_the_page(said: str, line: str, verdict: str) -> None:
    assert _verdict(PAGE.replace("SAID", said).replace("LINE", line)) == verdict


@pytest.mark.parametrize("said", FIXING)
def test_a_value_that_may_be_fixed_leaves_lines_open(said: str) -> None:
    line = r"\frac{\partial C}{\partial z_j} = q_j - p_j"
    assert _verdict(PAGE.replace("SAID", said).replace("LINE", line)) != "wrong"


def test_a_formula_that_is_no_other_at_the_value_tells_nothing() -> None:
    """The value is not said of it as of the softened outputs without their temperature."""
    page = PAGE.replace(r"s_i = \frac{\exp(z_i)}", r"s_i = \frac{\exp(2 z_i)}")
    line = r"\frac{\partial C}{\partial z_j} = q_j - p_j"
    assert _verdict(page.replace("SAID", PASSING[0]).replace("LINE", line)) == "unproved"

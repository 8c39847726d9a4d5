r"""Products of two vectors that a line writes out: `w x_n = \sum_{j=1}^M w_j x_{nj}`, none transposed."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LOGISTIC = r"""
$$\theta x^i := \theta_0 + \theta_1 x^i_1 + \dots + \theta_p x^i_p$$

with $x^i_0 = 1$; the superscript $i$ is the number of the example, not a power. Then

$$J = \sum_{i=1}^m \left[ \log(1 + e^{\theta x^i}) - y^i \theta x^i \right]$$

"""


def test_a_product_is_what_a_line_says() -> None:
    cases = [
        (r"\sum_{k=1}^m \left( \frac{e^{\theta x^k}}{1 + e^{\theta x^k}} - y^k \right) x^k_j", "right"),
        (r"\sum_{i=1}^m \left( \frac{1}{1 + e^{-\theta x^i}} - y^i \right) x^i_j", "right"),
        (r"\sum_{i=1}^m \left( \frac{1}{1 + e^{\theta x^i}} - y^i \right) x^i_j", "wrong"),
        (r"\sum_{i=1}^m \left( \frac{1}{1 + e^{-\theta x^i}} - y^i \right) \theta_j", "wrong"),
        (r"\sum_{i=1}^m \left( \frac{1}{1 + e^{-\theta_j x^i_j}} - y^i \right) x^i_j", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(LOGISTIC, lines=[rf"$$\frac{{\partial J}}{{\partial \theta_j}} = {line}$$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


ROWS = r"$$w x_n = \sum_{j=1}^M w_j x_{nj} \qquad E = \frac12 \sum_{n=1}^N (w x_n - t_n)^2$$"


def test_letters_of_sums_stay_apart() -> None:
    cases = [
        (r"\frac{\partial E}{\partial w_k} = \sum_{j=1}^N (w x_j - t_j) x_{jk}", "right"),
        (r"\frac{\partial E}{\partial w_k} = \sum_{j=1}^N (w x_j - t_j) x_{kj}", "wrong"),
        (r"\frac{\partial E}{\partial x_{jk}} = (w x_j - t_j) w_k", "right"),
        (r"\frac{\partial E}{\partial x_{jk}} = (w x_k - t_k) w_k", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(ROWS, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(("factor", "expected"), [("2", "right"), ("4", "wrong")])
def test_a_sum_over_a_part(factor: str, expected: str) -> None:
    page = r"$$w x = \sum_{j=2}^M w_j x_j \qquad f = (w x + w_1 x_1)^2$$"
    assert verdict(page, rf"$$\frac{{\partial f}}{{\partial w_1}} = {factor} (w x + w_1 x_1) x_1$$") == expected


def test_products_of_numbers() -> None:
    page = r"$$m = m_1 + m_2$$ $$m x = m_1 x_1 + m_2 x_2$$ $$E = \frac12 m x^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial m} = \frac12 m x$$") != "right"
    twice = r"$$u v = u_1 v_1 + u_2 v_2$$ $$u v = u_1 v_1 + u_2 v_2 + u_3 v_3$$ $$f = (u v)^2$$"
    assert verdict(twice, r"$$\frac{\partial f}{\partial u_1} = 2 u v v_1$$") in ("unreadable", "unproved")


SCORES = r"""$$ V_k q = \sum_{n=1}^N V_{kn} q_n $$

$$ p_k = \frac{e^{V_k q}}{\sum_{j=1}^K e^{V_j q}}, \qquad F = -\log p_c $$"""
SAID = [
    r"where $q = (q_n)$.",
    r"where $q = (q_1, \dots, q_N)^T$ is a column vector and $V_k$ is the $k$-th row of $V$.",
    r"Here $V_k = (V_{kn})$ is a row, $q = (q_n)$ a column.",
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial F}{\partial V_{ij}} = (p_i - \delta_{ic}) q_j", "right"),
        (r"\frac{\partial F}{\partial V_{ij}} = (\delta_{ic} - p_i) q_j", "wrong"),
        (r"\frac{\partial F}{\partial q_n} = \sum_{k=1}^K p_k V_{kn} - V_{cn}", "right"),
        (r"\frac{\partial F}{\partial q_n} = \sum_{k=1}^K p_k V_{nk} - V_{cn}", "wrong"),
        (r"\frac{\partial (V_k q)}{\partial q_n} = V_{kn}", "right"),
        (r"\frac{\partial (V_k q)}{\partial q_n} = V_k", "wrong"),
    ],
)
def test_a_sentence_that_lists_the_entries_defines_no_number(said: str, line: str, expected: str) -> None:
    found = verdict(SCORES, said, f"$${line}$$")
    assert found == expected or (expected == "wrong" and found == "unreadable")

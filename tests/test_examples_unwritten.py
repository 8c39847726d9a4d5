r"""Names of one example without its number, beside the sum over all; sums with a number, `C_0 = \sum_x C_x`."""

from __future__ import annotations

import pytest

from symderiv import read_network
from symderiv.check.page import check
from symderiv.check.telling.japanese import in_japanese
from symderiv.resolve.prepared.sums.examples_unwritten import CAUSE, HINT


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links]


NETWORK = r"""
$$ z_j = \sum_{k=1}^K w_{jk} u_k + b_j $$ ($j = 1, \dots, J$)

$$ a_j = \tanh(z_j) $$

$$ E_s = \frac12 \sum_{j=1}^J (t_j - a_j)^2 $$

$$ E = \frac1n \sum_s E_s $$
"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E_s}{\partial a_j} = a_j - t_j", "right"),
        (r"\frac{\partial E_s}{\partial a_j} = t_j - a_j", "wrong"),
        (r"\frac{\partial E_s}{\partial b_j} = (a_j - t_j) (1 - a_j^2)", "right"),
        (r"\frac{\partial E}{\partial b_j} = \frac1n \sum_s (a_j - t_j) (1 - a_j^2)", "right"),
        (r"\frac{\partial E}{\partial b_j} = \sum_s (a_j - t_j) (1 - a_j^2)", "wrong"),
        (r"\frac{\partial E}{\partial w_{jk}} = \frac1n \sum_s (a_j - t_j) (1 - a_j^2) u_k", "right"),
        (r"\frac{\partial E}{\partial w_{jk}} = \frac1n \sum_s (a_j - t_j) (1 - a_j^2) a_k", "wrong"),
        (r"\frac{\partial E}{\partial w_{jk}} = u_k \frac1n \sum_s (a_j - t_j) (1 - a_j^2)", "unreadable"),
        (r"\frac{\partial E}{\partial b_j} = (a_j - t_j) (1 - a_j^2)", "unreadable"),
        (r"\frac{\partial E}{\partial b_j} = \frac{\partial E_s}{\partial b_j}", "unreadable"),
        (r"\frac{\partial E}{\partial b_j} = \frac1n \sum_s \frac{\partial E_s}{\partial b_j}", "right"),
        (r"\frac{\partial E}{\partial a_j} = a_j - t_j", "unreadable"),
    ],
)
def test_a_line_about_examples_that_are_not_written(line: str, verdict: str) -> None:
    asked = r"$$ \frac{\partial E}{\partial w_{jk}} = \frac1n \sum_s \frac{\partial E_s}{\partial w_{jk}} $$"
    asked += "\n\n" + asked.replace("w_{jk}", "b_j")
    assert verdicts(f"{NETWORK}\n$$ {line} $$\n\n{asked}") == [verdict, "right", "right"]


def test_what_a_loss_is_weighted_with_is_open_outside_of_the_sum() -> None:
    page = (
        NETWORK.replace(r"\frac12", r"\frac{\gamma}{2}")
        + r"""
$$ \frac{\partial E}{\partial b_j} = \frac1n \sum_s \gamma (a_j - t_j) (1 - a_j^2) $$

$$ \frac{\partial E}{\partial b_j} = \frac{\gamma}{n} \sum_s (a_j - t_j) (1 - a_j^2) $$

$$ \frac{\partial E}{\partial w_{jk}} = \frac1n \sum_s \frac{\partial E_s}{\partial w_{jk}} $$
"""
    )
    assert verdicts(page) == ["right", "unreadable", "right"]


def test_values_in_exponents_are_of_the_example_too() -> None:
    page = r"""$$ z = w x + b $$

$$ a = \frac{1}{1+e^{-z}} $$

$$ L^{(i)} = -y \log a - (1 - y) \log (1 - a) $$

$$ J = \frac{1}{m} \sum_{i=1}^m L^{(i)} $$

$$ \frac{\partial J}{\partial w} = \frac1m \sum_{i=1}^m (a - y) x $$

$$ \frac{\partial J}{\partial w} = (a - y) x $$

$$ \frac{\partial J}{\partial b} = \sum_{i=1}^m (a - y) $$
"""
    assert verdicts(page) == ["right", "unreadable", "wrong"]


def test_the_letter_of_the_examples_is_that_of_the_data() -> None:
    page = (
        NETWORK.replace("u_k", "x_k").replace("_s", "_x")
        + r"""
$$ \frac{\partial E}{\partial w_{jk}} = \frac1n \sum_x (a_j - t_j) (1 - a_j^2) x_k $$

$$ \frac{\partial E}{\partial b_j} = \frac1n \sum_x (a_j - t_j) x_j $$
"""
    )
    assert verdicts(page)[0] == "right"
    assert verdicts(page)[1] != "right"


def test_a_page_that_differentiates_no_sum_tells_no_data() -> None:
    system = read_network(NETWORK).system
    assert {len(p.indices) for p in system.pieces if p.variable.key.startswith("w")} == {2}


def test_losses_of_layers_are_no_examples() -> None:
    page = r"""$$ R_l = \frac12 \sum_{j=1}^J w_j^2 $$

$$ R = \sum_{l=1}^M R_l $$

$$ \frac{\partial R}{\partial w_j} = M w_j $$

$$ \frac{\partial R}{\partial w_j} = w_j $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_sum_with_a_number_is_none_of_its_terms() -> None:
    page = r"""$$ C_n = \frac12 (w x_n - t_n)^2 $$

$$ C_0 = \frac1N \sum_n C_n $$

$$ C = C_0 + \frac{\lambda}{2} w^2 $$

$$ \frac{\partial C_0}{\partial w} = \frac1N \sum_n (w x_n - t_n) x_n $$

$$ \frac{\partial C}{\partial w} = \frac{\partial C_0}{\partial w} + \lambda w $$

$$ \frac{\partial C}{\partial w} = \frac{\partial C_0}{\partial w} $$
"""
    assert verdicts(page) == ["right", "right", "wrong"]


def test_a_sum_that_begins_a_recurrence_is_one_of_its_terms() -> None:
    page = r"""$$ C_0 = \sum_n C_n $$

$$ C_n = v C_{n-1} $$

$$ \frac{\partial C_0}{\partial v} = 0 $$
"""
    assert "right" not in verdicts(page)


def test_the_reason_is_said_in_japanese() -> None:
    assert in_japanese(CAUSE) != CAUSE
    assert in_japanese(HINT) != HINT


PARTLY = r"""Examples are numbered by $s = 1, \dots, S$.

$$ E = \frac{1}{S} \sum_s E_s, \qquad E_s = \frac12 \sum_j (z_j - TARGET)^2 $$

$$ z_j = \sum_k w_{jk} u_{sk} + b_j $$

$$ \frac{\partial E}{\partial b_j} = \frac1S \sum_s (z_j - TARGET) $$
"""


@pytest.mark.parametrize("target", ["t_j", "t_{sj}"])
@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E_s}{\partial b_j} = z_j - TARGET", "right"),
        (r"\frac{\partial E_s}{\partial w_{jk}} = (z_j - TARGET) u_{sk}", "right"),
        (r"\frac{\partial E}{\partial w_{jk}} = \frac1S \sum_s (z_j - TARGET) u_{sk}", "right"),
        (r"\frac{\partial E}{\partial w_{jk}} = \sum_s (z_j - TARGET) u_{sk}", "wrong"),
        (r"\frac{\partial E}{\partial w_{jk}} = (z_j - TARGET) u_{sk}", "wrong"),
        (r"\frac{\partial E}{\partial b_j} = z_j - \frac1S \sum_s TARGET", "unreadable"),
    ],
)
def test_the_number_stands_on_some_of_the_data(target: str, line: str, verdict: str) -> None:
    assert verdicts((PARTLY + f"\n$$ {line} $$\n").replace("TARGET", target)) == ["right", verdict]


def test_what_stands_without_the_number_is_of_no_example_that_is_not_said() -> None:
    line = r"$$ \frac{\partial E}{\partial b_j} = z_j - t_j $$"
    assert verdicts(PARTLY.replace("TARGET", "t_j") + f"\n{line}\n") == ["right", "unreadable"]


def test_numbers_that_stand_on_all_names_are_left_as_they_are() -> None:
    page = PARTLY.replace("z_j", "z_{sj}").replace("TARGET", "t_j")
    assert verdicts(page + r"$$ \frac{\partial E}{\partial b_j} = \frac1S \sum_s z_{sj} - t_j $$") == ["right", "right"]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E_s}{\partial h_s} = \frac{b'(h_s) - t_s}{\tau}", "right"),
        (r"\frac{\partial E_s}{\partial h_s} = \frac{2 h_s - t_s}{\tau}", "right"),
        (r"\frac{\partial E_s}{\partial h_s} = \frac{b(h_s) - t_s}{\tau}", "wrong"),
        (r"\frac{\partial E}{\partial w_k} = \sum_{s=1}^n \frac{(b'(h_s) - t_s) u_{sk}}{\tau}", "right"),
        (r"\frac{\partial E}{\partial w_k} = \sum_{s=1}^n \frac{(t_s - b'(h_s)) u_{sk}}{\tau}", "wrong"),
    ],
)
def test_a_function_that_the_page_defines_is_of_no_example(line: str, verdict: str) -> None:
    page = r"""
$$ b(h) = h^2 $$

$$ h_s = \sum_{k=1}^K w_k u_{sk} $$

$$ E_s = \frac{b(h_s) - t_s h_s}{\tau} $$

$$ E = \sum_{s=1}^n E_s $$

$$ \frac{\partial E}{\partial w_k} = \sum_{s=1}^n \frac{\partial E_s}{\partial h_s} \frac{\partial h_s}{\partial w_k} $$
"""
    assert verdicts(f"{page}\n$$ {line} $$\n") == ["right", verdict]


@pytest.mark.parametrize("whole", [r"\boldsymbol{\gamma}", r"\gamma"])
def test_a_derivative_that_a_slip_sums_is_no_loss_of_one_example(whole: str) -> None:
    page = rf"""
$$ a_k = \sum_{{m=1}}^{{M}} V_{{km}} s_m + c_k $$

$$ r_k = \tanh(a_k) $$

$$ E = \frac12 \sum_{{k=1}}^K (r_k - t_k)^2 $$

$$ \gamma_k = \frac{{\partial E}}{{\partial a_k}} $$

where $\mathbf{{s}} = (s_m)$, ${whole} = (\gamma_k)$.

$$ \frac{{\partial E}}{{\partial s_m}}
 = \sum_{{k=1}}^K \frac{{\partial E}}{{\partial a_k}} \frac{{\partial a_k}}{{\partial s_m}} $$

$$ \frac{{\partial E}}{{\partial V_{{km}}}} = \gamma_k s_m $$

$$ \gamma_k = r_k - t_k $$

$$ \frac{{\partial E}}{{\partial c_k}} = \sum_{{k=1}}^K \gamma_k $$
"""
    assert verdicts(page) == ["right", "right", "wrong", "wrong"]

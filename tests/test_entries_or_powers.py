r"""Data with a summed letter above, `\sum_k w_k x_n^k`: an entry, or a power as in a polynomial.

By hand: with a power the slope by `w_0` is the sum of the errors, for `x_n^0 = 1`; with an entry it has `x_n^0`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FIT = r"""$$ \hat y_n = \sum_{k=0}^{K} w_k x_n^k $$ ( $n = 1, \dots, N$ )

$$ E = \frac12 \sum_{n=1}^{N} (\hat y_n - y_n)^2 $$"""
ARRAYS = r"Here $X = (x_n^k)$ is the Vandermonde matrix, $w = (w_k)$, $y = (y_n)$, $\hat y = (\hat y_n)$."
LAST = r"$$ \frac{\partial E}{\partial w_0} = \sum_{n=1}^{N} (\hat y_n - y_n) $$"


@pytest.mark.parametrize("said", ["", ARRAYS])
def test_a_line_that_is_right_of_a_power(said: str) -> None:
    found = each_verdict(FIT, said, lines=[LAST, LAST.replace(r"\hat y_n - y_n", r"y_n - \hat y_n")])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"
    line = r"$$ \frac{\partial E}{\partial w_k} = \sum_{n=1}^{N} (\hat y_n - y_n) x_n^k $$"
    assert each_verdict(FIT, said, lines=[line, line.replace("= ", "= 2 ")]) == ["right", "wrong"]


def test_the_matrix_of_such_entries() -> None:
    found = each_verdict(
        FIT,
        ARRAYS,
        lines=[
            r"$$ \frac{\partial E}{\partial w} = X^T (\hat y - y) $$",
            r"$$ \frac{\partial E}{\partial w} = X^T (y - \hat y) $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_other_letters() -> None:
    page = FIT.replace("w_", "a_").replace("{k=", "{p=").replace("^k", "^p").replace("a_k", "a_p").replace("K}", "P}")
    assert verdict(page, LAST.replace("w_0", "a_0")) not in ("right", "wrong")


def test_a_number_in_parentheses_is_no_power() -> None:
    assert verdict(FIT.replace("x_n^k", "x_n^{(k)}"), LAST) == "wrong"


def test_a_letter_that_numbers_targets_above_is_no_exponent() -> None:
    page = r"$$ J = \sum_{i=1}^{m} \sum_{j=0}^p y^i \theta_j x_j^i $$ with $x_0^i = 1$."
    line = r"$$ \frac{\partial J}{\partial \theta_j} = \sum_{i=1}^m y^i x_j^i $$"
    assert each_verdict(page, lines=[line, line.replace("x_j^i", r"\theta_j")]) == ["right", "wrong"]


def test_coefficients_in_parentheses_above() -> None:
    marked = "w^{(k)}", "w^{(0)}"
    page, line = FIT.replace("w_k", marked[0]), LAST.replace("w_0", marked[1])
    assert verdict(page, line) not in ("right", "wrong")


@pytest.mark.parametrize("below", ["", "a"])
def test_a_sum_above_is_an_exponent_that_no_range_ends(below: str) -> None:
    page = FIT.replace("w_k", "w_{ak}").replace("y_n", "y_{an}") if below else FIT
    line = r"$$ \frac{\partial^2 E}{\partial w_{Q} \partial w_{P}} = \sum_{n=1}^{N} x_n^{q+p} $$"
    line = line.replace("Q", f"{below}q").replace("P", f"{below}p")
    page = page.replace(r"E = \frac12 \sum", r"E = \frac12 \sum_{a=1}^A \sum") if below else page
    found = each_verdict(page, lines=[line, line.replace("= ", "= 2 "), line.replace("q+p", "q+p+1")])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"
    assert found[2] == "wrong"


def test_a_step_above_that_leaves_its_range() -> None:
    page = r"""$$ h_i^t = \sum_{j=1}^n U_{ij} x_j^t, \quad E = \frac12 \sum_{t=1}^T \sum_{i=1}^m (h_i^t - y_i^t)^2 $$"""
    line = r"$$ \frac{\partial E}{\partial U_{ij}} = \sum_{t=1}^T (h_i^t - y_i^t) x_j^t $$"
    assert each_verdict(page, lines=[line, line.replace("x_j^t", "x_j^{t+1}")]) == ["right", "wrong"]


LOOSE = r"$$ f_n = a x_n^i + b, \quad E = \frac12 \sum_{n=1}^N (f_n - t_n)^2 $$"
AS_POWER = r"$$ \frac{\partial E}{\partial x_n} = (f_n - t_n) a i x_n^{i-1} $$"


def test_a_loose_letter_above_what_the_page_differentiates_by_may_be_an_index() -> None:
    by_entry = r"$$ \frac{\partial E}{\partial x_n^i} = (f_n - t_n) a $$"
    assert verdict(LOOSE, AS_POWER) == "right"
    assert not set(each_verdict(LOOSE, by_entry, lines=[AS_POWER, AS_POWER.replace(" i x", " x")])) & {"right", "wrong"}
    line = r"$$ \frac{\partial E}{\partial a} = \sum_{n=1}^N (f_n - t_n) x_n^i $$"
    assert each_verdict(LOOSE, by_entry, lines=[line, line.replace("f_n - t_n", "t_n - f_n")]) == ["right", "wrong"]

r"""Lines by an entry of a sum that ends at a letter, `f_{i,m} = \sum_{j=1}^m \beta_j h_{ij}`."""

from __future__ import annotations

import pytest
from judging import each_verdict

EACH = (r"$$f_{i,m} = \sum_{j=1}^m \beta_j h_{ij}$$", r"$$E_m = \frac12 \sum_i (y_i - f_{i,m})^2$$")
ONE = (r"$$f_i = \sum_{j=1}^m \beta_j h_{ij}$$", r"$$E = \frac12 \sum_i (y_i - f_i)^2$$")


@pytest.mark.parametrize("letter", ["j", "k", "n", "M"])
def test_an_entry_that_may_lie_behind_the_sum(letter: str) -> None:
    for of, right in (("f_{i,m}", f"h_{{i{letter}}}"), ("E_m", rf"-\sum_i (y_i - f_{{i,m}}) h_{{i{letter}}}")):
        line = rf"$$\frac{{\partial {of}}}{{\partial \beta_{letter}}} = {right}$$"
        assert each_verdict(
            *EACH, lines=[line, line.replace("= ", "= 2 "), line.replace("= ", rf"= \beta_{letter} ")]
        ) == ["unproved", "wrong", "wrong"]


def test_zero_is_no_derivative_by_an_entry_of_the_sum() -> None:
    assert each_verdict(
        *EACH,
        lines=[
            r"$$\frac{\partial f_{i,m}}{\partial \beta_j} = 0$$",
            r"$$\frac{\partial f_{i,m}}{\partial \beta_n} = 0$$",
        ],
    ) == ["wrong", "unproved"]


def test_a_condition_or_a_place_decides() -> None:
    line = r"$$\frac{\partial f_{i,m}}{\partial \beta_j} = h_{ij}"
    found = each_verdict(
        *EACH,
        lines=[
            rf"{line} \quad (j \le m)$$",
            rf"{line} [j \le m]$$",
            rf"{line} \quad (j = 1, \dots, m + 1)$$",
            r"$$\frac{\partial f_{i,m}}{\partial \beta_m} = h_{im}$$",
            r"$$\frac{\partial f_{i,m}}{\partial \beta_{m+1}} = h_{i,m+1}$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "right"
    assert found[2] != "right"
    assert found[3] == "right"
    assert found[4] == "wrong"


@pytest.mark.parametrize("words", ["", "There are $M$ learners, $m < M$."])
def test_a_capital_beside_a_sum_that_ends_at_another_letter(words: str) -> None:
    page = [*([words] if words else []), *ONE]
    by = r"$$\frac{\partial E}{\partial \beta_M} ="
    assert each_verdict(
        *page,
        lines=[
            rf"{by} -\sum_i (y_i - f_i) h_{{iM}}$$",
            rf"{by} 0$$",
            rf"{by} \sum_i (y_i - f_i) h_{{iM}}$$",
            r"$$\frac{\partial E}{\partial \beta_j} = -\sum_i (y_i - f_i) h_{ij}$$",
            r"$$\frac{\partial E}{\partial \beta_{m+1}} = -\sum_i (y_i - f_i) h_{i,m+1}$$",
        ],
    ) == ["unproved", "unproved", "wrong", "right", "wrong"]


def test_a_capital_that_ends_the_sum_is_known() -> None:
    page = [x.replace("^m", "^M") for x in ONE]
    line = r"$$\frac{\partial E}{\partial \beta_M} = -\sum_i (y_i - f_i) h_{iM}$$"
    assert each_verdict(*page, lines=[line, line.replace("= -", "= ")]) == ["right", "wrong"]


def test_sums_that_begin_at_a_letter() -> None:
    page = r"$$G_t = \sum_{k=t}^T \gamma^{k-t} r_k$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial G_t}{\partial r_k} = \gamma^{k-t}$$",
            r"$$\frac{\partial G_t}{\partial r_k} = \gamma^{k}$$",
            r"$$\frac{\partial G_t}{\partial r_t} = 1$$",
            r"$$\frac{\partial G_t}{\partial r_k} = 0$$",
        ],
    ) == ["unproved", "wrong", "right", "wrong"]


def test_sums_over_what_ends_at_a_letter_stay_wrong() -> None:
    page = (r"$$o_t = \sum_{s=1}^t a_{ts} v_s$$", r"$$L = \frac12 \sum_{t=1}^T (o_t - y_t)^2$$")
    every = r"$$\frac{\partial L}{\partial v_s} = \sum_{t=1}^T (o_t - y_t) a_{ts}$$"
    assert each_verdict(*page, lines=[every, every.replace("t=1", "t=s")]) == ["wrong", "right"]

r"""Lines by an entry of a sum that ends at a letter, `f_{i,m} = \sum_{j=1}^m \beta_j h_{ij}`."""

from __future__ import annotations

import pytest
from judging import verdict

EACH = (r"$$f_{i,m} = \sum_{j=1}^m \beta_j h_{ij}$$", r"$$E_m = \frac12 \sum_i (y_i - f_{i,m})^2$$")
ONE = (r"$$f_i = \sum_{j=1}^m \beta_j h_{ij}$$", r"$$E = \frac12 \sum_i (y_i - f_i)^2$$")


@pytest.mark.parametrize("letter", ["j", "k", "n", "M"])
def test_an_entry_that_may_lie_behind_the_sum(letter: str) -> None:
    for of, right in (("f_{i,m}", f"h_{{i{letter}}}"), ("E_m", rf"-\sum_i (y_i - f_{{i,m}}) h_{{i{letter}}}")):
        line = rf"$$\frac{{\partial {of}}}{{\partial \beta_{letter}}} = {right}$$"
        assert verdict(*EACH, line) == "unproved"
        assert verdict(*EACH, line.replace("= ", "= 2 ")) == "wrong"
        assert verdict(*EACH, line.replace("= ", rf"= \beta_{letter} ")) == "wrong"


def test_zero_is_no_derivative_by_an_entry_of_the_sum() -> None:
    assert verdict(*EACH, r"$$\frac{\partial f_{i,m}}{\partial \beta_j} = 0$$") == "wrong"
    assert verdict(*EACH, r"$$\frac{\partial f_{i,m}}{\partial \beta_n} = 0$$") == "unproved"


def test_a_condition_or_a_place_decides() -> None:
    line = r"$$\frac{\partial f_{i,m}}{\partial \beta_j} = h_{ij}"
    assert verdict(*EACH, rf"{line} \quad (j \le m)$$") == "right"
    assert verdict(*EACH, rf"{line} [j \le m]$$") == "right"
    assert verdict(*EACH, rf"{line} \quad (j = 1, \dots, m + 1)$$") != "right"
    assert verdict(*EACH, r"$$\frac{\partial f_{i,m}}{\partial \beta_m} = h_{im}$$") == "right"
    assert verdict(*EACH, r"$$\frac{\partial f_{i,m}}{\partial \beta_{m+1}} = h_{i,m+1}$$") == "wrong"


@pytest.mark.parametrize("words", ["", "There are $M$ learners, $m < M$."])
def test_a_capital_beside_a_sum_that_ends_at_another_letter(words: str) -> None:
    page = [*([words] if words else []), *ONE]
    by = r"$$\frac{\partial E}{\partial \beta_M} ="
    assert verdict(*page, rf"{by} -\sum_i (y_i - f_i) h_{{iM}}$$") == "unproved"
    assert verdict(*page, rf"{by} 0$$") == "unproved"
    assert verdict(*page, rf"{by} \sum_i (y_i - f_i) h_{{iM}}$$") == "wrong"
    assert verdict(*page, r"$$\frac{\partial E}{\partial \beta_j} = -\sum_i (y_i - f_i) h_{ij}$$") == "right"
    assert verdict(*page, r"$$\frac{\partial E}{\partial \beta_{m+1}} = -\sum_i (y_i - f_i) h_{i,m+1}$$") == "wrong"


def test_a_capital_that_ends_the_sum_is_known() -> None:
    page = [x.replace("^m", "^M") for x in ONE]
    line = r"$$\frac{\partial E}{\partial \beta_M} = -\sum_i (y_i - f_i) h_{iM}$$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("= -", "= ")) == "wrong"


def test_sums_that_begin_at_a_letter() -> None:
    page = r"$$G_t = \sum_{k=t}^T \gamma^{k-t} r_k$$"
    assert verdict(page, r"$$\frac{\partial G_t}{\partial r_k} = \gamma^{k-t}$$") == "unproved"
    assert verdict(page, r"$$\frac{\partial G_t}{\partial r_k} = \gamma^{k}$$") == "wrong"
    assert verdict(page, r"$$\frac{\partial G_t}{\partial r_t} = 1$$") == "right"
    assert verdict(page, r"$$\frac{\partial G_t}{\partial r_k} = 0$$") == "wrong"


def test_sums_over_what_ends_at_a_letter_stay_wrong() -> None:
    page = (r"$$o_t = \sum_{s=1}^t a_{ts} v_s$$", r"$$L = \frac12 \sum_{t=1}^T (o_t - y_t)^2$$")
    every = r"$$\frac{\partial L}{\partial v_s} = \sum_{t=1}^T (o_t - y_t) a_{ts}$$"
    assert verdict(*page, every) == "wrong"
    assert verdict(*page, every.replace("t=1", "t=s")) == "right"

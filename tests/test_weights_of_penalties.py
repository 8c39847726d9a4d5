r"""Numbers that weigh penalties, the `\rho` of `\frac12 \rho (M - \sum_q m_q)^2`, and functions with their letters."""

from __future__ import annotations

import pytest
from judging import verdict

SUM = r"(M - \sum_q m_q)"


def _judged(penalty: str, last: str, *words: str) -> str:
    page = (rf"$$L = \sum_q c_q m_q^2 + {penalty}$$", *words)
    return verdict(*page, rf"$$\frac{{\partial L}}{{\partial m_q}} = 2 c_q m_q {last}$$")


@pytest.mark.parametrize("letter", [r"\rho", r"\mu", r"\lambda", r"\nu", "C"])
def test_a_letter_before_a_square_of_a_sum_is_a_number(letter: str) -> None:
    penalty = rf"\frac12 {letter} {SUM}^2"
    assert _judged(penalty, rf"- {letter} {SUM}") == "right"
    for slip in (rf"+ {letter} {SUM}", rf"- 2 {letter} {SUM}", rf"- {letter} (M - m_q)", rf"- {SUM}"):
        assert _judged(penalty, slip) == "wrong"


@pytest.mark.parametrize("letter", [r"\rho", r"\mu", "C", "g", "h", r"\psi"])
def test_half_of_a_letter_is_half_a_number(letter: str) -> None:
    penalty = rf"\frac{{{letter}}}{{2}} {SUM}^2"
    assert _judged(penalty, rf"- {letter} {SUM}") == "right"
    for slip in (rf"+ {letter} {SUM}", rf"- \frac{{{letter}}}{{2}} {SUM}", rf"- {letter} (M + \sum_q m_q)"):
        assert _judged(penalty, slip) == "wrong"


@pytest.mark.parametrize("letter", [r"\phi", r"\psi", "g", "G", r"\Gamma", "f"])
def test_letters_of_functions_may_be_numbers_before_squares(letter: str) -> None:
    for line in (rf"- {letter} {SUM}", rf"+ {letter} {SUM}", rf"- 2 {letter} {SUM}"):
        assert _judged(rf"\frac12 {letter} {SUM}^2", line) == "unreadable"


def test_a_cube_has_a_weight_too() -> None:
    penalty = rf"\frac13 \rho {SUM}^3"
    assert _judged(penalty, rf"- \rho {SUM}^2") == "right"
    assert _judged(penalty, rf"- \rho {SUM}") == "wrong"


def test_what_a_line_differentiates_by_is_a_number() -> None:
    by = r"$$\frac{\partial L}{\partial \rho} = M - \sum_q m_q$$"
    assert _judged(rf"\rho {SUM}", r"- \rho", by) == "right"
    assert _judged(rf"\rho {SUM}", r"+ \rho", by) == "wrong"
    assert _judged(rf"\rho {SUM}", r"- \rho") == "unreadable"


def test_second_derivatives_tell_numbers_and_functions_apart() -> None:
    page = rf"$$L = \sum_q c_q m_q^2 + \rho {SUM}$$"
    assert verdict(page, r"$$\frac{\partial^2 L}{\partial m_q^2} = 2 c_q$$") == "unreadable"


def test_words_that_call_the_letter_a_function() -> None:
    for words in (r"The function $\rho$ is smooth.", r"Die Funktion $\rho$ ist glatt.", r"関数 $\rho$ は滑らか。"):
        assert _judged(rf"\frac12 \rho {SUM}^2", rf"- \rho {SUM}", words) != "right"


def test_functions_of_sums_stay_functions() -> None:
    page = (r"$$L = \frac12 \rho(w x + b)^2$$",)
    prime = r"$$\frac{\partial L}{\partial w} = \rho(w x + b) \rho'(w x + b) x$$"
    assert verdict(*page, prime) == "right"
    assert verdict(*page, prime, r"$$\frac{\partial L}{\partial w} = \rho(w x + b) x$$") == "wrong"
    robust = (r"$$L = \sum_i \rho(y_i - w x_i)$$",)
    primed = r"$$\frac{\partial L}{\partial w} = -\sum_i \rho'(y_i - w x_i) x_i$$"
    assert verdict(*robust, primed) == "right"
    assert verdict(*robust, primed, r"$$\frac{\partial L}{\partial w} = -\sum_i \rho(y_i - w x_i) x_i$$") == "wrong"


def test_a_parenthesis_behind_a_parenthesis() -> None:
    page = (r"$$F = g (x - z)(x - y)$$",)
    assert verdict(*page, r"$$\frac{\partial F}{\partial x} = g (x - y) + g (x - z)$$") == "unreadable"
    gate = (r"$$F = f(w x + b) (1 - f(w x + b))$$",)
    assert verdict(*gate, r"$$\frac{\partial F}{\partial b} = f'(w x + b) (1 - 2 f(w x + b))$$") == "right"

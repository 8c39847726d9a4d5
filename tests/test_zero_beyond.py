r"""Sentences by which a derivative is 0 beyond its range. Labels by hand: `y_i` has `w_k` with `x_{i+k}`, so that `x_m`
acts through `y_{m-k}`, where there is one."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

HEAD = r"$$y_i = \sum_{k=0}^{K-1} w_k x_{i+k} + b, \quad i = 0, \dots, N-K$$" "\n"
SAID = (
    r"where $\partial L/\partial y_i = 0$ for $i<0$ or $i > N-K$.",
    r"with $\frac{\partial L}{\partial y_i} = 0$ whenever $i < 0$ or $i > N-K$.",
    r"Here $\frac{\partial L}{\partial y_i} = 0$ if $i \le -1$ and if $i < 0$.",
)
NAMED = r"$$e_i = \frac{\partial L}{\partial y_i}$$" "\n"
NAMED_LINE = r"$$\frac{\partial L}{\partial x_m} = \sum_{k=0}^{K-1} e_{m-k} w_k$$" "\n"
NAMED_OTHER = r"$$\frac{\partial L}{\partial x_m} = \sum_{k=0}^{K-1} e_{m+k} w_k$$" "\n"
LINE = r"$$\frac{\partial L}{\partial x_m} = \sum_{k=0}^{K-1} \frac{\partial L}{\partial y_{m-k}} w_k$$" "\n"
OTHER = r"$$\frac{\partial L}{\partial x_m} = \sum_{k=0}^{K-1} \frac{\partial L}{\partial y_{m+k}} w_k$$" "\n"


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize("said", SAID)
def test_a_derivative_is_said_to_be_zero_beyond_its_range(said: str) -> None:
    assert verdicts(f"{HEAD}{LINE}{said}\n{OTHER}") == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "Outside its range, $e_i = 0$.",
        "Here $e_i = 0$ outside its range.",
        "where $e_i = 0$ for $i < 0$ or $i > N-K$.",
        r"Beyond the borders, $\frac{\partial L}{\partial y_i} = 0$.",
    ],
)
def test_a_name_for_a_derivative_is_said_to_be_zero_beyond_its_range(said: str) -> None:
    assert verdicts(f"{HEAD}{NAMED}{NAMED_LINE}{said}\n{NAMED_OTHER}") == ["right", "wrong"]


def test_it_is_denied_that_a_name_is_zero_beyond_its_range() -> None:
    said = "It is not true that $e_i = 0$ outside its range."
    assert "right" not in verdicts(f"{HEAD}{NAMED}{NAMED_LINE}{said}\n")


def test_without_such_a_sentence_there_is_no_such_entry() -> None:
    assert verdicts(HEAD + LINE) == ["wrong"]


def test_within_the_range_it_is_a_claim() -> None:
    said = r"$$\frac{\partial L}{\partial y_i} = 0$$ for $i > 3$."
    assert verdicts(f"{HEAD}{said}\n{LINE}") == ["wrong", "wrong"]

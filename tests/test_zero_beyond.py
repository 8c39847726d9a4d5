r"""Sentences by which a derivative is 0 beyond its range. Labels by hand: `y_i` has `w_k` with `x_{i+k}`, so that `x_m`
acts through `y_{m-k}`, where there is one."""

from __future__ import annotations

import pytest

from .judging import check

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
    assert verdicts(f"{HEAD}{said}\n{LINE}") == ["unproved", "wrong"]  # no line says what L is


ALONE = (
    r"Entries of $\frac{\partial L}{\partial y_i}$ out of range are zero.",
    r"$\frac{\partial L}{\partial y_i}$ is $0$ whenever $i$ is out of range.",
    r"Here entries of $\frac{\partial L}{\partial y_i}$ outside their range are zero.",
    r"All $\frac{\partial L}{\partial y_i}$ with an index out of range are zero.",
)
LISTED_HEAD = (
    r"$$y_i = \sum_{a=0}^{m-1} w_a x_{i+a} \quad (0 \le i \le n-m)$$" "\n" r"$$L = L(y_0, \dots, y_{n-m})$$" "\n"
)
BY_INPUT = r"$$\frac{\partial L}{\partial x_k} = \sum_{a=0}^{m-1} w_a \frac{\partial L}{\partial y_{k%sa}}$$" "\n"
BY_WEIGHT = r"$$\frac{\partial L}{\partial w_a} = \sum_{i=0}^{n-m} x_{i+a} \frac{\partial L}{\partial y_i}%s$$" "\n"


@pytest.mark.parametrize("said", ALONE)
def test_derivatives_alone_are_said_to_be_zero_beyond_their_range(said: str) -> None:
    lines = [BY_INPUT % "-", BY_INPUT % "+", BY_WEIGHT % "", BY_WEIGHT % r" + y_{-1}", BY_WEIGHT % r" + y_0"]
    assert verdicts(f"{LISTED_HEAD}{said}\n{''.join(lines)}") == ["right", "wrong", "right", "unproved", "wrong"]


def test_an_input_that_is_zero_beyond_its_range_may_be_as_long_as_its_letter() -> None:
    """With `x_1, .., x_n` the first line is right, with `x_{1-p}, ..` it lacks terms; the last is wrong of both."""
    page = (
        r"$x_i$ is $0$ whenever $i$ is out of range, and so is $\delta_i = \frac{\partial E}{\partial y_i}$."
        "\n"
        r"$$y_i = \sum_{a=-p}^{p} w_a x_{i+a} \quad (1 \le i \le n)$$"
        "\n"
        r"$$\frac{\partial E}{\partial w_a} = \sum_{i=1}^n \delta_{i-a} x_{i}$$"
        "\n"
        r"$$\frac{\partial E}{\partial w_a} = \sum_{i=1}^n \delta_i x_{i+a}$$"
        "\n"
        r"$$\frac{\partial E}{\partial w_a} = \sum_{i=1}^n \delta_{i+a} x_{i}$$"
        "\n"
    )
    assert verdicts(page) == ["unproved", "right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "Whatever does not exist counts as $0$.",
        "We ignore terms whose index leaves the range.",
        r"$u_i$ is $0$ whenever $i$ is out of range.",
        "The input $u_i$ and the errors $e_i$ are zero outside of their range.",
    ],
)
def test_words_that_may_say_so_of_anything_leave_it_open(said: str) -> None:
    page = (
        r"$$v_i = \sum_{a=-p}^{p} g_a u_{i-a} \quad (i = 1, \dots, n)$$"
        "\n"
        r"$$E = \frac12 \sum_{i=1}^n (v_i - t_i)^2$$"
        "\n"
        r"$$\frac{\partial E}{\partial u_k} = \sum_{a=-p}^{p} g_a \frac{\partial E}{\partial v_{k+a}}$$"
        "\n"
        r"$$\frac{\partial E}{\partial u_k} = \sum_{a=-p}^{p} g_a \frac{\partial E}{\partial v_{k-a}}$$"
        "\n"
    )
    assert verdicts(f"{said}\n{page}") == ["unproved", "wrong"]

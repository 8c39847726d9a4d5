r"""Derivatives that are set to 0 beyond their end: `\delta_{T+1} = 0` beside `\delta_t = \partial E/\partial h_t`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.network import complete
from symderiv.read import read_draft
from symderiv.system import System

CELL = r"""$$h_t = \tanh(w h_{t-1} + u x_t) \quad (t = 1, \dots, T)$$
$$h_0 = 0$$
$$E = \frac12 \sum_{t=1}^T (h_t - d_t)^2$$
"""
NAMED = r"Let $\delta_t = \frac{\partial E}{\partial h_t}$ and $\delta_{T+1} = 0$. "
STEP = r"$$\delta_t = h_t - d_t + w (1 - h_{t+1}^2) \delta_{t+1}$$"
UNITS = r"""$$h_{j,t} = f(a_{j,t}) \quad a_{j,t} = \sum_i w_{ji} h_{i,t-1} + \sum_k u_{jk} x_{k,t} \quad t = 1, .., T$$
$$E = \frac12 \sum_{t=1}^T \sum_j (h_{j,t} - d_{j,t})^2$$
Let $\delta_{j,t} = \partial E/\partial a_{j,t}$, where $\delta_{j,T+1} = 0$ for all $j$. Then
"""
ARRAYS = r"""Let $h_t = \tanh(W h_{t-1} + U x_t)$ for $t=1,\dots,T$ with $h_t \in \mathbb{R}^n$, $x_t \in \mathbb{R}^m$,
$E = \frac12 \sum_{t=1}^T \|h_t - d_t\|^2$. Let $\delta_t = \partial E / \partial h_t$ with $\delta_{T+1} = 0$.
"""
LISTED = r"""$a^{(t)} = w h^{(t-1)} + u x^{(t)}$, $h^{(t)} = \tanh(a^{(t)})$, $E = \sum_{t=1}^{T} L(h^{(t)})$ for
$t = 1, \dots, T$. Define $\delta^{(t)} := \frac{\partial E}{\partial a^{(t)}}$ and set $\delta^{(T+1)} := 0$.
"""
CELLS = r"""$c_t = f_t c_{t-1} + i_t g_t$, $h_t = o_t \tanh(c_t)$ for $t=1,\dots,T$, $E = \sum_{t=1}^T e(h_t)$.
Let $\delta c_t = \partial E/\partial c_t$, $\delta c_{T+1} = 0$.
"""


@pytest.fixture(scope="module")
def cell() -> System:
    return complete(read_draft(CELL))


def last(page: str, network: System | None = None) -> str:
    return str(check(page, network=network).claims[-1].judgement)


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (UNITS, r"\delta_{j,t} = f'(a_{j,t}) ( h_{j,t} - d_{j,t} + \sum_i w_{ij} \delta_{i,t+1} )", "right"),
        (UNITS, r"\delta_{j,t} = f'(a_{j,t}) ( h_{j,t} - d_{j,t} + \sum_i w_{ji} \delta_{i,t+1} )", "wrong"),
        (UNITS, r"\delta_{j,t} = f'(a_{j,t}) \sum_i w_{ij} \delta_{i,t+1}", "wrong"),
        (ARRAYS, r"\delta_t = h_t - d_t + W^T (\delta_{t+1} \odot (1 - h_{t+1}^2))", "right"),
        (ARRAYS, r"\delta_t = h_t - d_t + W (\delta_{t+1} \odot (1 - h_{t+1}^2))", "wrong"),
        (LISTED, r"\delta^{(t)} = (1 - (h^{(t)})^2) (L'(h^{(t)}) + w \delta^{(t+1)})", "right"),
        (LISTED, r"\delta^{(t)} = (1 - (h^{(t)})^2) (L'(h^{(t)}) + w \delta^{(t-1)})", "wrong"),
        (CELLS, r"\delta c_t = e'(h_t) o_t (1 - \tanh^2(c_t)) + f_{t+1} \delta c_{t+1}", "right"),
        (CELLS, r"\delta c_t = e'(h_t) o_t (1 - \tanh^2(c_t)) + f_t \delta c_{t+1}", "wrong"),
    ],
)
def test_the_recurrence_holds_at_its_end(page: str, line: str, verdict: str) -> None:
    assert last(f"{page}$${line}$$") == verdict


def test_beside_a_network_and_alone(cell: System) -> None:
    for page, network in ((NAMED + STEP, cell), (CELL + NAMED + STEP, None)):
        report = check(page, network=network)
        assert report.verdict == "right"
        assert len(report.claims) == 2  # that it is 0 there is a line, too


def test_without_the_zero_the_end_is_left_out(cell: System) -> None:
    report = check(r"Let $\delta_t = \frac{\partial E}{\partial h_t}$. For $t \le T$ " + STEP, network=cell)
    assert report.verdict == "wrong"


def test_the_reason_is_the_slip_and_not_the_end(cell: System) -> None:
    report = check(NAMED + STEP.replace(r"(1 - h_{t+1}^2) ", ""), network=cell)
    reason = report.claims[-1].links[0].reason
    assert reason is not None
    assert reason.kind == "factor-missing"


@pytest.mark.parametrize("there", ["T", "T-1", "1"])
def test_where_it_exists_it_is_a_claim(there: str, cell: System) -> None:
    page = rf"Let $\delta_t = \frac{{\partial E}}{{\partial h_t}}$. Then $$\delta_{{{there}}} = 0$$"
    assert last(page, cell) == "wrong"


def test_another_number_is_no_such_end(cell: System) -> None:
    assert check(NAMED.replace("= 0", "= 1") + STEP, network=cell).verdict == "wrong"


def test_what_is_no_factor_of_a_zero_stays(cell: System) -> None:
    line = r"$$\delta_t = h_t - d_t + h_{t+1} + w (1 - h_{t+1}^2) \delta_{t+1} - h_{t+1}$$"
    assert last(NAMED + line, cell) != "right"


# ---------------------------------------- entries by number


def test_the_sensitivity_at_the_beginning(cell: System) -> None:
    named = r"Let $s_t = \frac{\partial h_t}{\partial w}$, with $s_0 = 0$. "
    assert check(named + r"$$s_t = (1 - h_t^2)(h_{t-1} + w s_{t-1})$$", network=cell).verdict == "right"
    assert check(named + r"$$s_t = (1 - h_t^2)(h_{t-1} + w s_t)$$", network=cell).verdict == "wrong"
    assert check(named.replace("= 0", "= 1"), network=cell).verdict == "wrong"


# ---------------------------------------- in words


@pytest.mark.parametrize(
    "words",
    [
        r"where $\delta_{T+1}$ is zero.",
        r"; $\delta_{T+1}$ is taken to be 0.",
        r"$\delta_{T+1}$ は0とする．",
        r"with the convention $\delta_{T+1} \equiv 0$.",
        r"(we put $\delta_{T+1} = 0$)",
    ],
)
def test_words_may_say_that_it_is_zero(words: str) -> None:
    assert check(rf"{CELL}Let $\delta_t = \partial E/\partial h_t$ {words} {STEP}").verdict == "right"


@pytest.mark.parametrize("words", [r"Here $\delta_{T+1}$ is not zero.", r"If $h_0$ is zero, we get", r"$h_0$ is zero."])
def test_other_words_do_not(words: str) -> None:
    assert check(rf"{CELL}Let $\delta_t = \partial E/\partial h_t$. {words} {STEP}").verdict != "right"


def test_an_entry_that_words_call_zero() -> None:
    page = CELL.replace("$$h_0 = 0$$", "The initial state $h_0$ is zero.")
    line = r"$$\frac{\partial h_1}{\partial w} = (1 - h_1^2) h_0 = 0$$"
    assert check(page + line).verdict == "right"
    assert check(page.replace("is zero", "is given") + line).verdict != "right"
    assert check(page.replace("is zero", "is often zero") + line).verdict != "right"


def test_a_derivative_that_no_line_goes_on_to_is_a_claim(cell: System) -> None:
    assert last(r"$$\frac{\partial E}{\partial h_{T+1}} = 0$$", cell) == "wrong"
    step = r"$$\frac{\partial E}{\partial h_t} = h_t - d_t + w (1 - h_{t+1}^2) \frac{\partial E}{\partial h_{t+1}}$$"
    assert check(step + r"with $\frac{\partial E}{\partial h_{T+1}} = 0$.", network=cell).verdict == "right"

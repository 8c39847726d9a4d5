r"""Indices that are data: `p_{t,a_t}` beside a running a; what is only looked up, `u_{c_t,m}`; where they lie."""

from __future__ import annotations

import pytest

from symderiv.network import complete
from symderiv.read import read_draft

from .judging import check


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


POLICY = r"""$$%(z)s = \sum_m V_{am} s_{tm}, \quad %(p)s = \frac{e^{%(z)s}}{\sum_{b} e^{%(zb)s}}$$

$$L = -\sum_{t=1}^T R_t \log %(taken)s$$

$$\frac{\partial L}{\partial %(z)s} = -R_t (%(is)s - %(p)s)$$

$$\frac{\partial L}{\partial V_{am}} = -\sum_{t=1}^T R_t (%(is)s - %(p)s) s_{tm}$$

$$\frac{\partial L}{\partial V_{am}} = -\sum_{t=1}^T R_t (1 - %(p)s) s_{tm}$$

$$\frac{\partial L}{\partial V_{am}} = -\sum_{t=1}^T R_t %(is)s s_{tm}$$
"""
TYPED = [
    {"z": "z_{ta}", "zb": "z_{tb}", "p": "p_{ta}", "taken": "p_{t,a_t}", "is": "[a_t = a]"},
    {"z": "z_{t,a}", "zb": "z_{t,b}", "p": "p_{t,a}", "taken": "p_{t,a_t}", "is": r"\delta_{a,a_t}"},
    {"z": "h_t(a)", "zb": "h_t(b)", "p": r"\pi_t(a)", "taken": r"\pi_t(a_t)", "is": r"\mathbb{1}[a = a_t]"},
    {"z": "u_a^{(t)}", "zb": "u_b^{(t)}", "p": "q_a^{(t)}", "taken": "q_{a_t}^{(t)}", "is": r"\mathbb{1}\{a_t = a\}"},
]


@pytest.mark.parametrize("typed", TYPED)
def test_the_letter_of_what_is_looked_up_may_run_elsewhere(typed: dict[str, str]) -> None:
    assert verdicts(POLICY % typed) == ["right", "right", "wrong", "wrong"]


def test_a_list_alone_tells_it() -> None:
    page = r"""$$p_{t,a} = \frac{e^{z_{t,a}}}{\sum_b e^{z_{t,b}}}, \quad L = -\sum_{t=1}^T R_t \log p_{t,a_t}$$

$$\frac{\partial L}{\partial z_{t,a}} = R_t (p_{t,a} - y_{t,a})$$

$$\frac{\partial L}{\partial p_{t,a_t}} = -\frac{R_t}{p_{t,a_t}}$$
"""
    first, second = verdicts(page)
    assert first in ("wrong", "unproved")  # nothing says what y is
    assert second == "right"


def test_a_comparison_tells_it_of_one_index() -> None:
    page = r"""$$\pi_a = \frac{e^{H_a}}{\sum_{b=1}^K e^{H_b}}, \quad J = \sum_t r_t \log \pi_{a_t}$$ ( $1 \le a \le K$ )

$$\frac{\partial J}{\partial H_a} = \sum_{t} r_t ([a_t = a] - \pi_a)$$

$$\frac{\partial J}{\partial H_a} = \sum_{t} r_t (1 - \pi_a)$$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_two_letters_in_one_place_are_still_two_indices() -> None:
    page = r"""$$y_j = \sum_{i=1}^n w_{j_i} x_i + b_j, \quad E = \frac12 \sum_{j=1}^m (y_j - d_j)^2$$

$$\frac{\partial E}{\partial w_{j_i}} = (y_j - d_j) x_i$$

$$\frac{\partial E}{\partial w_{ji}} = (y_j - d_j) x_i$$

$$\frac{\partial E}{\partial w_{j_i}} = (y_j - d_j) y_j$$
"""
    assert verdicts(page) == ["right", "right", "wrong"]


WORDS = r"""Pairs of words, %s.

$$z_{t,c} = \sum_{m=1}^M u_{i_t,m} v_{c,m}, \quad p_{t,c} = \frac{e^{z_{t,c}}}{\sum_{k=1}^C e^{z_{t,k}}}$$

$$L = -\sum_{t=1}^T \log p_{t,o_t}$$

$$\frac{\partial L}{\partial z_{t,c}} = p_{t,c} - [c = o_t]$$

$$\frac{\partial L}{\partial v_{c,m}} = \sum_{t=1}^T (p_{t,c} - [c = o_t]) u_{i_t,m}$$

$$\frac{\partial L}{\partial v_{c,m}} = \sum_{t=1}^T p_{t,c} u_{i_t,m}$$

$$\frac{\partial L}{\partial v_{c,m}} = \sum_{t=1}^T (p_{t,c} - [c = o_t]) u_{c,m}$$
"""


@pytest.mark.parametrize(
    "said",
    [
        r"$i_t \in \{1, \dots, C\}$ and $o_t \in \{1, \dots, C\}$",
        r"$i_t, o_t \in \{1, \dots, C\}$",
        r"$i_t \in \{1, \dots, N\}$ and $o_t \in \{1, \dots, C\}$",
        r"$1 \le i_t \le C$ and $1 \le o_t \le C$",
        r"$1 \le i_t, o_t \le C$",
    ],
)
def test_a_page_says_how_many_rows_there_are_of_what_is_looked_up(said: str) -> None:
    *found, last = verdicts(WORDS % said)
    assert found == ["right", "right", "wrong"]
    assert last in ("wrong", "unproved", "unreadable")


def test_without_that_it_is_not_known() -> None:
    assert "right" not in verdicts(WORDS % "as they come")


def test_derivatives_by_the_rows() -> None:
    page = (
        WORDS % r"$i_t, o_t \in \{1, \dots, C\}$"
        + r"""
$$\frac{\partial L}{\partial u_{k,m}} = \sum_{t=1}^T [k = i_t] \sum_{c=1}^C (p_{t,c} - [c = o_t]) v_{c,m}$$

$$\frac{\partial L}{\partial u_{k,m}} = \sum_{t=1}^T \sum_{c=1}^C (p_{t,c} - [c = o_t]) v_{c,m}$$
"""
    )
    assert verdicts(page)[-2:] == ["right", "wrong"]


def test_where_they_lie_is_no_condition_of_a_line() -> None:
    page = r"""For every example, $1 \le o_t \le C$.

$$z_{t,c} = \sum_{m=1}^M s_{t,m} v_{c,m}, \quad p_{t,c} = \frac{e^{z_{t,c}}}{\sum_{k=1}^C e^{z_{t,k}}}$$

$$L = -\sum_{t=1}^T \log p_{t,o_t}$$

$$\frac{\partial L}{\partial v_{c,m}} = \sum_{t=1}^T (p_{t,c} - [c = o_t]) s_{t,m}$$

$$\frac{\partial L}{\partial v_{c,m}} = \sum_{t=1}^T p_{t,c} s_{t,m}$$
"""
    assert verdicts(page) == ["right", "wrong"]


@pytest.mark.parametrize("taken", ["p_{t c_t}", "p_{t,c_t}"])
def test_a_sum_without_ends_runs_over_what_stands_beside_what_is_looked_up(taken: str) -> None:
    page = rf"""$$p_{{tk}} = \frac{{e^{{z_{{tk}}}}}}{{\sum_j e^{{z_{{tj}}}}}}, \quad L = -\sum_t \log {taken}$$

$$\frac{{\partial L}}{{\partial z_{{tk}}}} = p_{{tk}} - [k = c_t]$$

$$\frac{{\partial L}}{{\partial z_{{tk}}}} = [k = c_t] - p_{{tk}}$$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_a_solution_looks_up_what_its_network_does() -> None:
    network = r"""$$p_{t,a} = \frac{e^{z_{t,a}}}{\sum_b e^{z_{t,b}}}$$ ( $1 \le a \le A$, $1 \le t \le T$ )

$$L = -\sum_{t=1}^T r_t \log p_{t,a_t}$$
"""
    line = r"$$\frac{\partial L}{\partial p_{t,a_t}} = %s \frac{r_t}{p_{t,a_t}}$$"
    for sign, expected in (("-", "right"), ("", "wrong")):
        assert [str(c.judgement) for c in check(line % sign, network=complete(read_draft(network))).claims] == [
            expected
        ]

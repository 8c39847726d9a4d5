r"""Names of the last step where no range is stated, and letters that change their places in a line, or against words.

By hand: the last state moves the loss through its own output alone; any other moves the next state, too.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""
$$ s_t = \tanh(R s_{t-1} + P u_t), \qquad q_t = C s_t $$
$$ E = \sum_t E_t, \qquad E_t = \frac12 \|q_t - d_t\|^2 $$
"""
STEP = r"\nabla_{s_t} E = C^T \nabla_{q_t} E + MATRIX \operatorname{diag}(1 - s_{t+1}^2) \nabla_{s_{t+1}} E"


def test_a_letter_that_may_be_the_last_step() -> None:
    cases = [
        (r"\nabla_{s_\tau} E = C^T \nabla_{q_\tau} E", "unproved"),
        (r"\nabla_{s_\tau} E = 2 C^T \nabla_{q_\tau} E", "wrong"),
        (r"\nabla_{s_t} E = C^T \nabla_{q_t} E", "wrong"),
        (STEP.replace("MATRIX", "R^T") + r" \quad (t = 1, \dots, \tau - 1)", "unproved"),
        (STEP.replace("MATRIX", "R") + r" \quad (t = 1, \dots, \tau - 1)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_range_that_is_stated_stays() -> None:
    stated = NET.replace(r"\sum_t", r"\sum_{t=1}^T")
    assert each_verdict(
        stated,
        lines=[r"$$ \nabla_{s_T} E = C^T \nabla_{q_T} E $$", r"$$ \nabla_{s_\kappa} E = C^T \nabla_{q_\kappa} E $$"],
    ) == ["right", "wrong"]


UNITS = r"$$ s_j = v^T a_j $$ $$ q_j = \tanh(s_j) $$ $$ E = \frac12 \sum_j (q_j - d_j)^2 $$"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial v_j} = \sum_i (q_i - d_i) (1 - q_i^2) a_{i,j}", "right"),
        (r"\frac{\partial E}{\partial v_j} = \sum_i (q_i - d_i) (1 - q_i^2) a_{ij}", "right"),
        (r"\frac{\partial E}{\partial v_j} = \sum_i (q_i - d_i) a_{i,j}", "wrong"),
        (r"\frac{\partial E}{\partial v_j} = \sum_i (q_i - d_i) (1 - q_i^2) a_{j,i}", "wrong"),
        # numbered by columns, as before
        (r"\frac{\partial E}{\partial v_i} = \sum_j (q_j - d_j) (1 - q_j^2) a_{i,j}", "right"),
    ],
)
def test_letters_that_change_their_places(line: str, expected: str) -> None:
    assert verdict(UNITS, f"$${line}$$") == expected


WORDS = r"""Let $A \in \mathbb{R}^{D \times N}$ with columns $a_n$. Here $a_{j,n}$ is the $j$-th component of $a_n$.
$$ E = \frac12 \sum_{n=1}^N (v^T a_n - d_n)^2 $$
"""
MATRIX = r"$$ (A^T v)_n = v^T a_n $$"


def test_an_entry_against_the_words_is_not_right() -> None:
    told = r"$$ \frac{\partial E}{\partial v_j} = \sum_n (v^T a_n - d_n) a_{j,n} $$"
    other = told.replace("a_{j,n}", "a_{n,j}")
    assert each_verdict(WORDS, lines=[told, other]) == ["right", "wrong"]
    assert each_verdict(WORDS + MATRIX, lines=[told, other]) == ["right", "unreadable"]

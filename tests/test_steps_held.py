r"""A step that a page never leaves, `p_i = \sigma(a_i^{(t-1)})` with no other t on the page, is a label.

By hand: with `q_i = e^{a_i^{(k-1)}}` and `C = \sum_i (q_i - y_i)^2`, the derivative by
`a_i^{(k-1)}` is `2 (q_i - y_i) q_i`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SCORES = (
    r"$$q_i = e^{a_i^{(k-1)}}$$",
    r"$$C = \sum_{i=1}^{n} (q_i - y_i)^2$$",
)
BY_SCORE = r"$$\frac{\partial C}{\partial a_i^{(k-1)}} = %s (q_i - y_i) q_i$$"
STAGE = (
    r"$b(x_i) \in \{1, \dots, K\}$ is the leaf of the $s$-th tree into which $x_i$ falls.",
    r"$$r_i = y_i - m_i^{(s-1)}$$",
    r"$$h_s(x_i) = \sum_{l=1}^{K} v_l \, 1[b(x_i) = l]$$",
    r"$$Q^{(s)} = \sum_{i=1}^{n} \left[ h_s^2(x_i) - 2 r_i h_s(x_i) \right]$$",
)
"""The stage of an additive model."""
LEAF = r"$$\frac{\partial Q^{(s)}}{\partial v_l} = %s \sum_{i=1}^{n} 1[b(x_i) = l] (v_l - r_i)$$"
SHARED = (
    r"$$z_i^{(t)} = \sum_{j=1}^{m} u_{ij} h_j^{(t-1)}$$ ( $i = 1, \dots, n$ )",
    r"$$E = \sum_{i=1}^{n} (z_i^{(t)} - y_i)^2$$",
)
BY_STATE = r"$$\frac{\partial E}{\partial h_j^{(t-1)}} = 2 \sum_{i=1}^{n} (z_i^{(t)} - y_i) u_{ij}$$"
BY_SHARED = r"$$\frac{\partial E}{\partial u_{ij}} = 2 (z_i^{(t)} - y_i) h_j^{(t-1)}$$"


def test_a_step_that_stands_on_the_right_alone() -> None:
    assert each_verdict(*SCORES, lines=[BY_SCORE % "2", BY_SCORE % "-2"]) == ["right", "wrong"]


def test_a_second_derivative_and_a_power_of_one_of_several_functions() -> None:
    told = (r"$m_i^{(s-1)}$ is the score of example $i$ after $s-1$ trees.", *STAGE)
    assert each_verdict(*told, lines=[LEAF % "2", LEAF % ""]) == ["right", "wrong"]
    by_score = r"$$\frac{\partial^2 Q^{(s)}}{\partial v_l^2} = 2 \sum_{i=1}^{n} 1[b(x_i) = %s]$$"
    assert each_verdict(*told, lines=[by_score % "l", by_score % "1"]) == ["right", "wrong"]


WHAT_IT_IS = [
    "is the score after $s-1$ trees",
    "denotes the current prediction of the first $s-1$ trees",
    "is the output of the previous trees",
    "is the margin of example $i$ after $s-1$ boosting rounds",
]
NO_TREES = [
    "",
    "is the score after $s-1$ steps",
    "is not the score after $s-1$ trees",
    "is the score after $s-1$ layers",
    "is the score of all trees",
    "is the score of the previous trees and of the current one",
    "is the score of the previous trees, and of the $s$-th tree",
    "is the score of the previous trees plus $v_1$",
    "is the score of the current and of the previous trees",
    "could be the score after $s-1$ trees",
]


@pytest.mark.parametrize("said", WHAT_IT_IS)
def test_what_earlier_trees_made_is_given(said: str) -> None:
    assert verdict(f"$m_i^{{(s-1)}}$ {said}.", *STAGE, LEAF % "2") == "right"


@pytest.mark.parametrize("said", NO_TREES)
def test_what_all_steps_share_may_have_made_it(said: str) -> None:
    words = (f"$m_i^{{(s-1)}}$ {said}.",) if said else ()
    cases = ("2", "")
    for n, found in zip(cases, each_verdict(*words, *STAGE, lines=[LEAF % n for n in cases]), strict=True):
        assert found not in ("right", "wrong"), n


def test_a_state_may_be_made_of_shared_weights() -> None:
    found = each_verdict(*SHARED, lines=[BY_SHARED, BY_STATE])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "right"


def test_weights_of_the_step_are_not_shared() -> None:
    own = [x.replace("u_{ij}", "u_{ij}^{(t)}") for x in (*SHARED, BY_SHARED)]
    assert verdict(*own) == "right"
    assert verdict(*own[:2], own[2].replace("2 (", "(")) == "wrong"


@pytest.mark.parametrize(
    "line",
    [
        r"$$B = \sum_{k=1}^{K} b_k$$",
        r"$$a_i^{(k)} = a_i^{(k-1)} + c_i$$",
        r"$$c_i = k \, d_i$$",
        r"There are the steps $k = 1, \dots, K$.",
    ],
)
def test_a_letter_that_is_more_is_no_label(line: str) -> None:
    found = each_verdict(line, *SCORES, lines=[BY_SCORE % "2", BY_SCORE % "-2"])
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_powers_of_one_of_several() -> None:
    page = (r"$$g_c(u) = \sum_{j=1}^{m} w_{cj} u_j$$", r"$$E = \sum_{c=1}^{C} g_c^2(u)$$")
    line = r"$$\frac{\partial E}{\partial w_{cj}} = %s g_c(u) u_j$$"
    assert each_verdict(*page, lines=[line % "2", line % "4"]) == ["right", "wrong"]
    # a number that tells functions apart is no power
    apart = (r"$$g_c^1(u) = \sum_{j=1}^{m} w_{cj} u_j$$", page[1])
    assert verdict(*apart, line % "2") not in ("right", "wrong")


def test_functions_said_of_an_entry_that_has_a_label_elsewhere() -> None:
    page = (
        r"$$z_j^{(l)} = \sum_{i=1}^{m} w_{ij}^{(l)} x_i$$ ( $j = 1, \dots, n$ )",
        r"$$E = \sum_{j=1}^{n} f_j^2(z_j^{(l)})$$",
        r"$$f_j(z_j) = \tanh(z_j)$$",
    )
    line = r"$$\frac{\partial E}{\partial w_{ij}^{(l)}} = %s \tanh(z_j^{(l)}) (1 - \tanh(z_j^{(l)})^2) x_i$$"
    found = each_verdict(*page, lines=[line % "2", line % ""])
    assert found[0] != "wrong"
    assert found[1] != "right"

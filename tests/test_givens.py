r"""What is given behind a bar, `p_n(w \mid c_n)`, the same wherever the name stands; and what is not the same."""

from __future__ import annotations

import pytest

from .judging import check

WORDS = r"""
The word indices $c_n, o_n \in \{1, \dots, V\}$ are given.
$$ p_n(w | c_n) = \frac{\exp(\sum_{j=1}^{H} G_{w,j} h_{n,j})}{\sum_{w'=1}^{V} \exp(\sum_{j=1}^{H} G_{w',j} h_{n,j})},
\quad 1 \le w \le V $$
$$ \ell_n = -\log p_n(o_n | c_n) $$
"""
EXAMPLES = r"""
$$ q_n(k | \mathbf{u}_n) = \frac{e^{z_{nk}}}{\sum_{j=1}^{K} e^{z_{nj}}}, \qquad n = 1, \dots, N $$
$$ E = -\sum_{n=1}^{N} \sum_{k=1}^{K} r_{nk} \log q_n(k | \mathbf{u}_n), \qquad \sum_{k=1}^{K} r_{nk} = 1 $$
"""
PARAMETERS = r"""
$$ p(k \mid \beta) = \frac{e^{\beta_k}}{\sum_{j=1}^{K} e^{\beta_j}}, \qquad k = 1, \dots, K $$
$$ L = -\sum_{k=1}^{K} m_k \log p(k \mid \beta) $$
"""
POLICY = r"""
$$ \pi(a | s) = \frac{e^{f_{as}}}{\sum_{b=1}^{K} e^{f_{bs}}}, \qquad a = 1, \dots, K, \quad s = 1, \dots, S $$
$$ J = \sum_{s=1}^{S} \sum_{a=1}^{K} \pi(a | s) r_{as} $$
"""
TIMES = r"""
$$ h_t = \tanh(w x_t), \qquad t = 1, \dots, T $$
$$ p(k | h_t) = \frac{e^{v_k h_t}}{\sum_{j=1}^{K} e^{v_j h_t}} $$
$$ E = -\sum_{t=1}^{T} \sum_{k=1}^{K} r_{tk} \log p(k | h_t) $$
"""
UNDEFINED = r"""
$$ L = -\sum_{k=1}^{K} m_k \log p(k \mid \theta) $$
"""


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (WORDS, r"\frac{\partial \ell_n}{\partial h_{n,j}} = \sum_{w=1}^{V} p_n(w | c_n) G_{w,j} - G_{o_n,j}", "right"),
        (WORDS, r"\frac{\partial \ell_n}{\partial h_{n,j}} = \sum_{w=1}^{V} p_n(w | c_n) G_{w,j} - G_{c_n,j}", "wrong"),
        (WORDS, r"\frac{\partial \ell_n}{\partial G_{w,j}} = (p_n(w | c_n) - \delta_{w,o_n}) h_{n,j}", "right"),
        (WORDS, r"\frac{\partial \ell_n}{\partial G_{w,j}} = (p_n(w | c_n) - 1) h_{n,j}", "wrong"),
        (EXAMPLES, r"\frac{\partial E}{\partial z_{nk}} = q_n(k | \mathbf{u}_n) - r_{nk}", "right"),
        (EXAMPLES, r"\frac{\partial E}{\partial z_{nk}} = r_{nk} - q_n(k | \mathbf{u}_n)", "wrong"),
        (PARAMETERS, r"\frac{\partial L}{\partial \beta_j} = p(j \mid \beta) \sum_{k=1}^{K} m_k - m_j", "right"),
        (PARAMETERS, r"\frac{\partial L}{\partial \beta_j} = m_j - p(j \mid \beta) \sum_{k=1}^{K} m_k", "wrong"),
        (
            POLICY,
            r"\frac{\partial J}{\partial f_{as}} = \pi(a | s) \left( r_{as} - \sum_{b=1}^{K} \pi(b | s) r_{bs} \right)",
            "right",
        ),
        (POLICY, r"\frac{\partial J}{\partial f_{as}} = \pi(a | s) \left( r_{as} - J \right)", "wrong"),
    ],
)
def test_lines(page: str, line: str, verdict: str) -> None:
    assert check(f"{page}\n$$ {line} $$").claims[-1].judgement.value == verdict


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (TIMES, r"\frac{\partial E}{\partial v_k} = -\sum_{t=1}^{T} r_{tk} h_t (1 - p(k | h_1))"),
        (UNDEFINED, r"\frac{\partial L}{\partial \theta} = 0"),
    ],
)
def test_what_may_be_something_else_elsewhere_is_not_passed_over(page: str, line: str) -> None:
    assert check(f"{page}\n$$ {line} $$").claims[-1].judgement.value != "right"


def test_an_index_of_the_name_is_one_although_entries_with_it_are_differentiated_by() -> None:
    page = r"""
The data $o_t \in \{1, \dots, C\}$ are given.
$$ h_j^{(t)} = \tanh(u_j^{(t)}) $$
$$ p_t(x) = \exp\left( \sum_{j=1}^{H} V_{xj} h_j^{(t)} \right), \quad 1 \le x \le C, \quad 1 \le j \le H $$
$$ L_t = -\log p_t(o_t) $$
"""
    line = r"\frac{\partial L_t}{\partial h_j^{(t)}} ="
    assert check(rf"{page} $$ {line} -V_{{o_t,j}} $$").claims[-1].judgement.value == "right"
    assert check(rf"{page} $$ {line} -\sum_{{x=1}}^{{C}} V_{{x,j}} $$").claims[-1].judgement.value == "wrong"

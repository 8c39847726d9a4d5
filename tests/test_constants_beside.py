r"""Names that only lines have: `\nabla_x (x^T A x - \lambda x^T x)` of a constant lambda, and `\lambda_w \|w\|^2`.

By hand: `\partial (s_u - \lambda_w \sum_{uf} w_{uf}^2) / \partial w_{uf} = h_f - 2 \lambda_w w_{uf}`.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$A \in \mathbb{R}^{n \times n}$ is symmetric, $x \in \mathbb{R}^n$SAID.

$$ f(x) = x^T A x $$

$$ \nabla_x \left( x^T A x - \lambda x^T x \right) = 2 A x - 2 \lambda x $$

$$ \nabla_x \left( x^T A x - \lambda x^T x \right) = 2 A x - \lambda x $$
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (r", and $\lambda$ is a constant", ["right", "wrong"]),
        (r"; $\lambda$ ist eine Konstante", ["right", "wrong"]),
        (r", and $\lambda$ is the regularization parameter", ["right", "wrong"]),
        (r". $\lambda$ は正則化パラメータである", ["right", "wrong"]),
        (r"; $\lambda$ is not the regularization parameter", ["unproved", "unproved"]),
        (r"; $\lambda$ is the regularization parameter that we learn", ["unproved", "unproved"]),
        (r", and $\lambda$ is the mean of $x$", ["unproved", "unproved"]),
        ("", ["unproved", "unproved"]),
    ],
)
def test_a_name_of_lines_alone(said: str, expected: list[str]) -> None:
    assert [str(c.judgement) for c in check(PAGE.replace("SAID", said)).claims] == expected


SCORES = r"""$$ s_u = \sum_{f=1}^F w_{uf} h_f $$ ( $1 \le u \le U$ )

$$ \| w \|^2 = \sum_{u=1}^U \sum_{f=1}^F w_{uf}^2 $$

"""
PENALTIES = [
    (r"( s_u - \lambda_w \|w\|^2 )", r"h_f - 2 \lambda_w w_{uf}", "right"),
    (r"( s_u - \lambda_w \|w\|^2 )", r"h_f - \lambda_w w_{uf}", "wrong"),
    (r"( s_u - \lambda_w \|w\|^2 )", r"h_f + 2 \lambda_w w_{uf}", "wrong"),
    (r"( s_u - \frac{\lambda_w}{2} \sum_{u,f} w_{uf}^2 )", r"h_f - \lambda_w w_{uf}", "right"),
    (r"( s_u - \lambda_w \sum_{u,f} w_{uf}^2 - \lambda_h \sum_f h_f^2 )", r"h_f - 2 \lambda_w w_{uf}", "right"),
    (r"( s_u - \lambda_w \sum_{u,f} w_{uf}^2 - \lambda_h \sum_f h_f^2 )", r"h_f - 2 \lambda_h w_{uf}", "wrong"),
    (r"( s_u - \lambda_w w_{uf} )", r"h_f - \lambda_w", "unproved"),
    (r"( s_u - \lambda_q \|w\|^2 )", r"h_f - 2 \lambda_q w_{uf}", "unproved"),
    (r"( s_u - \lambda \|w\|^2 )", r"h_f - 2 \lambda w_{uf}", "unproved"),
    (r"( s_u - v_w \|w\|^2 )", r"h_f - 2 v_w w_{uf}", "unproved"),
]


@pytest.mark.parametrize(("of", "by_hand", "expected"), PENALTIES)
def test_the_weight_of_a_penalty_has_its_letter(of: str, by_hand: str, expected: str) -> None:
    page = SCORES + rf"$$ \frac{{\partial}}{{\partial w_{{uf}}}} {of} = {by_hand} $$"
    assert str(check(page).claims[-1].judgement) == expected


def test_a_weight_that_is_looked_for_is_left_open() -> None:
    line = r"$$ \frac{\partial}{\partial w_{uf}} ( s_u - \lambda_w \|w\|^2 ) = h_f - 2 \lambda_w w_{uf} $$"
    found = r"$$ 2 s_u - 2 \|w\|^2 \frac{\partial \lambda_w}{\partial w_{uf}} = \lambda_w $$"
    assert {str(c.judgement) for c in check(SCORES + line + "\n\n" + found).claims[-2:]} == {"unproved"}

r"""A second equation for E defines another E only where words say so; else it is a claim, and its slip is found."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"""$y_k = \sum_j w_{kj} x_j$ and
$$ E = \frac12 \sum_k (y_k - t_k)^2 $$

%s
$$ E = \sum_k (y_k - t_k)^2 $$

$$ \frac{\partial E}{\partial y_k} = 2 (y_k - t_k) $$

$$ \frac{\partial E}{\partial y_k} = y_k - t_k $$
"""


def verdicts(words: str) -> list[str]:
    return [str(link.judgement) for c in check(PAGE % words).claims for link in c.links]


@pytest.mark.parametrize(
    "words",
    [
        "Consider now the error function again,",
        "We now differentiate. The error is",
        "Now we take the error function above,",
        "So the error function is",
        "For the output layer, the error is",
        "Next, we use the chain rule. The loss",
        "Instead of the mean we have the sum, so",
        "In other words, for regression,",
        "### Output layer\n\nThe error of the output layer is",
        "誤差は",
        "ここで誤差関数",
        "次に誤差を微分する。誤差は",
    ],
)
def test_the_same_error_is_claimed(words: str) -> None:
    assert verdicts(words) == ["wrong", "wrong", "right"]


@pytest.mark.parametrize(
    "words",
    [
        "Now consider the squared error without the half,",
        "Suppose we use another loss,",
        "We take instead",
        "If we use the error without the half,",
        "次に、和の誤差を用いる。",
        "別の損失を考える。",
    ],
)
def test_another_error_is_defined(words: str) -> None:
    assert verdicts(words) == ["right", "wrong"]


def test_what_a_second_problem_differs_in_is_open() -> None:
    assert verdicts("### Problem 2\n\nDifferentiate") == ["unproved"] * 3

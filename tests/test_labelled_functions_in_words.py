r"""Functions with a label that sentences name: `where $\sigma_g$ is the sigmoid function`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NETWORK = r"""$$ a_j = \sigma_g(\sum_i w_{ji} x_i), \quad E = \frac12 \sum_j (a_j - t_j)^2 $$

%s

$$ \frac{\partial E}{\partial w_{ji}} = (a_j - t_j) %s x_i $$
"""
LOGISTIC, OF_TANH = "a_j (1 - a_j)", "(1 - a_j^2)"


def judged(sentence: str, slope: str) -> str:
    return check(NETWORK % (sentence, slope)).claims[-1].judgement.value


@pytest.mark.parametrize(
    "sentence",
    [
        r"where $\sigma_g$ is the sigmoid function.",
        r"$\sigma_{g}$: sigmoid function",
        r"ここで $\sigma_g$ はシグモイド関数である。",
        r"wobei $\sigma_g(\cdot)$ die Sigmoidfunktion ist.",
    ],
)
def test_a_label_takes_nothing_from_the_words(sentence: str) -> None:
    assert judged(sentence, LOGISTIC) == "right"
    assert judged(sentence, OF_TANH) == "wrong"


@pytest.mark.parametrize(
    "sentence",
    [
        r"where $\sigma_c$ is the sigmoid function.",
        r"where $\sigma_g$ is any activation.",
        r"where $\sigma_g$ is the derivative of the sigmoid function.",
        r"where $\sigma_g$ is the sigmoid function for $g = 1$.",
        r"where $\sigma_g$ is the sigmoid or the hyperbolic tangent.",
    ],
)
def test_another_label_or_a_choice_names_nothing(sentence: str) -> None:
    assert judged(sentence, LOGISTIC) != "right"
    assert judged(sentence, OF_TANH) != "right"

r"""A function of a vector by an entry, `\sigma(z)_i`: softmax, the function of that entry, or nobody knows.

By hand: of softmax the derivative by another entry is `-y_i y_j`, of the logistic function 0.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"""
$$ z_i = \sum_j w_{ij} x_j + b_i, \quad y_i = \sigma(z)_i $$

$$ E = -\sum_i t_i \log y_i $$ with $\sum_i t_i = 1$
"""
WHOLE = r"$$ \frac{\partial y_i}{\partial z_j} = y_i ([i = j] - y_j) $$"
OWN = r"$$ \frac{\partial y_i}{\partial z_i} = y_i (1 - y_i) $$"
OTHER = r"$$ \frac{\partial y_i}{\partial z_j} = 0 $$ for $i \ne j$"
ERROR = r"$$ \frac{\partial E}{\partial z_i} = y_i - t_i $$"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\sigma$ is the softmax function.",
        r"where $\sigma$ denotes the softmax",
        r"$\sigma$ はソフトマックス関数です。",
        r"wobei $\sigma$ die Softmax-Funktion bezeichnet.",
        r"其中 $\sigma$ 表示 softmax 函数。",
        r"where $x$ is the input vector and $\sigma$ is the softmax.",
        r"The outputs sum to one, $\sum_i y_i = 1$.",
        r"so that $\sum_i y_i = 1$.",
        r"$$ \sum_i y_i = 1 $$",
    ],
)
def test_softmax(said: str) -> None:
    assert [verdict(NET, said, line) for line in (WHOLE, OWN, ERROR)] == ["right"] * 3
    assert verdict(NET, said, WHOLE.replace("- y_j", "+ y_j")) == "wrong"
    assert verdict(NET, said, OTHER) == "wrong"
    assert verdict(NET, said, ERROR.replace("- t", "+ t")) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\sigma$ is the logistic function.",
        r"The sigmoid $\sigma$ is applied to each entry.",
        r"$\sigma$ denotes the logistic sigmoid, applied elementwise.",
        r"where $\sigma$ is the sigmoid function, and $b_i$ is a bias.",
        r"where $\sigma$ is the sigmoid $\sigma(a) = \frac{1}{1 + e^{-a}}$.",
        r"ここで $\sigma$ はシグモイド関数である。",
        r"où $\sigma$ désigne la fonction sigmoïde.",
    ],
)
def test_by_entries(said: str) -> None:
    assert [verdict(NET, said, line) for line in (OWN, OTHER)] == ["right"] * 2
    assert verdict(NET, said, WHOLE) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "The output layer is a softmax.",
        r"Here $\sigma$ is not the softmax.",
        r"The targets sum to one, $\sum_i t_i = 1$.",
        r"where $\sigma$ is the sigmoid rather than the softmax.",
        r"We take the sigmoid $\sigma$ in place of a softmax.",
        r"Here $\sigma$ is the sigmoid, which is the softmax of two classes.",
        r"The hidden units use the sigmoid $\sigma$ and the output units the softmax.",
        r"The hidden units use $\sigma$ and the output units the softmax.",
        r"Hier ist $\sigma$ die Sigmoidfunktion statt der Softmax.",
        r"Here $\sigma$ is the log-softmax.",
        r"Here $\sigma$ is the softmax without its denominator.",
        r"Here $\sigma$ is the softmax of $-z$.",
        r"where $\sigma$ is the softmax, and $\tau$ is its temperature.",
        r"Here $\sigma$ generalises the logistic function to many classes.",
        r"Here $\sigma$ is the multinomial logistic function.",
        r"Here $\sigma$ is the hierarchical softmax.",
        r"where $\sigma$ is the sigmoid, scaled to values between -1 and 1.",
        r"Each entry of $\sigma$ depends on all the inputs.",
        r"Here $\sigma$ gives probabilities, each element between 0 and 1.",
        r"For many labels the constraint $\sum_i y_i = 1$ is dropped.",
        r"We do not require that $\sum_i y_i = 1$.",
        r"$\sigma$ はソフトマックスではなくシグモイドです。",
        r"Here $\sigma$ is the softmax. For two classes the sigmoid can replace $\sigma$.",
    ],
)
def test_nobody_knows(said: str) -> None:
    lines = (WHOLE, OWN, OTHER, ERROR, WHOLE.replace("- y_j", "+ y_j"))
    assert not {"right", "wrong"} & {verdict(said, NET, line) for line in lines}


def test_a_number_is_no_vector() -> None:
    page = r"$$ z = \sum_j w_j x_j, \quad y = \sigma(z) $$"
    assert verdict(page, r"$$ \frac{\partial y}{\partial z} = y (1 - y) $$") == "right"

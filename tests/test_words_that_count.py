r"""Words that tell what data there are, that a letter is a function, or what a mark on a name means."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

SERIES = r"$y_t = \sum_{k=1}^{K} w_k x_{t+k}$ with a loss $L(y)$."
TYPED = r"$$\frac{\partial L}{\partial w_k} = \sum_{t=1}^{T} \frac{\partial L}{\partial y_t} x_{t+k}$$"


@pytest.mark.parametrize("words", [r"The series $x_1, \dots, x_T$ is given.", r"We know $x_t$ for $1 \le t \le T$."])
def test_data_told_that_are_not_enough(words: str) -> None:
    found = each_verdict(
        words,
        SERIES,
        lines=[
            TYPED,
            r"$$\frac{\partial y_t}{\partial w_k} = x_{t+k}$$",
            r"$$\frac{\partial y_t}{\partial w_k} = x_{t-k}$$",
        ],
    )
    assert found[0] == "unproved"
    assert found[1] == "right"
    assert found[2] != "right"


def test_outputs_without_a_number() -> None:
    page = r"$$y_i = \sum_{a=1}^{3} w_{a} x_{i+a-1}$$"
    line = r"$$\frac{\partial E}{\partial w_{a}} = \sum_{i=1}^{8} \frac{\partial E}{\partial y_{i}} x_{i+a-1}$$"
    assert each_verdict(
        page,
        lines=[
            line,
            r"$$\frac{\partial y_i}{\partial w_a} = x_{i+a-1}$$",
            r"$$\frac{\partial y_i}{\partial w_a} = x_{i+a}$$",
        ],
    ) == ["unproved", "right", "wrong"]


def test_a_one_in_front_that_is_not_read() -> None:
    page = (
        r"$\mathbf{x} = (1, x_1, \dots, x_d)^T$.",
        r"$$a_j = \sum_{i=0}^d v_{ji} x_i, \quad h_j = \tanh(a_j), \quad E = \frac12 \sum_j (h_j - t_j)^2$$",
    )
    line = r"$$\frac{\partial E}{\partial v_{j0}} = (h_j - t_j) (1 - h_j^2)$$"
    assert verdict(*page, line) != "wrong"
    general = line.replace("j0", "ji").replace("2)$$", "2) x_i$$")
    assert each_verdict(page[1], lines=[general, line]) == ["right", "wrong"]


@pytest.mark.parametrize("words", [r"where $\mu(s)$ is the activation function.", r"with $\mu' = \mu (1 - \mu)$."])
def test_letters_that_may_be_functions(words: str) -> None:
    page = r"$$L = \sum_q c_q m_q^2 + \frac12 \mu (\sum_q m_q)^2$$"
    line = r"$$\frac{\partial L}{\partial m_q} = 2 c_q m_q + \mu \sum_q m_q$$"
    assert verdict(page, words, line) == "unproved"
    assert each_verdict(page, lines=[line, line.replace(r"+ \mu", r"+ \frac12 \mu")]) == ["right", "wrong"]


def test_marks_of_adjoints() -> None:
    star = r"$$E = \sum_{ij} A_{ij} A^*_{ji}$$"
    line = r"$$\frac{\partial E}{\partial A_{ij}} = A^*_{ji}$$"
    assert verdict(star, "where $A^*$ is the adjoint.", line) == "unproved"
    assert verdict(star, "where $A^*$ is the target.", line) == "right"
    dagger = star.replace("*", r"\dagger")
    assert verdict(dagger, r"with $A^\dagger$ the desired transpose.", line.replace("*", r"\dagger")) == "unproved"
    form = (r"The target $y^\dagger$ is the reference.", r"$$E = \sum_{ij} a^\dagger_i B_{ij} a_j$$")
    assert verdict(*form, r"$$\frac{\partial E}{\partial a_i} = \sum_j (B_{ij} + B_{ji}) a_j$$") == "unproved"


def test_factorials_of_data_with_few_values() -> None:
    page = r"$$\ell = \sum_i (y_i \log \lambda - \lambda - \log y_i!)$$"
    line = r"$$\ell = \sum_i (y_i \log \lambda - \lambda)$$"
    assert verdict(page, line) == "wrong"
    assert verdict(page, r"where $y_i \in \{0,1\}$.", line) == "unproved"
    stirling = r"With Stirling's formula $\ln n! \approx n \ln n - n$."
    entropy = r"$$S = \ln N! - \sum_i \ln n_i!$$"
    assert verdict(stirling, entropy, r"$$\frac{\partial S}{\partial n_i} = -\ln n_i$$") == "unproved"

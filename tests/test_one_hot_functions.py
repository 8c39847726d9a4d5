r"""The function that makes a class one-hot, `\mathrm{onehot}(y)`, and matrices with a label beside their entries.

By hand: `L = -\log p_y` with `p = softmax(W x)` has `\partial L/\partial W = (p - e_y) x^T`;
with `u_t = .. + A \, e_{s_t}` each step adds to the column `s_t` of `\partial E/\partial A`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"The input $x \in \mathbb{R}^n$ has the class $y \in \{1, \dots, K\}$, and $W \in \mathbb{R}^{K \times n}$.",
    r"$$z = W x$$",
    r"$$p = \mathrm{softmax}(z)$$",
    r"$$L = -\log p_y$$",
)
WORDS = [r"\mathrm{onehot}", r"\operatorname{OneHot}", r"\text{one-hot}"]


def test_its_value_is_a_unit_vector() -> None:
    for word, found in zip(
        WORDS,
        each_verdict(*NETWORK, lines=[rf"$$\frac{{\partial L}}{{\partial z}} = p - {word}(y)$$" for word in WORDS]),
        strict=True,
    ):
        assert found == "right", word
    for word, found in zip(
        WORDS,
        each_verdict(*NETWORK, lines=[rf"$$\frac{{\partial L}}{{\partial z}} = {word}(y) - p$$" for word in WORDS]),
        strict=True,
    ):
        assert found == "wrong", word
    for word, found in zip(
        WORDS,
        each_verdict(
            *NETWORK, lines=[rf"$$\frac{{\partial L}}{{\partial W}} = (p - {word}(y)) x^\top$$" for word in WORDS]
        ),
        strict=True,
    ):
        assert found == "right", word
    for word, found in zip(
        WORDS,
        each_verdict(
            *NETWORK, lines=[rf"$$\frac{{\partial L}}{{\partial W}} = (p - 2\,{word}(y)) x^\top$$" for word in WORDS]
        ),
        strict=True,
    ):
        assert found == "wrong", word


def test_its_entries_are_brackets() -> None:
    assert each_verdict(
        *NETWORK,
        lines=[
            r"$$\frac{\partial L}{\partial z_k} = p_k - \mathrm{onehot}(y)_k$$",
            r"$$\frac{\partial L}{\partial z_k} = p_k \mathrm{onehot}(y)_k$$",
            r"$$L = -\mathrm{onehot}(y)^\top \log p$$",
            r"$$L = -\mathrm{onehot}(y)^\top p$$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$$\mathrm{onehot}(y)_k = 0.9 [k = y] + 0.1 / K$$",
        r"Here $\mathrm{onehot}(y)$ is the vector with 0.9 there and small values elsewhere.",
        r"Here $\mathrm{onehot}(y)$ is the one-hot vector, smoothed.",
    ],
)
def test_a_page_that_says_what_it_is_is_left_alone(said: str) -> None:
    assert verdict(*NETWORK, said, r"$$\frac{\partial L}{\partial z} = p - \mathrm{onehot}(y)$$") != "right"


def test_a_page_may_say_that_it_is_one_hot() -> None:
    said = r"Here $\mathrm{onehot}(y)$ is the one-hot encoding of the class."
    assert verdict(*NETWORK, said, r"$$\frac{\partial L}{\partial z} = p - \mathrm{onehot}(y)$$") == "right"


def test_a_list_of_classes_is_left_alone() -> None:
    page = (
        r"Let $X \in \mathbb{R}^{N \times n}$, $W \in \mathbb{R}^{n \times K}$ and $y \in \{1, \dots, K\}^N$.",
        r"$$Z = X W$$",
        r"$$L = \frac12 \|Z - \mathrm{onehot}(y)\|^2$$",
        r"$$\frac{\partial L}{\partial W} = X^\top (Z - 2\,\mathrm{onehot}(y))$$",
    )
    assert verdict(*page) != "right"


STEPS = (
    r"The symbols are $s_t \in \{1, \dots, K\}$, $t = 1, \dots, T$; entries are written $A_{r,ij}$, $A_{q,ik}$, "
    r"$A_{o,ki}$ with $i, j = 1, \dots, D$ and $k = 1, \dots, K$. $u_t, v_t \in \mathbb{R}^D$, $o_t \in \mathbb{R}^K$.",
    r"$$u_t = A_r v_{t-1} + A_q \, \mathrm{onehot}(s_t)$$",
    r"$$v_t = \tanh(u_t)$$",
    r"$$o_t = A_o v_t$$",
    r"$$E = \frac12 \sum_{t=1}^{T} \sum_{k=1}^{K} (o_{t,k} - y_{t,k})^2$$",
)


def test_labels_of_matrices_are_no_indices() -> None:
    line = r"$$\frac{\partial E}{\partial A_{q,ik}} = \sum_{t=1}^{T} \frac{\partial E}{\partial u_{t,i}} [s_t = k]$$"
    found = each_verdict(*STEPS, lines=[line, line.replace("[s_t = k]", "[s_{t-1} = k]")])
    assert found[0] == "right"
    assert found[1] != "right"
    line = r"$$\frac{\partial E}{\partial A_{r,ij}} = \sum_{t=1}^{T} \frac{\partial E}{\partial u_{t,i}} v_{t-1,j}$$"
    assert each_verdict(*STEPS, lines=[line, line.replace("v_{t-1,j}", "v_{t,j}")]) == ["right", "wrong"]

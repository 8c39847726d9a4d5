r"""Words and sums that were taken for more than they say: names behind derivatives, denied sums, other classes.

By hand: `L = \sum_{k \ne c} e^{s_k - s_c}` gives `\partial L/\partial s_c = -L` and `e^{s_j - s_c}` for the others.
"""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import each_verdict, verdict

SUMS = r"""$$z_i = \sum_{k=1}^{m} v_k x_{i,k}, \quad 1 \le i \le n$$

The loss is $L = \frac12 \sum_{i=1}^{n} (z_i - t_i)^2$."""
BY_D = r"$$\frac{\partial L}{\partial v_k} = \sum_{i=1}^{n} dz_i\, x_{i,k}$$"
SLIP = r"$$\frac{\partial L}{\partial v_k} = -\sum_{i=1}^{n} dz_i\, x_{i,k}$$"


@pytest.mark.parametrize(
    "words",
    [
        "Given D (denoted as $dz_i$),",
        "The layer receives D (denoted as $dz_i$).",
        "Given the upstream gradient D (denoted as $dz_i$), compute",
    ],
)
def test_plain_words_behind_a_derivative(words: str) -> None:
    said = words.replace("D", r"$\frac{\partial L}{\partial z_i}$")
    assert verdict(SUMS, said, BY_D) == "right"
    assert verdict(SUMS, said, SLIP) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        *(
            f"Given {x} D (denoted as $dz_i$),"
            for x in (
                "the sign of",
                "the square of",
                "the logarithm of",
                "the reciprocal of",
                "the previous value of",
                r"the product of $\eta$ and",
                "the difference between $1$ and",
                "a noisy version of",
            )
        ),
        "Given D (denoted as $dz_i$ up to sign),",
        "Given D (denoted as $dz_i$), which we multiply by $2$ beforehand,",
        "Given D (denoted as $dz_i$) and then rounded,",
        "$dz_i$ denotes D up to sign.",
    ],
)
def test_anything_made_of_it(words: str) -> None:
    assert verdict(SUMS, words.replace("D", r"$\frac{\partial L}{\partial z_i}$"), BY_D) == "unproved"


SOFTMAX = r"""$$ p_k = \frac{\exp(s_k)}{\sum_{j=1}^K \exp(s_j)}, \qquad L = - \sum_{k=1}^K t_k \log p_k $$"""
MINUS = r"$$ \frac{\partial L}{\partial s_k} = p_k - t_k $$"


@pytest.mark.parametrize(
    "words",
    ["我们不假设 S。", "这里 S 不成立。", "On ne suppose pas que S.", "Non si assume che S.", "Não se assume S."],
)
def test_sums_denied(words: str) -> None:
    assert verdict(words.replace("S", r"$\sum_{k=1}^K t_k = 1$"), SOFTMAX, MINUS) == "unproved"


@pytest.mark.parametrize("words", ["$t_k$ 非负且 S。", "其中 S。", "Les $t_k$ sont non négatifs et S."])
def test_sums_given(words: str) -> None:
    assert verdict(words.replace("S", r"$\sum_{k=1}^K t_k = 1$"), SOFTMAX, MINUS) == "right"


def test_any_other_class() -> None:
    said = "$t$ is one-hot with the true class $y$; let $c$ be any other class."
    assert each_verdict(
        said,
        SOFTMAX,
        lines=[r"$$ \frac{\partial L}{\partial s_c} = p_c $$", r"$$ \frac{\partial L}{\partial s_c} = 2 p_c $$"],
    ) == ["unproved", "wrong"]


KEPT_OUT = r"$$ L = \sum_{k \ne c} e^{s_k - s_c} $$"


def test_sums_keep_the_true_class_out() -> None:
    said = "Let $c$ be the true class."
    assert each_verdict(
        said,
        KEPT_OUT,
        lines=[r"$$ \frac{\partial L}{\partial s_c} = -L $$", r"$$ \frac{\partial L}{\partial s_c} = L $$"],
    ) == ["right", "wrong"]
    pairs = r"$$ \frac{\partial L}{\partial s_j} = \sum_{k \ne j} (e^{s_j - s_k} - e^{s_k - s_j}) $$"
    assert verdict(said, KEPT_OUT, pairs) == "wrong"
    assert verdict("정답 클래스를 $c$ 라 하자.", KEPT_OUT, pairs) == "unproved"


def test_the_line_shown_is_not_wrong() -> None:
    page = r"""$$ s_j = \sum_{d=1}^D W_{jd} x_d, \qquad L = \sum_{j \ne y} \max(0, s_j - s_y + 1) $$"""
    line = r"$$ \frac{\partial L}{\partial s_y} = -1 $$"
    (reason,) = [x.reason for x in check(f"{page}\n\n{line}").claims[-1].links if x.reason is not None]
    assert verdict(page, line.replace(line.strip("$ "), reason.right)) != "wrong"


LAYERS = r"""$$ z^{(l)}_i = \sum_{j=1}^{n_{l-1}} w^{(l)}_{ij} a^{(l-1)}_j + b^{(l)}_i, \qquad a^{(l)}_i = \sigma(z^{(l)}_i) \quad (1 \le l \le L)$$"""  # noqa: E501
LOSS = r"$$ C = \frac12 \sum_{i=1}^{n_L} (a^{(L)}_i - y_i)^2 $$"
BY_X = r"$$ \frac{\partial C}{\partial w^{(1)}_{ij}} = \frac{\partial C}{\partial z^{(1)}_i} x_j $$"


def test_an_input_of_another_network() -> None:
    other = r"Without an embedding $\mathbf{a}^{(0)} = \mathbf{x}$; we use $\mathbf{a}^{(0)} = \mathbf{E x}$."
    assert verdict(LAYERS, other, LOSS, BY_X) == "unproved"
    assert verdict(LAYERS, r"The input is $\mathbf{a}^{(0)} = \mathbf{x}$.", LOSS, BY_X) == "right"

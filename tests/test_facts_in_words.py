r"""Sentences that say a fact of a function or of data, and such that only seem to: `a function such as the sigmoid`."""

from __future__ import annotations

import pytest

from .judging import check

UNIT = (
    "$$h_j = f(z_j), \\quad z_j = \\sum_i w_{ji} x_i, \\quad E = \\frac12 \\sum_j (h_j - t_j)^2$$\n\nWORDS\n\n"
    "$$\\frac{\\partial E}{\\partial w_{ji}} = (h_j-t_j) h_j(1-h_j) x_i$$"
)
NO_SIGMOID = (
    "$f$ はシグモイド関数などの活性化関数である。",
    "$f$ はシグモイド関数に似た関数である。",
    "$f$ はシグモイド関数の2倍である。",
    "$f$ はシグモイド関数だったが、ここでは任意とする。",
    "$f$ is a sigmoid-like function.",
    "$f$ is the sigmoid of $2x$.",
    "$f$ is the sigmoid's antiderivative.",
    "$f$ is the sigmoid only at the output layer.",
    "Most people let $f$ be the sigmoid.",
    "Is $f$ the sigmoid? No.",
    "It is false that $f$ is the sigmoid.",
    "~~$f$ is the sigmoid.~~",
    "<del>$f$ is the sigmoid.</del>",
    "\\sout{$f$ is the sigmoid.}",
    "Myth: $f$ is the sigmoid.",
    "$f$ is a function such as the sigmoid.",
    "$f$ is, for example, the sigmoid.",
)
SIGMOID = (
    "$f$ is the sigmoid.",
    "where $f$ is the logistic sigmoid function.",
    "$f$ はシグモイド関数である。",
    "Let $f$ be the sigmoid function.",
    "Here we use the sigmoid activation function $f$.",
)


@pytest.mark.parametrize(("words", "right"), [*((w, False) for w in NO_SIGMOID), *((w, True) for w in SIGMOID)])
def test_what_a_function_is(words: str, right: bool) -> None:
    assert (check(UNIT.replace("WORDS", words)).claims[-1].judgement == "right") is right


SOFTMAX = "$$y_k = \\frac{e^{a_k}}{\\sum_l e^{a_l}}, \\quad E = -\\sum_k t_k \\log y_k$$\n\nWORDS\n\n"
GRADIENT = "$$\\frac{\\partial E}{\\partial a_k} = y_k - t_k$$"
NOT_ONE_HOT = (
    "$t$ は one-hot ベクトルではありません。",
    "Is $t$ one-hot? No.",
    "The targets $t$ are rarely one-hot.",
    "The targets $t$ are almost one-hot.",
    "The targets $t$ could be one-hot.",
    "The targets $t$ were one-hot in the last exercise.",
    "In the example, the targets are one-hot.",
    "It is wrong to assume $\\sum_k t_k = 1$.",
    "$\\sum_k t_k = 1$ は不要である。",
    "~~$t$ is one-hot.~~",
    "% where $\\sum_k t_k = 1$.\n",
)
ONE_HOT = (
    "$t$ is one-hot.",
    "where $t$ is a one-hot vector.",
    "The targets are one-hot.",
    "$\\sum_k t_k = 1$.",
    "$t$ は one-hot ベクトルである。",
    "Since $\\sum_k t_k = 1$,",
    "The target vector $t$ is one-hot encoded.",
)


@pytest.mark.parametrize(("words", "right"), [*((w, False) for w in NOT_ONE_HOT), *((w, True) for w in ONE_HOT)])
def test_what_targets_are(words: str, right: bool) -> None:
    judgement = check(SOFTMAX.replace("WORDS", words) + GRADIENT).claims[-1].judgement
    assert (judgement == "right") is right
    assert right or judgement in ("unproved", "wrong")


OF_A_CLASS = (
    "where $t$ is one-hot with the correct class $c$.",
    "$t$ is the one-hot vector of the class $c$.",
    "The example belongs to class $c$, and $t$ is one-hot.",
    "so that $t$ is one-hot, the $c$-th unit vector.",
    "正解クラスを $c$ とし、$t$ は one-hot ベクトルとする。",
    "$t$ is one-hot and $c$ is the true class.",
    "where $t_k = 1$ for the true class $k = c$, else $0$.",
    "where $t_c = 1$ and $t_k = 0$ for $k \\ne c$.",
    "where $t_k = 1$ if $k = c$, and zero otherwise.",
    "where $t_k = 1$ if $k = c$, otherwise 0.",
    "where $t_k = 1$ for $k = c$ and 0 otherwise.",
    "where $t_k = 1$ if $k = c$ and zero for all other $k$.",
    "where $t_k = 1$ if $k = c$ and 0 otherwise.",
    "where $t_k = 1$ if $k = c$, else 0.",
    "$c$ が正解のクラスで、$k = c$ のとき $t_k = 1$、それ以外は 0 とする。",
)
LINES = (
    "$$E = -\\log y_c$$\n\n$$\\frac{\\partial E}{\\partial a_c} = y_c - 1$$\n\n"
    "For $k \\ne c$: $$\\frac{\\partial E}{\\partial a_k} = y_k$$\n\n"
    "$$\\frac{\\partial E}{\\partial a_k} = y_k - t_k$$\n\n$$\\frac{\\partial E}{\\partial a_c} = y_c$$"
)


@pytest.mark.parametrize("words", OF_A_CLASS)
def test_data_that_are_one_for_a_class_that_words_name(words: str) -> None:
    found = [str(c.judgement) for c in check(SOFTMAX.replace("WORDS", words) + LINES).claims]
    assert found == ["right", "right", "right", "right", "wrong"]


def test_one_hot_data_with_a_shape_and_an_index() -> None:
    text = (
        "$y_n \\in \\mathbb{R}^c$ is one-hot.\n\n"
        "$$ E = -\\sum_{n=1}^N \\sum_{k=1}^c y_{nk} \\log \\frac{e^{z_{nk}}}{\\sum_{j=1}^c e^{z_{nj}}} $$\n\n"
        "$$ \\frac{\\partial E}{\\partial z_{nk}} = \\frac{e^{z_{nk}}}{\\sum_{j=1}^c e^{z_{nj}}} - y_{nk} $$"
    )
    assert check(text).verdict == "right"
    assert check(text.replace("- y_{nk} $$", "+ y_{nk} $$")).verdict == "wrong"


UNITS = (
    "For a hidden unit $j$: $$a_j = \\sum_i w_{ji} z_i, \\quad z_j = h(a_j)$$ For an output unit $k$: "
    "$$a_k = \\sum_j w_{kj} z_j, \\quad y_k = a_k$$ $$E = \\frac12 \\sum_k (y_k - t_k)^2$$\n\n"
    "We define $$\\delta_j = \\frac{\\partial E}{\\partial a_j}$$\n\n"
)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("\\delta_k z_j", "right"),
        ("\\delta_j z_j", "wrong"),
        ("-\\delta_k z_j", "wrong"),
    ],
)
def test_a_delta_that_is_explained_for_one_layer_is_the_same_of_another(line: str, verdict: str) -> None:
    assert check(f"{UNITS}$$\\frac{{\\partial E}}{{\\partial w_{{kj}}}} = {line}$$").verdict == verdict

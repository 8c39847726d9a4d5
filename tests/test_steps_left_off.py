r"""Indices of which words say that they are no longer written: `we drop the subscript $t$`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n+++\n'
NET = r"""$A \in \mathbb{R}^{m \times n}$, $u \in \mathbb{R}^n$ and $v \in \mathbb{R}^m$. The loss at time $t$ is

$$ L(A_t) = \frac12 \|A_t u_t - v_t\|^2 $$"""
STEP = r"$$ A_{t+1} = A_t - \eta_t \nabla L(A_t) $$"
SAID = [
    "In what follows we drop the subscript $t$:",
    "Omitting the time index $t$, we write",
    "The subscript $t$ is omitted from here on.",
    "省略下标 $t$，写成分量形式：",
    "以下、添字 $t$ は省略する。",
]
LINES = [
    (r"$$ \frac{\partial L}{\partial A} = (A u - v) u^\top $$", "right"),
    (r"$$ \frac{\partial L}{\partial A} = (A u - v) v^\top $$", "wrong"),
    (r"$$ \frac{\partial L}{\partial A_t} = (A_t u_t - v_t) u_t^\top $$", "right"),
    (r"$$ \frac{\partial L}{\partial u} = A^\top (A u - v) $$", "right"),
    (r"$$ \frac{\partial L}{\partial u} = A^\top (A u + v) $$", "wrong"),
    (r"$$ A_{t+1} = A_t - \eta_t (A_t u_t - v_t) u_t^\top $$", "right"),
    (r"$$ A_{t+1} = A_t (I - \eta_t u_t u_t^\top) + \eta_t v_t u_t^\top $$", "right"),
    (r"$$ A_{t+1} = A_t (I - \eta_t u_t u_t^\top) - \eta_t v_t u_t^\top $$", "wrong"),
]


@pytest.mark.parametrize("said", SAID)
def test_names_with_the_index_and_without_are_one(said: str) -> None:
    for (line, expected), found in zip(
        LINES, each_verdict(FRONT + NET, said, STEP, lines=[line for line, _ in LINES]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "said",
    [
        "",
        "We do not drop the subscript $t$.",
        "If we drop the subscript $t$, we have",
        "We drop the subscript $s$.",
        "不能省略下标 $t$。",
    ],
)
def test_other_words_say_nothing(said: str) -> None:
    right, wrong = LINES[0][0], LINES[1][0]
    assert "right" not in each_verdict(FRONT + NET, said, STEP, lines=[right, wrong])


def test_a_step_that_something_is_made_of_stays() -> None:
    chain = r"$$ h_{t+1} = \tanh(w h_t), \qquad L = \frac12 (h_{t+1} - y)^2 $$"
    line = r"$$ \frac{\partial L}{\partial w} = (h_{t+1} - y) (1 - h_{t+1}^2) h_t $$"
    found = verdict(FRONT + chain, "We drop the index $t$.", line)
    assert found == verdict(FRONT + chain, line)


def test_an_index_that_a_sum_runs_over_stays() -> None:
    net = r"$$ y_n = \sum_{j=1}^J w_j x_{nj} $$" "\n\n" r"$$ L = \frac12 \sum_{n=1}^N (y_n - t_n)^2 $$"
    line = r"$$ \frac{\partial L}{\partial w_j} = %s $$"
    said = "We omit the index $n$ where it is clear."
    assert each_verdict(
        FRONT + net, said, lines=[line % r"\sum_{n=1}^N (y_n - t_n) x_{nj}", line % "(y_n - t_n) x_{nj}"]
    ) == ["right", "wrong"]


def test_the_index_in_parentheses() -> None:
    net = r"""$$ p^{(n)} = \sigma(\sum_{j=1}^J w_j x^{(n)}_j) $$

$$ L = -y^{(n)} \log p^{(n)} - (1 - y^{(n)}) \log(1 - p^{(n)}) $$"""
    said = "We drop the superscript $n$:"
    assert verdict(FRONT + net, said, r"$$ \frac{\partial L}{\partial w_j} = (p - y) x_j $$") == "right"
    assert verdict(FRONT + net, said, r"$$ \frac{\partial L}{\partial w_j} = (y - p) x_j $$") == "wrong"


FIT = r"$$ L = \frac12 (w_t x_t - y_t)^2 + \lambda w_t %s $$"
SLOPE = r"$$ \frac{\partial L}{\partial w} = (w x_t - y_t) x_t + \lambda %s $$"


def test_words_that_name_one_thing_say_so_of_no_other() -> None:
    said = "$x$ is the mean of all $x_t$. We drop the subscript $t$ of $w_t$ from now on."
    assert each_verdict(FRONT + FIT % "x", said, lines=[SLOPE % "x", SLOPE % "x_t"]) == ["right", "wrong"]
    assert verdict(FRONT + FIT % "x_t", "We drop the subscript $t$ of $w_t$.", SLOPE % "x_t") == "right"
    both = "We drop the subscript $t$ of $w_t$, $x_t$ and $y_t$."
    line = r"$$ \frac{\partial L}{\partial w} = (w x - y) x + \lambda x $$"
    assert each_verdict(FRONT + FIT % "x_t", both, lines=[line, line.replace("- y", "+ y")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        "In the appendix we drop the subscript $t$.",
        "We drop the subscript $t$ on the data.",
        "For $x_t$ the subscript $t$ is omitted.",
        "The subscript $t$ is sometimes omitted.",
        "附录中省略下标 $t$。",
        "付録では添字 $t$ は省略する。",
        "$w_t$ 的下标 $t$ 省略。",
        "We drop its subscript $t$.",
        "If we drop all but $w$, we drop the subscript $t$.",
    ],
)
def test_words_of_one_place_or_of_a_kind_are_not_followed(said: str) -> None:
    line = r"$$ \frac{\partial L}{\partial w} = (w x %s y) x + \lambda x $$"
    assert {verdict(FRONT + FIT % "x_t", said, line % x) for x in "+-"} == {"unproved"}


@pytest.mark.parametrize("told", ["where $x$ is the mean.", "Let $x$ be the first one.", "ここで $x$ は平均である。"])
def test_a_plain_letter_with_words_of_its_own_is_another_quantity(told: str) -> None:
    line = r"$$ \frac{\partial L}{\partial w} = (w x - y) x + \lambda x $$"
    for parts in ((told, SAID[0]), (SAID[0], told)):
        assert verdict(FRONT + FIT % "x_t", *parts, line) != "right"
        assert verdict(FRONT + FIT % "x_t", *parts, line.replace("- y", "+ y")) != "right"


def test_a_plain_letter_beside_the_one_with_the_index_is_another_quantity() -> None:
    net = r"$$ L = \frac12 (w_t x_t - y_t)^2 + \frac12 (w_t - w)^2 $$"
    line = r"$$ \frac{\partial L}{\partial w} = %s(w_t - w) $$"
    assert verdict(FRONT + net, SAID[0], line % "-") != "wrong"
    assert verdict(FRONT + net, SAID[0], line % "") != "right"


def test_a_name_by_which_is_derived_has_no_words_of_its_own() -> None:
    line = r"The gradient with respect to $w$ is $$ \frac{\partial L}{\partial w} = (w x - y) x + \lambda x $$"
    assert verdict(FRONT + FIT % "x_t", SAID[0], line) == "right"

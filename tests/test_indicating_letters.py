r"""Letters before comparisons in parentheses that are 1 where these hold: `\delta(y_n = k)`, `\chi[k = m]`.

By hand, for `J = \frac12 \sum_{n,d} (x_{nd} - \mu_{y_n,d})^2`: `\partial J/\partial \mu_{kd} = \sum_n [y_n = k]
(\mu_{kd} - x_{nd})`; and softmax has `\partial q_k/\partial z_m = q_k ([k = m] - q_m)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

CENTERS = (
    r"$y_n \in \{1, \dots, K\}$ is the class of sample $n$, $\mu_{kd}$ is the center of class $k$, "
    r"with $k = 1, \dots, K$, $n = 1, \dots, N$ and $d = 1, \dots, D$.",
    r"$$J = \frac{1}{2} \sum_{n=1}^{N} \sum_{d=1}^{D} (x_{nd} - \mu_{y_n,d})^2$$",
)
BY_CENTER = r"$$\frac{\partial J}{\partial \mu_{kd}} = \sum_{n=1}^{N} %s (\mu_{kd} - x_{nd})$$"
SOFTMAX = r"$$q_k = \frac{e^{z_k}}{\sum_{l=1}^{K} e^{z_l}}$$ ( $k = 1, \dots, K$ )"
BY_Z = r"$$\frac{\partial q_k}{\partial z_m} = q_k (%s - q_%s)$$"
SAID = [
    "",
    r"$\delta(y_n = k)$ is 1 if $y_n = k$ and 0 otherwise.",
    r"$\delta(y_n = k)$ は $y_n = k$ のとき 1、それ以外のとき 0 とする。",
    r"Here $\delta(y_n = k)$ equals one when $y_n = k$, zero otherwise.",
]


@pytest.mark.parametrize("said", SAID)
def test_a_delta_before_a_comparison_is_an_indicator(said: str) -> None:
    assert each_verdict(
        said, *CENTERS, lines=[BY_CENTER % r"\delta(y_n = k)", BY_CENTER % r"\delta(y_n = k) \cdot 2", BY_CENTER % ""]
    ) == ["right", "wrong", "wrong"]


def test_other_letters_and_brackets_are_read_alike() -> None:
    cases = [r"\chi[k = m]", r"\delta\{k = m\}", r"\delta\left( m = k \right)", r"\chi (k = m)"]
    for typed, found in zip(cases, each_verdict(SOFTMAX, lines=[BY_Z % (typed, "m") for typed in cases]), strict=True):
        assert found == "right", typed
    for typed, found in zip(cases, each_verdict(SOFTMAX, lines=[BY_Z % (typed, "k") for typed in cases]), strict=True):
        assert found == "wrong", typed


def test_a_letter_that_is_something_else_stays_what_it_is() -> None:
    chain = (
        r"$$s_t = w s_{t-1} + x_t$$ ( $t = 1, \dots, T$ )",
        r"$$E = \frac12 (s_T - d)^2$$",
    )
    assert verdict(*chain, r"$$\frac{\partial E}{\partial s_k} = w^{T-k} \delta(t = T)$$") == "unproved"
    errors = r"$$\delta_k = \frac{\partial C}{\partial z_k}$$"
    page = (SOFTMAX, r"$$C = -\sum_{k=1}^{K} t_k \log q_k$$", errors)
    assert verdict(*page, BY_Z % (r"\delta(k = m)", "m")) == "unreadable"
    defined = r"$$\chi(k = m) = \frac{\partial q_k}{\partial z_m}$$"
    assert verdict(SOFTMAX, defined, BY_Z % (r"\chi(k = m)", "m")) not in ("right", "wrong")


PRODUCT = r"$$y_{ij} = \sum_{k=1}^{K} x_{ik} w_{kj}$$ ( $i = 1, \dots, N$, $j = 1, \dots, J$ )"
BY_W = r"$$\frac{\partial y_{ij}}{\partial w_{ab}} = %s$$ ( $j, b = 1, \dots, J$, $a = 1, \dots, K$ )"


@pytest.mark.parametrize("said", ["", r"$\delta_{\text{condition}}$ is $1$ when its equations hold, else $0$."])
def test_comparisons_may_stand_below_the_letter(said: str) -> None:
    found = each_verdict(
        said,
        PRODUCT,
        lines=[
            BY_W % r"x_{ia} \delta_{j=b}",
            BY_W % r"\sum_{k=1}^{K} x_{ik} \delta_{k=a, j=b} = x_{ia} \delta_{j = b}",
            BY_W % r"\delta_{j=b} x_{ia}",
            BY_W % r"x_{ia} \delta_{j=a}",
            BY_W % r"x_{ia}",
            BY_W % r"x_{ia} \delta_{j \ne b}",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "right"
    assert found[2] == "right"
    assert found[3] != "right"
    assert found[4] == "wrong"
    assert found[5] == "wrong"


def test_what_is_compared_may_be_a_sum() -> None:
    page = r"$$y_i = \sum_{k=1}^{K} w_k x_{2i+k}$$ ( $i = 1, \dots, N$ )"
    line = r"$$\frac{\partial y_i}{\partial x_d} = \sum_{k=1}^{K} w_k \delta_{k = %s}$$"
    evident = r"Here $\delta_{i=d}$ is $1$ if $i = d$ and $0$ otherwise."
    assert each_verdict(page, evident, lines=[line % "d - 2i", line % r"d - 2 \cdot i", line % "d - i"]) == [
        "right",
        "right",
        "wrong",
    ]


def test_errors_of_one_step_are_no_indicators() -> None:
    page = (r"$$s_t = w s_{t-1} + x_t$$ ( $t = 1, \dots, T$ )", r"$$E = \frac12 (s_T - d)^2$$")
    assert verdict(*page, r"$$\frac{\partial E}{\partial s_t} = w^{T-t} \delta_{t=T}$$") not in ("right", "wrong")
    errors = r"$$\delta_{t=T} = s_T - d$$"
    assert verdict(*page, errors, r"$$\frac{\partial E}{\partial s_k} = \delta_{k=t}$$") not in ("right", "wrong")


@pytest.mark.parametrize("said", [r"is $0$ if $j = b$ and $1$ otherwise", r"is $1$ if $j = b$ and $-1$ otherwise"])
def test_words_may_give_those_below_other_values(said: str) -> None:
    line = BY_W % r"x_{ia} \delta_{j=b}"
    assert verdict(rf"Here $\delta_{{j=b}}$ {said}.", PRODUCT, line) not in ("right", "wrong")

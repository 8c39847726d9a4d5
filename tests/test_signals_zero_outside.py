r"""Sentences by which all signals are 0 beyond a range: `All signals are zero outside $1 \le k \le K$`.

By hand, for `y_t = \sum_{a=0}^{A} h_a x_{t-a}` and `E = \frac12 \sum_t (y_t - d_t)^2`: `\partial E/\partial h_a =
\sum_t (y_t - d_t) x_{t-a}`, and `\partial E/\partial x_t = \sum_a h_a \delta_{t+a}` with `\delta_t = y_t - d_t`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FILTER = (
    r"$$y_t = \sum_{a=0}^{A} h_a x_{t-a}$$ ( $t = 1, \dots, T$ )",
    r"$$E = \frac12 \sum_{t=1}^{T} (y_t - d_t)^2$$",
    r"$$\delta_t = \frac{\partial E}{\partial y_t}$$",
)
BY_X = r"$$\frac{\partial E}{\partial x_t} = \sum_{a=0}^{A} h_a \delta_{%s}$$"
BY_H = r"$$\frac{\partial E}{\partial h_a} = \sum_{t=1}^{T} (y_t - d_t) x_{%s}$$"
SAID = [
    r"All signals are zero outside $1 \le t \le T$.",
    r"The filter is causal. Outside $1 \le t \le T$, all sequences are taken to be zero.",
    r"Every signal vanishes beyond the interval $1 \le t \le T$; the taps are $a = 0, \dots, A$.",
    r"Here all quantities are set to $0$ outside of $1 \le t \le T$, and $A < T$.",
]


@pytest.mark.parametrize("said", SAID)
def test_sums_that_name_what_lies_beyond_are_judged(said: str) -> None:
    assert each_verdict(said, *FILTER, lines=[BY_X % "t+a", BY_X % "t-a", BY_H % "t-a", BY_H % "t+a"]) == [
        "right",
        "wrong",
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "said",
    [
        r"If all signals are zero outside $1 \le t \le T$, more can be said.",
        r"Not all signals are zero outside $1 \le t \le T$.",
        r"All signals are positive outside $1 \le t \le T$.",
    ],
)
def test_other_sentences_do_not_say_so(said: str) -> None:
    assert not set(each_verdict(said, *FILTER, lines=[BY_X % "t+a", BY_X % "t-a"])) & {"right", "wrong"}


def test_the_units_of_a_network_of_filters_are_judged() -> None:
    page = (
        r"All signals are zero outside $1 \le k \le K$; $M < K$.",
        r"$$x_i^0(k) = u_i(k)$$ ( $i = 1, \dots, N_0$ )",
        r"$$s_j^{l+1}(k) = \sum_{i=1}^{N_l} \sum_{n=0}^{M} v_{ij}^l(n) x_i^l(k-n)$$ "
        r"( $l = 0, \dots, L-1$, $j = 1, \dots, N_{l+1}$ )",
        r"$$x_j^l(k) = g(s_j^l(k))$$ ( $l = 1, \dots, L$, $j = 1, \dots, N_l$ )",
        r"$$C = \frac12 \sum_{k=1}^{K} \sum_{j=1}^{N_L} (d_j(k) - x_j^L(k))^2$$",
        r"$$\delta_j^l(k) = \frac{\partial C}{\partial s_j^l(k)}$$",
    )
    line = r"$$\frac{\partial C}{\partial v_{ij}^l(n)} = \sum_{k=1}^{K} \delta_j^{l+1}(k) x_i^l(%s)$$"
    layers = r" ( $l = 0, \dots, L-1$ )"
    assert each_verdict(*page, lines=[line % "k-n" + layers, line % "k+n" + layers]) == ["right", "wrong"]


@pytest.mark.parametrize("said", SAID[:3])
def test_what_is_given_ends_where_the_words_say(said: str) -> None:
    assert each_verdict(
        said,
        *FILTER,
        lines=[
            r"$$\frac{\partial y_1}{\partial h_1} = 0$$",
            r"$$\frac{\partial y_2}{\partial h_1} = 0$$",
            BY_H.replace("t=1", "t=a+1") % "t-a",
        ],
    ) == ["right", "wrong", "right"]


def test_a_name_that_is_zero_outside_a_range_leaves_it_open_where_it_ends() -> None:
    said = r"$x_t = 0$ outside $1 \le t \le T$."
    assert verdict(said, *FILTER, r"$$\frac{\partial y_1}{\partial h_1} = 0$$") != "wrong"


def test_what_is_excepted_may_be_anything() -> None:
    said = r"All signals are zero outside $1 \le t \le T$, except $x_0$."
    cases = (r"$$\frac{\partial y_1}{\partial h_1} = 0$$", r"$$\frac{\partial y_2}{\partial h_3} = 0$$")
    for line, found in zip(cases, each_verdict(said, *FILTER, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


def test_a_range_that_the_words_do_not_name_may_be_that_of_the_letter() -> None:
    page = (
        r"All signals are zero outside their range. For $t = 1, \dots, T$",
        r"$$y_t = \sum_{a=0}^{A-1} w_a x_{t-a}$$",
        r"$$E = \frac12 \sum_{t=1}^T (y_t - d_t)^2$$",
    )
    line = r"$$\frac{\partial E}{\partial w_a} = \sum_{t=%s}^T (y_t - d_t) x_{t-a}$$"
    assert [verdict(*page, line % first) for first in ("1", "a+1", "a+2")] == ["right", "unproved", "wrong"]

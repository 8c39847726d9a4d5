r"""Errors that have above them by what they are the derivative: `g_n^k = \partial F/\partial k_n` beside `g_p`, `g_m`.

By hand, with `k_n = r x_n`, `m = \sum_n k_n` and `F = (m - y)^2 + \sum_n k_n^2`, the derivative by `k_n` is
`2 (m - y) + 2 k_n`, that by m is `2 (m - y)`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

NET = (
    r"$$k_n = r x_n$$ ( $n = 1, \dots, N$ )",
    r"$$m = \sum_{n=1}^{N} k_n$$",
    r"$$F = (m - y)^2 + \sum_{n=1}^{N} k_n^2$$",
    r"$$g_m = \frac{\partial F}{\partial m}$$",
)
NAMED = r"$$g_n^k = \frac{\partial F}{\partial k_n}$$"


def test_the_letter_above_is_a_label() -> None:
    assert each_verdict(
        *NET,
        NAMED,
        lines=[
            r"$$g_n^k = g_m + 2 k_n$$",
            r"$$g_n^k = g_m$$",
            r"$$g_n^k = g_m + k_n$$",
            r"$$\frac{\partial F}{\partial r} = \sum_{n=1}^{N} g_n^k x_n$$",
            r"$$\frac{\partial F}{\partial r} = \sum_{n=1}^{N} g_n^k$$",
        ],
    ) == ["right", "wrong", "wrong", "right", "wrong"]


def test_the_letter_of_weights_beside_it() -> None:
    net = (NET[0].replace("r x", "r_{k} x"), *NET[1:], NAMED)
    assert each_verdict(*net, lines=[r"$$g_n^k = g_m + 2 k_n$$", r"$$g_n^k = g_m - 2 k_n$$"]) == ["right", "wrong"]


def test_other_derivatives_and_letters_that_run_are_none() -> None:
    by_another = r"$$g_n^k = \frac{\partial F}{\partial x_n}$$"
    assert verdict(*NET, by_another, r"$$g_n^k = g_m + 2 k_n$$") != "right"
    for line in (r"$$Q = \sum_{k=1}^{K} g_n^k q_k$$", r"for $k = 1, \dots, K$", r"$$u_k = g_n^k$$"):
        assert verdict(*NET, line, NAMED, r"$$g_n^k = g_m$$") != "right"

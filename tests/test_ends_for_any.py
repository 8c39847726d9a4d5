r"""Ends of sums that stand for any index: `u[B][K] = x[B][K] - m[K]` beside `\sum_{b=1}^B`.

By hand: u is x minus its mean over b, v = a g with a the tanh of u, E the sum of `r v`. So the derivative by `g[k]` is
the sum of `r a` over b, and that by `x[b][k]` the one by `u[b][k]` minus the mean over b of these.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    '+++\nobjective = "E"\n+++\n\n'
    r"$$m[K] = \frac{1}{B}\sum_{b=1}^{B} x[b][K]$$"
    "\n\n"
    r"$$u[B][K] = x[B][K] - m[K]$$"
    "\n\n"
    r"$$v[B][K] = \tanh(u[B][K]) g[K]$$"
    "\n\n"
    r"$$E = \sum_{b=1,k=1}^{B,K} r[b][k] v[b][k]$$"
)
BY_U = r"\frac{\partial E}{\partial u[b][K]}"
LINES = [
    (r"\frac{\partial E}{\partial g[K]} = \sum_{b=1}^B r[b][K] \tanh(u[b][K])", "right"),
    (r"\frac{\partial E}{\partial g[K]} = \sum_{b=1}^B r[b][K] v[b][K]", "wrong"),
    (r"\frac{\partial E}{\partial g[K]} = r[B][K] \tanh(u[B][K])", "wrong"),
    (
        r"\frac{\partial E}{\partial x[B][K]} = \sum_{b=1}^B " + BY_U + r"\frac{\partial u[b][K]}{\partial x[B][K]}",
        "right",
    ),
    (
        r"\frac{\partial E}{\partial x[B][K]} = \frac{\partial E}{\partial u[B][K]} - \frac1B \sum_{b=1}^B" + BY_U,
        "right",
    ),
    (
        r"\frac{\partial E}{\partial x[B][K]} = \frac{\partial E}{\partial u[B][K]} - \frac1K \sum_{b=1}^B" + BY_U,
        "wrong",
    ),
    (r"\frac{\partial E}{\partial x[B][K]} = \frac{\partial E}{\partial u[B][K]}", "wrong"),
    (r"\frac{\partial u[B][K]}{\partial x[B][K]} = 1 - \frac1B", "right"),
]


def subscripted(text: str) -> str:
    """The same with commas below the names."""
    return text.replace("][", ",").replace("[", "_{").replace("]", "}")


def test_a_line_about_any_entry() -> None:
    for (line, expected), found in zip(
        LINES, each_verdict(NETWORK, lines=[f"$${line}$$" for line, _ in LINES]), strict=True
    ):
        assert found == expected, line


def test_with_subscripts_it_may_be_the_last() -> None:
    cases = [line for line, _ in LINES[1:5]]
    for line, found in zip(
        cases, each_verdict(subscripted(NETWORK), lines=[f"$${subscripted(line)}$$" for line in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize(
    "more",
    [
        r"$$v[b][k] = 0$$ ( $1 \le b \le B - 1$ )",
        r"Here $b = B$.",
    ],
)
def test_an_end_with_a_place_of_its_own_is_left(more: str) -> None:
    """There may be a last one, which is defined apart."""
    line = r"$$\frac{\partial E}{\partial g[K]} = \sum_{b=1}^B r[b][K] \tanh(u[b][K])$$"
    assert not set(each_verdict(NETWORK, more, lines=[line, line.replace(r"\tanh(u[b][K])", "")])) & {"right", "wrong"}


@pytest.mark.parametrize("state", ["w h[t-1][k] + x[t][k]", "x[t][k]"])
def test_a_last_step_is_no_step(state: str) -> None:
    """What is made of the last state may be defined there alone."""
    page = (
        rf"$$h[t][k] = {state}$$ ( $1 \le t \le T$, $1 \le k \le K$ )"
        "\n\n"
        r"$$h[0][k] = 0, \quad y[T][K] = g h[T][K]$$"
        "\n\n"
        r"$$E = \sum_{t=1,k=1}^{T,K} c[t][k] y[t][k]$$"
    )
    cases = (r"\sum_{t=1,k=1}^{T,K} c[t][k] h[t][k]", "c[T][K] h[T][K]", r"\sum_{k=1}^K c[T][k] h[T][k]")
    for line, found in zip(
        cases,
        each_verdict(page, lines=[rf"$$\frac{{\partial E}}{{\partial g}} = {line}$$" for line in cases]),
        strict=True,
    ):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize(
    "said",
    ["The last entry is $u[B][K]$; others are data.", "It ends at $(B, K)$.", "最後の出力は $u[B][K]$ である。"],
)
def test_words_for_a_last_one(said: str) -> None:
    for line, _ in LINES[:-1]:  # the last one is true of either
        assert verdict(NETWORK, said, f"$${line}$$") not in ("right", "wrong")


def test_an_end_without_a_sum_of_its_own() -> None:
    """Nothing runs to K here: the definition of v may be that of the last b, and is not taken for it."""
    page = r"$$m[K] = \frac1B \sum_{b=1}^B x[b][K]$$" "\n\n" r"$$v[B][K] = g[K] x[B][K] + a[K]$$"
    by_v = r"\frac{\partial L}{\partial v[b][k]}"
    for line in (
        rf"\frac{{\partial L}}{{\partial a[k]}} = \sum_{{b=1}}^B {by_v}",
        rf"\frac{{\partial L}}{{\partial a[k]}} = \frac1B \sum_{{b=1}}^B {by_v}",
        rf"\frac{{\partial L}}{{\partial g[k]}} = \sum_{{b=1}}^B {by_v} x[b][k]",
        r"\frac{\partial L}{\partial g[K]} = \frac{\partial L}{\partial v[B][K]} x[B][K]",
    ):
        used = rf"$$c = \sum_{{b=1}}^B {by_v}$$"
        assert verdict(page, used, f"$${line}$$") not in ("right", "wrong")


@pytest.mark.parametrize("said", ["", "The last prediction is computed, all others are known:"])
def test_what_rests_on_it_is_left_open(said: str) -> None:
    page = (
        said,
        r"$$z_{N,M} = v h_{N,M}$$",
        r"$$u = \sum_{i=1}^N \sum_{j=1}^M z_{i,j}$$",
        r"$$S = u + \sum_{i=1}^N \sum_{j=1}^M h_{i,j} z_{i,j}$$",
    )
    cases = (
        r"\frac{\partial S}{\partial h_{N,M}} = z_{N,M}",
        r"\frac{\partial S}{\partial h_{N,M}} = 2 z_{N,M} + v",
        r"\frac{\partial S}{\partial h_{N,M}} = v h_{N,M}",
        r"\frac{\partial S}{\partial v} = h_{N,M}^2 + h_{N,M}",
        r"\frac{\partial S}{\partial u} = 1",
    )
    for line, found in zip(cases, each_verdict(*page, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found not in ("right", "wrong"), line


def test_the_last_of_one_index_is_the_last() -> None:
    page = r"$$h_T = w x_T$$" "\n\n" r"$$E = \sum_{t=1}^T c_t h_T$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial w} = \sum_{t=1}^T c_t x_T$$",
            r"$$\frac{\partial E}{\partial w} = \sum_{t=1}^T c_t x_t$$",
        ],
    ) == ["right", "wrong"]

r"""Arrays as arguments of one another, `p_t(W) = s_t(g(W))`, `C(W) = C(p(W))`: what they show is no value of its own.

By hand: with `a = g(W)`, `g_k = \sum_l W_{kl} x_l` and softmax, `\partial C/\partial W_{ij} = (s_i - y_i) x_j` for
data y of sum 1; without that, `\partial p_t/\partial W_{ij} = s_t (\delta_{ti} - s_i) x_j`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

NET = (
    r"$$s_j = \frac{e^{a_j}}{\sum_{k=1}^q e^{a_k}}, \qquad j = 1, \dots, q$$ "
    r"$$g_k = \sum_{l=1}^n W_{kl} x_l$$ $$p_t(W) = s_t(g(W))$$ $$C(p) = -\sum_{k=1}^q y_k \log p_k$$"
)
TOLD = r"Let $a = g(W)$, and let $C(W) = C(p(W))$."
SLOPE = r"$$\frac{\partial p_t(W)}{\partial W_{ij}} = s_t (\delta_{ti} - s_i) x_j$$"
CHAIN = (
    r"$$\frac{\partial C(W)}{\partial W_{ij}} = \sum_{k=1}^q \frac{\partial C(p)}{\partial p_k} "
    r"\frac{\partial p_k(W)}{\partial W_{ij}}$$"
)


def test_arguments_that_are_said_to_be_the_same() -> None:
    assert each_verdict(
        NET, TOLD, lines=[SLOPE, SLOPE.replace("x_j", "x_i"), CHAIN, CHAIN.replace(r"p_k(W)}{", r"p_i(W)}{")]
    ) == ["right", "wrong", "right", "wrong"]


def test_a_factor_in_parentheses_is_no_argument() -> None:
    line = r"$$\frac{\partial p_t(W)}{\partial W_{ij}} = p_t(\delta_{ti} - p_i) x_j$$"
    assert verdict(NET, TOLD, line) == "right"


def test_what_is_not_said_is_not_dropped() -> None:
    assert verdict(NET, r"Let $C(W) = C(p(W))$.", SLOPE) != "right"
    assert verdict(NET, r"Let $a = g(W)$.", CHAIN) != "right"
    assert verdict(NET.replace("s_t(g(W))", "s_t(h(W))"), r"$$h_k = \sum_{l=1}^n W_{kl}$$", TOLD, SLOPE) != "right"
    other = r"$$p_t(V) = s_t(V)$$ where $V_k$ are other numbers."
    assert verdict(NET, other, TOLD, SLOPE) != "right"

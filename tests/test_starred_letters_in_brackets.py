r"""Letters with a star that only a bracket compares, beside tables of probabilities with arguments.

By hand: `\partial L / \partial h_d = \sum_c (q_c - [c = c^*]) U_{cd} + \sum_w (p(w|c^*) - [w = w^*]) Z_{c^* w d}`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

TWO_LEVELS = (
    r"$$s_c = \sum_{d=1}^{D} U_{cd} h_d \quad (c = 1, \dots, C)$$",
    r"$$q_c = \frac{\exp(s_c)}{\sum_{k=1}^{C} \exp(s_k)}$$",
    r"$$z_{cw} = \sum_{d=1}^{D} Z_{cwd} h_d \quad (w = 1, \dots, V)$$",
    r"$$p(w|c) = \frac{\exp(z_{cw})}{\sum_{v=1}^{V} \exp(z_{cv})}$$",
    r"$$L = - \log q_{c^*} - \log p(w^*|c^*)$$",
)
LINE = (
    r"$$\frac{\partial L}{\partial h_d} = \sum_{c=1}^{C} (q_c - [c = c^*]) U_{cd}"
    r" + \sum_{w=1}^{V} (p(w|%s) - %s) Z_{c^* w d}$$"
)


def test_two_levels() -> None:
    assert verdict(*TWO_LEVELS, LINE % ("c^*", "[w = w^*]")) == "right"
    assert verdict(*TWO_LEVELS, LINE % ("c^*", "1")) != "right"
    assert verdict(*TWO_LEVELS, LINE % ("c^*", "2 [w = w^*]")) == "wrong"


CLASSES = (
    r"$$f_k(x_n) = \sum_{d=1}^{D} w_{kd} x_{nd} + b_k \quad (k = 1, \dots, K; n = 1, \dots, N)$$",
    r"$$p(y=k|x_n) = \frac{\exp f_k(x_n)}{\sum_{j=1}^{K} \exp f_j(x_n)}$$",
    r"$$L = - \sum_{n=1}^{N} \sum_{k=1}^{K} t_{nk} \log p(y=k|x_n)$$ where $\sum_{k=1}^K t_{nk} = 1$.",
)


def test_functions_beside_events() -> None:
    gradient = r"$$\frac{\partial L}{\partial w_{kd}} = \sum_{n=1}^{N} (%s) x_{nd}$$"
    assert each_verdict(
        *CLASSES, lines=[gradient % r"p(y=k|x_n) - t_{nk}", gradient % r"t_{nk} - p(y=k|x_n)", gradient % r"p(y=k|x_n)"]
    ) == ["right", "wrong", "wrong"]

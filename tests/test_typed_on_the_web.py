r"""What people type on pages of their own: half bounds, numbers beside arrays, doubled backslashes, slices, words."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict


@pytest.mark.parametrize(
    ("page", "right", "wrong"),
    [
        (
            r"$$J = \frac{1}{2n} \sum_i^n (H(x^{(i)}) - y^{(i)})^2$$ with $H(x^{(i)}) = \sum_j^k \theta_j x_j^{(i)}$.",
            r"\frac{\partial J}{\partial \theta_j} = \frac{1}{n} \sum_i^n (H(x^{(i)}) - y^{(i)}) x_j^{(i)}",
            r"\frac{\partial J}{\partial \theta_j} = \frac{1}{n} \sum_i^n (y^{(i)} - H(x^{(i)})) x_j^{(i)}",
        ),
        (
            r"The model is $h(x) = \sigma(w^T x)$ and $L = \sum_i h(x_i)$. $$\sigma(x) = \frac{1}{1 + e^{-x}}$$",
            r"\frac{\partial \sigma(x)}{\partial x} = \frac{e^{-x}}{(1 + e^{-x})^2}",
            r"\frac{\partial \sigma(x)}{\partial x} = \frac{e^{-x}}{1 + e^{-x}}",
        ),
        (
            r"$W \in \mathbb{R}^{m \times n}$, $y = W x$, $L = \frac12 \|y\|^2$.",
            r"\frac{\partial L}{\partial W_{i:}} = y_i x^T",
            r"\frac{\partial L}{\partial W_{i:}} = -y_i x^T",
        ),
        (
            r"$W \in \mathbb{R}^{m \times n}$, $y = W x$, $L = \frac12 \|y\|^2$.",
            r"\frac{\partial L}{\partial W_{:j}} = x_j y",
            r"\frac{\partial L}{\partial W_{:j}} = 2 x_j y",
        ),
        (
            r"$A \in \mathbb{R}^{n \times n}$, $q(x) = x^T A x$.",
            r"\triangledown q(x) = (A + A^T) x",
            r"\triangledown q(x) = 2 A x",
        ),
        (
            r"$$E = \frac12 \sum_i (y_i - t_i)^2, \quad y_i = \sum_j w_{ij} x_j$$",
            r"\pd{E}{w_{ij}} = (y_i - t_i) x_j",
            r"\pd{E}{w_{ij}} = (t_i - y_i) x_j",
        ),
        (
            r"$$z_i = w x_i, \quad p_i = \sigma(z_i)$$ and $y_i \sim \mathcal{Ber}(p_i)$.",
            r"\frac{\partial p_i}{\partial w} = p_i (1 - p_i) x_i",
            r"\frac{\partial p_i}{\partial w} = p_i x_i",
        ),
        (
            r"$$p_i = \sigma(w x_i), \quad \ell = \sum_{i=1}^N y_i \log p_i + (1 - y_i) \log(1 - p_i)$$",
            r"\ell = \sum_{i=1}^N y_i \log \sigma(w x_i) + (1 - y_i) \log(1 - \sigma(w x_i))",
            r"\ell = \sum_{i=1}^N y_i \log \sigma(w x_i) - (1 - y_i) \log(1 - \sigma(w x_i))",
        ),
    ],
)
def test_ways_to_write(page: str, right: str, wrong: str) -> None:
    assert each_verdict(page, lines=[f"$${right}$$", f"$${wrong}$$"]) == ["right", "wrong"]


def test_a_sum_may_begin_at_zero_where_its_letter_does() -> None:
    page = r"$$h = \theta_0 + \sum_j^n \theta_j x_j$$"
    assert "begin" in str(check(page + r"$$\frac{\partial h}{\partial \theta_j} = x_j$$").data())


ESCAPED = r"""
\\[\begin{align}
a_i & = \sum_j w_{ij} x_j \\\\\
E & = \frac12 \sum_i \left\\{ a_i \right\\}^2
\end{align}\\]

\\[ LINE \\]
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial w_{ij}} = a_i x_j", "right"),
        (r"\frac{\partial E}{\partial w_{ij}} = \\{ a_i x_j \\}^2", "wrong"),
    ],
)
def test_doubled_backslashes(line: str, expected: str) -> None:
    assert verdict(ESCAPED.replace("LINE", line)) == expected


def test_a_row_that_begins_with_a_distance_is_none() -> None:
    page = "\\begin{align}\na &= x^2 \\\\\n\\\\[5pt]\nb &= a \\\\[2pt]\n\\end{align}\n"
    assert verdict(page, r"$$\frac{db}{dx} = 2x$$") == "right"


GUESSED = r"""
$$o_k = \sigma(net_k), \quad net_k = w_k \cdot o_j + b_k, \quad E(w) = (o_k - y)^2$$
$$\delta_t = -\frac{\partial E}{\partial o_t} \cdot \frac{\partial o_t}{\partial net_t}$$
"""


def test_kinds_that_are_guessed_make_no_line_wrong() -> None:
    line = r"$$\delta_j = \left( \sum_{k=1}^K \delta_k \cdot w_{kj} \right) \cdot \sigma'(net_j)$$"
    assert verdict(GUESSED, line) != "wrong"


def test_entries_show_how_long_the_vectors_of_a_recurrence_are() -> None:
    page = r"""\begin{align}
h_t & = \tanh(W_{hh} h_{t-1} + W_{xh} x_t + b_h) \\
y_t & = W_{hy} h_t + b_y \\
p_t & = \frac{e^{y_t}}{\sum_{i=1}^{n} e^{y_{t,i}}} \\
l_t & = -\sum_{i=1}^{n} z_{t,i} \log p_{t,i} \\
L & = \sum_{t=1}^{T} l_t
\end{align}"""
    line = r"\frac{\partial L}{\partial W_{hh}} = \sum_t ((1 - h_t^2) \odot \frac{\partial L}{\partial h_t}) h_{t-1}^T"
    assert each_verdict(page, lines=[f"$${line}$$", f"$${line.replace('1 - h_t^2', '1 + h_t^2')}$$"]) == [
        "right",
        "wrong",
    ]


NEURON = r"$$h = w_1 x + w_2, \quad y = v h, \quad E = \frac12 (y - t)^2$$"


def test_a_function_that_is_only_named_defines_nothing_again() -> None:
    recalled = r"Assume $y = g(x)$ and $z = f(y)$."
    assert each_verdict(
        recalled,
        NEURON,
        lines=[
            r"$$\frac{\partial E}{\partial w_1} = (y - t) v x$$",
            r"$$\frac{\partial E}{\partial w_1} = (y - t) v$$",
        ],
    ) == ["right", "wrong"]
    alone = r"$y = f(a)$ with $a = \sum_j w_j x_j$, $E = \frac12 (y - t)^2$."
    assert each_verdict(
        alone,
        lines=[
            r"$$\frac{\partial E}{\partial w_j} = (y - t) f'(a) x_j$$",
            r"$$\frac{\partial E}{\partial w_j} = (y - t) x_j$$",
        ],
    ) == ["right", "wrong"]


def test_a_step_with_a_rate_is_no_equation() -> None:
    page = r"$$E = \frac12 \sum_n (y_n - t_n)^2, \quad y_n = w x_n$$ $$w = w - \alpha \sum_n (y_n - t_n) x_n$$"
    assert each_verdict(page, lines=[r"$$\frac{dE}{dw} = \sum_n (y_n - t_n) x_n$$", r"$$y_n = y_n - x_n$$"]) == [
        "right",
        "wrong",
    ]

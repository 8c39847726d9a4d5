r"""Models with an entry of their parameters below, `h_{\theta_n}(x)`: the entry's number is theirs."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

SOFTMAX = (
    r"$$h_{\theta_n}(x^{(i)}) = \frac{e^{\theta_n^T x^{(i)}}}{\sum_{j=1}^k e^{\theta_j^T x^{(i)}}}$$"
    r" ( $n = 1, \dots, k$ ) $$J(\theta) = -\sum_{i=1}^m \sum_{j=1}^k t_j^{(i)} \log h_{\theta_j}(x^{(i)})$$"
    r" Here $\theta_n = (\theta_{n,d})$ and $x^{(i)} = (x_d^{(i)})$ are vectors of length $D$."
)
BY_THETA = r"$$\nabla_{\theta_n} \log h_{\theta_j}(x^{(i)}) = %s$$ ( $n = 1, \dots, k$ )"


def test_softmax() -> None:
    """By hand: the derivative of log softmax."""
    cases = [
        (r"x^{(i)} (\delta_{nj} - h_{\theta_n}(x^{(i)}))", "right"),
        (r"x^{(i)} (\delta_{nj} - h_{\theta_j}(x^{(i)}))", "wrong"),
    ]
    for (body, expected), found in zip(
        cases, each_verdict(SOFTMAX, lines=[BY_THETA % body for body, _ in cases]), strict=True
    ):
        assert found == expected, body


@pytest.mark.parametrize("above", [r"\theta^{(n)}", r"\theta_n", r"\mathbf{w}_n"])
@pytest.mark.parametrize(("body", "expected"), [(r"x \cdot f_{@}(x)(1 - f_{@}(x))", "right"), ("f_{@}(x)", "wrong")])
def test_logistic_models(above: str, body: str, expected: str) -> None:
    """One model for each n with one input: sigma' = sigma (1 - sigma)."""
    net = rf"$$f_{{{above}}}(x) = \frac{{1}}{{1 + e^{{-{above} x}}}}$$ ( $n = 1, \dots, N$ )"
    line = rf"$$\frac{{\partial f_{{{above}}}(x)}}{{\partial {above}}} = {body.replace('@', above)}$$"
    assert verdict(net, line) == expected


@pytest.mark.parametrize(("factor", "expected"), [("x", "right"), ("w_k", "wrong")])
def test_two_parameters_below(factor: str, expected: str) -> None:
    net = r"$$g_{w_k, b_k}(x) = \tanh(w_k x + b_k)$$ ( $k = 1, \dots, K$ ) $$L = \sum_{k=1}^K v_k g_{w_k, b_k}(x)$$"
    assert (
        verdict(net, rf"$$\frac{{\partial L}}{{\partial w_k}} = v_k (1 - g_{{w_k, b_k}}(x)^2) {factor}$$") == expected
    )


@pytest.mark.parametrize(
    "page",
    [
        # the entry at the label y_i of an array with the same letter
        r"$$p_j = \frac{e^{z_j}}{\sum_{k=1}^n e^{z_k}}$$ $$L = -\log p_{y_i}$$"
        r" $$\frac{\partial L}{\partial z_j} = p_j - p_{y_i}$$",
        # h stands elsewhere with a number of its own
        r"$$h_{\theta_n}(x) = \theta_n x$$ $$E = \sum_{n=1}^N h_{\theta_n}(x)^2 + h_1$$"
        r" $$\frac{\partial E}{\partial \theta_n} = 2 h_{\theta_n}(x) x + h_1$$",
        # another parameter
        r"$$h_{\theta_n}(x) = \theta_n x$$ $$E = \sum_{n=1}^N h_{\theta_n}(x) + \sum_{n=1}^N h_{\phi_n}(x)$$"
        r" $$\frac{\partial E}{\partial \phi_n} = x$$",
        # a step on
        r"$$h_{\theta_n}(x) = \theta_n x$$ $$E = \sum_{n=1}^N h_{\theta_n + \epsilon}(x)$$"
        r" $$\frac{\partial E}{\partial \theta_n} = 2 x$$",
    ],
)
def test_others_are_not_read_so(page: str) -> None:
    assert "right" not in [str(c.judgement) for c in check(page).claims]

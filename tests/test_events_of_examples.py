r"""Probabilities for any example beside those of the examples, `P(y = k | x)` and `P(y^{(i)} = k | x^{(i)})`."""

from __future__ import annotations

import pytest

from .judging import check

SOFTMAX = r"""
$$P(y = k | x; \theta) = \frac{\exp(\theta_k^T x)}{\sum_{j=1}^K \exp(\theta_j^T x)}$$
$$J(\theta) = -\sum_{i=1}^m LIKELIHOOD$$
$$\nabla_{\theta_k} J(\theta) = SIGN\sum_{i=1}^m x^{(i)} (1\{y^{(i)} = k\} - P(y^{(i)} = k | x^{(i)}; \theta))$$
"""
LOGISTIC = r"""
$$p(y=1|x;w) = \sigma(w^T x)ZERO$$
$$L(w) = \sum_{i=1}^m y_i \log p(y=1|x_i;w) + (1-y_i) \log OTHER$$
$$\frac{\partial L}{\partial w} = SIGN\sum_i (y_i - p(y=1|x_i;w)) x_i$$
"""
CENTRE = r"$$p(o|c) = \frac{\exp(u_o^T v_c)}{\sum_{w=1}^W \exp(u_w^T v_c)}$$"


def verdict(text: str) -> str:
    return str(check(text).claims[-1].judgement)


@pytest.mark.parametrize(
    "likelihood",
    [
        r"\sum_{k=1}^K 1\{y^{(i)} = k\} \log P(y^{(i)} = k | x^{(i)}; \theta)",
        r"\log P(y^{(i)} | x^{(i)}; \theta)",
        r"\sum_{k=1}^K 1\{y^{(i)} = k\} \log \frac{\exp(\theta_k^T x^{(i)})}{\sum_{j=1}^K \exp(\theta_j^T x^{(i)})}",
    ],
)
def test_softmax_regression(likelihood: str) -> None:
    text = SOFTMAX.replace("LIKELIHOOD", likelihood)
    assert verdict(text.replace("SIGN", "-")) == "right"
    assert verdict(text.replace("SIGN", "")) == "wrong"


@pytest.mark.parametrize(
    ("zero", "other"),
    [("", "(1 - p(y=1|x_i;w))"), (r", \quad p(y=0|x;w) = 1 - \sigma(w^T x)", "p(y=0|x_i;w)")],
)
def test_logistic_regression(zero: str, other: str) -> None:
    text = LOGISTIC.replace("ZERO", zero).replace("OTHER", other)
    assert verdict(text.replace("SIGN", "")) == "right"
    assert verdict(text.replace("SIGN", "-")) == "wrong"


def test_what_acts_through_another_name_is_not_numbered() -> None:
    text = r"""
$$z_k = \theta_k^T x, \quad P(y = k | x) = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$$
$$J = -\sum_{i=1}^m \log P(y^{(i)} | x^{(i)})$$
$$\nabla_{\theta_k} J = 0$$
"""
    assert verdict(text) != "right"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial \log p(o|c)}{\partial v_c} = u_o - \sum_{x=1}^W p(x|c) u_x", "right"),
        (r"\frac{\partial \log p(o|c)}{\partial v_c} = u_o - \sum_{w=1}^W p(w|c) u_w", "right"),
        (r"\frac{\partial \log p(o|c)}{\partial v_c} = u_o - \sum_{w=1}^W p(c|w) u_w", "unreadable"),
        (r"\frac{\partial \log p(o|c)}{\partial u_o} = (1 - p(o|c)) v_c", "right"),
        (r"\frac{\partial \log p(o|c)}{\partial u_o} = p(o|c) v_c", "wrong"),
    ],
)
def test_arguments_that_number(line: str, expected: str) -> None:
    assert verdict(f"{CENTRE}\n$${line}$$") == expected


@pytest.mark.parametrize("shape", ["be of shape $(N, D)$", "have shape $(N, D)$", "$(N, D)$", r"be $N \times D$"])
def test_shapes_as_programs_say_them(shape: str) -> None:
    text = f"Let $X$ {shape}, $W$ of shape $(D, M)$, $Y = X W$ and $L$ a scalar loss.\n"
    assert verdict(text + r"$$\frac{\partial L}{\partial W} = X^T \frac{\partial L}{\partial Y}$$") == "right"
    assert verdict(text + r"$$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial Y} X^T$$") != "right"


def test_what_e_is_raised_to_numbers_nothing() -> None:
    page = r"$$h = s(u) v, \quad s(z) = z \sigma(z), \quad \sigma(z) = \frac{1}{1 + e^{-z}}$$"
    assert verdict(page + r"$$\frac{\partial h}{\partial v} = u \sigma(u)$$") == "right"
    assert verdict(page + r"$$\frac{\partial h}{\partial v} = \sigma(u)$$") == "wrong"


@pytest.mark.parametrize("other", [r"\theta_{old}", r"\theta'"])
def test_other_parameters_make_another_probability(other: str) -> None:
    page = r"""$$p(y=k|x;\theta) = \frac{e^{\theta_k^T x}}{\sum_j e^{\theta_j^T x}}$$
$$L = \frac{p(y=1|x)}{p(y=1|x;OTHER)}$$
$$\nabla_{\theta_1} L = 0$$"""
    assert "right" not in {str(c.judgement) for c in check(page.replace("OTHER", other)).claims}


def test_the_same_parameters_make_the_same_probability() -> None:
    page = r"""$$p(y=k|x;\theta) = \frac{e^{\theta_k^T x}}{\sum_j e^{\theta_j^T x}}$$
$$L = \frac{p(y=1|x)}{p(y=1|x;\theta)}$$
$$\nabla_{\theta_1} L = 0$$"""
    assert verdict(page) == "right"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla_{\theta_1} L = (p_1 - 1) x", "right"),
        (r"\nabla_{\theta_2} L = p_2 x", "right"),  # not only the entry that L uses
        (r"\nabla_{\theta_2} L = p_1 x", "wrong"),
    ],
)
def test_the_gradient_by_one_of_several_rows(line: str, expected: str) -> None:
    """What stands above an e is a product of a row and a column; nobody says how many rows there are."""
    page = r"""$$p_k = \frac{e^{\theta_k^T x}}{\sum_j e^{\theta_j^T x}}$$
$$L = - \log p_1$$"""
    assert verdict(f"{page}\n$${line}$$") == expected

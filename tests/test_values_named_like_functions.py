r"""Values with the name of a function, `\text{softmax}_i`, and derivatives by the logarithm of a square."""

from __future__ import annotations

import pytest

from tests.judging import verdict

MIXTURE = r"""+++
title = "mixture"
objective = "L"
[ranges]
"i" = "1..N"
"j" = "1..d"
"k" = "1..N"
+++
## Network
$$ z_j = \mu_j + \epsilon_j \cdot \sigma_j $$
$$ a_i = -\frac12 \sum_{j=1}^d (z_j - m_{i,j})^2 $$
$$ \text{softmax}_i = \frac{\exp(a_i)}{\sum_{k=1}^N \exp(a_k)} $$
$$ L = \log \sum_{i=1}^N \exp(a_i) $$
## Derivation"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial z_j} = -\sum_{i=1}^N \text{softmax}_i \cdot (z_j - m_{i,j})", "right"),
        (r"\frac{\partial L}{\partial z_j} = \sum_{i=1}^N \text{softmax}_i \cdot (z_j - m_{i,j})", "wrong"),
        (r"\frac{\partial \text{softmax}_i}{\partial a_i} = \text{softmax}_i (1 - \text{softmax}_i)", "right"),
        (r"\frac{\partial \text{softmax}_i}{\partial a_i} = \text{softmax}_i (2 - \text{softmax}_i)", "wrong"),
        (r"\frac{\partial L}{\partial \log\sigma_j^2} = -\frac12 \epsilon_j \sigma_j \sum_{i=1}^N \text{softmax}_i "
         r"(z_j - m_{i,j})", "right"),
        (r"\frac{\partial L}{\partial \log\sigma_j^2} = -\epsilon_j \sigma_j \sum_{i=1}^N \text{softmax}_i "
         r"(z_j - m_{i,j})", "wrong"),
    ],
)  # fmt: skip
def test_a_value_named_like_a_function_is_a_factor(line: str, expected: str) -> None:
    assert verdict(MIXTURE, f"$$ {line} $$") == expected


def test_a_square_that_is_defined_is_another_variable() -> None:
    page = MIXTURE.replace("## Derivation", "$$ \\sigma_j = \\exp(s_j / 2) $$\n## Derivation")
    line = r"\frac{\partial L}{\partial \log\sigma_j^2} = -\epsilon_j \sigma_j \sum_i \text{softmax}_i (z_j - m_{i,j})"
    assert verdict(page, f"$$ {line} $$") != "right"


@pytest.mark.parametrize(("right", "expected"), [("p_i (1 - p_i)", "right"), ("p_i", "wrong")])
def test_a_value_at_an_argument_is_no_product(right: str, expected: str) -> None:
    page = r"""$$ \text{softmax}_i = \frac{e^{a_i}}{\sum_k e^{a_k}}, \quad p_i = \text{softmax}_i(a_i) $$"""
    found = verdict(page, rf"$$ \frac{{\partial p_i}}{{\partial a_i}} = {right} $$")
    assert found in (expected, "unproved", "unreadable")


def test_a_layer_above_is_no_square() -> None:
    page = r"$$ y = \sum_j v_j \log \sigma^2_j + \sum_j u_j \log \sigma^1_j $$"
    line = r"$$ \frac{\partial y}{\partial \log \sigma^2_j} = v_j $$"
    assert verdict(page, line) != "wrong"

r"""The `w_0` of `\mathbf{w}^T \mathbf{x} + w_0` is no entry of w. By hand: dz/dw_0 = 1, dz/dw_j = x_j."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MODELS = (
    r"$$z_i = \mathbf{w}^T\mathbf{x}_i + w_0, \quad L = \sum_{i=1}^N z_i^2$$",
    r"$$z_i = w_0 + \mathbf{w}^T\mathbf{x}_i, \quad L = \sum_{i=1}^N z_i^2$$",
    r"$$z_i = w^T\mathbf{x}_i + w_0, \quad L = \sum_{i=1}^N z_i^2$$",
)
RIGHT = (
    r"\frac{\partial L}{\partial w_0} = 2 \sum_{i=1}^N z_i",
    r"\frac{\partial L}{\partial w_j} = 2 \sum_{i=1}^N z_i x_{ij}",
)
WRONG = (
    r"\frac{\partial L}{\partial w_0} = \sum_{i=1}^N z_i",
    r"\frac{\partial L}{\partial w_j} = 2 \sum_{i=1}^N z_i",
)


@pytest.mark.parametrize("model", MODELS)
def test_an_intercept_is_a_number_of_its_own(model: str) -> None:
    for right, wrong in zip(RIGHT, WRONG, strict=True):
        assert each_verdict(model, lines=[f"$${right}$$", f"$${wrong}$$"]) == ["right", "wrong"]


def test_examples_above() -> None:
    page = r"$$z^{(i)} = \mathbf{w}^T\mathbf{x}^{(i)} + w_0, \quad \ell = \sum_i \log(1+\exp(-z^{(i)}))$$"
    right = r"\frac{\partial \ell}{\partial w_j} = -\sum_i x_j^{(i)} \frac{\exp(-z^{(i)})}{1+\exp(-z^{(i)})}"
    assert each_verdict(page, lines=[f"$${right}$$", f"$${right.replace('-', '', 1)}$$"]) == ["right", "wrong"]


@pytest.mark.parametrize("model", MODELS)
def test_beside_other_entries_at_zero_it_may_be_one_of_the_vector(model: str) -> None:
    line = r"$$\frac{\partial L}{\partial w_0} = 2 \sum_{i=1}^N z_i x_{i0}$$"
    assert verdict(model, line) not in ("right", "wrong")

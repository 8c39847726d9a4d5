r"""Powers of matrices whose exponent is how far two steps are apart: `\sum_{k=t}^T (W^\top)^{k-t} e_k`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

HEAD = r"""The state $\mathbf{h}_t \in \mathbb{R}^n$ of a linear network with input $\mathbf{x}_t \in \mathbb{R}^d$ is

$$ \mathbf{h}_t = \mathbf{W} \mathbf{h}_{t-1} + \mathbf{U} \mathbf{x}_t, $$

where $\mathbf{W} \in \mathbb{R}^{n \times n}$, $\mathbf{U} \in \mathbb{R}^{n \times d}$ and $\mathbf{h}_0$ is given."""
ALL = r"The loss is $L = \sum_{t=1}^T \frac12 \|\mathbf{h}_t - \mathbf{y}_t\|^2$."
LAST = r"The loss is $L = \frac12 \|\mathbf{h}_T - \mathbf{y}\|^2$."
OF = r"$$ \frac{\partial L}{\partial \mathbf{%s}} = %s $$"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            r"\sum_{k=t}^T (\mathbf{W}^\top)^{k-t} (\mathbf{h}_k - \mathbf{y}_k)",
            [
                r"\sum_{k=t}^T \mathbf{W}^{k-t} (\mathbf{h}_k - \mathbf{y}_k)",
                r"\sum_{k=t+1}^T (\mathbf{W}^\top)^{k-t} (\mathbf{h}_k - \mathbf{y}_k)",
                r"\sum_{k=t}^T (\mathbf{W}^\top)^{T-k} (\mathbf{h}_k - \mathbf{y}_k)",
            ],
        ),
        (
            r"\sum_{k=t}^T (\mathbf{W}^{k-t})^\top (\mathbf{h}_k - \mathbf{y}_k)",
            [r"\sum_{k=t}^T (\mathbf{W}^{k-t}) (\mathbf{h}_k - \mathbf{y}_k)"],
        ),
        (
            r"\sum_{i=t}^T {\left(\mathbf{W}^\top\right)}^{T-i} (\mathbf{h}_{T+t-i} - \mathbf{y}_{T+t-i})",
            [r"\sum_{i=t}^T {\left(\mathbf{W}^\top\right)}^{T-i} (\mathbf{h}_i - \mathbf{y}_i)"],
        ),
    ],
)
def test_unrolled_over_all_steps(right: str, wrong: list[str]) -> None:
    assert verdict(HEAD, ALL, OF % ("h}_{t", right)) == "right"
    for line in wrong:
        assert verdict(HEAD, ALL, OF % ("h}_{t", line)) == "wrong"


def test_unrolled_from_the_last_step() -> None:
    step = r"\frac{\partial L}{\partial \mathbf{h}_t} \mathbf{x}_t^\top"
    along = LAST + OF % ("U", r"\sum_{t=1}^T " + step)
    for right in (
        r"(\mathbf{W}^\top)^{T-t} (\mathbf{h}_T - \mathbf{y})",
        r"(\mathbf{W}^{T-t})^\top \frac{\partial L}{\partial \mathbf{h}_T}",
    ):
        assert verdict(HEAD, along, OF % ("h}_{t", right)) == "right"
    for wrong in (
        r"\mathbf{W}^{T-t} (\mathbf{h}_T - \mathbf{y})",
        r"(\mathbf{W}^\top)^{T-t} (\mathbf{h}_t - \mathbf{y})",
    ):
        assert verdict(HEAD, along, OF % ("h}_{t", wrong)) == "wrong"
    jacobian = r"$$ \frac{\partial \mathbf{h}_T}{\partial \mathbf{h}_t} = \mathbf{W}^{T-t} $$"
    assert verdict(HEAD, along, jacobian) == "right"


def test_by_the_matrix_itself() -> None:
    line = r"\sum_{t=1}^T \sum_{k=t}^T (\mathbf{W}^\top)^{k-t} (\mathbf{h}_k - \mathbf{y}_k) \mathbf{h}_{%s}^\top"
    assert verdict(HEAD, ALL, OF % ("W", line % "t-1")) == "right"
    assert verdict(HEAD, ALL, OF % ("W", line % "t")) == "wrong"


def test_beside_an_objective_that_nothing_defines_no_power_is_read() -> None:
    loss = r"The loss $L$ depends on all $\mathbf{h}_t$, $t = 1, \dots, T$."
    power = OF % ("h}_{t", r"(\mathbf{W}^\top)^{T-t} \frac{\partial L}{\partial \mathbf{h}_T}")
    line = OF % ("W", r"\sum_{t=1}^T \frac{\partial L}{\partial \mathbf{h}_t} \mathbf{h}_{t-1}^\top")
    assert verdict(HEAD, loss, line, power) == "unreadable"
    assert verdict(HEAD, loss, power, line) == "right"


@pytest.mark.parametrize(
    "line",
    [
        r"\sum_{k=1}^T (\mathbf{W}^\top)^{k-t} (\mathbf{h}_k - \mathbf{y}_k)",
        r"\sum_{k=t}^T (\mathbf{W}^\top)^{t-k} (\mathbf{h}_k - \mathbf{y}_k)",
        r"\sum_{k=t}^T (\mathbf{W}^\top)^{(k-t)} (\mathbf{h}_k - \mathbf{y}_k)",
    ],
)
def test_where_an_exponent_may_be_negative_or_a_number_of_a_layer_no_line_is_judged(line: str) -> None:
    assert verdict(HEAD, ALL, OF % ("h}_{t", line)) not in ("right", "wrong")

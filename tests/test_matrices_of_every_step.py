r"""Matrices with a step below of which nothing says the shape; products that words call those by entries."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = (
    r"All sums over $t$ run over $t = 1, \dots, T$.@" + "\n\n"
    r"$$ H_0 = 0, \quad Z_t = X_t U + H_{t-1} V, \quad H_t = \tanh(Z_t), \quad Y_t = H_t W $$" + "\n\n"
    r"$$ L = \frac{1}{2} \sum_{t=1}^T \|Y_t - Y_{t,\text{target}}\|_F^2 $$" + "\n\n"
)
SWISH = NETWORK.replace(r"\tanh(Z_t)", r"Z_t \sigma(Z_t)").replace(
    "@", r" Here $\sigma(a) = 1/(1+e^{-a})$ entry by entry, and the product in $Z_t \sigma(Z_t)$ is elementwise."
)
TANH = NETWORK.replace("@", "")


def verdict(page: str, line: str) -> str:
    return str(check(page + f"$$ {line} $$").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial W} = \sum_{t=1}^T H_t^T (Y_t - Y_{t,\text{target}})", "right"),
        (r"\frac{\partial L}{\partial W} = H_t^T (Y_t - Y_{t,\text{target}})", "wrong"),
        (r"\frac{\partial L}{\partial V} = \sum_{t=1}^T H_{t-1}^T \frac{\partial L}{\partial Z_t}", "right"),
        (r"\frac{\partial L}{\partial V} = \sum_{t=1}^T H_t^T \frac{\partial L}{\partial Z_t}", "wrong"),
        (r"\frac{\partial L}{\partial X_t} = \frac{\partial L}{\partial Z_t} U^T", "right"),
        (
            r"\frac{\partial L}{\partial H_t} = (Y_t - Y_{t,\text{target}}) W^T "
            r"+ \frac{\partial L}{\partial Z_{t+1}} V^T \quad (1 \le t \le T - 1)",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial H_t} = (Y_t - Y_{t,\text{target}}) W^T "
            r"+ \frac{\partial L}{\partial Z_{t+1}} V \quad (1 \le t \le T - 1)",
            "wrong",
        ),
    ],
)
def test_their_axes_are_those_of_what_has_no_step(line: str, expected: str) -> None:
    assert verdict(TANH, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\sigma(Z_t) + Z_t \sigma(Z_t)(1 - \sigma(Z_t))", "right"),
        (r"\sigma(Z_t)(1 - \sigma(Z_t))", "wrong"),
        (r"\sigma(Z_t) + Z_t (1 - \sigma(Z_t))", "wrong"),
        (r"H_t + \sigma(Z_t)(1 - H_t)", "right"),
        (r"Z_t + \sigma(Z_t)(1 - H_t)", "wrong"),
    ],
)
def test_products_by_entries_without_a_sign(line: str, expected: str) -> None:
    found = verdict(SWISH, rf"\frac{{\partial L}}{{\partial Z_t}} = \frac{{\partial L}}{{\partial H_t}} \odot [{line}]")
    assert found == expected


def test_a_transposed_factor_is_in_no_such_product() -> None:
    page = r"Let $A \in \mathbb{R}^{n \times n}$; the product in $A \exp(A)$ is elementwise, and so is $\exp$." + "\n\n"
    page += r"$$ L = \operatorname{tr}(A^T \exp(A)) $$" + "\n\n"
    assert verdict(page, r"\frac{\partial L}{\partial A} = \exp(A) + A \exp(A)") == "right"
    assert verdict(page, r"\frac{\partial L}{\partial A} = \exp(A) + A^T \exp(A)") != "right"


def test_what_is_denied_is_not_said() -> None:
    page = SWISH.replace("is elementwise", "is not elementwise")
    line = r"\frac{\partial L}{\partial H_t} \odot [\sigma(Z_t) + Z_t \sigma(Z_t)(1 - \sigma(Z_t))]"
    assert verdict(page, rf"\frac{{\partial L}}{{\partial Z_t}} = {line}") != "right"


def test_layers_may_differ_in_length() -> None:
    """Nothing makes the `W_l` of one layer as large as those of the next."""
    page = (
        r"$$ H_l = \tanh(H_{l-1} W_l) \quad (1 \le l \le L) $$" + "\n\n" + r"$$ E = \frac12 \|H_L - Y\|_F^2 $$" + "\n\n"
    )
    turned = r"\frac{\partial E}{\partial H_{l-1}} = (\frac{\partial E}{\partial H_l} \odot (1 - H_l^2)) W_l"
    assert verdict(page, turned) != "right"


def test_entries_of_several_indices_are_no_matrices_of_a_step() -> None:
    page = (
        r"$$ \mathsf{Z}_{i,j} = \sum_{l=1}^C \sum_{m=1}^M \mathsf{V}_{l,2(j-1)+m} \mathsf{K}_{i,l,m} "
        r"\quad (1 \le i \le O, 1 \le j \le H) $$" + "\n\n"
        r"$$ J(\mathsf{V}, \mathsf{K}) = \frac12 \sum_{i=1}^O \sum_{j=1}^H \mathsf{Z}_{i,j}^2 $$" + "\n\n"
    )
    line = r"\frac{\partial \mathsf{Z}_{i,j}}{\partial \mathsf{K}_{i,l,m}} = \mathsf{V}_{l,2(j-1)+m}"
    assert verdict(page, line) == "right"

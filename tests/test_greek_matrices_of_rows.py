r"""Rows of a matrix in a Greek capital, told in words: `$\Theta_k$ is the $k$-th row of $\Theta$`; brackets transposed.

By hand: `\partial \log \sum_k \exp(g_k) / \partial \Theta_{ij} = p_i s_j` with `g_k = \sum_n \Theta_{kn} s_n`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$$g_k = \sum_{n=1}^{N} X_{kn} s_n \quad (k = 1, \dots, K)$$ "
    r"$$p_k = \frac{\exp(g_k)}{\sum_{m=1}^{K} \exp(g_m)}$$ $$J = \sum_{k=1}^{K} p_k r_k$$"
)
LINE = r"$$\frac{\partial}{\partial X_{ij}} \log \sum_{k=1}^{K} \exp(X_k s) = %s$$"


@pytest.mark.parametrize("letter", [r"\Theta", r"\Phi", "W"])
def test_rows_told(letter: str) -> None:
    for said in (r"$X_k$ is the $k$-th row of $X$.", r"Here $X_k$ denotes the $k$-th row of $X$ and $s$ is a column."):
        network, told, line = (x.replace("X", letter) for x in (NETWORK, said, LINE))
        assert verdict(network, told, line % "p_i s_j") == "right"
        cases = ("p_i", "p_j s_i", "s_j", "2 p_i s_j")
        for slip, found in zip(cases, each_verdict(network, told, lines=[line % slip for slip in cases]), strict=True):
            assert found == "wrong", slip


def test_not_told() -> None:
    network, line = (x.replace("X", r"\Theta") for x in (NETWORK, LINE))
    for said in ("", r"$\Theta_k$ is not the $k$-th row of $\Theta$.", r"$\Theta_k$ is the $k$-th row of $V$."):
        assert verdict(network, said, line % "p_i s_j") not in ("right", "wrong")


KERNEL = (
    r"$$z_i = \sum_{j=1}^{n} a_j K_{ji} \quad (i = 1, \dots, n)$$ $$L = \frac{1}{2} \sum_{i=1}^{n} (z_i - y_i)^2$$",
    r"Here $K = (K_{ij})$, and $\mathbf{a} = (a_i)$, $\mathbf{y} = (y_i)$, $\mathbf{z} = (z_i)$ are column vectors.",
)


def test_transposed_brackets_that_do_not_fit() -> None:
    gradient = r"$$\frac{\partial L}{\partial \mathbf{a}} = %s$$"
    assert each_verdict(
        *KERNEL,
        lines=[
            gradient % r"K (\mathbf{z} - \mathbf{y})",
            gradient % r"K (\mathbf{z} - \mathbf{y})^T",
            gradient % r"(\mathbf{z} - \mathbf{y}) K^T",
        ],
    ) == ["right", "wrong", "wrong"]


def test_a_power_is_no_transpose() -> None:
    power = r"$$\frac{\partial L}{\partial \mathbf{a}} = K (\mathbf{z} - \mathbf{y})^T$$"
    said = r"$$\gamma = \sum_{t=1}^{T} c_t$$"
    assert verdict(*KERNEL, said, power) != "right"

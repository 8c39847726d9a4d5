r"""Powers of matrices beside others that are numbered below: `W^2` beside W and `W_2`, `F^2` beside `F_2`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

DECLARED = (
    r"$x \in \mathbb{R}^n$, $W, W_2 \in \mathbb{R}^{n \times n}$.",
    r"$$ u = W x, \quad y = W u + W_2 x, \quad L = \frac12 \|y - t\|^2 $$",
)
ENTRIES = (
    r"$$ u_i = \sum_{j=1}^n W_{ij} x_j, \quad y_i = \sum_{j=1}^n W_{ij} u_j + \sum_{j=1}^n (W_2)_{ij} x_j $$",
    r"$$ L = \frac12 \sum_{i=1}^n (y_i - t_i)^2 $$ where $1 \le i \le n$ and $W = (W_{ij})$, $W_2 = ((W_2)_{ij})$.",
)


@pytest.mark.parametrize("page", [DECLARED, ENTRIES], ids=["declared", "entries"])
def test_a_number_above_is_a_power(page: tuple[str, ...]) -> None:
    cases = [
        (r"\frac{\partial L}{\partial x} = (W^2 + W_2)^T (y - t)", "right"),
        (r"\frac{\partial L}{\partial x} = ((W^2)^T + W_2^T) (y - t)", "right"),
        (r"\frac{\partial L}{\partial x} = (W^2 + W_2) (y - t)", "wrong"),
        (r"\frac{\partial L}{\partial x} = (W^2 + W^2)^T (y - t)", "wrong"),
        (r"\frac{\partial L}{\partial x} = (W^3 + W_2)^T (y - t)", "wrong"),
        (r"\frac{\partial y}{\partial x} = W^2 + W_2", "right"),
        (r"\frac{\partial y}{\partial x} = W^2 - W_2", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*page, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


DIAGONAL = (
    r"$x \in \mathbb{R}^n$, $W_1 \in \mathbb{R}^{a \times n}$, $W_2 \in \mathbb{R}^{c \times a}$.",
    r"$$p = W_1 x, \quad f = \sigma(p), \quad s = W_2 f - y, \quad L = s^T s$$",
)


@pytest.mark.parametrize("said", [r"F = \mathrm{Diag}(f)", r"F_1 = \mathrm{Diag}(f)$, $F = F_1"])
@pytest.mark.parametrize(("what", "expected"), [("F - F^2", "right"), ("F^2 - F", "wrong"), ("F - F^3", "wrong")])
def test_diagonal_matrices(said: str, what: str, expected: str) -> None:
    line = rf"$$ \frac{{\partial L}}{{\partial p}} = 2 ({what}) W_2^T s $$"
    assert verdict(*DIAGONAL, rf"Let ${said}$ and $F_2 = \mathrm{{Diag}}(s)$.", line) == expected


@pytest.mark.parametrize(("what", "expected"), [("F_1 - F_1^2", "right"), ("F_1^2 - F_1", "wrong")])
def test_powers_of_what_is_numbered(what: str, expected: str) -> None:
    line = rf"$$ \frac{{\partial L}}{{\partial p}} = 2 ({what}) W_2^T s $$"
    assert verdict(*DIAGONAL, r"Let $F_1 = \mathrm{Diag}(f)$ and $F_2 = \mathrm{Diag}(s)$.", line) == expected


@pytest.mark.parametrize(
    "said",
    [
        r"$W = (W_1, W_2)$, $W_1 \in \mathbb{R}^{n \times n}$, $W_2 \in \mathbb{R}^{n \times n}$.",
        r"$W^1 \in \mathbb{R}^{n \times n}$, $W^2 \in \mathbb{R}^{n \times n}$, $W_2$ and $W$ are in $\mathbb{R}$.",
    ],
)
def test_the_second_of_several_is_no_power(said: str) -> None:
    page = (said, r"$$ y = W^2 x, \quad L = \frac12 \|y - t\|^2 $$")
    found = each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial x} = (W^2)^T (y - t) $$",
            r"$$ \frac{\partial L}{\partial x} = W W (y - t) $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"

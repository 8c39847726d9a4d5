r"""Kernels of arrays at other arrays, `k(x, x_i)`, and points of the letter of a variable, `x_j - x_{ij}`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

KERNEL = r"$$ k(x, y) = \exp(-\gamma \|x - y\|^2), \qquad f(x) = \sum_{i=1}^N a_i k(x, POINT) $$"
LINES = [
    (r"\frac{\partial k(x, y)}{\partial X_j} = -2 \gamma (X_j - Y_j) k(x, y)", "right"),
    (r"\frac{\partial k(x, y)}{\partial Y_j} = 2 \gamma (X_j - Y_j) k(x, y)", "right"),
    (r"\frac{\partial k(x, y)}{\partial Y_j} = -2 \gamma (X_j - Y_j) k(x, y)", "wrong"),
    (r"\frac{\partial f(x)}{\partial X_j} = -2 \gamma \sum_{i=1}^N a_i (X_j - P_j) k(x, POINT)", "right"),
    (r"\frac{\partial f(x)}{\partial X_j} = \sum_{i=1}^N a_i \frac{\partial k(x, POINT)}{\partial X_j}", "right"),
    (r"\frac{\partial f(x)}{\partial X_j} = -2 \gamma \sum_{i=1}^N a_i (P_j - X_j) k(x, POINT)", "wrong"),
    (r"\frac{\partial f(x)}{\partial X_j} = -2 \gamma \sum_{i=1}^N a_i (X_j - P_j) k(x, y)", "wrong"),
    (r"\frac{\partial f(x)}{\partial X_j} = -2 \gamma \sum_{i=1}^N a_i (X_j - P_j) k(x, POINT)^2", "wrong"),
    (
        r"\frac{\partial^2 f(x)}{\partial X_j \partial X_l} = \sum_{i=1}^N a_i [4 \gamma^2 (X_j - P_j) (X_l - P_l)"
        r" - 2 \gamma \delta_{jl}] k(x, POINT)",
        "right",
    ),
    (
        r"\frac{\partial^2 f(x)}{\partial X_j \partial X_l} = \sum_{i=1}^N a_i [4 \gamma^2 (X_j - P_j) (X_l - P_l)"
        r" - 2 \gamma] k(x, POINT)",
        "wrong",
    ),
]
VECTORS = "Here $x$, $y$ and $POINT$ are vectors with $D$ coordinates."
WAYS = {
    "below": ("x_i", "x_{i%s}", "_%s", ""),
    "other": ("z_i", "z_{i%s}", "_%s", ""),
    "numbered above": ("x^{(i)}", "x^{(i)}_%s", "_%s", ""),
    "superscripts": (
        "x_i",
        "x_i^%s",
        "^%s",
        "The superscript is the coordinate: $x^j$ is the $j$-th coordinate of $x$, $x_i^j$ the $j$-th entry of $x_i$.",
    ),
    "each told": (
        "x_i",
        "x_i^%s",
        "^%s",
        "$x^j$ is the $j$-th entry of $x$, $y^j$ is the $j$-th entry of $y$ and $x_i^j$ is the $j$-th entry of $x_i$.",
    ),
    "ja": (
        "x_i",
        "x_i^%s",
        "^%s",
        "$x^j$ は $x$ の第 $j$ 成分、$y^j$ は $y$ の第 $j$ 成分、$x_i^j$ は $x_i$ の第 $j$ 成分。",
    ),
}


def judged(way: str, line: str, kernel: str = KERNEL) -> str:
    point, entry, index, words = WAYS[way]
    page = [VECTORS, words, kernel, f"$$ {line} $$"]
    for j in "jld":
        page = [
            p.replace(f"P_{j}", entry % j).replace(f"X_{j}", "x" + index % j).replace(f"Y_{j}", "y" + index % j)
            for p in page
        ]
    return verdict(*(p.replace("POINT", point) for p in page))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_kernels_are_written_out_at_points(way: str, line: str, expected: str) -> None:
    assert judged(way, line) == expected


@pytest.mark.parametrize("way", ["below", "numbered above", "superscripts"])
def test_kernels_may_be_defined_by_entries(way: str) -> None:
    kernel = r"$$ k(x, y) = \left(1 + \sum_{d=1}^D X_d Y_d\right)^3, \qquad f(x) = \sum_{i=1}^N a_i k(x, POINT) $$"
    value = r"\left(1 + \sum_{d=1}^D X_d P_d\right)^2"
    line = rf"\frac{{\partial f(x)}}{{\partial X_j}} = 3 \sum_{{i=1}}^N a_i P_j {value}"
    assert judged(way, line, kernel) == "right"
    assert judged(way, line.replace("P_j", "X_j"), kernel) == "wrong"


def test_powers_are_not_told_to_be_components() -> None:
    page = r"$$ p = \sum_{j=1}^n w_j x^j, \qquad E = \frac12 p^2 $$ where $x^j$ is the $j$-th power of $x$."
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial x} = p \sum_{j=1}^n j w_j x^{j-1} $$",
            r"$$ \frac{\partial E}{\partial x} = p w_j $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


@pytest.mark.parametrize(
    ("line", "never"),
    [
        (r"\frac{\partial R}{\partial a_i} = 2 \sum_{j=1}^n a_j k(x_i, x_j)", "wrong"),
        (r"\frac{\partial R}{\partial a_i} = \sum_{j=1}^n a_j k(x_i, x_j)", "right"),
        (r"\frac{\partial R}{\partial x_i} = a_i x_i", "right"),
    ],
)
def test_two_points_are_no_point_and_entry(line: str, never: str) -> None:
    double = r"$$ k(x, y) = \exp(-\|x - y\|^2), \quad f(x) = \sum_{i=1}^n a_i k(x, x_i) $$"
    double += r" $$ R = \sum_{i=1}^n \sum_{j=1}^n a_i a_j k(x_i, x_j) $$"
    assert verdict("Here $x_i$ and $x$ are vectors with $D$ coordinates.", double, f"$$ {line} $$") != never


def test_norms_that_a_page_defines_are_not_taken_for_others() -> None:
    page = r"$$ \|x - y\|^2 = \sum_{d=1}^D w_d (x_d - y_d)^2, \quad k(x, y) = \exp(-\|x - y\|^2) $$"
    page += r" $$ f(x) = \sum_{i=1}^n a_i k(x, z_i) $$"
    line = r"$$ \frac{\partial f(x)}{\partial x_d} = -2 \sum_{i=1}^n a_i W (x_d - z_{id}) k(x, z_i) $$"
    found = each_verdict(page, lines=[line.replace("W ", ""), line.replace("W", "w_d")])
    assert found[0] != "right"
    assert found[1] != "wrong"

r"""Units shown with their input, norms whose value a page defines; by hand: `f' = f (1 - f)`, the chain rule."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ a_i(x) = \sum_{j=1}^{n} W_{ij} x_j + b_i $$

$$ h_i(x) = f(a_i(x)), \quad f(z) = \frac{1}{1+e^{-z}} $$ ($1 \le i \le m$)

$$ E = \frac12 \sum_{i=1}^{m} (h_i(x) - t_i)^2 $$"""
NORM = r"$$ %s = \sum_{i=1}^{m} \sum_{j=1}^{n} \left( \frac{\partial h_i(x)}{\partial x_j} \right)^2 $$"
NORMS = (
    r"\left|\left|J_h(x)\right|\right|^2_F",
    r"\|J_h(x)\|_F^2",
    r"\left\|\mathbf{J}\right\|^2",
    r"||J(x)||_F^2",
)


@pytest.mark.parametrize(("last", "expected"), [("x_j", "right"), ("x_i", "wrong"), ("W_{ij}", "wrong")])
def test_units_of_an_input(last: str, expected: str) -> None:
    line = r"$$\frac{\partial E}{\partial W_{ij}} = (h_i(x) - t_i) h_i(x) (1 - h_i(x)) %s$$"
    assert each_verdict(
        NET, lines=[line % last, (line % last).replace("1 - h_i(x)", "1 - h_i").replace("_i(x)", "_i")]
    ) == [expected, expected]


def test_an_input_of_a_space() -> None:
    """That says how many entries x has, and makes no value of it."""
    said = r"For $x \in \mathbb{R}^n$:"
    line = r"$$\frac{\partial h_i(x)}{\partial x_j} = h_i(x) (1 - h_i(x)) %s$$"
    found = each_verdict(said, NET, lines=[line % "W_{ij}", line % "W_{ji}", line % "x_j"])
    assert found[0] == "right"
    assert found[1] != "right"
    assert found[2] == "wrong"


def test_other_letters() -> None:
    page = r"""$$ u_k(z; V) = \sum_{l=1}^{d} V_{kl} z_l $$

$$ \phi_k(z; V) = \tanh(u_k(z; V)) $$ ($1 \le k \le K$)

$$ C = \sum_{k=1}^{K} \phi_k(z; V) $$"""
    found = each_verdict(
        page,
        lines=[
            r"$$\frac{\partial C}{\partial z_l} = \sum_{k=1}^K (1 - \phi_k(z; V)^2) V_{kl}$$",
            r"$$\frac{\partial C}{\partial z_l} = \sum_{k=1}^K (1 - \phi_k(z; V)^2) V_{lk}$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"


@pytest.mark.parametrize("other", [r"h_i(y)", r"h_i(2x)", r"h_i(x')"])
def test_other_inputs_are_others(other: str) -> None:
    r"""`h_i(y)` is no `h_i(x)`: with both, a line about one of them is not the line about the other."""
    page = NET.replace("h_i(x) - t_i", f"h_i(x) - {other}")
    assert verdict(page, r"$$\frac{\partial E}{\partial h_i(x)} = h_i(x) - h_i(x)$$") != "right"
    line = r"$$\frac{\partial E}{\partial W_{ij}} = (h_i(x) - %s) h_i(x) (1 - h_i(x)) x_j$$"
    assert verdict(page, line % other) != "right"


@pytest.mark.parametrize("norm", NORMS)
@pytest.mark.parametrize(
    ("body", "expected"),
    [(r"\left[h_i(1-h_i)\right]^2", "right"), (r"h_i(1-h_i)", "wrong"), (r"2 \left[h_i(1-h_i)\right]^2", "wrong")],
)
def test_norms_that_are_defined(norm: str, body: str, expected: str) -> None:
    line = r"$$ %s = \sum_{i=1}^{m} %s \sum_{j=1}^{n} W_{ij}^2 $$"
    assert verdict(NET, NORM % norm, line % (norm, body)) == expected


def test_derivatives_of_norms() -> None:
    line = r"$$ \frac{\partial \|J\|_F^2}{\partial b_i} = 2 [h_i(1-h_i)]^2 (1-2h_i) \sum_{j=1}^{n} W_{ij}^2 $$"
    assert each_verdict(NET, NORM % r"\|J\|_F^2", lines=[line, line.replace("1-2h_i", "1-h_i")]) == ["right", "wrong"]


@pytest.mark.parametrize("other", [r"\|J\|_F", r"J_{ij}", r"\|J\|_1"])
def test_norms_of_what_stands_elsewhere(other: str) -> None:
    """Another norm of the same, or its entries: what the equation says is a claim about them."""
    line = r"$$ \frac{\partial E}{\partial b_i} = (h_i - t_i) h_i (1 - h_i) + %s - %s $$"
    assert verdict(NET, NORM % r"\|J\|_F^2", line % (r"\|J\|_F^2", other)) not in ("right", "wrong")

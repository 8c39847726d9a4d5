r"""Derivatives named for every layer, `\delta^{(l)} = -\partial J/\partial z^{(l)}`, where layers are numbered.

By hand: delta^(3)_i = c (a^(3)_i - y_i) f'(z^(3)_i), delta^(2)_i = f'(z^(2)_i) sum_j W^(2)_ji delta^(3)_j.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""
+++
objective = "J"
functions = ["f"]
+++
$$ z_i^{(2)} = \sum_{j=1}^{s_1} W_{ij}^{(1)} x_j + b_i^{(1)} $$

$$ a_i^{(2)} = f(z_i^{(2)}) $$

$$ z_i^{(3)} = \sum_{j=1}^{s_2} W_{ij}^{(2)} a_j^{(2)} + b_i^{(2)} $$

$$ a_i^{(3)} = f(z_i^{(3)}) $$

$$ J = \frac12 \sum_{j=1}^{s_3} (a_j^{(3)} - y_j)^2 $$
"""
HIDDEN = r"$$ \delta_i^{(2)} = f'(z_i^{(2)}) \sum_{j=1}^{s_3} W_{ji}^{(2)} \delta_j^{(3)} $$"
FACTORS = {"": "", "-": "-", "2": "2", r"\frac{1}{2}": r"\frac12", r"-\alpha": r"-\alpha"}


@pytest.mark.parametrize("factor", FACTORS)
def test_a_factor_before_the_derivative(factor: str) -> None:
    told = rf"$$ \delta_i^{{(l)}} = {factor} \frac{{\partial J}}{{\partial z_i^{{(l)}}}} $$"
    last = rf"$$ \delta_i^{{(3)}} = {factor} (a_i^{{(3)}} - y_i) f'(z_i^{{(3)}}) $$"
    assert each_verdict(
        NET,
        told,
        lines=[
            last,
            HIDDEN,
            last.replace("- y_i", "+ y_i"),
            HIDDEN.replace("W_{ji}", "W_{ij}"),
            HIDDEN.replace("f'(z_i^{(2)}) ", ""),
        ],
    ) == ["right", "right", "wrong", "wrong", "wrong"]


def test_a_factor_of_each_layer() -> None:
    """What the factor is at a layer nobody says."""
    told = r"$$ \delta_i^{(l)} = c^{(l)} \frac{\partial J}{\partial z_i^{(l)}} $$"
    assert verdict(NET, told, HIDDEN) != "right"
    assert verdict(NET, told, r"$$ \delta_i^{(3)} = (a_i^{(3)} - y_i) f'(z_i^{(3)}) $$") != "right"


SHOWN = r"""
+++
objective = "J_{mean}"
functions = ["f"]
[ranges]
"r" = "1..m"
+++
$$ z_i^{(2)}(x^{(r)}) = \sum_{j=1}^{s_1} W_{ij}^{(1)} x_j^{(r)} $$

$$ a_i^{(2)}(x^{(r)}) = f(z_i^{(2)}(x^{(r)})) $$

$$ z_i^{(3)}(x^{(r)}) = \sum_{j=1}^{s_2} W_{ij}^{(2)} a_j^{(2)}(x^{(r)}) $$

$$ J_{mean} = \frac{1}{2m} \sum_{i=1}^m \sum_{j=1}^{s_1} (z_j^{(3)}(x^{(i)}) - x_j^{(i)})^2 $$

$$ \delta_i^{(l)}(x^{(r)}) = m \frac{\partial J_{mean}}{\partial z_i^{(l)}(x^{(r)})} $$
"""


def test_arguments_that_show_the_example() -> None:
    r"""The a of `J_{mean}` is a letter of a label, and no function beside `a^{(2)}(x)`."""
    cases = [
        (r"\delta_i^{(3)}(x^{(r)}) = z_i^{(3)}(x^{(r)}) - x_i^{(r)}", ("= ", "= m ")),
        (
            r"\delta_i^{(2)}(x^{(r)}) = f'(z_i^{(2)}(x^{(r)})) \sum_{j=1}^{s_1} W_{ji}^{(2)} \delta_j^{(3)}(x^{(r)})",
            ("W_{ji}", "W_{ij}"),
        ),
        (
            r"\frac{\partial J_{mean}}{\partial W_{ij}^{(2)}} = "
            r"\frac1m \sum_{r=1}^m \delta_i^{(3)}(x^{(r)}) a_j^{(2)}(x^{(r)})",
            ("a_j", "z_j"),
        ),
    ]
    for (line, _), found in zip(cases, each_verdict(SHOWN, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True):
        assert found == "right", line
    for (line, _), found in zip(
        cases, each_verdict(SHOWN, lines=[f"$$ {line.replace(*slip)} $$" for line, slip in cases]), strict=True
    ):
        assert found == "wrong", line


def test_a_function_beside_its_derivative() -> None:
    r"""With a plain g beside it, `g^{(2)}(x_n)` may be a second derivative."""
    page = r"""
$$ g^{(2)}(x_n) = 6 x_n $$

$$ g(x_n) = x_n^3 $$

$$ L = \sum_{n=1}^N g(x_n) $$
"""
    assert verdict(page, r"$$ \frac{\partial g^{(2)}(x_n)}{\partial x_n} = 5 $$") != "right"

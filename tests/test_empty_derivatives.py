r"""Names of derivatives by what has no part in what is differentiated: `J = \partial y/\partial q`, where y has no q.

They would be 0 everywhere, so that any multiple of them could be added to a right line: what rests on them is open.
"""

from __future__ import annotations

import pytest

from .judging import verdict

LINEAR = r"""
$$ y_k = \sum_{i=1}^n w_{ki} x_i $$

$$ E = \sum_{k=1}^m (y_k - t_k)^2 $$

"""
RIGHT = r"\frac{\partial E}{\partial w_{ki}} = 2 (y_k - t_k) x_i"


@pytest.mark.parametrize(
    "named",
    [
        r"J_{k} = \frac{\partial y_k}{\partial q}",
        r"J_{k} = \frac{\partial y_k}{\partial \hat{x}}",
        r"J_{k} = \frac{\partial y_k}{\partial y'}",
        r"J_{k} = \frac{\partial Y_k}{\partial x_1}",
        r"J_{k} = \frac{\partial^2 E}{\partial y_k \partial q}",
        r"J_{k} = 3 x_1 + \frac{\partial E}{\partial q} x_1",
    ],
)
def test_nothing_rests_on_them(named: str) -> None:
    net = f"{LINEAR}$$ {named} $$\n\n"
    for line in (rf"{RIGHT} + J_k", rf"{RIGHT} J_k", r"\frac{\partial E}{\partial x_i} = J_k"):
        assert verdict(net, f"$$ {line} $$") in ("unproved", "unreadable"), line
    assert verdict(net, "$$ J_k = 0 $$") in ("unproved", "unreadable")


def test_nor_on_what_is_made_of_them() -> None:
    net = LINEAR + "$$ J_k = \\frac{\\partial y_k}{\\partial q} $$\n\n$$ K_k = 2 J_k + 1 $$\n\n$$ L_k = K_k^2 $$\n\n"
    for more in ("K_k - 1", "L_k - 1"):
        assert verdict(net, f"$$ {RIGHT} + {more} $$") == "unproved"


def test_by_what_is_computed_beside() -> None:
    net = LINEAR + "$$ u_i = 3 v_i $$\n\n$$ J_i = \\frac{\\partial E}{\\partial u_i} $$\n\n$$ K_i = 2 J_i $$\n\n"
    assert verdict(net, f"$$ {RIGHT} + K_i $$") == "unproved"
    assert verdict(net, f"$$ {RIGHT} + J_i $$") == "unproved"


def test_what_else_the_page_says_is_judged() -> None:
    net = LINEAR + "$$ J_k = \\frac{\\partial y_k}{\\partial q} $$\n\n"
    assert verdict(net, f"$$ {RIGHT} $$") == "right"
    assert verdict(net, f"$$ {RIGHT} + 1 $$") == "wrong"


def test_names_of_derivatives_that_are_something() -> None:
    net = LINEAR + "$$ \\delta_k = \\frac{\\partial E}{\\partial y_k} $$\n\n"
    net += "$$ H_{kj} = \\frac{\\partial \\delta_k}{\\partial y_j} $$\n\n"
    for line, expected in (
        (r"\frac{\partial E}{\partial w_{ki}} = \delta_k x_i", "right"),
        (r"\frac{\partial E}{\partial w_{ki}} = \delta_k", "wrong"),
        (r"\frac{\partial^2 E}{\partial w_{ki} \partial w_{jl}} = H_{kj} x_i x_l", "right"),
        (r"\frac{\partial^2 E}{\partial w_{ki} \partial w_{jl}} = H_{kj} x_i", "wrong"),
    ):
        assert verdict(net, f"$$ {line} $$") == expected, line


def test_functions_whose_formula_has_the_weights() -> None:
    net = "$$ f(x) = w x + b $$\n\n$$ E = (f(u) - t)^2 $$\n\n$$ g = \\frac{\\partial E}{\\partial w} $$\n\n"
    assert verdict(net, "$$ g = 2 (f(u) - t) u $$") == "right"
    assert verdict(net, "$$ g = 2 (f(u) - t) $$") == "wrong"

r"""Objectives that no equation defines, with their parameters behind them; by hand: ordinary chain rule."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$z_j^l = \sum_k w_{kj}^l a_k^{l-1}, \quad a_j^l = \phi(z_j^l)$$"""
SHOWN = (r"J(W)", r"E(w)", r"\mathcal{L}(\theta)", r"L(W, b)", r"C(\mathbf{w})")


@pytest.mark.parametrize("objective", SHOWN)
@pytest.mark.parametrize(("layer", "expected"), [("l-1", "right"), ("l", "wrong")])
def test_an_objective_with_its_parameters(objective: str, layer: str, expected: str) -> None:
    line = r"$$\frac{\partial %s}{\partial w_{kj}^l} = \frac{\partial %s}{\partial z_j^l} a_k^{%s}$$"
    assert verdict(NET, line % (objective, objective, layer)) == expected


def test_gradients_in_front() -> None:
    line = r"$$\frac{\partial}{\partial w_{kj}^l} J(W) = \frac{\partial J(W)}{\partial z_j^l} %s$$"
    found = each_verdict(NET, lines=[line % "a_k^{l-1}", line % "a_j^{l-1}"])
    assert found[0] == "right"
    assert found[1] != "right"


@pytest.mark.parametrize(("one", "other"), [("J(a)", "J(a)"), ("J(W)", "J(V)"), ("Q(s, u)", "Q(s, u)")])
def test_what_stays(one: str, other: str) -> None:
    """What a function is of, when that is computed, is changed, or is a state."""
    line = rf"$$\frac{{\partial {one}}}{{\partial w_{{kj}}^l}} = \frac{{\partial {other}}}{{\partial z_j^l}} a_k^l$$"
    assert verdict(NET, line) not in ("right", "wrong")


def test_what_an_equation_defines_stays_a_function() -> None:
    page = r"$$J(u) = u^2, \quad z = w x$$"
    found = each_verdict(
        page, lines=[r"$$\frac{\partial J(z)}{\partial w} = 2 z x$$", r"$$\frac{\partial J(z)}{\partial w} = z x$$"]
    )
    assert found[0] != "wrong"
    assert found[1] != "right"

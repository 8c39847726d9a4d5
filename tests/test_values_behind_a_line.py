r"""Comparisons of given values right behind a line about a derivative: `.. = -y` for `y u <= 0`, `.. ( y u <= 0 )`.

By hand: `1/2 - m` for `m = y u <= 0` has the slope -y by u, and 0 else.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"$$\ell = \begin{cases} \frac12 - y u & \text{if } y u \le 0 \\ 0 & \text{otherwise} \end{cases}$$"
LINE = r"$$\frac{\partial \ell}{\partial u} = -y$$ "


@pytest.mark.parametrize("case", [r"( $y u \leq 0$ )", r"for $y u \le 0$.", r"(for $y u < 0$)", r"for all $u y < 0$."])
def test_the_line_is_about_these_values(case: str) -> None:
    assert verdict(NET, LINE + case) in ("right", "unproved")
    assert verdict(NET, LINE.replace("-y", "y") + case) != "right"


def test_right_for_these_values_and_wrong_for_others() -> None:
    assert verdict(NET, LINE + r"( $y u \leq 0$ )") == "right"
    assert verdict(NET, LINE + r"for $y u \leq 0$.") == "right"
    assert verdict(NET, LINE + r"( $y u > 0$ )") == "wrong"
    assert verdict(NET, LINE) == "wrong"


def test_beside_a_definition_it_is_said_of_all() -> None:
    net = r"$$L = \frac12 \lambda u^2$$ for $\lambda > 0$."
    assert verdict(net, r"$$\frac{\partial L}{\partial u} = \lambda u$$") == "right"
    assert verdict(net, r"$$\frac{\partial L}{\partial u} = u$$") == "wrong"

r"""Units that words enumerate: `w_{v p_i} u_{p_i}` beside `the neurons $p_1, \dots, p_n$`.

By hand: `\partial g_v/\partial w_{v p_j} = (w_{v p_j} - u_{p_j}) / g_v` for the distance `g_v`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

SAID = r"The predecessors of the neuron $v$ are the neurons $p_1, \dots, p_n$."
NET = r"""$$g_v = \sqrt{\sum_{i=1}^n (w_{v p_i} - u_{p_i})^2} \qquad h_v = e^{-g_v}$$"""
RIGHT = r"$$\frac{\partial g_v}{\partial w_{v p_j}} = \frac{w_{v p_j} - u_{p_j}}{g_v}$$"
SLIPS = [RIGHT.replace("- u_{p_j}", "- u_{p_i}"), RIGHT.replace(r"}{g_v}$", r"}{2 g_v}$")]


@pytest.mark.parametrize(
    "said",
    [
        SAID,
        r"Seine Vorgänger seien die Neuronen $p_1, \ldots, p_n$.",
        r"ニューロン $p_1, \dots, p_n$ からの入力を考える。",
    ],
)
def test_units_by_their_numbers(said: str) -> None:
    assert verdict(said, NET, RIGHT) == "right"
    for slip in SLIPS:
        assert verdict(said, NET, slip) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"The neurons $p_1, \dots, p_n$ need not be different.",
        r"We choose the numbers $p_1, \dots, p_n$.",
    ],
)
def test_what_may_be_the_same(said: str) -> None:
    assert verdict(said, NET, RIGHT) not in ("right", "wrong")


def test_another_unit_beside_them() -> None:
    line = r"$$\frac{\partial g_v}{\partial w_{v p_j}} = \frac{w_{v p_j} - u_j}{g_v}$$"
    assert verdict(SAID, NET, line) != "right"
    assert verdict(SAID, NET, r"$$u_i = 1$$", RIGHT) != "wrong"

r"""Units that words enumerate: `w_{v p_i} u_{p_i}` beside `the neurons $p_1, \dots, p_n$`.

By hand: `\partial g_v/\partial w_{v p_j} = (w_{v p_j} - u_{p_j}) / g_v` for the distance `g_v`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

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
    for slip, found in zip(SLIPS, each_verdict(said, NET, lines=SLIPS), strict=True):
        assert found == "wrong", slip


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"The neurons $p_1, \dots, p_n$ need not be different.",
        r"We choose the numbers $p_1, \dots, p_n$.",
        r"A path visits the nodes $p_1, \dots, p_n$.",
        r"A random walk gives the nodes $p_1, \dots, p_n$.",
        r"A mini-batch draws the units $p_1, \dots, p_n$ with replacement.",
        r"A sentence has the words $p_1, \dots, p_n$ for the input units.",
        "The inputs of $v$ are the neurons $p_1, \\dots, p_n$.\n\nA tour through $v$ is given.",
    ],
)
def test_what_may_be_the_same(said: str) -> None:
    assert verdict(said, NET, RIGHT) not in ("right", "wrong")


def test_another_unit_beside_them() -> None:
    line = r"$$\frac{\partial g_v}{\partial w_{v p_j}} = \frac{w_{v p_j} - u_j}{g_v}$$"
    assert verdict(SAID, NET, line) != "right"
    assert verdict(SAID, NET, r"$$u_i = 1$$", RIGHT) != "wrong"


TWO = r"The units $p_1, \dots, p_n$ feed the neurons $q_1, \dots, q_n$."


@pytest.mark.parametrize(
    ("net", "lines"),
    [
        (
            r"$$E = \frac12 \sum_{i=1}^n (y_{p_i} - y_{q_i})^2$$",
            [
                r"\frac{\partial E}{\partial y_{p_i}} = y_{p_i} - y_{q_i}",
                r"\frac{\partial E}{\partial y_{p_i}} = 0",
                "E = 0",
            ],
        ),
        (
            r"$$z_{q_k} = \sum_{i=1}^n w_{q_k p_i} y_{p_i} \qquad y_{q_k} = f(z_{q_k})$$",
            [
                r"\frac{\partial z_{q_k}}{\partial w_{q_k p_i}} = y_{p_i}",
                r"\frac{\partial z_{q_k}}{\partial w_{q_k p_i}} = y_{q_i}",
            ],
        ),
        (
            r"$$a_v = \sum_{i=1}^n w_{v p_i} y_{p_i} \qquad b_v = \sum_{i=1}^n w_{q_i v} z_{q_i}$$",
            [
                r"\frac{\partial a_v}{\partial w_{q_i v}} = 0",
                r"\frac{\partial a_v}{\partial w_{q_i v}} = y_{q_i}",
            ],
        ),
    ],
)
def test_two_lists(net: str, lines: list[str]) -> None:
    """Both would be the same entries."""
    for line in lines:
        assert verdict(TWO, net, f"$${line}$$") not in ("right", "wrong")


def test_two_lists_in_names_of_their_own() -> None:
    net = r"$$z_{q_k} = \sum_{i=1}^n w_{q_k p_i} y_{p_i}$$"
    line = r"$$\frac{\partial z_{q_k}}{\partial w_{q_k p_i}} = y_{p_i}$$"
    assert each_verdict(TWO, net, lines=[line, line.replace("= y", "= 2 y")]) == ["right", "wrong"]


def test_squares_of_units() -> None:
    net = r"$$g_v = \sum_{i=1}^n w_{v p_i}^2 u_{p_i}^2$$"
    line = r"$$\frac{\partial g_v}{\partial w_{v p_i}} = 2 w_{v p_i} u_{p_i}^2$$"
    assert each_verdict(SAID, net, lines=[line, line.replace("= 2", "=")]) == ["right", "wrong"]

"""A wrong line about a name for a derivative or a result takes back what was reached by that name."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = (
    "+++\nwrt = 'w_{ij}'\n+++\n"
    r"$$a_i = \sum_{j=1}^{J} w_{ij} x_j$$ $$E = \sum_{i=1}^{I} f(a_i)$$" + "\n\n"
)
BY_NAME = [
    (r"$$\delta_i = f'(a_i)$$ $$\frac{\partial E}{\partial w_{ij}} = \delta_i x_j$$", r"\delta_i"),
    (
        r"$$\delta_i = \frac{\partial E}{\partial a_i} = f'(a_i)$$"
        r" $$\frac{\partial E}{\partial w_{ij}} = \delta_i x_j$$",
        r"\delta_i",
    ),
    (r"$$T_{ij} = \frac{\partial E}{\partial w_{ij}} = f'(a_i) x_j$$", "T_{ij}"),
]


@pytest.mark.parametrize(("text", "name"), BY_NAME)
def test_the_last_word_about_a_name(text: str, name: str) -> None:
    assert check(NETWORK + text).goal == "reached"
    assert check(rf"{NETWORK}{text} $${name} = 0$$").goal == "incomplete"


def test_a_slip_about_a_node_takes_nothing_back() -> None:
    line = r"$$\frac{\partial E}{\partial w_{ij}} = f'(a_i) x_j$$"
    assert check(rf"{NETWORK}{line} $$a_i = \sum_{{j=1}}^{{J}} w_{{ji}} x_j$$").goal == "reached"

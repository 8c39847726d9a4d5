r"""A bias unit that is 1 from the first layer on, while a line needs that of the input.

By hand: `z^1_j = w^1_{j0} a^0_0 + ..`, so that the derivative by `w^l_{j0}` is that by `z^l_j` for every l only if
`a^0_0 = 1`, too.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict

NET = r"""
$$ z^l_j = \sum_{i=0}^{n} w^l_{ji} a^{l-1}_i, \quad a^l_j = \tanh(z^l_j) \quad (l = 1, \dots, L) $$

$$ E = \frac12 \sum_{j=1}^{n} (a^L_j - t_j)^2 $$
"""
FROM_ONE = [
    r"with $a^l_0 = 1$ for $l = 1, \dots, L$",
    r"$$ a^0_i = x_i, \quad a^l_0 = 1 \quad (l = 1, \dots, L - 1) $$",
]
ALL = [r"$$ a^l_0 = 1 $$", r"$$ a^l_0 = 1 \quad (l \ge 0) $$"]
BIAS = r"$$ \frac{\partial E}{\partial w^l_{j0}} = \frac{\partial E}{\partial z^l_j} $$"
SUM = r"$$ z^l_j = w^l_{j0} + \sum_{i=1}^n w^l_{ji} a^{l-1}_i $$"
WEIGHT = r"$$ \frac{\partial E}{\partial w^l_{ji}} = \frac{\partial E}{\partial z^l_j} a^{l-1}_i $$"


@pytest.mark.parametrize("said", FROM_ONE)
def test_the_input_is_not_said(said: str) -> None:
    assert each_verdict(NET, said, lines=[BIAS, SUM, WEIGHT]) == ["unproved", "unproved", "right"]


@pytest.mark.parametrize("said", ALL)
def test_the_input_is_said(said: str) -> None:
    assert each_verdict(NET, said, lines=[BIAS, SUM]) == ["right", "right"]


@pytest.mark.parametrize("said", [*FROM_ONE, *ALL])
def test_slips(said: str) -> None:
    assert each_verdict(
        NET,
        said,
        lines=[
            BIAS.replace("= \\frac", "= 2 \\frac"),
            SUM.replace("w^l_{j0} +", "w^l_{j0} -"),
            WEIGHT.replace("a^{l-1}_i $$", "a^l_i $$"),
        ],
    ) == ["wrong", "wrong", "wrong"]

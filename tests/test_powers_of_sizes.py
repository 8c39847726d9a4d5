r"""Powers of sizes that carry an index: `\frac{1}{4 N_l^2 M_l^2}` beside `\sum_{i=1}^{N_l}`.

By hand, for `E_l = \frac{1}{2 N_l^2} \sum_i a_{l,i}^2`: `\partial E_l/\partial a_{l,i} = a_{l,i}/N_l^2`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LAYERS = r"Layer $l = 1, \dots, L$ has $N_l$ units."
FIXED = r"One layer $l$ with $N_l$ units."
ERROR = r"$$E_l = \frac{1}{2 N_l^2} \sum_{i=1}^{N_l} a_{l,i}^2$$"


@pytest.mark.parametrize("said", [LAYERS, FIXED])
@pytest.mark.parametrize("power", ["N_l^2", "N_l N_l", "(N_l)^2", "{N_l}^2", "N_{l}^{2}"])
def test_a_number_above_a_size_with_an_index_is_a_power(said: str, power: str) -> None:
    line = r"$$\frac{\partial E_l}{\partial a_{l,i}} = \frac{1}{%s} a_{l,i}$$"
    assert each_verdict(said, ERROR, lines=[line % power, line % "N_l", line % "N_l^3"]) == ["right", "wrong", "wrong"]


def test_sizes_by_labels_have_powers_too() -> None:
    error = r"$$E = \frac{1}{n_{in}^2} \sum_{i=1}^{n_{in}} a_i^2$$"
    line = r"$$\frac{\partial E}{\partial a_i} = \frac{2}{%s} a_i$$"
    assert each_verdict(error, lines=[line % "n_{in}^2", line % "n_{in}"]) == ["right", "wrong"]


def test_a_length_is_told_by_no_power() -> None:
    error = r"$$E_l = \frac{1}{2} \sum_{i=1}^{N_l^2} a_{l,i}^2$$"
    for value in ("a_{l,i}", "2 a_{l,i}"):
        line = rf"$$\frac{{\partial E_l}}{{\partial a_{{l,i}}}} = {value}$$"
        assert verdict(LAYERS, error, line) not in ("right", "wrong")

r"""Names told apart by numbered names below them, `\delta_{h_1}`, `\delta_{h_2}`: no index; by hand: the chain rule."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$h_1 = \sigma(w_1 x_1 + w_2 x_2), \quad h_2 = \sigma(w_3 x_1 + w_4 x_2)$$

$$o = \sigma(v_1 h_1 + v_2 h_2), \quad E = \frac12 (o - y)^2$$

# Derivation"""
OUTPUT = r"$$\delta_o = \frac{\partial E}{\partial o}$$"
HIDDEN = r"$$\delta_{h_1} = \delta_o o (1 - o) v_1, \quad \delta_{h_2} = \delta_o o (1 - o) v_2$$"


@pytest.mark.parametrize("kronecker", ["", r"Here $\delta_{ij}$ is the Kronecker delta."])
@pytest.mark.parametrize(("weight", "expected"), [("w_3", "right"), ("w_1", "wrong")])
def test_values_beside_the_letter_of_another(kronecker: str, weight: str, expected: str) -> None:
    line = rf"$$\frac{{\partial E}}{{\partial {weight}}} = \delta_{{h_2}} h_2 (1 - h_2) x_1$$"
    assert verdict(NET, kronecker, OUTPUT, HIDDEN, line) == expected


def test_errors_that_are_told_as_derivatives() -> None:
    told = HIDDEN.replace("= ", r"= \frac{\partial E}{\partial h_@} = ")
    first, second = (x.replace("@", str(n)) for n, x in enumerate(told.split(r", \quad "), 1))
    assert verdict(NET, OUTPUT, f"{first}, \\quad {second}") == "right"
    assert verdict(NET, OUTPUT, f"{first}$$", f"$${second.replace('v_2', 'v_1')}") == "wrong"


def test_the_letter_of_an_index_is_not_passed_over() -> None:
    """The rows `p_{c_1}` and `p_{c_2}` are looked up among the `p_k`."""
    net = r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}, \quad L = -\log p_{c_1} - \log p_{c_2}$$"
    line = r"$$\frac{\partial L}{\partial z_k} = 0$$"
    assert verdict(net, line) != "right"


TWO_OUTPUTS = r"""$$in_{h_1} = w_1 x_1 + w_2 x_2 + b_1$$

$$a_{h_1} = \tanh(in_{h_1})$$

$$in_{o_1} = v_1 a_{h_1} + b_2, \quad in_{o_2} = v_2 a_{h_1} + b_2$$

$$a_{o_1} = \tanh(in_{o_1}), \quad a_{o_2} = \tanh(in_{o_2})$$

$$C_{o_1} = \frac12 (goal_{o_1} - a_{o_1})^2, \quad C_{o_2} = \frac12 (goal_{o_2} - a_{o_2})^2$$

$$C_{total} = C_{o_1} + C_{o_2}$$

# Derivation"""


@pytest.mark.parametrize("word", ["total", r"\text{all}"])
def test_a_word_beside_numbered_names(word: str) -> None:
    cases = [
        (r"\frac{\partial C_{total}}{\partial v_2} = -(goal_{o_2} - a_{o_2}) (1 - a_{o_2}^2) a_{h_1}", "right"),
        (r"\frac{\partial C_{total}}{\partial v_2} = -(goal_{o_1} - a_{o_1}) (1 - a_{o_1}^2) a_{h_1}", "wrong"),
        (r"\frac{\partial C_{o_1}}{\partial v_2} = 0", "right"),
        (r"\frac{\partial C_{total}}{\partial a_{h_1}} = \frac{\partial C_{o_1}}{\partial a_{h_1}}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            TWO_OUTPUTS.replace("total", word), lines=[f"$${line.replace('total', word)}$$" for line, _ in cases]
        ),
        strict=True,
    ):
        assert found == expected, line


def test_the_word_of_the_numbered_names_is_another_thing() -> None:
    net = TWO_OUTPUTS.replace("o_", "out_")
    line = r"$$\frac{\partial C_{out}}{\partial v_2} = 0$$"
    assert verdict(net, line) not in ("right", "wrong")


TWO_UNITS = r"""$$s_{u_1} = a_1 x, \quad s_{u_2} = a_2 x$$

$$z_{u_1} = \tanh(s_{u_1})$$

$$z_{u_2} = \tanh(s_{u_2})$$

$$s_{v_1} = b_1 z_{u_1} + b_2 z_{u_2}, \quad s_{v_2} = b_3 z_{u_1} + b_4 z_{u_2}$$

$$E = \frac12 (s_{v_1} - t_1)^2 + \frac12 (s_{v_2} - t_2)^2$$

# Derivation"""
"""By hand: the chain rule over both units above."""
ABOVE = r"\sum_v \frac{\partial E}{\partial s_v} \frac{\partial s_v}{\partial z_{u_1}}"


@pytest.mark.parametrize(("slope", "expected"), [("(1 - z_{u_1}^2)", "right"), ("(1 - z_{u_2}^2)", "wrong")])
def test_a_sum_over_all_numbered_units(slope: str, expected: str) -> None:
    line = rf"$$\frac{{\partial E}}{{\partial a_1}} = \left({ABOVE}\right) {slope} x$$"
    assert verdict(TWO_UNITS, line) == expected


def test_the_letter_alone_is_any_of_them() -> None:
    """No definition is another thing for such a line, which is open itself."""
    line = r"$$\frac{\partial E}{\partial b_1} = (s_{v_1} - t_1) z_{u_@}$$"
    alone = r"$$\frac{\partial E}{\partial z_u} = \frac{\partial E}{\partial s_{v_1}} b_1$$"
    found = each_verdict(TWO_UNITS, lines=[alone, line.replace("@", "2")])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "wrong"
    summed = rf"$$\frac{{\partial E}}{{\partial z_{{u_1}}}} = {ABOVE}$$"
    assert verdict(TWO_UNITS, line.replace("@", "1"), summed) == "right"


def test_a_sum_that_not_all_units_can_be_in_is_open() -> None:
    line = r"$$\frac{\partial E}{\partial z_{u_1}} = \sum_v s_v c_v$$"
    assert verdict(TWO_UNITS, line) not in ("right", "wrong")

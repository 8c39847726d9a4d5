"""Biases of two kinds of units beside sizes that are equal: `b_c`, `b_h` and `C = H`."""

from __future__ import annotations

from judging import each_verdict

FRONT = '+++\nobjective = "L"\nassume = ["C = H"]\n+++'
NETWORK = (
    r"$$ s_c = \sum_{i=1}^I w_{ic} x_i + b_c $$",
    r"$$ u_h = \sum_{i=1}^I v_{ih} x_i + b_h $$",
    r"$$ L = \sum_{c=1}^C s_c^2 + \sum_{h=1}^H u_h^2 $$",
)


def test_one_array_or_two_is_open() -> None:
    cases = ["b_c} = 2 s_c", "b_h} = 2 u_h", "b_c} = 2 s_c + 2 u_c"]
    for line, found in zip(
        cases,
        each_verdict(FRONT, *NETWORK, lines=[rf"$$ \frac{{\partial L}}{{\partial {line} $$" for line in cases]),
        strict=True,
    ):
        assert found == "unproved", line


def test_other_lines_are_judged() -> None:
    line = r"$$ \frac{\partial L}{\partial w_{ic}} = %s s_c x_i $$"
    assert each_verdict(FRONT, *NETWORK, lines=[line % "2", line % "3"]) == ["right", "wrong"]


def test_biases_with_names_of_their_own_are_two() -> None:
    network = (NETWORK[0], NETWORK[1].replace("b_h", "d_h"), NETWORK[2])
    line = r"$$ \frac{\partial L}{\partial b_c} = %s $$"
    assert each_verdict(FRONT, *network, lines=[line % "2 s_c", line % "2 s_c + 2 u_c"]) == ["right", "wrong"]

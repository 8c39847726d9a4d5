"""Names that words make short for an entry: `$d$ is short for $d_{st}$`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

NETWORK = (
    r"Let $q_{st} = \sum_{r=1}^{R} g_{sr} h_{rt}$ for $s = 1, \dots, S$, $t = 1, \dots, T$"
    r" and $d_{st} = y_{st} - q_{st}$."
)
LINES = [
    (r"\frac{\partial d^2}{\partial g_{sr}} = -2 d h_{rt}", "right"),
    (r"\frac{\partial d^2}{\partial g_{sr}} = 2 d h_{rt}", "wrong"),
    (r"\frac{\partial d^2}{\partial h_{rt}} = -2 d h_{rt}", "wrong"),
    (r"\frac{\partial d}{\partial q_{st}} = -1", "right"),
]


@pytest.mark.parametrize("said", ["Here $d$ is short for $d_{st}$.", "Below we write $d$ for $d_{st}$."])
def test_the_bare_name_is_the_entry(said: str) -> None:
    for (line, expected), found in zip(
        LINES, each_verdict(NETWORK, said, "## Derivation", lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("said", ["Some authors write $d$ for $d_{st}$.", "$d$ is not short for $d_{st}$."])
def test_what_others_write_names_nothing(said: str) -> None:
    cases = [line for line, _ in LINES]
    for line, found in zip(
        cases, each_verdict(NETWORK, said, "## Derivation", lines=[f"$$ {line} $$" for line in cases]), strict=True
    ):
        assert found == "unreadable", line


@pytest.mark.parametrize("cell", [r"$$ d = \tanh(z) $$", r"Another cell has $d = \tanh(z)$."])
@pytest.mark.parametrize(
    ("line", "expected"),
    [(r"\frac{\partial F}{\partial z} = d (1 - d^2)", "right"), (r"\frac{\partial F}{\partial z} = d", "wrong")],
)
def test_a_name_with_an_equation_of_its_own_is_no_entry(line: str, expected: str, cell: str) -> None:
    loss = "$$ F = d^2 / 2 $$"
    assert verdict(NETWORK, "Here $d$ is short for $d_{st}$.", cell, loss, "## Derivation", f"$$ {line} $$") == expected


BRACKETS = (
    r"Let $q[s][t] = \sum_{r} g[r][s] \cdot h[r][t]$ and $m[s][t] = y[s][t] - q[s][t]$. $m$ is short for $m[S][T]$."
)


@pytest.mark.parametrize(("factor", "expected"), [("-2", "right"), ("2", "wrong")])
def test_an_entry_in_brackets(factor: str, expected: str) -> None:
    line = rf"$$ \frac{{\partial m^2}}{{\partial g[R][S]}} = {factor} \cdot m \cdot h[R][T] $$"
    assert verdict(BRACKETS, "Since $m = y - q$,", "## Derivation", line) == expected

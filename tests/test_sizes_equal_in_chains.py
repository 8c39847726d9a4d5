"""Sizes that are equal in a chain, `N = D_{in} = H`, beside a line and in a sentence; a size called in alone."""

import pytest

from tests.judging import verdict

PAGE = r"""+++
objective = "L"
[ranges]
"i" = "1..H"
"n" = "1..N"
"d" = "1..D_{in}"
+++
## Network

$$ y_{ni} = \sum_{d=1}^{D_{in}} w_{di} x_{nd} $$

$$ L = \frac{1}{2N}\sum_{n=1}^{N}\sum_{i=1}^{H} (y_{ni} - t_{ni})^2 $$

Here $W = (w_{di})$, $X = (x_{nd}) \in \mathbb{R}^{N \times D_{in}}$, $Y = (y_{ni})$, $T = (t_{ni})$. SAID

## Derivation

$$ Y = X W $$

$$ LINE $$
"""
SCALED = r"\frac{\partial L}{\partial W} = \frac1{%s} X^{\top} (Y - T)"
TRUE, LOST = SCALED % "N", r"\frac{\partial L}{\partial W} = X^{\top} (Y - T)"


@pytest.mark.parametrize("said", ["", "Here $N = H = D_{in}$.", "Often $N = D_{in}$."])
def test_lines_beside_equal_sizes_are_judged(said: str) -> None:
    page = PAGE.replace("SAID", said)
    assert verdict(page.replace("LINE", "Y = X W")) == "right"
    assert verdict(page.replace("LINE", TRUE)) == "right"
    assert verdict(page.replace("LINE", LOST)) == "wrong"


@pytest.mark.parametrize("said", ["Here $N = H = D_{in}$.", "Here $D_{in} = H = N$.", "Often $N = D_{in}$."])
def test_lines_that_equal_sizes_decide_are_open(said: str) -> None:
    assert verdict(PAGE.replace("SAID", said).replace("LINE", SCALED % "D_{in}")) not in ("right", "wrong")


def test_other_sizes_are_not_equal() -> None:
    assert verdict(PAGE.replace("SAID", "").replace("LINE", SCALED % "D_{in}")) == "wrong"
    assert verdict(PAGE.replace("SAID", "Here $N = D_{in}$.").replace("LINE", SCALED % "H")) == "wrong"


ROWS = r"""+++
title = "Rows"
objective = "E"
functions = ["g"]
[ranges]
"n" = "1..N"
"i" = "1..D"
"j" = "1..H"
+++

$$ Z_{nj} = \sum_{i=1}^{D} X_{ni} W_{ij} + b_j $$

$$ H_{nj} = g(Z_{nj}) $$

$$ E = \sum_{n=1}^{N} \sum_{j=1}^{H} H_{nj}^2 $$

Here $X = (X_{ni})$, $W = (W_{ij})$, $Z = (Z_{nj})$, $H = (H_{nj})$."""


def test_a_matrix_of_the_letter_of_a_size_is_no_size() -> None:
    line = r"$$ \frac{\partial E}{\partial b_j} = %s \sum_{n=1}^{N} \frac{\partial E}{\partial Z_{nj}} $$"
    assert verdict(ROWS, line % "") == "right"
    assert verdict(ROWS, line % r"\frac1N") == "wrong"

r"""Letters of which no shape stands on a page: what multiplies a sum that is added to a number is a number."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""Let $X = [x_{ij}]$ be an $n \times d$ matrix and $M = [m_{ip}]$ an $n \times t$ matrix. The factors are
the $n \times k$ matrix $U = [u_{is}]$, the $d \times k$
matrix $V = [v_{js}]$ and the $t \times k$ matrix $W = [w_{ps}]$.

$$ e_{ij} = x_{ij} - \sum_{s=1}^{k} u_{is} v_{js} \quad f_{ip} = m_{ip} - \sum_{s=1}^{k} u_{is} w_{ps} $$

Let $E = [e_{ij}]$ and $F = [f_{ip}]$.

$$ J = \frac{1}{2} \sum_{i=1}^{n} \sum_{j=1}^{d} e_{ij}^2 + FACTOR \sum_{i=1}^{n} \sum_{p=1}^{t} f_{ip}^2 $$

"""


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page).claims]


@pytest.mark.parametrize(
    ("factor", "twice"), [(r"\frac{\beta}{2}", r"\beta"), ("c", "2 c"), (r"\frac{1}{2} \hat{\beta}", r"\hat{\beta}")]
)
def test_factors_of_sums(factor: str, twice: str) -> None:
    page = PAGE.replace("FACTOR", factor)
    right = rf"$$ \frac{{\partial J}}{{\partial U}} = - E V - {twice} F W $$"
    wrong = rf"$$ \frac{{\partial J}}{{\partial U}} = - E V + {twice} F W $$"
    assert verdicts(page + right + "\n\n" + wrong) == ["right", "wrong"]


def test_two_letters_may_be_arrays() -> None:
    page = PAGE.replace("FACTOR", "b c")
    line = r"$$ \frac{\partial J}{\partial U} = - E V - 2 c b F W $$"
    assert verdicts(page + line) != ["wrong"]


NUMBERED_ABOVE = r"""The examples are $x_m^{(i)}$, $m = 1, \dots, d$, and $y^{(i)}$ for $i = 1, \dots, n$.

$$ K_{ij} = \exp\left( -\beta \sum_{m=1}^{d} (x_m^{(i)} - x_m^{(j)})^2 \right) $$

$$ f_j = \sum_{i=1}^{n} \alpha_i K_{ij} $$

$$ R = \sum_{j=1}^{n} (y^{(j)} - f_j)^2 $$

$K = (K_{ij})$, $\boldsymbol{\alpha} = (\alpha_i)$ and $\boldsymbol{y} = (y^{(i)})$ are a matrix and columns.

"""


def test_entries_numbered_above() -> None:
    right = r"$$ \frac{\partial R}{\partial \boldsymbol{\alpha}} = -2 K (\boldsymbol{y} - K \boldsymbol{\alpha}) $$"
    wrong = r"$$ \frac{\partial R}{\partial \boldsymbol{\alpha}} = 2 K (\boldsymbol{y} - K \boldsymbol{\alpha}) $$"
    half = r"$$ \frac{\partial R}{\partial \boldsymbol{\alpha}} = -2 (\boldsymbol{y} - K \boldsymbol{\alpha}) $$"
    assert verdicts(f"{NUMBERED_ABOVE}{right}\n\n{wrong}\n\n{half}") == ["right", "wrong", "wrong"]

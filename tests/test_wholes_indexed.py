r"""Arrays of entries with the indices behind the parenthesis, `W = (w_{ij})_{ij}`."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""For $i = 1, \dots, m$ and $j = 1, \dots, n$:

$$ z_i = \sum_{j=1}^n w_{ij} x_j $$

$$ E = \frac12 \sum_{i=1}^m (z_i - t_i)^2 $$
"""
LINE = r"$$ \frac{\partial E}{\partial W} = (z - t) x^\top $$"


def judged(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims]


@pytest.mark.parametrize("whole", ["(w_{ij})_{ij}", "[w_{ij}]_{i,j}", "(w_{ij})_{i,j}"])
def test_read(whole: str) -> None:
    told = rf"$W = {whole}$, $z = (z_i)_i$, $x = (x_j)_j$, $t = (t_i)_i$."
    assert judged(PAGE, told, LINE)[-1] == "right"
    assert judged(PAGE, told, LINE.replace(r"(z - t) x^\top", r"(z + t) x^\top"))[-1] == "wrong"


def test_in_another_order() -> None:
    told = r"$W = (w_{ij})_{ji}$, $z = (z_i)_i$, $x = (x_j)_j$, $t = (t_i)_i$."
    assert judged(PAGE, told, LINE)[-1] != "right"

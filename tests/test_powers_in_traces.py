r"""Powers of square matrices under a trace, `\operatorname{tr}((X - Y)^2)`: products of matrices."""

from __future__ import annotations

import pytest
from judging import verdict

FRONT = '+++\nobjective = "E"\n+++'
SPACES = r"Let $X \in \mathbb{R}^{n \times n}$ and $Y \in \mathbb{R}^{n \times n}$."
NET = r"$$ E = \mathrm{tr}\left((X - Y)^2\right) $$"
LINES = [
    (r"\frac{\partial E}{\partial X} = 2 (X - Y)^\top", "right"),
    (r"\frac{\partial E}{\partial X} = 2 (X - Y)", "wrong"),
    (r"\frac{\partial E}{\partial X} = (X - Y)^\top", "wrong"),
]


@pytest.mark.parametrize(("line", "found"), LINES)
def test_is_the_product(line: str, found: str) -> None:
    """The square of a matrix that is no name."""
    assert verdict(FRONT, SPACES, NET, f"$$ {line} $$") == found


@pytest.mark.parametrize(("line", "_"), LINES)
@pytest.mark.parametrize("said", ["Squares are taken element-wise.", "2乗は要素ごとにとる。"])
def test_by_entries_it_is_open(line: str, _: str, said: str) -> None:
    """Words may mean another number."""
    assert verdict(FRONT, SPACES, said, NET, f"$$ {line} $$") not in ("right", "wrong")

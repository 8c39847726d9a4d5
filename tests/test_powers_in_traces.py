r"""Powers of square matrices under a trace, `\operatorname{tr}((X - Y)^2)`: products of matrices."""

from __future__ import annotations

import pytest
from judging import each_verdict

FRONT = '+++\nobjective = "E"\n+++'
SPACES = r"Let $X \in \mathbb{R}^{n \times n}$ and $Y \in \mathbb{R}^{n \times n}$."
NET = r"$$ E = \mathrm{tr}\left((X - Y)^2\right) $$"
LINES = [
    (r"\frac{\partial E}{\partial X} = 2 (X - Y)^\top", "right"),
    (r"\frac{\partial E}{\partial X} = 2 (X - Y)", "wrong"),
    (r"\frac{\partial E}{\partial X} = (X - Y)^\top", "wrong"),
]


def test_is_the_product() -> None:
    """The square of a matrix that is no name."""
    for (line, found), judged_so in zip(
        LINES, each_verdict(FRONT, SPACES, NET, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert judged_so == found, line


@pytest.mark.parametrize("said", ["Squares are taken element-wise.", "2乗は要素ごとにとる。"])
def test_by_entries_it_is_open(said: str) -> None:
    """Words may mean another number."""
    for (line, _), found in zip(
        LINES, each_verdict(FRONT, SPACES, said, NET, lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found not in ("right", "wrong"), line

"""Rows of matrices by a letter alone, which words call columns: `$P_r$, $T_r$ are row $r$ of $P$, $T$, written as a
column`."""

import pytest

from .judging import check

PAGE = r"""
+++
objective = "L"
[ranges]
"i" = "1..n"
"j" = "1..SIZE"
"l" = "1..SIZE"
"r" = "1..n"
+++
$S \in \mathbb{R}^{n \times SIZE}$, $Y \in \mathbb{R}^{n \times SIZE}$.

$$ P_{ij} = \frac{e^{S_{ij}}}{\sum_{l=1}^{SIZE} e^{S_{il}}} $$

$$ L = \sum_{i=1}^n \sum_{j=1}^{SIZE} Y_{ij} P_{ij}^2 $$

$$ T = \partial L/\partial P $$

SAID

"""
COLUMNS = "Here $P_r$, $T_r$ and $Y_r$ are row $r$ of $P$, $T$ and $Y$, written as a column."


def _judged(line: str, said: str = COLUMNS, size: str = "m") -> str:
    page = PAGE.lstrip().replace("SIZE", size).replace("SAID", said)
    return str(check(f"{page}$$ {line} $$\n").claims[-1].judgement)


@pytest.mark.parametrize("size", ["m", "n"])
@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial L}{\partial S_r} = (\mathrm{diag}(P_r) - P_r P_r^T) T_r", "right"),
        (r"\frac{\partial L}{\partial S_r} = (\mathrm{diag}(P_r) + P_r P_r^T) T_r", "wrong"),
        (r"\frac{\partial L}{\partial S_r} = \mathrm{diag}(P_r) T_r", "wrong"),
    ],
)
def test_columns(line: str, verdict: str, size: str) -> None:
    if r"\frac" in line and size == "n":
        # of which of the two a derivative by a row of a square matrix is one is not said
        assert _judged(line, size=size) in (verdict, "unreadable", "unproved")
    else:
        assert _judged(line, size=size) == verdict


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Here $P_r$, $T_r$ and $Y_r$ are row $r$ of $P$, $T$ and $Y$, not written as a column.",
        "Here $P_r$, $T_r$ and $Y_r$ are row vectors.",
    ],
)
def test_rows_that_are_not_called_columns(said: str) -> None:
    line = r"\frac{\partial L}{\partial S_r} = (\mathrm{diag}(P_r) - P_r P_r^T) T_r"
    assert _judged(line, said) not in ("right", "wrong")

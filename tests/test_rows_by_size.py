r"""Rows told by their entries and a size, `$X = (x_i)$ is $1 \times n$`: the size says how the entries stand."""

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ y_j = b_j + \sum_{i=1}^{n} x_i w_{ij} $$

$$ z_j = \tanh(y_j) $$

$$ E = \frac{1}{m} \sum_{j=1}^{m} (d_j - z_j)^2 $$

"""
SAID = (
    r"$X = (x_i)$ is $1 \times n$; $Y = (y_j)$, $B = (b_j)$, $Z = (z_j)$ and $D = (d_j)$ are $1 \times m$; "
    r"$W = (w_{ij})$ is $n \times m$. A derivative has the shape of its variable and $t$ is the transpose.",
    r"$X = (x_i)$ é uma matriz linha $1 \times n$; $Y = (y_j)$, $B = (b_j)$, $Z = (z_j)$ e $D = (d_j)$ são matrizes "
    r"linha $1 \times m$; $W = (w_{ij})$ é $n \times m$. As derivadas têm a forma da variável e "
    r"$t$ indica a transposta.",
)


@pytest.mark.parametrize("said", SAID)
def test_a_size_says_that_it_is_a_row(said: str) -> None:
    cases = [
        (r"\frac{\partial E}{\partial W} = X^t \frac{\partial E}{\partial Y}", "right"),
        (r"\frac{\partial E}{\partial W} = X^t \frac{\partial E}{\partial Z}", "wrong"),
        (r"\frac{\partial E}{\partial X} = \frac{\partial E}{\partial Y} W^t", "right"),
        (r"\frac{\partial E}{\partial B} = \frac{\partial E}{\partial Y}", "right"),
        (r"\frac{\partial E}{\partial B} = \frac{2}{m} (Z - D)", "wrong"),
        (r"\frac{\partial E}{\partial Z} = \frac{2}{m} (Z - D)", "right"),
        (r"\frac{\partial E}{\partial Z} = \frac{2}{m} (D - Z)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, said, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_column_by_its_size() -> None:
    said = r"$X = (x_i)$ is $n \times 1$; $Y = (y_j)$ is $m \times 1$; $W = (w_{ij})$ is $n \times m$."
    line = r"$$ \frac{\partial E}{\partial W} = X^T \frac{\partial E}{\partial Y} $$"
    assert verdict(NET, said, line) != "right"

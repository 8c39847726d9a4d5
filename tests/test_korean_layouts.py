r"""Korean sentences about layouts and lengths: `벡터를 벡터로 미분하면 분자의 요소가 행이 되는 야코비안이다`."""

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ z_i = \sum_{j=1}^{n} W_{ij} x_j $$ ( $i = 1, \dots, m$ )

$$ C = \frac{1}{2} \sum_{i=1}^{m} (z_i - y_i)^2 $$

$\mathbf{W} = (W_{ij})$는 $m \times n$ 행렬,
$\mathbf{z}$, $\mathbf{y}$는 길이 $m$, $\mathbf{x}$는 길이 $n$인 열벡터이다."""
ABOVE = "스칼라를 벡터나 행렬로 미분하면 같은 모양이 되고, 벡터를 벡터로 미분하면 분자의 요소가 행이 되는 야코비안이다."
BELOW = "벡터를 벡터로 미분하면 분모의 요소가 행이 되는 야코비안이다."


@pytest.mark.parametrize(
    ("said", "line", "expected"),
    [
        (ABOVE, r"\frac{\partial \mathbf{z}}{\partial \mathbf{x}} = \mathbf{W}", "right"),
        (ABOVE, r"\frac{\partial \mathbf{z}}{\partial \mathbf{x}} = \mathbf{W}^T", "wrong"),
        (BELOW, r"\frac{\partial \mathbf{z}}{\partial \mathbf{x}} = \mathbf{W}^T", "right"),
        (
            ABOVE,
            r"\frac{\partial C}{\partial \mathbf{x}} = \left(\frac{\partial \mathbf{z}}{\partial \mathbf{x}}\right)^T"
            r" (\mathbf{z} - \mathbf{y})",
            "right",
        ),
        (ABOVE, r"\frac{\partial C}{\partial \mathbf{x}} = \mathbf{W}^T (\mathbf{z} + \mathbf{y})", "wrong"),
        (ABOVE, r"\frac{\partial C}{\partial \mathbf{W}} = (\mathbf{z} - \mathbf{y}) \mathbf{x}^T", "right"),
    ],
)
def test_a_layout_in_korean(said: str, line: str, expected: str) -> None:
    found = verdict(NET, said, f"$$ {line} $$")
    assert found == expected or (expected == "wrong" and found == "unreadable")


def test_words_that_are_not_understood() -> None:
    said = "벡터를 벡터로 미분하면 분자의 요소가 열이 되지 않는 야코비안이다."
    line = r"$$ \frac{\partial \mathbf{z}}{\partial \mathbf{x}} = \mathbf{W} $$"
    assert verdict(NET, said, line) not in ("right", "wrong")


LAYERS = r"""$$ a_{0,j} = x_j $$ ( $j = 1, \dots, n_0$ )

$$ a_{l,j} = \tanh\left(\sum_{k=1}^{n_{l-1}} W_{l,jk} a_{l-1,k}\right) $$ ( $l = 1, \dots, L$, $j = 1, \dots, n_l$ )

$$ J = \sum_{j=1}^{n_L} (a_{L,j} - y_j)^2 $$"""


def test_sizes_of_the_last_layers_behind_a_line() -> None:
    early = r"$$ \frac{\partial J}{\partial y_j} = -2 (a_{L,j} - y_j) $$ ( $n_{L-1} = n_L$ )"
    line = r"$$ \frac{\partial J}{\partial a_{L,j}} = %s (a_{L,j} - y_j) $$"
    assert each_verdict(LAYERS, early, lines=[line % "2", line % "3"]) == ["right", "wrong"]

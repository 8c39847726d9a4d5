r"""Sums along an axis as programs write them: `\text{np.sum}(D, \text{axis}=0)`."""

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ z_{ij} = \sum_{k=1}^{d} x_{ik} w_{kj} + b_j $$ ( $i = 1, \dots, m$, $j = 1, \dots, h$ )

$$ J = \frac{1}{2} \sum_{i=1}^{m} \sum_{j=1}^{h} (z_{ij} - y_{ij})^2 $$

$X = (x_{ik})$ is $m \times d$, $W = (w_{kj})$ is $d \times h$, $Z = (z_{ij})$ and $Y = (y_{ij})$ are $m \times h$, """
ROW = NET + r"$B = (b_j)$ is a row vector. Gradients have the shape of the variable."
COLUMN = NET + r"$B = (b_j)$ is a column vector. Gradients have the shape of the variable."
SUMS = (
    r"\text{np.sum}(%s, \text{axis}=%s)",
    r"np.sum(%s, axis=%s)",
    r"\mathrm{sum}\left(%s, axis = %s\right)",
    r"\operatorname{np.sum}(%s, axis=%s, keepdims=True)",
    r"sum(%s, \mathrm{axis}=%s)",
)


@pytest.mark.parametrize("typed", SUMS)
def test_rows_are_added_up(typed: str) -> None:
    def line(what: str, axis: str) -> str:
        return rf"$$ \frac{{\partial J}}{{\partial B}} = {typed % (what, axis)} $$"

    found = each_verdict(
        ROW,
        lines=[line("Z - Y", "0"), line("Y - Z", "0"), line(r"\frac{\partial J}{\partial Z}", "0"), line("Z - Y", "1")],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] == "right"
    assert found[3] not in ("right",)


def test_along_the_other_axis() -> None:
    turned = r"$$ \frac{\partial J}{\partial B} = \text{np.sum}(%s, \text{axis}=1) $$"
    assert each_verdict(
        COLUMN,
        lines=[
            turned % "(Z - Y)^T",
            turned % "(Y - Z)^T",
            r"$$ \frac{\partial J}{\partial B} = \text{np.sum}(Z - Y, \text{axis}=0)^T $$",
        ],
    ) == ["right", "wrong", "right"]


def test_a_sum_that_has_no_orientation_is_no_wrong_column() -> None:
    assert verdict(COLUMN, r"$$ \frac{\partial J}{\partial B} = \text{np.sum}(Z - Y, \text{axis}=0) $$") != "wrong"


def test_a_name_of_that_kind_is_no_axis() -> None:
    assert each_verdict(
        ROW,
        lines=[
            r"$$ \frac{\partial J}{\partial B} = \text{np.mean}(Z - Y, \text{axis}=0) $$",
            r"$$ \frac{\partial J}{\partial B} = \text{np.sum}(Z - Y, \text{axis}=2) $$",
        ],
    ) == ["unreadable", "unreadable"]

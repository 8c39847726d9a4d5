r"""Letters in parentheses behind the `\partial` above: `\frac{\partial (mJ)}{\partial \theta_j}` is about m J.

By hand: d(m J)/d theta_j = sum_i (t_i - y_i) x_ij, one m less than that of J.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
+++
objective = "J"
[ranges]
"i" = "1..m"
+++
$$ t_i = \sum_{j=1}^n \theta_j x_{ij} $$

$$ J = \frac{1}{2m} \sum_{i=1}^m (t_i - y_i)^2 $$
"""
SLOPE = r"\sum_{i=1}^m (t_i - y_i) x_{ij} $$"
CURVE = r"\sum_{i=1}^m x_{ij} x_{ik} $$"


@pytest.mark.parametrize("product", ["(mJ)", r"\left(mJ\right)", "(m J)"])
def test_right(product: str) -> None:
    assert verdict(PAGE, rf"$$ \frac{{\partial {product}}}{{\partial \theta_j}} = {SLOPE}") == "right"
    twice = rf"$$ \frac{{\partial^2 {product}}}{{\partial \theta_j \partial \theta_k}} = {CURVE}"
    assert verdict(PAGE, twice) == "right"


def test_slips() -> None:
    line = r"$$ \frac{\partial (mJ)}{\partial \theta_j} = "
    assert each_verdict(PAGE, lines=[line + r"\frac1m " + SLOPE, line + r"- " + SLOPE]) == ["wrong", "wrong"]


def test_a_name_of_two_letters() -> None:
    """What is no product of names stays one, and so does what the page introduces as one."""
    line = r"$$ \frac{\partial (eJ)}{\partial \theta_j} = "
    assert verdict(PAGE, line + SLOPE) not in ("right", "wrong")
    named = PAGE + r"$$ mJ = \sum_{i=1}^m t_i $$"
    line = r"$$ \frac{\partial (mJ)}{\partial \theta_j} = "
    assert each_verdict(named, lines=[line + r"\sum_{i=1}^m x_{ij} $$", line + SLOPE]) == ["right", "wrong"]


def test_a_word_in_parentheses() -> None:
    """All letters of net are names, and net is one, too."""
    page = r"""
$$ net = n e + t $$

$$ E = \frac12 (net - y)^2 $$
"""
    assert each_verdict(
        page, lines=[r"$$ \frac{\partial (net)}{\partial n} = e $$", r"$$ \frac{\partial (net)}{\partial n} = et $$"]
    ) == ["right", "wrong"]

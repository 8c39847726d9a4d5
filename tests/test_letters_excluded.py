r"""Sums over all but several letters, `\sum_{k \ne i,j}`, and over all but one that only the left side has.

By hand: for `C = \sum_{ij} t_{ij} \sum_{k \ne i, k \ne j} w_{ik} x_{kj}` the derivative by `x_{kj}` is `\sum_{i \ne k}
w_{ik} t_{ij}` for k that is not j, and 0 for `x_{kk}`.
"""

import pytest

from .judging import verdict

FRONT = """
+++
objective = "C"
[ranges]
"i" = "1..n"
"j" = "1..n"
"k" = "1..n"
+++
"""
PAGE = r"""
$$ z_{{ij}} = \sum_{{{below}}} w_{{ik}} x_{{kj}} $$
$$ C = \sum_i \sum_j z_{{ij}} t_{{ij}} $$
$$ \frac{{\partial C}}{{\partial x_{{kj}}}} = {right} \quad (k \ne j) $$
"""


@pytest.mark.parametrize("below", [r"k \neq i,j", r"k \ne i, k \ne j", r"k \ne i, \, j", r"k \notin \{i, j\}"])
@pytest.mark.parametrize(
    ("right", "judged"), [(r"\sum_{i \ne k} w_{ik} t_{ij}", "right"), (r"\sum_{i} w_{ik} t_{ij}", "wrong")]
)
def test_several_excluded(below: str, right: str, judged: str) -> None:
    assert verdict(FRONT + PAGE.format(below=below, right=right)) == judged


SUMMED = r"""
$$ z_i = \sum_{{j \ne i, k}} p_{{ijk}} $$
$$ C = \sum_i z_i t_i $$
$$ \frac{{\partial C}}{{\partial p_{{ijk}}}} = {right} \quad (j \ne i) $$
"""


@pytest.mark.parametrize(("right", "judged"), [("t_i", "right"), ("t_i [k \\ne j]", "wrong")])
def test_a_letter_that_is_summed_over(right: str, judged: str) -> None:
    """The k has no meaning outside of the sum: the sum runs over it."""
    assert verdict(FRONT + SUMMED.format(right=right)) == judged


@pytest.mark.parametrize(("right", "judged"), [("t_{ij}", "right"), ("t_{ji}", "wrong"), (r"\sum_i t_{ij}", "wrong")])
def test_letters_of_the_left_side(right: str, judged: str) -> None:
    """The `ij` of `z_{ij}` is no word, though nothing on the right has an i."""
    net = r"$$ z_{ij} = \sum_{k \ne j} w_k x_{kj} $$ $$ C = \sum_i \sum_j z_{ij} t_{ij} $$"
    assert verdict(FRONT, net, rf"$$ \frac{{\partial C}}{{\partial z_{{ij}}}} = {right} $$") == judged

r"""A slip in the indices of a line beside definitions by whole arrays: the definitions tell shapes, not the slip.

By hand: for `L = \frac12 |V f(W x + b) - t|^2` the gradient by `W_{ij}` is `f'(a_i) x_j \sum_k V_{ki} (y_k - t_k)`.
"""

import pytest

from .judging import verdict

NET = r"""
+++
objective = "L"
functions = ["f"]
+++
Here $x \in \mathbb{R}^{n}$, $h \in \mathbb{R}^m$, $y, t \in \mathbb{R}^K$, $W \in \mathbb{R}^{m \times n}$,
$V \in \mathbb{R}^{K \times m}$, $b \in \mathbb{R}^m$.

$$ a = W x + b $$
$$ h = f(a) $$
$$ y = V h $$
$$ L = \frac12 \|y - t\|^2 $$
"""
LINE = r"$$ \frac{{\partial L}}{{\partial W_{{ij}}}} = f'(a_{0}) x_{1} \sum_{{k=1}}^K V_{{k{0}}} (y_k - t_k) $$"


@pytest.mark.parametrize(("one", "two", "judged"), [("i", "j", "right"), ("j", "i", "wrong"), ("j", "j", "wrong")])
def test_indices_swapped(one: str, two: str, judged: str) -> None:
    assert verdict(NET, LINE.format(one, two)) == judged

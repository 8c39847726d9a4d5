r"""A slip in the indices of a line beside definitions by whole arrays: the definitions tell shapes, not the slip.

By hand: for `L = \frac12 |V f(W x + b) - t|^2` the gradient by `W_{ij}` is `f'(a_i) x_j \sum_k V_{ki} (y_k - t_k)`.
"""

import pytest

from .judging import each_verdict, verdict

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


def test_indices_swapped() -> None:
    cases = [("i", "j", "right"), ("j", "i", "wrong"), ("j", "j", "wrong")]
    for (_, two, judged), found in zip(
        cases, each_verdict(NET, lines=[LINE.format(one, two) for one, two, _ in cases]), strict=True
    ):
        assert found == judged, two


LAYERS = r"""
Here $x \in \mathbb{R}^{N \times D}$, $W^{(1)} \in \mathbb{R}^{D \times H}$, $W^{(2)} \in \mathbb{R}^{H \times K}$ and
$y \in \mathbb{R}^{N \times K}$; $f$ is applied to each entry.

$$ z^{(1)} = x W^{(1)}, \quad a^{(1)} = f(z^{(1)}), \quad z^{(2)} = a^{(1)} W^{(2)} $$
$$ L = \frac12 \sum_{i=1}^N \sum_{k=1}^K (z^{(2)}_{ik} - y_{ik})^2 $$
$$ \delta^{(l)} = \frac{\partial L}{\partial z^{(l)}} $$ ( $l = 1, 2$ )
"""


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (r"(\delta^{(2)} W^{(2)T}) \odot f'(z^{(1)})", "right"),
        (r"(\delta^{(2)} W^{(2)T}) \odot f'(z^{(2)})", "wrong"),
        (r"(\delta^{(2)} W^{(2)}) \odot f'(z^{(1)})", "wrong"),
    ],
)
def test_a_side_that_does_not_fit_by_itself(line: str, judged: str) -> None:
    """Whatever the left side is."""
    front = '+++\nobjective = "L"\nfunctions = ["f"]\n[ranges]\n"i" = "1..N"\n"k" = "1..K"\n+++\n'
    assert verdict(front + LAYERS, rf"$$ \delta^{{(1)}} = {line} $$") == judged


def test_a_line_for_each_unit() -> None:
    """By `W_j`, a row of W perhaps, y and t may be those of the unit j."""
    cases = ["(y - t) x", "x (y - t)"]
    for side, found in zip(
        cases,
        each_verdict(
            NET.replace("V h", "V h, \\quad q = W x"),
            lines=[rf"$$ \frac{{\partial L}}{{\partial W_j}} = {side} $$" for side in cases],
        ),
        strict=True,
    ):
        assert found == "unreadable", side

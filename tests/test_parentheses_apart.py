r"""`$W = (w_{ij}$)`: a parenthesis outside of its dollar signs; formulas in dollars that are a paragraph."""

from __future__ import annotations

import time

import pytest
from judging import each_verdict, verdict

from symderiv.document import parse_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$W = (w_{ij}$): weights", [r"W = (w_{ij})"]),
        (r"\(W = (w_{ij}\)) and ($x, y)$", [r"W = (w_{ij})", "(x, y)"]),
        ("(weights $W = (w_{ij}$) of it", ["W = (w_{ij}"]),
        ("(all $x, y)$ of it), ($x, y)$ of it)", ["x, y)", "x, y)"]),
        ("the interval ($x \\in [0, 1)$) and ($y \\in (0, 1]$)", [r"x \in [0, 1)", r"y \in (0, 1]"]),
        ("(for $k = l$) and f($x$)", ["k = l", "x"]),
        ("$f(g(x$)", ["f(g(x"]),
    ],
)
def test_where_they_belong(text: str, expected: list[str]) -> None:
    assert [d.latex for d in parse_document(text).displays] == expected


def test_many_of_them_take_no_time() -> None:
    start = time.process_time()
    parse_document("$W = (w_{ij}$) " * 1000)
    assert time.process_time() - start < 5


NETWORK = r"""
$x = (x_i$): input of size $n$

$W = (w_{ji}$): weight from node $i$ to node $j$, both from $1$ to $n$

$z_j = \sum_{i=1}^n w_{ji} x_i$, $E = \frac{1}{2} \sum_{j=1}^n (z_j - t_j)^2$
"""


def test_pages_with_them() -> None:
    cases = [("(z_j - t_j) x_i", "right"), ("(t_j - z_j) x_i", "wrong")]
    for (line, expected), found in zip(
        cases,
        each_verdict(NETWORK, lines=[rf"$\frac{{\partial E}}{{\partial w_{{ji}}}} = {line}$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


LAYERS = (
    r"For $l = 1, \dots, L$, with $i, j = 1, \dots, n$:",
    r"$a^l_j = \sum_{i=1}^n w^l_{ij} f(a^{l-1}_i)$",
    r"$E = \sum_{j=1}^n (a^L_j - t_j)^2$",
    "## Backward",
    r"Here $0 \le l < L$.",
    r"$\frac{\partial E}{\partial a^l_i} = f'(a^l_i) \sum_{j=1}^n w^{l+1}_{ij} \frac{\partial E}{\partial a^{l+1}_j}$",
    r"And for the weights with $1 \le l < L$",
    r"$\frac{\partial E}{\partial w^l_{ij}} = f(a^{l-1}_i) \frac{\partial E}{\partial a^l_j}$",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"f(a^{l-1}_i) f'(a^l_j) \sum_{k=1}^n w^{l+1}_{jk} \frac{\partial E}{\partial a^{l+1}_k}", "right"),
        (r"f(a^{l-1}_i) \sum_{k=1}^n w^{l+1}_{jk} \frac{\partial E}{\partial a^{l+1}_k}", "wrong"),
    ],
)
def test_a_paragraph_of_its_own_is_a_display(line: str, expected: str) -> None:
    assert verdict(*LAYERS) == "right"
    assert verdict(*LAYERS, rf"$\frac{{\partial E}}{{\partial w^l_{{ij}}}} = {line}$.") == expected

r"""Vectors typed out with one entry more, and columns of the numbers of all examples.

By hand: with `s_i = b + \sum_j w_j x_{ij}` and `E = \sum_i (s_i - y_i)^2`, `\partial E/\partial b` is `2 \sum_i (s_i -
y_i)`, by `w_j` the summands are multiplied by `x_{ij}`; so by the longer vector they are by the longer example.
"""

from collections.abc import Iterable

import pytest

from .judging import each_verdict

PAGE = r"""
+++
objective = "E"
[ranges]
"i" = "1..N"
+++
$$ {u} $$
$$ {v} $$
$$ {s} $$
$$ E = \sum_{{i=1}}^N (s^{{(i)}} - y^{{(i)}})^2 {more} $$
{columns}
## Derivation
"""
U = r"u = (b, w_1, \dots, w_d)^T"
V = r"v^{(i)} = (1, x_1^{(i)}, \dots, x_d^{(i)})^T"
S = r"s^{(i)} = u^T v^{(i)}"
R = r"\sum_{i=1}^N (s^{(i)} - y^{(i)})"
LINES = [
    (rf"\frac{{\partial E}}{{\partial u}} = 2 {R} v^{{(i)}}", "right"),
    (rf"\frac{{\partial E}}{{\partial u}} = {R} v^{{(i)}}", "wrong"),
    (rf"\frac{{\partial E}}{{\partial b}} = 2 {R}", "right"),
    (rf"\frac{{\partial E}}{{\partial b}} = 2 {R} b", "wrong"),
    (rf"\frac{{\partial E}}{{\partial w_j}} = 2 {R} x_j^{{(i)}}", "right"),
    (rf"\frac{{\partial E}}{{\partial w_j}} = 2 {R}", "wrong"),
]


def _judged(
    lines: Iterable[str], u: str = U, v: str = V, s: str = S, more: str = "", columns: str = ""
) -> dict[str, str]:
    lines = list(lines)
    page = PAGE.format(u=u, v=v, s=s, more=more, columns=columns)
    return dict(zip(lines, each_verdict(page, lines=[f"$$ {line} $$" for line in lines]), strict=True))


@pytest.mark.parametrize("s", [S, r"s^{(i)} = \sum_j w_j x_j^{(i)} + b"])
def test_two_names(s: str) -> None:
    """The longer vector and its parts are one thing, whichever is computed with."""
    assert _judged(dict(LINES), s=s) == dict(LINES)


@pytest.mark.parametrize(
    ("u", "v"),
    [
        (
            r"u = \begin{bmatrix} b \\ w_1 \\ \vdots \\ w_d \end{bmatrix}",
            r"v^{(i)} = \begin{pmatrix} 1 \\ x_1^{(i)} \\ \vdots \\ x_d^{(i)} \end{pmatrix}",
        ),
        (r"u = [w_1, \ldots, w_d, b]^\top", r"v^{(i)} = [x_1^{(i)}, \ldots, x_d^{(i)}, 1]^\top"),
        (U + r" \in \mathbb{R}^{d+1}", V + r" \in \mathbb{R}^{d+1}"),
    ],
)
def test_spellings(u: str, v: str) -> None:
    assert _judged(dict(LINES[:3]), u, v) == dict(LINES[:3])


def test_bias_without_penalty() -> None:
    """A line or a sum about `w_j` is none about b."""
    expected = {
        rf"\frac{{\partial E}}{{\partial w_j}} = 2 {R} x_j^{{(i)}} + 2 c w_j": "right",
        rf"\frac{{\partial E}}{{\partial b}} = 2 {R}": "right",
        rf"\frac{{\partial E}}{{\partial u}} = 2 {R} v^{{(i)}} + 2 c u": "wrong",
    }
    assert _judged(expected, more=r"+ c \sum_j w_j^2") == expected


SAME = {
    "u": r"\mathbf{w} = (b, w_1, \dots, w_d)^T",
    "v": r"\mathbf{x}^{(i)} = (1, x_1^{(i)}, \dots, x_d^{(i)})^T",
    "s": r"s^{(i)} = \mathbf{w}^T \mathbf{x}^{(i)}",
}


def test_letter_of_the_entries() -> None:
    expected = {
        line.replace(r"\partial u", r"\partial \mathbf{w}").replace("v^{(i)}", r"\mathbf{x}^{(i)}"): judged
        for line, judged in LINES
    }
    assert _judged(expected, **SAME) == expected
    twice = SAME | {"s": r"s^{(i)} = \mathbf{w}^T \mathbf{x}^{(i)} + b"}  # is the b the one in it?
    found = _judged(expected, **twice)
    assert {"right", "wrong"}.isdisjoint(found.values()), found


@pytest.mark.parametrize(
    ("line", "more", "columns"),
    [
        (LINES[1][0], r"+ u_2^2", ""),  # the second, or number 2?
        (LINES[1][0], "+ c w^T w", ""),
        (LINES[1][0], "", r"$$ u = u - \eta \frac{\partial E}{\partial u} $$"),
        (LINES[1][0], "", r"$$ r = (b, r_1, \dots, r_d)^T $$"),
        (LINES[1][0], "", r"$w_j \in \mathbb{R}^k$"),
    ],
)
def test_left_open(line: str, more: str, columns: str) -> None:
    assert _judged([line], more=more, columns=columns)[line] not in ("right", "wrong")


COLUMNS = r"""
$$ X = \begin{bmatrix} (v^{(1)})^T \\ (v^{(2)})^T \\ \vdots \\ (v^{(N)})^T \end{bmatrix} $$
$$ \mathbf{y} = \begin{bmatrix} y^{(1)} \\ \vdots \\ y^{(N)} \end{bmatrix} $$
$$ \mathbf{s} = (s^{(1)}, \dots, s^{(N)})^T $$
"""


def test_examples_typed_out() -> None:
    expected = {
        r"\nabla_u E = 2 X^T (X u - \mathbf{y})": "right",
        r"\nabla_u E = X^T (X u - \mathbf{y})": "wrong",
        r"\nabla_u E = 2 X^T (\mathbf{s} - \mathbf{y})": "right",
        r"\nabla_u E = 2 X (\mathbf{s} - \mathbf{y})": "wrong",
        r"\mathbf{s} = X u": "right",
        r"\nabla_{\mathbf{s}} E = 2 (\mathbf{s} - \mathbf{y})": "right",
        r"\nabla_{\mathbf{s}} E = 2 (\mathbf{y} - \mathbf{s})": "wrong",
        r"\frac{\partial E}{\partial s^{(i)}} = 2 (s^{(i)} - y^{(i)})": "right",
    }
    assert _judged(expected, columns=COLUMNS) == expected


def test_more_than_numbers() -> None:
    """A column of what are vectors elsewhere is none of numbers."""
    columns = COLUMNS + r"$$ F = \sum_{i=1}^N \sum_{k=1}^K y_k^{(i)} $$"
    line = r"\nabla_u E = X^T (X u - \mathbf{y})"
    assert _judged([line], columns=columns)[line] not in ("right", "wrong")

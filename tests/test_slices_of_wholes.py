r"""Rows and columns whose matrix has another font or letter, `A_{i,:}` of `\mathbf{A}`: `z_i = \sum_n a_{in} x_n`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ROW = (
    r"$$z_i = ROW \mathbf{x} + b_i \quad (1 \le i \le I)$$"
    "\n\n"
    r"$$E = \sum_{i=1}^I f(z_i)$$ Here $\mathbf{A} = (a_{in})$ and $\mathbf{x} = (x_n)$ with $n = 1, \dots, N$."
    "\n\n"
)
WRITTEN = [r"A_{i,:}", r"A_{i:}", r"A_{i\cdot}", r"A_{i,*}", r"A_{i\bullet}", r"a_{i,:}", r"\mathbf{a}_{i,:}"]
WRITTEN += [r"\mathbf{A}_{i,:}"]


@pytest.mark.parametrize("row", WRITTEN)
def test_a_row_is_one_of_the_matrix(row: str) -> None:
    cases = [
        (r"\frac{\partial E}{\partial a_{in}} = f'(z_i) x_n", "right"),
        (r"\frac{\partial E}{\partial a_{in}} = f'(z_n) x_i", "wrong"),
        (r"\frac{\partial E}{\partial x_n} = \sum_{i=1}^I f'(ROW \mathbf{x} + b_i) a_{in}", "right"),
        (r"\frac{\partial E}{\partial x_n} = \sum_{i=1}^I f'(ROW \mathbf{x}) a_{in}", "wrong"),
        (r"\frac{\partial E}{\partial \mathbf{x}} = \sum_{i=1}^I f'(z_i) ROW^T", "right"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(ROW.replace("ROW", row), lines=[f"$${line.replace('ROW', row)}$$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


def test_columns() -> None:
    page = (
        r"$$s_n = A_{:,n}^\top \mathbf{h} \quad (1 \le n \le N)$$ $$E = \frac12 \sum_{n=1}^N s_n^2$$"
        r" Here $\mathbf{A} = (a_{in})$ and $\mathbf{h} = (h_i)$ with $i = 1, \dots, I$."
    )
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial a_{in}} = s_n h_i$$",
            r"$$\frac{\partial E}{\partial a_{in}} = s_i h_n$$",
        ],
    ) == ["right", "wrong"]


def test_a_column_in_the_place_of_a_row_is_not_read() -> None:
    page = ROW.replace("ROW", r"A_{:,i}")
    assert verdict(page, r"$$\frac{\partial E}{\partial a_{in}} = f'(z_i) x_n$$") not in ("right", "wrong")


def test_a_letter_that_stands_elsewhere_is_another_one() -> None:
    """The plain A has one index there: it is no matrix."""
    page = ROW.replace("ROW", "A_{i,:}") + r"$$R = \sum_{i=1}^I A_i^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial a_{in}} = f'(z_i) x_n$$") not in ("right", "wrong")


def test_a_dot_that_means_a_sum() -> None:
    page = (
        r"$$a_{i\cdot} = \sum_{n=1}^N a_{in} \quad (1 \le i \le I)$$ $$E = \sum_{i=1}^I a_{i\cdot}^2$$"
        r" Here $\mathbf{A} = (a_{in})$."
    )
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial a_{in}} = 2 a_{i\cdot}$$",
            r"$$\frac{\partial E}{\partial a_{in}} = 2 a_{in}$$",
        ],
    ) == ["right", "wrong"]


def test_probabilities_with_a_row() -> None:
    page = (
        r"$$E = -\sum_{i=1}^I \log(1 + \exp(A_{i,:} \mathbf{x} + b_i))$$"
        r"$$p_\theta(h_i = 1 | \mathbf{x}) = 1 - \frac{1}{1 + \exp(A_{i,:} \mathbf{x} + b_i)}$$"
        r" Here $\mathbf{A} = (a_{in})$ and $\mathbf{x} = (x_n)$, $\mathbf{b} = (b_i)$ with $n = 1, \dots, N$."
    )
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial a_{in}} = -p_\theta(h_i = 1 | \mathbf{x}) x_n$$",
            r"$$\frac{\partial E}{\partial a_{in}} = p_\theta(h_i = 1 | \mathbf{x}) x_n$$",
            r"$$\frac{\partial E}{\partial b_i} = -p_\theta(h_i = 1 | \mathbf{x}) b_i$$",
        ],
    ) == ["right", "wrong", "wrong"]

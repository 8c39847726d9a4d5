r"""A row times a column beside a matrix, `\diag(p) - p^T p`: of columns that is a number, and nobody subtracts it.

By hand: softmax has the Jacobian `\diag(p) - p p^T` for columns, and `\diag(p) - p^T p` for rows.
"""

from __future__ import annotations

import symderiv as sd

SOFTMAX = r"$$p = \mathrm{softmax}(a), \qquad L = f(p)$$" "\n\n"
BY = r"\frac{\partial L}{\partial a} = \frac{\partial L}{\partial p} "


def verdict(line: str, page: str = SOFTMAX) -> str:
    return sd.check(f"{page}$${line}$$\n").claims[-1].judgement.value


def test_a_product_of_rows_is_not_taken_for_a_number() -> None:
    assert verdict(BY + r"(\mathrm{diag}(p) - p^T p)") in ("unreadable", "right")
    assert verdict(r"\frac{\partial p}{\partial a} = \mathrm{diag}(p) - p^T p") in ("unreadable", "right")


def test_of_columns_it_is_read() -> None:
    assert verdict(BY + r"(\mathrm{diag}(p) - p p^T)") == "right"
    assert verdict(BY + r"(\mathrm{diag}(p) + p p^T)") == "wrong"


def test_a_number_that_multiplies_is_one() -> None:
    page = "$w$ and $x$ are vectors.\n\n" r"$$E = \frac12 (w^T x)^2$$" "\n\n"
    assert verdict(r"\frac{\partial E}{\partial w} = (w^T x) x", page) == "right"
    assert verdict(r"\frac{\partial E}{\partial w} = (w^T x - x^T x) x", page) == "wrong"

r"""Weights of one output, `w^{(2)}_{1j}`, as a row, and a matrix of which a page shows the first row only."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
+++
[ranges]
"j" = "1..m"
"k" = "1..n"
+++
$$ z^{(1)}_j = \sum_{k=1}^{n} w^{(1)}_{jk} x_k + b^{(1)}_j, \qquad a^{(1)}_j = \tanh(z^{(1)}_j) $$

$$ z^{(2)} = \sum_{j=1}^{m} w^{(2)}_{1j} a^{(1)}_j + b^{(2)}, \qquad J = \frac{1}{2} (z^{(2)} - y)^2 $$

"""
BY_FIRST = r"\frac{\partial J}{\partial w^{(1)}} = (z^{(2)} - y) "
BY_SECOND = r"\frac{\partial J}{\partial w^{(2)}} = (z^{(2)} - y) "


def verdict(page: str, line: str) -> str:
    return str(check(page.lstrip() + f"$$ {line} $$").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (BY_FIRST + r"\left((w^{(2)})^T \odot (1 - a^{(1)} \odot a^{(1)})\right) x^T", "right"),
        (BY_FIRST + r"(w^{(2)})^T x^T", "wrong"),
        (BY_SECOND + r"(a^{(1)})^T", "right"),
        (BY_SECOND + r"(z^{(1)})^T", "wrong"),
        (BY_SECOND + r"a^{(1)}", "unreadable"),
    ],
)
def test_a_row(line: str, expected: str) -> None:
    assert verdict(PAGE, line) == expected


def test_a_column() -> None:
    page = PAGE.replace("w^{(2)}_{1j}", "w^{(2)}_{j1}")
    assert verdict(page, BY_SECOND + r"a^{(1)}") == "right"
    assert verdict(page, BY_SECOND + r"z^{(1)}") == "wrong"


def test_the_first_row_of_more() -> None:
    page = PAGE.replace("z^{(2)}", "z^{(2)}_1").replace("b^{(2)}", "b^{(2)}_1")
    line = BY_SECOND.replace("z^{(2)}", "z^{(2)}_1") + r"(a^{(1)})^T"
    assert verdict(page, line) not in ("right", "wrong")

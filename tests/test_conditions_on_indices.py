r"""`For $k = j$` is a condition where j is an index of the page, whatever the letter of an error is."""

from __future__ import annotations

import pytest

from .judging import verdict

LAYER = r"""$$v_j = \sum_{i=1}^m w_{ji} x_i + b_j, \quad j = 1, \dots, n$$

$$y_j = \varphi(v_j) \qquad J = \frac12 \sum_{j=1}^n LETTER_j^2, \quad LETTER_j = d_j - y_j$$

"""


@pytest.mark.parametrize("letter", ["e", "g", r"\epsilon"])
@pytest.mark.parametrize(
    ("said", "line", "expected"),
    [
        ("For $k = j$,", r"\varphi'(v_j)", "right"),
        ("For $k = j$,", r"\varphi'(v_j) w_{jj}", "wrong"),
        (r"For $k \ne j$,", r"\varphi'(v_j)", "wrong"),
        (r"For $k \ne j$,", "0", "right"),
    ],
)
def test_a_letter_that_only_lines_use(letter: str, said: str, line: str, expected: str) -> None:
    page = LAYER.replace("LETTER", letter)
    assert verdict(page, said, rf"$$\frac{{\partial y_k}}{{\partial v_j}} = {line}$$") == expected

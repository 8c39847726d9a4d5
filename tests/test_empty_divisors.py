r"""Divisors that are empty sums, `\frac{1}{c}` with a sum over pairs: at one point nothing is claimed."""

from __future__ import annotations

import pytest

from .judging import verdict

PAIRS = (
    r"For $i, j = 1, \dots, N$: $$g_{ij} = (y_i - y_j)^2 + a$$ $$c = \sum_{i=1}^{N-1} \sum_{j=i+1}^{N} g_{ij}$$"
    r" $$E = \frac{1}{c} \sum_{i=1}^{N-1} \sum_{j=i+1}^{N} (g_{ij} - b)^2 g_{ij}$$"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\frac{1}{2c} \sum_{i=1}^{N} \sum_{j=1, j \neq i}^{N} (g_{ij} - b)^2 g_{ij}", "right"),
        (r"\frac{1}{c} \sum_{i=1}^{N} \sum_{j=1, j \neq i}^{N} (g_{ij} - b)^2 g_{ij}", "wrong"),
        (r"\frac{1}{2c} \sum_{i=1}^{N} \sum_{j=1}^{N} (g_{ij} - b)^2 g_{ij}", "wrong"),
    ],
)
@pytest.mark.parametrize("letters", ["ygc", "xdS", "urZ"])
def test_sums_over_pairs(letters: str, body: str, expected: str) -> None:
    page, line = PAIRS, f"$$E = {body}$$"
    y, g, c = letters
    for a, b in (("y_", f"{y}_"), ("g_{", f"{g}_{{"), ("$c ", f"${c} "), ("2c", f"2{c}"), ("{c}", f"{{{c}}}")):
        page, line = page.replace(a, b), line.replace(a, b)
    assert verdict(page, line) == expected


def test_a_line_that_fails_where_nothing_is_divided() -> None:
    """With one point the sum without the divisor is 0, and the line says that it is 1."""
    net = r"For $i, j = 1, \dots, N$: $$c = \sum_{i=1}^{N-1} \sum_{j=i+1}^{N} g_{ij}$$"
    assert verdict(net, r"$$\frac{c}{c} = 1$$") != "wrong"
    assert verdict(net, r"$$c = 1$$") != "right"

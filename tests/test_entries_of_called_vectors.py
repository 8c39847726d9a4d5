r"""`[Dg(x)]_k = \partial g(x)/\partial x_k` says what the vector `Dg(x)` is, also where g is an equation of arrays."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""Let $B = (B_{ij})$ be an $n \times n$ matrix and $g(x) = x^\top B x$. All indices run from $1$ to $n$.
The derivative is the vector $Dg(x)$ with

$$ [Dg(x)]_k = \frac{\partial g(x)}{\partial x_k} $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"Dg(x) = (B + B^\top) x", "right"),
        (r"Dg(x) = B x + B^\top x", "right"),
        (r"Dg(x) = 2 B x", "wrong"),
        (r"[Dg(x)]_k = \sum_i (B_{ik} + B_{ki}) x_i", "right"),
        (r"[Dg(x)]_k = \sum_i (B_{ik} + B_{ki}) x_k", "wrong"),
    ],
)
def test_a_line_about_the_vector(line: str, expected: str) -> None:
    page = f"{PAGE}$$ {line} $$\n\n$$ Dg(x) = B x + B^\\top x $$\n"
    assert [str(c.judgement) for c in check(page).claims][-2:] == [expected, "right"]


def test_the_first_line_is_claimed() -> None:
    lines = "\n\n".join(f"$$ Dg(x) = {right} $$" for right in (r"2 B x", r"(B + B^\top) x"))
    assert [str(c.judgement) for c in check(PAGE + lines).claims][-2:] == ["wrong", "right"]

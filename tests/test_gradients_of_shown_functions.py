r"""`\nabla f(x)` beside derivatives by something else: f is a number, and x what the gradient is taken by."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""Let $f(x) = x^T A x$ with $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$.

$$ %s $$

$$ \frac{\partial f}{\partial A} = x x^T $$
"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\nabla f(x) = (A + A^T) x", "right"),
        (r"\nabla f(x) = 2 A x", "wrong"),
        (r"\nabla^2 f(x) = A + A^T", "right"),
        (r"\nabla^2 f(x) = 2 A", "wrong"),
        (r"\nabla f(x) = x x^T", "wrong"),
    ],
)
def test_the_argument_is_what_it_is_taken_by(line: str, verdict: str) -> None:
    found = check(PAGE % line).claims
    assert [c.judgement.value for c in found] == [verdict, "right"]

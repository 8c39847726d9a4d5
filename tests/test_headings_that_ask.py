"""A heading that asks for the derivative of what it defines does not ask whether the definition holds."""

from __future__ import annotations

import pytest

from .judging import check


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (r"What is the derivative of $f(x) = x^\top A x$?", ["right", "right"]),
        (r"How do I differentiate $f(x) = x^\top A x$?", ["right", "right"]),
        (r"Is $f(x) = x^\top A x$?", ["unproved", "unproved"]),
    ],
)
def test_the_definition_in_a_heading(heading: str, expected: list[str]) -> None:
    page = (
        f"# {heading}\n\n"
        + r"""$A$ is an $n \times n$ matrix.

$$ f(x) = \sum_{i,j} A_{ij} x_i x_j $$

$$ \frac{\partial f}{\partial x_k} = \sum_i (A_{ik} + A_{ki}) x_i $$
"""
    )
    found = [str(c.judgement) for c in check(page).claims][-2:]
    assert found == expected or (expected[0] == "unproved" and "wrong" not in found)

r"""`A / B` of two matrices: by entries, or times the inverse as some mean it. Only `\oslash` says which."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

BOLD = r"""
$$\mathbf{C} = \mathbf{A} / \mathbf{B}$$

$$\mathbf{z} = \mathbf{C} \mathbf{v}, \quad L = \frac12 \|\mathbf{z}\|^2$$
"""
OPEN = ("unproved", "unreadable")


@pytest.mark.parametrize("words", ["", r"That is $\mathbf{A} \mathbf{B}^{-1}$.", "We divide from the right."])
def test_matrices_in_bold(words: str) -> None:
    cases = [
        r"\frac{\partial L}{\partial \mathbf{A}} = \mathbf{z} \mathbf{v}^T / \mathbf{B}",
        r"\frac{\partial L}{\partial \mathbf{A}} = \mathbf{z} \mathbf{v}^T",
        r"\mathbf{C} \mathbf{B} = \mathbf{A}",
    ]
    for line, found in zip(cases, each_verdict(BOLD, words, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found in OPEN, line


def test_declared_square_matrices() -> None:
    shapes = r"$\mathbf{A}, \mathbf{B} \in \mathbb{R}^{n \times n}$, $\mathbf{v} \in \mathbb{R}^n$."
    line = r"$$ \frac{\partial L}{\partial \mathbf{A}} = (\mathbf{z} \mathbf{v}^T) / \mathbf{B} $$"
    assert verdict(shapes, BOLD, line) in OPEN


@pytest.mark.parametrize(("factor", "wanted"), [("", "right"), ("2", "wrong")])
def test_declared_matrices_that_have_no_inverse(factor: str, wanted: str) -> None:
    shapes = r"$\mathbf{A}, \mathbf{B} \in \mathbb{R}^{n \times m}$, $\mathbf{v} \in \mathbb{R}^m$."
    line = (
        rf"$$ \frac{{\partial L}}{{\partial \mathbf{{A}}}} = {factor} (\mathbf{{z}} \mathbf{{v}}^T) / \mathbf{{B}} $$"
    )
    assert verdict(shapes, BOLD, line) == wanted

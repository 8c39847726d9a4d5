r"""The chain rule through arrays, as a product and as `\text{prod}`, where a derivative has more than two indices."""

from __future__ import annotations

import pytest

from .judging import check

VECTORS = r"""
$x \in \mathbb{R}^{d}$, $u, b \in \mathbb{R}^{k}$, $W \in \mathbb{R}^{k \times d}$, $a \in \mathbb{R}$

$$z = W x + a b, \qquad h = \tanh(z), \qquad L = \frac12 \|h - u\|^2$$

"""
MATRICES = r"""
$X \in \mathbb{R}^{n \times d}$, $T \in \mathbb{R}^{n \times k}$, $W \in \mathbb{R}^{d \times k}$, $a \in \mathbb{R}$

$$Z = a X W, \qquad H = \tanh(Z), \qquad L = \frac12 \|H - T\|_F^2$$

"""


def verdict(page: str, line: str) -> str:
    return str(check(page + f"$$ {line} $$").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial z} \frac{\partial z}{\partial W}", "right"),
        (r"\frac{\partial L}{\partial z} \cdot \frac{\partial z}{\partial W}", "right"),
        (r"\frac{\partial L}{\partial z} \frac{\partial z}{\partial W} = \frac{\partial L}{\partial z} x^T", "right"),
        (r"\frac{\partial L}{\partial z} \frac{\partial z}{\partial W} = \frac{\partial L}{\partial h} x^T", "wrong"),
        (r"\frac{\partial L}{\partial h} \frac{\partial h}{\partial z} \frac{\partial z}{\partial W}", "right"),
        (r"\left(\frac{\partial L}{\partial h}\right)^T \frac{\partial h}{\partial W}", "right"),
        (r"\frac{\partial z}{\partial W} \frac{\partial L}{\partial z}", "right"),
        (r"2 \frac{\partial L}{\partial z} \frac{\partial z}{\partial W}", "wrong"),
        (r"-\frac{\partial L}{\partial z} \frac{\partial z}{\partial W}", "wrong"),
        (r"\text{prod}\left(\frac{\partial L}{\partial z}, \frac{\partial z}{\partial W}\right)", "right"),
        (r"2\,\operatorname{prod}\left(\frac{\partial L}{\partial z}, \frac{\partial z}{\partial W}\right)", "wrong"),
        (r"\text{prod}\left(\frac{\partial L}{\partial h}, \frac{\partial z}{\partial W}\right)", "unreadable"),
        (r"\frac{\partial L}{\partial h} \frac{\partial z}{\partial W}", "unreadable"),
    ],
)
def test_vectors_by_a_matrix(line: str, expected: str) -> None:
    assert verdict(VECTORS, r"\frac{\partial L}{\partial W} = " + line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial W} = \frac{\partial L}{\partial Z} \frac{\partial Z}{\partial W}", "right"),
        (
            r"\frac{\partial L}{\partial Z} \frac{\partial Z}{\partial W} = a X^T \frac{\partial L}{\partial Z}",
            "right",
        ),
        (r"\frac{\partial L}{\partial Z} \frac{\partial Z}{\partial W} = X^T \frac{\partial L}{\partial Z}", "wrong"),
        (r"\frac{\partial L}{\partial a} = \frac{\partial L}{\partial Z} \frac{\partial Z}{\partial a}", "right"),
        (r"\frac{\partial L}{\partial a} = 2 \frac{\partial L}{\partial Z} \frac{\partial Z}{\partial a}", "wrong"),
    ],
)
def test_matrices(line: str, expected: str) -> None:
    assert verdict(MATRICES, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial a} = \frac{\partial L}{\partial z} \frac{\partial z}{\partial a}", "right"),
        (r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial z} \frac{\partial z}{\partial x}", "right"),
        (r"\frac{\partial L}{\partial x} = \frac{\partial z}{\partial x} \frac{\partial L}{\partial z}", "wrong"),
        (
            r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial z} (\frac{\partial z}{\partial x})^T",
            "wrong",
        ),
    ],
)
def test_layouts_still_count(line: str, expected: str) -> None:
    """Jacobians multiply as matrices; a column times a derivative by a number is no matter of layout."""
    assert verdict(VECTORS, line) == expected


def test_other_ways_are_missing() -> None:
    page = r"""
$x, u \in \mathbb{R}^d$, $W \in \mathbb{R}^{d \times d}$, $z = W x$, $h = W z$, $L = \frac12 \|h - u\|^2$

"""
    by_z = r"\frac{\partial L}{\partial z} \frac{\partial z}{\partial W}"
    assert verdict(page, r"\frac{\partial L}{\partial W} = " + by_z) == "wrong"
    assert verdict(page, r"\frac{\partial L}{\partial W} = " + by_z.replace("z", "h")) == "right"

r"""Pages about densities: where a nabla is taken, points in bold beside data in bold, constants that normalise."""

from __future__ import annotations

import pytest

from .judging import verdict

KERNEL = r"""With $n$ points $\mathbf{x}_i$ and a bandwidth $h > 0$ the density estimate at the point $\mathbf{x}$ is

$$ \hat{f}_h(\mathbf{x}) = \frac{c}{n h^d} \sum_{i=1}^{n} k\left( \|\frac{\mathbf{x} - \mathbf{x}_i}{h}\|^2 \right) $$

where $k$ is a differentiable function of one variable and $c$ is a normalization constant. {told}
"""
TOLD = r"The gradient $\nabla$ is taken with respect to $\mathbf{x}$."
NORM = r"\nabla \left\| \frac{\mathbf{x} - \mathbf{x}_i}{h} \right\|^2 = "
DENSITY = r"\nabla \hat{f}_h(\mathbf{x}) = "
SLOPE = r"\sum_{i=1}^{n} (\mathbf{x} - \mathbf{x}_i) k'\left( \|\frac{\mathbf{x} - \mathbf{x}_i}{h}\|^2 \right)"


def judged(line: str, told: str = TOLD, page: str = KERNEL) -> str:
    return verdict(page.replace("{told}", told), f"$$ {line} $$")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (NORM + r"\frac{2}{h^2} (\mathbf{x} - \mathbf{x}_i)", "right"),
        (NORM + r"\frac{2}{h} (\mathbf{x} - \mathbf{x}_i)", "wrong"),
        (NORM + r"-\frac{2}{h^2} (\mathbf{x} - \mathbf{x}_i)", "wrong"),
        (DENSITY + rf"\frac{{2 c}}{{n h^{{d+2}}}} {SLOPE}", "right"),
        (DENSITY + rf"\frac{{2 c}}{{n h^{{d+1}}}} {SLOPE}", "wrong"),
        (DENSITY + rf"\frac{{c}}{{n h^{{d+2}}}} {SLOPE}", "wrong"),
    ],
)
def test_the_gradient_of_a_kernel_density(line: str, expected: str) -> None:
    assert judged(line) == expected


@pytest.mark.parametrize(
    "told",
    [
        r"Here $\nabla$ denotes the gradient with respect to $\mathbf{x}$.",
        r"All gradients are taken with respect to $\mathbf{x}$.",
        r"Dabei ist $\nabla$ der Gradient bezüglich $\mathbf{x}$.",
        r"ここで $\nabla$ は $\mathbf{x}$ に関する勾配である。",
        r"其中 $\nabla$ 表示对 $\mathbf{x}$ 的梯度。",
    ],
)
def test_what_a_nabla_is_taken_by_is_said_in_words(told: str) -> None:
    assert judged(NORM + r"\frac{2}{h^2} (\mathbf{x} - \mathbf{x}_i)", told) == "right"
    assert judged(NORM + r"\frac{2}{h} (\mathbf{x} - \mathbf{x}_i)", told) == "wrong"


WORDS = r"""$$ q = \sum_{j=1}^{m} (a_j - b_j)^2 $$ and {told}
"""


@pytest.mark.parametrize(
    ("told", "line", "expected"),
    [
        (r"$\nabla$ is taken with respect to $a$.", r"\nabla q = 2 (a - b)", "right"),
        (r"$\nabla$ is taken with respect to $a$.", r"\nabla q = 2 (b - a)", "wrong"),
        (r"$\nabla$ is taken with respect to $b$.", r"\nabla q = 2 (b - a)", "right"),
        (r"$\nabla$ is not taken with respect to $a$.", r"\nabla q = 2 (a - b)", "unreadable"),
        (r"often $\nabla$ is taken with respect to $a$.", r"\nabla q = 2 (a - b)", "unreadable"),
        (
            r"$\nabla$ is taken with respect to $a$. Below, $\nabla$ is taken with respect to $b$.",
            r"\nabla q = 2 (a - b)",
            "unreadable",
        ),
    ],
)
def test_what_is_denied_or_said_twice_is_not_taken(told: str, line: str, expected: str) -> None:
    assert judged(line, told, WORDS) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a density at the point $x$, where $c$ is a normalization constant", "right"),
        ("a function, where $c$ is a normalization constant", "unproved"),
        ("a density, where $c$ is the prediction of the model", "unproved"),
    ],
)
def test_what_normalises_a_density_is_the_same_at_every_point(words: str, expected: str) -> None:
    page = rf"$$ p(x) = c \, e^{{-a x^2}} $$ is {words}." + "\n"
    assert judged(r"\frac{\partial p(x)}{\partial x} = -2 a x p(x)", page=page) == expected


def test_what_normalises_a_density_depends_on_its_parameters() -> None:
    page = r"$$ p(x) = c \, e^{-a x^2} $$ is a density at the point $x$, where $c$ is a normalization constant." + "\n"
    assert judged(r"\frac{\partial p(x)}{\partial a} = -x^2 p(x)", page=page) == "unproved"

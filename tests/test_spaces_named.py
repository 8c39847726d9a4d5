r"""Spaces of matrices by a letter, `\mathcal{M}_{p,n}(\mathbb{R})`, declarations one layer on, marks behind braces."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

RIGHT = r"$$\frac{\partial E}{\partial W} = 2 (W x - y) x^\top$$"
WRONG = r"$$\frac{\partial E}{\partial W} = 2 x (W x - y)^\top$$"


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize(
    "space",
    [
        r"\mathcal M_{p,n}(\mathbb R)",
        r"M_{p,n}(\mathbb{R})",
        r"\mathrm{Mat}_{p \times n}(\mathbb{R})",
        r"\mathscr{M}_{p, n}(\mathbb{R})",
    ],
)
def test_a_space_says_how_many_rows_and_columns(space: str) -> None:
    head = rf"$W \in {space}$, $x \in \mathbb R^n$, $y \in \mathbb R^p$. $$E = \|W x - y\|^2$$ "
    assert verdicts(head + RIGHT + WRONG) == ["right", "wrong"]


def test_a_space_of_squares() -> None:
    head = r"$A \in \mathcal{M}_n(\mathbb{R})$, $x \in \mathbb R^n$. $$E = x^T A x$$ "
    lines = r"$$\nabla_x E = (A + A^T) x$$ $$\nabla_x E = 2 A x$$"
    assert verdicts(head + lines) == ["right", "wrong"]


def test_a_space_with_rows_and_columns_exchanged_does_not_fit() -> None:
    head = r"$W \in \mathcal M_{n,p}(\mathbb R)$, $x \in \mathbb R^n$, $y \in \mathbb R^p$. $$E = \|W x - y\|^2$$ "
    assert "right" not in verdicts(head + RIGHT)


def test_what_is_declared_one_layer_on_holds_for_the_last() -> None:
    head = (
        r"$x_k \in \mathbb{R}^{n_k}$, $W_k \in \mathbb{R}^{n_{k+1} \times n_k}$, $y \in \mathbb{R}^{n_K}$."
        "\n\nFor $k = 0, \\dots, K-1$:\n\n"
        r"$$z_{k+1} = W_k x_k \in \mathbb{R}^{n_{k+1}}$$ $$x_{k+1} = g(z_{k+1})$$"
        "\n\nThe error is\n\n"
        r"$$E = \frac12 \|x_K - y\|^2$$ "
    )
    right = r"$$\nabla_{z_K} E = (x_K - y) \odot g'(z_K)$$"
    assert verdicts(head + right) == ["right"]
    assert verdicts(head + right.replace("g'(z_K)", "g(z_K)")) == ["wrong"]


def test_braces_before_a_mark() -> None:
    head = r"$$s_j = {w_j}^T h, \quad E = \sum_{j=1}^V c_j g(s_j)$$ "
    right = r"$$\frac{\partial E}{\partial w_j} = c_j g'(s_j) h$$"
    wrong = r"$$\frac{\partial E}{\partial w_j} = c_j g'(s_j) w_j$$"
    assert verdicts(head + right + wrong) == ["right", "wrong"]


def test_braces_before_an_exponent() -> None:
    r"""Where T counts something, `{a_j}^T` is no transpose."""
    head = r"$$E = \sum_{t=1}^T \sum_{j=1}^V b_{tj} {a_j}^T$$ "
    assert "right" not in verdicts(head + r"$$\frac{\partial E}{\partial b_{tj}} = a_j$$")

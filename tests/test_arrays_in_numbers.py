r"""Networks with a few units whose entries, layers and matrices are written in numbers, `W^{[2]}_{14}`.

By hand, for `z = W x`, `a = \tanh(z)`, `J = \frac12 (v a - t)^2`: `\partial J/\partial z_k = (v a - t) v_k (1 - a_k^2)`
and `\partial J/\partial W_{kj} = \partial J/\partial z_k \, x_j`.
"""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import each_verdict

SHAPES = r"""$\mathbf{x}$ is $(2,1)$, $\mathbf{W}$ is $(3,2)$, $\mathbf{z}$ and $\mathbf{a}$ are $(3,1)$,
and $\mathbf{v}$ is $(1,3)$.

$$ \mathbf{z} = \mathbf{W} \mathbf{x} $$

$$ \mathbf{a} = \tanh(\mathbf{z}) $$

$$ J = \frac12 (\mathbf{v} \mathbf{a} - t)^2 $$"""


def test_two_digits_are_two_indices() -> None:
    cases = [
        (r"\frac{\partial J}{\partial W_{31}} = \frac{\partial J}{\partial z_{31}} x_{11}", "right"),
        (r"\frac{\partial J}{\partial W_{31}} = \frac{\partial J}{\partial z_{11}} x_{31}", "wrong"),
        (r"\frac{\partial J}{\partial W_{21}} = \frac{\partial J}{\partial z_{21}} x_{21}", "wrong"),
        (r"\frac{\partial J}{\partial z_{21}} = (\mathbf{v} \mathbf{a} - t) v_{12} (1 - a_{21}^2)", "right"),
        (r"\frac{\partial J}{\partial z_{21}} = (\mathbf{v} \mathbf{a} - t) v_{11} (1 - a_{21}^2)", "wrong"),
        (r"\frac{\partial J}{\partial W_{1,2}} = \frac{\partial J}{\partial z_{1,1}} x_{2,1}", "right"),
    ]
    for (line, judged), found in zip(
        cases, each_verdict(SHAPES, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == judged, line


def test_two_digits_of_a_long_vector_are_one_index() -> None:
    page = r"$\mathbf{x}, \mathbf{w} \in \mathbb{R}^{40}$ $$ J = \frac12 (\mathbf{w}^T \mathbf{x})^2 $$"
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial J}{\partial w_{21}} = (\mathbf{w}^T \mathbf{x}) x_{21} $$",
            r"$$ \frac{\partial J}{\partial w_{21}} = (\mathbf{w}^T \mathbf{x}) x_{2} $$",
        ],
    ) == ["right", "wrong"]


LAYERS = r"""$\mathbf{x}$ is $(3,1)$, $\mathbf{W}^{[1]}$ is $(2,3)$, $\mathbf{W}^{[2]}$ is $(1,2)$, and
$\mathbf{b}^{[1]}$ and $\mathbf{z}^{[1]}$ are $(2,1)$.

$$ \mathbf{z}^{[1]} = \mathbf{W}^{[1]} \mathbf{x} + \mathbf{b}^{[1]} $$

$$ \mathbf{a}^{[1]} = \tanh(\mathbf{z}^{[1]}) $$

$$ z^{[2]} = \mathbf{W}^{[2]} \mathbf{a}^{[1]} $$

$$ a^{[2]} = \hat{y} = \sigma(z^{[2]}), \quad \sigma(u) = \frac{1}{1 + e^{-u}} $$

$$ J = -ylog(\hat{y}) - (1-y)log(1-\hat{y}) $$

"""
WORDS = (
    r"$\boldsymbol{\delta}^{[l]}$ is the column vector of the partial derivatives of $J$ with respect to the "
    r"entries of $\mathbf{z}^{[l]}$.",
    r"Let $\boldsymbol{\delta}^{[l]} = \frac{\partial J}{\partial \mathbf{z}^{[l]}}$.",
)


@pytest.mark.parametrize("words", WORDS)
def test_a_delta_of_any_layer_beside_numbers(words: str) -> None:
    lines = (
        r"$$ \frac{dJ}{da^{[2]}} = -\frac{y}{a^{[2]}} + \frac{1-y}{1-a^{[2]}} $$",
        r"$$ \boldsymbol{\delta}^{[1]} = \mathbf{W}^{[2]T} (a^{[2]} - y) \odot \tanh'(\mathbf{z}^{[1]}) $$",
        r"$$ \delta^{[1]}_{21} = W^{[2]}_{12} (a^{[2]} - y) \tanh'(z^{[1]}_{21}) $$",
        r"$$ \frac{\partial J}{\partial W^{[1]}_{23}} = \delta^{[1]}_{21} x_{31} $$",
    )
    wrong = (
        r"$$ \frac{dJ}{da^{[2]}} = -\frac{y}{a^{[2]}} - \frac{1-y}{1-a^{[2]}} $$",
        r"$$ \boldsymbol{\delta}^{[1]} = \mathbf{W}^{[2]T} (y - a^{[2]}) \odot \tanh'(\mathbf{z}^{[1]}) $$",
        r"$$ \delta^{[1]}_{21} = W^{[2]}_{11} (a^{[2]} - y) \tanh'(z^{[1]}_{21}) $$",
        r"$$ \frac{\partial J}{\partial W^{[1]}_{23}} = \delta^{[1]}_{11} x_{31} $$",
    )
    assert {str(c.judgement) for c in check(LAYERS + words + "\n\n" + "\n\n".join(lines)).claims} == {"right"}
    assert {str(c.judgement) for c in check(LAYERS + words + "\n\n" + "\n\n".join(wrong)).claims} == {"wrong"}


def test_a_second_name_of_the_output() -> None:
    page = r"$$ z = w x $$ $$ NAMES $$ $$ E = -t \log q - (1 - t) \log(1 - q) $$"
    for names in (r"p = q = \sigma(z)", r"q = p = \sigma(z)", r"p = q$$ $$q = \sigma(z)"):
        here = page.replace("NAMES", names)
        assert each_verdict(
            here,
            lines=[
                r"$$ \frac{\partial E}{\partial p} = \frac{p - t}{p (1 - p)} $$",
                r"$$ \frac{\partial E}{\partial p} = \frac{t - p}{p (1 - p)} $$",
                r"$$ \frac{\partial E}{\partial w} = (p - t) x $$",
            ],
        ) == ["right", "wrong", "right"]


def test_jacobians_typed_entry_by_entry_with_d() -> None:
    line = r"""$$ \dfrac{d\mathbf{z}}{d\mathbf{x}} = \begin{bmatrix} W_{11} & W_{12} \\ W_{21} & W_{22} \\
    W_{31} & W_{32} \\ \end{bmatrix} $$"""
    assert each_verdict(SHAPES, lines=[line, line.replace("W_{12}", "W_{21}")]) == ["right", "wrong"]
    diagonal = r"""$$ \frac{d\mathbf{a}}{d\mathbf{x}} = \begin{bmatrix} 1 - a_{11}^2 & 0 & 0 \\ 0 & 1 - a_{21}^2 & 0 \\
    0 & 0 & 1 - a_{31}^2 \end{bmatrix} \mathbf{W} $$"""
    assert each_verdict(SHAPES, lines=[diagonal, diagonal.replace("a_{31}", "a_{21}")]) == ["right", "wrong"]


def test_a_function_right_behind_a_letter() -> None:
    page = r"$$ E = -tlog(p) - (1-t)log(1-p) $$"
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial p} = -\frac{t}{p} + \frac{1-t}{1-p} $$",
            r"$$ \frac{\partial E}{\partial p} = -\frac{t}{p} - \frac{1-t}{1-p} $$",
        ],
    ) == ["right", "wrong"]


def test_entries_of_one_layer_beside_a_number_of_another() -> None:
    page = r"""$\mathbf{x} \in \mathbb{R}^3$, $\mathbf{V}^{[1]} \in \mathbb{R}^{2 \times 3}$,
    $\mathbf{u} \in \mathbb{R}^2$

    $$ \mathbf{s}^{[1]} = \mathbf{V}^{[1]} \mathbf{x} $$

    $$ s^{[2]} = \mathbf{u}^T \mathbf{s}^{[1]} $$

    $$ E = \frac12 (s^{[2]} - t)^2 $$"""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial s^{[1]}_i} = (s^{[2]} - t) u_i $$",
            r"$$ \frac{\partial E}{\partial s^{[1]}_i} = (s^{[2]} - t) s^{[1]}_i $$",
        ],
    ) == ["right", "wrong"]

r"""Names such as `d\mathbf{u}` that words call gradients, or that lines lead back with; also where d is a length.

By hand: with rows, `z = x A` and `s = \tanh(z) B` give `\partial L/\partial z = (\partial L/\partial s \, B^T) \odot
(1 - \tanh^2 z)` and `\partial L/\partial A = x^T \, \partial L/\partial z`.
"""

from __future__ import annotations

import pytest

from symderiv import check

from .judging import verdict

ROWS = r"""All vectors are row vectors: $\mathbf{x} \in \mathbb{R}^{d}$, $\mathbf{t} \in \mathbb{R}^{m}$ are given,
$A \in \mathbb{R}^{d \times n}$ and $B \in \mathbb{R}^{n \times m}$ are weights.

$$ \mathbf{z} = \mathbf{x} A $$

$$ \mathbf{g} = \tanh(\mathbf{z}) $$

$$ \mathbf{s} = \mathbf{g} B $$

$$ L = \frac{1}{2} \lVert \mathbf{s} - \mathbf{t} \rVert^2 $$
"""
LINES = (
    r"$$ d\mathbf{g} = d\mathbf{s} \, B^\top $$",
    r"$$ d\mathbf{z} = d\mathbf{g} \odot (1 - \mathbf{g} \odot \mathbf{g}) $$",
    r"$$ dA = \mathbf{x}^\top d\mathbf{z} \in \mathbb{R}^{d \times n} $$",
    r"$$ d\mathbf{x} = d\mathbf{z} \, A^\top $$",
    r"$$ dz_i = dg_i \, (1 - g_i^2) $$",
)
WRONG = (
    r"$$ d\mathbf{z} = d\mathbf{g} \odot (1 - \mathbf{z} \odot \mathbf{z}) $$",
    r"$$ dB = \mathbf{z}^\top d\mathbf{s} $$",
    r"$$ d\mathbf{x} = -d\mathbf{z} \, A^\top $$",
    r"$$ dz_i = dg_i \, (1 - g_i) $$",
)
WORDS = (
    r"$d\mathbf{s}$, $d\mathbf{g}$, $d\mathbf{z}, d\mathbf{x}$, $dA$, $dB$ are gradients $\partial L/\partial(\cdot)$.",
    r"Here $d\mathbf{s}, d\mathbf{g}, d\mathbf{z}, d\mathbf{x}, dA, dB$ denote the gradients of the loss.",
    r"$dX$ denotes $\frac{\partial L}{\partial X}$ for each $X$.",
    r"$d\mathbf{s}, d\mathbf{g}, d\mathbf{z}, d\mathbf{x}, dA, dB$ are the arrays of the partial derivatives of $L$.",
    r"$d\mathbf{s}, d\mathbf{g}, d\mathbf{z}, d\mathbf{x}, dA, dB$ は損失 $L$ の勾配である。",
)


def judged(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims]


@pytest.mark.parametrize("words", WORDS)
def test_words_call_them_gradients(words: str) -> None:
    assert set(judged(words, ROWS, *LINES)) == {"right"}
    assert set(judged(words, ROWS, *WRONG)) == {"wrong"}


def test_lines_lead_back() -> None:
    """No equation of differentials says that g changes because s does, which is computed from it."""
    assert set(judged(ROWS, *LINES)) == {"right"}
    assert judged(ROWS, *LINES, *WRONG)[-4:] == ["wrong"] * 4


@pytest.mark.parametrize(
    "words",
    [
        r"$d\mathbf{s}$ and $dA$ are minus the gradients of $L$.",
        r"$d\mathbf{s}$ and $dA$ are the gradients of $L$, averaged over the batch.",
        r"$d\mathbf{s}$ and $dA$ are not the gradients of $L$ but steps.",
        r"$d\mathbf{s}$ and $dA$ are the gradients of $\log L$.",
    ],
)
def test_other_words_say_nothing(words: str) -> None:
    line = r"$$ dA = \mathbf{x}^\top ((\mathbf{s} - \mathbf{t}) B^\top \odot (1 - \mathbf{g} \odot \mathbf{g})) $$"
    assert not {"right", "wrong"} & set(judged(words, ROWS, line)[-1:])


COLUMNS = r"""$\mathbf{x} \in \mathbb{R}^n$, $V \in \mathbb{R}^{m \times n}$

$$ \mathbf{q} = V \mathbf{x} $$

$$ E = \frac12 \mathbf{q}^T \mathbf{q} $$"""


def test_differentials_stay_what_they_are() -> None:
    lines = (r"$$ d\mathbf{q} = dV \, \mathbf{x} $$", r"$$ dE = \mathbf{q}^T d\mathbf{q} $$")
    assert "wrong" not in judged(COLUMNS, *lines)
    assert "right" not in judged(COLUMNS, *(line.replace("= ", "= 2 ") for line in lines))


def test_a_length_times_a_vector() -> None:
    page = r"""$\mathbf{x}, \mathbf{y} \in \mathbb{R}^d$, $$ E = \frac{1}{d} \mathbf{x}^T \mathbf{y} $$"""
    assert verdict(page, r"$$ \frac{\partial E}{\partial \mathbf{x}} = \frac{1}{d^2} d \mathbf{y} $$") != "wrong"

"""Names such as `dW`: derivatives of the one loss of a page, and what is none."""

from __future__ import annotations

import pytest

from symderiv import check

LAYER = r"""
$z = W x + b$, $a = \sigma(z)$

$$ LOSS $$

$$ dz = a - y $$

$$ dW = dz x^T $$
"""
CROSS_ENTROPY = r"L = -y^T \log a - (1 - y)^T \log(1 - a)"


def verdicts(text: str) -> list[str]:
    return [str(c.judgement) for c in check(text).claims]


def test_the_one_loss_is_differentiated() -> None:
    assert verdicts(LAYER.replace("LOSS", CROSS_ENTROPY)) == ["right", "right"]
    wrong = LAYER.replace("LOSS", CROSS_ENTROPY).replace("a - y", "y - a")
    assert verdicts(wrong)[0] == "wrong"


@pytest.mark.parametrize(
    "loss",
    [
        r"J = \frac{1}{m} \sum_{i=1}^m (a_i - y_i)^2",
        CROSS_ENTROPY + r" \quad J = \frac12 (a - y)^T (a - y)",
    ],
)
def test_which_loss_is_open(loss: str) -> None:
    """Of a mean over examples, and of one of two losses, nothing is right or wrong by such a name."""
    assert not {"right", "wrong"} & set(verdicts(LAYER.replace("LOSS", loss))[-2:])


def test_differentials_stay_what_they_are() -> None:
    page = r"$y = w x$ and $$ E = \frac12 (y - t)^2 $$ $$ dE = (y - t) \, dy $$ $$ dE = (y - t) x \, dw $$"
    assert "wrong" not in verdicts(page)
    assert "right" not in verdicts(page.replace("(y - t) x", "(t - y) x"))[-1:]


def test_a_step_is_no_gradient() -> None:
    page = r"$h_t = h_{t-1} + dt \, w$, $h_0 = 0$, $t = 1, \dots, T$, $dt = 0.1$ $$ L = h_T^2 $$"
    assert "wrong" not in verdicts(page)


MEAN = r"""
WORDS

$z_i = w x_i$ and $$ J = \frac1n \sum_{i=1}^n (z_i - y_i)^2 $$

$$ dw = \frac2n \sum_i (z_i - y_i) x_i $$

$$ dz_i = 2 (z_i - y_i) $$
"""


def test_words_say_of_which_loss() -> None:
    told = MEAN.replace("WORDS", r"We write $dw$ for $\partial J / \partial w$, and so on.")
    assert verdicts(told) == ["right", "wrong"]
    for words in ("", r"We do not write $dw$ for $\partial J / \partial w$."):
        assert not {"right", "wrong"} & set(verdicts(MEAN.replace("WORDS", words))[-2:])


SIZES = r"$x \in \mathbb{R}^d$, $W \in \mathbb{R}^{d \times d}$, $y \in \mathbb{R}^d$, " + LAYER


def test_a_length_d_stands_in_no_such_name() -> None:
    page = SIZES.replace("LOSS", r"L = \frac12 \|a - y\|^2").replace("a - y $$", r"(a - y) \odot \sigma'(z) $$")
    assert verdicts(page) == ["right", "right"]
    assert verdicts(page.replace(r"\odot \sigma'(z)", ""))[0] == "wrong"
    multiplied = page.replace("L = ", r"L = \frac{1}{d} ")
    assert not {"right", "wrong"} & set(verdicts(multiplied)[:1])

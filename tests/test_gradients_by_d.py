"""Names such as `dW`: derivatives of the one loss of a page, and what is none."""

from __future__ import annotations

import pytest

from .judging import check

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


ATTENTION = r"""
Let $\mathbf{Q}, \mathbf{K}, \mathbf{V} \in \mathbb{R}^{N \times d}$, $\mathbf{S} = \mathbf{Q}\mathbf{K}^\top$,
$\mathbf{P} = \tanh(\mathbf{S})$, $\mathbf{O} = \mathbf{P}\mathbf{V}$ and $\mathbf{Y} \in \mathbb{R}^{N\times d}$.

$$L = \frac{1}{2}\|\mathbf{O} - \mathbf{Y}\|_F^2$$

$$D{V} = \mathbf{P}^\top D{O}$$

$$D{S} = (D{O} \mathbf{V}^\top) \odot (1 - \mathbf{P} \odot \mathbf{P})$$

$$D{Q} = D{S} \mathbf{K}$$

$$D{K} = D{S} \mathbf{Q}$$
"""
TYPED = {
    "bold": r"\mathbf{dX}",
    "bold behind a d": r"d\mathbf{X}",
    "an upright d": r"\mathrm{d}\mathbf{X}",
    "d as words": r"\text{d}\mathbf{X}",
    "declared bold": r"{\bf dX}",
    "plain": "dX",
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_whatever_the_fonts_are(typed: str) -> None:
    """Also where the d alone is a size; and without a line that has no d on its right."""
    page = ATTENTION
    for x in "VSQKO":
        page = page.replace(f"D{{{x}}}", typed.replace("X", x))
    assert verdicts(page)[-4:] == ["right", "right", "right", "wrong"]
    assert verdicts(page.replace(r"\mathbf", r"\boldsymbol"))[-4:] == ["right", "right", "right", "wrong"]


def test_names_of_several_letters() -> None:
    page = r"""
$$\begin{aligned} \mathbf Q &: n, d, \\ \mathbf K &: (m, d) \\ \mathbf V &: m \times e \end{aligned}$$

$$\mathbf{KV} = \mathbf K^\top \mathbf V, \qquad \mathbf O = \mathbf Q [\mathbf{KV}]$$

$$L = \frac12 \|\mathbf O\|_F^2$$

$$\mathbf{dKV} = \mathbf Q^\top \mathbf{dO}$$

$$\mathbf{dK} = \mathbf V [\mathbf{dKV}^\top]$$

$$\mathbf{dV} = \mathbf K [\mathbf{KV}]$$
"""
    assert verdicts(page)[-3:] == ["right", "right", "wrong"]


def test_capitals_in_bold_are_a_product() -> None:
    page = r"""
$\mathbf{A}, \mathbf{B} \in \mathbb{R}^{n \times n}$, $f = \operatorname{tr}(\mathbf{AB})$

$$\frac{\partial f}{\partial \mathbf{A}} = \mathbf{B}^T$$

$$\frac{\partial f}{\partial \mathbf{A}} = \mathbf{B}$$
"""
    assert verdicts(page)[-2:] == ["right", "wrong"]


def test_a_size_before_an_array() -> None:
    r"""`d\mathbf{Y} = \mathbf{X}` is a product where d is the size in `\mathbf{Y} = \frac{1}{d} \mathbf{X}`."""
    page = r"""
$\mathbf{X}, \mathbf{Y} \in \mathbb{R}^{n \times d}$, $\mathbf{Y} = \frac{1}{d} \mathbf{X}$,
$L = \frac12 \|\mathbf{Y}\|_F^2$

$$d\mathbf{Y} = \mathbf{X}$$

$$\frac{\partial L}{\partial \mathbf{X}} = \frac{1}{d} \mathbf{Y}$$
"""
    assert "wrong" not in verdicts(page)


@pytest.mark.parametrize("typed", [r"\mathbf{d\1}", r"d\mathbf{\1}", r"\mathrm{d}\mathbf{\1}"])
def test_changes_that_go_on(typed: str) -> None:
    """Equations of differentials, in whatever font, and where a d alone is a size."""
    page = r"""
$\mathbf{X} \in \mathbb{R}^{n \times d}$, $\mathbf{W} \in \mathbb{R}^{d \times k}$,
$\mathbf{T} \in \mathbb{R}^{n \times k}$

$$\mathbf{Y} = \mathbf{X} \mathbf{W} \qquad L = \frac12 \|\mathbf{Y} - \mathbf{T}\|_F^2$$

$$D{Y} = \mathbf{X} D{W}$$

$$dL = \operatorname{tr}((\mathbf{Y} - \mathbf{T})^T D{Y})$$

$$dL = \operatorname{tr}((\mathbf{Y} - \mathbf{T})^T \mathbf{X} D{W})$$

$$dL = \operatorname{tr}((\mathbf{Y} + \mathbf{T})^T \mathbf{X} D{W})$$
"""
    for x in "YW":
        page = page.replace(f"D{{{x}}}", typed.replace(r"\1", x))
    assert verdicts(page)[-4:] == ["right", "right", "right", "wrong"]


@pytest.mark.parametrize("typed", [r"\mathbf{dX}", r"d\mathbf{X}", r"dX"])
def test_which_loss_is_not_told(typed: str) -> None:
    """Beside a mean over examples two lines about one gradient may be about two losses."""
    page = r"""
$\mathbf{X} \in \mathbb{R}^{n \times m}$, $\mathbf{T} \in \mathbb{R}^{n \times m}$, $\mathbf{Y} = 2 \mathbf{X}$

$$J = \frac{1}{n} \sum_{i=1}^n \sum_{j=1}^m (\mathbf{Y}_{ij} - \mathbf{T}_{ij})^2$$

$$D = 2(\mathbf{Y} - \mathbf{T})$$

$$D = \frac{2}{n} (\mathbf{Y} - \mathbf{T})$$
""".replace("D =", typed.replace("X", "Y") + " =")
    assert not {"right", "wrong"} & set(verdicts(page)[-2:])


def test_two_changes_where_a_d_is_a_size() -> None:
    page = r"""
$X \in \mathbb{R}^{n \times d}$, $W \in \mathbb{R}^{d \times k}$, $Y = X W$

$$ \mathrm{d}Y = X \, \mathrm{d}W $$

$$ \mathrm{d}Y = (\mathrm{d}X) W + X \, \mathrm{d}W $$
"""
    assert verdicts(page)[0] == "right"
    assert verdicts(page)[1] not in ("right", "wrong")

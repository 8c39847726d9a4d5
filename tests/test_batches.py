r"""Networks of whole batches, `Z = X W + b`, of which no shape is said: what is a matrix, and where the biases lie."""

from __future__ import annotations

import pytest

from .judging import check

LAYER = r"""
WORDS

$$Z = PRODUCT$$

$$\hat{Y} = f(Z)$$

$$L = \frac12 \|\hat{Y} - Y\|_F^2$$

$$ LINE $$
"""
ERROR = r"((\hat{Y} - Y) \odot f'(Z))"
ROWS = "Each row of $X$ is an example."
COLUMNS = "Each column of $X$ is an example."


def verdict(words: str, product: str, line: str) -> str:
    page = LAYER.replace("WORDS", words).replace("PRODUCT", product).replace("LINE", line)
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(
    ("product", "right", "wrong"),
    [
        ("X W", rf"\partial L / \partial W = X^T {ERROR}", rf"\partial L / \partial W = X {ERROR}"),
        ("W X", rf"\partial L / \partial W = {ERROR} X^T", rf"\partial L / \partial W = {ERROR} X"),
        ("X W", rf"\partial L / \partial X = {ERROR} W^T", rf"\partial L / \partial X = {ERROR} W"),
    ],
)
def test_matrices_are_told_by_their_products(product: str, right: str, wrong: str) -> None:
    assert verdict("The network.", product, right) == "right"
    assert verdict("The network.", product, wrong) != "right"


@pytest.mark.parametrize("line", [rf"\mathbf{{1}}^T {ERROR}", rf"{ERROR}^T \mathbf{{1}}"])
def test_the_bias_lies_as_words_say(line: str) -> None:
    claim = rf"\partial L / \partial b = {line}"
    assert verdict(ROWS, "X W + b", claim) == "right"
    assert verdict("The bias is added to each row.", "X W + b", claim) == "right"
    assert verdict("", r"X W + \mathbf{1} b^T", claim) == "right"
    assert verdict(COLUMNS, "W X + b", claim) == "wrong"


def test_a_bias_of_which_nothing_is_told_is_open() -> None:
    """Not which axis it has, nor what two sentences say that contradict each other."""
    for words in ("The network.", f"{ROWS} {COLUMNS}"):
        for line in (rf"\mathbf{{1}}^T {ERROR}", rf"{ERROR} \mathbf{{1}}"):
            assert verdict(words, "X W + b", rf"\partial L / \partial b = {line}") not in ("right", "wrong")


def test_a_bias_may_be_a_matrix() -> None:
    assert verdict(ROWS, "X W + B", rf"\partial L / \partial B = {ERROR}") == "right"
    declared = r"$X \in \mathbb{R}^{N \times d}$, $W \in \mathbb{R}^{d \times K}$, $b \in \mathbb{R}^{N \times K}$. "
    assert verdict(declared + ROWS, "X W + b", rf"\partial L / \partial b = {ERROR}") == "right"
    assert verdict(declared + ROWS, "X W + b", rf"\partial L / \partial b = \mathbf{{1}}^T {ERROR}") == "wrong"


def test_square_matrices_take_a_vector_only_where_it_is_told_how() -> None:
    declared = r"$X, W, Y \in \mathbb{R}^{n \times n}$, $b \in \mathbb{R}^n$. "
    claim = rf"\partial L / \partial b = \mathbf{{1}}^T {ERROR}"
    assert verdict(declared + ROWS, "X W + b", claim) == "right"
    assert verdict(declared + COLUMNS, "W X + b", claim) == "wrong"
    page = LAYER.replace("WORDS", declared).replace("PRODUCT", "X W + b").replace("LINE", claim)
    assert {str(c.judgement) for c in check(page).claims}.isdisjoint({"right", "wrong"})


def test_numbers_stay_numbers() -> None:
    page = r"$$Z = X W + b$$ $$L = \frac12 (Z - Y)^2$$ $$ \frac{\partial L}{\partial W} = (Z - Y) X $$"
    assert str(check(page).claims[-1].judgement) == "right"


CLASSES = r"""
WORDS

$$Z = X W$$ $$P = \operatorname{softmax}(Z)$$ $$L = -\sum_{n=1}^N \sum_{k=1}^K ENTRY \log PLACE$$

$$ \frac{\partial L}{\partial W} = X^T (P - Y) $$
"""


@pytest.mark.parametrize(("entry", "place"), [("Y_{nk}", "P_{nk}"), ("y_{nk}", "p_{nk}")])
def test_rows_may_be_called_one_hot(entry: str, place: str) -> None:
    def found(words: str) -> str:
        page = CLASSES.replace("WORDS", words).replace("ENTRY", entry).replace("PLACE", place)
        return str(check(page).claims[-1].judgement)

    rows = "Each row of $X$ is an example, softmax is taken of each row. "
    assert found(rows + "Each row of $Y$ is one-hot.") == "right"
    assert found(rows + "Each column of $Y$ is one-hot.") != "right"
    assert found(rows) == "unproved"


def test_an_operator_in_the_middle_multiplies_its_gradient() -> None:
    page = r"""
$W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$, $y \in \mathbb{R}^m$

$$z = f(x)$$ $$a = W z$$ $$L = \frac12 \|a - y\|^2$$

$$ \frac{\partial}{\partial x} L = W^T \frac{\partial}{\partial a} L \odot f'(x) $$

$$ \frac{\partial}{\partial x} L = W^T \frac{\partial}{\partial a} L $$
"""
    assert [str(c.judgement) for c in check(page).claims[-2:]] == ["right", "wrong"]


def test_bold_layers_and_bold_examples() -> None:
    layers = r"""
$$\mathbf{a}^{(0)} = \mathbf{x}$$ $$\mathbf{z}^{(l)} = \mathbf{W}^{(l)} \mathbf{a}^{(l-1)}$$
$$\mathbf{a}^{(l)} = f(\mathbf{z}^{(l)})$$ $$L = \frac12 \|\mathbf{a}^{(L)} - \mathbf{y}\|^2$$

$$ \nabla_{\mathbf{W}^{(l)}} L = \nabla_{\mathbf{z}^{(l)}} L \, (\mathbf{a}^{(l-1)})^T $$

$$ \nabla_{\mathbf{W}^{(l)}} L = \nabla_{\mathbf{z}^{(l)}} L \, (\mathbf{a}^{(l)})^T $$
"""
    layers = layers.replace("L = ", r"E = ").replace(" L", " E")
    assert [str(c.judgement) for c in check(layers).claims[-2:]] == ["right", "wrong"]
    examples = r"""
$$E = \frac12 \sum_n (\mathbf{w}^T \mathbf{x}_n - t_n)^2$$

$$ \nabla_{\mathbf{w}} E = \mathbf{X}^T (\mathbf{X} \mathbf{w} - \mathbf{t}) $$

$$ \nabla_{\mathbf{w}} E = \mathbf{X}^T (\mathbf{t} - \mathbf{X} \mathbf{w}) $$
"""
    assert [str(c.judgement) for c in check(examples).claims[-2:]] == ["right", "wrong"]


def test_gram_matrix_tells_nothing_of_a_batch() -> None:
    """By hand: the second derivative is weighted with `s_i (1 - s_i)`, so the last line is wrong."""
    page = r"""
$$ \sigma(x) = \frac{1}{1 + \exp(-x)} $$

$$ E(\mathrm{w}) = -\sum_{i=1}^n [t_i \ln \sigma(\mathrm{w}^T x_i) + (1-t_i) \ln \{ 1-\sigma(\mathrm{w}^T x_i) \}] $$

$$ \mathrm{X} = (x_1, x_2, \dots, x_n)^T $$

$$ \mathrm{H} = \nabla \nabla E(\mathrm{w}) $$

$$ \frac{d}{d\mathrm{w}} E(\mathrm{w}) = -\sum_{i=1}^n \{ t_i - \sigma(\mathrm{w}^T x_i) \} x_i $$

$$ \frac{d}{d\mathrm{w}} E(\mathrm{w}) = \sum_{i=1}^n \{ t_i - \sigma(\mathrm{w}^T x_i) \} x_i $$

$$ \mathrm{H} = \sum_{i=1}^n \sigma(\mathrm{w}^T x_i) \{ 1 - \sigma(\mathrm{w}^T x_i) \} x_i x_i^T $$

$$ \mathrm{H} = \mathrm{X}^T \mathrm{X} $$
"""
    assert [str(c.judgement) for c in check(page).claims] == ["right", "wrong", "right", "wrong"]


def test_value_of_an_objective_is_a_number() -> None:
    """`t_i` is no vector, although w is one and E is applied to it."""
    page = r"""
$$ \sigma(x) = \frac{1}{1 + \exp(-x)} $$

$$ E(\mathrm{w}) = -\sum_i [ t_i \ln \sigma(\mathrm{w}^T x_i) + (1 - t_i) \ln \{ 1 - \sigma(\mathrm{w}^T x_i) \} ] $$

$$ \mathrm{H} = \nabla \nabla E(\mathrm{w}) $$

$$ \frac{d}{d\mathrm{w}} E(\mathrm{w}) = -\sum_i \{ t_i - \sigma(\mathrm{w}^T x_i) \} x_i $$

$$ \mathrm{H} = \mathrm{X}^T \mathrm{R} \mathrm{X} $$

$$ \mathrm{H} = \mathrm{X}^T \mathrm{Z} $$
"""
    found = [str(c.judgement) for c in check(page).claims]
    assert found[0] == "right"
    assert "wrong" not in found

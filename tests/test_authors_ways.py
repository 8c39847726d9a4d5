r"""Ways of authors: ranges and averages told on the way, conditions beside words, functions in chains, gradients."""

from __future__ import annotations

import pytest

from symderiv.document.in_words import equalities_in_words, ranges_in_words
from symderiv.network import complete
from symderiv.read import read_draft

from .judging import check

CASES: dict[str, tuple[str, str, str]] = {
    "an average by a slash": (
        "$μ = 1/m Σ_i x_i$, $v = 1/m Σ_i (x_i - μ)^2$\n\n",
        "∂v/∂x_i = 2/m (x_i - μ)",
        "∂v/∂x_i = 1/m (x_i - μ)",
    ),
    "as many logarithms as squares": (
        r"$$\ell = - n \log\sigma - \frac{1}{2\sigma^2} \sum_i (y_i - b)^2$$",
        r"\frac{\partial^2 \ell}{\partial b^2} = -\frac{n}{\sigma^2}",
        r"\frac{\partial^2 \ell}{\partial b^2} = \frac{n}{\sigma^2}",
    ),
    "the number of classes by which a page divides": (
        r"Let $p_k = \frac{\exp z_k}{\sum_j \exp z_j}$, let $y$ be one-hot with $K$ classes, "
        r"$q_k = (1 - \epsilon) y_k + \epsilon / K$. With $L = -\sum_k q_k \log p_k$:",
        r"\frac{\partial L}{\partial z_k} = p_k - q_k",
        r"\frac{\partial L}{\partial z_k} = p_k - y_k",
    ),
    "the entry that a sum leaves out": (
        r"Let $y$ be the correct class. $$L = \sum_{j \ne y} \max(0, s_j - s_y + 1)$$",
        r"\frac{\partial L}{\partial s_y} = - \sum_{j \ne y} \mathbb{1}(s_j - s_y + 1 > 0)",
        r"\frac{\partial L}{\partial s_y} = \sum_{j \ne y} \mathbb{1}(s_j - s_y + 1 > 0)",
    ),
    "a range between two equations in words": (
        "For each time step from $t=1$ to $t=\\tau$ the update equations are\n"
        "$$h^{(t)} = \\tanh(w h^{(t-1)} + x^{(t)})$$\n$$L = \\sum_{t=1}^\\tau (h^{(t)} - y^{(t)})^2$$\n"
        "We iterate backward in time from $t = \\tau - 1$ down to $t = 1$:\n",
        r"\frac{\partial L}{\partial h^{(t)}} = w (1 - (h^{(t+1)})^2) \frac{\partial L}{\partial h^{(t+1)}}"
        r" + 2 (h^{(t)} - y^{(t)})",
        r"\frac{\partial L}{\partial h^{(t)}} = w (1 - (h^{(t)})^2) \frac{\partial L}{\partial h^{(t+1)}}"
        r" + 2 (h^{(t)} - y^{(t)})",
    ),
    "a function in a chain": (
        r"$$h(x) = g(w^\top x) = \tanh(w^\top x)$$ $$E = \sum_i (h(x_i) - y_i)^2$$",
        r"\nabla E = 2 \sum_i (h(x_i) - y_i) (1 - h(x_i)^2) x_i",
        r"\nabla E = 2 \sum_i (h(x_i) - y_i) h(x_i) x_i",
    ),
    "an assumption behind definitions": (
        "$$a = w x, \\quad D = a^2$$ $$L = s D + (1-s) \\max(0, m - D),$$\nAssume that $D \\neq m$.\n\n",
        r"\frac{\partial L}{\partial w} = 2 \frac{\partial L}{\partial D} a x",
        r"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial D} a x",
    ),
    "a condition before a display of its own": (
        "$$E = -y \\log(p) - (1-y) \\log(1-p), \\qquad p = \\sigma(x)$$\n\n"
        "With $\\frac{dp}{dx} = p(1-p)$ we get for $y = 1$\n\n",
        r"\frac{\partial E}{\partial x} = p - 1",
        r"\frac{\partial E}{\partial x} = 1 - p",
    ),
    "a condition in parentheses beside words for it": (
        r"Let $s = w x$ and $L = \max(0, 1 - t s)$. If the unit is active ($ts < 1$), then ",
        r"\frac{\partial L}{\partial w} = -t x",
        r"\frac{\partial L}{\partial w} = t x",
    ),
    "a sign of given values in Japanese": (
        "$$h_j = \\max(0, a_j), \\quad E = \\sum_j v_j h_j$$\n$a_j > 0$ のとき、",
        r"\frac{\partial E}{\partial a_j} = v_j",
        r"\frac{\partial E}{\partial a_j} = h_j",
    ),
    "an activation function in Japanese": (
        r"$$o_k = f(a_k), \quad E = \frac12 \sum_k (t_k - o_k)^2$$ 活性化関数 $f$ には $\tanh$ を使います。",
        r"\frac{\partial E}{\partial a_k} = -(t_k - o_k) (1 - o_k^2)",
        r"\frac{\partial E}{\partial a_k} = -(t_k - o_k) o_k (1 - o_k)",
    ),
    "a number divided by a letter before a parenthesis": (
        r"$y \in \mathbb{R}^n$, $X \in \mathbb{R}^{n \times d}$, $w \in \mathbb{R}^d$, "
        r"$$J = \frac{1}{2n} \| X w - y \|^2$$",
        r"∂J/∂w = 1/n (X^T X w - X^T y)",
        r"∂J/∂w = 1/n (X^T X w + X^T y)",
    ),
    "a gradient by a number": (
        r"$L = \sum_i (w x_i - y_i)^2$",
        r"\nabla_w L = 2 \sum_i (w x_i - y_i) x_i",
        r"\nabla_w L = 2 \sum_i (w x_i - y_i)",
    ),
    "equations listed in a sentence": (
        r"$a_t = w h_{t-1} + u x_t$, $h_t = \tanh(a_t)$, $E = \sum_{t=1}^{T} L(h_t)$ for $t = 1, \dots, T$.",
        r"\frac{\partial E}{\partial a_T} = (1 - h_T^2) L'(h_T)",
        r"\frac{\partial E}{\partial a_T} = L'(h_T)",
    ),
}


def last(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize("name", CASES)
def test_the_line_is_judged(name: str) -> None:
    head, right, wrong = CASES[name]
    assert last(f"{head}\n$${right}$$") == "right"
    assert last(f"{head}\n$${wrong}$$") == "wrong"


def test_nabla_without_dollar_signs() -> None:
    page = "L = Σ_i (w x_i - y_i)^2\n∇_w L = 2 Σ_i (w x_i - y_i) {}\ndL/dw = 2 Σ_i (w x_i - y_i) x_i\n"
    assert [str(c.judgement) for c in check(page.format("x_i")).claims] == ["right", "right"]
    assert [str(c.judgement) for c in check(page.format("y_i")).claims] == ["wrong", "right"]


def test_a_function_that_is_defined_is_no_function_of_its_chain() -> None:
    page = r"$f(z) = z^2$. $$o = f(w + v) = w + v$$ $$E = o^2$$ $$\frac{\partial E}{\partial w} = 2 o$$"
    assert [str(c.judgement) for c in check(page).claims] == ["wrong", "wrong"]


@pytest.mark.parametrize("text", ["When $j$ equals $k$, so", "from $t=1$ to $t=\\tau$ we", "$j$ と $k$ が異なる場合"])
def test_positions_stay(text: str) -> None:
    made = equalities_in_words(ranges_in_words(text))
    assert made != text
    assert len(made) == len(text)


def test_a_function_that_a_sentence_names_and_differentiates() -> None:
    page = (
        "$$o_j = \\varphi(u_j) = \\varphi\\left(\\sum_{k=1}^n w_{kj}x_k\\right),$$\n\n"
        "where $\\varphi$ is the logistic function $\\varphi(z) = \\frac{1}{1+e^{-z}}$, which has the derivative\n\n"
        "$$\\frac{d \\varphi}{d z}(z) = \\varphi(z)(1-\\varphi(z))$$\n\n"
    )
    line = r"$$\frac{\partial \varphi(u_j)}{\partial u_j} = \varphi(u_j)(1-\varphi(u_j))$$"
    assert last(page + line) == "right"
    assert last(page.replace("where $", "If $") + line) != "right"


def test_a_solution_says_nothing_of_the_functions_of_a_network() -> None:
    network = complete(read_draft(r"$$o_k = f(\sum_j w_{kj} h_j)$$ $$E = \frac12 \sum_k (o_k-t_k)^2$$"), [])
    page = (
        r"$$o_k = f(\sum_j w_{kj} h_j) = \sum_j w_{kj} h_j$$ $$\frac{\partial E}{\partial w_{kj}} = (o_k - t_k) h_j$$"
    )
    assert str(check(page, network=network).claims[-1].judgement) == "wrong"


def test_an_equation_in_a_heading_of_what_stands_nowhere_else_defines_nothing() -> None:
    shapes = r"Let $Y = XW$ with $X \in \mathbb{R}^{N \times D}$, $W \in \mathbb{R}^{D \times M}$."
    page = f"# Chain rule for $y = Wx$\n\n{shapes}\n"
    assert last(page + r"$$\frac{\partial L}{\partial W} = X^T \frac{\partial L}{\partial Y}$$") == "right"
    assert last(page + r"$$\frac{\partial L}{\partial W} = -X^T \frac{\partial L}{\partial Y}$$") == "wrong"


def test_an_equation_in_a_heading_defines_what_the_page_speaks_of() -> None:
    page = "# Loss: $E = \\frac12 \\sum_k (t_k - y_k)^2$\n\n$y_k = \\sum_j w_{kj} x_j$. "
    assert last(page + r"$$\frac{\partial E}{\partial w_{kj}} = -(t_k - y_k) x_j$$") == "right"


def test_another_loss_in_japanese() -> None:
    page = (
        r"$$o_k = \sigma(\sum_j v_{jk} h_j), \quad E = \frac{1}{2}\sum_k(o_k - t_k)^2$$"
        "\n誤差関数を交差エントロピー $E = -\\sum_k \\{t_k\\log o_k + (1-t_k)\\log(1-o_k)\\}$ にすると、\n"
    )
    assert last(page + r"$$\frac{\partial E}{\partial v_{jk}} = (o_k - t_k) h_j$$") == "right"
    assert last(page + r"$$\frac{\partial E}{\partial v_{jk}} = (t_k - o_k) h_j$$") == "wrong"


def test_a_set_that_labels_names_is_only_mentioned() -> None:
    page = (
        r"A mini-batch $B = \{x_1, \ldots, x_m\}$ of size $m$. $$\mu_B = \frac{1}{m} \sum_{i=1}^m x_i$$ "
        r"$$v = \frac{1}{m} \sum_{i=1}^m (x_i - \mu_B)^2$$ $$\frac{\partial v}{\partial x_i} = \frac2m (x_i - \mu_B)$$"
    )
    assert check(page).verdict == "right"

r"""What pages show only in part: h by its derivative, likelihoods by what they come to, sizes in a phrase."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.resolve.shapes.phrases import array_described

from .judging import each_verdict, verdict

COST = r"$$J(\theta) = \frac{1}{2m} \sum_{i=1}^{m} (h_\theta(x^{(i)}) - y^{(i)})^2$$" "\n"
TOLD = (
    r"$$\frac{\partial}{\partial \theta_j} h_\theta(x^{(i)})"
    r" = \frac{\partial}{\partial \theta_j} \left( \sum_{k=0}^{n} \theta_k x_k^{(i)} \right)$$"
    "\n"
)
SIZES = (
    r"$X$ est la matrice de conception (design matrix) de taille $m \times (n+1)$, $y$ est le vecteur colonne"
    "\n"
    r"des valeurs cibles, de taille $m \times 1$, et $\theta$ est le vecteur des paramètres de taille $(n+1) \times 1$."
    "\n"
)
NUMBERED = r"""
$$\begin{aligned} z_k &= \sum_{j=1}^J w_{kj} x_j & (1) \\
E &= \frac12 \sum_{k=1}^K (z_k - t_k)^2 && (2) \end{aligned}$$
"""
LIKELIHOOD = r"""$$\ell(\beta) = \ln \prod_{i=1}^n P(y_i | x_i; \beta)
= \sum_{i=1}^n \ln \left( \sigma(x_i^\top \beta)^{y_i} (1 - \sigma(x_i^\top \beta))^{1-y_i} \right)$$
where $\sigma(x) = \frac{1}{1+e^{-x}}$.
"""
PENALTY = r"""
$$\frac{\partial L}{\partial b} = \frac{\partial}{\partial b} \sum_n \exp(-y_n (w \cdot x_n + b))
+ \frac{\partial}{\partial b} \frac{\lambda}{2} \|w\|^2 = -\sum_n y_n \exp(-y_n (w \cdot x_n + b))$$

$$\nabla_w L = \nabla_w \sum_n \exp(-y_n (w \cdot x_n + b)) + \nabla_w \frac{\lambda}{2} \|w\|^2
= -\sum_n y_n x_n \exp(-y_n (w \cdot x_n + b)) + \lambda w$$
"""
NETS = [
    (
        COST + TOLD,
        r"\frac{\partial J}{\partial \theta_j} = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}",
        r"\frac{\partial J}{\partial \theta_j} = \frac{1}{m} \sum_{i=1}^m (y^{(i)} - h_\theta(x^{(i)})) x_j^{(i)}",
    ),
    (
        COST + TOLD + SIZES,
        r"\nabla_\theta J(\theta) = \frac{1}{m} (X^T X \theta - X^T y)",
        r"\nabla_\theta J(\theta) = \frac{1}{m} (X^T X \theta + X^T y)",
    ),
    (
        COST + TOLD + SIZES,
        r"J(\theta) = \frac{1}{2m} (X\theta - y)^T (X\theta - y)",
        r"J(\theta) = \frac{1}{m} (X\theta - y)^T (X\theta - y)",
    ),
    (
        NUMBERED,
        r"\begin{aligned} \frac{\partial E}{\partial w_{kj}} &= \frac{\partial E}{\partial z_k} x_j & (3)"
        r" \\ &= (z_k - t_k) x_j & (6.14) \end{aligned}",
        r"\begin{aligned} \frac{\partial E}{\partial w_{kj}} &= \frac{\partial E}{\partial z_k} x_j & (3)"
        r" \\ &= (t_k - z_k) x_j & (6.14) \end{aligned}",
    ),
    (
        LIKELIHOOD,
        r"\frac{\partial \ell}{\partial \beta} = \sum_{i=1}^n (y_i - \sigma(x_i^\top \beta)) x_i",
        r"\frac{\partial \ell}{\partial \beta} = \sum_{i=1}^n (\sigma(x_i^\top \beta) - y_i) x_i",
    ),
    (
        PENALTY,
        r"\nabla_w L = \sum_n \left( \nabla_w -y_n (w \cdot x_n + b) \right) \exp(-y_n (w \cdot x_n + b)) + \lambda w",
        r"\nabla_w L = \sum_n \left( \nabla_w -y_n (w \cdot x_n + b) \right) \exp(-y_n (w \cdot x_n + b)) + w",
    ),
    (
        PENALTY,
        r"\frac{\partial L}{\partial b} = \sum_n \left(\frac{\partial}{\partial b} -y_n (w \cdot x_n + b)\right)"
        r" \exp(-y_n (w \cdot x_n + b))",
        r"\frac{\partial L}{\partial b} = \sum_n \left(\frac{\partial}{\partial b} y_n (w \cdot x_n + b)\right)"
        r" \exp(-y_n (w \cdot x_n + b))",
    ),
]


@pytest.mark.parametrize(("page", "right", "wrong"), NETS)
def test_such_pages_are_read(page: str, right: str, wrong: str) -> None:
    assert each_verdict(page, lines=[f"$${right}$$", f"$${wrong}$$"]) == ["right", "wrong"]


def test_a_term_may_be_missing_where_a_derivative_tells_a_name_but_another_does_not() -> None:
    first = PENALTY.split("\n\n")[0]
    line = r"$$\frac{\partial L}{\partial w_d} = -\sum_n y_n x_{nd} \exp(-y_n (w \cdot x_n + b)) + \mu w_d$$"
    assert verdict(first, line) not in ("right", "wrong")


def test_a_name_that_another_line_defines_is_not_told_by_its_derivative() -> None:
    page = r"$$y = \sum_j w_j x_j, \quad E = \frac12 (y - t)^2$$"
    assert verdict(page, r"$$\frac{\partial y}{\partial w_j} = \frac{\partial}{\partial w_j} (2 w_j x_j)$$") == "wrong"


def test_probabilities_that_the_page_defines_are_not_passed_over() -> None:
    page = r"$$p(y|x) = \sigma(w^T x)^y (1 - \sigma(w^T x))^{1-y}, \quad \sigma(z) = \frac{1}{1+e^{-z}}$$"
    line = r"$$L(w) = \prod_{i=1}^n p(y_i|x_i) = \prod_{i=1}^n \sigma(w^T x_i)^{y_i} (1 - \sigma(w^T x_i))^{y_i}$$"
    assert verdict(page, line) != "right"


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (r"X^T X \theta = X^T y", r"X^T X \theta = 3 X^T y"),
        (r"X^T X \theta - X^T y = 0", r"X^T X \theta + X^T y = 0"),
        (r"2 X^T X \theta - 2 X^T y = 0", r"2 X^T X \theta - X^T y = 0"),
    ],
)
def test_a_normal_equation_is_open_where_only_the_goal_shows_its_argument(line: str, wrong: str) -> None:
    page = r"$X \in \mathbb{R}^{m \times n}$, $\theta \in \mathbb{R}^n$, $y \in \mathbb{R}^m$."
    goal = r"$$J(\theta) = \frac{1}{2m} (X\theta - y)^T (X\theta - y)$$"
    assert each_verdict(page, goal, lines=[f"$${line}$$", f"$${wrong}$$"]) == ["unproved", "wrong"]


@pytest.mark.parametrize("line", [r"a & = & (3)", r"a &= 3 & (4)", r"a &= & (3)", r"a &= 1 + & (2)"])
def test_a_number_in_a_column_is_a_side_where_the_equation_needs_one(line: str) -> None:
    page = r"$$x_1 = 2, \quad a = x_1 + 1, \quad E = a^2$$"
    assert verdict(page, rf"$$\begin{{aligned}} {line} \\ &= 3 & (7) \end{{aligned}}$$") == "right"


def test_a_sum_from_zero_counts_the_entries_of_a_vector_of_one_more() -> None:
    page = r"$X \in \mathbb{R}^{m \times (n+1)}$, $w \in \mathbb{R}^{n+1}$, $z \in \mathbb{R}^m$. "
    page += r"$z = X w$, $L = \|z\|^2$."
    sums = r"$$s_i = \sum_{k=0}^n w_k X_{ik}$$"
    assert verdict(page + sums, r"$$\frac{\partial L}{\partial w} = 2 X^T z$$") == "right"
    from_one = r"$$s_i = \sum_{k=1}^{n+1} w_k X_{ik}$$"
    assert verdict(page + from_one, r"$$\frac{\partial L}{\partial w} = 2 X^T z$$") == "right"


def test_a_size_in_a_sentence_is_no_product_where_another_line_is_not_read() -> None:
    page = COST + TOLD.replace("\\frac{\\partial}{\\partial \\theta_j}", "") + SIZES
    solved = r"$$\theta = (X^T X)^{-1} X^T y$$"
    claims = check(f"{page}\n$$J(\\theta) = \\frac{{1}}{{2m}} (X\\theta - y)^T (X\\theta - y)$$\n{solved}").claims
    assert [str(c.judgement) for c in claims] == ["right", "unreadable"]


@pytest.mark.parametrize(
    ("gap", "kind"),
    [
        (" is the design matrix of size ", "matrix"),
        (" ist die Gewichtsmatrix der Größe ", "matrix"),
        (" ist eine Matrix der Größe ", "matrix"),
        (": el vector columna de parámetros, de tamaño ", "column vector"),
        (" 是权重矩阵，大小为 ", "matrix"),
        (" は重み行列で、", None),
        (" 是与矩阵，大小为 ", None),
        (" is a row vector with dimension ", "row vector"),
        (" is multiplied by a matrix of size ", None),
        (" is the product with a matrix of size ", None),
        (" is a column of the matrix of size ", None),
        (" is a vector of matrices of size ", None),
        (" is drawn at random. The matrix of size ", None),
    ],
)
def test_what_a_phrase_says_is_an_array(gap: str, kind: str | None) -> None:
    assert array_described(gap) == kind

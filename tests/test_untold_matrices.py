"""A capital letter before a vector, of which nothing says what it is, is read as no number."""

from __future__ import annotations

import pytest

from .judging import check

TRANSPOSED = "\n\n" + r"$$a = W x, \quad E = \frac12 a^T a$$" + "\n\n" + r"$$\frac{\partial E}{\partial x} = W a$$"

UNTOLD = [
    r"Let $x \in \mathbb{R}^n$.",
    r"Let $x \in \mathbb{R}^n$ and $W$ a matrix.",
    r"Let $x$ be an $n$-vector and $W$ some linear map.",
    r"$x \in \mathbb{R}^n$, $W \in GL(n)$.",
    r"$x \in \mathbb{R}^n$, $W \in M_n(\mathbb{R})$.",
    r"$x \in \mathbb{R}^n$, $W: \mathbb{R}^n \to \mathbb{R}^n$.",
    r"$x \in \mathbb{R}^n$. The weights $W$ map $n$ inputs to $n$ outputs.",
]


@pytest.mark.parametrize("intro", UNTOLD)
def test_a_matrix_without_a_shape_is_no_number(intro: str) -> None:
    report = check(intro + TRANSPOSED)
    assert {str(c.judgement) for c in report.claims} == {"wrong"}

    assert check(intro + TRANSPOSED.replace("= W a", "= W^T a")).verdict == "right"


@pytest.mark.parametrize(
    "kind", ["an orthogonal", "an upper triangular", "an antisymmetric", "a very large", "some invertible"]
)
def test_any_adjective_may_stand_before_the_size(kind: str) -> None:
    page = rf"Let $W$ be {kind} $n \times n$ matrix, $x \in \mathbb{{R}}^n$." + TRANSPOSED
    assert check(page).verdict == "wrong"
    assert check(page.replace("= W a", "= W^T a")).verdict == "right"


def test_in_a_quadratic_form() -> None:
    page = r"Let $x \in \mathbb{R}^n$. $$E = x^T \Sigma x$$ $$\frac{\partial E}{\partial x} = 2 \Sigma x$$"
    assert check(page).verdict in ("unreadable", "unproved")


BETWEEN = [r"\Lambda_k", r"\Sigma_k^{-1}", r"A_k", r"S_{k}^{-1}"]


@pytest.mark.parametrize("said", [r"Let $\mathbf{x}_n, \boldsymbol{\mu}_k \in \mathbb{R}^d$.", ""])
@pytest.mark.parametrize("matrix", BETWEEN)
def test_with_an_index_between_two_vectors(matrix: str, said: str) -> None:
    """On the right of a vector a matrix would not fit; that the line holds for numbers makes it no right one."""
    difference = r"(\mathbf{x}_n - \boldsymbol{\mu}_k)"
    page = rf"{said} $$E = \sum_{{n=1}}^{{N}} \sum_{{k=1}}^{{K}} r_{{nk}} {difference}^T {matrix} {difference}$$"
    line = (
        rf"$$\frac{{\partial E}}{{\partial \boldsymbol{{\mu}}_k}} = -2 \sum_{{n=1}}^N r_{{nk}} {difference} {matrix}$$"
    )
    assert check(page + "\n\n" + line).verdict in ("unreadable", "unproved", "wrong")


OF_SEVERAL = [
    (r"E = \frac{1}{2} \sum_{k=1}^K \| A_k \mathbf{x} - \mathbf{y}_k \|^2", r"A_k (A_k \mathbf{x} - \mathbf{y}_k)"),
    (
        r"\mathbf{z}_k = A_k \mathbf{x}, \quad E = \frac{1}{2} \sum_{k=1}^K \mathbf{z}_k^T \mathbf{z}_k",
        r"A_k \mathbf{z}_k",
    ),
]


@pytest.mark.parametrize("said", [r"Let $\mathbf{x}, \mathbf{y}_k \in \mathbb{R}^d$.", ""])
@pytest.mark.parametrize(("definition", "claimed"), OF_SEVERAL)
def test_one_of_several_before_a_vector(definition: str, claimed: str, said: str) -> None:
    """The transposes are left out, so that the lines hold for numbers alone."""
    page = (
        rf"{said} $${definition}$$"
        + "\n\n"
        + rf"$$\frac{{\partial E}}{{\partial \mathbf{{x}}}} = \sum_{{k=1}}^K {claimed}$$"
    )
    assert check(page).verdict in ("unreadable", "unproved", "wrong")


NUMBERS = [
    (r"Let $x \in \mathbb{R}^n$ and $C > 0$.", r"E = C x^T x"),
    (r"Let $x \in \mathbb{R}^n$, and $C$ is a constant.", r"E = x^T (C x)"),
    (r"Let $x \in \mathbb{R}^n$ and $C \in \mathbb{R}$.", r"E = x^T (C x)"),
    (r"Let $x \in \mathbb{R}^n$.", r"E = C \sum_{i=1}^{n} x_i^2"),
]


@pytest.mark.parametrize(("intro", "definition"), NUMBERS)
def test_what_can_only_be_a_number_is_one(intro: str, definition: str) -> None:
    page = rf"{intro} $${definition}$$" + "\n\n" + r"$$\frac{\partial E}{\partial x} = %s C x$$"
    assert check(page % "2").verdict == "right"
    assert check(page % "3").verdict == "wrong"


BESIDE = [
    r"q = \frac{1}{1 + \exp(-\|A x\|^2)}",
    r"q = \frac{1}{\sum_{k=1}^{m} k \|A x\|^2}",
]


def verdicts(page: str) -> set[str]:
    return {str(c.judgement) for c in check(page).claims}


@pytest.mark.parametrize("beside", BESIDE)
def test_what_a_norm_below_a_line_holds_divides_nothing(beside: str) -> None:
    page = rf"Let $x \in \mathbb{{R}}^n$. $$E = \|A x\|^2 \quad {beside}$$"
    assert "right" not in verdicts(page + r" $$\frac{\partial E}{\partial x} = 2 A A x$$")


def test_before_a_sum_of_arrays_it_may_be_a_matrix() -> None:
    page = r"Let $x_n \in \mathbb{R}^D$. $$E = \sum_{n=1}^N \|A x_n\|^2$$"
    assert "right" not in verdicts(page + r" $$\frac{\partial E}{\partial A} = 2 A \sum_{n=1}^N x_n^T x_n$$")


@pytest.mark.parametrize("name", ["W_{hy}", "W_y", "W_1", "W^{(1)}", "W^{[1]}"])
def test_a_label_makes_no_number_of_a_matrix(name: str) -> None:
    """The gradient is the transpose times `y - t`; as a number W would be its own."""
    page = rf"""$x, y, t \in \mathbb{{R}}^n$.

$$ y = {name} x $$

$$ L = \frac12 \| y - t \|^2 $$

$$ \frac{{\partial L}}{{\partial x}} = {name} (y - t) $$
"""
    assert {c.judgement.value for c in check(page).claims} <= {"unreadable", "unproved", "wrong"}
    told = check(page.replace("$x, y", rf"${name} \in \mathbb{{R}}^{{n \times n}}$, $x, y"))
    assert [c.judgement.value for c in told.claims] == ["wrong"]
    assert told.claims[0].links[0].latex.endswith("(y - t)")


def test_weights_with_indices_before_vectors_are_numbers() -> None:
    page = r"""$v_j, u_i \in \mathbb{R}^n$ for $i, j = 1, \dots, N$.

$$ u_i = \sum_{j=1}^N A_{ij} v_j $$

$$ E = \frac12 \sum_{i=1}^N \| u_i \|^2 $$

$$ \frac{\partial E}{\partial v_j} = \sum_{i=1}^N A_{ij} u_i $$
"""
    assert check(page).verdict == "right"
    assert check(page.replace("A_{ij} u_i", "A_{ji} u_i")).verdict == "wrong"


BELOW = [
    (r"\frac{1}{w^T S w}", r"-\frac{%s w}{(w^T S w)^2}"),
    (r"\frac{w^T m}{\sqrt{w^T S w}}", r"\frac{m}{\sqrt{w^T S w}} - \frac{%s w (w^T m)}{2 (w^T S w)^{3/2}}"),
    (r"\frac{(w^T m)^2}{1 + w^T S w}", r"\frac{2 (w^T m) m}{1 + w^T S w} - \frac{%s w (w^T m)^2}{(1 + w^T S w)^2}"),
]


@pytest.mark.parametrize(("objective", "gradient"), BELOW)
def test_a_matrix_that_stands_below_a_fraction_only(objective: str, gradient: str) -> None:
    page = rf"$$ J = {objective} $$" + "\n\n" + rf"$$ \frac{{\partial J}}{{\partial w}} = {gradient} $$"

    assert check(page % "(S + S^T)").verdict == "right"
    assert check(page % "(S - S^T)").verdict == "wrong"
    assert check(page % "2 S").verdict == "unproved"  # of a symmetric one

    said = "The matrix $S$ is symmetric.\n\n" + page
    assert check(said % "2 S").verdict == "right"
    assert check(said % "S").verdict == "wrong"


def test_a_number_below_a_fraction_stays_one() -> None:
    page = r"""$$ J = \frac{w^T x}{C} + \frac{1}{C x^T x C} $$

$$ \frac{\partial J}{\partial w} = \frac{x}{C} $$
"""
    assert check(page).verdict == "right"
    assert check(page.replace(r"= \frac{x}{C}", "= C x")).verdict == "wrong"


LABELLED = r"""Let $w, m_1, m_2 \in \mathbb{R}^d$, and the scatter $S_B = (m_1 - m_2)(m_1 - m_2)^T$.

$$ \frac{\partial (w^T S_W w)}{\partial w} = {} $$
"""


@pytest.mark.parametrize("line", ["2 w S_W", "2 S_W w", "w S_W + S_W w", "2 w^T S_W"])
def test_a_label_beside_one_that_is_defined(line: str) -> None:
    r"""What `S_B` is says nothing of `S_W`, which is no number between two vectors."""
    for page in (LABELLED, LABELLED.replace("Let $w,", "Let $w$ be a vector, and $")):
        assert "right" not in [str(c.judgement) for c in check(page.replace("{}", line)).claims]

"""Which data a text calls symmetric, in many wordings, and what of it is only perhaps so."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""{}

$$ E = \sum_{{i=1}}^{{n}} \sum_{{j=1}}^{{n}} A_{{ij}} f_i f_j + \sum_{{i,j=1}}^{{n}} B_{{ij}} f_i $$

$$ \frac{{\partial E}}{{\partial f_k}} = 2 \sum_{{j=1}}^{{n}} A_{{kj}} f_j + \sum_{{j=1}}^{{n}} B_{{kj}} $$
"""

WORDINGS = [
    ("Nothing is said.", "wrong"),
    ("$A$ is symmetric.", "right"),
    (r"Let $\mathbf{A}$ be a real symmetric matrix.", "right"),
    ("We take a symmetric $A$ and some $B$.", "right"),
    ("Here $A_{ij} = A_{ji}$ holds.", "right"),
    (r"Here $A = A^\top$.", "right"),
    ("Since $A^T = A$, things are easy.", "right"),
    (r"A is a matrix with $A=(A_{ij})$ symmetric.", "right"),
    ("Let $A$ and $B$ be symmetric.", "right"),
    ("We need symmetric matrices $B$, $A$ of size n.", "right"),
    ("$A$ is given; $B$ is symmetric.", "wrong"),
    ("行列 $A$ は対称とする。", "right"),
    ("$A$ is not symmetric.", "wrong"),
    ("$A$ need not be symmetric.", "wrong"),
    ("$A$ is not necessarily symmetric.", "wrong"),
    ("$A$ is skew-symmetric.", "wrong"),
    ("$A$ is an asymmetric matrix.", "wrong"),
    ("$B$ is symmetric.", "wrong"),
    ("If $A$ is symmetric, this is simple.", "right"),
    ("The matrix of the form is symmetric.", "unproved"),
    ("$A$ holds the entries of a covariance matrix.", "unproved"),
    ("The Hessian is symmetric.", "wrong"),
    ("$A$ is the (not necessarily symmetric) adjacency matrix.", "wrong"),
    ("$A$ is an adjacency matrix, and $B$ is not symmetric.", "unproved"),
    ("$A$ is not necessarily symmetric. In this section the matrix is symmetric.", "unproved"),
]


@pytest.mark.parametrize(("words", "verdict"), WORDINGS)
def test_what_a_text_calls_symmetric(words: str, verdict: str) -> None:
    assert check(PAGE.format(words)).verdict == verdict


def test_what_is_computed_is_not_made_symmetric() -> None:
    page = r"""$$ C_{ij} = u_i v_j \quad (1 \le i, j \le n) $$ $$ C_{ij} = C_{ji} $$"""
    assert check(page).verdict == "wrong"


FORM = r"""{} $x_n, \mu_k \in \mathbb{{R}}^D$ and $\Sigma_k \in \mathbb{{R}}^{{D \times D}}$. {}

$$ Q = -\frac{{1}}{{2}} \sum_{{n=1}}^N \sum_{{k=1}}^K \gamma_{{nk}} (x_n - \mu_k)^T \Sigma_k^{{-1}} (x_n - \mu_k) $$

$$ \frac{{\partial Q}}{{\partial \mu_k}} = \sum_{{n=1}}^N \gamma_{{nk}} \Sigma_k^{{-1}} (x_n - \mu_k) $$
"""


@pytest.mark.parametrize(
    ("before", "behind", "verdict"),
    [
        ("Let", "", "wrong"),
        ("Let", r"The $\Sigma_k$ are symmetric.", "right"),
        ("Let", r"Here $\Sigma_k$ is a covariance matrix.", "right"),
        ("Let", r"其中 $\Sigma_k$ 是协方差矩阵。", "right"),
        ("Let", r"If $\Sigma_k$ is a covariance matrix, this is simple.", "unproved"),
        ("Let", r"$\Sigma_k$ is not symmetric.", "wrong"),
        ("A Gaussian mixture has", "", "unproved"),
    ],
)
def test_matrices_with_an_index_are_symmetric_where_words_say_so(before: str, behind: str, verdict: str) -> None:
    assert check(FORM.format(before, behind)).verdict == verdict


def test_a_line_that_is_not_read_makes_no_number_of_a_matrix() -> None:
    page = (
        FORM.format("Let", "") + r"$$ \frac{\partial Q}{\partial \mu_k} = \sum_{n=1}^N \Sigma_k^{-T} (x_n - \mu_k) $$"
    )
    assert "right" not in {str(c.judgement) for c in check(page).claims}


OF_A_GRAPH = r"""
$$ Z_{ik} = \sum_{m=1}^{N} A_{im} X_{mk}, \quad 1 \le i \le N, 1 \le k \le d $$

$$ Y_{ik} = \sum_{l=1}^{d} Z_{il} W_{lk} $$

$$ L = \frac{1}{2} \sum_{i=1}^{N} \sum_{k=1}^{d} Y_{ik}^2 $$

$$ \frac{\partial L}{\partial W_{lk}} = \sum_{i=1}^N Z_{il} Y_{ik} $$

$$ \frac{\partial L}{\partial A_{im}} = \sum_{k=1}^d \sum_{l=1}^d Y_{ik} W_{lk} X_{ml} $$

$$ \frac{\partial L}{\partial W_{lk}} = \sum_{i=1}^N Z_{ik} Y_{il} $$
"""


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("# A network on a graph, A = adjacency matrix", ["right", "unproved", "wrong"]),
        ("An undirected graph with adjacency matrix $A$.", ["unproved", "unproved", "wrong"]),
        ("The adjacency matrix is $A$, the graph is not directed.", ["unproved", "unproved", "wrong"]),
        ("The adjacency matrices are $A$ and $W$.", ["unproved", "unproved", "wrong"]),
        ("$A$ is a covariance matrix.", ["unproved", "unproved", "wrong"]),
        ("The adjacency matrix is $A$.", ["right", "unproved", "wrong"]),
        ("$W$ is an adjacency matrix.", ["unproved", "right", "wrong"]),
        ("We learn $W$: the adjacency matrix is given.", ["unproved", "unproved", "wrong"]),
        ("A network on a graph with an adjacency matrix.", ["unproved", "unproved", "wrong"]),
        ("An undirected graph.", ["unproved", "unproved", "wrong"]),
    ],
)
def test_kind_said_of_one_matrix(words: str, verdicts: list[str]) -> None:
    """By hand: `\\partial L/\\partial Y = Y`, the others by the chain rule. What A is called says nothing of W."""
    assert [str(c.judgement) for c in check(f"{words}\n{OF_A_GRAPH}").claims] == verdicts


BESIDE_A_GRAPH = r"""
$$ E = \sum_{i=1}^n \sum_{j=1}^n C_{ij} y_i y_j + \sum_{i=1}^n A_{ii} y_i $$

$$ \frac{\partial E}{\partial y_k} = 2 \sum_{j=1}^n C_{kj} y_j + A_{kk} $$

$$ \frac{\partial E}{\partial y_k} = \sum_{j=1}^n C_{kj} y_j + A_{kk} $$
"""


@pytest.mark.parametrize(
    "words",
    [
        "Let $A$ be the covariance matrix of the prices and $C$ that of the returns.",
        "Take positive definite $A$ and $C$.",
        "$A$ is positive definite, and so is $C$.",
        "The Gram matrix $A$ and its inverse $C$ are known.",
        "We have a network of streets with adjacency matrix $A$ and Laplacian $C$.",
        "The adjacency matrix $A$ tells which towns are linked, and $C$ how wide the roads are.",
        "$A$ is the adjacency matrix. The edges have the weights $C_{ij}$.",
        "$A$ and $C$ are adjacency matrices.",
        "Die Adjazenzmatrix ist $A$, der Graph ungerichtet.",
        "隣接行列 $A$ と重み $C$ がある。",
        "$A$ is symmetric. The same is true for $C$.",
    ],
)
def test_another_matrix_beside_one_of_a_kind(words: str) -> None:
    """True for a symmetric C; the second line is wrong for any."""
    assert [str(c.judgement) for c in check(f"{words}\n{BESIDE_A_GRAPH}").claims] == ["unproved", "wrong"]


def test_another_matrix_without_a_word() -> None:
    assert [str(c.judgement) for c in check(BESIDE_A_GRAPH).claims] == ["wrong", "wrong"]


SCATTER = r"""
$$ J(w) = \frac{{w^T {0} w}}{{w^T {1} w}} $$

{words}

$$ \nabla_w J(w) = \frac{{2 (w^T {1} w) {0} w - 2 (w^T {0} w) {1} w}}{{(w^T {1} w)^2}} $$

$$ \nabla_w J(w) = \frac{{2 (w^T {1} w) {0} w + 2 (w^T {0} w) {1} w}}{{(w^T {1} w)^2}} $$

$$ \frac{{\partial}}{{\partial w}} w^T {1} w = 2 {1} w $$

$$ \frac{{\partial}}{{\partial w}} w^T {1} w = ({1} + {1}^T) w $$
"""
LABELS = [("S_B", "S_W"), (r"S_{\text{b}}", r"\mathbf{S}_{\mathrm{W}}"), (r"\Sigma_b", r"\Sigma_{within}")]


@pytest.mark.parametrize("names", LABELS)
def test_matrices_with_labels(names: tuple[str, str]) -> None:
    """Of such matrices between vectors nothing is said: many mean symmetric ones, so that only the second is wrong."""
    page = SCATTER.format(*names, words="Both are given.")
    assert [str(c.judgement) for c in check(page).claims] == ["unproved", "wrong", "unproved", "right"]


def test_one_of_two_labels_is_said_to_be_symmetric() -> None:
    both = SCATTER.format("S_B", "S_W", words="where $S_B$ and $S_W$ are symmetric.")
    assert [str(c.judgement) for c in check(both).claims] == ["right", "wrong", "right", "right"]
    other = SCATTER.format("S_B", "S_W", words="where $S_B$ is symmetric.")
    assert [str(c.judgement) for c in check(other).claims] == ["unproved", "wrong", "unproved", "right"]
    own = SCATTER.format("S_B", "S_W", words="where $S_W$ is symmetric.")
    assert [str(c.judgement) for c in check(own).claims] == ["unproved", "wrong", "right", "right"]


def test_scatter_matrices_defined_on_the_page() -> None:
    page = r"""
$$ S_B = (m_2 - m_1)(m_2 - m_1)^T $$

$$ S_W = \sum_{n=1}^N (x_n - m_1)(x_n - m_1)^T $$
""" + SCATTER.format("S_B", "S_W", words="")
    assert [str(c.judgement) for c in check(page).claims] == ["right", "wrong", "right", "right"]


def test_a_matrix_with_a_label_of_which_entries_are_typed() -> None:
    page = r"""
$$ J(w) = w^T S_W w + \sum_{i=1}^n S_{W,ii} w_i $$

$$ \frac{\partial J}{\partial w_k} = 2 \sum_{j=1}^n S_{W,kj} w_j + S_{W,kk} $$
"""
    assert [str(c.judgement) for c in check(page).claims] == ["wrong"]

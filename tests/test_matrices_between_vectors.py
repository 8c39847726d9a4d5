r"""Matrices whose shape only the vectors around them tell, several inverses in bold, and what words call a point."""

from __future__ import annotations

import pytest

from .judging import verdict

FORM = r"$$ E = \frac12 \sum_{i=1}^{k} (x - c_i)^T M_i (x - c_i) $$ with $x \in \mathbb{R}^n$." + "\n"
BY_X = r"$$ \frac{\partial E}{\partial x} = %s $$"


@pytest.mark.parametrize("letter", ["M", r"\mathbf{M}", r"\Lambda", r"\boldsymbol{\Lambda}"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac12 \sum_{i=1}^{k} (M_i + M_i^T) (x - c_i)", "right"),
        (r"\frac12 \sum_{i=1}^{k} M_i (x - c_i)", "wrong"),
        (r"\sum_{i=1}^{k} (M_i + M_i^T) (x - c_i)", "wrong"),
        (r"-\frac12 \sum_{i=1}^{k} (M_i + M_i^T) (x - c_i)", "wrong"),
        (r"\sum_{i=1}^{k} M_i (x - c_i)", "unproved"),  # many mean a symmetric one
        (r"\sum_{i=1}^{k} M_i^T (x - c_i)", "unproved"),
    ],
)
def test_several_matrices_of_which_no_shape_is_typed(letter: str, line: str, expected: str) -> None:
    page, claim = (x.replace("M_i", letter + "_i") for x in (FORM, BY_X % line))
    assert verdict(page, claim) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial q}{\partial b} = B^T a", "right"),
        (r"\frac{\partial q}{\partial a} = B b", "right"),
        (r"\frac{\partial q}{\partial B} = a b^T", "right"),
        (r"\frac{\partial q}{\partial B} = b a^T", "wrong"),
        (r"\frac{\partial q}{\partial a} = 2 B b", "wrong"),
    ],
)
def test_a_matrix_between_vectors_of_two_lengths(line: str, expected: str) -> None:
    page = r"Let $a \in \mathbb{R}^m$ and $b \in \mathbb{R}^n$. $$ q = a^T B b $$" + "\n"
    assert verdict(page, f"$$ {line} $$") == expected


@pytest.mark.parametrize(
    ("page", "line", "expected"),
    [
        (r"Let $a, b \in \mathbb{R}^N$. $$ q = a^T N b $$", "N b", "right"),
        (r"Let $a, b \in \mathbb{R}^n$. $$ q = \sum_{i=1}^{N} a^T N b $$", "N^2 b", "right"),
        (r"Let $a, b \in \mathbb{R}^n$. $$ q = \sum_{i=1}^{N} a^T N b $$", "N b", "wrong"),
    ],
)
def test_the_letter_of_a_length_is_no_matrix(page: str, line: str, expected: str) -> None:
    assert verdict(page + "\n", rf"$$ \frac{{\partial q}}{{\partial a}} = {line} $$") == expected


GAUSS = r"""TOLD

$$ P_i = \frac{1}{(2 \pi)^{d/2} |\boldsymbol{\Sigma}_i|^{1/2}} \exp\left( -\frac12 (\mathbf{x}_j - \boldsymbol{\mu}_i)^T
\boldsymbol{\Sigma}_i^{-1} (\mathbf{x}_j - \boldsymbol{\mu}_i) \right) $$

$$ \ell = \sum_{j=1}^{m} \ln \sum_{i=1}^{k} \alpha_i P_i $$

$$ r_{ji} = \frac{\alpha_i P_i}{\sum_{s=1}^{k} \alpha_s P_s} $$
"""
DENSITY = r"p(\mathbf{x}_j | \boldsymbol{\mu}_i, \boldsymbol{\Sigma}_i)"


def mixture(told: str, *lines: str) -> list[str]:
    """The page of a mixture and lines about it, with the densities in the place of their short names."""
    parts = [GAUSS.replace("TOLD", told), *(f"$$ {line} $$" for line in lines)]
    return [x.replace("P_i", DENSITY).replace("P_s", DENSITY.replace("_i", "_s")) for x in parts]


COVARIANCE = (
    r"$\mathbf{x}_j$ are $d$-dimensional samples, $\boldsymbol{\Sigma}_i$ is the covariance matrix of a component."
)
BY_MEAN = r"\frac{\partial \ell}{\partial \boldsymbol{\mu}_i} = "
PULL = r"\boldsymbol{\Sigma}_i^{-1} (\mathbf{x}_j - \boldsymbol{\mu}_i)"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (BY_MEAN + r"\sum_{j=1}^{m} r_{ji} " + PULL, "right"),
        (BY_MEAN + r"\sum_{j=1}^{m} " + PULL, "wrong"),
        (BY_MEAN + r"\sum_{j=1}^{m} r_{ji} (\mathbf{x}_j - \boldsymbol{\mu}_i)", "wrong"),
        (BY_MEAN + r"-\sum_{j=1}^{m} r_{ji} " + PULL, "wrong"),
        (r"\frac{\partial \ln P_i}{\partial \boldsymbol{\mu}_i} = " + PULL, "right"),
        (r"\frac{\partial P_i}{\partial \boldsymbol{\mu}_i} = P_i " + PULL, "right"),
        (r"\frac{\partial P_i}{\partial \boldsymbol{\mu}_i} = " + PULL, "wrong"),
        (r"\frac{\partial \ell}{\partial P_i} = \sum_{j=1}^{m} \frac{r_{ji}}{P_i}", "wrong"),
        (r"\frac{\partial \ell}{\partial \alpha_i} = \sum_{j=1}^{m} \frac{r_{ji}}{\alpha_i}", "right"),
        (r"\frac{\partial \ell}{\partial \alpha_i} = \sum_{j=1}^{m} r_{ji}", "wrong"),
    ],
)
@pytest.mark.parametrize("bold", [True, False])
def test_a_mixture_of_normal_densities(line: str, expected: str, bold: bool) -> None:
    page = mixture(COVARIANCE, line)
    assert verdict(*(x if bold else x.replace(r"\boldsymbol{\Sigma}", r"\Sigma") for x in page)) == expected


def test_of_a_covariance_without_a_word_nothing_is_wrong_for_lack_of_symmetry() -> None:
    told = r"Let $\mathbf{x}_j \in \mathbb{R}^d$."
    assert verdict(*mixture(told, rf"{BY_MEAN} \sum_{{j=1}}^{{m}} r_{{ji}} {PULL}")) == "unproved"
    assert verdict(*mixture(told, rf"{BY_MEAN} 2 \sum_{{j=1}}^{{m}} r_{{ji}} {PULL}")) == "wrong"


def test_a_determinant_is_no_number_where_its_matrix_varies() -> None:
    line = r"\frac{\partial \ell}{\partial \boldsymbol{\Sigma}_i} = 0"
    assert verdict(*mixture(COVARIANCE, line)) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (r"$x_n$ is a $D$-dimensional data point.", "right"),
        (r"$x_n$ 为 $D$ 维样本。", "right"),
        (r"$x_n$ は $D$ 次元のデータ点。", "right"),
        (r"$x_n$ は $D$ 次元, $t_n$ は $K$ 次元の列ベクトル。", "right"),
        (r"Here $x_n$ is $D$-dimensional and $t_n$ a number.", "right"),
        (r"$x_n$ 是 $D$ 维的。", "right"),
        (r"$x_n$ is a row of the $D$-dimensional sample matrix.", "other"),
        (r"$x_n$ 为 $D$ 维样本矩阵。", "other"),
        (r"$x_n$ is not $D$-dimensional.", "other"),
    ],
)
def test_points_of_so_many_dimensions_are_vectors(told: str, expected: str) -> None:
    page = told + r" $$ E = \sum_{n=1}^N x_n^T A x_n $$" + "\n"
    found = verdict(page, r"$$ \frac{\partial E}{\partial x_n} = (A + A^T) x_n $$")
    assert found == "right" if expected == "right" else found != "wrong"

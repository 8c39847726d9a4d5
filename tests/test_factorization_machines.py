r"""Predictions of any sample `\hat{y}(\mathbf{x})` beside those of each, `\hat{y}_j`, and norms of entries."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FM = r"""{told}

$$ \hat{{y}}(\mathbf{{x}}) = b + \sum_{{i=1}}^n w_i x_i + \sum_{{i=1}}^n \sum_{{j=i+1}}^n
\langle \mathbf{{v}}_i, \mathbf{{v}}_j \rangle x_i x_j $$

$$ \langle \mathbf{{v}}_i, \mathbf{{v}}_j \rangle = \sum_{{f=1}}^k v_{{i,f}} v_{{j,f}} $$

$$ \hat{{y}}_j = b + \sum_{{i=1}}^n w_i x_{{ji}} $$

$$ L = \sum_{{j=1}}^m (\hat{{y}}_j - y_j)^2 $$
"""
TOLD = [
    r"For a sample $\mathbf{x}$ the prediction is",
    r"对样本 $\mathbf{x}$ 的预测：",
    r"Let $\mathbf{x} \in \mathbb{R}^n$.",
    "",
]
BY_FACTOR = r"\frac{\partial}{\partial v_{i,f}} \hat{y}(\mathbf{x}) = "
PAIRS = r"\sum_{i=1}^n \sum_{j=i+1}^n \langle \mathbf{v}_i, \mathbf{v}_j \rangle x_i x_j = \frac12 \sum_{f=1}^k"


@pytest.mark.parametrize("told", TOLD)
def test_one_sample_beside_all(told: str) -> None:
    cases = [
        (BY_FACTOR + r"x_i \sum_{j=1}^n v_{j,f} x_j - v_{i,f} x_i^2", "right"),
        (BY_FACTOR + r"x_i \sum_{j=1}^n v_{j,f} x_j", "wrong"),
        (r"\frac{\partial}{\partial w_i} \hat{y}(\mathbf{x}) = x_i", "right"),
        (r"\frac{\partial}{\partial w_i} \hat{y}(\mathbf{x}) = x_{ji}", "wrong"),
        (r"\frac{\partial L}{\partial w_i} = 2 \sum_{j=1}^m (\hat{y}_j - y_j) x_{ji}", "right"),
        (r"\frac{\partial L}{\partial w_i} = \sum_{j=1}^m (\hat{y}_j - y_j) x_{ji}", "wrong"),
        (r"\frac{\partial L}{\partial w_i} = 2 \sum_{j=1}^m (\hat{y}_j - y_j) x_i", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(FM.format(told=told), lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_the_norm_of_a_number_is_its_absolute_value() -> None:
    cases = [
        (r"\left( \left( \sum_{i=1}^n v_{i,f} x_i \right)^2 - \sum_{i=1}^n v_{i,f}^2 x_i^2 \right)", "right"),
        (r"\left( \|\sum_{i=1}^n v_{i,f} x_i\|_2^2 - \sum_{i=1}^n v_{i,f}^2 \|x_i\|^2 \right)", "right"),
        (r"\left( ||\sum_{i=1}^n v_{i,f} x_i||^2 - \sum_{i=1}^n ||v_{i,f} x_i||_2^2 \right)", "right"),
        (r"\left( \|\sum_{i=1}^n v_{i,f} x_i\|_2 - \sum_{i=1}^n v_{i,f}^2 \|x_i\|_2 \right)", "wrong"),
        (r"\left( \|\sum_{i=1}^n v_{i,f} x_i\|_2^2 - \sum_{i=1}^n v_{i,f} \|x_i\|^2 \right)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(FM.format(told=TOLD[0]), lines=[f"$$ {PAIRS} {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


SQUARE = r"$$ \sum_{i=1}^n \sum_{j=1}^n x_i x_j = \left( \sum_{i=1}^n \|x_i\| \right)^2 $$"


@pytest.mark.parametrize(
    "said",
    [
        r"$$ k(x_i, \mathbf{x}) = e^{x_i \cdot \mathbf{x}} $$",
        r"Let $x_i \in \mathbb{R}^d$ be points like $\mathbf{x}$.",
        r"$$ s = \sum_{i=1}^n x_i^T x_i $$ for points like $\mathbf{x}$.",
    ],
)
def test_norms_of_vectors_stay_norms(said: str) -> None:
    line = r"$$ \sum_{i=1}^n \|x_i\|^2 = \sum_{i=1}^n x_i^2 $$"
    assert verdict(r"$$ q = \sum_{i=1}^n \sum_{j=1}^n a_i a_j x_i x_j $$", said, line) not in ("right", "wrong")


@pytest.mark.parametrize("name", ["L L(D)", "L L", "N L L(D)", "M S E"])
def test_an_abbreviation_with_spaces_is_one_name(name: str) -> None:
    page = rf"$$ {name} = \sum_{{j=1}}^m (a_j - t_j)^2 $$"
    assert each_verdict(
        page,
        lines=[
            rf"$$ \frac{{\partial {name}}}{{\partial a_j}} = 2 (a_j - t_j) $$",
            rf"$$ \frac{{\partial {name}}}{{\partial a_j}} = a_j - t_j $$",
        ],
    ) == ["right", "wrong"]


def test_letters_that_stand_alone_are_multiplied() -> None:
    page = r"$$ L = \sum_{j=1}^m a_j $$ $$ Q = L L $$"
    assert each_verdict(
        page,
        lines=[
            r"$$ L L = \sum_{j=1}^m a_j L $$",
            r"$$ \frac{\partial Q}{\partial a_j} = 2 L $$",
            r"$$ L L = \sum_{j=1}^m a_j $$",
        ],
    ) == ["right", "right", "wrong"]

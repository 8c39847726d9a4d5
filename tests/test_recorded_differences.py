r"""Differences of matrices of which a page adds up some entries: `(A - UV) V^T` beside `\sum_{(i,j) \in D}`."""

from __future__ import annotations

import pytest

from symderiv.check.report import worst

from .judging import check

RANGES = '+++\n[ranges]\ni = "1..m"\nj = "1..n"\nk = "1..r"\n+++\n'
SHAPES = r"$A$ is $m \times n$, $U=(u_{ik})$ and $V=(v_{kj})$. "
LOSS = r"""
$$ J = \sum_{(i,j) \in D} \left( a_{ij} - \sum_{k=1}^{r} u_{ik} v_{kj}\right)^2 $$

"""
LINES = (
    r"\frac{\partial J}{\partial U} = -2 (A-UV) V^T",
    r"\frac{\partial J}{\partial V} = 2 U^T (UV - A)",
    r"\frac{\partial J}{\partial U} = 2 (A-UV) V^T",
    r"\frac{\partial J}{\partial V} = -2 U (A - UV)",
)


def verdicts(page: str, *lines: str) -> list[str]:
    claims = check(page + "".join(f"$$ {x} $$\n\n" for x in lines)).claims
    return [str(worst([c.judgement])) for c in claims[len(claims) - len(lines) :]]


@pytest.mark.parametrize(
    "words",
    [
        "The entries of $A - UV$ that are not observed are taken as zero.",
        "In matrix form the unobserved entries of $A - UV$ count as 0.",
        "$A - UV$ is set to zero where an entry is missing.",
        "行列で書くとき、$A - UV$ の観測されていない成分は 0 とする。",
        "矩阵形式里，$A - UV$ 没有记录的位置按 0 计。",
    ],
)
def test_words_let_only_recorded_entries_count(words: str) -> None:
    assert verdicts(RANGES + SHAPES + words + LOSS, *LINES) == ["right", "right", "wrong", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "$A$ is zero where nothing is known.",
        "The unobserved entries of $A - UV$ are not set to zero.",
        "If the unobserved entries of $A - UV$ were set to zero, things would be easier.",
        "The unobserved entries of $A - UV$ are at most 0.5.",
    ],
)
def test_without_them_lines_that_need_it_are_open(words: str) -> None:
    assert verdicts(RANGES + SHAPES + words + LOSS, *LINES) == ["unproved", "unproved", "wrong", "wrong"]


def test_where_all_entries_are_added_up_words_change_nothing() -> None:
    whole = LOSS.replace(r"\sum_{(i,j) \in D}", r"\sum_{i=1}^m \sum_{j=1}^n")
    assert verdicts(RANGES + SHAPES + whole, *LINES) == ["right", "right", "wrong", "wrong"]


def test_a_mask_of_entries_is_a_matrix() -> None:
    page = r"""$W_{ij} \in \{0, 1\}$, $U \in \mathbb{R}^{m \times r}$, $V \in \mathbb{R}^{n \times r}$,
$R \in \mathbb{R}^{m \times n}$.

$$ J = \sum_{i=1}^m \sum_{j=1}^n W_{ij} (R_{ij} - \sum_{k=1}^{r} U_{ik} V_{jk})^2 $$

"""
    assert verdicts(
        page,
        r"\frac{\partial J}{\partial U} = -2 (W \odot (R-UV^T)) V",
        r"\frac{\partial J}{\partial U} = -2 (R-UV^T) V",
        r"\frac{\partial J}{\partial U} = -2 (W^T \odot (R-UV^T)) V",
    ) == ["right", "wrong", "wrong"]


def test_matrices_of_said_entries_keep_their_lengths_beside_a_product_of_them() -> None:
    page = r"""$\hat{R}=PQ$, $P=(p_{ik})$, $Q=(q_{kj})$.

$$ J = \frac12 \sum_{i=1}^m \sum_{j=1}^n ( r_{ij} - \sum_{k=1}^{r} p_{ik} q_{kj})^2 + \lambda \| P \|^2 $$

"""
    assert verdicts(
        RANGES + page,
        r"\|P\|^2 = \sum_{i=1}^m \sum_{k=1}^r p_{ik}^2",
        r"\frac{\partial J}{\partial p_{ik}} = -\sum_{j=1}^n (r_{ij} - \sum_l p_{il} q_{lj}) q_{kj} + 2 \lambda p_{ik}",
        r"\frac{\partial J}{\partial p_{ik}} = -\sum_{j=1}^n (r_{ij} - \sum_l p_{il} q_{lj}) q_{kj} + \lambda p_{ik}",
        r"\hat{R}_{ij} = \sum_{k=1}^r p_{ik} q_{kj}",
    ) == ["right", "right", "wrong", "right"]

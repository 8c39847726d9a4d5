r"""Negative samples are other rows than that of the context, as the words of a page say. Labels by hand."""

from __future__ import annotations

import pytest

from symderiv.check.ambiguities.rows import are_negatives

from .judging import check

LOSS = r"$$J = -\log \sigma(u_o^\top v_c) - \sum_{k=1}^K \log \sigma(-u_k^\top v_c)$$" "\n"
LINES = (
    (r"\frac{\partial J}{\partial u_o} = (\sigma(u_o^\top v_c) - 1) v_c", "right"),
    (r"\frac{\partial J}{\partial u_k} = \sigma(u_k^\top v_c) v_c", "right"),
    (r"\frac{\partial J}{\partial u_k} = -\sigma(u_k^\top v_c) v_c", "wrong"),
    (r"\frac{\partial J}{\partial u_o} = \sigma(u_o^\top v_c) v_c", "wrong"),
)


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_with_such_words(line: str, expected: str) -> None:
    page = f"Let $v_c$ be the center vector and $u_k$ the negatives.\n{LOSS}$${line}$$"
    assert [str(link.judgement) for claim in check(page).claims for link in claim.links] == [expected]


@pytest.mark.parametrize("line", [line for line, expected in LINES if expected == "right"])
def test_without_them_row_o_may_be_among_the_others(line: str) -> None:
    page = f"Let $v_c$ be a vector.\n{LOSS}$${line}$$"
    assert [str(link.judgement) for claim in check(page).claims for link in claim.links] == ["unproved"]


def test_a_sum_over_all_rows_is_no_sample() -> None:
    assert are_negatives("We draw negative samples.")
    assert are_negatives("負例をサンプリングする")
    assert not are_negatives(r"Negative sampling replaces $\sum_w \exp(u_w^T v_c)$.")
    assert not are_negatives("a negative number")


@pytest.mark.parametrize(
    "words",
    [
        "The negative samples may contain the positive word.",
        "The negatives are not necessarily different from the target word.",
        "The outside word may be among the negative samples.",
        "We draw negative samples with replacement, the true word might be drawn as well.",
        "The target can be one of the negative samples.",
        "The negatives need not be distinct from the positive word.",
        "負例には正例が含まれることがある。",
    ],
)
@pytest.mark.parametrize("line", [line for line, expected in LINES if expected == "right"])
def test_words_by_which_the_row_may_be_drawn(words: str, line: str) -> None:
    page = f"{words}\n{LOSS}$${line}$$"
    assert [str(link.judgement) for claim in check(page).claims for link in claim.links] == ["unproved"]


@pytest.mark.parametrize(
    "words",
    [
        "The negative samples cannot contain the positive word.",
        "The negatives may be any word other than the target word.",
        "The negative samples may not include the positive word.",
        "The negative samples are different from the outside word.",
        "The same word may be drawn as a negative sample several times.",
    ],
)
def test_words_by_which_it_may_not(words: str) -> None:
    assert are_negatives(words)

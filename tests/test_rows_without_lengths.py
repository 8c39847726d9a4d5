"""Vectors that sentences call rows and of which nothing says how long they are; sums that show such a product."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = (r"$$ s = a_q b_i^T $$", r"$$ L = \frac12 (s - t)^2 + a_q b_k^T $$", "# Derivation")
ROWS = "Here $a_q$ and $b_i$ are row vectors of features."


def test_vectors_called_rows() -> None:
    cases = [
        (r"\frac{\partial L}{\partial a_q} = (s - t) b_i + b_k", "right"),
        (r"\frac{\partial L}{\partial a_q} = (s - t) b_i - b_k", "wrong"),
        (r"\frac{\partial L}{\partial b_k} = a_q", "right"),
        (r"\frac{\partial L}{\partial b_i} = (s - t) b_i", "wrong"),
        (r"s = b_i a_q^T", "right"),
        (r"s = 2 b_i a_q^T", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(ROWS, *PAGE, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "said",
    [
        "Here $a_q$ and $b_i$ are not row vectors.",
        "Other authors take $a_q$ and $b_i$ for row vectors.",
        "Here $a_q$ and $b_i$ are row vectors, $b_k$ is a column vector.",
    ],
)
def test_vectors_not_called_so(said: str) -> None:
    for sign in "+-":
        line = rf"$$\frac{{\partial L}}{{\partial a_q}} = (s - t) b_i {sign} b_k$$"
        assert verdict(said, *PAGE, line) in ("unreadable", "unproved")


SUMS = [r"\sum_{f} a_{qf} b_{if}", r"\sum_f a_{qf} b_{fi}", r"\sum\limits_f a_{fq} b_{if}"]


@pytest.mark.parametrize("shown", SUMS)
@pytest.mark.parametrize("product", ["a_q^T b_i", "a_q b_i^T"])
def test_a_sum_that_shows_the_product(shown: str, product: str) -> None:
    said = ROWS if product.endswith("T") else ""
    page = (said, rf"$$ s = {product} = {shown} $$", r"$$ L = \frac12 (s - t)^2 $$", "# Derivation")
    assert each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial L}{\partial a_q} = (s - t) b_i$$",
            r"$$\frac{\partial L}{\partial b_i} = (s - t) b_i$$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("shown", [r"\sum_f a_{qf} b_{qf}", r"\sum_f a_{qf} a_{if}", r"\sum_f a_{qf} + b_{if}"])
def test_another_sum_is_not_passed_over(shown: str) -> None:
    page = (rf"$$ s = a_q^T b_i = {shown} $$", r"$$ L = \frac12 (s - t)^2 $$", "# Derivation")
    assert verdict(*page, r"$$\frac{\partial L}{\partial a_q} = (s - t) b_i$$") not in ("right", "wrong")


def test_entries_that_other_lines_have_are_read() -> None:
    page = (r"$$ s = a_q^T b_i = \sum_f a_{qf} b_{if} $$", r"$$ L = \frac12 (s - t)^2 $$", "# Derivation")
    line = r"$$\frac{\partial L}{\partial a_{qf}} = (s - t) %s_{if}$$"
    found = each_verdict(*page, lines=[line % "a", line % "b"])
    assert found[0] != "right"
    assert found[1] != "wrong"

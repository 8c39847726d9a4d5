r"""Derivatives by entries of different letters on the two sides of a line."""

from __future__ import annotations

from .judging import check

MEAN = r"$$\mu = \frac1n \sum_{i=1}^n a_i$$" + "\n\n"


def last(line: str, beside: str = "") -> str:
    return str(check(f"{MEAN}$${line}$${beside}\n").claims[-1].judgement)


def test_another_letter_that_nothing_tells_leaves_a_line_open() -> None:
    assert (
        last(r"\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_s} (\frac1n \sum_{i=1}^n a_i)")
        == "unproved"
    )
    assert (
        last(r"\frac{\partial \mu}{\partial a_m} = \frac1n \sum_{i=1}^n \frac{\partial a_i}{\partial a_s}")
        == "unproved"
    )
    assert (
        last(r"\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_m} (\frac1n \sum_{i=1}^n a_i)") == "right"
    )
    assert last(r"\frac{\partial \mu}{\partial a_m} = \frac1n") == "right"


def test_a_letter_with_a_range_is_any() -> None:
    line = r"\frac{\partial \mu}{\partial a_m} = \frac{\partial \mu}{\partial a_s}"
    assert last(line, r" ( $1 \\le m \\le n$, $1 \\le s \\le n$ )".replace("\\\\", "\\")) == "right"
    assert last(line.replace("= ", "= 2 ")) == "wrong"

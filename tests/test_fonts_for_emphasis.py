r"""A bold font around a whole equation or a side of one: emphasis where the page has its letters in no bold font."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""The $t_i$ are given, $w$ and $b$ are numbers.

$$ y_i = w x_i + b $$

$$ L = \frac{1}{N} \sum_{i=1}^N (y_i - t_i)^2 $$

"""
RIGHT = (
    r"\boldsymbol{\frac{\partial L}{\partial w} = \frac{2}{N} \sum_{i=1}^N (y_i - t_i) x_i}",
    r"\frac{\partial L}{\partial b} = \mathbf{\frac{2}{N} \sum_{i=1}^N (y_i - t_i)}",
    r"\boxed{\bm{\frac{dL}{dy_i} = \frac{2}{N} (y_i - t_i)}}",
)
WRONG = (
    r"\boldsymbol{\frac{\partial L}{\partial w} = \frac{2}{N} \sum_{i=1}^N (y_i - t_i)}",
    r"\frac{\partial L}{\partial b} = \mathbf{\frac{1}{N} \sum_{i=1}^N (y_i - t_i)}",
    r"\mathbf{\frac{dL}{dy_i} = \frac{2}{N} (t_i - y_i)}",
)


def judged(page: str, *lines: str) -> list[str]:
    """The judgements of the lines behind a page, the last link of each."""
    report = sd.check(page + "".join(f"$$ {line} $$\n\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


def test_results_in_bold() -> None:
    assert judged(PAGE, *RIGHT) == ["right"] * 3
    assert judged(PAGE, *WRONG) == ["wrong"] * 3


def test_a_letter_that_the_page_has_in_bold_alone_is_meant() -> None:
    page = PAGE.replace("y_i", r"\mathbf{y}_i")
    assert judged(page, *RIGHT[:2]) == ["right"] * 2
    assert judged(page, *WRONG[:2]) == ["wrong"] * 2


def test_a_letter_in_both_fonts_may_be_either() -> None:
    page = PAGE + "$$ \\mathbf{w} = 3 w $$\n\n"
    assert judged(page, RIGHT[0], WRONG[0]) == ["unreadable"] * 2
    assert judged(page, RIGHT[1], WRONG[1]) == ["right", "wrong"]


def test_a_whole_beside_entries_is_refused() -> None:
    assert judged(PAGE, r"\mathbf{\frac{\partial L}{\partial y} = \frac{2}{N} (y - t)}") == ["unreadable"]


def test_part_of_a_side_keeps_its_font() -> None:
    line = r"\frac{\partial L}{\partial w} = \frac{2}{N} \mathbf{\sum_{i=1}^N (y_i - t_i)} x_i"
    assert judged(PAGE, line) == ["unreadable"]


def test_a_brace_that_is_not_closed_is_an_error_of_its_line() -> None:
    assert judged(PAGE, r"\mathbf{\frac{\partial L}{\partial w} = 2", RIGHT[1]) == ["unreadable", "right"]

r"""Clauses that speak of another case than their condition, or of all: `If $i = j$ .., off the diagonal we get`.

`@` stands for the condition in `data/words_of_another_case.txt`, and in `data/words_of_another_case_behind.txt`, which
has what stands behind a display.
"""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from judging import verdict

from symderiv.check.page import check

SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}} $$"
LEFT = r"\frac{\partial p_i}{\partial z_j}"
SAME, OTHER = rf"$${LEFT} = p_i (1 - p_i)$$", rf"$${LEFT} = -p_i p_j$$"
TYPED = (r"$i = j$", "i = j")


def rows(name: str) -> list[str]:
    return Path(__file__).with_name("data").joinpath(name).read_text().splitlines()


@pytest.mark.parametrize(("words", "typed"), list(zip(rows("words_of_another_case.txt"), cycle(TYPED), strict=False)))
def test_neither_case_is_judged_behind_such_words(words: str, typed: str) -> None:
    said = words.replace("@", typed)
    assert verdict(SOFTMAX, said, SAME) == "unproved"
    assert verdict(SOFTMAX, said, OTHER) == "unproved"


@pytest.mark.parametrize(
    ("words", "typed"), list(zip(rows("words_of_another_case_behind.txt"), cycle(TYPED), strict=False))
)
def test_nor_before_them(words: str, typed: str) -> None:
    report = check(f"{SOFTMAX}\n\n{SAME}\n{words.replace('@', typed)}\n")
    assert str(report.claims[-1].judgement) == "unproved"


@pytest.mark.parametrize(
    ("words", "line", "slip"),
    [
        ("Case 1 (diagonal, $i = j$):", SAME, OTHER),
        (r"Second case (off-diagonal, $i \ne j$):", OTHER, SAME),
        (r"If $i \ne j$, the two indices are different, so", OTHER, SAME),
        ("If both indices are the same ($i = j$):", SAME, OTHER),
        ("For $i = j$ both factors depend on it, so", SAME, OTHER),
        (r"それ以外（$i \ne j$）のとき", OTHER, SAME),
    ],
)
def test_words_that_go_with_a_condition_leave_it_one(words: str, line: str, slip: str) -> None:
    assert verdict(SOFTMAX, words, line) == "right"
    assert verdict(SOFTMAX, words, slip) == "wrong"


def test_the_next_line_has_its_own_clause() -> None:
    page = f"{SOFTMAX}\n\n{SAME}\nfor $i = j$, and the off-diagonal entries are\n{OTHER}\nfor $i \\ne j$.\n"
    assert [str(c.judgement) for c in check(page).claims[-2:]] == ["right", "right"]

r"""Words beside a condition by which it does not narrow the line: `in particular $k = l$`, `For $k = l$, see [1]`.

The softmax's derivative is `y_k (1 - y_k)` for `k = l` alone. Where the words do not say that the line is meant for
that case, it is not right; where they do, it is.
"""

from __future__ import annotations

import pytest

from .judging import check

SOFTMAX = "$$y_k = \\frac{e^{a_k}}{\\sum_l e^{a_l}}$$\n\n"
LINE = "$$\\frac{\\partial y_k}{\\partial a_l} = y_k(1-y_k)$$"
NOT_NARROWED = (
    "If $k = l$ it is trivial, and in general EQ",
    "For $k = l$ this is known; generally, EQ",
    "For $k = l$, see [1]. EQ",
    "After the case $k = l$, the general case: EQ",
    "For all $k, l$ (in particular $k = l$): EQ",
    "For $k = l$ (and all others): EQ",
    "**Case $k = l$.** Easy.\n\n**General case.** EQ",
    "- $k = l$: trivial\n- general: EQ",
    "Case 1 ($k = l$): see book. Case 2: EQ",
    "If it is not the case that $k = l$: EQ",
    "Let $k = l$ be false. EQ",
    "Contrary to $k = l$: EQ",
    "Besides $k = l$: EQ",
    "~~For $k = l$:~~ EQ",
    "EQ ~~($k = l$)~~",
    "\\iffalse For $k = l$: \\fi EQ",
    "% For $k = l$:\nEQ",
    "$k = l$ に限らず EQ",
    "$k = l$ の場合だけでなく EQ",
    "$k = l$ の場合を除き EQ",
    "$k = l$ の場合も含めて EQ",
    "$k = l$ であってもなくても EQ",
    "$k = l$ を仮定せずに EQ",
    "$k = l$ と異なり EQ",
    "すべての $k, l$ (特に $k = l$) について EQ",
    "OPEN \\quad \\text{without } k = l$$",
    "If $k = l$, see the book. EQ",
    "\\sout{For $k = l$:} EQ",
    "<del>For $k = l$:</del> EQ",
)
NARROWED = (
    "For $k = l$: EQ",
    "If $k = l$, then EQ",
    "Let $k = l$. Then EQ",
    "In particular, for $k = l$: EQ",
    "For $k = l$ we use the quotient rule. EQ",
    "Case 1 ($k = l$): EQ",
    "$k = l$ のとき EQ",
    "**Case $k = l$.** EQ",
    "EQ for $k = l$.",
    "OPEN \\quad \\text{if } k = l$$",
    "When $k = l$ we get EQ",
    "- $k = l$: EQ",
    "First consider the case $k = l$. EQ",
    "For $k = l$ it is easy to see that EQ",
)


def judged(text: str) -> str:
    typed = text.replace("OPEN", LINE[:-2]).replace("EQ", LINE)
    return str(check(SOFTMAX + typed).claims[-1].judgement)


@pytest.mark.parametrize("text", NOT_NARROWED)
def test_a_case_that_is_only_mentioned_makes_no_line_right(text: str) -> None:
    assert judged(text) in ("wrong", "unproved", "unreadable")


@pytest.mark.parametrize("text", NARROWED)
def test_a_case_that_the_line_is_meant_for_makes_it_right(text: str) -> None:
    assert judged(text) == "right"


UNIT = (
    "$$h_j = \\max(0, z_j), \\quad z_j = \\sum_i w_{ji} x_i, \\quad E = \\frac12 \\sum_j (h_j - t_j)^2$$\n\n"
    "WORDS $$\\frac{\\partial E}{\\partial w_{ji}} = (h_j - t_j) x_i$$"
)
OF_VALUES = (
    ("For $z_j > 0$:", "right"),
    ("In particular for $z_j > 0$:", "right"),
    ("For all $z_j$ (in particular $z_j > 0$):", "unproved"),
    ("Besides $z_j > 0$:", "unproved"),
    ("After the case $z_j > 0$, the general case:", "unproved"),
    ("$z_j > 0$ に限らず", "unproved"),
    ("For $z_j > 0$, see the book.", "unproved"),
    ("~~For $z_j > 0$:~~", "wrong"),
)


@pytest.mark.parametrize(("words", "verdict"), OF_VALUES)
def test_a_case_of_values_that_is_only_mentioned(words: str, verdict: str) -> None:
    assert check(UNIT.replace("WORDS", words)).claims[-1].judgement == verdict


LINEAR = (
    "$$E = \\frac12 (y - t)^2, \\quad y = \\sum_i w_i x_i$$\n\nWORDS $$\\frac{\\partial E}{\\partial w_i} = y x_i$$"
)


@pytest.mark.parametrize(
    "words", ["For $t = 0$ (or any other $t$):", "For all $t$ (in particular $t = 0$):", "$t = 0$ に限らず"]
)
def test_a_value_that_is_only_mentioned(words: str) -> None:
    assert check(LINEAR.replace("WORDS", "For $t = 0$:")).claims[-1].judgement == "right"
    assert check(LINEAR.replace("WORDS", words)).claims[-1].judgement != "right"

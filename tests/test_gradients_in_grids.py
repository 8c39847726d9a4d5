r"""Gradients of numbers set out as a matrix, on pages without any other array; words for data typed as they are said.

By hand: of `e = (p - actual)^2 / 2` with `p = h_1 u_1 + h_2 u_2`, `h_1 = x_1 w_1 + x_2 w_2`, `h_2 = x_1 w_3 + x_2 w_4`
the derivative by `w_1` is `(p - actual) u_1 x_1`, and so on.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = (
    r"$$ h_1 = x_1 w_1 + x_2 w_2 $$ $$ h_2 = x_1 w_3 + x_2 w_4 $$ $$ pred = h_1 u_1 + h_2 u_2 $$"
    r"$$ e = \frac12 (pred - actual)^2 $$ $$ d = pred - actual $$"
)
COLUMN = (
    r"$$ \begin{bmatrix} \frac{\partial e}{\partial u_1} \\ \frac{\partial e}{\partial u_2} \end{bmatrix} ="
    r" d \begin{bmatrix} h_1 \\ h_2 \end{bmatrix} $$"
)
GRADIENTS = (
    r"\begin{pmatrix} \frac{\partial e}{\partial w_1} & \frac{\partial e}{\partial w_3} \\"
    r" \frac{\partial e}{\partial w_2} & \frac{\partial e}{\partial w_4} \end{pmatrix}"
)
SQUARE = (
    rf"$$ {GRADIENTS} = d \begin{{pmatrix}} x_1 \\ x_2 \end{{pmatrix}} \begin{{pmatrix}} u_1 & u_2 \end{{pmatrix}} $$"
)
TYPED = rf"$$ {GRADIENTS} = d \begin{{pmatrix}} x_1 u_1 & x_1 u_2 \\ x_2 u_1 & x_2 u_2 \end{{pmatrix}} $$"
PLAIN = r"$$ \frac{\partial e}{\partial w_4} = (pred - actual) * u_2 * x_2 $$"


def test_right() -> None:
    cases = [COLUMN, SQUARE, TYPED, PLAIN]
    for claim, found in zip(cases, each_verdict(PAGE, lines=cases), strict=True):
        assert found == "right", claim


def test_slips() -> None:
    cases = [
        (COLUMN, (r"h_1 \\ h_2", r"h_2 \\ h_1")),
        (COLUMN, (r"= d", r"= 2 d")),
        (SQUARE, (r"x_1 \\ x_2", r"x_2 \\ x_1")),
        (TYPED, ("x_1 u_2", "x_2 u_1")),
        (TYPED, ("= d", "= -d")),
        (PLAIN, ("pred - actual", "actual - pred")),
    ]
    for (_, slip), found in zip(
        cases, each_verdict(PAGE, lines=[claim.replace(*slip) for claim, slip in cases]), strict=True
    ):
        assert found == "wrong", slip


def test_what_does_not_fit() -> None:
    cases = [
        SQUARE.replace(r"\begin{pmatrix} u_1 & u_2 \end{pmatrix}", r"\begin{pmatrix} u_1 \\ u_2 \end{pmatrix}"),
        COLUMN.replace(r"h_1 \\ h_2", r"h_1 \\ h_2 \\ h_1"),
    ]
    for line, found in zip(cases, each_verdict(PAGE, lines=cases), strict=True):
        assert found in ("wrong", "unreadable"), line


@pytest.mark.parametrize("word", ["target", "desired", "expected", "observed"])
def test_words_for_data(word: str) -> None:
    page, claim = PAGE.replace("actual", word), PLAIN.replace("actual", word)
    assert each_verdict(page, lines=[claim, claim.replace(f"pred - {word}", f"{word} - pred")]) == ["right", "wrong"]


@pytest.mark.parametrize("word", ["because", "penalty", "abcde"])
def test_other_words(word: str) -> None:
    assert verdict(PAGE.replace("actual", word), PLAIN.replace("actual", word)) == "unreadable"


@pytest.mark.parametrize("line", [r"$$ u = 2 target $$", r"$$ u = 2, target $$", r"$$ u = target(2) $$"])
def test_words_that_are_not_added(line: str) -> None:
    claim = line.replace("u =", r"\frac{\partial}{\partial s} (u + s) =")
    assert verdict("$$ u = 2 v $$", claim) in ("unreadable", "unproved")


def test_letters_that_are_names() -> None:
    """Where all letters of a word are names of the page, it is their product."""
    page = r"$$ y = t + a + r + g + e $$ $$ z = y - target $$"
    assert verdict(page, r"$$ \frac{\partial z}{\partial r} = 1 - t^2 a g e $$") == "right"

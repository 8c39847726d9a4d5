r"""Layouts of derivatives by their names, in other sentences; words that call vectors columns let no claim make rows.

By hand: of `z = w h + b` with `\delta = \partial J/\partial z` a column the derivative by h is the column `w^T \delta`,
and the derivative of z by h is w in the numerator layout.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict
from .test_layouts_in_words import FRONT, INNER, NET

COLUMNS = (
    r"$$ z = w h + b $$",
    r"$$ a = \tanh(z) $$",
    r"$$ J = \frac12 \|a - y\|^2 $$",
    r"Here $w \in \mathbb{R}^{m \times n}$, $h \in \mathbb{R}^n$, $b \in \mathbb{R}^m$; $\delta = \frac{\partial"
    r" J}{\partial z}$.",
)
DENOMINATOR = (
    "We use the denominator layout.",
    "Denominator layout is used throughout.",
    "(denominator layout)",
    "All derivatives are written in the denominator layout.",
    "分母レイアウトを用いる。",
    "统一使用分母布局: 导数的形状与求导变量的形状一致。",
    "本文采用分母布局。",
    "Wir verwenden das Nenner-Layout.",
)
NUMERATOR = (
    "The numerator layout is used here.",
    "Everything is in numerator-layout convention.",
    "分子レイアウトで書く。",
    "这里使用分子布局。",
)
OPEN = ("unreadable", "unproved")


@pytest.mark.parametrize("told", DENOMINATOR)
def test_derivatives_of_numbers_are_columns(told: str) -> None:
    cases = ((r"w^T \delta", "right"), (r"\delta w", "wrong"), (r"\delta^T w", "wrong"))
    for (line, expected), found in zip(
        cases,
        each_verdict(*COLUMNS, told, lines=[rf"$$ \frac{{\partial J}}{{\partial h}} = {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line
    for line, expected in ((r"w_l (\delta^{(l)})^T", "right"), (r"\delta^{(l)} w_l^T", "wrong")):
        claim = rf"$$ \frac{{\partial J}}{{\partial h^{{(l-1)}}}} = {line} $$" + INNER
        assert verdict(FRONT, *NET, told, claim) == expected, line


@pytest.mark.parametrize("told", NUMERATOR)
def test_derivatives_of_numbers_are_rows(told: str) -> None:
    for line, expected in ((r"w_l (\delta^{(l)})^T", "wrong"), (r"\delta^{(l)} w_l^T", "right")):
        claim = rf"$$ \frac{{\partial J}}{{\partial h^{{(l-1)}}}} = {line} $$" + INNER
        assert verdict(FRONT, *NET, told, claim) == expected, line
    cases = (("w", "right"), ("w^T", "wrong"))
    for (line, expected), found in zip(
        cases,
        each_verdict(*COLUMNS, told, lines=[rf"$$ \frac{{\partial z}}{{\partial h}} = {line} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


def test_a_name_in_words_that_are_not_understood_is_open() -> None:
    told = "The layout of what follows has to do with the numerator layout."
    for line in (r"w^T \delta", r"\delta w", r"\delta^T w"):
        assert verdict(*COLUMNS, told, rf"$$ \frac{{\partial J}}{{\partial h}} = {line} $$") in OPEN, line


def test_other_books_say_nothing_of_numbers() -> None:
    told = "Some other books use the numerator layout."
    assert each_verdict(
        *COLUMNS,
        told,
        lines=[r"$$ \frac{\partial J}{\partial h} = w^T \delta $$", r"$$ \frac{\partial J}{\partial h} = w \delta $$"],
    ) == ["right", "wrong"]

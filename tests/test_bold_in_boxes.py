r"""Bold as it was typed before there was a command for it: `\mbox{\boldmath $\mu$}`, `\mbox{\bf x}`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

DATA = r"Data are $X_n \in \mathbb{R}^d$, $n = 1, \dots, N$; $W \in \mathbb{R}^d$, $M \in \mathbb{R}^d$."
ERROR = r"$$ E = \frac12 \sum_{n=1}^N (W^T (X_n - M))^2 $$"
RIGHT = r"$$ \frac{\partial E}{\partial W} = \sum_{n=1}^N W^T (X_n - M) \, (X_n - M) $$"
WRONG = r"$$ \frac{\partial E}{\partial W} = \sum_{n=1}^N W^T (X_n - M) \, X_n $$"
DEFINITIONS = r"\newcommand{\vct}[1]{\mbox{\boldmath $#1$}}"
WAYS = [
    (r"\mbox{\boldmath $\mu$}", r"\mbox{\bf x}"),
    (r"{\hbox{\boldmath$\mu$}}", r"\text{\bf x}"),
    (r"\mbox{\boldmath{$\mu$}}", r"\mbox{\bfseries x}"),
    (r"\mbox{{\boldmath $\mu$}}", r"\mbox{\boldmath $x$}"),
    (r"\vct{\mu}", r"\vct{x}"),
]


@pytest.mark.parametrize(("mean", "example"), WAYS)
def test_a_switch_to_bold_in_a_box(mean: str, example: str) -> None:
    def typed(text: str) -> str:
        return text.replace("X", example).replace("M", mean).replace("W", r"\mbox{\boldmath $\theta$}")

    page = [DEFINITIONS, typed(DATA), typed(ERROR)]
    assert each_verdict(*page, lines=[typed(RIGHT), typed(WRONG)]) == ["right", "wrong"]


def test_it_is_the_name_in_any_bold_font_and_not_the_plain_one() -> None:
    page = r"$$ y_i = \mbox{\boldmath $\mu$}_i x_i + \mu, \quad E = \sum_{i=1}^n y_i^2 $$"
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial \boldsymbol{\mu}_i} = 2 y_i x_i $$",
            r"$$ \frac{\partial E}{\partial \mu} = 2 \sum_{i=1}^n y_i $$",
            r"$$ \frac{\partial E}{\partial \mu} = 2 y_i x_i $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "right"
    assert found[2] != "right"


@pytest.mark.parametrize("words", [r"\mbox{\bf for all $i$}", r"\mbox{\bf if }", r"\mbox{\boldmath $i \le 3$}"])
def test_words_and_conditions_are_no_names(words: str) -> None:
    page = r"$$ y_i = a x_i, \quad E = \sum_{i=1}^n y_i^2 $$"
    assert verdict(page, rf"$$ \frac{{\partial E}}{{\partial y_i}} = 2 y_i {words} $$") != "wrong"

r"""Both values of data in a sentence: `$t_j = 1$ if $j = c$, otherwise $t_j = 0$`, in many languages."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""The scores are $u_j = \sum_{i=1}^N w_{ij} h_i$ for $j = 1, \dots, V$, and
$$ y_j = \frac{\exp(u_j)}{\sum_{k=1}^V \exp(u_k)}. $$

SAID

$$ E = - \log y_c $$

$$ \frac{\partial E}{\partial u_j} = y_j - t_j $$

$$ \frac{\partial E}{\partial u_j} = t_j - y_j $$
"""


def verdicts(said: str) -> list[str]:
    claims = sd.check(PAGE.replace("SAID", said)).claims
    return [str(c.judgement) for c in claims if "partial" in c.latex]


@pytest.mark.parametrize(
    "said",
    [
        r"The target is $c$; $t_j = 1$ if $j = c$, otherwise $t_j = 0$.",
        r"We have $t_j = 1$, if $j = c$, and $t_j = 0$ otherwise.",
        r"$t_j = 1$ if $j = c$, else 0. The loss is",
        r"$t_j$ is $1$ if $j = c$ and $0$ otherwise.",
        r"$t_j$ equals one for $j = c$ and zero for $j \ne c$.",
        r"If $j = c$ then $t_j = 1$, otherwise $t_j = 0$.",
        r"When $j = c$, $t_j = 1$, else $t_j = 0$.",
        r"$t_j = 0$ if $j \ne c$, otherwise $t_j = 1$.",
        r"Das Ziel ist $c$; $t_j = 1$ falls $j = c$, sonst $t_j = 0$.",
        r"Es ist $t_j = 1$, wenn $j = c$, und $t_j = 0$ sonst.",
        r"Für $j = c$ ist $t_j = 1$, sonst ist $t_j = 0$.",
        r"On note $t_j = 1$ si $j = c$, et $t_j = 0$ sinon.",
        r"Si $j = c$, alors $t_j = 1$, sinon $t_j = 0$.",
        r"Sea $t_j = 1$ si $j = c$, y $t_j = 0$ en caso contrario.",
        r"Seja $t_j = 1$ se $j = c$, e $t_j = 0$ caso contrário.",
        r"Sia $t_j = 1$ se $j = c$, e $t_j = 0$ altrimenti.",
        r"正解を $c$ とし、$j = c$ のとき $t_j = 1$、それ以外は $t_j = 0$ とする。",
        r"$j = c$ のとき $t_j = 1$、そうでなければ $t_j = 0$ とする。",
        r"$t_j$ は $j = c$ のとき 1、それ以外は 0 とする。",
        r"当 $j = c$ 时 $t_j = 1$，否则 $t_j = 0$。",
        r"若 $j = c$ 则 $t_j = 1$，否则 $t_j = 0$。",
        r"$t_j = 1$, если $j = c$, иначе $t_j = 0$.",
        r"$j = c$ 이면 $t_j = 1$, 아니면 $t_j = 0$ 이다.",
        r"$t_j = 1$ nếu $j = c$, ngược lại $t_j = 0$.",
        r"$t_j = 1$ jeśli $j = c$, w przeciwnym razie $t_j = 0$.",
        r"$t_j = 1$ als $j = c$, en anders $t_j = 0$.",
        r"$j = c$ ise $t_j = 1$, değilse $t_j = 0$.",
    ],
)
def test_both_values_are_read(said: str) -> None:
    assert verdicts(said) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$t_j = 1$ if $j \ne c$, otherwise $t_j = 0$.",
        r"$t_j = 0$ wenn $j = c$, sonst $t_j = 1$.",
        r"$t_j = 2$ si $j = c$, sinon $t_j = 0$.",
        r"$t_j = 1$ si $j = c$, sinon $t_j = -1$.",
        r"当 $j \ne c$ 时 $t_j = 1$，否则 $t_j = 0$。",
    ],
)
def test_other_values_are_others(said: str) -> None:
    assert verdicts(said) == ["wrong", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$t_j = 1$ unless $j = c$, otherwise $t_j = 0$.",
        r"$t_j = 1$ if $j = c$ or $j = c + 1$, otherwise $t_j = 0$.",
        r"$t_j = 1$ si $j = c$ ou si $j = 1$, $0$ sinon.",
        r"$t_j = 1$ if not $j = c$, otherwise $t_j = 0$.",
        r"It would be wrong to set $t_j = 1$ if $j = c$, otherwise $t_j = 0$.",
    ],
)
def test_what_says_something_else_is_not_taken_for_it(said: str) -> None:
    assert "right" not in verdicts(said)


@pytest.mark.parametrize(
    "said",
    [
        r"Nicht $t_j = 1$ falls $j = c$, sonst $t_j = 0$, sondern weiche Ziele.",
        r"$t_j = 1$ if $j = c$, otherwise $t_j = 0$, was the old coding.",
        r"If $j = c$ then $t_j = 1$, otherwise $t_j = 0$ or $t_j = 1$.",
        r"$t_j = 1$ jeśli nie $j = c$, inaczej $t_j = 0$.",
        r"$t_j = 1$ falls nicht $j = c$, sonst $t_j = 0$.",
        r"$j = c$ のとき以外 $t_j = 1$、それ以外は $t_j = 0$。",
        r"$t_j$ is $1$ if $j = c$ is false and $0$ otherwise.",
    ],
)
def test_cases_that_are_taken_back_or_not_understood_leave_lines_open(said: str) -> None:
    assert verdicts(said) == ["unproved", "unproved"]


def test_two_numbers_that_are_not_one_and_zero() -> None:
    page = r"""Wenn $i = j$, dann $s_{ij} = 2$, sonst $s_{ij} = -1$. Sei
$$ E = \sum_{i=1}^n \sum_{j=1}^n s_{ij} x_i x_j $$ für $i, j = 1, \dots, n$.

$$ E = 3 \sum_{i=1}^n x_i^2 - \sum_{i=1}^n \sum_{j=1}^n x_i x_j $$

$$ E = 2 \sum_{i=1}^n x_i^2 - \sum_{i=1}^n \sum_{j=1}^n x_i x_j $$
"""
    assert [str(c.judgement) for c in sd.check(page).claims] == ["right", "wrong"]


@pytest.mark.parametrize("words", ["if", "nếu", "falls", "als", "when"])
def test_compared_with_what_is_looked_up(words: str) -> None:
    page = rf"""$$ y_{{cj}} = \frac{{\exp(u_{{cj}})}}{{\sum_{{k=1}}^V \exp(u_{{ck}})}} $$

Here $j_c^*$ is the position of word $c$; $t_{{cj}} = 1$ {words} $j = j_c^*$, and $t_{{cj}} = 0$ otherwise.

$$ E = - \sum_{{c=1}}^C \log y_{{c, j_c^*}} $$

$$ \frac{{\partial E}}{{\partial u_{{cj}}}} = y_{{cj}} - t_{{cj}} $$

$$ \frac{{\partial E}}{{\partial u_{{cj}}}} = y_{{cj}} - 1 $$
"""
    assert [str(c.judgement) for c in sd.check(page).claims] == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$t_j = 1$ if $j = c$, $t_j = -1$ if $j = d$, otherwise $t_j = 0$.",
        r"Only for frequent words $j$ we have $t_j = 1$ if $j = c$, otherwise $t_j = 0$.",
        r"$t_j = 1$ if $j = c$, otherwise $t_j = 0$; for unlabelled data all $t_j$ are $0$.",
    ],
)
def test_three_values_or_values_for_some_are_not_taken_for_two(said: str) -> None:
    assert "right" not in verdicts(said)


def test_a_class_is_one_of_those_that_are_numbered() -> None:
    said = r"$t_j = 0$ if $j = c$, otherwise $t_j = 1$, where $c$ is one of the $V$ classes."
    page = PAGE.replace("SAID", said).replace("$$ E = - \\log y_c $$", r"$$ E = - \sum_{j=1}^V t_j \log y_j $$")
    page = page.replace("= y_j - t_j", "= (V - 1) y_j - t_j")
    assert [str(c.judgement) for c in sd.check(page).claims if "partial" in c.latex] == ["right", "wrong"]

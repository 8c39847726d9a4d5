r"""One value of data is the case of a line only in a sentence of which all words are known; else the line is open.

By hand: with p the softmax of z, and y adding up to 1, `-\sum_k y_k \log p_k` has the derivative `p_k - y_k` by `z_k`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

NET = (
    r"$$ p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}} $$ ( $k = 1, \dots, K$ )",
    r"$$ L = -\sum_{k=1}^K y_k \log p_k $$",
    r"with $\sum_k y_k = 1$.",
)
LINE = r"$$ \frac{\partial L}{\partial z_k} = %s $$"

UNKNOWN = (
    "正解ならば $y_k = 1$ であるが、一般には",
    "正しければ $y_k = 1$ とおく。",
    "$y_k = 0$ のとき不正解。よって",
    "$y_k = 1$ でなければ",
    "Because $y_k = 0$ or $y_k = 1$, we have",
    "As $y_k = 1$ only for the right class, we get",
    "One-hot means $y_k = 1$ for the right class, so in general",
)


@pytest.mark.parametrize("said", UNKNOWN)
def test_words_that_may_tell_of_other_cases(said: str) -> None:
    for case in ("p_k - 1", "p_k"):
        assert verdict(*NET, said, LINE % case) != "right"
    assert verdict(*NET, said, LINE % "p_k - y_k") != "wrong"


@pytest.mark.parametrize("said", ["If $y_k = 1$, then", "正しければ $y_k = 1$ であり、", "$y_k = 1$ のとき"])
def test_known_words(said: str) -> None:
    assert verdict(*NET, said, LINE % "p_k - 1") == "right"
    assert verdict(*NET, said, LINE % "p_k") != "right"
    assert verdict(*NET, said, LINE % "p_k - y_k") == "right"


RATED = (
    "For $i = 1, \\dots, m$ and $j = 1, \\dots, u$. Here $r_{ij} = (0|1)$.",
    r"$$ J = \sum_{(i, j): r_{ij} = 1} (x_i a_j - y_{ij})^2 + \lambda \sum_{i=1}^{m} x_i^2 $$",
)
NONE = r"$$ \frac{\partial J}{\partial x_i} = 2 \lambda x_i $$"
ALL = r"$$ \frac{\partial J}{\partial x_i} = 2 \sum_{j=1}^{u} r_{ij} (x_i a_j - y_{ij}) a_j + 2 \lambda x_i $$"


@pytest.mark.parametrize("case", ["($j$ such that $r_{ij} = 0$)", "（$r_{ij} = 0$ となる $j$ について）"])
def test_one_of_the_values_that_data_take_is_not_that_of_all(case: str) -> None:
    assert verdict(*RATED, f"{NONE} {case}") == "unproved"
    assert verdict(*RATED, f"{ALL} {case}") == "right"
    assert (
        verdict(*RATED, f"{NONE} (not for all $j$ we have $r_{{ij}} = 0$)", f"{NONE} (for all $i$, $r_{{ij}} = 0$)")
        != "right"
    )


BETWEEN = (
    "良ければ $y_i = 0$、悪ければ $y_i = 1$ に近い値とする。",
    "必ず良ければ $y_i = 0$、必ず悪ければ $y_i = 1$、それ以外はその間の値とする。",
)


@pytest.mark.parametrize("said", BETWEEN)
def test_values_between_two_are_left_open(said: str) -> None:
    net = r"$$ p_i = \frac{1}{1+e^{-w x_i}} $$", r"$$ L = \frac12 \sum_{i=1}^n y_i^2 (p_i - 1)^2 $$"
    line = r"$$ \frac{\partial L}{\partial w} = \sum_{i=1}^n y_i (p_i - 1) p_i (1 - p_i) x_i $$"
    assert verdict(said, *net, line) == "unproved"
    assert verdict(said, *net, line.replace(" y_i (", " y_i^2 (")) == "right"
    assert verdict(said, *net, line.replace(" y_i (", " - y_i (")) == "wrong"

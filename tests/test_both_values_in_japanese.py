r"""Both values of data told by words in front of them, `合格すれば $t_i = 1$、落ちれば $t_i = 0$`, and one alone.

By hand: the derivative of the loss by `c_1` is `\frac{1}{n} \sum_i (p_i - t_i) h_i`; with `t \in \{0, 1\}` t^2 is t.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ z_i = c_0 + c_1 hours_i $$",
    r"$$ p_i = \frac{1}{1+e^{-z_i}} $$",
    r"$$ J = -\frac{1}{n} \sum_{i=1}^n \{ t_i \log p_i + (1-t_i) \log (1-p_i) \} $$",
)
RIGHT = r"$$ \frac{\partial J}{\partial c_1} = \frac{1}{n} \sum_{i=1}^n (p_i - t_i) hours_i $$"
WRONG = r"$$ \frac{\partial J}{\partial c_1} = \frac{1}{n} \sum_{i=1}^n (t_i - p_i) hours_i $$"
ZERO = r"$$ \frac{\partial J}{\partial c_0} = \frac{1}{n} \sum_{i=1}^n p_i $$"

BOTH = (
    "合格すれば $t_i = 1$、落ちれば $t_i = 0$ とし、勉強時間を $hours_i$ とする。",
    "合格ならば $t_i = 1$、不合格ならば $t_i = 0$ とする。",
    "合格なら $t_i = 1$、違えば $t_i = 0$。",
    "$t_i = 1$ なら合格、$t_i = 0$ なら不合格である。",
)


@pytest.mark.parametrize("said", BOTH)
def test_both_values(said: str) -> None:
    assert each_verdict(said, *NET, lines=[RIGHT, WRONG, ZERO]) == ["right", "wrong", "wrong"]


@pytest.mark.parametrize("said", ["落ちれば $t_i = 0$ とする。", "特に断らなければ $t_i = 0$ とする。"])
def test_one_value_may_be_of_some_only(said: str) -> None:
    assert each_verdict(said, *NET, lines=[RIGHT, WRONG, ZERO]) == ["right", "wrong", "unproved"]


SOFTMAX = (
    r"$$ p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}} $$ ( $k = 1, \dots, K$ )",
    r"$$ L = -\sum_{k=1}^K y_k \log p_k $$",
    r"正解ラベルは one-hot である: $\sum_k y_k = 1$。",
)
CASES = (
    ("正解ならば $y_k = 1$ だから", "不正解ならば $y_k = 0$ だから"),
    ("正しければ $y_k = 1$ であり、", "違えば $y_k = 0$ であり、"),
    ("正しければ $y_k = 1$、よって", "正しくなければ $y_k = 0$、よって"),
    ("正解の場合 $y_k = 1$ だから", "不正解の場合 $y_k = 0$ だから"),
    ("When the class is right we have $y_k = 1$, so", "when it is not we have $y_k = 0$, so"),
)


@pytest.mark.parametrize(("one", "other"), CASES)
def test_each_value_is_the_case_of_its_own_line(one: str, other: str) -> None:
    first = r"$$ \frac{\partial L}{\partial z_k} = p_k - 1 $$"
    second = r"$$ \frac{\partial L}{\partial z_k} = p_k $$"
    assert verdict(*SOFTMAX, one, first) != "wrong"
    assert verdict(*SOFTMAX, one, first, other, second) != "wrong"
    assert verdict(*SOFTMAX, one, second) != "right"
    assert verdict(*SOFTMAX, "例えば $y_k = 1$、よって", second) != "right"

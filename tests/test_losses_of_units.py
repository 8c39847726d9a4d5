r"""A loss for each output, `J = \sum_o J_o`: what stands beside the sum is of a layer, and of no single example."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$$ n_h = \sum_{i=1}^{I} w_{hi} x_i $$ $$ z_h = \frac{1}{1 + e^{-n_h}} $$",
    r"$$ a_o = \sum_{h=1}^{H} v_{oh} z_h $$ $$ y_o = \frac{1}{1 + e^{-a_o}} $$",
    r"$$ J_o = \frac12 (d_o - y_o)^2 $$ $$ J = \sum_{o=1}^{O} J_o $$",
)
BEFORE = r"$$ \frac{\partial J_o}{\partial y_o} = -(d_o - y_o) $$"
SUM = r"\left(\sum_{o=1}^{O} (d_o - y_o) y_o (1 - y_o) v_{oh}\right)"
LINES = [
    (r"\frac{\partial J}{\partial v_{oh}} = -(d_o - y_o) y_o (1 - y_o) z_h", "right"),
    (r"\frac{\partial J}{\partial v_{oh}} = -(d_o - y_o) y_o (1 - y_o) n_h", "wrong"),
    (r"\frac{\partial J}{\partial w_{hi}} = -" + SUM + r" z_h (1 - z_h) x_i", "right"),
    (r"\frac{\partial J}{\partial w_{hi}} = -" + SUM + r" x_i", "wrong"),
    (r"\frac{\partial J}{\partial w_{hi}} = -(d_o - y_o) y_o (1 - y_o) v_{oh} z_h (1 - z_h) x_i", "wrong"),
    (
        r"\frac{\partial J}{\partial w_{hi}} = \left(\sum_{o=1}^{O} \frac{\partial J_o}{\partial y_o}"
        r" \frac{\partial y_o}{\partial a_o} \frac{\partial a_o}{\partial z_h}\right)"
        r" \frac{\partial z_h}{\partial n_h} \frac{\partial n_h}{\partial w_{hi}}",
        "right",
    ),
    (
        r"\frac{\partial J}{\partial w_{hi}} = \frac{\partial J_o}{\partial y_o} \frac{\partial y_o}{\partial a_o}"
        r" \frac{\partial a_o}{\partial z_h} \frac{\partial z_h}{\partial n_h} \frac{\partial n_h}{\partial w_{hi}}",
        "wrong",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_lines_about_the_hidden_layer_are_read(line: str, expected: str) -> None:
    page = [f"$$ {other} $$" for other, holds in LINES if holds == "right" and other != line]
    assert verdict(*NETWORK, BEFORE, *page, f"$$ {line} $$") == expected


JAPANESE = (
    r"$$ T_j = \sum_{i=1}^{l} W_{ji} I_i $$ $$ H_j = \frac{1}{1 + e^{-T_j}} $$",
    r"$$ E = \frac12 \sum_{j=1}^{m} (t_j - H_j)^2 $$",
)


@pytest.mark.parametrize(
    "words",
    [
        "$t_j$ は教師信号である。",
        "$T_j$ はネット値、$t_j$ は各ユニットの正解ラベルとする。",
        "$t_j$ は目標値、$I_i$ は値。",
    ],
)
def test_targets_are_told_in_japanese(words: str) -> None:
    line = r"$$ \frac{\partial E}{\partial T_j} = -(t_j - H_j) H_j (1 - H_j) $$"
    assert each_verdict(*JAPANESE, words, lines=[line, line.replace("= -", "= ")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    ["", "$t_j$ は教師信号ではない。", "$t_j$ は教師信号との差である。", "$t_j$ は出力と正解の差である。"],
)
def test_other_words_tell_of_no_target(words: str) -> None:
    line = r"$$ \frac{\partial E}{\partial T_j} = -(t_j - H_j) H_j (1 - H_j) $$"
    assert verdict(*JAPANESE, words, line) == "unproved"

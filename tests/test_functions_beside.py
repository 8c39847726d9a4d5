"""Functions that words beside a line name without a letter, where the page leaves its function open."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = (
    r"$$ a_k = \sum_m u_{km} s_m, \quad b_k = g(a_k), \quad o = \sum_k c_k b_k, \quad C = \frac12 (o - d)^2 $$" + "\n"
)
LINE = r"\frac{\partial C}{\partial u_{km}} = (o - d) c_k "
LOGISTIC, TANH, LINEAR = "b_k (1 - b_k) s_m", "(1 - b_k^2) s_m", "s_m"


def _verdict(line: str, behind: str = "", before: str = "") -> str:
    return str(check(f"{NETWORK}\n{before} $${LINE}{line}$$ {behind}").verdict)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (LOGISTIC, "for a logistic activation."),
        (LOGISTIC, "when the hidden units are sigmoids."),
        (LOGISTIC, "für Sigmoid-Neuronen."),
        (LOGISTIC, "pour la fonction logistique."),
        (LOGISTIC, "para la función logística."),
        (LOGISTIC, "для сигмоиды."),
        (LOGISTIC, "（ロジスティック関数のとき）"),
        (LOGISTIC, "，使用 sigmoid 激活。"),
        (LOGISTIC, "(시그모이드 함수의 경우)"),
        (TANH, "in the case of tanh units."),
        (TANH, "（双曲正切函数）"),
        (LINEAR, "if the hidden units are linear."),
        (LINEAR, "für eine lineare Schicht."),
        (LINEAR, "（線形の場合）"),
        ("c_k s_m", "for leaky ReLU units with slope $c_k$."),
    ],
)
def test_such_a_line_is_open(line: str, words: str) -> None:
    assert _verdict(line, words) == "unproved"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("b_k (1 + b_k) s_m", "for logistic units."),
        ("b_k (1 - b_k) s_k", "（シグモイド関数の場合）"),
        ("(1 - b_k) s_m", "bei tanh."),
        ("c_k s_m", "for linear units."),
        (LOGISTIC, "for all hidden units."),
        (LOGISTIC, "by the chain rule."),
        (LOGISTIC, "を用いて更新する。"),
        (LOGISTIC, "wie oben gezeigt."),
        (LOGISTIC, "，由链式法则。"),
    ],
)
def test_slips_and_other_words(line: str, words: str) -> None:
    assert _verdict(line, words) == "wrong"


def test_words_before_it() -> None:
    assert _verdict(LOGISTIC, before="Für logistische Neuronen gilt") == "unproved"
    assert _verdict(LOGISTIC, before="シグモイド関数の場合は") == "unproved"
    assert _verdict(LOGISTIC, before="Für alle Neuronen gilt") == "wrong"


def test_what_holds_for_any_function_is_right() -> None:
    assert _verdict("g'(a_k) s_m", "for tanh units.") == "right"


def test_a_function_that_the_page_defines_is_no_other() -> None:
    page = NETWORK + r"$$ g(x) = \tanh(x) $$" + "\n"
    assert check(f"{page}\n$${LINE}{LOGISTIC}$$ for logistic units.").verdict == "wrong"

"""One side of a kink named by words alone, in other languages than English."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$ m_n = \sum_k v_k q_{kn}, \quad C = \sum_n \max(0, 1 - d_n m_n) $$" + "\n\n"
LINE = r"\frac{\partial C}{\partial m_n} = "
CASES = [
    "wenn der Abstand zu klein ist.",
    "für falsch klassifizierte Punkte.",
    "im Fall verletzter Marge.",
    "si la marge est violée.",
    "pour les vecteurs de support.",
    "si el margen no se respeta.",
    "para los vectores de soporte.",
    "если отступ мал.",
    "для опорных векторов.",
    "（ヒンジが働く場合）",
    "（正例に対して）",
    "，当铰链起作用时。",
    "（违反间隔的样本）",
    "(마진을 위반한 경우)",
    "for violated margins.",
]
OTHERS = [
    "für alle $n$.",
    "nach der Kettenregel.",
    "pour tout $n$.",
    "となる。",
    "，由链式法则。",
    "по правилу цепочки.",
    "이다.",
]


@pytest.mark.parametrize("words", CASES)
def test_a_line_that_is_right_in_a_case_is_open(words: str) -> None:
    assert check(f"{NETWORK}$${LINE}-d_n$$ {words}").verdict == "unproved"


@pytest.mark.parametrize("words", CASES)
def test_a_slip_is_wrong_in_every_case(words: str) -> None:
    assert check(f"{NETWORK}$${LINE}d_n$$ {words}").verdict == "wrong"


@pytest.mark.parametrize("words", OTHERS)
def test_other_words_name_no_case(words: str) -> None:
    assert check(f"{NETWORK}$${LINE}-d_n$$ {words}").verdict == "wrong"


@pytest.mark.parametrize("words", [*CASES[:3], CASES[9], *OTHERS])
def test_what_holds_in_general_is_right(words: str) -> None:
    assert check(f"{NETWORK}$${LINE}-d_n \\, [d_n m_n < 1]$$ {words}").verdict == "right"

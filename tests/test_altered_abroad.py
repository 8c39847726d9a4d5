"""Words of other languages right beside a line that add to it, multiply, weaken or deny it."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"$$E = \sum_{i=1}^{I} x_i x_i$$" + "\n\n"
LINE = r"\frac{\partial E}{\partial x_i} = 2 x_i"
SLIP = r"\frac{\partial E}{\partial x_i} = x_i"

ALTERED = [
    "summiert über alle Muster.",
    "(mal $-2$).",
    "geteilt durch die Zahl der Muster.",
    "zuzüglich eines Strafterms.",
    "bis auf einen konstanten Faktor.",
    "näherungsweise.",
    "fois deux.",
    "multiplié par $3$.",
    "à une constante près.",
    "au signe près.",
    "dividido entre $3$.",
    "salvo el signo.",
    "умноженное на $3$.",
    "с точностью до знака.",
    "，再对所有样本相加。",
    "的三倍。",
    "（再减去惩罚项）",
    "，忽略常数因子。",
    "，只差一个符号。",
    "を全サンプルについて合計したもの。",
    "（定数倍を無視）",
    "の3倍。",
    "의 두 배이다.",
    "（부호를 제외하고）",
]
DENIED = [
    "Dies stimmt so leider nicht.",
    "Das ist ein häufiger Fehler.",
    "ist jedoch nicht richtig.",
    "n'est pas correct.",
    "C'est malheureusement faux.",
    "Esto es un error.",
    "no se cumple.",
    "Это неверно.",
    "не выполняется.",
    "，但这是不对的。",
    "这个式子不正确。",
    "との誤解が多い。",
    "이 식은 틀렸다.",
    "성립하지 않는다.",
]
PLAIN = [
    "ist richtig.",
    "gilt für alle $i$.",
    "gilt nicht nur für $i = 1$.",
    "wie man leicht sieht, nach der Kettenregel.",
    "Das ist der Fehler der Schicht.",
    "et c'est le gradient de l'erreur.",
    "por la regla de la cadena.",
    "Это градиент ошибки.",
    "，这是误差的梯度。",
    "，由链式法则可得。",
    "，对所有 $i$ 成立。",
    "となる。",
    "（以下の通り）",
    "を使って更新する。",
    "이다.",
    "Multipliziert mit der Lernrate ergibt das den Schritt.",
    "に学習率を掛けると更新量が得られる。",
    "乘以学习率即得更新量。",
]


def _verdict(words: str, line: str = LINE) -> str:
    return str(check(f"{NETWORK}$${line}$$ {words}").verdict)


@pytest.mark.parametrize("words", ALTERED)
def test_what_is_altered_or_weakened_is_open(words: str) -> None:
    assert _verdict(words) == "unproved"


@pytest.mark.parametrize("words", DENIED)
def test_what_is_denied_is_unreadable(words: str) -> None:
    assert _verdict(words) == "unreadable"


@pytest.mark.parametrize("words", PLAIN)
def test_other_words_change_nothing(words: str) -> None:
    assert _verdict(words) == "right"


@pytest.mark.parametrize("words", [*PLAIN[:6], *DENIED[:4], "bis auf das Vorzeichen."])
def test_a_slip_is_wrong_beside_them(words: str) -> None:
    assert _verdict(words, SLIP) == "wrong"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("averaged over $n$.", "unproved"),
        ("gemittelt über alle $n$.", "unproved"),
        ("（对 $n$ 取平均）", "unproved"),
        ("", "right"),
    ],
)
def test_a_mean_is_not_a_sum(words: str, verdict: str) -> None:
    page = r"$$E = \frac12 \sum_{n=1}^N (w x_n - y_n)^2$$" + "\n\n"
    assert check(page + rf"$$\frac{{\partial E}}{{\partial w}} = \sum_n (w x_n - y_n) x_n$$ {words}").verdict == verdict


def test_a_mean_may_be_called_one() -> None:
    page = r"$$E = \frac{1}{2N} \sum_{n=1}^N (w x_n - y_n)^2$$" + "\n\n"
    line = r"$$\frac{\partial E}{\partial w} = \frac1N \sum_n (w x_n - y_n) x_n$$ averaged over all examples."
    assert check(page + line).verdict == "right"


def test_words_in_the_formula_itself() -> None:
    assert check(rf"{NETWORK}$${LINE} \quad \text{{summiert über alle Muster}}$$").verdict == "unreadable"

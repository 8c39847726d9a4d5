r"""Both values of data, each behind the words of its case: `評価したとき $r_{ij} = 1$、未評価のとき $r_{ij} = 0$`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MODEL = (
    r"$$J = \frac12 \sum_{i=1}^I \sum_{j=1}^K r_{ij} (u_i v_j - y_{ij})^2 + \frac{\lambda}{2} \sum_{i=1}^I u_i^2"
    r" + \frac{\lambda}{2} \sum_{j=1}^K v_j^2$$"
)
ASKED = r"$$\frac{\partial J}{\partial u_i} = \sum_{j : r_{ij} = 1} (u_i v_j - y_{ij}) v_j + \lambda u_i$$"
SQUARE = r"$$\frac{\partial J}{\partial u_i} = \sum_{j=1}^K r_{ij}^2 (u_i v_j - y_{ij}) v_j + \lambda u_i$$"
TOLD = (
    r"ユーザ $i$ が商品 $j$ を評価したとき $r_{ij} = 1$、未評価のとき $r_{ij} = 0$。",
    r"ここで $r_{ij}$ は定数で、評価がある場合は $r_{ij} = 1$，評価がない場合は $r_{ij} = 0$ とする。",
    r"評価済みなら $r_{ij} = 1$、未評価なら $r_{ij} = 0$。",
    r"若用户 $i$ 评价过电影 $j$，则 $r_{ij} = 1$，否则 $r_{ij} = 0$。",
    r"如果已评分，则 $r_{ij} = 1$；否则 $r_{ij} = 0$。",
)


@pytest.mark.parametrize("typed", ["r_{ij}", "r(i, j)"])
@pytest.mark.parametrize("told", TOLD)
def test_both_values(told: str, typed: str) -> None:
    told, model, asked, square = (x.replace("r_{ij}", typed) for x in (told, MODEL, ASKED, SQUARE))
    assert each_verdict(
        told,
        model,
        lines=[
            asked,
            square,
            asked.replace(" = 1}", " = 0}"),
            asked.replace("v_j - y_{ij}", "v_j + y_{ij}"),
            asked.replace(r" + \lambda u_i", ""),
            asked.replace(rf"j : {typed} = 1", "j=1").replace("} (u_i", "}^K (u_i"),
        ],
    ) == ["right", "right", "wrong", "wrong", "wrong", "wrong"]


@pytest.mark.parametrize(
    "told",
    [
        r"二値のとき $r_{ij} \in \{0, 1\}$。",
        r"評価したとき $r_{ij} = 1$、少し評価したとき $r_{ij} = 0.5$、未評価のとき $r_{ij} = 0$。",
        r"評価したとき $r_{ij} = 1$ とは限らず、未評価のとき $r_{ij} = 0$ である。",
        r"評価したとき $r_{ij} = 1$、未評価のとき $r_{ij} = 0$ に近い値をとる。",
    ],
)
def test_other_values_may_be_meant(told: str) -> None:
    assert verdict(told, MODEL, SQUARE) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    "told",
    [
        r"$z_i$ が正のとき $m_i = 1$、負のとき $m_i = 0$ である。",
        r"$z_i > 0$ のとき $m_i = 1$、$z_i < 0$ のとき $m_i = 0$ である。",
        r"若 $z_i$ 大于 0，则 $m_i = 1$，否则 $m_i = 0$。",
        r"入力が正である場合 $m_i = 1$、そうでない場合 $m_i = 0$ とする。",
    ],
)
def test_what_is_computed_is_no_data(told: str) -> None:
    page = (r"$$z_i = w x_i$$", r"$$h_i = \max(0, z_i)$$", r"$$E = \sum_{i=1}^N h_i$$", told)
    assert "wrong" not in each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial E}{\partial w} = \sum_{i=1}^N m_i x_i$$",
            r"$$\frac{\partial E}{\partial x_i} = m_i w$$",
        ],
    )


def test_each_value_may_be_the_case_of_its_own_line() -> None:
    net = (
        r"$$p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$$",
        r"$$L = -\sum_{k=1}^K y_k \log p_k$$",
        r"$\sum_k y_k = 1$ である。",
    )
    one, other = (rf"$$\frac{{\partial L}}{{\partial z_k}} = {x}$$" for x in ("p_k - 1", "p_k"))
    assert verdict(*net, "正解のとき $y_k = 1$ だから", one, "不正解のとき $y_k = 0$ だから", other) != "wrong"
    assert verdict(*net, "正解のとき $y_k = 1$ だから", other) != "right"


@pytest.mark.parametrize(
    "told",
    [
        r"若已评分，则 $r_{ij} = 1$，否则 $r_{ij} = 0$，但这里 $r_{ij}$ 可取任意实数。",
        r"若已评分，则 $r_{ij} = 1$，否则 $r_{ij} = 0$。不过 $r_{ij}$ 还有别的值。",
        r"若已评分，则 $r_{ij} = 1$，否则 $r_{ij} = 0$。这里 $r_{ij}$ 可取任意实数。",
        r"評価したとき $r_{ij} = 1$、未評価のとき $r_{ij} = 0$。しかしここでは $r_{ij}$ は任意の実数とする。",
        r"評価したとき $r_{ij} = 1$、未評価のとき $r_{ij} = 0$ だが、ここでは $r_{ij}$ を何でもよいとする。",
    ],
)
def test_two_values_that_are_taken_back_are_not_all(told: str) -> None:
    assert each_verdict(told, MODEL, lines=[SQUARE, ASKED]) == ["unproved", "unproved"]


def test_what_is_said_of_other_data_takes_nothing_back() -> None:
    told = r"若已评分，则 $r_{ij} = 1$，否则 $r_{ij} = 0$。但 $y_{ij}$ 是实数。"
    assert each_verdict(told, MODEL, lines=[SQUARE, SQUARE.replace("v_j - y_{ij}", "v_j + y_{ij}")]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Rated pairs have $r_{ij} = 1$, the others $r_{ij} = 0$.",
        "Observed entries have $r_{ij} = 1$ and all others have $r_{ij} = 0$.",
        "Rated pairs get $r_{ij} = 1$; unrated ones get $r_{ij} = 0$.",
    ],
)
def test_two_values_of_a_sentence_may_be_all(told: str) -> None:
    assert each_verdict(
        told,
        MODEL,
        lines=[SQUARE, SQUARE.replace(r" + \lambda u_i", ""), SQUARE.replace("v_j - y_{ij}", "v_j + y_{ij}")],
    ) == ["unproved", "wrong", "wrong"]

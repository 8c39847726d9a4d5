r"""Habits of pages in Korean and Chinese: what is 0 behind the last step, one-hot labels, ranges in headings, labels in
brackets, parameters behind a semicolon, formulas in `\(..\)` among words."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

RNN = r"""
$t = 1, \dots, T$ 에 대해

$$
a^t_h = \sum_{i=1}^I w_{ih} x_i^t + \sum_{h'=1}^H w_{h'h} b^{t-1}_{h'} \\
b^t_h = \tanh(a_h^t) \\
a^t_k = \sum_{h=1}^H w_{hk} b^t_h
$$

초기값은 $b^0_h = 0$ 이다.

$$ y^t_k = \frac{\exp(a^t_k)}{\sum_{k'=1}^K \exp(a^t_{k'})} $$

$$ O = -\sum_{t=1}^T \sum_{k=1}^K z^t_k \ln y^t_k $$

$$ \delta^t_k = \frac{\partial O}{\partial a^t_k}, \quad \delta^t_h = \frac{\partial O}{\partial a^t_h} $$
"""
ONE_HOT = r"$z^t_k$ 는 시간 $t$의 one-hot 정답 레이블이다."
AHEAD = r"\sum_{k=1}^K \delta^t_k w_{hk} + \sum_{h'=1}^H \delta^{t+1}_{h'}"
RIGHT = rf"$$ \frac{{\partial O}}{{\partial b^t_h}} = {AHEAD} w_{{hh'}} $$"
WRONG = rf"$$ \frac{{\partial O}}{{\partial b^t_h}} = {AHEAD} w_{{h'h}} $$"


@pytest.mark.parametrize(
    "ends",
    [
        r"$T+1$ 시점의 $\delta$ 는 모두 0 이다.",
        r"시각 $T+1$ 에서의 모든 오차는 $0$ 으로 둔다.",
        r"$T+1$ 时刻的 $\delta$ 均为 0。",
        r"时刻 $T+1$ 的所有误差都取为零。",
    ],
)
def test_errors_behind_the_last_step(ends: str) -> None:
    assert each_verdict(RNN, ends, lines=[RIGHT, WRONG]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "ends",
    [
        r"$T+1$ 시점의 $\delta$ 가 모두 0 이 되지는 않는다.",
        r"如果 $T+1$ 时刻的 $\delta$ 均为 0，训练就已收敛。",
        r"우리는 편의상 $T+1$ 에서 나오는 것을 전부 0 으로 친다.",
    ],
)
def test_other_words_about_the_end(ends: str) -> None:
    found = each_verdict(RNN, ends, lines=[RIGHT, WRONG])
    assert found[0] != "wrong"
    assert found[1] != "right"


LINE = r"$$ \delta^t_k = y^t_k - z^t_k $$"


def test_one_hot_labels_in_korean() -> None:
    assert each_verdict(RNN, ONE_HOT, lines=[LINE, r"$$ \delta^t_k = z^t_k - y^t_k $$"]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"$z^t_k$ 는 시간 $t$의 one-hot 레이블이 아니다.",
        r"$z^t_k$ 는 두 one-hot 레이블의 합이다.",
        r"$z^t_k$ 는 특별한 경우 one-hot 레이블이다.",
    ],
)
def test_labels_that_are_not_one_hot(said: str) -> None:
    assert verdict(RNN, said, LINE) != "right"


LAYERS = r"""
网络一共有 $L$ 层。

$$ z_i^{(l)} = \sum_j w_{ij}^{(l)} h_j^{(l-1)} + b_i^{(l)}, \qquad h_i^{(l)} = \tanh(z_i^{(l)}) $$

其中 $h^{(0)}$ 是网络的输入,输出层记作 $y_i = h_i^{(L)}$。

$$ C = \frac{1}{2} \sum_i (y_i - t_i)^2 $$

$$ \delta_i^{(l)} = \frac{\partial C}{\partial z_i^{(l)}} $$
"""
BACK = r"$$ \delta_i^{(l)} = (1 - (h_i^{(l)})^2) \sum_j \delta_j^{(l+1)} %s $$"


@pytest.mark.parametrize("heading", [r"## 隐藏层 ($1 \le l < L$)", r"## Hidden layers ($1 \le l < L$)"])
def test_ranges_in_headings_that_keep_out_an_end(heading: str) -> None:
    weights = r"$$ \frac{\partial C}{\partial w_{ij}^{(l)}} = \delta_i^{(l)} %s $$"
    assert each_verdict(LAYERS, heading, lines=[BACK % "w_{ji}^{(l+1)}", BACK % "w_{ij}^{(l+1)}"]) == ["right", "wrong"]
    told = (heading, BACK % "w_{ji}^{(l+1)}", "## 参数")
    found = each_verdict(LAYERS, *told, lines=[weights % "h_j^{(l-1)}", weights % "h_j^{(l)}", BACK % "w_{ji}^{(l+1)}"])
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] != "right"


SOFTMAX = r"""
$$ L_i = -\log(p_{y[i]}) $$

$$ p_j = \frac{e^{s_j}}{\sum_k e^{s_k}} $$
"""


def test_labels_in_brackets() -> None:
    cases = [
        (r"$$ \frac{\partial L_i}{\partial s_j} = p_j \quad \text{if } j \neq y[i] $$", "right"),
        (r"$$ \frac{\partial L_i}{\partial s_j} = p_j - 1 \quad \text{if } j \neq y[i] $$", "wrong"),
        (r"$$ \frac{\partial L_i}{\partial s_{y[i]}} = p_{y[i]} - 1 $$", "right"),
        (r"$$ \frac{\partial L_i}{\partial s_{y[i]}} = p_{y[i]} $$", "wrong"),
    ]
    for (line, expected), found in zip(cases, each_verdict(SOFTMAX, lines=[line for line, _ in cases]), strict=True):
        assert found == expected, line


def test_a_name_that_also_stands_without_its_bracket() -> None:
    page = r"$$ f = w_{y[i]} + y $$"
    assert verdict(page, r"$$ \frac{\partial f}{\partial y} = 2 $$") != "right"


WORDS = r"""
词典 $V$ 中每个索引为 $i$ 的词有两组词向量：作为中心词时的 $v_i$ 和作为背景词时的 $u_i$。
给定中心词 $w_c$，背景词 $w_o$ 的条件概率为

$$ P(w_o \ | \ w_c)=\frac{exp(u_o^Tv_c)}{\sum_{i \in V}exp(u_i^Tv_c)} $$

$$ J(\theta)=-\frac{1}{T}\sum^T_{t=1}\sum_{\substack{-m \le j \le m \\ j\neq0}}logP(w_{t+j} \ | \ w_t; \ \theta) $$

$$ logP(w_o \ | \ w_c)=u_o^Tv_c-log \Bigg( \sum_{i \in V}exp(u_i^Tv_c) \Bigg) $$
"""
BY_CENTRE = r"$$ \frac{\partial logP(w_o \ | \ w_c)}{\partial v_c} = u_o-\sum_{j \in V}P(w_j \ | \ w_c)%s $$"


def test_parameters_behind_a_semicolon_left_off_elsewhere() -> None:
    assert each_verdict(WORDS, lines=[BY_CENTRE % "u_j", BY_CENTRE % "u_j + u_o"]) == ["right", "wrong"]


def test_a_parameter_that_is_a_value() -> None:
    assert verdict(WORDS, r"$$ E = \theta^2 $$", BY_CENTRE % "u_j") != "right"


ROWS = r"""
样本 \(x_i\in\mathbb{R}^{D}\)，参数 \(w_c\in\mathbb{R}^{D}\)，\(w_{dc}\)是\(w_c\)的第\(d\)个分量。

\[ g_{ic} = x_i^T w_c - x_i^T w_{y_i} + 1, \quad L_i = \sum_{c \ne y_i} \max(0, g_{ic}) \]
"""


def test_components_told_in_backslashed_parentheses() -> None:
    cases = [
        (r"\[ x_i^T w_c = \sum_k x_{ik} w_{kc} \]", "right"),
        (r"\[ x_i^T w_c = \sum_k x_{ik} w_{ck} \]", "wrong"),
    ]
    for (line, expected), found in zip(cases, each_verdict(ROWS, lines=[line for line, _ in cases]), strict=True):
        assert found == expected, line


def test_group_delimiters() -> None:
    page = r"$$ E = \sum_{i=1}^n \lgroup w x_i - t_i \rgroup^2 $$"
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial w} = 2 \sum_{i=1}^n \lgroup w x_i - t_i \rgroup x_i $$",
            r"$$ \frac{\partial E}{\partial w} = 2 \sum_{i=1}^n \lgroup w x_i + t_i \rgroup x_i $$",
        ],
    ) == ["right", "wrong"]

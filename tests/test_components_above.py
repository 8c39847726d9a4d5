r"""Components whose number stands above: `\vec{A}_2 = (A_2^i)`, `x = (x^1, \dots, x^n)`, `x_j = (x_j^{(m)})`.

And what only looks so.
"""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

NET = r"""$$ A_1^i = x^i, \qquad z_2^i = \sum_{m=1}^{n} (W_1)_{im} A_1^m + b_1^i, \qquad A_2^i = \tanh(z_2^i) $$

$$ z_3^i = \sum_{m=1}^{n} (W_2)_{im} A_2^m + b_2^i, \qquad I = \frac12 \sum_{i=1}^{n} (z_3^i - y^i)^2 $$"""
MATRICES = {
    "ru": r"$W_1$ и $W_2$ - матрицы с элементами $(W_1)_{ij}$ и $(W_2)_{ij}$, индексы от $1$ до $n$.",
    "en": r"$W_1$ and $W_2$ are matrices with entries $(W_1)_{ij}$ and $(W_2)_{ij}$.",
    "de": r"$W_1$ und $W_2$ sind Matrizen mit den Einträgen $(W_1)_{ij}$ und $(W_2)_{ij}$.",
    "ja": r"$W_1$ と $W_2$ は成分 $(W_1)_{ij}$, $(W_2)_{ij}$ をもつ行列である。",
    "zh": r"$W_1$ 和 $W_2$ 是元素为 $(W_1)_{ij}$ 和 $(W_2)_{ij}$ 的矩阵。",
}
SAID = {
    "ru": r"Верхний индекс - номер компоненты: $\vec x = (x^i)$, $\vec y = (y^i)$, $\vec A_2 = (A_2^i)$.",
    "en": r"The upper index numbers components: $\vec x = (x^i)$, $\vec y = (y^i)$, $\vec A_2 = [A_2^i]$.",
    "de": r"Der obere Index zählt die Komponenten: $\mathbf x = (x^i)$, $\mathbf y = (y^i)$, $\mathbf A_2 = (A_2^i)$.",
    "ja": r"上付きの添字は成分の番号であり、$\vec x = (x^i)$, $\vec y = (y^i)$, $\vec A_2 = (A_2^i)$ とする。",
    "zh": r"上标是分量的编号：$\boldsymbol x = (x^i)$, $\boldsymbol y = (y^i)$, $\boldsymbol A_2 = (A_2^i)$。",
}
LINES = [
    (r"\frac{\partial I}{\partial z_3^i} = z_3^i - y^i", "right"),
    (r"\frac{\partial I}{\partial z_3^i} = y^i - z_3^i", "wrong"),
    (r"\frac{\partial I}{\partial A_2^i} = \sum_{k=1}^n (W_2)_{ki} (z_3^k - y^k)", "right"),
    (r"\frac{\partial I}{\partial A_2^i} = \sum_{k=1}^n (W_2)_{ik} (z_3^k - y^k)", "wrong"),
    (r"\frac{\partial I}{\partial W_2} = (\vec z_3 - \vec y) \vec A_2^{\,T}", "right"),
    (r"\frac{\partial I}{\partial W_2} = \vec A_2 (\vec z_3 - \vec y)^T", "wrong"),
    (r"\frac{\partial I}{\partial \vec A_2} = W_2^T (\vec z_3 - \vec y)", "right"),
    (r"\frac{\partial I}{\partial \vec b_1} = W_2^T (\vec z_3 - \vec y)", "wrong"),
]


def judged(language: str, line: str) -> str:
    font = {"de": r"\mathbf", "zh": r"\boldsymbol"}.get(language, r"\vec")
    return verdict(NET, SAID[language], MATRICES[language], f"$$ {line} $$".replace(r"\vec", font))


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_sentence_says_that_the_upper_index_is_the_component(language: str, line: str, expected: str) -> None:
    assert judged(language, line) == expected


@pytest.mark.parametrize("group", [r"(x^1, \dots, x^n)", r"(x^1, x^2, \ldots, x^n)^T", r"[x^1, \dots, x^n]^\top"])
@pytest.mark.parametrize("whole", [r"\vec{x}", r"\mathbf{x}", "x"])
def test_components_may_be_listed(group: str, whole: str) -> None:
    page = rf"""$$ p = \sum_{{i=1}}^n w_i x^i, \qquad E = \frac12 (p - t)^2 $$

where ${whole} = {group}$ and $w = (w_1, \dots, w_n)$."""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial x^j} = (p - t) w_j $$",
            r"$$ \frac{\partial E}{\partial x^j} = (p - t) w_j x^j $$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize("also", [r"$$ u = \cos(x) $$", r"$$ u = x^2 $$", r"$$ u_i = x^{i+1} $$"])
def test_powers_of_a_number_are_none(also: str) -> None:
    page = r"""$$ p = \sum_{i=1}^n w_i x^i, \qquad E = \frac12 (p - t)^2 $$

The vector of powers is $\mathbf{x} = (x^1, \dots, x^n)$."""
    line = r"$$ \frac{\partial E}{\partial x} = (p - t) \sum_{i=1}^n w_i $$"
    found = each_verdict(
        page, also, lines=[line, r"$$ \frac{\partial E}{\partial x} = (p - t) \sum_{i=1}^n i w_i x^{i-1} $$"]
    )
    assert found[0] != "right"
    assert found[1] != "wrong"


def test_what_stands_below_the_same_letter_is_another_one() -> None:
    page = r"""$$ x_i = \sum_{j=1}^n g_{ij} x^j, \qquad E = \frac12 \sum_{i=1}^n (x_i - t_i)^2 $$

Here $\vec{x} = (x^i)$."""
    assert verdict(page, r"$$ \frac{\partial E}{\partial x_i} = x_i - t_i $$") != "wrong"
    line = r"$$ \frac{\partial E}{\partial x^k} = \sum_{i=1}^n (x_i - t_i) g_{%s} $$"
    found = each_verdict(page, lines=[line % "ik", line % "ki"])
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_layers_in_a_list_stay_layers() -> None:
    page = r"""$$ z^l = W^l a^{l-1}, \qquad a^l = f(z^l), \qquad C = \frac12 \|a^L - y\|^2 $$

$$ \delta^l = \frac{\partial C}{\partial z^l} $$"""
    said = r"All activations are $a = (a^1, \dots, a^L)$."
    line = r"$$ \frac{\partial C}{\partial W^l} = \delta^l (a^{l-1})^T $$"
    assert verdict(page, line) == "right"
    assert verdict(page, said, line) != "wrong"


def test_the_last_step_is_no_transpose() -> None:
    page = (
        r"""$$ h^t = \tanh(w h^{t-1} + x^t), \qquad h^0 = 0, \qquad E = \frac12 (h^T - y)^2 $$ ( $t = 1, \dots, T$ )"""
    )
    line = r"$$ \frac{\partial E}{\partial x^T} = (h^T - y) (1 - (h^T)^2) $$"
    for said in ("", r"The inputs are $x = (x^t)$.", r"The inputs are $\mathbf{x} = (x^t)$."):
        assert verdict(page, said, line) != "wrong"


def test_a_loss_called_like_the_identity() -> None:
    page = r"""$$ z_i = \sum_{j=1}^n w_{ij} x_j, \qquad I = \frac12 \sum_{i=1}^n (z_i - y_i)^2 $$

with $\mathbf{x} = (x_1, \dots, x_n)^T$, $\mathbf{y} = (y_1, \dots, y_n)^T$."""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial I}{\partial z_i} = z_i - y_i $$",
            r"$$ \frac{\partial I}{\partial w_{ij}} = (z_j - y_j) x_i $$",
        ],
    ) == ["right", "wrong"]


POOLED = r"""$$ u_{ij} = \sum_{m=1}^q x_i^{(m)} y_j^{(m)} $$

$$ p_i^{(m)} = \sum_{j=1}^R \tanh(u_{ij}) y_j^{(m)} $$

$$ E = \frac12 \sum_{i=1}^S \sum_{m=1}^q (p_i^{(m)} - t_i^{(m)})^2 $$

for $1 \le i \le S$, $1 \le j \le R$, $1 \le m \le q$."""
POOLED_SAID = [
    r"Here $\mathbf{x}_i = (x_i^{(m)})$, $\mathbf{y}_j = (y_j^{(m)})$, $\mathbf{p}_i = (p_i^{(m)})$, "
    r"$\mathbf{t}_i = (t_i^{(m)})$.",
    r"With $\mathbf{x}_i = (x_i^{(1)}, \dots, x_i^{(q)})$ and so for $\mathbf{y}_j$, $\mathbf{p}_i$, $\mathbf{t}_i$.",
    r"Here $x_i = \mathbf{x}_i = (x_i^{(m)})$, $y_j = \mathbf{y}_j = (y_j^{(m)})$, "
    r"$p_i = \mathbf{p}_i = (p_i^{(m)})$, $t_i = \mathbf{t}_i = (t_i^{(m)})$.",
]
POOLED_LINES = [
    (r"\frac{\partial E}{\partial \mathbf{p}_i} = \mathbf{p}_i - \mathbf{t}_i", "right"),
    (r"\frac{\partial E}{\partial \mathbf{p}_i} = \mathbf{t}_i - \mathbf{p}_i", "wrong"),
    (r"\frac{\partial E}{\partial p_i^{(m)}} = p_i^{(m)} - t_i^{(m)}", "right"),
    (
        r"\frac{\partial E}{\partial \mathbf{x}_i} = \sum_{j=1}^R \frac{\partial E}{\partial u_{ij}} \mathbf{y}_j",
        "right",
    ),
    (
        r"\frac{\partial E}{\partial \mathbf{x}_i} = \sum_{j=1}^R \frac{\partial E}{\partial u_{ij}} \mathbf{x}_i",
        "wrong",
    ),
    (
        r"\frac{\partial E}{\partial \mathbf{y}_j} = \sum_{i=1}^S \frac{\partial E}{\partial u_{ij}} \mathbf{x}_i",
        "wrong",
    ),
    (
        r"\frac{\partial E}{\partial \mathbf{y}_j} = \sum_{i=1}^S \frac{\partial E}{\partial u_{ij}} \mathbf{x}_i"
        r" + \sum_{i=1}^S \tanh(u_{ij}) (\mathbf{p}_i - \mathbf{t}_i)",
        "right",
    ),
]


@pytest.mark.parametrize("said", POOLED_SAID)
def test_the_number_of_a_component_in_parentheses(said: str) -> None:
    for (line, expected), found in zip(
        POOLED_LINES, each_verdict(POOLED, said, lines=[f"$$ {line} $$" for line, _ in POOLED_LINES]), strict=True
    ):
        assert found == expected, line


def test_both_fonts_are_one_vector() -> None:
    line = r"$$ \frac{\partial E}{\partial %s} = \sum_{j=1}^R \frac{\partial E}{\partial u_{ij}} %s $$"
    assert each_verdict(
        POOLED, POOLED_SAID[2], lines=[line % ("x_i", r"\mathbf{y}_j"), line % (r"\mathbf{x}_i", "x_i")]
    ) == ["right", "wrong"]


STACKED = r"""$$ h_j^{(l)} = \tanh(w^{(l)} h_j^{(l-1)}) $$ ( $1 \le l \le L$ )

$$ E = \frac12 \sum_{j=1}^n (h_j^{(L)} - t_j)^2 $$"""


def test_layers_in_parentheses_stay_layers() -> None:
    said = r"All states are $h_j = (h_j^{(1)}, \dots, h_j^{(L)})$."
    line = (
        r"$$ \frac{\partial E}{\partial w^{(l)}} = \sum_{j=1}^n \frac{\partial E}{\partial h_j^{(l)}} %s h_j^{(l-1)} $$"
    )
    for words in ("", said):
        found = each_verdict(STACKED, words, lines=[line % r"(1 - (h_j^{(l)})^2)", line % r"h_j^{(l)}"])
        assert found[0] != "wrong"
        assert found[1] != "right"


ROWS = r"""+++
objective = "L"
+++
$W \in \mathbb{R}^{V \times d}$, $h_i \in \mathbb{R}^d$ are rows ($1 \times d$), %s

$$ z_i = h_i W^\top $$ ( $i = 1, \dots, T$ )

$$ L = \sum_{i=1}^T \sum_{k=1}^V (z_i^{(k)})^2 $$

%s

$$ g_i^{(k)} = \frac{\partial L}{\partial z_i^{(k)}} $$"""
CALLED = [
    (r"$z_i$, whose $k$-th component is $z_i^{(k)}$.", r"$g_i$ is $1 \times V$, and $g_i^{(k)}$ are its components:"),
    (r"the $k$-th entry of $z_i$ is written $z_i^{(k)}$.", r"$g_i$ ($1 \times V$), $g_i^{(k)}$ is its $k$-th entry:"),
    (r"向量 $z_i$，其第 $k$ 个分量记为 $z_i^{(k)}$：", r"$g_i$ 是 $1 \times V$ 的行向量，$g_i^{(k)}$ 是其分量："),
    (r"向量 $z_i$ 的第 $k$ 個分量為 $z_i^{(k)}$：", r"$g_i$ 是 $1 \times V$ 的，$g_i^{(k)}$ 為其第 $k$ 個分量："),
    (r"$z_i$ の第 $k$ 成分を $z_i^{(k)}$ と書く。", r"$g_i$ ($1 \times V$), $g_i^{(k)}$ はその第 $k$ 成分:"),
]


@pytest.mark.parametrize(("one", "two"), CALLED)
def test_words_call_them_components_behind_the_vector(one: str, two: str) -> None:
    line = r"$$ \frac{\partial L}{\partial W} = %s $$"
    assert each_verdict(
        ROWS % (one, two),
        lines=[
            line % r"\sum_{i=1}^T g_i^\top h_i",
            line % r"\sum_{i=1}^T z_i^\top h_i",
            line % r"g_i^\top h_i",
            r"$$ \frac{\partial L}{\partial h_i} = g_i W $$",
        ],
    ) == ["right", "wrong", "wrong", "right"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (r"$z_i$, whose $n$-th component is $z_i^{(k)}$.", CALLED[0][1]),
        (r"$h_i$, whose $k$-th component is $z_i^{(k)}$.", CALLED[0][1]),
        (CALLED[0][0], r"$h_i$ is a row, and $g_i^{(k)}$ are its components:"),
    ],
)
def test_words_of_another_vector_or_letter_say_nothing(one: str, two: str) -> None:
    line = r"$$ \frac{\partial L}{\partial W} = %s $$"
    found = each_verdict(
        ROWS % (one, two), lines=[line % r"\sum_{i=1}^T g_i^\top h_i", line % r"\sum_{i=1}^T z_i^\top h_i"]
    )
    assert found[0] != "wrong"
    assert found[1] != "right"

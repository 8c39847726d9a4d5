r"""Words that change what a name is: what it is multiplied by, and data that change with a weight."""

from __future__ import annotations

import pytest
from judging import verdict

NET = (r"$$z_j = \sum_i w_{ji} x_i + b_j$$", r"$$h_j = f(z_j)$$", r"$$E = \frac12 \sum_j (h_j - t_j)^2$$")
TRUE = r"$$\frac{\partial E}{\partial w_{ji}} = (h_j - t_j) f'(z_j) x_i$$"
SLIP = r"$$\frac{\partial E}{\partial w_{ji}} = (h_j - t_j) x_i$$"
BOOSTED = (
    (r"$$f_m(x) = \sum_{j=1}^m \beta_j h_j(x)$$", r"$$L = \frac12 \sum_i (y_i - f_m(x_i))^2$$"),
    (r"$$f_m(x) = f_{m-1}(x) + \beta_m h_m(x)$$", r"$$L = \frac12 \sum_i (y_i - f_m(x_i))^2$$"),
    (r"$$f_{i,m} = f_{i,m-1} + \beta_m h_{i,m}$$", r"$$L = \frac12 \sum_i (y_i - f_{i,m})^2$$"),
)


@pytest.mark.parametrize("page", BOOSTED)
def test_shrinkage_told_in_words(page: tuple[str, ...]) -> None:
    f, h = (r"f_{i,m}", r"h_{i,m}") if "i,m" in page[0] else ("f_m(x_i)", "h_m(x_i)")
    words = r"With shrinkage, in $f_{m-1}$ all coefficients are multiplied by $\nu$."
    lines = [rf"$$\frac{{\partial L}}{{\partial \beta_m}} = -\sum_i (y_i - {f}) {x}$$" for x in (h, rf"\nu {h}")]
    assert [verdict(*page, words, x) for x in lines] == ["unproved"] * 2
    assert [verdict(*page, x) for x in lines[:1]] == ["right"]


@pytest.mark.parametrize(
    "words",
    [
        r"Here $h_j$ is multiplied by $m_j$.",
        r"The output $h_j$ is then scaled by a factor $\alpha$.",
        r"In $z_j$ all weights are scaled by $\alpha$.",
        r"In $z_j$ werden alle Gewichte mit $\alpha$ multipliziert.",
        r"Dans $z_j$ tous les poids sont multipliés par $\alpha$.",
        r"En $z_j$ todos los pesos se multiplican por $\alpha$.",
        r"$z_j$ のすべての重みに $\alpha$ を掛ける。",
        r"$z_j$ 中所有权重都乘以 $\alpha$。",
        r"During training we multiply $h_j$ by a mask $m_j$.",
        r"Each $h_j$ is randomly multiplied by $m_j \in \{0, 1\}$.",
        r"The outputs $h_j$ are multiplied elementwise by $m_j$.",
        r"The inputs $x_i$ are divided by $s_i$.",
        r"We multiply $E$ by $\alpha$.",
        r"Do not forget that with dropout $h_j$ is multiplied by $m_j$.",
        r"When we train, $h_j$ is multiplied by $m_j$.",
        r"We assume that $h_j$ is multiplied by $m_j$.",
        r"Wir multiplizieren $h_j$ mit $m_j$.",
        r"On multiplie $h_j$ par $m_j$.",
        r"$h_j$ is multiplied by $m_j$, where $m_j = 1$ for most $j$.",
        r"La cible $t_j$ est une fonction de $w_{ji}$.",
        r"Das Ziel $t_j$ ist von $w_{ji}$ abhängig.",
        r"El objetivo $t_j$ es función de $w_{ji}$.",
        r"The gradient flows through $t_j$, which is a function of $w_{ji}$.",
        r"The inputs $x_i$ change with $w_{ji}$.",
        r"The targets $t_j$ are affected by $w_{ji}$.",
        r"Dabei hängt das Ziel $t_j$ von $w_{ji}$ ab.",
        r"$t_j$ ändert sich mit $w$.",
        r"$t_j$ dépend aussi de $w$.",
        r"$t_j$ depende también de $w$.",
        r"$t_j$ 也取决于 $w$。",
        r"$t_j$ 随 $w$ 变化。",
        r"$t_j$ も $w$ に応じて変化する。",
    ],
)
def test_words_leave_open_what_they_touch(words: str) -> None:
    assert verdict(*NET, words, TRUE) == "unproved"
    assert verdict(*NET, words, SLIP) != "right"


@pytest.mark.parametrize(
    "words",
    [
        r"Each input $x_i$ is multiplied by its weight $w_{ji}$ and summed.",
        r"$x_i$ wird mit $w_{ji}$ multipliziert.",
        r"$x_i$ est multiplié par $w_{ji}$.",
        r"$x_i$ se multiplica por $w_{ji}$.",
        r"$x_i$ 乘以 $w_{ji}$ 再求和。",
        r"$x_i$ に $w_{ji}$ を掛けて足す。",
        r"We multiply each input $x_i$ by its weight $w_{ji}$.",
        r"For the gradient we multiply $x_i$ by $c$.",
        r"$t_j$ ist von $w_{ji}$ nicht abhängig.",
        r"$t_j$ n'est pas une fonction de $w_{ji}$.",
        r"If $x_i$ is multiplied by $c$, the gradient is too.",
        r"$x_i$ に $c$ を掛けると $z_j$ も変わる。",
        r"$x_i$ 乘以 $c$ 时，结果不变。",
        r"$x_i$ is not multiplied by $c$.",
        r"The step $\Delta w$ is multiplied by $\eta$ in the update.",
        r"$t_j$ hängt von $w_{ji}$ nicht ab.",
        r"$t_j$ ne dépend pas de $w_{ji}$.",
        r"$x_i$ 不依赖于 $w$。",
        r"$z_j$ hängt von $w_{ji}$ ab.",
        r"$E$ depende de $w_{ji}$ a través de $z_j$.",
        r"$x_i$ hängt vom Beispiel ab.",
        r"$w_{ji}$ 随机初始化后不断变化。",
    ],
)
def test_words_that_explain_or_deny_change_nothing(words: str) -> None:
    assert verdict(*NET, words, TRUE) == "right"
    assert verdict(*NET, words, SLIP) == "wrong"


def test_features_with_arguments_that_change_with_weights() -> None:
    page = r"$$\hat q(s,a) = \sum_k w_k x_k(s,a)$$"
    line = r"$$\frac{\partial \hat q(s,a)}{\partial w_k} = x_k(s,a)$$"
    assert verdict(page, line) == "right"
    for words in (
        r"The features $x(s,a)$ change with $w$.",
        r"Hier hängt $x(s,a)$ von $w$ ab.",
        r"$x(s,a)$ 依赖于 $w$。",
    ):
        assert verdict(page, words, line) == "unproved"
    assert verdict(page, r"$x(s,a)$ does not change with $w$.", line) == "right"
    assert verdict(page, line.replace("= x_k", "= w_k x_k")) == "wrong"


def test_a_claim_with_the_product_explains_nothing() -> None:
    words = r"Here $h_j$ is multiplied by $m_j$."
    claim = r"$$\frac{\partial E}{\partial w_{ji}} = (m_j h_j - t_j) m_j f'(z_j) x_i$$"
    assert verdict(*NET, words, claim, TRUE) != "right"

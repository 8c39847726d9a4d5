r"""Differentials that words tell: `$dQ$ and $dK$ are the differentials of $Q$ and $K$`.

By hand: `d(Q K^T) = dQ \, K^T + Q \, dK^T`, whatever dQ and dK are; nothing of second order is left.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"$$S_{ij} = \sum_{a=1}^{r} Q_{ia} K_{ja}$$ $$L = \sum_{i=1}^{m} \sum_{j=1}^{n} c_{ij} g(S_{ij})$$"
ARRAYS = r"Here $Q = (Q_{ia})$, $K = (K_{ja})$, $S = (S_{ij})$. "
BOTH = r"$dQ$ and $dK$ are the differentials of $Q$ and $K$; both change."
UNSURE = r"$dQ$ and $dK$ are the differentials of $Q$ and $K$."
TRACE = r"$$dL = \operatorname{tr}((\frac{\partial L}{\partial S})^T %s)$$"


def judged(line: str, words: str = BOTH) -> str:
    return verdict(NETWORK, ARRAYS + words, line)


def test_both_factors_change() -> None:
    assert judged(r"$$dS = dQ \, K^T + Q \, dK^T$$") == "right"
    assert judged(r"$$dS = dQ \, K^T - Q \, dK^T$$") == "wrong"
    assert judged(r"$$dS = dQ \, K^T$$") == "wrong"
    assert judged(r"$$dS = dQ \, dK^T$$") == "wrong"


def test_a_part_is_open_where_no_words_say_that_all_change() -> None:
    assert judged(r"$$dS = dQ \, K^T + Q \, dK^T$$", UNSURE) == "right"
    assert judged(r"$$dS = dQ \, K^T$$", UNSURE) not in ("right", "wrong")
    assert judged(r"$$dS = 2 Q \, dK^T$$", UNSURE) not in ("right", "wrong")
    part = r"With respect to $Q$ only:"
    assert verdict(NETWORK, ARRAYS + BOTH, part + r" $$dS = dQ \, K^T$$") not in ("right", "wrong")


@pytest.mark.parametrize(
    "before",
    [
        "If $K$ does not move,",
        "For frozen $K$,",
        "When $K$ is not varied,",
        "The contribution of $Q$ is",
        "If $dK$ vanishes,",
        "First we change $Q$ and leave $K$ as it is:",
        "Partial differential for $Q$:",
        "## Differential in $Q$\n\n",
        "Holding $K$ fixed,\n\n",
        "Sei $K$ nun unbewegt.\n\nDann",
        "Lassen wir $K$ ruhen. $$dL = dL$$ Also",
        "$K$ が動かないとき、",
        "若 $K$ 不变，则",
        "Si $K$ ne bouge pas,",
        "$$dK = 0$$",
        "Then $dK = 0$ and",
    ],
)
def test_words_before_a_line_that_may_hold_one_fixed(before: str) -> None:
    line = before + r" $$dS = dQ \, K^T$$"
    assert verdict(NETWORK, ARRAYS + BOTH, line) not in ("right", "wrong")
    both = BOTH.replace("both change.", "both change, but not at first: $K$ is kept for later.")
    assert verdict(NETWORK, ARRAYS + both, r"$$dS = dQ \, K^T$$") not in ("right", "wrong")


@pytest.mark.parametrize("before", ["", "Then", "So we have", "Hence,", "Also", "よって"])
def test_neutral_words_before_a_line(before: str) -> None:
    assert each_verdict(
        NETWORK, ARRAYS + BOTH, lines=[before + r" $$dS = dQ \, K^T + Q \, dK^T$$", before + r" $$dS = dQ \, K^T$$"]
    ) == ["right", "wrong"]
    whole = r"$$dS = dQ \, K^T + Q \, dK^T$$"
    assert verdict(NETWORK, ARRAYS + BOTH, whole, before + r" $$dS = Q \, dK^T$$") == "wrong"


def test_traces_of_several_differentials() -> None:
    assert judged(TRACE % "dS") == "right"
    assert judged(TRACE.replace("^T", "") % "dS") != "right"
    assert judged(TRACE % r"dQ \, K^T" + " ") == "wrong"
    both = r"$$dL = \text{tr}((\nabla_Q L)^T dQ) + \text{tr}((\nabla_K L)^T dK)$$"
    assert judged(both) == "right"
    assert judged(both.replace("+", "-")) == "wrong"
    turned = r"$$\text{tr}(A^T dQ \, K^T) = \text{tr}((A K)^T dQ)$$".replace("A", r"\frac{\partial L}{\partial S}")
    assert judged(turned) == "right"


def test_the_rule_of_products() -> None:
    assert judged(r"$$dS = d(Q K^T) = dQ \, K^T + Q \, dK^T$$") == "right"
    assert judged(r"$$dS = d(Q K^T) = dQ \, K^T + 2 Q \, dK^T$$") == "wrong"
    shapes = r"$Q \in \mathbb{R}^{m \times r}$, $K \in \mathbb{R}^{n \times r}$, $C \in \mathbb{R}^{m \times n}$."
    page = (r"$$S = Q K^T, \quad L = \|S - C\|^2$$", shapes)
    line = r"$$dS = d(Q K^T) = dQ \, K^T + Q \, dK^T$$"
    assert verdict(*page, line) not in ("right", "wrong")  # no number d
    assert each_verdict(
        *page,
        BOTH,
        lines=[
            line,
            r"$$dL = 2 \operatorname{tr}((S - C)^T dS)$$",
            r"$$dL = \operatorname{tr}((S - C)^T dS)$$",
            r"$$dL = 2 \operatorname{tr}((S - C) dS)$$",
        ],
    ) == ["right", "right", "wrong", "wrong"]


def test_differentials_of_entries() -> None:
    assert judged(r"$$dS_{ij} = \sum_{a=1}^{r} (dQ_{ia} K_{ja} + Q_{ia} dK_{ja})$$") == "right"
    assert judged(r"$$dS_{ij} = \sum_{a=1}^{r} dQ_{ia} K_{ja}$$") == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"$dQ$, $dK$ 是 $Q$, $K$ 的微分, $dS$ 是相应的微分。",
        r"$dQ$ と $dK$ は $Q$ と $K$ の全微分とする。",
        r"$dQ$ et $dK$ sont les différentielles de $Q$ et $K$.",
        r"$dQ$ und $dK$ sind die Differentiale von $Q$ und $K$.",
        r"$dQ$ y $dK$ son los diferenciales de $Q$ y $K$.",
        r"$dQ$ denotes the differential of $Q$, and $dK$ is the differential of $K$.",
    ],
)
def test_other_words(words: str) -> None:
    assert judged(r"$$dS = dQ \, K^T + Q \, dK^T$$", words) == "right"
    assert judged(r"$$dS = dQ \, K^T - Q \, dK^T$$", words) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"$dQ$ and $dK$ are not the differentials of $Q$ and $K$.",
        r"$dQ$ and $dK$ are the differentials of $K$ and $Q$.",
        r"$dQ$ and $dK$ are the differentials of $Q$ and $K$ times two.",
    ],
)
def test_words_that_say_something_else(words: str) -> None:
    assert judged(r"$$dS = dQ \, K^T + Q \, dK^T$$", words) not in ("right", "wrong")


def test_gradients_are_no_differentials() -> None:
    words = r"$dQ$ and $dS$ are the gradients of $L$ by $Q$ and $S$."
    assert judged(r"$$dQ = dS \, K$$", words) == "right"
    assert judged(r"$$dQ = dS^T K$$", words) == "wrong"


def test_nablas_that_a_page_defines() -> None:
    page = (NETWORK + r" $$(\nabla S)_{ij} = \frac{\partial L}{\partial S_{ij}}$$", ARRAYS)
    assert each_verdict(
        *page,
        lines=[
            r"$$\nabla_Q L = \nabla S \, K$$",
            r"$$\nabla_K L = (\nabla S)^T Q$$",
            r"$$\nabla_K L = \nabla S \, Q$$",
        ],
    ) == ["right", "right", "wrong"]
    other = r" $$(\nabla S)_{ij} = 2 \frac{\partial L}{\partial S_{ij}}$$"
    assert verdict(NETWORK + other, ARRAYS, r"$$\nabla_Q L = \nabla S \, K$$") not in ("right",)


WEIGHED = r"$$Y_{ij} = \sum_{k=1}^{D} X_{ik} W_{jk}$$ $$\lambda = \sum_{i=1}^{N} \sum_{j=1}^{M} c_{ij} g(Y_{ij})$$"
TOLD = (
    r"Here $X = (X_{ik})$, $W = (W_{jk})$, $Y = (Y_{ij})$, $G = (G_{ij})$ with $$G_{ij} = \frac{\partial \lambda}"
    r"{\partial Y_{ij}}.$$ The colon is the product $A:B = \sum_i \sum_j A_{ij} B_{ij}$. "
    r"$dX$, $dW$ are the differentials of $X$, $W$ (both change), $dY$ and $d\lambda$ the corresponding ones."
)


def test_the_differential_of_a_number_that_is_a_sum() -> None:
    cases = [
        (r"d\lambda = G:dY", "right"),
        (r"d\lambda = {\rm Tr}(G^T dY)", "right"),
        (r"d\lambda = 2 G:dY", "wrong"),
        (r"d\lambda = GW:dX + G^TX:dW", "right"),
        (r"d\lambda = GW:dX - G^TX:dW", "wrong"),
        (r"X:X = \|X\|_F^2", "right"),
        (r"X:X = \|X\|_F", "wrong"),
        (r"\frac{\partial \lambda}{\partial W} = G^TX", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(WEIGHED, TOLD, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line

r"""Sentences that say how many entries a name has: `the map $z^1$ has $P + M - 1$ entries`."""

from __future__ import annotations

import pytest

import symderiv as sd

LAYERS = r"""+++
objective = "E"
functions = ["f"]
outside = "zero"
ranges = { m = "1..M", n = "1..N", l = "1..2" }
+++

$$ z^l_{i,j} = \sum_{m} \sum_{n} x^{l-1}_{i+m-1,j+n-1} w^l_{m,n} $$

$$ x^l_{i,j} = f(z^l_{i,j}) $$

$$ E = \frac12 \sum_{i=1}^{P} \sum_{j=1}^{Q} (z^2_{i,j} - t_{i,j})^2 $$

$$ \delta^l_{i,j} = \frac{\partial E}{\partial z^l_{i,j}} $$

"""
VECTOR = r"""
$$ y_i = \sum_{j=1}^{D} w_{ij} x_j $$

$$ E = \frac12 \sum_{i=1}^{K-1} (y_i - t_i)^2 $$

"""
OF_EACH = r"\frac{\partial E}{\partial y_i} = y_i - t_i"
OF_ALL = r"\frac{\partial E}{\partial x_j} = \sum_{i=1}^{K-1} (y_i - t_i) w_{ij}"


def weight(p: str, q: str, layer: int = 1) -> str:
    return (
        rf"\frac{{\partial E}}{{\partial w^{layer}_{{m,n}}}} = \sum_{{i=1}}^{{{p}}} \sum_{{j=1}}^{{{q}}}"
        rf" \delta^{layer}_{{i,j}} x^{layer - 1}_{{i+m-1,j+n-1}}"
    )


def verdicts(page: str, *lines: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page + "\n\n" + "\n\n".join(f"$$ {x} $$" for x in lines)).claims]


@pytest.mark.parametrize(
    "words",
    [
        r"The map $z^2$ has $P \times Q$ entries, the map $z^1$ has $(P+M-1) \times (Q+N-1)$ entries.",
        r"Here $z^2 \in \mathbb{R}^{P \times Q}$ and $z^1 \in \mathbb{R}^{(P+M-1) \times (Q+N-1)}$.",
        r"$z^1$ is of size $(P+M-1) \times (Q+N-1)$, and $z^2$ is of size $P \times Q$.",
        r"$z^1$ は $(P+M-1) \times (Q+N-1)$ 個の要素をもつ。",
        r"特征图 $z^1$ 有 $(P+M-1) \times (Q+N-1)$ 个元素。",
        r"Die Karte $z^1$ hat $(P+M-1) \times (Q+N-1)$ Einträge.",
    ],
)
def test_each_layer_has_the_entries_that_words_say(words: str) -> None:
    page = LAYERS + words
    delta = r"\delta^2_{i,j} = z^2_{i,j} - t_{i,j}"
    found = verdicts(
        page, weight("P+M-1", "Q+N-1"), weight("P", "Q"), weight("P", "Q", 2), weight("P-1", "Q", 2), delta
    )
    assert found == ["right", "wrong", "right", "wrong", "right"]


@pytest.mark.parametrize(
    "words", ["", r"$z^1$ and $z^2$ have $P \times Q$ entries.", r"$z^l$ has $P \times Q$ entries."]
)
def test_words_that_say_what_is_inferred(words: str) -> None:
    assert verdicts(LAYERS + words, weight("P", "Q"), weight("P-1", "Q")) == ["right", "wrong"]


@pytest.mark.parametrize(
    "words",
    [
        r"$y$ has $K$ entries.",
        r"The vector $y$ is of length $K$.",
        r"$y \in \mathbb{R}^K$ holds the outputs.",
        r"$y$ の大きさは $K$ である。",
        r"Der Vektor $y$ hat $K$ Komponenten.",
        r"Le vecteur $y$ a $K$ composantes.",
    ],
)
def test_more_entries_than_are_summed_over(words: str) -> None:
    assert verdicts(VECTOR + words, OF_EACH, OF_ALL) == ["wrong", "right"]


@pytest.mark.parametrize(
    "words",
    [
        "",
        r"$y$ has $K-1$ entries.",
        r"Each row of $w$ and of $y$ has $K$ entries.",  # of something else
        r"$y \in \mathbb{R}^C$ is the output.",  # another name of its length
        r"$y$ does not have $K$ entries.",
        r"If $y$ has $K$ entries, nothing changes.",
        r"$y$ has $5$ entries in our code.",
    ],
)
def test_words_that_change_nothing(words: str) -> None:
    assert verdicts(VECTOR + words, OF_EACH, OF_ALL) == ["right", "right"]


@pytest.mark.parametrize("words", [r"$y$ has $K-2$ entries.", r"$y$ has $K$ entries. Here $y \in \mathbb{R}^{K+1}$."])
def test_words_that_no_formula_fits(words: str) -> None:
    apart = r"\frac{\partial E}{\partial t_i} = t_i - y_i"
    assert "right" not in verdicts(VECTOR + words, OF_EACH, apart)
    assert verdicts(VECTOR + words, r"\tanh'(u) = 1 - \tanh^2(u)") == ["right"]


def test_units_for_the_bias_are_entries_or_not() -> None:
    page = r"""
$$ h_j = \sum_{i=1}^{D} v_{ji} x_i \quad (1 \le j \le H) $$

$$ h_0 = 1 $$

$$ y_k = \sum_{j=0}^{H} w_{kj} h_j $$

$$ E = \frac12 \sum_{k=1}^{K} (y_k - t_k)^2 $$

"""
    right = r"\frac{\partial E}{\partial w_{kj}} = (y_k - t_k) h_j"
    wrong = r"\frac{\partial E}{\partial w_{kj}} = (y_k - t_k) h_k"
    for words in (
        r"$h \in \mathbb{R}^{H+1}$.",
        r"$h \in \mathbb{R}^{H}$.",
        r"$h$ has $H$ entries, $y$ has $K$ entries.",
    ):
        assert verdicts(page + words, right, wrong) == ["right", "wrong"]


WIDTHS = r"""
$$ h^l_i = \tanh(\sum_j w^l_{ij} h^{l-1}_j), \quad E = \frac12 \sum_{i=1}^M (h^2_i - t_i)^2 $$

"""
BEFORE = r"\frac{\partial E}{\partial h^0_k} = \sum_{j=1}^%s \frac{\partial E}{\partial h^1_j} (1-(h^1_j)^2) w^1_{jk}"


@pytest.mark.parametrize("words", [r"$h^1$ has $N$ units, $h^2$ has $M$ units.", r"The layer $h^1$ has $N$ units."])
def test_a_width_of_its_own_is_not_the_one_of_the_last_layer(words: str) -> None:
    assert "right" not in verdicts(words + WIDTHS, BEFORE % "M")
    assert "wrong" not in verdicts(words + WIDTHS, BEFORE % "N")


def test_another_name_of_a_width_that_formulas_tell() -> None:
    assert verdicts(r"The last layer $h^2$ has $K$ units." + WIDTHS, BEFORE % "M") == ["right"]


FILTER = r"""
$$ z_{p} = \sum_{m=1}^{K} w_{m} x_{p+m-1}, \quad E = \frac12 \sum_{p} (z_{p} - t_{p})^2 $$

"""
BY_FILTER = r"\frac{\partial E}{\partial w_{m}} = \sum_{p=1}^{%s} (z_{p} - t_{p}) x_{p+m-1}"


@pytest.mark.parametrize(
    "words",
    [
        r"$x$ has $H$ entries and $z$ has $H$ entries; outside $x$ is zero.",
        r"$x$ and $z$ have $H$ entries. Where $i > H$, $x_i = 0$.",
    ],
)
def test_data_that_end_before_what_is_used(words: str) -> None:
    lines = (BY_FILTER % "H", BY_FILTER % "H-m+1", BY_FILTER % "H-K+1")
    assert verdicts(words + FILTER, *lines) == ["right", "unproved", "wrong"]


def test_what_uses_leave_open_has_the_length_that_is_told() -> None:
    words = r"$z$ has $H - K + 1$ entries and $x$ has $H$ entries."
    last, slip = r"\frac{\partial E}{\partial x_{H}} = (z_{H-K+1} - t_{H-K+1}) w_%s", BY_FILTER % "H-K"
    assert verdicts(words + FILTER, last % "K", last % "1", BY_FILTER % "H-K+1", slip) == [
        "right",
        "wrong",
        "right",
        "wrong",
    ]


def test_a_length_that_no_line_names_is_another_name_of_it() -> None:
    assert verdicts(r"$z$ has $C$ entries." + FILTER, BY_FILTER % "P") == ["right"]

r"""Functions in bold that mix the entries of a vector, beside `\boldsymbol{\sigma}'`: no functions of each entry.

By hand: of softmax p the loss c.p has the slope `p_i (c_i - \sum_j p_j c_j)`, and not `p_i (1 - p_i) c_i`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""$$ \mathbf{q} = \boldsymbol{\sigma}(\mathbf{v}), \quad \mathbf{v} = \mathbf{A}\mathbf{u} $$

$$ E = \mathbf{c}^T \mathbf{q} $$"""
BY_ENTRIES = r"$$ \frac{\partial E}{\partial \mathbf{v}} = \boldsymbol{\sigma}'(\mathbf{v}) \odot \mathbf{c} $$"
MIXED = r"$$ \frac{\partial E}{\partial \mathbf{v}} = \mathbf{q} \odot (\mathbf{c} - \mathbf{q}^T \mathbf{c}) $$"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\boldsymbol{\sigma}$ is the softmax.",
        r"where $\sigma_i(\mathbf{v}) = \frac{e^{v_i}}{\sum_j e^{v_j}}$.",
        r"$$ q_i = \frac{e^{v_i}}{\sum_j e^{v_j}} $$",
    ],
)
def test_what_mixes_the_entries_is_left_open(said: str) -> None:
    assert verdict(PAGE, said, BY_ENTRIES) not in ("right", "wrong")
    assert verdict(PAGE, said, BY_ENTRIES, MIXED) not in ("right", "wrong")


def test_others_act_on_each_entry() -> None:
    page = PAGE.replace(r"\boldsymbol{\sigma}(\mathbf{v})", r"\boldsymbol{\sigma}(\mathbf{v}), \quad q_i = \sigma(v_i)")
    said = r"Here $\sigma$ acts on each entry."
    assert each_verdict(page, said, lines=[BY_ENTRIES, BY_ENTRIES.replace("= ", "= -")]) == ["right", "wrong"]


def test_what_does_not_rest_on_it() -> None:
    said = r"$$ q_i = \frac{e^{v_i}}{\sum_j e^{v_j}} $$"
    line = r"$$ \frac{\partial E}{\partial \mathbf{q}} = \mathbf{c} $$"
    assert each_verdict(PAGE, said, BY_ENTRIES, lines=[line, line.replace("= ", "= -")]) == ["right", "wrong"]


def test_a_letter_in_the_usual_font() -> None:
    page = PAGE.replace(r"\boldsymbol{\sigma}", r"\sigma")
    line = BY_ENTRIES.replace(r"\boldsymbol{\sigma}", r"\sigma")
    assert verdict(page, r"Here $\sigma$ is the softmax function.", line) not in ("right", "wrong")
    said = r"Here $\sigma$ is the logistic function, unlike the softmax of other pages."
    assert verdict(page, said, line) != "wrong"
    assert verdict(page, r"Here $\sigma$ is the logistic function.", line) == "right"


SHAPE = r"$W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$."
LAYER = [r"$$ z = W x + b $$", r"$$ y = \sigma(z) $$", r"$$ L = \frac12 \|y - t\|^2 $$"]
ENTRYWISE = r"$$ \frac{\partial L}{\partial z} = (y - t) \odot \sigma'(z) $$"


@pytest.mark.parametrize(
    "said",
    [
        r"$\sigma$ (the softmax) is applied to $z$.",
        r"$\sigma = \mathrm{softmax}$",
        r"The activation $\sigma$ of the output layer is softmax.",
        r"The output layer is a softmax layer.",
        r"$\sigma$: softmax",
        r"$\sigma$ はソフトマックス関数である。",
        r"出力層の活性化関数 $\sigma$ にはソフトマックスを用いる。",
        r"$\sigma$는 소프트맥스 함수이다.",
        r"$\sigma$ — функция softmax.",
        r"The softmax function is written $\sigma$.",
        r"We use softmax ($\sigma$) at the output.",
        r"Die Ausgabe ist ein Softmax.",
    ],
)
def test_a_letter_that_words_call_softmax_in_any_way(said: str) -> None:
    assert verdict(said, *LAYER, ENTRYWISE) not in ("right", "wrong")
    true = r"$$ \frac{\partial L}{\partial z} = (\mathrm{diag}(y) - y y^\top) (y - t) $$"
    assert verdict(said, *LAYER, ENTRYWISE, true) != "wrong"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\sigma$ is the logistic function.",
        r"Unlike softmax, $\sigma$ acts on each entry.",
        r"A softmax is not used; $\sigma$ is the sigmoid.",
        r"We could have taken softmax. Here $\sigma$ is the sigmoid.",
    ],
)
def test_a_letter_beside_words_about_softmax(said: str) -> None:
    assert verdict(said, *LAYER, ENTRYWISE) == "right"
    assert verdict(SHAPE, said, *LAYER, ENTRYWISE.replace("y - t", "y + t")) != "right"


def test_a_hidden_letter_beside_a_softmax_that_is_typed_out() -> None:
    page = [r"$$ h = \sigma(W x) $$", r"$$ p = \mathrm{softmax}(V h) $$", r"$$ L = -\sum_k t_k \log p_k $$"]
    said = r"The hidden layer has the activation $\sigma$, the output layer is a softmax with $\sum_k t_k = 1$."
    line = r"$$ \frac{\partial L}{\partial x} = W^\top (V^\top (p - t) \odot \sigma'(W x)) $$"
    found = each_verdict(said, *page, lines=[line, line.replace("p - t", "p + t")])
    assert found[0] == "right"
    assert found[1] != "right"

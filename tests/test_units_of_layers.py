r"""Sizes that only lines name and that count the units of a layer: `\sum_{k=1}^{K} \delta_k^{(l+1)} w_{kj}^{(l+1)}`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

from symderiv.check.page import check
from symderiv.check.telling.japanese import in_japanese

LAYERS = (
    '+++\nobjective = "E"\nfunctions = ["f"]\n[ranges]\n"l" = "2..L"\n+++',
    r"$$ u_j^{(l)} = \sum_{i} w_{ji}^{(l)} z_{i}^{(l-1)} $$",
    r"$$ z_{j}^{(l)} = f(u_{j}^{(l)}) $$",
    r"$$ E = \frac{1}{2}\sum_j (z_j^{(L)}-d_j)^2 $$",
)
BY_U = r"\frac{\partial E}{\partial u_j^{(l)}}"
BEHIND = r"\frac{\partial E}{\partial u_k^{(l+1)}}"


def line(body: str, size: str = "K") -> str:
    return rf"$$ {BY_U} = f'(u_j^{{(l)}}) \sum_{{k=1}}^{{{size}}} {body} $$ for $l < L$."


RIGHT, SWAPPED = rf"{BEHIND} w_{{kj}}^{{(l+1)}}", rf"{BEHIND} w_{{jk}}^{{(l+1)}}"
OF_OTHER_LAYER = r"\frac{\partial E}{\partial u_k^{(l)}} w_{kj}^{(l)}"


def test_a_size_of_which_nothing_is_said_is_that_of_the_layer() -> None:
    assert each_verdict(*LAYERS, lines=[line(RIGHT), line(SWAPPED), line(OF_OTHER_LAYER)]) == [
        "right",
        "wrong",
        "wrong",
    ]
    report = check("\n\n".join((*LAYERS, line(RIGHT))))
    assert any("`K`" in note and "n_{l+1}" in note for note in report.notes)


@pytest.mark.parametrize(
    "words",
    [
        "Below $k$ is a unit of layer $l+1$, of which there are $K$.",
        "Layer $l+1$ has $K$ neurons.",
        "$K$ 是第 $l+1$ 层的神经元个数。",
        "以下で $k$ は $l+1$ 層のユニットを動き、その個数を $K$ と書く。",
    ],
)
def test_words_that_say_so(words: str) -> None:
    assert verdict(*LAYERS, words, line(RIGHT)) == "right"
    assert verdict(*LAYERS, words, line(SWAPPED)) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "There are $K$ units in the output layer.",
        "出力層のユニットは K 個ある。",
        "Layer $l$ has $K$ units.",
        "The batch has $K$ examples. The next layer is $l+1$.",
        "There are $K = 10$ classes.",
        r"The input is $x \in \mathbb{R}^K$.",
        r"We train on $(x_1, d_1), \dots, (x_K, d_K)$.",
        "Layer $l$ has $K$ units and layer $l+1$ has $M$ units.",
        "Dropout keeps only $K$ of the units of layer $l+1$.",
        "Batches of $K$ examples pass from layer $l$ to layer $l+1$.",
        "Layer $l+1$ has $2K$ units.",
        "Every layer has the same number of neurons, $n_l = K$.",
    ],
)
def test_words_that_say_something_else_leave_it_open(words: str) -> None:
    found = each_verdict(*LAYERS, words, lines=[line(RIGHT), line(RIGHT)])
    assert found[0] != "right"
    assert found[1] != "wrong"


def test_one_size_for_two_layers_is_none_of_them() -> None:
    other = r"$$ u_j^{(l)} = \sum_{i=1}^{K} w_{ji}^{(l)} z_i^{(l-1)} $$"
    assert verdict(*LAYERS, other, line(RIGHT)) != "right"


def test_a_size_of_the_network_stays_what_it_is() -> None:
    ranges = LAYERS[0].replace('"l" =', '"j" = "1..K"\n"l" =')
    assert each_verdict(
        ranges,
        *LAYERS[1:],
        lines=[
            line(RIGHT),
            line(RIGHT, "M"),  # nothing says what M is
            line(SWAPPED, "M"),
        ],
    ) == ["right", "unproved", "wrong"]


def test_the_last_layer_by_a_name_of_its_own() -> None:
    outputs = (r"$$ y_j = u_j^{(L)} $$", r"$$ E = \frac{1}{2}\sum_j (y_j-d_j)^2 $$")
    hidden = LAYERS[2] + r" ( $l = 2, \dots, L-1$ )"
    slope = r"\frac{\partial E}{\partial w_{ji}^{(l)}}"
    page = (LAYERS[0], LAYERS[1], hidden, r"$$ z_i^{(1)} = x_i $$", *outputs)
    assert each_verdict(
        *page,
        lines=[
            rf"$$ {slope} = \frac{{\partial E}}{{\partial u_j^{{(l)}}}} z_i^{{(l-1)}} $$",
            rf"$$ {slope} = \frac{{\partial E}}{{\partial u_j^{{(l)}}}} z_i^{{(l)}} $$",
            r"$$ \frac{\partial E}{\partial u_j^{(L)}} = y_j - d_j $$",
        ],
    ) == ["right", "wrong", "right"]


def test_what_was_taken_is_said_in_japanese() -> None:
    report = check("\n\n".join((*LAYERS, line(RIGHT))))
    assert all(in_japanese(note) != note for note in report.notes)
    (claim,) = check("\n\n".join((*LAYERS, "There are $K$ outputs.", line(RIGHT)))).claims
    assert "n_{l+1}" in claim.links[0].detail + str(claim.links[0].reason)

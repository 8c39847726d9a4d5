r"""A name that differs from a computed one by an accent is data where a list, or a loss, has both."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"$$ u_j = c_j + \sum_{i=1}^{m} w_{ij} x_i $$ ( $1 \le j \le n$ ) $$ s_j = \tanh(u_j) $$"
COMPARED = r"$$ E = \frac{1}{2} \sum_{j=1}^{n} (\hat{u}_j - s_j)^2 $$"
MADE = r"$$ E = -\sum_{j=1}^{n} \hat{u}_j \log s_j $$"
RIGHT = r"$$ \frac{\partial E}{\partial s_j} = s_j - \hat{u}_j $$"
OF_MADE = r"$$ \frac{\partial E}{\partial u_j} = -\frac{\hat{u}_j}{s_j} (1 - s_j^2) $$"


def test_a_loss_compares_it_with_what_is_made_of_the_other() -> None:
    assert each_verdict(NET, COMPARED, lines=[RIGHT, RIGHT.replace(r"s_j - \hat{u}_j", r"\hat{u}_j - s_j")]) == [
        "right",
        "wrong",
    ]


def test_else_it_may_be_the_other() -> None:
    assert verdict(NET, MADE, OF_MADE) == "unproved"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (r"where $u_j$, $s_j$ and $\hat{u}_j$ are numbers.", "right"),
        (r"with $U = (u_j)$, $\hat{U} = (\hat{u}_j)$.", "right"),
        (r"where $\hat{u}_j$ is what the net says, and then $u_j$.", "unproved"),
        (r"where $s_j$ and $\hat{u}_j$ are numbers.", "unproved"),
    ],
)
def test_a_list_has_both(words: str, wanted: str) -> None:
    assert verdict(NET, MADE, words, OF_MADE) == wanted


def test_a_computed_name_in_bold_is_its_entries_whatever_a_loss_compares() -> None:
    page = (
        r"Let $\mathbf{W} \in \mathbb{R}^{n \times m}$, $\mathbf{x} \in \mathbb{R}^m$."
        "\n\n"
        r"$$ \mathbf{h} = \mathbf{W} \mathbf{x} $$ $$ s_j = \tanh(\mathbf{h}_j) $$"
        "\n\n"
        r"$$ E = \frac{1}{2} \sum_{j=1}^{n} (h_j - s_j)^2 $$"
    )
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial s_j} = s_j - h_j $$",
            r"$$ \frac{\partial E}{\partial h_j} = h_j - s_j $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


BOTH = r"$$ E = \frac{1}{2} \sum_{j=1}^{n} (\hat{s}_j - s_j)^2 $$"
BY_MADE = r"$$ \frac{\partial E}{\partial s_j} = %s $$"


@pytest.mark.parametrize(
    "words",
    [
        "",
        r"where $\hat{s}$ is the target.",
        r"where $s$ and $\hat{s}$ are vectors.",
        r"with $\hat{s} \in \mathbb{R}^n$.",
        r"ここで $\hat{s}_j$ は教師データである。",
        r"with the desired values $\hat{s}_j$.",
        r"其中 $\hat{s}_j$ 是标签。",
    ],
)
def test_words_that_leave_it_data(words: str) -> None:
    assert each_verdict(NET, BOTH, words, lines=[BY_MADE % r"s_j - \hat{s}_j", BY_MADE % r"\hat{s}_j - s_j"]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "words",
    [
        r"The decoder maps $s$ to $\hat{s}$.",
        r"Here $\hat{s}$ is the output after dropout.",
        r"$\hat{s}$ is the estimate of $s$ by a second network.",
        r"with the smoothed states $\hat{s}_j$.",
        r"ここで $\hat{s}_j$ は復元である。",
        r"其中 $\hat{s}_j$ 是解码器的输出。",
        r"where $\hat{s}$ are pseudo-labels.",
        r"where $\hat{s}$ are the targets given by a second network.",
    ],
)
def test_words_by_which_it_may_be_computed(words: str) -> None:
    assert each_verdict(NET, BOTH, words, lines=[BY_MADE % r"s_j - \hat{s}_j", BY_MADE % r"\hat{s}_j - s_j"]) == [
        "unproved",
        "unproved",
    ]


def test_a_number_with_an_accent_is_no_data_either() -> None:
    net = (r"Let $w, x \in \mathbb{R}^n$.", r"$$ y = \tanh(w^\top x) $$", r"$$ E = \frac12 (\hat{y} - y)^2 $$")
    line = r"$$ \frac{\partial E}{\partial y} = y - \hat{y} $$"
    assert verdict(*net, r"where $\hat{y}$ is the label.", line) == "right"
    assert verdict(*net, r"where $\hat{y}$ is what a second network makes of it.", line) == "unproved"

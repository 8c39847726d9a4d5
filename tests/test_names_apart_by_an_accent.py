r"""A name that differs from a computed one by an accent is data where a list, or a loss, has both."""

from __future__ import annotations

import pytest

from .judging import verdict

NET = r"$$ u_j = c_j + \sum_{i=1}^{m} w_{ij} x_i $$ ( $1 \le j \le n$ ) $$ s_j = \tanh(u_j) $$"
COMPARED = r"$$ E = \frac{1}{2} \sum_{j=1}^{n} (\hat{u}_j - s_j)^2 $$"
MADE = r"$$ E = -\sum_{j=1}^{n} \hat{u}_j \log s_j $$"
RIGHT = r"$$ \frac{\partial E}{\partial s_j} = s_j - \hat{u}_j $$"
OF_MADE = r"$$ \frac{\partial E}{\partial u_j} = -\frac{\hat{u}_j}{s_j} (1 - s_j^2) $$"


def test_a_loss_compares_it_with_what_is_made_of_the_other() -> None:
    assert verdict(NET, COMPARED, RIGHT) == "right"
    assert verdict(NET, COMPARED, RIGHT.replace(r"s_j - \hat{u}_j", r"\hat{u}_j - s_j")) == "wrong"


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
    assert verdict(page, r"$$ \frac{\partial E}{\partial s_j} = s_j - h_j $$") != "wrong"
    assert verdict(page, r"$$ \frac{\partial E}{\partial h_j} = h_j - s_j $$") != "right"

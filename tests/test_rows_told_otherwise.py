"""Words about the rows of a matrix that are the contrary of its use; displays that give one entry of data a value."""

from __future__ import annotations

import pytest
from judging import verdict

LOSS = "$p_k = e^{z_k} / \\sum_l e^{z_l}$ and $E = -\\sum_k t_k \\log p_k$ with $\\sum_k t_k = 1$."
TRUE, TURNED = (rf"$$\frac{{\partial E}}{{\partial W}} = {x}$$" for x in ("(p - t) x^T", "x (p - t)^T"))


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("$W$ has one row per class.", "$W$ has one column per class."),
        ("The rows of $W$ belong to the classes.", "The columns of $W$ belong to the classes."),
        ("$W$ hat eine Zeile pro Klasse.", "$W$ hat eine Spalte pro Klasse."),
        ("$W$ はクラスごとに1行を持つ。", "$W$ はクラスごとに1列を持つ。"),
        ("$W$ has one column per feature.", "$W$ has one row per feature."),
    ],
)
def test_words_beside_entries(row: str, column: str) -> None:
    first, other = (f"Let $z_k = \\sum_j W_{{{x}}} x_j$, {LOSS}" for x in ("kj", "jk"))
    assert [verdict(first, row, x) for x in (TRUE, TURNED)] == ["right", "wrong"]
    assert [verdict(first, column, x) for x in (TRUE, TURNED)] == ["unproved", "unproved"]
    assert [verdict(other, column, x) for x in (TRUE, TURNED)] == ["wrong", "right"]
    assert [verdict(other, row, x) for x in (TRUE, TURNED)] == ["unproved", "unproved"]
    line = r"$$\frac{\partial E}{\partial W_{kj}} = (p_k - t_k) x_j$$"
    assert verdict(first, column, line) == "right"
    assert verdict(first, column, line.replace("- t", "+ t")) == "wrong"


def test_words_beside_a_product() -> None:
    net = (
        "Let $z = W x$ with {}, $p = \\mathrm{{softmax}}(z)$ and $E = -\\sum_k t_k \\log p_k$, where $\\sum_k t_k = 1$."
    )
    assert verdict(net.format("$W$ (one row per class)"), TRUE) == "right"
    assert verdict(net.format("$W$ (one row per class)"), TRUE.replace(" - t", "")) == "wrong"
    assert verdict(net.format("$W$ having one column per class"), TRUE) == "unproved"
    assert verdict(net.format("one column of $W$ for each class"), TRUE.replace(" - t", "")) == "unproved"


SOFTMAX = "Let $p_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}$ and $E = -\\sum_k t_k \\log p_k$."
ONE = "$$t_c = 1$$"


@pytest.mark.parametrize("said", ["For the correct class $c$ we have", "Für die richtige Klasse $c$ ist", "There is"])
def test_one_entry_in_a_display_says_nothing_of_the_others(said: str) -> None:
    for right in ("p_k - t_k", "p_k", "p_k - [k = c]"):
        assert verdict(SOFTMAX, said, ONE, rf"$$\frac{{\partial E}}{{\partial z_k}} = {right}$$") == "unproved"


def test_one_entry_in_a_display_of_one_hot_data() -> None:
    said = [SOFTMAX, "$t$ is a one-hot vector.", ONE, "for the correct class $c$."]
    for right, found in (("p_k - [k = c]", "right"), ("p_k - t_k", "right"), ("p_k", "wrong"), ("t_k - p_k", "wrong")):
        assert verdict(*said, rf"$$\frac{{\partial E}}{{\partial z_k}} = {right}$$") == found


def test_one_entry_of_something_else_in_a_display() -> None:
    front = "Let $y_i = \\sum_j w_{ij} x_j$ and $E = \\frac12 \\sum_i (y_i - t_i)^2$. The bias unit is"
    assert verdict(front, "$$x_0 = 1$$", r"$$\frac{\partial E}{\partial w_{ij}} = (y_i - t_i) x_j$$") == "right"
    assert verdict(front, "$$x_0 = 1$$", r"$$\frac{\partial E}{\partial w_{ij}} = (y_i + t_i) x_j$$") == "wrong"

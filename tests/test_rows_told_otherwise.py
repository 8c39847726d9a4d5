"""Words about the rows of a matrix that are the contrary of its use; displays that give one entry of data a value."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

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
    assert each_verdict(first, column, lines=[line, line.replace("- t", "+ t")]) == ["right", "wrong"]


def test_words_beside_a_product() -> None:
    net = (
        "Let $z = W x$ with {}, $p = \\mathrm{{softmax}}(z)$ and $E = -\\sum_k t_k \\log p_k$, where $\\sum_k t_k = 1$."
    )
    assert each_verdict(net.format("$W$ (one row per class)"), lines=[TRUE, TRUE.replace(" - t", "")]) == [
        "right",
        "wrong",
    ]
    assert verdict(net.format("$W$ having one column per class"), TRUE) == "unproved"
    assert verdict(net.format("one column of $W$ for each class"), TRUE.replace(" - t", "")) == "unproved"


SOFTMAX = "Let $p_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}$ and $E = -\\sum_k t_k \\log p_k$."
ONE = "$$t_c = 1$$"


@pytest.mark.parametrize("said", ["For the correct class $c$ we have", "Für die richtige Klasse $c$ ist", "There is"])
def test_one_entry_in_a_display_says_nothing_of_the_others(said: str) -> None:
    cases = ("p_k - t_k", "p_k", "p_k - [k = c]")
    for right, found in zip(
        cases,
        each_verdict(
            SOFTMAX, said, ONE, lines=[rf"$$\frac{{\partial E}}{{\partial z_k}} = {right}$$" for right in cases]
        ),
        strict=True,
    ):
        assert found == "unproved", right


def test_one_entry_in_a_display_of_one_hot_data() -> None:
    said = [SOFTMAX, "$t$ is a one-hot vector.", ONE, "for the correct class $c$."]
    cases = (("p_k - [k = c]", "right"), ("p_k - t_k", "right"), ("p_k", "wrong"), ("t_k - p_k", "wrong"))
    for (right, found), judged_so in zip(
        cases,
        each_verdict(*said, lines=[rf"$$\frac{{\partial E}}{{\partial z_k}} = {right}$$" for right, _ in cases]),
        strict=True,
    ):
        assert judged_so == found, right


def test_one_entry_of_something_else_in_a_display() -> None:
    front = "Let $y_i = \\sum_j w_{ij} x_j$ and $E = \\frac12 \\sum_i (y_i - t_i)^2$. The bias unit is"
    assert each_verdict(
        front,
        "$$x_0 = 1$$",
        lines=[
            r"$$\frac{\partial E}{\partial w_{ij}} = (y_i - t_i) x_j$$",
            r"$$\frac{\partial E}{\partial w_{ij}} = (y_i + t_i) x_j$$",
        ],
    ) == ["right", "wrong"]

r"""Numbers of things that words tell by what is looked up, and a number of steps above what words call constants."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

WINS = r"""
In the comparisons $l = 1, \dots, n$, the index $i_l$ denotes the winner of the $l$th comparison among the items
$1, \dots, m$. Let $c_j$ be the number of {}.

$$ F = \sum_{l=1}^n \log \frac{w_{i_l}}{\sum_{j=1}^m w_j} $$

"""
LINE = r"\frac{\partial F}{\partial w_j} = \frac{c_j}{w_j} - \frac{n}{\sum_{k=1}^m w_k}"


@pytest.mark.parametrize("said", ["comparisons item $j$ won", "comparisons that item $j$ won", "comparisons $j$ won"])
def test_comparisons_won(said: str) -> None:
    cases = [
        (LINE, "right"),
        (LINE.replace("n}", "c_j}"), "wrong"),
        (LINE.replace(r"\frac{c_j}", r"\frac{n}"), "wrong"),
        (r"\sum_{j=1}^m c_j = n", "right"),
        (r"\sum_{j=1}^m c_j = m", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(WINS.replace("{}", said), lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "said",
    [
        "comparisons item $j$ lost",
        "comparisons item $j$ won or lost",
        "comparisons item $j$ won against item $1$",
        "comparisons before item $j$ won",
        "comparisons until $j$ won",
        "items item $j$ won",
        "comparisons with item $j$",
        "comparisons item $j$ never won",
        "comparisons item $j$ won and lost",
    ],
)
def test_other_numbers(said: str) -> None:
    assert verdict(WINS.replace("{}", said), f"$$ {LINE} $$") == "unproved"


LABELS = r"""
Here $y_n$ is the label of example $n$, $n = 1, \dots, N$, and $N_k$ is the number of examples {} $k$.

$$ L = \sum_{n=1}^N b_{y_n} $$

$$ \frac{\partial L}{\partial b_k} = N_k $$
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("with label", True),
        ("whose label is", True),
        ("with label below", False),
        ("without label", False),
        ("whose label is not", False),
    ],
)
def test_examples_with_a_label(said: str, told: bool) -> None:
    page = LABELS.replace("{}", said).replace("Here", r"Each $y_n$ is one of $1, \dots, K$. Here")
    assert any(str(c.judgement) == "right" for c in check(page).claims) == told


STEPS = r"""
{}

$$ Q(w | w^{(t)}) = \sum_{j=1}^m \log w_j - \sum_{j=1}^m w_j e_j^{(t)} $$

$$ e_j^{(t)} = \frac{1}{w_j^{(t)} + 1} $$

"""


@pytest.mark.parametrize(
    ("said", "line", "expected"),
    [
        (r"The current estimates $w^{(t)}$ are constants.", r"\frac{1}{w_j} - e_j^{(t)}", "right"),
        (r"At the current estimates $w^{(t)}$ (constants):", r"\frac{1}{w_j} - \frac{1}{w_j^{(t)} + 1}", "right"),
        (r"The current estimates $w^{(t)}$ are constants.", r"\frac{1}{w_j} - \frac{1}{w_j + 1}", "wrong"),
        (r"The current estimates $w^{(t)}$ are not constants.", r"\frac{1}{w_j} - e_j^{(t)}", "unproved"),
        (r"If $w^{(t)}$ are constants.", r"\frac{1}{w_j} - e_j^{(t)}", "right"),
    ],
)
def test_steps_of_constants(said: str, line: str, expected: str) -> None:
    claim = rf"$$ \frac{{\partial Q(w | w^{{(t)}})}}{{\partial w_j}} = {line} $$"
    assert verdict(STEPS.replace("{}", said), claim) == expected


def test_a_number_of_examples_stays_one() -> None:
    page = r"The inputs $x^{(i)}$ are fixed." "\n\n" r"$$ J = \frac12 \sum_{i=1}^m (w x^{(i)} - y^{(i)})^2 $$"
    assert verdict(page, r"$$ \frac{\partial J}{\partial w} = \sum_{i=1}^m (w x^{(i)} - y^{(i)}) x^{(i)} $$") == "right"

"""Numbers that sentences give to sizes: of the page, or of what stands elsewhere."""

from __future__ import annotations

import pytest

import symderiv as sd

from .judging import verdict as judged

PAGE = r"""

$$ E = \frac12 \sum_{i=1}^{n} (x_i - t_i)^2 $$

$$ \sum_{i=1}^n \frac{\partial E}{\partial x_i} = x_1 - t_1 + x_2 - t_2 $$
"""


def verdict(lead: str) -> str:
    """That of the line which is true for two inputs only."""
    return str(sd.check(lead + PAGE).claims[-1].judgement)


@pytest.mark.parametrize(
    "lead",
    [
        r"Take $x \in \mathbb{R}^n$ with $n = 2$ in our toy code.",
        "In our code $n = 2$.",
        "In the experiments, $n = 2$.",
        "For example, $n = 2$.",
        "The inputs are $x_i$; the plots show $n = 2$.",
        "Say $n = 2$, as in Figure 1.",
        "(In the notebook, $n = 2$.)",
        "Our notebook has $n = 2$ and a learning rate of 0.1.",
        "With $n = 2$ this is a toy problem.",
        "本稿の実装では $n = 2$ とする。",
        "$n = 2$ のコードを使う。",
    ],
)
def test_in_passing(lead: str) -> None:
    """Then nobody knows whether the line is meant for two inputs."""
    assert verdict(lead) == "unproved"


@pytest.mark.parametrize(
    "lead",
    [
        "Let $n = 2$.",
        "There are $n = 2$ inputs.",
        "The network has $n = 2$ inputs.",
        "We consider the case $n = 2$.",
        "Throughout, $n = 2$.",
        "For $n = 2$ we have",
        "For simplicity we take $n = 2$.",
        "In this exercise $n = 2$.",
        "Es gibt $n = 2$ Eingaben.",
        "ここで $n = 2$ とする。",
    ],
)
def test_of_the_page(lead: str) -> None:
    """Then the line is about two inputs."""
    assert verdict(lead) == "right"


def test_without_a_number() -> None:
    """A line that is true for two inputs only is wrong where nothing says so."""
    assert verdict("The inputs are $x_i$.") == "wrong"


def test_a_number_behind_a_shape_that_is_of_the_code_is_no_size_of_lines_without_derivatives() -> None:
    total = r"$$ E = \sum_{i=1}^n x_i^2 $$"
    for words in ("in our toy code", "in the figure"):
        page = rf"Take $x \in \mathbb{{R}}^n$ with $n = 2$ {words}."
        assert judged(page, total, "$$ E = x_1^2 + x_2^2 $$") != "right"
    page = r"Take $x \in \mathbb{R}^n$ with $n = 2$."
    assert judged(page, total, "$$ E = x_1^2 + x_2^2 $$") == "right"

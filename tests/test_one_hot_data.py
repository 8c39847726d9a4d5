r"""Data that are one-hot, in lines where it matters that they are 1 at one class and 0 elsewhere.

By hand: with `L = -\log \sum_k t_k y_k` for a softmax y the derivative by `z_k` is `y_k - t_k y_k / \sum_j t_j y_j`,
and `y_k - t_k` for such data alone. `\sum_k t_k^2 = 1` holds for them, and not for all that add up to one.
"""

from __future__ import annotations

import pytest

import symderiv as sd

from .judging import each_verdict, verdict

NETWORK = r"""
{}

$$ y_k = \frac{{\exp(z_k)}}{{\sum_{{j=1}}^K \exp(z_j)}} $$

$$ L = -\log \sum_{{k=1}}^K t_k y_k $$
"""
SAID = [
    "The target $t_k$ is one-hot.",
    r"Here $t_k \in \{0, 1\}$ and $\sum_{k=1}^K t_k = 1$.",
    "The one-hot labels are $t$.\n\nLet $t$ be a one-hot vector.",
]
UNSAID = [
    "",
    r"Here $\sum_{k=1}^K t_k = 1$.",
    r"Here $t_k \in \{0, 1\}$.",
    "If $t_k$ is one-hot, there is a shorter form.",
    "The target $t_k$ is not one-hot.",
]
LINES = [
    (r"\frac{\partial L}{\partial z_k} = y_k - t_k", "right"),
    (r"\frac{\partial L}{\partial z_k} = t_k - y_k", "wrong"),
    (r"\frac{\partial L}{\partial z_k} = y_k - t_k y_k", "wrong"),
    (r"\frac{\partial L}{\partial z_k} = y_k - \frac{t_k y_k}{\sum_{j=1}^K t_j y_j}", "right"),
    (r"\frac{\partial L}{\partial y_k} = -\frac{t_k}{y_k}", "right"),
    (r"\frac{\partial L}{\partial y_k} = -\frac{1}{y_k}", "wrong"),
]
EXAMPLES = r"""
The targets $t_{nk}$ are one-hot.

$$ y_{nk} = \frac{\exp(z_{nk})}{\sum_{j=1}^K \exp(z_{nj})} $$

$$ L = -\sum_{n=1}^N \log \sum_{k=1}^K t_{nk} y_{nk} $$
"""


@pytest.mark.parametrize("words", SAID)
def test_data_are_one_at_one_class(words: str) -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(NETWORK.format(words), lines=[f"$$ {line} $$" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize("words", UNSAID)
def test_data_that_are_not_called_so_are_not_taken_for_such(words: str) -> None:
    assert verdict(NETWORK.format(words), r"$$ \frac{\partial L}{\partial z_k} = y_k - t_k $$") != "right"


def test_each_example_has_a_class_of_its_own() -> None:
    cases = [
        (r"\frac{\partial L}{\partial z_{nk}} = y_{nk} - t_{nk}", "right"),
        (r"\frac{\partial L}{\partial z_{nk}} = y_{nk} - t_{nk} y_{nk}", "wrong"),
        (r"\frac{\partial L}{\partial z_{nk}} = y_{nk} - t_{kn}", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(EXAMPLES, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


def test_products_of_such_data() -> None:
    network = NETWORK.format(SAID[0]).replace(r"-\log \sum_{k=1}^K t_k y_k", r"\sum_{k=1}^K (y_k - t_k)^2")
    assert each_verdict(
        network,
        lines=[
            r"$$ L = \sum_{k=1}^K (y_k^2 - 2 t_k y_k) + 1 $$",
            r"$$ L = \sum_{k=1}^K (y_k^2 - 2 t_k y_k) + 2 $$",
            r"$$ L = \sum_{k=1}^K (y_k^2 - 2 t_k y_k + t_k) $$",
        ],
    ) == ["right", "wrong", "right"]


@pytest.mark.parametrize(
    "said",
    [
        r"Each row of $P$ adds up to one. We write $d_i = \sum_k P_{ik}$.",
        r"The weights $P_{ik}$ are normalised, so $d_i = \sum_k P_{ik}$ is $1$.",
    ],
)
def test_what_words_say_of_sums_makes_no_line_wrong(said: str) -> None:
    page = said + "\n\n" + r"$$ y_i = \sum_k P_{ik} x_k $$" + "\n\n"
    for sign, possible in (("-", ("right", "unproved")), ("+", ("wrong",))):
        line = rf"$$ y_i - x_i = \sum_k P_{{ik}} (x_k {sign} x_i) $$"
        assert str(sd.check(page + line).claims[-1].judgement) in possible

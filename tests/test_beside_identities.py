r"""A number beside the identity, capitals behind rows of no shape, and words behind lines of differentials.

By hand: of `v = \sum_t (y_t - \mu)^2` the derivative by y is `2 (I - \frac1n \mathbf{1} \mathbf{1}^T) y`; some take a
number from each entry of I, others from its diagonal. With rows, `y = h W`, the derivative by h is `(y - t) W^T`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict
from .test_differentials_told import ARRAYS, BOTH, NETWORK

VARIANCE = (
    r"$$ \mu = \frac{1}{n} \sum_{t=1}^n y_t $$",
    r"$$ v = \sum_{t=1}^n (y_t - \mu)^2 $$",
    r"Here $y = (y_t)$ and $\mathbf{1}$ is the column of $n$ ones.",
)
ROWS = (r"$$ h = \tanh(x W_1 + b_1) $$", r"$$ y = h W_2 + b_2 $$", r"$$ L = \frac12 \|y - t\|^2 $$")
OPEN = ("unreadable", "unproved")


def test_a_number_beside_the_identity() -> None:
    left = r"\frac{\partial v}{\partial y}"
    ones = r"\frac{1}{n} \mathbf{1} \mathbf{1}^T"
    assert each_verdict(*VARIANCE, lines=[rf"$$ {left} = 2 (I - {ones}) y $$", rf"$$ {left} = (I - {ones}) y $$"]) == [
        "right",
        "wrong",
    ]
    cases = (r"2 (I - \frac{1}{n}) y", r"(2 I - \frac{2}{n}) y")
    for line, found in zip(
        cases, each_verdict(*VARIANCE, lines=[rf"$$ {left} = {line} $$" for line in cases]), strict=True
    ):
        assert found in OPEN, line


@pytest.mark.parametrize(
    "said", ["", r"Here $x \in \mathbb{R}^{1 \times d}$.", "Here $x$, $h$ and $y$ are row vectors."]
)
def test_a_matrix_behind_rows_is_no_number(said: str) -> None:
    for line in (r"\frac{\partial L}{\partial h} = (y - t) W_2", r"\frac{\partial L}{\partial W_2} = (y - t) h^T"):
        assert set(each_verdict(said, *ROWS, lines=[f"$$ {line} $$", f"$$ {line} $$".replace("W_2", "V")])) <= {
            *OPEN,
            "wrong",
        }, line
    cases = (r"\frac{\partial L}{\partial h} = (y - t) W_2^T", r"\frac{\partial L}{\partial W_2} = h^T (y - t)")
    for line, found in zip(cases, each_verdict(said, *ROWS, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found != "wrong", line


def test_numbers_in_capitals_stay() -> None:
    page = (r"$y = x W$", r"$$ E = \frac12 (y - t)^2 $$")
    assert each_verdict(
        *page,
        lines=[r"$$ \frac{\partial E}{\partial x} = (y - t) W $$", r"$$ \frac{\partial E}{\partial x} = (y - t) x $$"],
    ) == ["right", "wrong"]


def test_words_behind_differentials_may_hold_one_fixed() -> None:
    cases = [
        r"$$dS = dQ \, K^T$$ for fixed $K$.",
        r"$$dS = dQ \, K^T$$ (with $K$ fixed)",
        "$$dS = dQ \\, K^T$$\n\nif $K$ is held constant.",
        r"$$dS = dQ \, K^T \quad (K \text{ fixed})$$",
        r"$$dS = dQ \, K^T \text{ for constant } K$$",
    ]
    for line, found in zip(cases, each_verdict(NETWORK, ARRAYS + BOTH, lines=cases), strict=True):
        assert found in OPEN, line


@pytest.mark.parametrize(
    "said",
    ["; not both change.", ". Learning rates vary simultaneously.", ". The scores of all heads change together."],
)
def test_words_that_say_nothing_of_both(said: str) -> None:
    assert verdict(NETWORK, ARRAYS + BOTH.replace("; both change.", said), r"$$dS = dQ \, K^T$$") in OPEN


BATCH = (
    "The rows of $X$ are the examples.",
    r"$$ H = \tanh(X W + b) $$",
    r"$$ Y = H V $$",
    r"$$ E = \frac12 \|Y - T\|^2 $$",
)


def test_a_matrix_whose_definition_is_lost() -> None:
    assert verdict(*BATCH, r"$$ \frac{\partial E}{\partial H} = (Y - T) V $$") in OPEN
    assert verdict(*BATCH, r"$$ \frac{\partial E}{\partial H} = (Y - T) V^T $$") != "wrong"
    numbers = (r"$$ H = \tanh(x w) $$", *BATCH[2:])
    assert verdict(*numbers, r"$$ \frac{\partial E}{\partial H} = (Y - T) V $$") != "wrong"

r"""Lines that a sentence draws from the case of the line before it: `[display] for $i = 0, \dots, n$, so $M_n = 0$.`

By hand, for `M_i = \sum_{j=i+1}^n a_j`: `M_{i-1} = a_i + M_i` for all `1 \le i \le n`, with `M_0` the sum of all.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

DATA = r"$a_i$, $i = 1, \dots, n$, are given."
BELOW = r"Everything below is for $i = 1, \dots, n$ if nothing else is said."
SUMS = r"$$M_i = \sum_{j=i+1}^n a_j$$"


@pytest.mark.parametrize(
    "said",
    [
        r"for $i = 0, \dots, n$, so $M_n = 0$.",
        r"for all $i = 0, \dots, n$, hence $M_n = 0$.",
        r"where $0 \le i \le n$, and therefore $M_n = 0$.",
    ],
)
def test_the_case_is_one_of_the_line_above(said: str) -> None:
    assert each_verdict(
        DATA, BELOW, SUMS, said, lines=["$$M_{i-1} = a_i + M_i$$", "$$M_{i-1} = a_{i-1} + M_i$$", "$$M_0 = a_1 + M_1$$"]
    ) == ["right", "wrong", "right"]


PAIRS = r"$$y_i = w_i x_i$$ ( $i = 1, \dots, n$ )"
BY_X = r"\frac{\partial y_i}{\partial x_k} = %s"


def test_it_is_one_of_what_is_drawn_from_it_too() -> None:
    both = rf"${BY_X}$ for $k \ne i$, so ${BY_X}$." + "\n"
    assert each_verdict(PAIRS, lines=[both % ("0", "0 w_k"), both % ("0", "w_i")]) == ["right", "wrong"]
    display = rf"$${BY_X}$$" + "\n\n" + rf"for $k \ne i$, so ${BY_X}$."
    assert verdict(PAIRS, display % ("0", "0 w_i")) == "right"


def test_a_case_of_the_next_line_stays_one() -> None:
    line = rf"$$\frac{{\partial y_i}}{{\partial w_i}} = x_i$$ For $k \ne i$ we get ${BY_X}$."
    assert each_verdict(PAIRS, lines=[line % "0", line % "w_i"]) == ["right", "wrong"]


ROWS = r"$$y_i = \sum_{k=1}^{K} w_k x_{2i+k}$$ ( $i = 1, \dots, N$ )"
BY_D = r"$$\frac{\partial y_i}{\partial x_d} = \sum_{k=1}^{K} w_k [k = %s]$$"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\delta_{id}$ is $1$ if $i = d$ and $0$ otherwise.",
        r"$[i = d]$ is $1$ when $i = d$, else $0$.",
    ],
)
def test_the_case_of_a_value_is_none_of_the_lines_below(said: str) -> None:
    assert each_verdict(ROWS, said, lines=[BY_D % "d - 2i", BY_D % "d - i"]) == ["right", "wrong"]


def test_what_a_sentence_says_of_one_case_of_a_value_may_be_one() -> None:
    said = r"The derivative is $0$ if $k \ne i$."
    assert verdict(PAIRS, said, rf"$${BY_X % '0'}$$") not in ("right", "wrong")
    assert verdict(PAIRS, said[:-1] + ":", rf"$${BY_X % '0'}$$") != "wrong"
    assert verdict(ROWS, r"The value is $1$ if $i = d$.", BY_D % "d - i") not in ("right", "wrong")

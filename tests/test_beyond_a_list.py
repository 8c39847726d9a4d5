r"""`$k_a = 0$ wherever $a$ lies outside $1, 2, 3$`: 0 beyond a list that is the range.

By hand: `x_m` acts through `y_i` with `k_{m-i+1}`, where there is one.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""For $i = 1, 2$

$$ y_i = \sum_{a=1}^3 \sum_{b=1}^A k_{ab} x_{i+a-1,b} $$

$$ F = \sum_{i=1}^2 \phi(y_i) $$

%s

For any element ($m = 1, 2, 3, 4$, $b = 1, \dots, A$)

$$ \frac{\partial F}{\partial x_{mb}} = \sum_{i=1}^2 \frac{\partial F}{\partial y_i} k_{%s,b} $$
"""


def judged(said: str, index: str = "m-i+1") -> str:
    return str(check(PAGE % (said, index)).claims[-1].links[-1].judgement)


ONE = PAGE.replace("_{ab}", "_a").replace(r" \sum_{b=1}^A", "").replace(",b}", "}").replace("_{mb}", "_m")
ONE = ONE.replace(r", $b = 1, \dots, A$", "")


def of_one(said: str, index: str = "m-i+1") -> str:
    return str(check(ONE % (said, index)).claims[-1].links[-1].judgement)


@pytest.mark.parametrize(
    "said",
    [
        "We put $k_a = 0$ wherever $a$ lies outside $1, 2, 3$.",
        "Here $k_a = 0$ wherever $a$ is outside of the range $1, 2, 3$.",
        r"We set $k_a = 0$ wherever $a$ is not in $\{1, 2, 3\}$.",
        "Below $k_a = 0$ wherever $a$ falls outside its range.",
    ],
)
def test_zero_where_an_index_lies_outside_a_list(said: str) -> None:
    assert of_one(said) == "right"
    assert of_one(said, "m+i-1") == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "We put $k_{ab} = 0$ wherever $a$ or $b$ lies outside its range.",
        "We put $k_{ab} = 0$ wherever $a$, or $b$ is beyond the bounds.",
    ],
)
def test_zero_where_one_of_two_indices_lies_outside(said: str) -> None:
    assert judged(said) == "right"
    assert judged(said, "m+i-1") == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "We put $k_a = 0$ wherever $a$ lies outside $1, 2$.",
        "We put $k_a = 0$ wherever $a$ lies outside $1, 2, 3, 4$.",
        "We do not put $k_a = 0$ wherever $a$ lies outside $1, 2, 3$.",
        "We put $k_a = 0$ wherever $a$ lies outside $1, 2, 3$ and is even.",
        "We put $k_a = 0$ wherever $i$ lies outside $1, 2$.",
        "The $k_a = 0$ are those that lie outside of all.",
    ],
)
def test_what_says_something_else(said: str) -> None:
    assert of_one(said) not in ("right",)


@pytest.mark.parametrize(
    "said", ["It is $k_a = 0$ where $a$ is found outside.", r"We set $k_a = 0$ when $a$ is not in $\{1, 2, 3\}$."]
)
def test_words_that_may_say_so_leave_lines_open(said: str) -> None:
    assert of_one(said) == "unproved"

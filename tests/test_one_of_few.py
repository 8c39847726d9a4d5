r"""Few values of data spelled without a sign of membership, `r_{ij} = (0|1)`, `$r_{ij}$ is 0 or 1`; one of these as
the case of a line.

By hand: for `J = \sum_{(i,j): r_{ij} = 1} e_{ij}^2` with e = x a - y the derivative by `x_i` is
`\sum_j 2 r_{ij} e_{ij} a_j`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"$$ J = \sum_{(i, j): r_{ij} = 1} (x_i a_j - y_{ij})^2 + \lambda \sum_{i=1}^{m} x_i^2 $$"
RANGES = "For $i = 1, \\dots, m$ and $j = 1, \\dots, u$."
RIGHT = r"$$ \frac{\partial J}{\partial x_i} = 2 \sum_{j=1}^{u} r_{ij} (x_i a_j - y_{ij}) a_j + 2 \lambda x_i $$"
SQUARED = RIGHT.replace("r_{ij}", "r_{ij}^2")
WRONG = RIGHT.replace("r_{ij}", "(1 - r_{ij})")

SPELLED = (
    "Here $r_{ij} = (0|1)$.",
    "Here $r_{ij} = 0 \\mid 1$.",
    "Here $r_{ij} = \\{0, 1\\}$.",
    "Here $r_{ij} = 0 \\text{ or } 1$ tells what is rated.",
    "Here $r_{ij} = 0/1$.",
    "Here $r_{ij} \\in \\{0|1\\}$.",
    "Each $r_{ij}$ is 0 or 1.",
    "Each $r_{ij}$ is either $0$ or $1$, depending on the user.",
    "The data $r_{ij}$ take the values 0 and 1.",
    "Hier ist $r_{ij}$ 0 oder 1.".replace("ist $r_{ij}$", "gilt: $r_{ij}$ ist"),
    "ここで $r_{ij}$ は 0 または 1 である。",
    "$r_{ij}$ 是 0 或 1。",
)


@pytest.mark.parametrize("said", SPELLED)
def test_two_values(said: str) -> None:
    page = (RANGES, said, NET)
    assert each_verdict(*page, lines=[RIGHT, SQUARED, WRONG]) == ["right", "right", "wrong"]


@pytest.mark.parametrize("said", SPELLED[:2])
def test_two_values_of_entries_in_parentheses(said: str) -> None:
    page = [x.replace("r_{ij}", "r(i, j)") for x in (RANGES, said, NET, RIGHT)]
    assert verdict(*page) == "right"
    assert verdict(*page[:3], WRONG.replace("r_{ij}", "r(i, j)")) == "wrong"


UNSAID = (
    "Here $r_{ij}$ is not 0 or 1.",
    "If $r_{ij}$ is 0 or 1, this is a mask.",
    "Here $r_{ij} = 1/2$.",
    "Usually $r_{ij}$ is 0 or 1.",
    "Here $r_{ij}$ is 0 or 1 at the ends.",
)


@pytest.mark.parametrize("said", UNSAID)
def test_other_words_say_no_such_thing(said: str) -> None:
    net = r"$$ J = \sum_{i=1}^{m} \sum_{j=1}^{u} r_{ij}^2 (x_i a_j - y_{ij})^2 $$"
    line = r"$$ \frac{\partial J}{\partial x_i} = 2 \sum_{j=1}^{u} r_{ij} (x_i a_j - y_{ij}) a_j $$"
    assert verdict(RANGES, said, net, line) != "right"


def test_what_is_computed_takes_all_values() -> None:
    net = r"$$ h_i = \tanh(x_i) $$ ( $i = 1, \dots, m$ )", r"$$ J = \sum_{i=1}^{m} h_i^2 $$"
    line = r"$$ \frac{\partial J}{\partial x_i} = 2 h_i^2 (1 - h_i^2) $$"
    assert verdict(*net, "In the end $h_i$ is 0 or 1.", line) != "right"


PLAIN = (
    "Here the labels $r_{ij}$ are 0 and 1.",
    "For each pair $i$, $j$, the binary label $r_{ij}$ is 0 or 1.",
    "The values of all $r_{ij}$ are 0 or 1.",
    "Note that every target $r_{ij}$ is either 0 or 1, so it is its own square.",
    "The mask $r_{ij}$ is 0 or 1, with probability $p$ and $1 - p$.",
    "ここで、各ラベル $r_{ij}$ は 0 または 1 である。",
    "Dabei ist jedes Label gegeben; die Labels $r_{ij}$ sind 0 oder 1.",
    "Les étiquettes $r_{ij}$ sont 0 ou 1.",
)
ELSEWHERE = (
    "The mean and variance of $r_{ij}$ are 0 and 1.",
    "The minimum and maximum of $r_{ij}$ are $0$ and $1$.",
    "The first and the last value of $r_{ij}$ are 0 and 1.",
    "The bounds on $r_{ij}$ are 0 and 1.",
    "The derivative of $r_{ij}$ is 0 or 1.",
    "The labels of $r_{ij}$ are 0 or 1.",
    "The label for each $r_{ij}$ is 0 or 1.",
    "The exponent of $r_{ij}$ is 1 or 0.",
    "Rounded to integers, $r_{ij}$ is 0 or 1.",
    "At the ends of the interval $r_{ij}$ is 0 or 1.",
    "In logistic regression $r_{ij}$ is 0 or 1. Here the targets are real numbers.",
    "Here $r_{ij}$ is 0 or 1, at the ends.",
    "Here $r_{ij}$ is 0 or 1, or anything between.",
    "If the pair is drawn, $r_{ij}$ is 0 or 1.",
    "Die Grenzen von $r_{ij}$ sind 0 und 1.",
    "Moyenne et écart-type de $r_{ij}$ sont 0 et 1.",
    "丸めた $r_{ij}$ は 0 または 1 である。",
    "ラベルの $r_{ij}$ は 0 または 1 である。",
)
SUM = r"$$ J = \sum_{i=1}^{m} \sum_{j=1}^{u} r_{ij}^2 (x_i a_j - y_{ij})^2 $$"
ONCE = r"$$ \frac{\partial J}{\partial x_i} = 2 \sum_{j=1}^{u} r_{ij} (x_i a_j - y_{ij}) a_j $$"


@pytest.mark.parametrize("said", PLAIN)
def test_plain_words_around(said: str) -> None:
    assert each_verdict(RANGES, said, SUM, lines=[ONCE, ONCE.replace("2 \\sum", "\\sum")]) == ["right", "wrong"]


@pytest.mark.parametrize("said", ELSEWHERE)
def test_words_around_that_may_speak_of_something_else_leave_it_open(said: str) -> None:
    assert each_verdict(
        RANGES, said, SUM, lines=[ONCE, ONCE.replace("r_{ij}", "r_{ij}^2"), ONCE.replace("2 \\sum", "\\sum")]
    ) == ["unproved", "right", "wrong"]


ONE_VALUE = (
    "(if $r_{ij} = 0$ for all $j$)",
    "(for all $j$, $r_{ij} = 0$)",
    "(for each $j$ we have $r_{ij} = 0$)",
    "where $r_{ij} = 0$ for all $j$.",
    "（すべての $j$ について $r_{ij} = 0$ のとき）",
    "（任意の $j$ に対し $r_{ij} = 0$ の場合）",
    "（$r_{ij} = 0$）",
)


@pytest.mark.parametrize("case", ONE_VALUE)
def test_one_of_the_values_is_the_case_of_its_line(case: str) -> None:
    line = rf"$$ \frac{{\partial J}}{{\partial x_i}} = 2 \lambda x_i $$ {case}"
    assert verdict(RANGES, NET, line) != "wrong"
    found = each_verdict(RANGES, SPELLED[0], NET, lines=[line, line.replace("2 \\lambda", "3 \\lambda")])
    assert found[0] != "wrong"
    assert found[1] == "wrong"


def test_lines_without_the_case_stay_wrong() -> None:
    line = r"$$ \frac{\partial J}{\partial x_i} = 2 \lambda x_i $$"
    assert verdict(RANGES, SPELLED[0], NET, line) == "wrong"
    assert verdict(RANGES, "Only pairs with $r_{ij} = 1$ are summed up.", NET, line) == "wrong"

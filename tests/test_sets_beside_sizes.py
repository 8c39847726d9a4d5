r"""Sets in the letter of a size, `\sum_{v \in N_u}` beside `\sum_{u=1}^{N}`; sets typed in braces below a sum."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ E = \frac{1}{2} \sum_{a=1}^{N} \Big( y_a - \sum_{b \in @a} w_{ab} y_b \Big)^2 $$

"""
SETS = ["N_{%s}", "N(%s)", "N_{%s}^+"]
OTHERS = ["{b : a \\in @b}", r"\{ b \mid a \in @b \}", r"\left\{ b|a \in @b \right\}", r"\{ b : a \in @b \}"]
OWN = r"\frac{\partial E}{\partial y_a} = y_a - \sum_{b \in @a} w_{ab} y_b"
TERM = r" \sum_{#} w_{ba} \Big( y_b - \sum_{c \in @b} w_{bc} y_c \Big)"


def filled(text: str, set_: str) -> str:
    for letter in "abc":
        text = text.replace(f"@{letter}", set_ % letter)
    return text


def verdict(set_: str, line: str, page: str = PAGE) -> str:
    return str(sd.check(filled(f"{page}$$ {line} $$\n", set_)).claims[-1].judgement)


@pytest.mark.parametrize("set_", SETS)
@pytest.mark.parametrize("below", OTHERS)
def test_those_of_whom_one_is_an_element(set_: str, below: str) -> None:
    term = TERM.replace("#", below)
    assert verdict(set_, f"{OWN} - {term}") == "right"
    assert verdict(set_, f"{OWN} + {term}") == "wrong"


@pytest.mark.parametrize("set_", SETS)
def test_slips(set_: str) -> None:
    assert verdict(set_, OWN) == "wrong"
    assert verdict(set_, f"{OWN} - {TERM}".replace("#", r"b \in @a")) == "wrong"
    assert verdict(set_, f"{OWN} - {TERM}".replace("#", r"\{ b \mid b \in @a \}")) == "wrong"
    weight = r"\frac{\partial E}{\partial w_{ab}} = - \Big( y_a - \sum_{c \in @a} w_{ac} y_c \Big) y_b"
    assert verdict(set_, weight) in {"unproved", "wrong"}  # only for the elements
    assert verdict(set_, weight + r" \quad (b \in @a)") == "right"
    assert verdict(set_, weight + r" \quad (a \in @b)") != "right"


MEANS = r"""
$$ h_a = \frac{1}{|@a|} \sum_{b \in @a} v x_b $$

$$ E = \frac{1}{N} \sum_{a=1}^{N} h_a^2 $$

"""


@pytest.mark.parametrize("set_", SETS)
def test_numbers_of_elements(set_: str) -> None:
    line = r"\frac{\partial E}{\partial v} = \frac{2}{N} \sum_{a=1}^{N} \frac{h_a}{|@a|} \sum_{b \in @a} x_b"
    assert verdict(set_, line, MEANS) == "right"
    assert verdict(set_, line.replace("{|@a|}", "N"), MEANS) == "wrong"
    assert verdict(set_, line.replace(r"\frac{2}{N}", r"\frac{2}{|@a|}"), MEANS) not in {"right"}


COUNTED = r"""
$$ h_a = \frac{1}{@a} \sum_{b \in @a} v x_b $$

$$ E = \frac{1}{N} \sum_{a=1}^{N} h_a^2 $$

"""


def test_a_number_with_the_letter_of_the_set() -> None:
    """What is divided by is a number, so that the letters are not told apart."""
    line = r"\frac{\partial E}{\partial v} = \frac{2}{N} \sum_{a=1}^{N} \frac{h_a}{@a} \sum_{b \in @a} x_b"
    assert verdict("N_%s", line, COUNTED) in {"unreadable", "unproved"}


@pytest.mark.parametrize("below", [r"\{ b \mid a \}", r"\{ a, b \}"])
def test_no_condition(below: str) -> None:
    assert verdict("N_%s", f"{OWN} - {TERM}".replace("#", below)) in {"unreadable", "unproved"}

r"""Triangular sums over data whose letters the front matter lets run further.

By hand: for `E = \sum_i z_i \sum_{j \le i} W_{ij} x_j` the derivative by `W_{ij}` is `z_i x_j` for j <= i, and 0 for
other entries, where there are any.
"""

import pytest

from .judging import verdict

RANGES = """
[ranges]
"i" = "1..n"
"j" = "1..n"
"""
PAGE = r"""
+++
objective = "E"
{ranges}
+++
$$ s_i = \sum_{{j=1}}^{{i}} W_{{ij}} x_j {said} $$
$$ E = \sum_{{i=1}}^n s_i z_i $$
$$ \frac{{\partial E}}{{\partial W_{{ij}}}} = {right} $$ {behind}
"""


def _judged(right: str, behind: str = "", ranges: str = RANGES, said: str = "") -> str:
    return verdict(PAGE.format(right=right, behind=behind, ranges=ranges, said=said))


@pytest.mark.parametrize(
    ("right", "behind", "judged"),
    [
        ("z_i x_j", "", "unproved"),
        (r"z_i x_j [j \le i]", "", "right"),
        ("z_i x_j", r"( $j \le i$ )", "right"),
        ("0", r"( $j > i$ )", "unproved"),
        ("x_i z_j", "", "wrong"),
        ("2 z_i x_j", r"( $j \le i$ )", "wrong"),
    ],
)
def test_more_room_than_uses(right: str, behind: str, judged: str) -> None:
    assert _judged(right, behind) == judged


def test_no_more_room() -> None:
    """Where nothing lets j run further than the sum does, there are no other entries."""
    assert _judged("z_i x_j", ranges="", said=r"\quad (i = 1, \dots, n)") == "right"


def test_wrong_beyond_its_range_alone() -> None:
    """A line about `w_j`, j from 1, may not be about the `w_0` without a penalty."""
    page = r"""
+++
objective = "E"
{}
+++
$$ s = \sum_{{k=0}}^n w_k x_k $$
$$ E = s^2 + \sum_{{k=1}}^n w_k^2 $$
$$ \frac{{\partial E}}{{\partial w_j}} = {} $$
"""
    assert verdict(page.format(RANGES, "2 s x_j + 2 w_j")) == "unproved"
    assert verdict(page.format(RANGES, "2 s x_j")) == "wrong"
    assert verdict(page.format(RANGES.replace("1..n", "0..n"), "2 s x_j + 2 w_j")) == "wrong"


@pytest.mark.parametrize(
    ("pooled", "slope"),
    [
        (r"\max_{0 \le a \le 1} z_{2i+a}", r"v_i 1\{z_{2i+a} = p_i\}"),
        (r"\frac12 \sum_{a=0}^1 z_{2i+a}", r"\frac12 v_i"),
    ],
)
def test_a_letter_that_only_a_sum_binds_runs_as_there(pooled: str, slope: str) -> None:
    page = (
        rf"$$ p_i = {pooled} $$ $$ L = \sum_{{i=0}}^{{I-1}} v_i p_i $$ $$ \frac{{\partial L}}{{\partial z_{{2i+a}}}} = "
    )
    assert verdict(page + f"{slope} $$") != "wrong"
    assert verdict(page + rf"{slope} $$ ( $a = 0, 1$ )") != "wrong"
    assert verdict(page + f"2 {slope} $$") == "wrong"


POOLED = {
    "mean": (r"\frac12 \sum_{a=0}^1 z_{2i+a}", r"\frac12 (p_# - t_#)"),
    "a set": (r"\frac12 \sum_{a \in \{0, 1\}} z_{2i+a}", r"\frac12 (p_# - t_#)"),
    "maximum of a set": (r"\max_{a \in \{0, 1\}} z_{2i+a}", r"(p_# - t_#) 1\{z_{2#+@} = p_#\}"),
    "maximum": (r"\max_{0 \le a \le 1} z_{2i+a}", r"(p_# - t_#) 1\{z_{2#+@} = p_#\}"),
}


@pytest.mark.parametrize(("pooled", "slope"), POOLED.values(), ids=POOLED)
@pytest.mark.parametrize(("unit", "letter"), [("i", "a"), ("i", "b"), ("j", "s")])
def test_another_letter_in_the_place_of_that_of_a_sum(pooled: str, slope: str, unit: str, letter: str) -> None:
    page = rf"$$ p_i = {pooled} $$ $$ L = \frac12 \sum_i (p_i - t_i)^2 $$ $$ \frac{{\partial L}}{{\partial z_{{2"
    page += f"{unit}+{letter}}}}} = "
    own = slope.replace("#", unit).replace("@", letter)
    assert verdict(f"{page}{own} $$") == "unproved"
    assert verdict(f"{page}{own.replace('- t', '+ t')} $$") == "wrong"
    assert verdict(f"{page}2 {own} $$") == "wrong"


def test_two_letters_in_the_places_of_those_of_sums() -> None:
    page = r"$$ p_{ij} = \frac14 \sum_{a=0}^1 \sum_{b=0}^1 z_{2i+a,2j+b} $$ "
    page += r"$$ L = \frac12 \sum_{i,j} (p_{ij} - t_{ij})^2 $$ "
    for one, two in ("ab", "cd"):
        line = rf"$$ \frac{{\partial L}}{{\partial z_{{2i+{one},2j+{two}}}}} = \frac14 (p_{{ij}} - t_{{ij}}) $$"
        assert verdict(page + line) == "unproved"
        assert verdict(page + line.replace(r"\frac14", r"\frac12")) == "wrong"
        assert verdict(page + line.replace("= ", "= -")) == "wrong"


def test_windows_that_overlap() -> None:
    page = r"$$ y_i = \sum_{k=0}^{K-1} w_k x_{i+k} $$ $$ L = \frac12 \sum_{i=0}^{I-1} (y_i - t_i)^2 $$ "
    assert verdict(page + r"$$ \frac{\partial L}{\partial x_{i+k}} = w_k (y_i - t_i) $$") == "wrong"
    assert verdict(page + r"$$ \frac{\partial L}{\partial x_{i+m}} = w_m (y_i - t_i) $$") == "wrong"
    assert verdict(page + r"$$ \frac{\partial y_i}{\partial x_{i+m}} = w_m $$") == "right"

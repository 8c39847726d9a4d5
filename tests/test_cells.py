r"""Functions with kinks and jumps, proved cell by cell; the truth of the lines was found by hand on each side."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symderiv.halfspaces import possible

from .judging import check

CLIP = r"$$ r = \max(-1, \min(1, u)) $$"
ABS = r"$$ r = |u| $$"
MAX = r"$$ r = \max(u, v, w) $$"
HARD = r"$$ r = \begin{cases} -1 & u < -1 \\ u & -1 \le u \le 1 \\ 1 & u > 1 \end{cases} $$"
SOFT = r"$$ r = \operatorname{sign}(u) \max(|u| - v, 0) $$"
TWO = r"$$ r = \max(u, v) $$"
BY_U = r"\frac{\partial r}{\partial u}"


@pytest.mark.parametrize(
    ("page", "line", "verdicts"),
    [
        (CLIP, BY_U + r" = \begin{cases} 0 & u > 1 \\ 1 & -1 \le u \le 1 \\ 0 & u < -1 \end{cases}", ["right"]),
        (CLIP, BY_U + r" = [u > -1] [u < 1]", ["right"]),
        (CLIP, BY_U + r" = [u < 1]", ["wrong"]),
        (CLIP, BY_U + r" = [u > -2] [u < 1]", ["unproved", "wrong"]),
        (ABS, BY_U + r" = \frac{u}{|u|}", ["right"]),
        (ABS, BY_U + r" = \begin{cases} 1 & u > 0 \\ -1 & u < 0 \end{cases}", ["right"]),
        (ABS, BY_U + r" = \begin{cases} 1 & u > 0 \\ 0 & u < 0 \end{cases}", ["wrong"]),
        (MAX, BY_U + r" = [u > v] [u > w]", ["right"]),
        (MAX, BY_U + r" = [u > \max(v, w)]", ["right"]),
        (MAX, BY_U + r" = [u > v]", ["wrong"]),
        (HARD, BY_U + r" = \begin{cases} 1 & |u| < 1 \\ 0 & |u| > 1 \end{cases}", ["right"]),
        (HARD, BY_U + r" = \begin{cases} 1 & |u| < 2 \\ 0 & |u| > 2 \end{cases}", ["unproved", "wrong"]),
        (SOFT, BY_U + r" = [|u| > v]", ["right"]),
        (SOFT, BY_U + r" = [u > v]", ["wrong"]),
        (TWO, r"r = \frac{u + v + |u - v|}{2}", ["right"]),
        (TWO, r"r = \frac{u + v - |u - v|}{2}", ["wrong"]),
        (TWO, r"r = u + \max(0, v - u)", ["right"]),
        (TWO, BY_U + r" = 1 - [v > u]", ["right"]),
    ],
)
def test_lines(page: str, line: str, verdicts: list[str]) -> None:
    assert check(f"{page} $$ {line} $$").claims[-1].judgement.value in verdicts


@pytest.mark.parametrize(
    "page",
    [
        # the argument of the kink is 0 for i = j: the sign is 0 there, and its square is not 1
        r"$$ y_{ij} = \operatorname{sign}(\delta_{ij} x_i)^2 $$ $$ y_{ij} = 1 $$",
        # x and z are the same
        r"+++"
        "\n"
        r'assume = ["x = z"]'
        "\n"
        r"+++"
        "\n"
        r"$$ y = \operatorname{sign}(x - z)^2 w $$ $$ \frac{\partial y}{\partial w} = 1 $$",
        r"$$ y = ([x > x] + [x < x]) w $$ $$ \frac{\partial y}{\partial w} = 1 $$",
    ],
)
def test_what_is_zero_is_in_no_cell(page: str) -> None:
    assert check(page).claims[-1].judgement.value != "right"


UNKNOWNS = ("x", "y", "z")
FORMS = st.dictionaries(st.sampled_from([*UNKNOWNS, None]), st.integers(-3, 3).map(Fraction), min_size=1, max_size=4)


@settings(max_examples=200)
@given(
    st.lists(FORMS, min_size=1, max_size=5), st.lists(st.fractions(-4, 4, max_denominator=3), min_size=3, max_size=3)
)
def test_a_point_that_satisfies_all_shows_that_they_are_possible(
    forms: list[dict[str | None, Fraction]], point: list[Fraction]
) -> None:
    at: dict[str | None, Fraction] = {**dict(zip(UNKNOWNS, point, strict=True)), None: Fraction(1)}
    if all(sum(c * at[x] for x, c in f.items()) > 0 for f in forms):
        assert possible(forms)


@settings(max_examples=100)
@given(st.lists(FORMS, min_size=1, max_size=4), st.lists(st.integers(1, 3).map(Fraction), min_size=4, max_size=4))
def test_a_sum_of_them_that_is_not_positive_shows_that_they_are_not(
    forms: list[dict[str | None, Fraction]], weights: list[Fraction]
) -> None:
    """The last form is made so that, with positive weights, all of them add up to 0."""
    total = {
        x: sum((w * f.get(x, Fraction(0)) for w, f in zip(weights, forms, strict=False)), Fraction(0))
        for x in [*UNKNOWNS, None]
    }
    assert not possible([*forms, {x: -c for x, c in total.items()}])

r"""Equations below braces: what is braced is both of their sides, or they are notes about something else.

By hand: the derivative of `1/2 \sum_i (x_i - q)^2` by q is `-\sum_i (x_i - q)`, which is `n (q - m)` with the mean m.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MEAN = r"$$ m = \frac1n \sum_{i=1}^n x_i, \quad E = \frac12 \sum_{i=1}^n (x_i - q)^2 $$"
UNIT = r"$$ y = \sigma(a), \quad a = w x, \quad L = \frac12 (y - t)^2 $$"
LINEAR = r"$$ y = w x, \quad E = \frac12 (y - t)^2 + \frac{\lambda}{2} w^2 $$"


def test_a_note_about_something_else() -> None:
    braced = r"\underbrace{\sum_{i=1}^n (x_i - q)}_{\sum_i x_i = n m}"
    assert each_verdict(
        MEAN,
        lines=[
            rf"$$ \frac{{\partial E}}{{\partial q}} = -{braced} = n (q - m) $$",
            rf"$$ \frac{{\partial E}}{{\partial q}} = {braced} $$",
            rf"$$ \frac{{\partial E}}{{\partial q}} = -{braced} = n (m - q) $$",
        ],
    ) == ["right", "wrong", "wrong"]


@pytest.mark.parametrize(
    ("note", "judged"),
    [
        (r"\frac{\partial L}{\partial y} = y - t", "right"),
        (r"\frac{\partial L}{\partial y} = t - y", "wrong"),
        (r"a = w x", "unproved"),
        (r"\frac{\partial y}{\partial a} = y (1 + y)", "wrong"),
        (r"\delta := t - y", "wrong"),
    ],
)
def test_what_is_braced_and_its_note(note: str, judged: str) -> None:
    line = rf"$$ \frac{{\partial L}}{{\partial w}} = \underbrace{{(y - t)}}_{{{note}}} y (1 - y) x $$"
    found = each_verdict(UNIT, lines=[line, line.replace("(1 - y)", "(1 + y)")])
    assert found[0] == judged
    assert found[1] in ("wrong", judged if judged != "right" else "wrong")


@pytest.mark.parametrize(
    ("braced", "rest", "note"),
    [
        ("(y - t) (1 - y)", "y x", r"\delta = \frac{\partial L}{\partial a}"),
        ("(y - t) y", "(1 - y) x", r"\delta = \frac{\partial L}{\partial a}"),
        ("(y - t) y (1 - y) x", "", r"\frac{\partial L}{\partial a} = \delta"),
        ("y (1 - y) x", "(y - t)", r"\frac{\partial y}{\partial a} = y (1 - y)"),
    ],
)
def test_a_true_note_that_names_something_else(braced: str, rest: str, note: str) -> None:
    line = rf"$$ \frac{{\partial L}}{{\partial w}} = \underbrace{{{braced}}}_{{{note}}} {rest} $$"
    for defined in ([], [r"$$ \delta = \frac{\partial L}{\partial a} $$"]):
        assert verdict(UNIT, *defined, line) != "right"


def test_what_is_supposed_below_a_brace_is_of_its_line() -> None:
    chain = r"$$ \frac{\partial E}{\partial w} = (y - t) x + \underbrace{\lambda w}_{\lambda = 0} = (y - t) x $$"
    bare = r"$$ \frac{\partial E}{\partial w} = (y - t) x $$"
    assert verdict(LINEAR, chain) == "unproved"
    assert verdict(LINEAR, chain, bare) != "right"
    square = r"$$ y = W x, \quad E = \frac12 \|y\|^2 $$ with $W \in \mathbb{R}^{n \times n}$."
    noted = r"$$ \frac{\partial E}{\partial x} = \underbrace{W^T}_{W = W^T} y $$"
    assert verdict(square, noted) == "right"
    assert verdict(square, noted, r"$$ \frac{\partial E}{\partial x} = W y $$") != "right"


def test_cases_of_whole_arrays() -> None:
    form = r"$$ E = \frac12 x^T W x $$ with $W \in \mathbb{R}^{n \times n}$."
    rows = r"W x & W = W^T \\ \frac12 (W + W^T) x & \text{otherwise}"
    assert verdict(form, rf"$$ \frac{{\partial E}}{{\partial x}} = \begin{{cases}} {rows} \end{{cases}} $$") != "wrong"
    other = r"$$ y = W x, \quad E = \frac12 \|y\|^2 $$ with $W \in \mathbb{R}^{n \times n}$."
    rows = r"x & W^T W = I \\ W^T y & \text{otherwise}"
    assert verdict(other, rf"$$ \frac{{\partial E}}{{\partial x}} = \begin{{cases}} {rows} \end{{cases}} $$") != "wrong"

r"""What is added to a column and has no shape: a number of its own, or a column of biases.

By hand: of `y = a x + b` with a number b, `\partial L/\partial b` is the sum of all `\partial L/\partial y_i`; with a
column b it is `\partial L/\partial y`.
"""

from __future__ import annotations

import pytest

from symderiv.check.telling.japanese import in_japanese
from symderiv.load import load_text

from .judging import check

UNTOLD = "is what is added here a number or a column?"
SCALED = r"""$$ v = a \cdot u + c $$
$$ L = \frac{1}{2} \| v - t \|^2 $$
Here $u, t$ are column vectors with $N$ entries.

# Derivation

"""
FITTED = r"""$$ \hat{y} = X w + b $$
$$ L = \frac{1}{2} \sum_i (\hat{y}_i - y_i)^2 $$
Here $X \in \mathbb{R}^{N \times d}$, $w \in \mathbb{R}^d$ and $y \in \mathbb{R}^N$.
"""
SLOPE = r"$$ \frac{\partial L}{\partial w} = X^T (\hat{y} - y) $$"
LAYER = r"""$$ z = W x + b $$
$$ L = \frac{1}{2} \| z - t \|^2 $$
Here $x \in \mathbb{R}^n$, $t \in \mathbb{R}^m$ and $W \in \mathbb{R}^{m \times n}$.
"""
BY_C = r"$$ \frac{\partial L}{\partial c} = %s $$"
BY_B = r"$$ \frac{\partial L}{\partial b} = %s $$"


def verdicts(page: str, *lines: str) -> list[str]:
    report = check("\n\n".join([page, *lines]))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        (r"\sum_i (v_i - t_i)", "right"),
        (r"\sum_i \frac{\partial L}{\partial v_i} = \mathbf{1}_N^T \frac{\partial L}{\partial v}", "right"),
        (r"\frac{1}{N} \sum_i (v_i - t_i)", "wrong"),
        (r"\sum_i (v_i - t_i) u_i", "wrong"),
        ("v - t", "right"),  # then c is a column
        ("t - v", "wrong"),
    ],
)
def test_a_shift_beside_a_factor_is_what_its_line_shows(right: str, expected: str) -> None:
    assert verdicts(SCALED, r"$$ \frac{\partial L}{\partial a} = u^T (v - t) $$", BY_C % right) == ["right", expected]


def test_lines_that_go_both_ways_are_open() -> None:
    both = verdicts(
        SCALED, BY_C % r"\sum_i (v_i - t_i)", BY_C % "v - t", r"$$ \frac{\partial L}{\partial u} = a (v - t) $$"
    )
    assert both == ["unreadable", "unreadable", "right"]
    line = BY_C % r"\sum_i (v_i - t_i)"
    said = SCALED.replace("Here", "Here $c$ is a vector and")
    assert verdicts(said, line) != ["right"]
    assert verdicts(SCALED.replace("Here", r"Here $c \in \mathbb{R}^N$,"), line) == ["wrong"]


def test_the_shift_of_a_regression_is_a_number() -> None:
    for right in (r"\sum_i (\hat{y}_i - y_i)", r"\mathbf{1}^T (\hat{y} - y)"):
        assert verdicts(FITTED, SLOPE, BY_B % right) == ["right", "right"]
    assert verdicts(FITTED, SLOPE, BY_B % r"\frac{1}{N} \sum_i (\hat{y}_i - y_i)") == ["right", "wrong"]


def test_beside_a_network_that_is_given_it_is_open() -> None:
    line = BY_B % r"\sum_i (\hat{y}_i - y_i)"
    report = check(f"{SLOPE}\n\n{line}", network=load_text(FITTED))
    assert [str(c.judgement) for c in report.claims] == ["right", "unreadable"]


def test_biases_of_units_stay_columns() -> None:
    total = BY_B % r"\sum_i (z_i - t_i)"
    assert verdicts(LAYER, r"$$ \frac{\partial L}{\partial W} = (z - t) x^T $$", total) == ["right", "wrong"]
    assert verdicts(LAYER, BY_B % "z - t") == ["right"]
    assert verdicts(LAYER, total) == ["unreadable"]  # of W, too, nothing is said
    scaled = SCALED.replace(r"a \cdot u", r"g \odot u")
    lines = r"$$ \frac{\partial L}{\partial g} = u \odot (v - t) $$", BY_C % r"\sum_i (v_i - t_i)"
    assert verdicts(scaled, *lines) == ["right", "wrong"]


def test_japanese() -> None:
    assert in_japanese(UNTOLD) != UNTOLD

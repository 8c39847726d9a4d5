r"""Examples typed out with a 1 in front, `x_i = (1, x_{i1})^T`, and a line `x_i^T \beta = \beta_0 + \beta_1 x_{i1}`.

By hand: with `l = \frac1n \sum_i (y_i x_i^T \beta - \exp(x_i^T \beta))` the derivative by an entry of beta is the mean
of `y_i - \exp(x_i^T \beta)` times that entry of the example, which is 1 for the first one.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""+++
objective = "l"
[ranges]
"i" = "1..n"
+++

$$ l = \frac1n \sum_{i=1}^n (y_i x_i^T \beta - \exp(x_i^T \beta)) $$

Here $\beta = (BETA)^T$ and $x_i = (ENTRIES)^T$.
"""
TWO = (r"\beta_0, \beta_1", "1, x_{i1}")
THREE = (r"\beta_0, \beta_1, \beta_2", "1, x_{i1}, x_{i2}")
MANY = (r"\beta_0, \dots, \beta_p", r"1, x_{i1}, \dots, x_{ip}")
BEHIND = (r"\beta_1, \beta_2", "x_{i1}, 1")
MEAN = r"\frac1n \sum_{i=1}^n (y_i - \exp(x_i^T \beta))"


def _judged(line: str, typed: tuple[str, str], page: str = PAGE) -> str:
    return verdict(page.replace("BETA", typed[0]).replace("ENTRIES", typed[1]), f"$$ {line} $$")


@pytest.mark.parametrize("typed", [TWO, THREE, MANY])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"\frac{{\partial l}}{{\partial \beta_0}} = {MEAN}", "right"),
        (rf"\frac{{\partial l}}{{\partial \beta_0}} = {MEAN} x_{{i1}}", "wrong"),
        (rf"\frac{{\partial l}}{{\partial \beta_1}} = {MEAN} x_{{i1}}", "right"),
        (rf"\frac{{\partial l}}{{\partial \beta_1}} = {MEAN}", "wrong"),
        (rf"\nabla_\beta l = {MEAN} x_i", "right"),
        (rf"\nabla_\beta l = -{MEAN} x_i", "wrong"),
    ],
)
def test_a_one_in_front_of_examples(line: str, expected: str, typed: tuple[str, str]) -> None:
    assert _judged(line, typed) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"\frac{{\partial l}}{{\partial \beta_2}} = {MEAN}", "right"),
        (rf"\frac{{\partial l}}{{\partial \beta_2}} = {MEAN} x_{{i1}}", "wrong"),
    ],
)
def test_a_one_behind(line: str, expected: str) -> None:
    assert _judged(line, BEHIND) == expected


@pytest.mark.parametrize(("square", "expected"), [("", "right"), ("^2", "wrong")])
def test_a_product_written_out_is_a_claim(square: str, expected: str) -> None:
    assert _judged(rf"x_i^T \beta = \beta_0 + \beta_1 x_{{i1}}{square}", TWO) == expected


def test_the_entry_may_be_said_of_a_name_with_its_number() -> None:
    page = PAGE + "\n$$ x_{i0} = 1 $$\n"
    typed = (TWO[0], "x_{i0}, x_{i1}")
    assert _judged(rf"\frac{{\partial l}}{{\partial \beta_0}} = {MEAN}", typed, page) == "right"
    assert _judged(rf"\frac{{\partial l}}{{\partial \beta_0}} = {MEAN} x_{{i1}}", typed, page) == "wrong"


def test_entries_behind_the_last() -> None:
    assert _judged(rf"\frac{{\partial l}}{{\partial \beta_1}} = {MEAN} x_{{i2}}", TWO) not in ("right", "wrong")


def test_an_example_that_is_multiplied_as_a_number() -> None:
    """Where nothing transposes the vector, its name may be that of a number."""
    page = PAGE.replace(r"x_i^T \beta", r"(\beta_0 + \beta_1 x_i)")
    mean = MEAN.replace(r"x_i^T \beta", r"\beta_0 + \beta_1 x_i")
    for line in (
        rf"\frac{{\partial l}}{{\partial \beta_0}} = {mean}",
        rf"\frac{{\partial l}}{{\partial \beta_1}} = {mean} x_i",
    ):
        assert _judged(line, TWO, page) not in ("right", "wrong")


def test_the_first_of_other_entries_is_no_vector() -> None:
    """`u = (b, w_1)^T` does not say that there is but one w."""
    page = r"""+++
objective = "E"
+++

$$ s_i = b + w_1 x_{i1} + w_2 x_{i2} \qquad E = \frac12 \sum_{i=1}^n (s_i - y_i)^2 $$

$$ u = (b, w_1)^T $$
"""
    line = r"$$ \frac{\partial E}{\partial w_2} = \sum_{i=1}^n (s_i - y_i) x_{i2} $$"
    assert each_verdict(page, lines=[line, line.replace("x_{i2}", "x_{i1}")]) == ["right", "wrong"]

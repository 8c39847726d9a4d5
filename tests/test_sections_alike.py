r"""A second loss below a heading of its own, without a word: `# Ridge`, `$$J = ..$$`, `# Lasso`, `$$J = ..$$`."""

import pytest

from .judging import each_verdict, verdict

MODEL = r"$y_n = \sum_j w_j x_{nj}$."
RIDGE = r"$$ J = \frac12 \sum_n (y_n - t_n)^2 + \frac{\lambda}{2} \sum_j w_j^2 $$"
PLAIN = r"$$ J = \frac12 \sum_n (y_n - t_n)^2 $$"
OF_RIDGE = r"$$ \frac{\partial J}{\partial w_j} = \sum_n (y_n - t_n) x_{nj} + \lambda w_j $$"
OF_PLAIN = r"$$ \frac{\partial J}{\partial w_j} = \sum_n (y_n - t_n) x_{nj} $$"
SLIP = r"$$ \frac{\partial J}{\partial w_j} = \sum_n (t_n - y_n) x_{nj} $$"

HEADINGS = [
    ("# Ridge", "# Least squares"),
    ("**Ridge**", "**Plain**"),
    (r"\section{Ridge}", r"\section{Least squares}"),
    ("## Mit Strafe", "## Ohne Strafe"),
]


@pytest.mark.parametrize(("one", "two"), HEADINGS)
def test_lines_below_the_second_are_not_judged_by_the_first(one: str, two: str) -> None:
    above = (MODEL, one, RIDGE, OF_RIDGE, two, PLAIN)
    assert verdict(*above) != "wrong"
    assert each_verdict(*above, lines=[OF_PLAIN, OF_RIDGE, SLIP]) == ["unproved", "unproved", "wrong"]
    assert verdict(MODEL, one, RIDGE, OF_PLAIN, two, PLAIN) != "right"


def test_neither_are_those_below_both() -> None:
    above = (MODEL, "# Ridge", RIDGE, "# Least squares", PLAIN, "# Gradient")
    assert each_verdict(*above, lines=[OF_PLAIN, SLIP]) == ["unproved", "wrong"]


@pytest.mark.parametrize("two", ["# Gradient", "# Check", "# Summary", "### A part"])
def test_below_a_heading_that_goes_on_a_second_form_is_a_claim(two: str) -> None:
    assert verdict(MODEL, "# Ridge", RIDGE, OF_RIDGE, two, PLAIN) == "wrong"
    assert verdict(MODEL, "# Ridge", RIDGE, OF_RIDGE, two, PLAIN, OF_RIDGE) == "right"


def test_the_line_below_the_first_is_judged_by_it() -> None:
    assert each_verdict(MODEL, "# Ridge", RIDGE, lines=[OF_RIDGE, OF_PLAIN]) == ["right", "wrong"]

"""A range told in a sentence of its own stands back behind the one that the line below it has itself."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""+++
relations = ["M \\le N"]
+++
$$ E = \frac{1}{2} \sum_{i=1}^{N} u_i^2 $$

$$ C = \frac{1}{2} \sum_{i=1}^{M} (y_i - u_i)^2 $$

$$ L = E + C $$"""


@pytest.mark.parametrize(
    "told",
    ["The units with $M < i \\le N$ are hidden.", "Units $1 \\le i \\le M$ are seen, units $M < i \\le N$ hidden."],
)
def test_the_range_behind_a_line(told: str) -> None:
    cases = [
        ("u_i - (y_i - u_i)", r" ( $i = 1, \dots, M$ )", "right"),
        ("u_i", r" ( $i = 1, \dots, M$ )", "wrong"),
        ("u_i", r" ( $i = M+1, \dots, N$ )", "right"),
        ("u_i - (y_i - u_i)", r" ( $i = M+1, \dots, N$ )", "wrong"),
    ]
    for (line, _, expected), found in zip(
        cases,
        each_verdict(
            PAGE,
            told,
            lines=[rf"$$ \frac{{\partial L}}{{\partial u_i}} = {line} $${condition}" for line, condition, _ in cases],
        ),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize("lead", ["Let $M < i \\le N$.", "For $M < i \\le N$ we have", "Now let $M < i \\le N$:"])
def test_the_only_range_of_a_line(lead: str) -> None:
    line = r"$$ \frac{\partial L}{\partial u_i} = "
    assert verdict(PAGE, lead, line + "u_i $$") == "right"
    assert verdict(PAGE, lead, line + "u_i - (y_i - u_i) $$") == "wrong"

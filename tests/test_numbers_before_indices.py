r"""A number right before a letter between commas: the `0k` of `W_{3,0k}` beside `W_{3,ik}` is two indices."""

from __future__ import annotations

import pytest
from judging import verdict

FRONT = '+++\nobjective = "L"\n[ranges]\n"n" = "1..N"\n"k" = "1..K"\n"i" = "1..D"\n+++\n\n## Network'
LOSS = r"$$ L = \sum_{n=1}^{N} \sum_{k=1}^{K} y_{nk} z_{nk}^2 $$"


@pytest.mark.parametrize(("zero", "entry"), [("W_{3,0k}", "W_{3,ik}"), ("W_{3,k0}", "W_{3,ki}"), ("W_{0k}", "W_{ik}")])
@pytest.mark.parametrize(
    ("gradient", "wanted"),
    [
        (r"\sum_{n=1}^{N} 2 y_{nk} z_{nk}", "right"),
        (r"\sum_{n=1}^{N} \sum_{k=1}^{K} 2 y_{nk} z_{nk}", "wrong"),
        (r"\sum_{n=1}^{N} y_{nk} z_{nk}", "wrong"),
        (r"2 y_{nk} z_{nk}", "wrong"),
    ],
)
def test_row_of_the_biases(zero: str, entry: str, gradient: str, wanted: str) -> None:
    network = rf"$$ z_{{nk}} = {zero} + \sum_{{i=1}}^{{D}} X_{{ni}} {entry} $$"
    line = rf"$$ \frac{{\partial L}}{{\partial {zero}}} = {gradient} $$"
    assert verdict(FRONT, network, LOSS, "## Derivation", line) == wanted


@pytest.mark.parametrize("number", ["1", "2"])
def test_row_that_the_sum_has_as_well(number: str) -> None:
    network = rf"$$ z_{{nk}} = W_{{3,{number}k}} + \sum_{{i=1}}^{{D}} X_{{ni}} W_{{3,ik}} $$"
    line = rf"$$ \frac{{\partial L}}{{\partial W_{{3,{number}k}}}} = \sum_{{n=1}}^{{N}} 2 y_{{nk}} z_{{nk}} $$"
    assert verdict(FRONT, network, LOSS, "## Derivation", line) == "wrong"


@pytest.mark.parametrize("other", ["x_{n,2k-1}", "x_{n,2k+1}", "u_k"])
@pytest.mark.parametrize(("factor", "wanted"), [("z_{nk} (1 - z_{nk}^2)", "right"), ("(1 - z_{nk}^2)", "wrong")])
def test_multiples_between_commas(other: str, factor: str, wanted: str) -> None:
    network = rf"$$ z_{{nk}} = \tanh(x_{{n,2k}} + {other}) $$"
    line = rf"$$ \frac{{\partial L}}{{\partial x_{{n,2k}}}} = 2 y_{{nk}} {factor} $$"
    assert verdict(FRONT, network, LOSS, "## Derivation", line) == wanted

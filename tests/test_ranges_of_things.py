"""Two ranges of the same letters in a sentence are those of the things that it names, none is that of the letters."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

HEAD = """+++
objective = "C"
functions = ["g"]
[ranges]
"p" = "0..k-1"
"q" = "0..k-1"
+++
"""
SAID = [
    r"The image $I$ is a grid ($r, c = 0, \dots, H-1$), the map $z$ is a smaller one ($r, c = 0, \dots, H-k$).",
    r"For the pixels $0 \le r, c \le H-1$ holds, for the map $0 \le r, c \le H-k$ does.",
]
NET = r"""
$$ z_{rc} = \sum_{p=0}^{k-1} \sum_{q=0}^{k-1} v_{pq} I_{(r+p)(c+q)} $$

$$ h_{rc} = g(z_{rc}) $$

$$ C = \frac{1}{2} \sum_{r=0}^{H-k} \sum_{c=0}^{H-k} (h_{rc} - s_{rc})^2 $$
"""
TRUE = r"\sum_{r=0}^{H-k} \sum_{c=0}^{H-k} \frac{\partial C}{\partial z_{rc}} I_{(r+p)(c+q)}"
SLIPS = [
    TRUE.replace("H-k", "H-k-1"),
    TRUE.replace("(r+p)(c+q)", "(r+q)(c+p)"),
    TRUE.replace("(r+p)(c+q)", "rc"),
    TRUE.replace(r"\partial z", r"\partial h"),
]


def _line(right: str) -> str:
    return rf"$$ \frac{{\partial C}}{{\partial v_{{pq}}}} = {right} $$"


@pytest.mark.parametrize("said", SAID)
def test_they_are_no_ranges_of_the_letters(said: str) -> None:
    assert verdict(HEAD, said, NET, _line(TRUE)) == "right"


def test_slips_stay_wrong() -> None:
    for slip, found in zip(SLIPS, each_verdict(HEAD, SAID[0], NET, lines=[_line(slip) for slip in SLIPS]), strict=True):
        assert found == "wrong", slip


STEPS = r"""
$$ h_t = g(u h_{t-1} + x_t) $$ ( $1 \le t \le T$ )

$$ C = \sum_{t=1}^T (h_t - y_t)^2 $$
"""
LAST = (
    r"$$ \frac{\partial C}{\partial h_t} = 2 (h_t - y_t) + \frac{\partial C}{\partial h_{t+1}} u g'(u h_t + x_{t+1}) $$"
)


@pytest.mark.parametrize(
    "said",
    [
        r"The steps are $1 \le t \le T$. For $1 \le t \le T - 1$ we have",
        r"The steps are $t = 1, \dots, T$; for $t = 1, \dots, T - 1$ we have",
    ],
)
def test_ranges_that_lead_to_a_line_stay_its_conditions(said: str) -> None:
    assert verdict(STEPS, said, LAST) == verdict(STEPS, r"For $1 \le t \le T - 1$ we have", LAST) == "right"


def test_one_range_in_two_directions_stays() -> None:
    said = r"We go through $t = 1, \dots, T$ first, and then back through $t = T, \dots, 1$."
    line = r"$$ \frac{\partial C}{\partial u} = \sum_t \frac{\partial C}{\partial h_t} g'(u h_{t-1} + x_t) h_{t-1} $$"
    assert verdict(said, STEPS, line) == verdict(r"Here $t = 1, \dots, T$.", STEPS, line) == "right"

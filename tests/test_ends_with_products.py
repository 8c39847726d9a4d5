r"""Layers that each layer before them makes shorter, `i = 0, \dots, L - (l-1)(W-1) - 1`; and lines of one layer."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = r"""
+++
objective = "C"
functions = ["\\sigma"]
outside = "zero"
[ranges]
"m" = "0..W-1"
%s
+++
"""
NETWORK = r"""
$$ a^0_i = x_i $$ ($i = 0, \dots, L+W-2$)

$$ z^l_i = \sum_{m=0}^{W-1} w^l_m a^{l-1}_{i+m} + b^l $$ BESIDE

$$ a^l_i = \sigma(z^l_i) $$ BESIDE

$$ C = \frac12 \sum_{i=0}^{L-(N-1)(W-1)-1} (a^N_i - t_i)^2 $$

$$ \Gamma^l_i = \frac{\partial C}{\partial z^l_i} $$
"""
RANGES = (
    r"($l = 1, \dots, N$, $i = 0, \dots, L-(l-1)(W-1)-1$)",
    r"($1 \le l \le N$, $0 \le i \le L-(l-1)(W-1)-1$)",
    r"($l = 1, \dots, N$, $i = 0, \dots, L-1-(W-1) \cdot (l-1)$)",
)
FRONT_RANGES = '"l" = "1..N"\n"i" = "0..L-(l-1)(W-1)-1"'


def judged(line: str, beside: str = RANGES[0], front: str = "") -> str:
    return verdict((FRONT % front).lstrip(), NETWORK.replace("BESIDE", beside), f"$$ {line}")


FULL = r"\Gamma^l_i = \sigma'(z^l_i) \sum_{m=0}^{W-1} \Gamma^{l+1}_{%s} %s $$ ($l = 1, \dots, N-1$, $i = 0, \dots, %s$)"
END = "L-(l-1)(W-1)-1"


@pytest.mark.parametrize("beside", RANGES)
def test_layers_that_are_shortened(beside: str) -> None:
    assert judged(FULL % ("i-m", "w^{l+1}_m", END), beside) == "right"
    assert judged(FULL % ("i+m", "w^{l+1}_m", END), beside) == "wrong"


def test_ends_in_the_front_matter() -> None:
    assert judged(r"\frac{\partial z^l_i}{\partial w^l_m} = a^{l-1}_{i+m} $$", "", FRONT_RANGES) == "right"
    assert judged(r"\frac{\partial z^l_i}{\partial w^l_m} = a^{l-1}_{i-m} $$", "", FRONT_RANGES) == "wrong"


@pytest.mark.parametrize(
    ("at", "factor"), [("i-m", "w^l_m"), ("i-m-1", "w^{l+1}_m"), ("i-m", "w^{l+1}_{W-m}"), ("i", "w^{l+1}_m")]
)
def test_slips(at: str, factor: str) -> None:
    assert judged(FULL % (at, factor, END)) == "wrong"


OVER = r"\frac{\partial C}{\partial w^l_m} = \sum_{i=0}^{%s} \Gamma^l_i a^{l-1}_{i+m} $$ ($%s$)"


def test_sums_up_to_such_an_end() -> None:
    every = r"l = 1, \dots, N"
    assert judged(OVER % (END, every)) == "right"
    assert judged(OVER % ("L-1", "l = 1")) == "right"
    for end in ("L-(l-1)W-1", "L-(l-1)(W-1)-2"):
        assert judged(OVER % (end, every)) == "wrong"
    assert judged(OVER % (END + r"+[W = 5]", every)) != "right"


SLOPE = r"\frac{\partial a^l_i}{\partial z^l_i}"
BACK = r"\Gamma^l_i = \sum_{m=\max(i-W+%d,0)}^{\min(i,L-W)} \Gamma^{l+1}_m w_{%s}^{l+1} " + SLOPE + " $$ (%s)"
FIRST = r"$l = 1$, $i = 0, \dots, L-1$"


def test_a_layer_named_by_its_number_is_there() -> None:
    assert judged(BACK % (1, "i-m", FIRST)) == "right"
    assert judged(BACK % (2, "i-m", FIRST)) == "wrong"
    assert judged(BACK % (1, "m-i", FIRST)) == "wrong"
    assert judged(BACK % (1, "i-m", r"$l = 1, \dots, N$, $i = 0, \dots, L-1$")) != "right"


DENSE = r"""
$$ a^0_i = x_i $$ ($i = 1, \dots, n$)

$$ z^l_i = \sum_{m=1}^{n} w^l_{im} a^{l-1}_m, \quad a^l_i = \tanh(z^l_i) $$ ($l = 1, \dots, N$, $i = 1, \dots, n$)

$$ C = \frac12 \sum_{i=1}^{n} (a^N_i - t_i)^2 $$
"""
ABOVE = r"\frac{\partial C}{\partial z^{l+1}_m}"
STEP = r"$$ \frac{\partial C}{\partial z^l_i} = (1-(a^l_i)^2) \sum_{m=1}^{n} w^{l+1}_{%s} " + ABOVE + " $$ (%s)"


def test_lines_of_one_layer() -> None:
    assert each_verdict(
        DENSE,
        lines=[
            STEP % ("mi", "$l = 1$"),
            STEP % ("im", "$l = 1$"),
            STEP % ("mi", r"$l = 1, \dots, N$"),
            STEP % ("mi", "$l = N$"),
        ],
    ) == ["right", "wrong", "wrong", "wrong"]


def test_what_holds_only_where_no_further_layer_is() -> None:
    line = r"$$ \frac{\partial C}{\partial z^l_i} = (1-(a^l_i)^2) (a^l_i - t_i) + [N > 1] z^{l+1}_i $$ ($l = 1$)"
    found = each_verdict(DENSE, lines=[line, line.replace(" + [N > 1] z^{l+1}_i", "")])
    assert found[0] != "right"
    assert found[1] == "wrong"


VALUES = r"""
$$ y_i = w x_i $$ ($i = 1, \dots, n$)

$$ E = \sum_{i=1}^{n} y_i^2 $$
"""


def test_comparisons_of_values_are_no_ends() -> None:
    for beside in (r"$0 \le p \le 1 - w q$", r"$0 \le i \le w p$"):
        line = r"$$ \frac{\partial E}{\partial w} = %s \sum_{i=1}^{n} w x_i^2 $$" + f" ({beside})"
        found = each_verdict(VALUES, lines=[line % "2", line % "3"])
        assert found[0] != "wrong"
        assert found[1] != "right"

r"""Rows that a page only says the source of, `x_t = E_{w_t}`."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
SAID

$$ a_t = x_t A + r_{t-1} B $$

$$ r_t = \tanh(a_t) $$ ( $t = 1, \dots, T$ )

$$ r_0 = 0 $$

$$ L = \frac{1}{2} \| r_T - y \|^2 $$

with $x_t \in \mathbb{R}^{1 \times D}$, $a_t, r_t, y \in \mathbb{R}^{1 \times N}$, $A \in \mathbb{R}^{D \times N}$,
$B \in \mathbb{R}^{N \times N}$.

"""
RIGHT = r"\frac{\partial L}{\partial x_t} = \frac{\partial L}{\partial a_t} A^\top"
SLIP = r"\frac{\partial L}{\partial A} = \sum_{t=1}^{T} x_t^\top \frac{\partial L}{\partial r_t}"
OF_ROWS = r"\frac{\partial L}{\partial M_k} = \sum_{t=1}^{T} \frac{\partial L}{\partial x_t}"


def verdict(said: str, line: str, page: str = PAGE) -> str:
    return str(sd.check(f"{page.replace('SAID', said)}$$ {line} $$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    "said",
    [
        r"$$ x_t = M_{w_t} $$",
        r"$$ x_t = M[w_t] $$",
        r"$$ x_t = M_{w_t,:} $$",
        r"The word $w_t$ is looked up in $M \in \mathbb{R}^{V \times D}$: $x_t = M_{w_t,:}$.",
        r"$$ x_t = M_{w_t}^\top $$ where $w_t \in \{1, \dots, V\}$ is a word.",
    ],
)
def test_rows_of_which_nothing_else_is_said_are_given(said: str) -> None:
    assert verdict(said, RIGHT) == "right"
    assert verdict(said, SLIP) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        r"$$ x_t = M_{w_t} $$ The table is tied to the matrix $A$ of the first layer.",
        r"$$ x_t = M_{w_t} $$ $$ A = M^\top $$",
        r"$$ x_t = M_{w_t} $$ $$ q_t = M_{w_t} $$",
    ],
)
def test_rows_of_a_table_with_another_use_are_not(said: str) -> None:
    line = r"\frac{\partial L}{\partial A} = \sum_{t=1}^{T} x_t^\top \frac{\partial L}{\partial a_t}"
    assert verdict("", line) == "right"
    assert verdict(said, line) != "right"


def test_lines_about_the_table_are_not_judged_without_it() -> None:
    for line in (OF_ROWS, r"\frac{\partial L}{\partial M_k} = 0"):
        assert verdict(r"$$ x_t = M_{w_t} $$", line) not in ("right", "wrong")


def test_what_is_defined_elsewhere_or_differentiated_is_no_row() -> None:
    said = r"$$ x_t = M_{w_t} $$ $$ x_t = y B^\top A^\top $$"
    line = r"\frac{\partial L}{\partial A} = \sum_{t=1}^{T} x_t^\top \frac{\partial L}{\partial a_t}"
    assert verdict(said, line) != "right"
    assert verdict(r"$$ x_t = M_{w_t} $$", r"\frac{\partial x_t}{\partial A} = 0") != "right"


def test_ones_with_what_is_looked_up_are_no_column_of_ones() -> None:
    page = r"$$ p = \text{softmax}(V r), \quad L = -\log p_{w_T} $$ "
    page += r"with $r \in \mathbb{R}^N$, $V \in \mathbb{R}^{K \times N}$. "
    for line in (r"(p - \mathbf{1}_{w_T}) r^\top", r"(p - \mathbb{1}_{w_T}) r^\top"):
        assert verdict("", rf"\frac{{\partial L}}{{\partial V}} = {line}", page) != "wrong"

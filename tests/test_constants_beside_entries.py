r"""A constant in the letter of entries: the `k_e` of `k_i = k_e u_i`, which is none of the `k_i`.

By hand: with `u_i = x_{i+1} - x_i - b` and `V = \sum_i k_e u_i^2 / 2`, `\partial V / \partial b = -\sum_i k_e u_i`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

CHAIN = r"""$$ u_i = x_{i+1} - x_i - b $$ ( $1 \le i \le N-1$ )

$$ V = \sum_{i=1}^{N-1} \frac{k_e}{2} u_i^2 $$

$$ k_i = \frac{k_e u_i}{x_i} $$ ( $1 \le i \le N-1$ )"""
LINES = [
    (r"\frac{\partial V}{\partial b} = -\sum_{i=1}^{N-1} k_i x_i", "right"),
    (r"\frac{\partial V}{\partial b} = -\sum_{i=1}^{N-1} k_e u_i", "right"),
    (r"\frac{\partial V}{\partial b} = -\sum_{i=1}^{N-1} k_e x_i", "wrong"),
    (r"\frac{\partial V}{\partial b} = -\sum_{i=1}^{N-1} k_i u_i", "wrong"),
    (r"\frac{\partial V}{\partial x_1} = -k_1 x_1", "right"),
    (r"\frac{\partial V}{\partial x_1} = -k_e x_1", "wrong"),
    (r"\frac{\partial V}{\partial x_N} = k_{N-1} x_{N-1}", "right"),
    (r"\frac{\partial V}{\partial k_e} = \frac12 \sum_{i=1}^{N-1} u_i^2", "right"),
    (r"\frac{\partial k_i}{\partial k_e} = \frac{u_i}{x_i}", "right"),
    (r"\frac{\partial k_i}{\partial k_e} = 0", "wrong"),
]


@pytest.mark.parametrize("label", ["e", "s", "B"])
def test_it_is_none_of_the_entries(label: str) -> None:
    for (line, expected), found in zip(
        LINES,
        each_verdict(
            CHAIN.replace("k_e", f"k_{label}"),
            lines=[f"$$ {line} $$".replace("k_e", f"k_{label}") for line, _ in LINES],
        ),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize("said", ["where $e$ is the middle one.", "The spring $e$ is not the first."])
def test_one_of_which_the_page_speaks_is_open(said: str) -> None:
    assert verdict(CHAIN, said, f"$$ {LINES[0][0]} $$") not in ("right", "wrong")


@pytest.mark.parametrize("letter", ["j", "p", "N"])
def test_letters_that_count_are_open(letter: str) -> None:
    page = CHAIN.replace("k_e", f"k_{letter}")
    assert verdict(page, f"$$ {LINES[0][0]} $$") not in ("right", "wrong")


def test_what_stands_in_no_other_definition_may_be_another_entry() -> None:
    page = r"""$$ h_i = \tanh(w_i h_a) $$ ( $1 \le i \le N$ )

$$ E = \sum_{i=1}^N (h_i - y_i)^2 $$"""
    assert verdict(page, r"$$ \frac{\partial E}{\partial h_i} = 2 (h_i - y_i) $$") not in ("right", "wrong")


def test_an_entry_that_is_singled_out_stays_one() -> None:
    page = r"""$$ p_k = \frac{e^{z_k}}{\sum_j e^{z_j}} $$

$$ L = -\log p_c $$

"""
    lines = [
        r"$$ \frac{\partial L}{\partial z_k} = p_k - \delta_{kc} $$",
        r"$$ \frac{\partial L}{\partial z_k} = p_k $$",
    ]
    assert [str(c.judgement) for c in check(page + "\n\n".join(lines)).claims] == ["right", "wrong"]


def test_the_last_step_stays_one() -> None:
    page = r"""$$ h_t = \tanh(w h_{t-1} + v h_T) $$ ( $1 \le t \le T$ )

$$ E = h_T^2 $$"""
    assert verdict(page, r"$$ \frac{\partial E}{\partial v} = 2 h_T (1 - h_T^2) h_T $$") not in ("right", "wrong")

r"""An entry that a line names exists: of `s_{J-1}` a reader takes J to be at least 2, of `o_I` nothing about J."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

TABLE = r"""$$s_{ij} = \tanh(v_{ij}) \quad (1 \le i \le I, 1 \le j \le J)$$
$$E = \sum_{i=1}^{I} \sum_{j=1}^{J} s_{ij} x_{ij}$$
"""
LAYERS = r"""$$a^{(l)}_i = \sigma(\sum_{j=1}^{n} w^{(l)}_{ij} a^{(l-1)}_j) \quad (1 \le i \le n, 1 \le l \le L)$$
$$E = \sum_{i=1}^{n} a^{(L)}_i t_i$$
"""
RIGHT = {
    "a letter beside it": (TABLE, r"\frac{\partial E}{\partial s_{i,J-1}} = x_{i,J-1}", r"for `J \ge 2`"),
    "a number": (TABLE, r"\frac{\partial E}{\partial s_{i3}} = x_{i3}", r"for `J \ge 3`"),
    "in a sum": (
        TABLE,
        r"\sum_{i=1}^{I} \frac{\partial E}{\partial s_{i,J-1}} = \sum_{i=1}^{I} x_{i,J-1}",
        r"for `J \ge 2`",
    ),
    "given or computed": (
        LAYERS,
        r"\frac{\partial a^{(L-1)}_i}{\partial a^{(L-2)}_k} = a^{(L-1)}_i (1 - a^{(L-1)}_i) w^{(L-1)}_{ik}",
        r"for `L \ge 2`",
    ),
}


@pytest.mark.parametrize("kind", list(RIGHT))
def test_the_sizes_at_which_it_exists_are_taken_and_told(kind: str) -> None:
    page, line, detail = RIGHT[kind]
    (claim,) = check(f"{page}$${line}$$").claims
    assert (str(claim.judgement), claim.links[0].detail) == ("right", detail)
    assert check(f"{page}$${line} + 1$$").verdict == "wrong"


NOT_TAKEN = [
    r"\frac{\partial E}{\partial s_{1I}} = x_{1I}",  # whether there is a column I says J
    r"\frac{\partial E}{\partial s_{i,J+1}} = x_{i,J+1}",  # there never is
    r"\frac{\partial E}{\partial s_{i0}} = x_{i0}",
]


@pytest.mark.parametrize("line", NOT_TAKEN)
def test_what_never_exists_or_compares_two_sizes_is_not(line: str) -> None:
    assert check(f"{TABLE}$${line}$$").verdict == "wrong"

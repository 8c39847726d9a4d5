r"""Letters without a range of their own, on pages where the letters of indices tell names apart.

By hand: `w_{lj}` has hidden units in its second place only where its first counts outputs, so l counts outputs, and
`a_l` is the a of an output.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""
A network with inputs $x_i$ ($1 \le i \le D$), hidden units $z_j$ ($1 \le j \le M$) and outputs $y_k$ ($1 \le k \le K$):

$$ a_j = \sum_{i=1}^D w_{ji} x_i, \quad z_j = h(a_j) $$

$$ a_k = \sum_{j=1}^M w_{kj} z_j, \quad y_k = g(a_k) $$

## Derivation
"""
OWN = NETWORK.replace("w_{kj}", "v_{kj}")
LINES = [
    (r"\frac{\partial y_k}{\partial a_j} = h'(a_j) \sum_l w_{lj} \frac{\partial y_k}{\partial a_l}", "right"),
    (r"\frac{\partial y_k}{\partial a_j} = h'(a_j) \sum_l w_{lj} \frac{\partial y_l}{\partial a_l}", "wrong"),
    (r"\frac{\partial y_k}{\partial a_j} = h(a_j) \sum_l w_{lj} \frac{\partial y_k}{\partial a_l}", "wrong"),
    (
        r"\frac{\partial y_k}{\partial x_i} = \sum_m w_{mi} h'(a_m) \sum_l w_{lm} \frac{\partial y_k}{\partial a_l}",
        "right",
    ),
    (
        r"\frac{\partial y_k}{\partial x_i} = \sum_m w_{mi} h'(a_m) \sum_l w_{lm} \frac{\partial y_k}{\partial a_m}",
        "wrong",
    ),
    (r"\frac{\partial y_k}{\partial z_j} = \sum_l \frac{\partial y_k}{\partial a_l}", "unreadable"),
]


@pytest.mark.parametrize("page", [NETWORK, OWN])
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_the_place_of_a_letter_tells_its_kind(page: str, line: str, wanted: str) -> None:
    typed = line if page is NETWORK else line.replace("w_{l", "v_{l")
    assert verdict(page, f"$$ {typed} $$") == wanted


def test_a_letter_with_two_kinds_of_places_has_none() -> None:
    both = r"$$ \frac{\partial y_k}{\partial z_j} = \sum_l v_{ll} \frac{\partial y_k}{\partial a_l} $$"
    assert verdict(OWN, both) == "unreadable"


def test_what_the_page_defines_with_a_letter_may_be_of_a_kind_of_its_own() -> None:
    third = NETWORK.replace(
        "## Derivation",
        r"$$ a_l = \sum_k w_{lk} y_k + \sum_j w_{lj} z_j, \quad E = \sum_l a_l^2 $$" "\n\n## Derivation",
    )
    assert verdict(third, r"$$ \frac{\partial E}{\partial w_{kj}} = 0 $$") != "right"


LAST_LINEAR = r"""+++
objective = "C"
[ranges]
"p" = "1..4"
"q" = "1..3"
"r" = "1..2"
+++

$$ u_q = \sum_p v_{qp} s_p $$

$$ s_q = \tanh(u_q) $$

$$ g_r = \sum_q v_{rq} s_q $$

$$ C = \frac12 (g_1 - t_1)^2 + \frac12 (g_2 - t_2)^2 $$
"""


def test_a_number_beside_a_letter_that_tells() -> None:
    cases = [
        (r"\frac{\partial C}{\partial s_q} = (g_1 - t_1) v_{1q} + (g_2 - t_2) v_{2q}", "right"),
        (r"\frac{\partial C}{\partial s_q} = (g_1 - t_1) v_{1q} - (g_2 - t_2) v_{2q}", "wrong"),
        (r"\frac{\partial C}{\partial s_q} = (g_1 - t_1) v_{2q} + (g_2 - t_2) v_{1q}", "wrong"),
        (r"\frac{\partial u_q}{\partial s_p} = v_{qp}", "right"),
        (r"\frac{\partial C}{\partial v_{rq}} = (g_r - t_r) s_q", "right"),
        (r"\frac{\partial C}{\partial v_{qp}} = (1 - s_q^2) s_p ((g_1 - t_1) v_{1q} + (g_2 - t_2) v_{2q})", "right"),
        (r"\frac{\partial C}{\partial v_{qp}} = s_p ((g_1 - t_1) v_{1q} + (g_2 - t_2) v_{2q})", "wrong"),
        (
            r"\frac{\partial C}{\partial v_{12}} = (g_1 - t_1) s_2",
            "unreadable",
        ),  # weights of both layers are numbered so
    ]
    for (line, expected), found in zip(
        cases, each_verdict(LAST_LINEAR, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line

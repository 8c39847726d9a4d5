r"""Layers that have a size: the l of `layer $l$ has the size $H_l \times W_l$` is no matrix."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""+++
functions = ["g"]
outside = "zero"
[ranges]
"i" = "0..P_q-1"
"j" = "0..Q_q-1"
"r" = "0..A-1"
"s" = "0..B-1"
"q" = "1..S"
+++
Layer $q$ has the size $P_q \times Q_q$ with $P_q = P_{q-1}-A+1$, $Q_q = Q_{q-1}-B+1$; $u^0_{i,j}$ is the input.

$$ v^q_{i,j} = \sum_r \sum_s u^{q-1}_{i+r,j+s} k^q_{r,s} $$

$$ u^q_{i,j} = g(v^q_{i,j}) $$

$$ E = \frac{1}{2} \sum_{i=0}^{P_S-1} \sum_{j=0}^{Q_S-1} (u^S_{i,j} - t_{i,j})^2 $$

$$ e^q_{i,j} = \frac{\partial E}{\partial v^q_{i,j}} $$

# Derivation

"""
LINE = r"$$ e^q_{i,j} = \sum_r \sum_s e^{q+1}_{i-r,j-s} k^{q+1}_{r,s} g'(v^q_{i,j}) $$ ( $q = 1, \dots, S-1$ )"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (LINE, "right"),
        (LINE.replace("{i-r,j-s}", "{i+r,j+s}"), "wrong"),
        (LINE.replace(" g'(v^q_{i,j})", ""), "wrong"),
    ],
)
def test_the_letter_of_a_layer_is_no_matrix(line: str, expected: str) -> None:
    assert str(check(PAGE + line, network=None).claims[-1].judgement) == expected


def test_a_vector_whose_length_has_its_letter_stays_one() -> None:
    page = "The vector $x$ has size $d_x \\times 1$, $w$ is a $d_x$-dimensional vector.\n\n"
    page += "$$ E = (w^T x)^2 $$\n\n# Derivation\n\n"
    right, wrong = (r"$$ \frac{\partial E}{\partial w} = " + x + " w^T x \\, x $$" for x in ("2", "3"))
    assert [str(check(page + line).claims[-1].judgement) for line in (right, wrong)] == ["right", "wrong"]

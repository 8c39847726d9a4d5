r"""Derivatives by the values of a function of one vector, and values that sentences exclude."""

from __future__ import annotations

import pytest

from symderiv.document import parse_document, read_formulas
from symderiv.resolve.prepared.words.values_excluded import with_values_excluded

from .judging import check

SIAMESE = r"""With $V \in \mathbb{R}^{K \times D}$, a layer is applied to both inputs $u_n^l, u_n^r \in \mathbb{R}^D$,
where $n = 1, \dots, N$; $l$ and $r$ are labels.

$$ g(u) = V u + c $$

$$ E = \frac{1}{2} \sum_{n=1}^N \|g(u_n^l) - g(u_n^r)\|^2 $$
"""
HINGE = r"""$x_n \in \mathbb{R}^D$, $w \in \mathbb{R}^D$, $n = 1, \dots, N$.

$$ m_n = 1 - t_n w^T x_n $$

$$ J = \sum_{n=1}^N \max(0, m_n) $$
"""


def judged(*lines: str, network: str = SIAMESE) -> list[str]:
    return [c.judgement.value for c in check("\n\n".join([network, *lines])).claims]


def test_derivatives_by_the_values_of_a_function() -> None:
    left = r"$$ \frac{\partial E}{\partial g(u_n^l)} = g(u_n^l) - g(u_n^r) $$"
    both = (
        r"$$ \frac{\partial E}{\partial V} = \sum_{n=1}^N \left( \frac{\partial E}{\partial g(u_n^l)} (u_n^l)^T "
        r"+ \frac{\partial E}{\partial g(u_n^r)} (u_n^r)^T \right) $$"
    )
    one = r"$$ \frac{\partial E}{\partial V} = \sum_{n=1}^N \frac{\partial E}{\partial g(u_n^l)} (u_n^l)^T $$"
    assert judged(left, both, one) == ["right", "right", "wrong"]
    assert judged(left.replace("g(u_n^l) - g(u_n^r)", "g(u_n^r) - g(u_n^l)")) == ["wrong"]


def test_values_at_examples_of_one_kind() -> None:
    page = r"""$y_n \in \mathbb{R}^K$, $x_n \in \mathbb{R}^D$, $W \in \mathbb{R}^{K \times D}$.

$$ f(x) = W x $$

$$ L = \frac12 \sum_{n=1}^N \|f(x_n) - y_n\|^2 $$
"""
    by_value = r"$$ \frac{\partial L}{\partial f(x_n)} = f(x_n) - y_n $$"
    by_weight = r"$$ \frac{\partial L}{\partial W} = \sum_{n=1}^N \frac{\partial L}{\partial f(x_n)} x_n^T $$"
    assert judged(by_value, by_weight, network=page) == ["right", "right"]
    assert judged(by_value.replace("= f", "= 2 f"), network=page) == ["wrong"]


def test_a_function_that_is_defined_twice_is_left() -> None:
    line = r"$$ \frac{\partial E}{\partial g(u_n^l)} = g(u_n^l) - g(u_n^r) $$"
    twice = SIAMESE + "\n$$ g(u) = V u $$\n"
    assert "right" not in judged(line, network=twice)


ACTIVE = r"$$ \frac{\partial J}{\partial w} = \sum_{n=1}^N -[m_n > 0] t_n x_n $$"
INSIDE = r"$$ \frac{\partial J}{\partial m_n} = 1 $$ ($m_n > 0$)"


@pytest.mark.parametrize(
    "words",
    [
        "We ignore the case $m_n = 0$.",
        "We assume that $m_n \\ne 0$.",
        "We assume no example has $m_n = 0$.",
        "The case $m_n = 0$ does not occur.",
        "假定没有 $m_n = 0$ 的情况。",
        "$m_n = 0$ となる場合は考えない。",
    ],
)
def test_values_that_are_excluded(words: str) -> None:
    assert judged(words, ACTIVE, INSIDE, network=HINGE) == ["right", "right"]
    slips = (ACTIVE.replace("-[", "["), INSIDE.replace("= 1", "= -1"))
    assert judged(words, *slips, network=HINGE) == ["wrong", "wrong"]


def test_data_that_are_excluded_are_others() -> None:
    page = r"""$y_n \in \{0, 1\}$. $$ E = \frac12 \sum_{n=1}^N (y_n a_n)^2 $$ We ignore the case $y_n = 0$."""
    located = read_formulas(parse_document(page))
    assert with_values_excluded(located) == located


def test_what_a_function_cuts_off_is_on_one_side() -> None:
    page = r"""$$ h_n = \max(0, a_n) $$ $$ E = \frac12 \sum_{n=1}^N (h_n - t_n)^2 $$"""
    line = r"$$ \frac{\partial E}{\partial a_n} = h_n - t_n $$"
    assert judged("We assume that $h_n \\ne 0$.", line, network=page) != ["wrong"]


def test_a_condition_behind_a_line_is_its_own() -> None:
    passing = r"$[m_n > 0]$ is 1 when $m_n > 0$ and 0 otherwise, and $m_n$ is the margin."
    assert judged(passing, INSIDE, network=HINGE) == ["right"]
    assert judged(passing, INSIDE.replace("= 1", "= 2"), network=HINGE) == ["wrong"]
    assert judged(passing, INSIDE.replace("($m_n > 0$)", ""), network=HINGE) != ["right"]

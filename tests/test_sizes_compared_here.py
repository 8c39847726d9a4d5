r"""Comparisons of sizes in a sentence of their own: `Here $m < N$.`"""

import pytest

from .judging import verdict

NETWORK = r"""$$ x_i = X_i $$ ( $1 \leq i \leq m$ )

$$ s_i = \sum_{j=1}^{i-1} W_{ij} x_j $$ ( $m < i \leq N+n$ )

$$ x_i = \tanh(s_i) $$ ( $m < i \leq N+n$ )

$$ E = \sum_{i=1}^{n} \frac{1}{2} (x_{i+N} - Y_i)^2 $$"""
ALL = r"$$ \frac{\partial E}{\partial X_i} = \sum_{j=m+1}^{N+n} W_{ji} \frac{\partial E}{\partial s_j} $$ ($i \leq m$)"
BETWEEN = r"$$ \frac{\partial E}{\partial x_{i+N}} = x_{i+N} - Y_i $$ ($i = n$)"
PART = ALL.replace("N+n", "N")


@pytest.mark.parametrize("said", ["Here $m < N$.", "Hier $m < N$.", "Throughout, $N > m$; other sizes are any."])
def test_a_sentence_of_its_own_says_which_sizes_are_smaller(said: str) -> None:
    assert verdict(NETWORK, said, ALL) == "right"
    assert verdict(NETWORK, said, PART) == "wrong"


@pytest.mark.parametrize("said", ["Suppose $m < N$.", "$m < N$ is common."])
def test_what_may_be_a_case_refutes_nothing_and_proves_nothing(said: str) -> None:
    assert verdict(NETWORK, said, BETWEEN, ALL) == "unproved"
    assert verdict(NETWORK, said, BETWEEN, PART) == "wrong"


def test_the_other_way_round_the_line_is_wrong() -> None:
    assert verdict(NETWORK, "Here $N < m$.", ALL) == "wrong"

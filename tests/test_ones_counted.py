r"""How long a vector of ones is, said by how many there are: `the column of $n$ ones`."""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"$$ \mu = \frac{1}{n} \sum_{t=1}^{n} y_t $$ $$ v = \sum_{t=1}^{n} (y_t - \mu)^2 $$"
SAID = [
    r"Here $y = (y_t)$ is a column, $I$ is the identity, $\mathbf{1}$ is the column of $n$ ones.",
    r"Here $y = (y_t)$, $I$ is the identity and $\boldsymbol{1}$ denotes the column vector of $n$ ones.",
]


@pytest.mark.parametrize("words", SAID)
@pytest.mark.parametrize(("divisor", "expected"), [("n^2", "right"), ("n", "wrong")])
def test_ones_have_the_length_that_words_count(words: str, divisor: str, expected: str) -> None:
    one = r"\boldsymbol{1}" if "boldsymbol" in words else r"\mathbf{1}"
    outer = rf"{one} {one}^\top"
    line = rf"v = y^\top \left(I - \frac{{2}}{{n}} {outer} + \frac{{1}}{{{divisor}}} {outer} {outer}\right) y"
    assert verdict(PAGE, words, f"$$ {line} $$") == expected


def test_a_vector_with_some_ones_is_longer() -> None:
    page = (r"$w, x \in \mathbb{R}^n$, $m$ is a vector with $k$ ones.", r"$$ E = \sum_{i=1}^n m_i w_i x_i $$")
    line = r"$$ \frac{\partial E}{\partial w} = m \odot x $$"
    assert verdict(*page, line) == verdict(page[0].replace(", $m$ is a vector with $k$ ones", ""), page[1], line)

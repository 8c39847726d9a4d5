r"""A name with a letter above, `x^i`, beside entries `x_k^i` is all of these: it is no number with a power."""

import pytest

from tests.judging import verdict

DEFINED = r"""+++
objective = "\\ell"
[ranges]
"i" = "1..m"
"k" = "1..n"
+++

$$ z^i = \tanh\left( \sum_{k=1}^{n} \alpha_k x_k^i \right) $$

$$ \ell = \sum_{i=1}^{m} ( y^i - z^i )^2 $$

Here $\alpha = (\alpha_k)$ and $x^i = (x_k^i)$ are column vectors.
"""
SUMMED = r"""+++
objective = "\\ell"
[ranges]
"i" = "1..m"
"k" = "1..n"
+++

$$ \ell = \sum_{i=1}^{m} ( y_i - \sum_{k=1}^{n} \alpha_k x_k^i )^2 $$

Here $\alpha = (\alpha_k)$ is a column vector.
"""
POWERS = r"""+++
objective = "E"
[ranges]
"n" = "1..N"
"i" = "1..M"
+++

$$ E = \sum_{n=1}^{N} ( t_n - \sum_{i=1}^M w_i x_n^i )^2 $$
"""


@pytest.mark.parametrize(
    ("page", "line", "expected"),
    [
        (DEFINED, r"\nabla_\alpha z^i = (1 - (z^i)^2) x^i", "right"),
        (DEFINED, r"\nabla_\alpha z^i = (1 - z^i) x^i", "wrong"),
        (DEFINED, r"\nabla_\alpha z^i = x^i", "wrong"),
        (DEFINED, r"\nabla_\alpha \ell = -2 \sum_{i=1}^m (y^i - z^i) (1 - (z^i)^2) x^i", "right"),
        (DEFINED, r"\nabla_\alpha \ell = -2 \sum_{i=1}^m (y^i - z^i) x^i", "wrong"),
        (SUMMED, r"\nabla_\alpha \ell = -2 \sum_{i=1}^m (y_i - \sum_{k=1}^{n} \alpha_k x_k^i) x^i", "right"),
        (SUMMED, r"\nabla_\alpha \ell = 2 \sum_{i=1}^m (y_i - \sum_{k=1}^{n} \alpha_k x_k^i) x^i", "wrong"),
        (POWERS, r"\frac{\partial E}{\partial w_j} = -2\sum_{n=1}^{N} (t_n - \sum_{i=1}^M w_i x_n^i) x_n^j", "right"),
        (POWERS, r"\frac{\partial E}{\partial w_j} = -2\sum_{n=1}^{N} (t_n - \sum_{i=1}^M w_i x_n^i)", "wrong"),
    ],
)
def test_a_letter_above_all_entries(page: str, line: str, expected: str) -> None:
    assert verdict(f"{page}\n$$ {line} $$\n") == expected

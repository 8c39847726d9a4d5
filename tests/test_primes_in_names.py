"""Primes that are part of the names of matrices and of their entries; arrows over bold letters."""

import pytest

from tests.judging import verdict

PAGE = r"""+++
objective = "E"
[ranges]
"p" = "1..P"
"q" = "1..Q"
+++
## Network

$$ s_q = \sum_{p=1}^{P} a^{'}_{pq} g_p $$

$$ E = \frac{1}{2} \sum_{q=1}^{Q} (s_q - r_q)^2 $$

$\mathbf{A}^{'} = (a^{'}_{pq}) \in \mathbb{R}^{P \times Q}$, $\overrightarrow{\mathbf{g}} = (g_p) \in \mathbb{R}^P$ and
$\overrightarrow{\mathbf{s}} = (s_q)$, $\overrightarrow{\mathbf{r}} = (r_q) \in \mathbb{R}^Q$ are column vectors. WORDS
$\overrightarrow{\mathbf{a}}^{'}_{q}$ is the $q$-th column of $\mathbf{A}^{'}$.

## Derivation

$$ LINE $$
"""
LINES = [
    (r"\overrightarrow{\mathbf{s}} = \mathbf{A}^{'T} \overrightarrow{\mathbf{g}}", "right"),
    (r"\overrightarrow{\mathbf{s}} = -\mathbf{A}^{'\top} \overrightarrow{\mathbf{g}}", "wrong"),
    (r"s_q = (\overrightarrow{\mathbf{a}}^{'}_{q})^{T} \overrightarrow{\mathbf{g}}", "right"),
    (r"s_q = -(\overrightarrow{\mathbf{a}}^{'}_{q})^{T} \overrightarrow{\mathbf{g}}", "wrong"),
    (
        r"\frac{\partial E}{\partial \overrightarrow{\mathbf{a}}^{'}_{q}} = (s_q - r_q) \overrightarrow{\mathbf{g}}",
        "right",
    ),
    (
        r"\frac{\partial E}{\partial \overrightarrow{\mathbf{a}}^{'}_{q}} = (r_q - s_q) \overrightarrow{\mathbf{g}}",
        "wrong",
    ),
    (
        r"\frac{\partial E}{\partial \mathbf{A}^{'}} = \overrightarrow{\mathbf{g}} \otimes"
        r" (\overrightarrow{\mathbf{s}} - \overrightarrow{\mathbf{r}})",
        "right",
    ),
    (r"\frac{\partial E}{\partial a^{'}_{pq}} = (s_q - r_q) g_p", "right"),
    (r"\frac{\partial E}{\partial a^{'}_{pq}} = s_q g_p", "wrong"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_primes_are_part_of_names(line: str, expected: str) -> None:
    assert verdict(PAGE.replace("WORDS", "").replace("LINE", line)) == expected


def test_primes_of_functions_are_derivatives() -> None:
    page = r"""+++
objective = "E"
functions = ["f"]
[ranges]
"p" = "1..P"
+++
## Network

$$ y_p = f(x_p) $$

$$ E = \sum_{p=1}^{P} y_p $$

Here $f' = (f'_p)$ are the derivatives.

## Derivation

$$ \frac{\partial E}{\partial x_p} = LINE $$
"""
    assert verdict(page.replace("LINE", "f'(x_p)")) == "right"
    assert verdict(page.replace("LINE", "f'(x_p) y_p")) == "wrong"

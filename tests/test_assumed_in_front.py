r"""What the front matter assumes is about the names of the page, however these are written out."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""+++
objective = "J"
assume = ["ASSUMED"]
[ranges]
"n" = "1..N"
"d" = "1..D"
+++

$$ y_{nd} = \sum_{i=1}^{M} z_{ni} u_{id} $$

$$ J = \frac{1}{N} \sum_{n=1}^{N} \sum_{d=1}^{D} ( x_{nd} - y_{nd} )^2 $$

Here $\mathbf{x}_n = (x_{nd})$ and $\mathbf{u}_i = (u_{id})$ are column vectors.

$$ \frac{\partial J}{\partial z_{nj}} = -\frac{2}{N} \left( \mathbf{x}_n^{\rm T} \mathbf{u}_j - z_{nj} \right) $$
($j = 1, \dots, M$)

$$ \frac{\partial J}{\partial z_{nj}} = -\frac{1}{N} \left( \mathbf{x}_n^{\rm T} \mathbf{u}_j - z_{nj} \right) $$
($j = 1, \dots, M$)
"""


def verdicts(assumed: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(PAGE.replace("ASSUMED", assumed.replace("\\", "\\\\"))).claims]


def test_entries_of_vectors() -> None:
    """`u_{id}` is the d-th entry of the i-th vector in both."""
    assert verdicts(r"\sum_{d=1}^{D} u_{id} u_{jd} = \delta_{ij}") == ["right", "wrong"]


def test_another_premise() -> None:
    """Vectors that are not normal to one another: the line does not hold."""
    assert verdicts(r"\sum_{d=1}^{D} u_{id} = 0") == ["wrong", "wrong"]

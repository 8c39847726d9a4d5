r"""Names that only lines have and words call constants: `\nabla_x (x^T A x - \lambda x^T x)` where lambda is one."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"""$A \in \mathbb{R}^{n \times n}$ is symmetric, $x \in \mathbb{R}^n$SAID.

$$ f(x) = x^T A x $$

$$ \nabla_x \left( x^T A x - \lambda x^T x \right) = 2 A x - 2 \lambda x $$

$$ \nabla_x \left( x^T A x - \lambda x^T x \right) = 2 A x - \lambda x $$
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (r", and $\lambda$ is a constant", ["right", "wrong"]),
        (r"; $\lambda$ ist eine Konstante", ["right", "wrong"]),
        (r", and $\lambda$ is the mean of $x$", ["unproved", "unproved"]),
        ("", ["unproved", "unproved"]),
    ],
)
def test_a_name_of_lines_alone(said: str, expected: list[str]) -> None:
    assert [str(c.judgement) for c in check(PAGE.replace("SAID", said)).claims] == expected

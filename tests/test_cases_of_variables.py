r"""Derivatives by any of several variables, in cases. By hand: of
`y = b + \sum_k u_k z_k + \sum_k \sum_l a_{kl} z_k z_l` these are 1, `z_k` and `z_k z_l`.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$ y = b + \sum_{k=1}^K u_k z_k + \sum_{k=1}^K \sum_{l=1}^K a_{kl} z_k z_l $$

"""
CASES = r"""$$ \frac{\partial y}{\partial \theta} = \begin{cases} 1, & \theta = b \\
z_k, & \theta = u_k, k = 1, 2, ..., K \\
z_k z_l, & \text{if } \theta = a_{kl} \end{cases} $$"""


def verdicts(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims]


def test_each_row_is_an_equation() -> None:
    assert verdicts(PAGE, CASES) == ["right", "right", "right"]
    assert verdicts(PAGE, CASES.replace("z_k z_l, &", "z_k, &")) == ["right", "right", "wrong"]
    assert verdicts(PAGE, CASES.replace("{cases} 1", "{cases} b")) == ["wrong", "right", "right"]
    assert verdicts(PAGE, "The parameters are $b, u, a$, and $\\theta$ is one of them.", CASES) == ["right"] * 3


@pytest.mark.parametrize(
    "line",
    [
        CASES.replace(r"\theta = b \\", r"\theta \neq b \\"),
        CASES.replace(r"\text{if }", r"\text{unless }"),
        CASES.replace(r"z_k z_l, & \text{if } \theta = a_{kl}", r"z_k z_l, & \text{otherwise}"),
    ],
)
def test_other_cases_stay_as_they_are(line: str) -> None:
    assert not {"right", "wrong"} & {*verdicts(PAGE, line)}


def test_a_variable_of_the_network_is_that_variable() -> None:
    page = PAGE.replace("y = b", r"y = \theta b")
    assert "right" not in verdicts(page, CASES)

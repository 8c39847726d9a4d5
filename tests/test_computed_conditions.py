r"""Conditions on what the page computes, `(D < m)`, beside functions without a formula: lines are judged under them."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""+++
objective = "L"
functions = ["g"]
[ranges]
"k" = "1..d"
"j" = "1..n"
+++

$$ s_k = \sum_{j=1}^{n} W_{kj} x_j, \qquad o_k = g(s_k), \qquad D = \sum_{k=1}^{d} o_k^2 $$

$$ L = \frac{1}{2} \{\max(0, m - D)\}^2 $$

$m > 0$ is the margin.

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"$$ \frac{\partial L}{\partial s_k} = -2 (m - D) o_k g'(s_k) $$ ( $D < m$ )", "right"),
        (r"$$ \frac{\partial L}{\partial s_k} = 2 (m - D) o_k g'(s_k) $$ ( $D < m$ )", "wrong"),
        (r"$$ \frac{\partial L}{\partial s_k} = -2 (m - D) o_k g'(s_k) $$ ( $D > m$ )", "wrong"),
        (r"$$ \frac{\partial L}{\partial s_k} = 0 $$ ( $D > m$ )", "right"),
        (r"$$ \frac{\partial L}{\partial s_k} = -2 (m - D) o_k $$ ( $D < m$ )", "wrong"),
        # g may be thought of as a rectifier
        (r"$$ \frac{\partial D}{\partial s_k} = 2 o_k $$ ( $s_k > 0$ )", "unproved"),
        (r"$$ \frac{\partial D}{\partial s_k} = 2 o_k $$ ( $o_k > 0$ )", "unproved"),
    ],
)
def test_a_line_under_a_condition_on_values(line: str, verdict: str) -> None:
    (claim,) = check(PAGE + line + "\n").claims
    assert str(claim.judgement) == verdict

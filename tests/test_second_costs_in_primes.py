r"""A second cost in primes, `J'` beside `J`, where lines differentiate both by the same array."""

from __future__ import annotations

import pytest

from tests.judging import check, verdict

NETWORK = r"""$$ q_d = \sum_{i=1}^I u_{di} x_i $$

$$ a_k = \sum_{d=1}^D w_{kd} f(q_d) $$

$$ J = \frac12 \sum_{k=1}^K (a_k - t_k)^2 $$

$$ J' = \sum_{k=1}^K \log(1 + e^{-a_k t_k}) $$"""
PLAIN = r"$$ \frac{\partial J}{\partial w_{kd}} = (a_k - t_k) f(q_d) $$"
PRIMED = r"$$ \frac{\partial J'}{\partial w_{kd}} = -\frac{t_k f(q_d)}{1 + e^{a_k t_k}} $$"
DEEPER = r"$$ \frac{\partial J'}{\partial u_{di}} = -\sum_{k=1}^K \frac{t_k w_{kd}}{1 + e^{a_k t_k}} f'(q_d) x_i $$"

SLIPS = [
    ((PLAIN, DEEPER, PRIMED), "-", ""),
    ((PLAIN, DEEPER, PRIMED), "t_k", ""),
    ((PLAIN, DEEPER, PRIMED), "e^{a_k", "e^{-a_k"),
    ((PLAIN, PRIMED, DEEPER), "f'(q_d) ", ""),
    ((PLAIN, PRIMED, DEEPER), r"\sum_{k=1}^K ", ""),
    ((PRIMED, DEEPER, PLAIN), "(a_k - t_k)", "(t_k - a_k)"),
]


@pytest.mark.parametrize(("lines", "typed", "slip"), SLIPS)
@pytest.mark.parametrize("cost", ["J", r"\mathcal{L}"])
def test_both_costs_are_judged(lines: tuple[str, ...], typed: str, slip: str, cost: str) -> None:
    *before, last = lines
    wrong = last.replace(typed, slip, 1)
    assert wrong != last
    for line, expected in ((last, "right"), (wrong, "wrong")):
        assert verdict(*(x.replace("J", cost) for x in (NETWORK, *before, line))) == expected


OPEN = [
    (PRIMED, DEEPER),  # nothing differentiates J itself
    (PLAIN, PRIMED),  # by one array alone
    (PLAIN, PRIMED.replace("w_{kd}", "a_k").replace(" f(q_d)", "")),  # by different things
    (PLAIN.replace("w_{kd}", "a_k").replace(" f(q_d)", ""), PRIMED.replace("w_{kd}", "a_k").replace(" f(q_d)", "")),
]


@pytest.mark.parametrize("lines", OPEN)
def test_else_it_is_asked(lines: tuple[str, ...]) -> None:
    claims = check("\n\n".join((NETWORK, *lines))).claims
    assert str(claims[0].judgement) == "unreadable"
    assert str(claims[-1].judgement) == "unproved"


def test_beside_a_derivative_by_a_number_it_is_asked() -> None:
    page = (
        r"$$ p_n = \sum_{j=1}^J w_j x_{nj} + b $$",
        r"$$ l = \frac12 \sum_{n=1}^N (p_n - t_n)^2 $$",
        r"$$ l' = \sum_{n=1}^N (p_n - t_n) $$",
        r"$$ \frac{\partial l}{\partial w_j} = \sum_{n=1}^N (p_n - t_n) x_{nj} $$",
        r"$$ \frac{\partial l}{\partial b} = \sum_{n=1}^N (p_n - t_n) $$",
        r"$$ \frac{\partial l'}{\partial w_j} = \sum_{n=1}^N x_{nj} $$",
    )
    assert verdict(*page) == "unproved"

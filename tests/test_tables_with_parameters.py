r"""Tables of probabilities with a parameter, `q_\phi(c | a)` beside `q_\phi(a, c)`, and powers of what they hold."""

from __future__ import annotations

import pytest

from .judging import check


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for c in check(text).claims for link in c.links]


JOINT = r"""
$$ Z = \sum_{a=1}^A \sum_{c=1}^C e^{u_{ac} + b_a} $$

$$ q_\phi(a, c) = \frac{e^{u_{ac} + b_a}}{Z} $$

$$ q_\phi(c | a) = \frac{e^{u_{ac}}}{\sum_{c'=1}^C e^{u_{ac'}}} $$

$$ J = \sum_{a=1}^A \sum_{c=1}^C n_{ac} \log q_\phi(c | a) $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"q_\phi(c | a) = \frac{q_\phi(a, c)}{\sum_{c'=1}^C q_\phi(a, c')}", "right"),
        (r"q_\phi(c | a) = \frac{q_\phi(a, c)}{\sum_{a'=1}^A q_\phi(a', c)}", "wrong"),
        (r"\frac{\partial \log Z}{\partial u_{ac}} = q_\phi(a, c)", "right"),
        (r"\frac{\partial \log Z}{\partial u_{ac}} = q_\phi(c | a)", "wrong"),
        (r"\frac{\partial q_\phi(c | a)}{\partial u_{ac}} = q_\phi(c | a) - q_\phi(c | a)^2", "right"),
        (r"\frac{\partial q_\phi(c | a)}{\partial u_{ac}} = q_\phi(c | a) - q_\phi(a, c)^2", "wrong"),
        (r"\frac{\partial J}{\partial u_{ac}} = n_{ac} - q_\phi(c | a) \sum_{c'=1}^C n_{ac'}", "right"),
        (r"\frac{\partial J}{\partial u_{ac}} = n_{ac} - q_\phi(a, c) \sum_{c'=1}^C n_{ac'}", "wrong"),
    ],
)
def test_tables_with_a_parameter_and_powers_of_what_they_hold(line: str, verdict: str) -> None:
    assert verdicts(f"{JOINT}$$ {line} $$\n") == [verdict]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (JOINT, r"\frac{\partial J}{\partial u_{ac}} = n_{ac} - q_\phi(a | c) \sum_{c'=1}^C n_{ac'}"),  # not defined
        (JOINT, r"\frac{\partial J}{\partial u_{ac}} = n_{ac} - q(c | a) \sum_{c'=1}^C n_{ac'}"),  # without it: another
        (
            JOINT.replace(r"q_\phi(c | a) =", r"r = \sum_{\phi=1}^A b_\phi $$ $$ q_\phi(c | a) ="),  # an index
            r"\frac{\partial J}{\partial u_{ac}} = n_{ac} - q_\phi(c | a) \sum_{c'=1}^C n_{ac'}",
        ),
    ],
)
def test_what_is_no_parameter_of_a_table_stays_open(page: str, line: str) -> None:
    assert verdicts(f"{page}$$ {line} $$\n")[-1] in ("unproved", "unreadable")

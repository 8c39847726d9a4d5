r"""Primes in braces of their own: `f_i{'}(z)`."""

import pytest

from .judging import check

PAGE = r"""
$$ y_i = f_i(z_i) \quad (i = 1, \dots, I) $$

where $f_i$ are the activation functions of the units.

$$ E = \sum_{i=1}^I (y_i - t_i)^2 $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial z_i} = 2 (y_i - t_i) f_i{'}\big(z_i\big)", "right"),
        (r"\frac{\partial E}{\partial z_i} = 2 (y_i - t_i) {f_i}{'}(z_i)", "right"),
        (r"\frac{\partial E}{\partial z_i} = 2 (y_i - t_i) f_i{'}(y_i)", "wrong"),
        (r"\frac{\partial E}{\partial z_i} = 2 (y_i - t_i) f_i(z_i)", "wrong"),
    ],
)
def test_primes_in_braces(line: str, verdict: str) -> None:
    assert str(check(f"{PAGE}$$ {line} $$\n").claims[-1].judgement) == verdict

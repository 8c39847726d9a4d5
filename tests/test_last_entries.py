r"""Lines about data whose last entry stands apart, and about errors that are not defined."""

from __future__ import annotations

import pytest

from tests.judging import verdict

APART = r"$$ y = x_1 + x_2 + \cdots + x_{n-1} + x_n^2 $$"


def test_a_line_that_fails_for_the_last_entry_alone_is_open() -> None:
    line = r"$$ \frac{\partial y}{\partial x_i} = 1 $$"
    assert verdict(APART, line) == "unproved"
    assert verdict(APART, line + r" ($i = 1, \dots, n - 1$)") == "right"
    assert verdict(APART, line + r" ($i = 1, \dots, n$)") == "wrong"
    assert verdict(APART, r"$$ \frac{\partial y}{\partial x_n} = 2 x_n $$") == "right"


@pytest.mark.parametrize("bias", ["w_0", "w_{n+1}"])
def test_a_bias_beside_its_weights_leaves_their_lines_alone(bias: str) -> None:
    page = rf"$$ y = \sum_{{i=1}}^n w_i x_i + {bias} $$"
    assert verdict(page, r"$$ \frac{\partial y}{\partial w_i} = x_i $$") == "right"
    assert verdict(page, r"$$ \frac{\partial y}{\partial w_i} = w_i $$") == "wrong"


BATCH = r"""$$ z_{nk} = \sum_{j=1}^D w_{kj} x_{nj} + b_k \quad (k = 1, \dots, K, \ n = 1, \dots, N) $$

$$ E = \frac12 \sum_{n=1}^N \sum_{k=1}^K (z_{nk} - y_{nk})^2 $$"""


@pytest.mark.parametrize(
    "line",
    [r"\frac{\partial E}{\partial b_k} = \sum_{n=1}^N \delta_{nk}",
     r"\frac{\partial E}{\partial w_{kj}} = \sum_{n=1}^N \delta_{nk} x_{nj}",
     r"\frac{\partial E}{\partial x_{nj}} = \sum_{k=1}^K \delta_{nk} w_{kj}"],
)  # fmt: skip
def test_an_error_that_is_not_defined_is_no_kronecker_delta(line: str) -> None:
    assert verdict(BATCH, f"$$ {line} $$") == "unproved"


def test_kronecker_deltas_are_judged() -> None:
    line = r"$$ \frac{\partial z_{nk}}{\partial b_l} = \delta_{kl} $$"
    assert verdict(BATCH, line) == "right"
    assert verdict(BATCH, line.replace("b_l", "z_{nl}").replace("= ", "= 2 \\cdot ")) == "wrong"

"""Claims that hold at most sizes and not at all: agreement at the sizes drawn must not make them right."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = (
    r"$$y_j = \sum_{i=1}^{I} w_{ji} x_i$$ ($1 \le j \le J$) $$E = \sum_{j=1}^{J} y_j$$"
    "\n\n"
)

SELDOM = [
    r"2 x_i = 2 x_i + [I = 5]",
    r"2 x_i = 2 x_i + [I = 23]",
    r"2 x_i = 2 x_i [I \ne 5]",
    r"2 x_i = 2 x_i + [I = 5][J = 7]",
    r"2 x_i = 2 x_i [I \ne 5] + x_i [I = 5] [J \ne 7]",
    r"2 x_i = 2 x_i + [i = 2I - 9]",
    r"2 x_i = 2 x_i + [I > J + 2]",
    r"2 x_i = 2 x_i + [I > 3J]",
    r"2 x_i = 2 x_i + [I = J - 4]",
    r"2 x_i = 2 x_i + [I = 2J]",
    r"\sum_{k=I}^{5} \sum_{m=5}^{I} x_i = 0",
    r"\frac{1}{I} = \frac{1}{I} + [I = 9]",
    r"\frac{I}{I - 5} = \frac{I}{I - 5} + [I = 6]",
    r"\tanh(x_i) = \tanh(x_i) + [i = j] [I = 9]",
    r"\frac{\partial E}{\partial w_{ji}} = x_i + (I - J)^2 [I = J + 1] [I = 8]",
    r"\frac{\partial E}{\partial w_{ji}} = x_i + \begin{cases} 1 & I = 17 \\ 0 & \text{otherwise}\end{cases}",
    r"\frac{\partial E}{\partial w_{ji}} = x_i + \sum_{k=1}^{J} [k = 3] [J = 11]",
    r"\frac{\partial E}{\partial w_{ji}} = x_i (1 - \delta_{I,9})",
]


@pytest.mark.parametrize("claim", SELDOM)
def test_what_fails_at_a_few_sizes_is_wrong(claim: str) -> None:
    assert check(f"{NETWORK}$${claim}$$").verdict == "wrong"


HIDDEN = [
    r"2 x_i = 2 x_i + [I > J + 20]",
    r"[i \equiv 0 \pmod{7}] x_i = 0",
    r"[i \equiv 0 \pmod{65537}] x_i = 0",
    r"2 x_i = 2 x_i + [I + J \equiv 1 \pmod{29}]",
    r"\frac{\partial E}{\partial w_{ji}} = x_i + \max(0, I - 17)",
    r"\frac{\partial E}{\partial w_{ji}} = x_i + \max(0, I - J - 7)",
    r"\frac{\partial E}{\partial w_{ji}} = x_i \min(1, 20/I)",
    r"\frac{\partial E}{\partial w_{ji}} = x_i + (-1)^{I} + (-1)^{I+1} + \delta_{2I, 18}",
    "".join(f"(I-{n})" for n in range(1, 19)) + " = 0",
    r"(I-J)(I-J-1)(I-J+1)(I-J-2)(I-J+2) x_i = 0",
    r"\max(x_i, -10^{9}) = x_i",
    r"2 x_i = 2 x_i + \max(0, x_i - 2147483647)",
    r"2 x_i = 2 x_i + \max(0, \frac{x_i}{100000} - 1000000)",
]


@pytest.mark.parametrize("claim", HIDDEN)
def test_what_fails_where_nothing_was_looked_at_is_not_right(claim: str) -> None:
    assert check(f"{NETWORK}$${claim}$$").verdict in ("wrong", "unproved")


@pytest.mark.parametrize(
    "claim",
    [
        r"|y_j^2| = y_j^2",
        r"\max(e^{x_i}, -3) = e^{x_i}",
        r"\log \sum_{j=1}^{J} e^{y_j + 1} = 1 + \log \sum_{j=1}^{J} e^{y_j}",
        r"\max(x_i, 17) = \max(x_i - 17, 0) + 17",
    ],
)
def test_what_holds_everywhere_is_right(claim: str) -> None:
    assert check(f"{NETWORK}$${claim}$$").verdict == "right"

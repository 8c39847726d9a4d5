r"""Sizes in parentheses behind a name: the `\mu(n)` of `(n \mu) - \mu(n) = 0` beside `\mu = \frac1n \sum_i x_i`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

MEAN = r"$$\mu = \frac{1}{n} \sum_{i=1}^n x_i, \quad E = \sum_{i=1}^n (x_i - \mu)^2$$"


def test_a_size_beside_the_same_product_is_a_factor() -> None:
    cases = [
        (r"\sum_{i=1}^n (x_i - \mu) = (n\mu) - \mu(n) = 0", "right"),
        (r"\sum_{i=1}^n (x_i + \mu) = n\mu + \mu(n) = 2 n \mu", "right"),
        (r"\sum_{i=1}^n (x_i + \mu) = n\mu + \mu(n) = n \mu", "wrong"),
        (r"\sum_{i=1}^n (x_i - 2\mu) = (n\mu) - \mu(n)", "wrong"),
        (r"\frac{\partial E}{\partial x_k} + n\mu - \mu(n) = 2 (x_k - \mu)", "right"),
        (r"\frac{\partial E}{\partial x_k} + n\mu - 2\mu(n) = 2 (x_k - \mu)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(MEAN, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "line",
    [
        r"\sum_{i=1}^n x_i - \mu(n) = 0",  # nothing multiplies them
        r"\mu(n) = n \mu",  # may say what the value at n is
        r"n \mu - \mu(k) = 0",  # no size
        r"n \mu - \mu(n) + \mu(0) = \mu(0)",
    ],
)
def test_what_may_be_a_value_stays_open(line: str) -> None:
    found = check("\n\n".join((MEAN, f"$${line}$$"))).claims[-1:]  # or is no claim
    assert not {str(c.judgement) for c in found} & {"right", "wrong"}


def test_a_value_told_elsewhere_is_none_here() -> None:
    assert verdict(MEAN, r"$$\mu(n) = c$$", r"$$n\mu - \mu(n) = 0$$") not in ("right", "wrong")

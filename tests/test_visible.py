"""Floats may not say "right" of what they cannot see."""

from __future__ import annotations

import pytest

from symderiv.affine import affine
from symderiv.evaluate.visible import doubled
from symderiv.expr import Add, Sum, Variable, mul, num

from .judging import check

HIDDEN = [
    r"$$ E = 10^{100} $$ $$ E = 10^{100}+1 $$",
    r"$$ E = 10^{10^{10}} $$ $$ E = 10^{10^{10}}+1 $$",
    r"$$ E = \exp(x) $$ $$ E = \exp(x) + 10^{-40} x $$",
    r"$$ E = x + y $$ $$ E = x + y + \exp(-1000 x^2 - 1000) $$",
    r"$$ E = \tanh(x + 200) $$ $$ E = 1 $$",
    r"$$ y = \exp(-900 - x) \quad E = \exp(x) + y $$ $$ E = \exp(x) $$",
]
SEEN = [
    r"$$ E = \sin(2 x) $$ $$ E = 2 \sin(x) \cos(x) $$",
    r"$$ E = \sin(x)^2 + \cos(x)^2 + x $$ $$ E = 1 + x $$",
    r"$$ E = \exp(x+y) $$ $$ E = \exp(x) \exp(y) $$",
]


@pytest.mark.parametrize("page", HIDDEN)
def test_what_floats_cannot_see_is_never_right(page: str) -> None:
    assert check(page).verdict in ("wrong", "unproved")


@pytest.mark.parametrize("page", SEEN)
def test_identities_in_plain_sight_are_right(page: str) -> None:
    assert check(page).verdict == "right"


def test_every_term_is_doubled_once() -> None:
    x = Variable("x_{#}")
    e = Sum(affine("i").letter, (affine(1),), (affine("N"),), Add((x("i"), num(1))))  # type: ignore[arg-type]
    assert [v.body for v in doubled(e) if isinstance(v, Sum)] == [
        Add((mul(num(2), x("i")), num(1))),
        Add((x("i"), num(2))),
    ]

"""One line with hundreds of terms: what is said of it stays short, and the work grows with its length."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from symderiv import read_network
from symderiv.affine import Sym, affine
from symderiv.captions import caption
from symderiv.derive.backprop import backprop
from symderiv.domain import TRUE
from symderiv.expr import Variable, variables
from symderiv.step import Claim, Route
from symderiv.system import Piece, Role
from symderiv.verify import verify


def line(n: int, weight: str = "w", data: str = "x") -> str:
    """A sum of n products, each of a weight and a datum of its own."""
    terms = " + ".join(f"{weight}_{{{k}}} {data}_{{{k}}}" for k in range(1, n + 1))
    return f"$$a = {terms}$$\n$$E = \\frac12 (a - t)^2$$"


def steps(work: Callable[[], object]) -> int:
    """How many functions are called: the work, whatever the machine is busy with."""
    count = 0

    def called(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_reading_and_deriving_grow_with_the_length() -> None:
    read_network(line(10))
    read = [steps(lambda n=n: read_network(line(n))) for n in (60, 240)]  # type: ignore[misc]
    assert read[1] < 8 * read[0]
    systems = [read_network(line(n, "v", "y")).system for n in (60, 240)]
    derived = [steps(lambda s=s: backprop(s)) for s in systems]  # type: ignore[misc]
    assert derived[1] < 6 * derived[0]


@pytest.mark.parametrize(("weight", "data"), [("w", "x"), ("v", "y")])
def test_many_independent_terms_are_the_others(weight: str, data: str) -> None:
    derivation = read_network(line(30, weight, data)).derive(f"{weight}_7", route=Route.EXPANDED).derivation
    said = [c for c in derivation.claims if c.caption.startswith("independent")]
    assert [c.caption for c in said] == ["independent others"]
    assert isinstance(said[0], Claim)
    for lang, words in (("en", "↑ the other terms do not depend on w"), ("ja", "↑ 他の項は w に非依存")):
        assert caption("independent others", said[0].bindings, lang, lambda v: "w", "{}".format) == words
    assert verify(derivation).passed


def test_equal_terms_are_all_kept() -> None:
    derivation = read_network(r"$$E = w x + y z + w x$$").derive("w").derivation
    assert verify(derivation).passed
    assert verify(derivation).exact


def test_what_is_remembered_of_an_expression_keeps_its_own_spelling() -> None:
    one, two = Variable("net^{(2)}_{#}", "net_{#1}^{(2)}"), Variable("net^{(2)}_{#}", "net^{(2)}_{#1}")
    assert one == two
    for variable in (one, two):
        assert [v.spelling for v in variables(variable("i"))] == [variable.spelling]
        piece = Piece(Variable("x_{#}"), (affine("i"),), (Sym("i"),), TRUE, variable("i"), Role.NODE)
        body = piece.at((affine("k"),))[1]
        assert body is not None
        assert [v.spelling for v in variables(body)] == [variable.spelling]

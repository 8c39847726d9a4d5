r"""Expressions and results of derivations as functions of arrays, against the compiled gradients."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from compile_oracle import Wider, arrays, smooth
from networks import NETWORKS, Net, var
from random_networks import features, random_network
from small_oracle import sizes_of

from symderiv.affine import affine
from symderiv.compile import (
    Compiled,
    compile_network,
    lambdify,
)
from symderiv.derive import derive
from symderiv.derive.expand import Recursion
from symderiv.domain import Domain, ge, le
from symderiv.errors import DerivationError
from symderiv.expr import Div, Index, Partial, Sum, add, mul, neg, num, total
from symderiv.step import Route
from symderiv.system import System

RAGGED = {"symbolic_depth"}
PLAIN = [name for name in NETWORKS if name not in RAGGED]


def functions(system: System, m: Any = np) -> dict[str, Any]:
    return {f.name: smooth(m) for f in system.functions}


def differing(system: System, seed: int) -> list[str]:
    """The parameters for which a derived formula, lambdified, is not the backpropagated gradient."""
    whole = compile_network(system, functions=functions(system))
    given = arrays(system, whole, Wider(system, sizes_of(system, 1), seed))
    if system.assumptions:  # the targets sum to one
        given["t"] = given["t"] / given["t"].sum()
    assert system.objective is not None

    def asked(made: Compiled) -> dict[str, int]:
        return {s.name: sizes_of(system, 1)[s.name] for s in made.program.asked}

    _, grads = whole(given, **asked(whole))
    found = []
    compared = 0
    for p in system.pieces:
        if p.role != "parameter" or len(p.letters) < len(p.indices):
            continue
        for route in (Route.EXPANDED, Route.BACKPROP):
            try:
                derivation = derive(system, Partial(system.objective(), p.lhs), route)
            except (DerivationError, Recursion):
                continue
            made = lambdify(derivation, functions=functions(system))
            names = {a.latex for a in made.arguments}
            value = made({k: x for k, x in given.items() if k in names}, **asked(made))
            compared += 1
            if not np.allclose(value, grads[p.variable.name], rtol=1e-9, atol=1e-11):
                found.append(f"{p.variable.name}, {route}")
    return found if compared else ["nothing was compared"]


@pytest.mark.parametrize("name", PLAIN)
def test_the_result_of_a_derivation_as_a_function(name: str) -> None:
    assert differing(NETWORKS[name](), 4) == []


@pytest.mark.parametrize("seed", [s for s in range(18) if "sizes by layer" not in features(s)])
def test_results_of_random_derivations_as_functions(seed: int) -> None:
    assert differing(random_network(seed), seed) == []


def test_expressions_as_functions() -> None:
    """A long product in the cheapest order, a condition, an index as a value."""
    net = Net("I J K")
    a, b, c = var("a_{#,#}"), var("b_{#,#}"), var("c_{#}")
    i, j, k = ("i", 1, affine("I")), ("j", 1, affine("J")), ("k", 1, affine("K"))
    net.data(a("i", "j"), i, j)
    net.data(b("j", "k"), j, k)
    net.data(c("k"), k)
    system = net.system(functions=())
    rng = np.random.default_rng(0)
    A, B, C = rng.random((2, 3)), rng.random((3, 4)), rng.random(4)
    chain = total("j", 1, "J", total("k", 1, "K", mul(a("i", "j"), b("j", "k"), c("k"))))
    made = lambdify(chain, system)
    assert "a @ (b @ c)" in made.source
    assert np.allclose(made(a=A, b=B, c=C), A @ (B @ C))
    below = Sum(affine("k").letter, (affine(1),), (affine("j"),), b("j", "k"))  # type: ignore[arg-type]
    square = Domain.of(ge("j", 1), le("j", "J"), ge("K", "J"))
    assert np.allclose(lambdify(below, system, domain=square)(b=B), np.tril(B).sum(1))
    weighted = Div(total("k", 1, "K", mul(_index("k"), c("k"))), _index("K"))
    assert np.allclose(lambdify(weighted, system)(c=C), (np.arange(1, 5) * C).sum() / 4)
    assert np.allclose(lambdify(add(c("k"), neg(num(1))), system)(c=C), C - 1)


def _index(name: str) -> Index:
    return Index(affine(name))

r"""What compiled gradients take and give: names, shapes, what is refused and how it is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from compile_oracle import Wider, arrays
from networks import NETWORKS, E, Net, tied_autoencoder, var
from small_oracle import sizes_of

from symderiv.affine import affine
from symderiv.compile import (
    CompileError,
    compile_hessian_product,
    compile_network,
)
from symderiv.expr import Pow, num, total


def test_arguments_by_latex_name_or_identifier() -> None:
    system = NETWORKS["tied_autoencoder_squared_error"]()
    made = compile_network(system, ["w", r"\theta^{(2)}"])
    given = made.module.example()
    by_latex = {a.latex: given[a.name] for a in made.arguments}
    assert set(by_latex) == {"t", "o^{(1)}", "w", r"\theta^{(3)}", r"\theta^{(2)}"}
    (v1, g1), (v2, g2) = made(by_latex), made(**given)
    assert v1 == v2
    assert list(g1) == ["w", r"\theta^{(2)}"]
    assert all(np.array_equal(g1[k], g2[k]) for k in g1)


@pytest.mark.parametrize(
    ("change", "error", "text"),
    [
        ({"w": np.zeros((3, 4, 5))}, ValueError, r"w \(w\) needs the shape \(J, I\), not \(3, 4, 5\)"),
        (
            {"theta2": np.zeros(9)},
            ValueError,
            r"theta2 \(\\theta\^\{\(2\)\}\) needs the shape \(I\): I is 4 in w, but 9",
        ),
        ({"o1": np.zeros(3, int)}, TypeError, r"o1 \(o\^\{\(1\)\}\) holds integers \(int64\)"),
        ({"t": np.zeros(3, int)}, TypeError, r"t \(t\) holds integers"),
        ({"w": np.zeros((3, 4), np.float32)}, TypeError, "w .* is float32, but t is float64"),
        ({"q": np.zeros(3)}, TypeError, r"there is no argument q; there are t, o1 \(o\^\{\(1\)\}\)"),
        ({"w": None}, TypeError, r"w is missing: parameter, shape \(J, I\)|w \(w\) is missing"),
    ],
)
def test_errors_name_the_variable(change: dict[str, Any], error: type[Exception], text: str) -> None:
    made = compile_network(NETWORKS["tied_autoencoder_squared_error"]())
    given = {**made.module.example(), **change}
    with pytest.raises(error, match=text):
        made(**{k: v for k, v in given.items() if v is not None})


def test_a_function_that_is_not_given_is_named() -> None:
    made = compile_network(tied_autoencoder())
    with pytest.raises(TypeError, match=r"the function f.* is not given"):
        made(**made.module.example())
    with pytest.raises(CompileError, match=r"the derivative \(1,\) of f is needed"):
        compile_network(tied_autoencoder(), functions={"f": np.tanh})


def test_a_size_for_each_layer_is_refused() -> None:
    with pytest.raises(CompileError, match=r"has a range that depends on an index \(d\("):
        compile_network(NETWORKS["symbolic_depth"]())


def test_an_objective_that_is_not_one_number_is_refused() -> None:
    net = Net("N")
    w, e = var("w_{#}"), var("e_{#}")
    net.parameter(w("i"), ("i", 1, affine("N")))
    net.node(e("i"), Pow(w("i"), num(2)), ("i", 1, affine("N")))
    with pytest.raises(CompileError, match="has an index"):
        compile_network(replace(net.system(), objective=e))


def test_what_the_objective_does_not_depend_on() -> None:
    """Left out, or zero where it is asked for by name."""
    net = Net("N M")
    w, v = var("w_{#}"), var("v_{#}")
    net.parameter(w("i"), ("i", 1, affine("N")))
    net.parameter(v("i"), ("i", 1, affine("M")))
    net.node(E(), total("i", 1, "N", Pow(w("i"), num(2))))
    system = net.system(functions=())
    assert [a.latex for a in compile_network(system).arguments] == ["w"]
    _, grads = compile_network(system, ["v", "w"])(w=np.ones(2), v=np.ones(3))
    assert np.array_equal(grads["v"], np.zeros(3))
    assert np.array_equal(grads["w"], 2 * np.ones(2))


def test_a_copy_of_a_tied_weight_and_an_inner_node() -> None:
    system = NETWORKS["tied_autoencoder_squared_error"]()
    made = compile_network(system, ["w", "w^{(1)}", "w^{(2)}", "net^{(3)}"])
    world = Wider(system, sizes_of(system, 1), 5)
    _, grads = made(arrays(system, made, world))
    whole = grads["w^{(2)}"][:, :-1] + grads["w^{(1)}"][:, :-1].T
    assert np.allclose(grads["w"], whole)
    assert system.objective is not None
    net3 = next(p.variable for p in system.pieces if p.variable.name == "net^{(3)}")
    right = [world.total(system.objective(), (net3, (j + 1,)), {}).real for j in range(len(grads["net^{(3)}"]))]
    assert np.allclose(grads["net^{(3)}"], right)


def test_unknown_names_are_refused() -> None:
    system = NETWORKS["siamese"]()
    with pytest.raises(CompileError, match="no variable q"):
        compile_network(system, ["q"])
    with pytest.raises(CompileError, match="no backend fortran"):
        compile_network(system, backend="fortran")
    with pytest.raises(CompileError, match="left open"):
        compile_hessian_product(tied_autoencoder())

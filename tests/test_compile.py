r"""Compiled gradients: against the small oracle, against automatic differentiation, and as text that people read."""

from __future__ import annotations

import contextlib
import importlib
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from compile_oracle import Wider, arrays, smooth, wrong
from networks import NETWORKS, E, Net, call, tied_autoencoder, var
from random_networks import features, random_network
from small_oracle import sizes_of

from symderiv.affine import affine
from symderiv.compile import (
    BACKENDS,
    Compiled,
    CompileError,
    compile_hessian_product,
    compile_network,
    emit,
    hessian,
    lambdify,
)
from symderiv.compile.load import load
from symderiv.derive import derive
from symderiv.derive.expand import Recursion
from symderiv.domain import Domain, ge, le
from symderiv.errors import DerivationError
from symderiv.expr import Div, Index, Partial, Pow, Sum, add, mul, neg, num, total
from symderiv.step import Route
from symderiv.system import System

MODULES = {"numpy": "numpy", "torch": "torch", "jax": "jax.numpy"}
RAGGED = {"symbolic_depth"}
PLAIN = [name for name in NETWORKS if name not in RAGGED]


def module_of(backend: str) -> Any:
    """The backend's array module; jax counts in double precision here."""
    found = pytest.importorskip(MODULES[backend])
    if backend == "jax":
        pytest.importorskip("jax").config.update("jax_enable_x64", True)
    return found


def functions(system: System, m: Any = np) -> dict[str, Any]:
    return {f.name: smooth(m) for f in system.functions}


def told(backend: str, x: Any) -> Any:
    return importlib.import_module(MODULES[backend]).asarray(x)


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("name", PLAIN)
def test_every_gradient_at_every_entry(name: str, seed: int) -> None:
    system = NETWORKS[name]()
    made = compile_network(system, functions=functions(system))
    assert wrong(system, made, Wider(system, sizes_of(system, seed), seed)) == []


@pytest.mark.parametrize("seed", range(40))
def test_random_networks(seed: int) -> None:
    if "sizes by layer" in features(seed):
        pytest.skip("a size for each layer: arrays of arrays")
    system = random_network(seed)
    if "triangular" in features(seed):
        with contextlib.suppress(CompileError):  # what lives on a triangle may be refused, never computed wrongly
            made = compile_network(system, functions=functions(system))
            assert wrong(system, made, Wider(system, sizes_of(system, seed % 3), seed)) == []
        return
    made = compile_network(system, functions=functions(system))
    assert wrong(system, made, Wider(system, sizes_of(system, seed % 3), seed)) == []


def test_the_oracle_notices_a_wrong_program() -> None:
    """The meta-test: a network compiled with the wrong sign of one term differs."""
    system = NETWORKS["siamese"]()
    pieces = tuple(
        replace(p, body=neg(p.body)) if p.body is not None and p.variable.key == "u_{#}" else p for p in system.pieces
    )
    made = compile_network(replace(system, pieces=pieces), functions=functions(system))
    assert wrong(system, made, Wider(system, sizes_of(system), 0))


@pytest.mark.parametrize("backend", ["torch", "jax"])
@pytest.mark.parametrize("name", PLAIN)
def test_backends_agree(name: str, backend: str) -> None:
    m = module_of(backend)
    system = NETWORKS[name]()
    here = compile_network(system, functions=functions(system))
    there = compile_network(system, backend=backend, functions=functions(system, m))
    given = arrays(system, here, Wider(system, sizes_of(system, 1), 1))
    value, grads = here(given)
    other, found = there({k: m.asarray(x) for k, x in given.items()})
    assert np.allclose(np.asarray(other), value, rtol=1e-12, atol=1e-12)
    for key, g in grads.items():
        assert np.allclose(np.asarray(found[key]), g, rtol=1e-12, atol=1e-12), key


def scalar(system: System, value: Any, given: dict[str, Any]) -> Any:
    """The objective, or the outputs against what was handed over for a generic one."""
    if not system.generic:
        return value
    (slope,) = (x for k, x in given.items() if k.startswith(r"\partial"))
    return (slope * value).sum()


@pytest.mark.parametrize("name", PLAIN)
def test_jax_differentiates_the_forward_pass_to_the_same(name: str) -> None:
    m = module_of("jax")
    jax = pytest.importorskip("jax")
    system = NETWORKS[name]()
    made = compile_network(system, backend="jax", functions=functions(system, m))
    plain = compile_network(system, functions=functions(system))
    given = {k: m.asarray(x) for k, x in arrays(system, plain, Wider(system, sizes_of(system, 1), 2)).items()}
    keys = [k for k, _ in made.program.gradients]

    def value(parameters: dict[str, Any]) -> Any:
        return scalar(system, made({**given, **parameters})[0], given)

    by_jax = jax.grad(value)({k: given[k] for k in keys})
    ours = jax.jit(lambda x: made(x)[1])(given)
    for k in keys:
        assert np.allclose(ours[k], by_jax[k], rtol=1e-10, atol=1e-10), k


@pytest.mark.parametrize("name", [n for n in PLAIN if n != "recurrent"])
def test_torch_differentiates_the_forward_pass_to_the_same(name: str) -> None:
    torch = pytest.importorskip("torch")
    system = NETWORKS[name]()
    made = compile_network(system, backend="torch", functions=functions(system, torch))
    plain = compile_network(system, functions=functions(system))
    given = {k: torch.as_tensor(x) for k, x in arrays(system, plain, Wider(system, sizes_of(system, 1), 3)).items()}
    keys = [k for k, _ in made.program.gradients]
    leaves = {k: given[k].clone().requires_grad_() for k in keys}
    value = scalar(system, made({**given, **leaves})[0], given)
    by_torch = torch.autograd.grad(value, [leaves[k] for k in keys])
    _, ours = made(given)
    for k, g in zip(keys, by_torch, strict=True):
        assert torch.allclose(ours[k], g, rtol=1e-10, atol=1e-10), k


def test_torch_differentiates_a_recurrent_forward_pass_to_the_same() -> None:
    """The emitted steps fill arrays in place, which autograd refuses: here they are written out."""
    torch = pytest.importorskip("torch")
    made = compile_network(NETWORKS["recurrent"](), backend="torch")
    given = {k: x.double() for k, x in made.module.example().items()}
    leaves = {k: given[k].clone().requires_grad_() for k in ("U", "W", "b")}
    h, value = torch.zeros(given["b"].shape, dtype=torch.float64), torch.zeros((), dtype=torch.float64)
    for x, y in zip(given["x"], given["y"], strict=True):
        h = torch.tanh(leaves["W"] @ x + leaves["U"] @ h + leaves["b"])
        value = value + 0.5 * ((h - y) ** 2).sum()
    by_torch = dict(zip(leaves, torch.autograd.grad(value, list(leaves.values())), strict=True))
    told, ours = made(**given)
    assert torch.allclose(told, value, rtol=1e-12)
    assert all(torch.allclose(ours[k], by_torch[k], rtol=1e-10, atol=1e-12) for k in by_torch)


def plane_convolution() -> System:
    """A square kernel over a plane with channels, indices from 0; the plane's gradient is a sum with two windows."""
    net = Net("P Q F C", ge("P", "F"), ge("Q", "F"))
    x, k, y = var("x_{#,#,#}"), var("k_{#,#,#}"), var("y_{#,#}")
    f, p, q = (affine(s) - 1 for s in "FPQ")
    channel = ("c", 1, affine("C"))
    net.parameter(x("i", "j", "c"), ("i", 0, p), ("j", 0, q), channel)
    net.parameter(k("a", "b", "c"), ("a", 0, f), ("b", 0, f), channel)
    taps = mul(x(affine("i") + "a", affine("j") + "b", "c"), k("a", "b", "c"))
    inside = ("i", 0, p - f), ("j", 0, q - f)
    net.node(y("i", "j"), total("a", 0, f, total("b", 0, f, total("c", 1, "C", taps))), *inside)
    net.node(E(), total("i", 0, p - f, total("j", 0, q - f, call("tanh", y("i", "j")))))
    return net.system(functions=())


@pytest.mark.parametrize("sizes", [(4, 3, 2, 2), (5, 4, 3, 1), (2, 2, 2, 3), (3, 1, 1, 2)])
def test_windows_along_two_axes(sizes: tuple[int, int, int, int]) -> None:
    system = plane_convolution()
    made = compile_network(system)
    assert "where" not in made.source[made.source.index("def value_and_grad") :]
    assert wrong(system, made, Wider(system, dict(zip("PQFC", sizes, strict=True)), 6)) == []


@pytest.mark.parametrize("backend", sorted(BACKENDS))
def test_windows_along_two_axes_in_every_backend(backend: str) -> None:
    module_of(backend)
    assert load(emit(plane_convolution(), backend=backend)).check_gradient() < 1e-6


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


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.complex64, np.complex128])
@pytest.mark.parametrize("name", PLAIN)
def test_no_silent_upcast(name: str, dtype: Any) -> None:
    system = NETWORKS[name]()
    tanh = (np.tanh, lambda x: 1 - np.tanh(x) ** 2)
    made = compile_network(system, functions=dict.fromkeys([f.name for f in system.functions], tanh))
    value, grads = made(**{k: np.asarray(x, dtype) for k, x in made.module.example().items()})
    assert {np.asarray(x).dtype for x in (value, *grads.values())} == {np.dtype(dtype)}


@pytest.mark.parametrize("backend", sorted(BACKENDS))
def test_softmax_of_large_scores(backend: str) -> None:
    """Scores of a thousand: the cross-entropy is a difference of scores, the gradient output minus target."""
    m = module_of(backend)
    made = compile_network(NETWORKS["softmax_cross_entropy"](), backend=backend)
    eye, b = m.asarray(np.eye(3)), m.asarray(np.array([1000.0, -1000.0, 999.0]))
    value, grads = made(w=eye * 0, b=b, x=m.asarray(np.ones(3)), t=eye[1])
    assert np.allclose(np.asarray(value), 2000 + np.log1p(np.exp(-1)), rtol=1e-14)
    p = 1 / (1 + np.exp(-1.0))
    assert np.allclose(np.asarray(grads["b"]), [p, -1, 1 - p], rtol=1e-12)


@pytest.mark.parametrize("backend", sorted(BACKENDS))
def test_logistic_regression_of_large_scores(backend: str) -> None:
    """Scores of a thousand with the wrong sign: the loss is the score, the gradient output minus target."""
    m = module_of(backend)
    net = Net("N")
    z, y, t = var("z_{#}"), var("y_{#}"), var("t_{#}")
    i = ("i", 1, affine("N"))
    net.parameter(z("i"), i)
    net.data(t("i"), i)
    net.node(y("i"), call("sigma", z("i")), i)
    off = mul(add(num(1), neg(t("i"))), call("log", add(num(1), neg(y("i")))))
    net.node(E(), neg(total("i", 1, "N", add(mul(t("i"), call("log", y("i"))), off))))
    made = compile_network(net.system(functions=()), backend=backend)
    scores, targets = np.array([-1000.0, 1000.0, 0.5]), np.array([1.0, 0.0, 1.0])
    value, grads = made(z=m.asarray(scores), t=m.asarray(targets))
    assert np.allclose(float(value), 2000 + np.log1p(np.exp(-0.5)), rtol=1e-14)
    assert np.allclose(np.asarray(grads["z"]), [-1, 1, 1 / (1 + np.exp(-0.5)) - 1], rtol=1e-12)


def test_saturated_units_are_quiet() -> None:
    """The suite makes warnings errors: none comes from units far in saturation."""
    made = compile_network(NETWORKS["tied_autoencoder_squared_error"]())
    given = {k: 1e4 * x for k, x in made.module.example().items()}
    _, grads = made(**{**given, "theta2": given["theta2"] * 100})
    assert all(np.isfinite(g).all() for g in grads.values())


def test_hessian_against_jax() -> None:
    m, jax = module_of("jax"), pytest.importorskip("jax")
    for name in ("reconstruction_cost", "recurrent", "softmax_cross_entropy", "tied_autoencoder_squared_error"):
        system = NETWORKS[name]()
        made = compile_hessian_product(system)
        value = compile_network(system, backend="jax")
        names = {a.name: a.latex for a in made.arguments}
        given = {names[k]: x for k, x in made.module.example().items()}
        plain = {k: x for k, x in given.items() if not k.startswith(r"\dot")}
        keys = [k for k, _ in made.program.gradients]
        ours = hessian(made, plain)
        second = jax.jit(jax.hessian(lambda p, v=value, g=plain: v({**g, **p})[0]))
        theirs = second({k: m.asarray(plain[k]) for k in keys})
        assert all(np.allclose(ours[a, b], theirs[a][b], rtol=1e-9, atol=1e-11) for a in keys for b in keys), name
        along, product = made(given)
        grads = value({k: m.asarray(x) for k, x in plain.items()})[1]
        dots = {k: given[a.latex] for k, a in zip(keys, [a for a in made.arguments if "dot" in a.latex], strict=True)}
        assert np.allclose(along, sum(np.sum(dots[k] * np.asarray(grads[k])) for k in keys))
        shown = {k: sum(np.tensordot(ours[k, b], dots[b], dots[b].ndim) for b in keys) for k in keys}
        assert all(np.allclose(product[k], shown[k]) for k in keys)


def test_hessian_product_checks_itself() -> None:
    made = compile_hessian_product(NETWORKS["reconstruction_cost"]())
    assert made.module.check_gradient() < 1e-9


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


@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (9, 2, 8, 1), (1, 7, 2, 6), (1, 1, 1, 1)])
def test_the_order_of_a_product_is_chosen_at_the_call(shape: tuple[int, int, int, int]) -> None:
    i, j, k, l = (s.lower() for s in "IJKL")
    net = Net("I J K L")
    a, b, c = var("a_{#,#}"), var("b_{#,#}"), var("c_{#,#}")
    for x, m, n in ((a, i, j), (b, j, k), (c, k, l)):
        net.data(x(m, n), (m, 1, affine(m.upper())), (n, 1, affine(n.upper())))
    chain = total(j, 1, "J", total(k, 1, "K", mul(a(i, j), b(j, k), c(k, l))))
    made = lambdify(chain, net.system(functions=()))
    assert "    if I * K * L + I * J * K <= I * J * L + J * K * L:\n        value = (a @ b) @ c\n" in made.source
    assert "    else:\n        value = a @ (b @ c)\n" in made.source
    rng = np.random.default_rng(1)
    A, B, C = (rng.random(s) for s in pairwise(shape))
    assert np.allclose(made(a=A, b=B, c=C), A @ B @ C)


def _index(name: str) -> Index:
    return Index(affine(name))

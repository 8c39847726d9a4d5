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
from networks import NETWORKS, E, Net, call, var
from random_networks import features, random_network
from small_oracle import sizes_of

from symderiv.affine import affine
from symderiv.compile import (
    BACKENDS,
    CompileError,
    compile_hessian_product,
    compile_network,
    emit,
    hessian,
    lambdify,
)
from symderiv.compile.load import load
from symderiv.domain import ge
from symderiv.expr import add, mul, neg, num, total
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

r"""Compiled gradients of textbook networks: every entry against the small oracle, and in every backend."""

from __future__ import annotations

import tracemalloc
from random import Random
from typing import Any

import numpy as np
import pytest
from compile_oracle import Wider, arrays, smooth, wrong
from compile_pages import PAGES
from test_compile import module_of

from symderiv.affine import Sym
from symderiv.compile import Compiled, compile_hessian_product, compile_network
from symderiv.domain import holds, value
from symderiv.load import load_text
from symderiv.system import System

SYSTEMS: dict[str, System] = {}


def system_of(name: str) -> System:
    """The network of a page, read once."""
    if name not in SYSTEMS:
        SYSTEMS[name] = load_text(PAGES[name])
    return SYSTEMS[name]


def sizes_of(system: System, seed: int) -> dict[str, int]:
    """Small sizes for which the network is stated."""
    random = Random(seed)
    names = sorted(system.sizes, key=lambda s: s.name)
    for n in range(100):
        sizes = {s: random.randint(1, 4 + n // 20) for s in names}
        if holds(system.context, sizes, {}):
            return {s.name: n for s, n in sizes.items()}
    raise AssertionError(f"no sizes for {system.context}")


def functions(system: System, m: Any = np) -> dict[str, Any]:
    return {f.name: smooth(m) for f in system.functions}


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", PAGES)
def test_every_gradient_at_every_entry(name: str, seed: int) -> None:
    system = system_of(name)
    made = compile_network(system, functions=functions(system))
    assert wrong(system, made, Wider(system, sizes_of(system, seed), seed)) == []


@pytest.mark.parametrize("backend", ["torch", "jax"])
@pytest.mark.parametrize("name", PAGES)
def test_backends_agree(name: str, backend: str) -> None:
    m = module_of(backend)
    system = system_of(name)
    here = compile_network(system, functions=functions(system))
    there = compile_network(system, backend=backend, functions=functions(system, m))
    given = arrays(system, here, Wider(system, sizes_of(system, 2), 1))
    told, grads = here(given)
    other, found = there({k: m.asarray(x) for k, x in given.items()})
    assert np.allclose(np.asarray(other), told, rtol=1e-11, atol=1e-11)
    for key, g in grads.items():
        assert np.allclose(np.asarray(found[key]), g, rtol=1e-11, atol=1e-11), key


EMBEDDING = r"""
+++
wrt = ["w_{v,i}", "u_{j,i}"]
data = ["t_{m,j}"]
[ranges]
v = "1..V"
i = "1..I"
+++
$$h_{m,j} = \tanh(\sum_{i=1}^{I} u_{j,i} w_{c_m,i})$$ ( $1 \le m \le M, 1 \le j \le J$ )
$$E = \frac12 \sum_{m=1}^{M} \sum_{j=1}^{J} (h_{m,j} - t_{m,j})^2$$
"""
"""The rows of w are looked up; `c` holds places, counted from 0."""


def embedding(backend: str, m: Any) -> tuple[Compiled, dict[str, Any]]:
    rng = np.random.default_rng(5)
    given = {"w": rng.random((4, 3)), "u": rng.random((2, 3)), "t": rng.random((6, 2))}
    given["c"] = np.array([0, 3, 3, 1, 0, 3])
    return compile_network(load_text(EMBEDDING), backend=backend), {k: m.asarray(x) for k, x in given.items()}


@pytest.mark.parametrize("backend", ["numpy", "torch", "jax"])
def test_looked_up_rows_are_gathered_and_scattered(backend: str) -> None:
    made, given = embedding(backend, module_of(backend))
    assert {a.latex: a.kind for a in made.arguments}["c"] == "lookup"
    told, grads = made(given)
    w, u, t, c = (np.asarray(given[k]) for k in "wutc")
    onehot = np.eye(4)[c]
    h = np.tanh(onehot @ w @ u.T)
    delta = (h - t) * (1 - h * h)
    assert np.allclose(float(told), 0.5 * ((h - t) ** 2).sum(), rtol=1e-12)
    assert np.allclose(np.asarray(grads["w"]), onehot.T @ delta @ u, rtol=1e-10)
    assert np.allclose(np.asarray(grads["u"]), delta.T @ onehot @ w, rtol=1e-10)
    assert made.module.check_gradient() < 1e-6


def test_automatic_differentiation_of_looked_up_rows() -> None:
    torch = pytest.importorskip("torch")
    made, given = embedding("torch", torch)
    leaves = {k: given[k].clone().requires_grad_() for k in ("w", "u")}
    by_torch = torch.autograd.grad(made({**given, **leaves})[0], list(leaves.values()))
    for k, g in zip(leaves, by_torch, strict=True):
        assert torch.allclose(made(given)[1][k], g, rtol=1e-10)


def test_lookups_are_integers() -> None:
    made, given = embedding("numpy", np)
    with pytest.raises(TypeError, match=r"c \(c\) must hold integers: places counted from 0, not float64"):
        made({**given, "c": given["c"] * 1.0})
    with pytest.raises(ValueError, match=r"c \(c\) needs the shape \(M\)"):
        made({**given, "c": given["c"][:2, None]})


LARGE = {"attention": {"T": 64, "A": 32, "M": 32, "C": 32}, "conv2d": {"A": 5, "B": 5, "P": 128, "Q": 128}}


@pytest.mark.parametrize("name", LARGE)
def test_no_window_and_no_product_is_written_out(name: str) -> None:
    """At its peak a few arrays as large as the largest argument are held; a window written out is 25 of them."""
    made = compile_network(system_of(name), functions={"f": (np.tanh, lambda x: 1 - np.tanh(x) ** 2)})
    sizes = {Sym(s): n for s, n in LARGE[name].items()}
    rng = np.random.default_rng(0)
    given = {
        a.storage.name: rng.random([value(c, sizes, {}) for c in a.storage.counts]) for a in made.program.arguments
    }
    made(**given)
    tracemalloc.start()
    made(**given)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    largest = max(x.nbytes for x in given.values()) * (2 if name == "attention" else 1)  # scores are T x T
    assert peak < 12 * largest


def test_quotients_are_summed_as_products() -> None:
    source = compile_network(system_of("attention")).source
    assert "q_bar = delta @ k / A ** 0.5" in source
    assert "[:, :, None]" not in source


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_no_silent_upcast(dtype: Any) -> None:
    """The root of a size, a pooled mean, a mask: none of them makes single precision double."""
    for name in ("attention", "meanpool", "triangular", "kinks", "lenet", "batchnorm"):
        made = compile_network(system_of(name))
        told, grads = made(**{k: np.asarray(x, dtype) for k, x in made.module.example().items()})
        assert {np.asarray(x).dtype for x in (told, *grads.values())} == {np.dtype(dtype)}, name


@pytest.mark.parametrize("name", ["triplet_hinge", "factorisation", "focal", "gaussian_mixture"])
def test_batches_of_one_and_of_none(name: str) -> None:
    made = compile_network(system_of(name))
    given = made.module.example()
    stores = {a.key: a.storage for a in made.program.arguments}
    for count in (1, 0):
        cut = {
            s.name: given[s.name][tuple(slice(count if repr(c) == "N" else None) for c in s.counts)]
            for s in stores.values()
        }
        _, grads = made(**cut)
        assert all(g.shape == cut[stores[k].name].shape for k, g in grads.items())


@pytest.mark.parametrize("name", ["multihead", "conv2d_channels", "pool2d", "lstm", "cosine"])
def test_arrays_in_any_layout(name: str) -> None:
    """Arrays in Fortran order, and parts of larger ones, give the same."""
    made = compile_network(system_of(name))
    given = made.module.example()
    told, grads = made(**given)
    spread = {k: np.repeat(x, 2, axis=-1)[..., ::2] if x.ndim else x for k, x in given.items()}
    for other in ({k: np.asfortranarray(x) for k, x in given.items()}, spread):
        seen, found = made(**other)
        assert np.allclose(seen, told, rtol=1e-13)
        assert all(np.allclose(found[k], grads[k], rtol=1e-11, atol=1e-13) for k in grads)


@pytest.mark.parametrize("name", ["triangular", "lenet", "gru", "cosine", "pool_sum", "embedding"])
def test_second_derivatives(name: str) -> None:
    """The Hessian times a direction is the derivative of the gradient along it."""
    made = compile_hessian_product(load_text(EMBEDDING) if name == "embedding" else system_of(name))
    assert made.module.check_gradient() < 1e-9

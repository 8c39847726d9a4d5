r"""Networks of textbooks that nobody wrote this for, compiled for every backend: against automatic differentiation."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest
from compile_oracle import Wider, wrong
from test_compile import module_of
from test_compile_pages import sizes_of

from symderiv.compile import compile_hessian_product, compile_network, emit
from symderiv.load import load_text

LANGUAGE_MODEL = r"""
+++
wrt = ["e_{v,d}", "U_{i,j}", "W_{i,d}", "R_{v,i}"]
[ranges]
v = "1..V"
d = "1..D"
i = "1..H"
j = "1..H"
t = "1..T"
+++
$$h_{t,i} = \tanh(\sum_{d=1}^{D} W_{i,d} e_{x_t,d} + \sum_{j=1}^{H} U_{i,j} h_{t-1,j}), \quad h_{0,i} = 0$$
$$s_{t,v} = \sum_{i=1}^{H} R_{v,i} h_{t,i}$$
$$L = -\sum_{t=1}^{T} (s_{t,y_t} - \log \sum_{v=1}^{V} e^{s_{t,v}})$$
"""

CONTRASTIVE = r"""
+++
wrt = ["w_{fd}", "\\tau"]
data = ["x_{nd}"]
+++
$$z_{nf} = \sum_{d=1}^{D} w_{fd} x_{nd}$$ ( $1 \le n \le N$, $1 \le f \le F$ )
$$s_{nm} = \frac{1}{\tau} \sum_{f=1}^{F} z_{nf} z_{mf}$$ ( $1 \le n, m \le N$ )
$$L = -\frac{1}{N} \sum_{n=1}^{N} \log \frac{e^{s_{nn}}}{\sum_{m=1}^{N} e^{s_{nm}}}$$
"""

NEARBY_ATTENTION = r"""
+++
data = ["q_{t,a}", "y_{t,a}"]
wrt = ["k_{t,a}", "v_{t,a}"]
+++
$$s_{t,u} = \sum_{a=1}^{A} q_{t,a} k_{t+u-1,a}$$ ( $1 \le t \le T$, $1 \le u \le B$ )
$$p_{t,u} = \frac{e^{s_{t,u}}}{\sum_{l=1}^{B} e^{s_{t,l}}}$$
$$z_{t,a} = \sum_{u=1}^{B} p_{t,u} v_{t+u-1,a}$$
$$E = \frac12 \sum_{t=1}^{T} \sum_{a=1}^{A} (z_{t,a} - y_{t,a})^2$$
"""

POSITIONS = r"""
+++
data = ["x_{t,m}", "y_{t,m}"]
+++
$$q_{h,t,a} = \sum_{m=1}^{M} Q_{h,a,m} x_{t,m}, \quad k_{h,t,a} = \sum_{m=1}^{M} K_{h,a,m} x_{t,m}$$
( $1 \le h \le R$, $1 \le t \le T$, $1 \le a \le A$ )
$$s_{h,t,u} = \frac{1}{\sqrt{A}} \sum_{a=1}^{A} q_{h,t,a} k_{h,u,a} + \rho_{h,t-u+T}$$ ( $1 \le u \le T$ )
$$p_{h,t,u} = \frac{e^{s_{h,t,u}}}{\sum_{l=1}^{T} e^{s_{h,t,l}}}$$
$$z_{t,m} = x_{t,m} + \sum_{h=1}^{R} \sum_{u=1}^{T} p_{h,t,u} x_{u,m}$$
$$L = \frac{1}{2} \sum_{t=1}^{T} \sum_{m=1}^{M} (z_{t,m} - y_{t,m})^2$$
"""

ENLARGED = r"""
+++
wrt = ["k_{a,b}", "x_{i,j}"]
data = ["t_{m,n}"]
+++
$$y_{m,n} = \sum_{i,j} \sum_{a=1}^{3} \sum_{b=1}^{3} k_{a,b} x_{i,j} [m = 2i + a - 2] [n = 2j + b - 2]$$
( $1 \le m \le 2P+1$, $1 \le n \le 2Q+1$, $1 \le i \le P$, $1 \le j \le Q$ )
$$E = \frac12 \sum_{m=1}^{2P+1} \sum_{n=1}^{2Q+1} (y_{m,n} - t_{m,n})^2$$
"""

SKIPPED = r"""
+++
wrt = ["u_1", "u_2", "e_i"]
data = ["t_i"]
+++
$$d_p = e_{2p-1} + e_{2p}$$ ( $1 \le p \le P$ )
$$s_i = e_i + \sum_{p=1}^{P} (u_1 [i = 2p - 1] + u_2 [i = 2p]) d_p$$ ( $1 \le i \le 2P$ )
$$E = \frac12 \sum_{i=1}^{2P} (s_i - t_i)^2$$
"""

GATED = r"""
+++
data = ["x_{n,t,k}", "y_{n,c}"]
+++
$$z_{n,t,i} = \sigma(\sum_{k=1}^{K} W^z_{i,k} x_{n,t,k} + \sum_{j=1}^{H} U^z_{i,j} h_{n,t-1,j} + b^z_i)$$
$$g_{n,t,i} = \tanh(\sum_{k=1}^{K} W^g_{i,k} x_{n,t,k} + \sum_{j=1}^{H} U^g_{i,j} z_{n,t,j} h_{n,t-1,j})$$
$$h_{n,t,i} = (1 - z_{n,t,i}) h_{n,t-1,i} + z_{n,t,i} g_{n,t,i}$$ ( $1 \le t \le T$, $1 \le i \le H$, $1 \le n \le N$ )
$$h_{n,0,i} = 0$$
$$s_{n,c} = \sum_{i=1}^{H} V_{c,i} h_{n,T,i}$$ ( $1 \le c \le C$ )
$$L = -\sum_{n=1}^{N} \sum_{c=1}^{C} y_{n,c} (s_{n,c} - \log \sum_{d=1}^{C} e^{s_{n,d}})$$
"""

WARPING = r"""
+++
objective = "L"
wrt = ["c_{i,j}"]
+++
$$D_{i,j} = c_{i,j} - \log(e^{-D_{i-1,j}} + e^{-D_{i,j-1}} + e^{-D_{i-1,j-1}})$$ ( $1 \le i \le N$, $1 \le j \le M$ )
$$D_{0,0} = 0, \quad D_{i,0} = 100 \ (1 \le i \le N), \quad D_{0,j} = 100 \ (1 \le j \le M)$$
$$L = D_{N,M}$$
"""

CHAIN = r"""
+++
wrt = ["\\phi_{t,k}", "\\psi_{k,l}"]
data = ["y_{t,k}"]
+++
$$\alpha_{t,k} = \phi_{t,k} + \log \sum_{l=1}^{K} e^{\alpha_{t-1,l} + \psi_{l,k}}$$ ( $2 \le t \le T$, $1 \le k \le K$ )
$$\alpha_{1,k} = \phi_{1,k}$$
$$L = \log \sum_{k=1}^{K} e^{\alpha_{T,k}} - \sum_{t=1}^{T} \sum_{k=1}^{K} y_{t,k} \phi_{t,k}$$
"""

IMAGES = r"""
+++
wrt = ["k_{o,c,a,b}", "x_{n,c,i,j}"]
data = ["t_{n,o,i,j}"]
+++
$$y_{n,o,i,j} = \sum_{c=1}^{C} \sum_{a=1}^{A} \sum_{b=1}^{B} k_{o,c,a,b} x_{n,c,2i+a-2,j+b-1}$$
( $1 \le n \le N$, $1 \le o \le O$, $1 \le i \le P$, $1 \le j \le Q$ )
$$E = \frac12 \sum_{n,o,i,j} (y_{n,o,i,j} - t_{n,o,i,j})^2$$
"""

PAGES = {
    "language_model": LANGUAGE_MODEL,
    "contrastive": CONTRASTIVE,
    "nearby_attention": NEARBY_ATTENTION,
    "positions": POSITIONS,
    "enlarged": ENLARGED,
    "skipped": SKIPPED,
    "gated": GATED,
    "warping": WARPING,
    "chain": CHAIN,
    "images": IMAGES,
}


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", [n for n in PAGES if n != "language_model"])
def test_every_gradient_at_every_entry(name: str, seed: int) -> None:
    system = load_text(PAGES[name])
    assert wrong(system, compile_network(system), Wider(system, sizes_of(system, seed), seed)) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_backend_and_automatic_differentiation(name: str) -> None:
    system = load_text(PAGES[name])
    made = compile_network(system)
    given = made.module.example()
    told, grads = made(**given)
    names = {a.latex: a.name for a in made.arguments}
    for backend in ("jax", "torch"):
        m = module_of(backend)
        value, found = compile_network(system, backend=backend)(**{k: m.asarray(x) for k, x in given.items()})
        assert np.isclose(float(value), told, rtol=1e-12)
        for key, g in grads.items():
            assert np.allclose(np.asarray(found[key]), g, rtol=1e-10, atol=1e-12), (backend, key)
    jax = pytest.importorskip("jax")
    there = compile_network(system, backend="jax")
    fixed = {k: jax.numpy.asarray(x) for k, x in given.items()}
    by_jax = jax.grad(lambda some: there(**{**fixed, **some})[0])({names[k]: fixed[names[k]] for k in grads})
    for key, g in grads.items():
        assert np.allclose(by_jax[names[key]], g, rtol=1e-10, atol=1e-12), key


def test_a_language_model_by_hand() -> None:
    """The forward pass in a loop over Python numbers: the tokens are looked up, and so is the score of the next one."""
    made = compile_network(load_text(LANGUAGE_MODEL))
    rng = np.random.default_rng(3)
    e, W, U, R = (rng.standard_normal(s) for s in ((5, 2), (3, 2), (3, 3), (5, 3)))
    x, y = np.array([4, 0, 0, 2]), np.array([1, 1, 3, 0])

    def value(e: Any, W: Any, U: Any, R: Any) -> float:
        h, found = np.zeros(3), 0.0
        for a, b in zip(x, y, strict=True):
            h = np.tanh(W @ e[a] + U @ h)
            s = R @ h
            found -= s[b] - np.log(np.exp(s).sum())
        return float(found)

    told, grads = made(e=e, W=W, U=U, R=R, x=x, y=y)
    assert np.isclose(told, value(e, W, U, R), rtol=1e-13)
    for n, key in enumerate("eWUR"):
        four = [e, W, U, R]
        for place in np.ndindex(four[n].shape):
            step = np.zeros(four[n].shape)
            step[place] = 1e-6
            up = value(*(z + step if m == n else z for m, z in enumerate(four)))
            down = value(*(z - step if m == n else z for m, z in enumerate(four)))
            assert abs(grads[key][place] - (up - down) / 2e-6) < 1e-7


def test_what_steps_share_is_computed_ahead_of_them() -> None:
    source = emit(load_text(GATED))
    assert "z_ahead = np.tensordot(x, W_z.T, 1) + b_z" in source
    assert "z[:, t - 1] = 1 / (1 + np.exp(-(z_ahead[:, t - 1] + h[:, t - 1] @ U_z.T)))" in source
    assert "h_bar = s_bar @ R" in emit(load_text(LANGUAGE_MODEL))


def test_what_definitions_share_is_computed_once() -> None:
    source = emit(load_text(CONTRASTIVE))
    assert "s_bar = exp_s / total_exp_s[:, None] / N" in source
    assert "s_bar[np.arange(N), np.arange(N)] += -1 / N" in source
    assert "where" not in source


def test_conditions_become_slices() -> None:
    source = emit(load_text(SKIPPED))
    assert "d_bar = u1 * s_bar[:2 * P - 1:2] + u2 * s_bar[1::2]" in source
    assert "u1_bar = s_bar[:2 * P - 1:2] @ d" in source
    assert "==" not in source.split("complain((")[1].split("return E")[0]


def test_an_enlarged_image_is_spread_not_masked() -> None:
    """A mask of all pairs of pixels would be thousands of times as large as the image."""
    made = compile_network(load_text(ENLARGED))
    rng = np.random.default_rng(0)
    given = {"k": rng.random((3, 3)), "x": rng.random((40, 40)), "t": rng.random((81, 81))}
    made(**given)
    tracemalloc.start()
    made(**given)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * given["t"].nbytes


def test_no_line_is_long() -> None:
    for name, page in PAGES.items():
        for backend in ("numpy", "jax", "torch"):
            lines = emit(load_text(page), backend=backend).split("def example")[0].splitlines()
            assert max(map(len, lines)) <= 120, (name, backend, max(lines, key=len))


def test_images_are_convolved_by_the_backend() -> None:
    torch, jax = emit(load_text(IMAGES), backend="torch"), emit(load_text(IMAGES), backend="jax")
    assert "torch.nn.functional.conv2d(x, k, stride=(2, 1)) - t" in torch
    assert 'lax.conv_general_dilated(x, k, (2, 1), "VALID") - t' in jax
    assert "windows" not in torch
    assert "windows" not in jax


@pytest.mark.parametrize("name", ["contrastive", "nearby_attention", "chain"])
def test_second_derivatives_against_jax(name: str) -> None:
    module_of("jax")
    jax = pytest.importorskip("jax")
    made, there = (
        compile_hessian_product(load_text(PAGES[name])),
        compile_network(load_text(PAGES[name]), backend="jax"),
    )
    given = {k: jax.numpy.asarray(x) for k, x in made.module.example().items()}
    names = {a.latex: a.name for a in made.arguments}
    asked = [names[key] for key, _ in made.program.gradients]
    dots = [a.name for a in made.arguments if a.latex.startswith(r"\dot")]
    fixed = {a.name: given[a.name] for a in there.arguments}
    at, along = {n: given[n] for n in asked}, {n: given[d] for n, d in zip(asked, dots, strict=True)}
    product = jax.jvp(jax.grad(lambda some: there(**{**fixed, **some})[0]), (at,), (along,))[1]
    _, ours = made(**made.module.example())
    for key, g in ours.items():
        assert np.allclose(product[names[key]], g, rtol=1e-9, atol=1e-11), key

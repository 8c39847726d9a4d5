r"""Compiled values and gradients where exponentials overflow, against the same formulas in 400 digits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from mpmath import exp, log, mp, mpf
from test_compile import module_of

from symderiv.compile import BACKENDS, Compiled, compile_network
from symderiv.load import load_text

mp.dps = 400

CAUSAL = r"""
+++
wrt = ["s_{t,u}", "v_u"]
data = ["y_t"]
+++
$$z_t = \frac{\sum_{u=1}^{t} e^{s_{t,u}} v_u}{\sum_{u=1}^{t} e^{s_{t,u}}} \quad (1 \le t \le T)$$
$$E = \sum_{t=1}^{T} z_t y_t$$
"""

MIXTURE = r"""
+++
wrt = ["\\pi_k", "\\mu_k", "\\tau"]
data = ["x_n"]
+++
$$L = -\sum_{n=1}^{N} \log \left(\sum_{k=1}^{K} \pi_k \exp\left(-\frac{\tau (x_n - \mu_k)^2}{2}\right)\right)$$
"""

CONTRASTIVE = r"""
+++
wrt = ["s_{nm}"]
+++
$$L = -\sum_{n=1}^{N} \log \frac{e^{s_{nn}}}{\sum_{m=1}^{N} e^{s_{nm}}}$$
"""

WRITTEN_OUT = r"""
+++
wrt = ["z_n"]
data = ["t_n"]
+++
$$p_n = \frac{1}{1 + e^{-z_n}}$$ ( $1 \le n \le N$ )
$$L = -\sum_{n=1}^{N} \left( t_n \log p_n + (1 - t_n) \log (1 - p_n) \right)$$
"""

POSITIVE = r"""
+++
wrt = ["s_n", "r_{n,m}"]
+++
$$L = \sum_{n=1}^{N} \log \left(1 + e^{s_n} + \sum_{m=1}^{M} e^{r_{n,m}}\right)$$
"""

TANGENT = r"""
+++
wrt = ["z_n"]
data = ["t_n"]
+++
$$h_n = \frac{e^{z_n} - e^{-z_n}}{e^{z_n} + e^{-z_n}}, \quad E = \sum_{n=1}^{N} t_n h_n$$
"""


def causal(a: Any) -> Any:
    rows = range(len(a["y"]))
    return sum(
        a["y"][t]
        * sum(exp(a["s"][t, u]) * a["v"][u] for u in range(t + 1))
        / sum(exp(a["s"][t, u]) for u in range(t + 1))
        for t in rows
    )


def mixture(a: Any) -> Any:
    ks = range(len(a["pi"]))
    return -sum(log(sum(a["pi"][k] * exp(-a["tau"][()] * (x - a["mu"][k]) ** 2 / 2) for k in ks)) for x in a["x"])


def contrastive(a: Any) -> Any:
    s, ns = a["s"], range(len(a["s"]))
    return -sum(s[n, n] - log(sum(exp(s[n, m]) for m in ns)) for n in ns)


def written_out(a: Any) -> Any:
    return sum(t * log(1 + exp(-z)) + (1 - t) * log(1 + exp(z)) for z, t in zip(a["z"], a["t"], strict=True))


def positive(a: Any) -> Any:
    return sum(log(1 + exp(s) + sum(exp(r) for r in row)) for s, row in zip(a["s"], a["r"], strict=True))


def tangent(a: Any) -> Any:
    return sum(t * (exp(2 * z) - 1) / (exp(2 * z) + 1) for z, t in zip(a["z"], a["t"], strict=True))


rng = np.random.default_rng(0)
scores = np.array([[1000.0, 2000.0, -5.0], [-1000.0, 1000.0, 3000.0], [-1000.0, -1001.0, -1000.5]])
CASES = {
    "causal": (CAUSAL, causal, {"s": scores, "v": rng.random(3), "y": rng.random(3)}),
    "mixture": (
        MIXTURE,
        mixture,
        {
            "pi": np.array([0.2, 0.8]),
            "mu": np.array([0.0, 1.0]),
            "tau": np.array(1.0),
            "x": np.array([60.0, -70.0, 0.3]),
        },
    ),
    "contrastive": (CONTRASTIVE, contrastive, {"s": scores}),
    "written_out": (
        WRITTEN_OUT,
        written_out,
        {"z": np.array([-1000.0, 1000.0, 0.5]), "t": np.array([1.0, 0.0, 1.0])},
    ),
    "positive": (POSITIVE, positive, {"s": np.array([1000.0, -1000.0, 2.0]), "r": scores}),
    "tangent": (TANGENT, tangent, {"z": np.array([1000.0, -1000.0, 0.3]), "t": rng.random(3)}),
}


def wider(given: dict[str, Any]) -> dict[str, Any]:
    """The same numbers in 400 digits."""
    return {k: np.vectorize(mpf, otypes=[object])(x) for k, x in given.items()}


def difference(of: Any, given: dict[str, Any], name: str, place: tuple[int, ...]) -> float:
    """The derivative by one entry, from a difference that loses no digit which a float has."""
    step, found = mpf(10) ** -100, []
    for sign in (1, -1):
        nudged = wider(given)
        nudged[name][place] += sign * step
        found.append(of(nudged))
    return float((found[0] - found[1]) / (2 * step))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("backend", sorted(BACKENDS))
@pytest.mark.parametrize("name", CASES)
def test_against_400_digits(name: str, backend: str) -> None:
    m = module_of(backend)
    page, of, given = CASES[name]
    made: Compiled = compile_network(load_text(page), backend=backend)
    value, grads = made(**{k: m.asarray(x) for k, x in given.items()})
    assert np.isclose(float(value), float(of(wider(given))), rtol=1e-13)
    names = {a.latex: a.name for a in made.arguments}
    for key, g in grads.items():
        right = np.array([difference(of, given, names[key], p) for p in np.ndindex(given[names[key]].shape)])
        if name == "causal" and key == "s":
            right = np.tril(right.reshape(3, 3)).ravel()
        assert np.allclose(np.asarray(g).ravel(), right, rtol=1e-12, atol=1e-300), key


@pytest.mark.parametrize("backend", sorted(BACKENDS))
@pytest.mark.parametrize("page", [CAUSAL, MIXTURE, CONTRASTIVE])
def test_complex_arrays_on_every_backend(backend: str, page: str) -> None:
    """An imaginary step gives the derivative along a direction, so complex numbers must pass through everything."""
    m, system = module_of(backend), load_text(page)
    made = compile_network(system, backend=backend)
    plain = {k: np.asarray(x) for k, x in compile_network(system).module.example().items()}
    direction = {k: np.random.default_rng(7).normal(size=x.shape) for k, x in plain.items()}
    wrt = {a.name: a.latex for a in made.arguments if a.latex in made(**{k: m.asarray(x) for k, x in plain.items()})[1]}
    nudged = {k: x + 1e-30j * direction[k] * (k in wrt) for k, x in plain.items()}
    value, _ = made(**{k: m.asarray(x.astype(complex)) for k, x in nudged.items()})
    _, grads = made(**{k: m.asarray(x) for k, x in plain.items()})
    told = sum(float((np.asarray(grads[latex]) * direction[k]).sum()) for k, latex in wrt.items())
    assert wrt
    assert np.isclose(float(np.asarray(value).imag) / 1e-30, told, rtol=1e-12)

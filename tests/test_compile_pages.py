r"""Compiled gradients of textbook networks: every entry against the small oracle, and in every backend."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest
from compile_oracle import Wider, arrays, smooth, wrong
from compile_pages import PAGES
from test_compile import module_of

from symderiv.compile import compile_network
from symderiv.domain import holds
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
    value, grads = here(given)
    other, found = there({k: m.asarray(x) for k, x in given.items()})
    assert np.allclose(np.asarray(other), value, rtol=1e-11, atol=1e-11)
    for key, g in grads.items():
        assert np.allclose(np.asarray(found[key]), g, rtol=1e-11, atol=1e-11), key

"""Adjoint networks against complex step at small sizes, and against what a person writes."""

from __future__ import annotations

import pytest
from networks import NETWORKS
from small_oracle import World, close, sizes_of

from symderiv.adjoint import adjoints
from symderiv.domain import value
from symderiv.expr import Var


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", NETWORKS)
def test_every_adjoint_is_the_total_derivative(name: str, seed: int) -> None:
    system = NETWORKS[name]()
    found = adjoints(system)
    sizes = sizes_of(system, seed)
    world = World(found.system, sizes, seed)
    assert system.objective is not None
    checked = 0
    for variable, gradients in found.gradients.items():
        for gradient in gradients:
            for env in world.points(gradient.piece):
                here = {**world.sizes, **env}
                point = tuple(value(i, here, world.functions) for i in gradient.piece.indices)
                right = world.total(Var(system.objective), (variable, point), {})
                assert close(world.entry(found.of[variable], point), right), (name, variable.key, point)
                checked += 1
    assert checked > 3

"""Dependency questions on networks, against paths enumerated one by one."""

from __future__ import annotations

import pytest
from networks import NETWORKS, E, net2, net3, o1, o2, o3, w

from symderiv.domain.constraint import Context
from symderiv.expr import Variable
from symderiv.network.graph import (
    dependencies,
    dependents,
    depends,
    downstream,
    knowledge,
    recurrences,
    stages,
    uncovered,
    upstream,
    users,
)
from symderiv.system import System


def tied() -> System:
    return NETWORKS["tied_autoencoder"]()


def test_users_are_seen_through_ties() -> None:
    system = tied()
    assert users(system, w) == (net3, net2)
    assert uncovered(system, users(system, w)) == (net3,)
    assert users(system, o1) == (net2,)


def test_a_generic_objective_depends_on_the_last_nodes() -> None:
    system = tied()
    assert dependencies(system)[E] == (o3,)
    assert dependents(system)[o3] == (E,)
    assert depends(system, E, w)
    assert not depends(system, net2, net3)
    assert o2 in upstream(system, net3)


def test_recurrences_reach_themselves() -> None:
    system = NETWORKS["recurrent"]()
    (group,) = recurrences(system)
    assert {v.name for v in group} == {"a", "h"}
    for v in group:
        assert v in downstream(system, v)
    assert recurrences(tied()) == ()


def test_siamese_branches_are_both_uncovered() -> None:
    system = NETWORKS["siamese"]()
    assert len(uncovered(system, users(system, w))) == 2


def paths(system: System, start: Variable, end: Variable) -> bool:
    """Is there a path, found by growing all simple paths?"""
    graph = dependencies(system)
    grown = [(start,)]
    while grown:
        path = grown.pop()
        for n in graph.get(path[-1], ()):
            if n == end:
                return True
            if n not in path:
                grown.append((*path, n))
    return False


@pytest.mark.parametrize("name", ["tied_autoencoder", "recurrent", "symbolic_depth", "siamese", "weight_decay"])
def test_reachability_is_that_of_all_paths(name: str) -> None:
    system = NETWORKS[name]()
    everything = list(dependencies(system))
    for a in everything:
        assert upstream(system, a) == {b for b in everything if paths(system, a, b)}


@pytest.mark.parametrize("name", list(NETWORKS))
def test_stages_can_be_computed_in_order(name: str) -> None:
    system = NETWORKS[name]()
    done: set[Variable] = set()
    for stage in stages(system):
        for v in stage:
            assert set(dependencies(system).get(v, ())) <= done | set(stage)
        done |= set(stage)
    assert knowledge(system) == Context(system.context, system.size_functions)

"""Random domains against isl, and against brute force where there are terms; and proof that this catches mistakes.

The checks are functions of a seed that return the disagreements they found, so that the last tests can break the engine
on purpose (real shadow taken for the truth, no splinters, congruence of functions forgotten ...) and see them found.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from domain_oracles import (
    NAMES,
    boxed,
    brute,
    exists_table,
    isl_text,
    random_domain,
    random_term_domain,
)

from symderiv.affine import IntFn, Sym, affine
from symderiv.domain import (
    TRUE,
    Constraint,
    Context,
    Domain,
    bounds,
    cells,
    count,
    eliminate,
    emptiness,
    ge,
    gist,
    implies,
    is_empty,
    le,
    omega,
    points,
    project,
    shadow,
    simplify,
    subset,
    subtract,
    value,
    widen,
)
from symderiv.errors import DomainTooHard

Check = Callable[[int, int], list[object]]


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Nothing is remembered from one test to the next: some break the engine on purpose."""
    yield
    _clear()


def _clear() -> None:
    for remembered in (emptiness._consistent, emptiness._satisfiable, gist._simplify):
        remembered.cache_clear()


def hard_domain(rng: random.Random, names: tuple[str, ...]) -> Domain:
    """Large coefficients in a small box, where shadows are inexact."""
    made = []
    for _ in range(rng.randint(3, 6)):
        form = affine(rng.randint(-30, 30))
        for name in names:
            form = form + rng.randint(-9, 9) * affine(name)
        rel = rng.choices(("==", ">=", "!=", "mod"), (1, 10, 3, 1))[0]
        made.append(Constraint(rel, form, rng.randint(2, 7)))
    box = boxed(names, -rng.randint(0, 4), rng.randint(0, 4)) if rng.random() < 0.7 else TRUE
    return Domain(tuple(made)) & box


def narrow_domain(rng: random.Random, names: tuple[str, ...]) -> Domain:
    """As many thin strips as letters: there are rational points, integer ones perhaps."""
    made = []
    for _ in names:
        form = affine(rng.randint(-20, 20))
        for name in names:
            form = form + rng.choice([-1, 1]) * rng.randint(2, 13 if len(names) < 3 else 5) * affine(name)
        made += [Constraint(">=", form), Constraint(">=", rng.randint(3, 16) - form)]
    return Domain(tuple(made))


_KINDS: tuple[Callable[[random.Random, tuple[str, ...]], Domain], ...] = (
    lambda rng, names: random_domain(rng, names, rng.choice([3, 5, 7]), rng.choice([1, 2, 9])),
    hard_domain,
    narrow_domain,
)


def check_emptiness(seed: int, number: int) -> list[object]:
    """Emptiness against isl, on ordinary, hard and narrow domains."""
    isl: Any = pytest.importorskip("islpy")
    rng = random.Random(seed)
    wrong: list[object] = []
    hard = 0
    for n in range(number):
        names = NAMES[: rng.randint(1, 4)]
        d = _KINDS[n % 3](rng, names[:3] if n % 3 == 2 else names)
        try:
            mine = is_empty(d)
        except DomainTooHard:
            hard += 1
            continue
        if mine != isl.Set(isl_text([d], names)).is_empty():
            wrong.append(d)
    assert hard <= number // 500
    return wrong


def check_sets(seed: int, number: int) -> list[object]:
    """Subset, difference, gist and widening against isl."""
    isl: Any = pytest.importorskip("islpy")
    rng = random.Random(seed)
    wrong: list[object] = []
    for _ in range(number):
        names = NAMES[: rng.randint(1, 4)]
        d, e, f = (random_domain(rng, names, size, rng.choice([1, 2, 5])) for size in (6, 3, 2))
        as_sets = [isl.Set(isl_text([x], names)) for x in (d, e, f)]
        ours, others = as_sets[0], as_sets[1].union(as_sets[2])
        if is_empty(d, e) != ours.is_disjoint(as_sets[1]):
            wrong.append(("context", d, e))
        if subset(d, [e, f]) != ours.is_subset(others):
            wrong.append(("subset", d, e, f))
        pieces = subtract(d, e)
        if not isl.Set(isl_text(pieces, names)).is_equal(ours.subtract(as_sets[1])):
            wrong.append(("subtract", d, e))
        if any(not is_empty(p & q) for n, p in enumerate(pieces) for q in pieces[:n]):
            wrong.append(("subtract overlaps", d, e))
        said = simplify(d, e)
        if not isl.Set(isl_text([said], names)).intersect(as_sets[1]).is_equal(ours.intersect(as_sets[1])):
            wrong.append(("simplify", d, e, said))
        for c in said.constraints if not said.is_false else ():
            if implies(Domain(tuple(x for x in said.constraints if x != c)), c, e):
                wrong.append(("said in vain", d, e, said, c))
        if not ours.union(as_sets[1]).is_subset(isl.Set(isl_text([widen(d, e)], names))):
            wrong.append(("widen", d, e))
    return wrong


def check_projection(seed: int, number: int) -> list[object]:
    """Exact projection and its over-approximation against isl; at least a third must be representable."""
    isl: Any = pytest.importorskip("islpy")
    rng = random.Random(seed)
    wrong: list[object] = []
    exact = 0
    for _ in range(number):
        names = NAMES[: rng.randint(2, 4)]
        d = random_domain(rng, names, 5, rng.choice([1, 2, 4]))
        context = random_domain(rng, names, 2, 1) if rng.random() < 0.5 else TRUE
        sym, rest = Sym(names[0]), names[1:]
        truth = isl.Set(isl_text([d & context], names)).project_out(isl.dim_type.set, 0, 1)
        found = eliminate(d, sym, context)
        if found is not None:
            exact += 1
            if not isl.Set(isl_text([found & context.without(sym)], rest)).is_equal(truth):
                wrong.append(("eliminate", d, sym, context, found))
        loose = shadow(d & context, sym)
        if sym in loose.letters() or not truth.is_subset(isl.Set(isl_text([loose], rest))):
            wrong.append(("shadow", d & context, loose))
    assert exact > number // 3
    return wrong


def check_cells(seed: int, number: int) -> list[object]:
    """Cells partition the union; bounds say what the domain says; counts count."""
    isl: Any = pytest.importorskip("islpy")
    rng = random.Random(seed)
    wrong: list[object] = []
    counted = 0
    for _ in range(number):
        names = NAMES[: rng.randint(1, 3)]
        domains = [random_domain(rng, names, 3, 2, 4) for _ in range(rng.randint(1, 4))]
        context = random_domain(rng, names, 2, 1, 4) if rng.random() < 0.5 else TRUE
        known = isl.Set(isl_text([context], names))
        sets = [isl.Set(isl_text([d], names)) for d in domains]
        union = isl.Set(isl_text([], names))
        for cell, inside in cells(domains, context):
            part = isl.Set(isl_text([cell], names)).intersect(known)
            placed = all(part.is_subset(s) if n in inside else part.is_disjoint(s) for n, s in enumerate(sets))
            if part.is_empty() or not part.is_disjoint(union) or not placed:
                wrong.append(("cell", domains, context, cell))
            union = union.union(part)
        if not union.is_equal(isl.Set(isl_text(domains, names)).intersect(known)):
            wrong.append(("cells", domains, context))
        sym = Sym(names[0])
        b = bounds(domains[0], sym, context)
        back = b.rest & Domain(tuple([ge(sym, x) for x in b.lowers] + [le(sym, x) for x in b.uppers]))
        if not isl.Set(isl_text([back], names)).intersect(known).is_equal(sets[0].intersect(known)):
            wrong.append(("bounds", domains[0], context, b))
        counted += _check_count(domains[0], sym, context.without(sym), names[1:], wrong)
    assert counted > number // 4
    return wrong


def _check_count(d: Domain, sym: Sym, context: Domain, others: tuple[str, ...], wrong: list[object]) -> int:
    number = count(d, sym, context)
    if number is None:
        return 0
    given = bounds(d, sym, context).rest.without(sym) & context
    tried = brute(given, others, -3, 5)[:40]
    wrong += [("count", d, context, p) for p in tried if len(list(points(d, [sym], p))) != value(number, p)]
    return len(tried)


def check_terms(seed: int, number: int) -> list[object]:
    """Emptiness with terms against all letters and all tables of function values in a box."""
    rng = random.Random(seed)
    wrong: list[object] = []
    for _ in range(number):
        names = NAMES[: rng.randint(1, 2)]
        low, high = rng.choice([(0, 1), (0, 2), (-1, 1), (1, 2)])
        d = random_term_domain(rng, names, low, high)
        if is_empty(d) == exists_table(d, names, low, high, range(low, high + 1)):
            wrong.append(d)
    return wrong


def check_open_terms(seed: int, number: int) -> list[object]:
    """The same with functions that nothing bounds from above, one of them a size by the context."""
    rng = random.Random(seed)
    wrong: list[object] = []
    for _ in range(number):
        names = NAMES[: rng.randint(1, 2)]
        low, high = rng.choice([(0, 1), (1, 2)])
        arguments = [affine(rng.choice(names)) * rng.choice([1, 1, -1]) + rng.randint(-1, 1) for _ in range(2)]
        atoms = [*map(affine, names), *[affine(IntFn(rng.choice("ddc"), (x,))) for x in arguments * 2]]
        made = []
        for _ in range(rng.randint(1, 3)):
            form = affine(rng.randint(-2, 2))
            for atom in rng.sample(atoms, rng.randint(1, 3)):
                form = form + rng.choice([1, -1, 1, -1, 2]) * atom
            made.append(Constraint(rng.choices(("==", ">=", "!="), (1, 5, 2))[0], form))
        d, box = Domain(tuple(made)), boxed(names, low, high)
        applied = {a for c in d.constraints for a in c.form.atoms() if isinstance(a, IntFn) and a.name == "d"}
        whole = d & box & Domain(tuple(ge(a, 1) for a in applied))
        mine = is_empty(d, Context(box, frozenset({"d"})))
        truth = not exists_table(whole, names, low, high, range(-3, 6))
        if truth and not mine:
            truth = not exists_table(whole, names, low, high, range(-14, 16))
        if mine != truth:
            wrong.append((d, box))
    return wrong


CHECKS: dict[str, tuple[Check, int]] = {
    "emptiness": (check_emptiness, 1500),
    "sets": (check_sets, 600),
    "projection": (check_projection, 1000),
    "cells": (check_cells, 200),
    "terms": (check_terms, 700),
    "open terms": (check_open_terms, 300),
}


@pytest.mark.parametrize("name", CHECKS)
def test_agrees_with_the_oracle(name: str) -> None:
    check, number = CHECKS[name]
    assert check(2024, number) == []


def _real_shadow_only(rows: omega.Rows, k: int, budget: omega.Budget) -> bool:
    return omega._shadow_feasible(rows, k, 0, budget)


def _dark_shadow_only(rows: omega.Rows, k: int, budget: omega.Budget) -> bool:
    return omega._shadow_feasible(rows, k, 1, budget)


def _always(*_: object) -> bool:
    return True


BREAKS: dict[str, tuple[object, str, object, str]] = {
    "real shadow only": (omega, "_inexact", _real_shadow_only, "emptiness"),
    "dark shadow only": (omega, "_inexact", _dark_shadow_only, "emptiness"),
    "disequalities forgotten": (omega, "_split", _always, "emptiness"),
    "congruence forgotten": (emptiness, "_active_groups", lambda *_: [], "terms"),
    "congruence forgotten, open": (emptiness, "_active_groups", lambda *_: [], "open terms"),
    "context forgotten": (emptiness, "_connected", lambda *_: (), "sets"),
    "nothing dropped": (gist._Grip, "alone", _always, "sets"),
    "shadow taken for exact": (project, "subset", _always, "projection"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_mistakes_are_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, attribute, instead, check = BREAKS[name]
    _clear()
    monkeypatch.setattr(where, attribute, instead)
    run, number = CHECKS[check]
    assert run(2024, number)

r"""Which letters of a claim may meet: be the same number for one entry, one condition or one range.

The `n` of examples and the `h` of rows run over different sizes and number different places of arrays, so that no size
need be as large as there are letters of both kinds. What may meet is found from the whole network: letters of one
affine form or one condition, a letter and the ends of its sum, letters at one place of a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from ..affine import Affine, Sym
from ..digraph import components
from ..domain import Domain
from ..expr import Expr, Sum, Var, own_forms, walk
from ..system import System

Member: TypeAlias = "Sym | tuple[object, object]"
"""A size, a letter with where it stands, or a name with one of its places."""
Group: TypeAlias = "tuple[Member, ...]"
"""What is of one kind."""
CLAIM = ""
"""Stands for the claim among the numbers of definitions."""


def kinds(system: System, members: Iterable[Expr], full: Domain) -> dict[Sym, int] | None:
    r"""The number of its kind for each letter of a claim; None where nothing can be told.

    >>> from symderiv.api import read_network
    >>> page = r"$$ E = \sum_{n=1}^N \sum_{i=1}^I w_i x_{ni} $$"
    >>> system = read_network(page).system
    >>> body = next(p.body for p in system.pieces if p.body is not None)
    >>> found = kinds(system, [body], Domain(()))
    >>> found[Sym("n")] == found[Sym("N")], found[Sym("i")] == found[Sym("n")]
    (True, False)
    """
    network = _groups_of(system)
    if network is None:
        return None
    claimed = list(_of_domain(CLAIM, full, system))
    for e in members:
        claimed += _of_formula(CLAIM, e, system)
    found: dict[Sym, int] = {}
    for n, kind in enumerate(_joined([*network, *claimed])):
        letters = (x if isinstance(x, Sym) else x[1] for x in kind if isinstance(x, Sym) or x[0] == CLAIM)
        found |= {s: n for s in letters if isinstance(s, Sym)}
    return found


@lru_cache(maxsize=16)
def _groups_of(system: System) -> tuple[Group, ...] | None:
    """The kinds of a network; None where places are other numbers than letters say."""
    if system.inverses or system.lookups or system.size_functions:
        return None
    found = [*_of_domain(CLAIM, system.context, system)]
    found += [tuple(c.letters()) for c in system.mentioned]
    for number, piece in enumerate((*system.pieces, *system.outputs)):
        where = str(number)
        found += _of_domain(where, piece.domain, system)
        found += _of_entry(where, piece.lhs, system)
        if piece.body is not None:
            found += _of_formula(where, piece.body, system)
    for number, said in enumerate(system.assumptions):
        found += [x for e in (said.left, said.right) for x in _of_formula(f"assumed {number}", e, system)]
    return tuple(_joined(found))


def _joined(groups: Iterable[Group]) -> list[Group]:
    """Groups put together as far as they share something."""
    beside: dict[Member, list[Member]] = {}
    for first, *rest in (g for g in groups if g):
        near = beside.setdefault(first, [])
        for x in rest:
            near.append(x)
            beside.setdefault(x, []).append(first)
    return list(components(beside))


def _of_domain(where: str, domain: Domain, system: System) -> Iterator[Group]:
    for c in domain.constraints:
        yield _letters(where, c.form, system)


def _of_formula(where: str, e: Expr, system: System) -> Iterator[Group]:
    for x in walk(e):
        if isinstance(x, Sum):
            ends = [s for form in (*x.lowers, *x.uppers) for s in _letters(where, form, system)]
            yield ((where, x.letter), *ends)
        elif isinstance(x, Var):
            yield from _of_entry(where, x, system)
        for form in own_forms(x):
            yield _letters(where, form, system)


def _of_entry(where: str, x: Var, system: System) -> Iterator[Group]:
    for n, form in enumerate(x.indices):
        yield ((x.variable, n), *_letters(where, form, system))


def _letters(where: str, form: Affine, system: System) -> Group:
    """The letters of a form, sizes as themselves."""
    return tuple(s if s in system.sizes else (where, s) for s in form.letters())

r"""Entries of a defined array that nothing uses: the `q_{ii}` of a page that only ever sums over `j \ne i`.

A line that sums over all j names them all the same, mostly beside a factor that is 0 there (`y_i - y_j`).
The definition may be meant for them too, or they may not count: a line is right or wrong if it is so either way.
The other way round a page defines the `D_{ii}` of a diagonal matrix alone: what its other entries are is not said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from ...affine import Sym
from ...domain import ne
from ...domain.constraint import Constraint, Domain
from ...expr import Expr, Sum, Var, Variable, rebuild, walk
from ...system import Piece, System


@lru_cache(maxsize=64)
def with_diagonals(system: System) -> System:
    """The network whose definitions hold on their diagonals too; the very same one where none is left out."""
    alone = {v: n for v in {p.variable for p in system.pieces} if (n := len(system.of(v))) == 1}
    pieces = tuple(_whole(p) if p.body is not None and p.variable in alone else p for p in system.pieces)
    return system if pieces == system.pieces else replace(system, pieces=pieces)


def _whole(p: Piece) -> Piece:
    kept = tuple(c for c in p.domain.constraints if c.rel != "!=" or c.form.letters() - frozenset(p.letters))
    return p if len(kept) == len(p.domain.constraints) else replace(p, domain=Domain(kept))


def without_diagonals(system: System, e: Expr) -> Expr:
    """The expression with every sum over a letter of such an array less the term of its diagonal."""
    inner = rebuild(e, lambda x: without_diagonals(system, x))
    if not isinstance(inner, Sum):
        return inner
    more = tuple(dict.fromkeys(c for c in _apart(system, inner) if c not in inner.where))
    return Sum(inner.letter, inner.lowers, inner.uppers, inner.body, (*inner.where, *more)) if more else inner


def _apart(system: System, e: Sum) -> Iterator[Constraint]:
    for x in walk(e.body):
        if isinstance(x, Var) and any(e.letter in i.letters() for i in x.indices):
            for p in system.of(x.variable):
                if p.body is not None:
                    guard = p.at(x.indices)[0]
                    yield from (c for c in guard.constraints if c.rel == "!=" and _is_between(c, e.letter))


def lies_on_diagonal(system: System, variable: Variable) -> bool:
    """Does the network have none of the entries of a variable but those with two equal indices?"""
    pieces = system.of(variable)
    return bool(pieces) and all(_is_diagonal(p) for p in pieces)


def _is_diagonal(p: Piece) -> bool:
    pairs = [ne(a, b).form for a, b in combinations(p.letters, 2)]
    return any(c.rel == "==" and c.form in (f, -f) for c in p.domain.constraints for f in pairs)


def _is_between(c: Constraint, letter: Sym) -> bool:
    forms = [ne(letter, s).form for s in c.form.letters() - {letter}]
    return any(c.form in (f, -f) for f in forms)

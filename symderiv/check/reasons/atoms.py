r"""What a formula about a network is made of: its entries, their derivatives, the derivatives of its functions.

An atom with letters stands for itself at any letters of the same ranges; one without stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...affine import Sym, affine
from ...calculus.flow import flow
from ...calculus.letters import upper_end
from ...domain import Domain
from ...errors import DomainTooHard
from ...expr import (
    Apply,
    Bracket,
    Div,
    Expr,
    Index,
    Mul,
    Num,
    Partial,
    Sum,
    Var,
    free,
    fresh,
    of_kind,
    substitute,
    walk,
)
from ...node import node
from ...system import Piece, Role, System

LARGEST = 12
"""Factors of more nodes than this are no atoms."""


@node
class Atom:
    """An expression with its `letters`, what the range of each is about (`kinds`), and which of them (by number) step.

    `elementwise`: it is the derivative of an elementwise function, or a factor of that.
    """

    expr: Expr
    letters: tuple[Sym, ...] = ()
    kinds: tuple[frozenset[str], ...] = ()
    steps: tuple[int, ...] = ()
    elementwise: bool = False


def atoms(system: System, *formulas: Expr) -> tuple[Atom, ...]:
    """The atoms of a network, after what stands as a factor in some formulas."""
    found: dict[Expr, Atom] = {}
    for e in formulas:
        for x in walk(e):
            if isinstance(x, Mul):
                for factor in x.factors:
                    if not isinstance(factor, (Num, Index, Bracket)):
                        found.setdefault(factor, Atom(factor))
    return (*found.values(), *of_network(system))


@lru_cache(maxsize=64)
def of_network(system: System) -> tuple[Atom, ...]:
    """The atoms of a network, the derivatives of its functions first."""
    found: dict[Expr, Atom] = {}
    stepping = _stepping(system)
    for e, letters, domain, elementwise in _expressions(system):
        kinds = tuple(_kind(domain, s) for s in letters)
        steps = tuple(n for n, s in enumerate(letters) if isinstance(e, Var) and _steps(e, s, stepping))
        found.setdefault(e, Atom(e, letters, kinds, steps, elementwise))
    return tuple(found.values())


def _expressions(system: System) -> Iterator[tuple[Expr, tuple[Sym, ...], Domain, bool]]:
    flowing = flow(system)
    for piece in flowing.bodies():
        try:
            places = list(flowing.places(piece))
        except DomainTooHard:
            continue
        yield from _slope(piece, [place.entry for place in places])
        for place in places:
            elementwise = isinstance(piece.body, (Apply, Div)) and bool(piece.indices)
            letters, domain = (*piece.letters, *place.letters), piece.domain & place.domain
            for factor in _factors(place.factors):
                if _is_telling(factor) and sum(1 for _ in walk(factor)) <= LARGEST:
                    inside = tuple(s for s in letters if s in free(factor))
                    yield factor, inside, domain, elementwise
    for piece in system.pieces:
        if len(piece.letters) == len(piece.indices) and piece.variable != system.objective:
            yield piece.lhs, piece.letters, piece.domain, False
    yield from ((*x, False) for x in _derivatives(system))


def _slope(piece: Piece, entries: Sequence[Var]) -> Iterator[tuple[Expr, tuple[Sym, ...], Domain, bool]]:
    r"""The derivative of what is made of one entry in several places, `y_i = \\max(\\alpha u_i, u_i)`, as it stands."""
    if len(entries) > 1 and len({*entries}) == 1 and entries[0].indices == piece.lhs.indices and _is_general(piece):
        yield Partial(piece.lhs, entries[0]), piece.letters, piece.domain, True


def _is_telling(factor: Expr) -> bool:
    """Plain entries and numbers are told elsewhere."""
    if isinstance(factor, Var):
        return any(i.letter is None for i in factor.indices)
    return not isinstance(factor, Num)


def about(system: System, goal: Partial) -> Iterator[Atom]:
    r"""The links of chains for a derivative: `\partial y/\partial u` and `\partial u/\partial x`, u between y and x."""
    if not isinstance(goal.of, Var):
        return
    flowing = flow(system)
    between = flowing.upstream(goal.of.variable) & flowing.downstream(frozenset({goal.wrt.variable}))
    for piece in system.pieces:
        if piece.role is Role.NODE and piece.variable in between and _is_general(piece):
            away = {s: affine(fresh(free(goal), s)) for s in piece.letters}
            entry = substitute(piece.lhs, away)
            letters = tuple(s for a in away.values() if (s := a.letter) is not None)
            kinds = tuple(_kind(piece.domain, s) for s in piece.letters)
            if isinstance(entry, Var):
                yield Atom(Partial(entry, goal.wrt), letters, kinds)
                yield Atom(Partial(goal.of, entry), letters, kinds)


def of_term(term: Expr) -> Iterator[Atom]:
    """The factors of a term, with the letters that its sums bind."""
    sums = list(of_kind(term, Sum))
    for x in walk(term):
        if isinstance(x, Mul):
            for factor in x.factors:
                inside = [s for s in sums if s.letter in free(factor)]
                if _is_telling(factor) and not of_kind(factor, Sum):
                    kinds = tuple(frozenset(a.name for u in s.uppers for a, _ in u.terms) for s in inside)
                    yield Atom(factor, tuple(s.letter for s in inside), kinds)


def _factors(factors: tuple[Expr, ...]) -> Iterator[Expr]:
    for f in factors:
        yield f
        if isinstance(f, Mul):
            yield from f.factors


def _derivatives(system: System) -> Iterator[tuple[Expr, tuple[Sym, ...], Domain]]:
    if system.objective is None or system.objective.arity:
        return
    flowing = flow(system)
    up = flowing.upstream(system.objective)
    for piece in system.pieces:
        if piece.role is Role.NODE and piece.variable in up and _is_general(piece):
            yield Partial(Var(system.objective), piece.lhs), piece.letters, piece.domain


def _is_general(piece: Piece) -> bool:
    return bool(piece.indices) and len(piece.letters) == len(piece.indices)


def _stepping(system: System) -> frozenset[tuple[str, int]]:
    """The positions of variables that are used at another step."""
    return frozenset(
        (x.variable.key, n)
        for p in system.pieces
        if p.body is not None
        for x in of_kind(p.body, Var)
        for n, form in enumerate(x.indices)
        if form.const and form.terms
    )


def _steps(e: Var, letter: Sym, stepping: frozenset[tuple[str, int]]) -> bool:
    return any(form.letter == letter and (e.variable.key, n) in stepping for n, form in enumerate(e.indices))


def _kind(domain: Domain, letter: Sym) -> frozenset[str]:
    end = upper_end(domain, letter)
    return frozenset() if end is None else frozenset(a.name for a, _ in end.terms)


__all__ = ["Atom", "atoms", "of_network"]

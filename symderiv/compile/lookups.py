"""Looked-up indices (`c_m` in `w_{c_m,i}`): given arrays of integers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from ..affine import Affine, IntFn, Sym
from ..domain import Context, Domain, ge, is_empty, le, simplify
from ..expr import Expr, Partial, Sum, Var, Variable, children, own_forms, walk
from ..system import Piece, Role
from .stores import hull


def lookup_pieces(pieces: Iterable[Piece], names: frozenset[str], sizes: frozenset[Sym]) -> dict[str, list[Piece]]:
    """For each lookup that the pieces use, what is given of it, at each place where it stands."""
    found: dict[str, list[Piece]] = {}
    for p in pieces:
        for atom, domain in _met(p, names):
            letters = tuple(
                dict.fromkeys(s for a in atom.args for s in sorted(a.letters() - sizes, key=lambda s: s.name))
            )
            about = set(letters) | sizes
            own = Domain(
                tuple(c for c in domain.constraints if c.letters() <= about and not _looks_up(c.form.atoms(), names))
            )
            v = Variable(atom.name + "_{" + ",".join("#" * len(atom.args)) + "}")
            piece = Piece(v, atom.args, letters, own, None, Role.INPUT)
            if piece not in found.setdefault(atom.name, []):
                found[atom.name].append(piece)
    return found


Granted: TypeAlias = dict[str, tuple[Affine, Affine]]


def granted_ranges(pieces: list[Piece], names: frozenset[str], known: Context) -> Granted:
    """For each lookup the range of what it looks up: that it lies there is taken for granted."""
    granted: Granted = {}
    by = {p.variable: p for p in pieces}
    for p in pieces if names else ():
        for x in walk(p.body) if p.body is not None else ():
            for n, form in enumerate(x.indices if isinstance(x, Var) else ()):
                atom = form.terms[0][0] if len(form.terms) == 1 else None
                if isinstance(x, Var) and isinstance(atom, IntFn) and atom.name in names and x.variable in by:
                    lower, upper = hull([by[x.variable]], known)[n]
                    granted.setdefault(atom.name, (lower - form.const, upper - form.const))
    return granted


def within(domain: Domain, granted: Granted) -> Domain:
    """That the lookups in a domain's conditions lie in their ranges."""
    atoms = {a for c in domain.constraints for a in c.form.atoms() if isinstance(a, IntFn) and a.name in granted}
    return Domain.of(*(c for a in atoms for c in (ge(a, granted[a.name][0]), le(a, granted[a.name][1]))))


def in_range(pieces: list[Piece], granted: Granted, known: Context) -> list[Piece]:
    """The pieces for lookups within their ranges, without conditions that say so."""
    found = []
    for p in pieces:
        inside = within(p.domain, granted)
        if inside.is_true:
            found.append(p)
        elif not is_empty(p.domain & inside, known):
            found.append(replace(p, domain=simplify(p.domain, known & inside)))
    return found


def _looks_up(atoms: Iterable[object], names: frozenset[str]) -> bool:
    return any(isinstance(a, IntFn) and a.name in names for a in atoms)


def _met(p: Piece, names: frozenset[str]) -> Iterator[tuple[IntFn, Domain]]:
    todo: list[tuple[Expr, Domain]] = [(p.body, p.domain)] if p.body is not None else []
    while todo:
        e, domain = todo.pop()
        inside = domain & e.domain if isinstance(e, Sum) else domain
        for form in own_forms(e):
            for atom in form.atoms():
                if isinstance(atom, IntFn) and atom.name in names:
                    yield atom, inside
        if not isinstance(e, Partial):
            todo.extend((child, inside) for child in children(e))

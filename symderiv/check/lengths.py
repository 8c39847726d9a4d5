r"""Lengths that a page leaves to its reader and that its lines tell: `\sum_{i=1}^{n} A_{ij} G_{ic}` says how long A is.

What the definitions say nothing of runs up to a size of its own. Where the lines that are judged sum over such an index
with bounds, all of them the same, that is its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..affine import Affine, Sym, affine
from ..domain.constraint import Domain
from ..expr import Expr, Sum, Variable, children, own_forms, substitute, walk
from ..network.uses import uses
from ..system import Piece, Span, System


def told_by_lines(system: System, presumed: frozenset[Sym], members: Iterable[Expr]) -> System:
    """The network with presumed sizes replaced by what the bounds of the lines say of them."""
    votes: dict[Sym, set[Affine]] = {}
    for member in members:
        for size, bound in _votes(system, member):
            if size in presumed:
                votes.setdefault(size, set()).add(bound)
    for size, bounds in votes.items():
        last = next(iter(bounds)).letter
        if len(bounds) == 1 and last is not None and last not in presumed:
            system = _put(system, size, last)
    return system


def told_by_letters(system: System, presumed: frozenset[Sym], lines: Iterable[Iterable[Expr]]) -> System:
    r"""The network with the lengths of names that nothing uses told by the letters of the lines.

    Beside `\\hat{y}_w` the w of a name `y_w = [w = o]`, which only lines use, runs as far as the other.
    """
    loose = {size: v for size in presumed if (v := _only_of(system, size)) is not None}
    votes: dict[Sym, set[Sym]] = {}
    for members in lines if loose else ():
        lasts: dict[Sym, set[Sym]] = {}
        for use in (u for m in members for u in uses(m)):
            for p, form in enumerate(use.entry.indices):
                if form.letter is not None and form.letter not in use.bound:
                    found = (_last(x.domain, x.indices[p].letter) for x in system.of(use.entry.variable))
                    lasts.setdefault(form.letter, set()).update(x for x in found if x is not None)
        for found_lasts in lasts.values():
            for size in found_lasts & loose.keys():
                votes.setdefault(size, set()).update(found_lasts - loose.keys())
    for size, others in votes.items():
        if len(others) == 1:
            system = _put(system, size, next(iter(others)))
    return system


def _only_of(system: System, size: Sym) -> Variable | None:
    """The defined variable that alone has this length, and that no definition uses."""
    owners = {p.variable for p in system.pieces if size in p.domain.letters()}
    bodies = [(p.variable, p.body) for p in system.pieces if p.body is not None]
    if len(owners) != 1:
        return None
    (owner,) = owners
    used = any(u.entry.variable == owner for v, b in bodies if v != owner for u in uses(b))
    defined = any(v == owner for v, _ in bodies)
    named = any(size in form.letters() for _, b in bodies for x in walk(b) for form in own_forms(x))
    return owner if defined and not used and not named else None


def _votes(system: System, e: Expr) -> Iterator[tuple[Sym, Affine]]:
    """The last values of positions, where they are a size, with those of the sums that run over them from 1."""
    if isinstance(e, Sum) and e.lowers == (affine(1),) and len(e.uppers) == 1 and not e.where:
        for use in uses(e.body, frozenset([e.letter])):
            for p, form in enumerate(use.entry.indices):
                if form.letter == e.letter:
                    for piece in system.of(use.entry.variable):
                        last = _last(piece.domain, piece.indices[p].letter)
                        if last is not None:
                            yield last, e.uppers[0]
    for x in children(e):
        yield from _votes(system, x)


def _last(domain: Domain, letter: Sym | None) -> Sym | None:
    """The size up to which a letter runs, if it is a letter."""
    if letter is None:
        return None
    for c in domain.constraints:
        if c.rel == ">=" and c.form.coefficient(letter) == -1:
            return (c.form + affine(letter)).letter
    return None


def _put(system: System, size: Sym, last: Sym) -> System:
    values: dict[Sym, Affine] = {size: affine(last)}

    def span(s: Span) -> Span:
        return Span(s.letter, s.lower.substitute(values), s.upper.substitute(values))

    def pieces(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(
            replace(
                p,
                indices=tuple(i.substitute(values) for i in p.indices),
                domain=p.domain.substitute(values),
                body=None if p.body is None else substitute(p.body, values),
            )
            for p in found
        )

    return replace(
        system,
        pieces=pieces(system.pieces),
        outputs=pieces(system.outputs),
        sizes=system.sizes - {size} | {last},
        context=system.context.substitute(values),
        spans=tuple(map(span, system.spans)),
    )

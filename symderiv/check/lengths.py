r"""Lengths that a page leaves to its reader and that its lines tell: `\sum_{i=1}^{n} A_{ij} G_{ic}` says how long A is.

What the definitions say nothing of runs up to a size of its own. Where the lines that are judged sum over such an index
with bounds, all of them the same, that is its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..affine import Affine, Sym, affine
from ..domain.constraint import Domain
from ..expr import Expr, Sum, children, substitute
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

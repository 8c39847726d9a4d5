r"""Definitions of one variable on several domains: what they have in common is computed once, for the whole array.

`\bar{s}_{n,m}` is `p_{n,m} - 1` on the diagonal and `p_{n,m}` beside it: the whole array is `p`, and 1 is taken off the
diagonal. A state that the loss and the next step use is `h^{(t)} - y^{(t)}` at every step, and more before the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..affine import Affine, IntFn, Sym
from ..domain import Constraint, Context, Domain, bounds, eq, ge, le, subset
from ..expr import Add, Expr, Var, add, substitute
from ..system import Piece, Role
from .lookups import Granted, within
from .stores import chosen


@dataclass(frozen=True)
class Shared:
    """The common part of several pieces, on the box that they fill, and the terms that each of them has besides."""

    base: Piece
    more: dict[Piece, tuple[Expr, ...]]


def terms_of(e: Expr) -> tuple[Expr, ...]:
    """The terms of a sum, or the expression itself."""
    return e.terms if isinstance(e, Add) else (e,)


def shared(
    pieces: Iterable[Piece], known: Context, granted: Granted, wanted: Callable[[Expr], bool] = lambda _: True
) -> Shared | None:
    """The common part of the definitions of a variable, of terms that are `wanted`; None if they have none."""
    every = list(pieces)
    if len(every) < 2 or any(p.body is None for p in every):
        return None
    for general in every:
        if len(general.letters) == len(general.indices) == len(set(general.letters)) > 0:
            found = _around(general, every, wanted)
            box = _box(general, every, known, granted) if found is not None else None
            if found is not None and box is not None:
                common, left = found
                return Shared(replace(general, domain=box, body=add(*common), role=Role.NODE), left)
    return None


def _around(
    general: Piece, every: list[Piece], wanted: Callable[[Expr], bool]
) -> tuple[list[Expr], dict[Piece, tuple[Expr, ...]]] | None:
    """The common terms, in the letters of one piece that has a letter at every position, and the others of each."""
    assert general.body is not None
    left = {p: [*terms_of(p.body or Var(p.variable, p.indices))] for p in every}
    common: list[Expr] = []
    places = [{i.letter: j for i, j in zip(general.indices, p.indices, strict=True) if i.letter} for p in every]
    for term in terms_of(general.body):
        copies = [substitute(term, values) for values in places]
        if wanted(term) and all(copy in left[p] for p, copy in zip(every, copies, strict=True)):
            common.append(term)
            for p, copy in zip(every, copies, strict=True):
                left[p].remove(copy)
    return (common, {p: tuple(terms) for p, terms in left.items()}) if common else None


def _box(general: Piece, every: list[Piece], known: Context, granted: Granted) -> Domain | None:
    """The box that the pieces fill, looked-up integers within their ranges; None if they leave a hole."""
    guards = [_guard(p, general) for p in every]
    for g in guards:
        known = known & within(g, granted)
    ends: list[Constraint] = []
    for letter in general.letters:
        found = [bounds(g, letter, known) for g in guards]
        low = chosen([f for b in found for f in b.lowers if _is_plain(f, general)], known, least=True)
        high = chosen([f for b in found for f in b.uppers if _is_plain(f, general)], known, least=False)
        if low is None or high is None:
            return None
        ends += [ge(letter, low), le(letter, high)]
    box = Domain.of(*ends)
    full = subset(box, guards, known) and all(subset(g, (box,), known) for g in guards)
    return box if full else None


def _guard(p: Piece, general: Piece) -> Domain:
    """Where the piece applies, in the letters of the general one; a letter of it may stand at several positions."""
    values: dict[Sym, Affine] = {}
    for own, place in zip(p.indices, general.indices, strict=True):
        if own.letter in p.letters and own.letter is not None:
            values.setdefault(own.letter, place)
    alike = (eq(place, own.substitute(values)) for own, place in zip(p.indices, general.indices, strict=True))
    return Domain.of(*(c for c in alike if not c.is_true)) & p.domain.substitute(values)


def _is_plain(form: Affine, general: Piece) -> bool:
    return not form.letters() & set(general.letters) and not any(isinstance(a, IntFn) for a in form.atoms())

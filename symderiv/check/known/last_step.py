r"""Arrays that a page defines at the last step alone, and computes with at others: `a_j^L = \sigma(z_j^L)` beside
`z_k^{l+1} = \sum_j w_{kj}^{l+1} a_j^l`.

At the other steps such an array looks like one that is given, and a derivative through it like 0. Whoever types this
most likely means the same at every step, but does not say so: what rests on it is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...affine import Affine
from ...expr import Var, Variable, of_kind
from ...read import Reading
from ...resolve.spelled.keys import split_key
from ...resolve.told.untold import STEP, Untold
from ...system import Piece, System


def with_steps_open(reading: Reading, system: System) -> Reading:
    """The reading with such arrays among what is not told."""
    found = tuple(_untold(p) for p in system.pieces if _is_last(system, p))
    return replace(reading, untold=(*reading.untold, *found)) if found else reading


def _untold(piece: Piece) -> Untold:
    base, above, below, tail = split_key(piece.variable.key)
    line = piece.place.line if piece.place is not None else 0
    return Untold(base, line, None if tail else (above, below), kind=STEP)


def _is_last(system: System, piece: Piece) -> bool:
    """Does a definition at one size make an entry of an array that is computed from the entries before it?"""
    if piece.body is None:
        return False
    at = [(p, form) for p, form in enumerate(piece.indices) if form.letters() and form.letters() <= system.sizes]
    at = [(p, form) for p, form in at if _is_given_elsewhere(system, piece.variable, p)]
    entries = [e for e in of_kind(piece.body, Var) if e.variable != piece.variable] if at else []
    return any(_is_made_of(system, e, form, piece.variable) for _, form in at for e in entries)


def _is_given_elsewhere(system: System, variable: Variable, position: int) -> bool:
    """Is a variable given at any step, rather than at the one before a first?"""
    return any(p.body is None and p.indices[position].letter in p.letters for p in system.of(variable))


def _is_made_of(system: System, entry: Var, step: Affine, variable: Variable) -> bool:
    """Is the array of an entry at that step made of the variable at a step before, wherever it is defined?"""
    steps = [p for p, form in enumerate(entry.indices) if form == step]
    return any(variable in made for p in steps for made in _made(system, entry.variable, p))


def _made(system: System, variable: Variable, position: int) -> Iterator[frozenset[Variable]]:
    """What the definitions of an array use that is some steps below, by the letter in a position of it."""
    for piece in system.of(variable):
        step = piece.indices[position]
        if piece.body is not None and step.letters() & set(piece.letters):
            used = of_kind(piece.body, Var)
            yield frozenset(e.variable for e in used if any(_is_before(i, step) for i in e.indices))


def _is_before(form: Affine, step: Affine) -> bool:
    ahead = step - form
    return not ahead.terms and ahead.const > 0

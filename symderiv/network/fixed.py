r"""Letters that single out one entry: the y of `L = -\log p_y` lies in the range of the k of `p_k`.

Such a letter is a number like a size, but it is as large as the entry that it names allows, not of any size. So is the
c of one-hot data, `y_k = [k = c]`: one entry is 1. A sum over all entries in which `[k = y]` leaves one is no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..affine import Affine, Sym, affine
from ..domain import is_empty
from ..domain.constraint import Constraint, Context, Domain, eq, ge, le
from ..expr import Bracket, Variable
from .entries import coordinates
from .images import union
from .inference import State
from .sizes import left_by_sums


def with_fixed(state: State) -> Context:
    """What is known of sizes, and of every declared letter that bounds nothing that the entries it names exist."""
    known = state.letters.known
    fixed = state.letters.fixed
    for n in range(len(state.entries) if fixed else 0):
        for use in state.uses(n):
            for p, form in enumerate(use.entry.indices):
                if form.letter in fixed and form.letter is not None and not use.nominal:
                    known = _and(known, _allowed(state, use.entry.variable, p, form.letter, use.entry.indices))
    for n, p, letter in _singled_out(state) if fixed else ():
        known = _and(known, _allowed(state, state.entries[n].variable, p, letter))
    for total, letter in (x for body in state.bodies for x in left_by_sums(body) if fixed):
        within = (*(ge(letter, a) for a in total.lowers), *(le(letter, a) for a in total.uppers))
        if letter in fixed and all(c.letters() <= state.letters.sizes for c in within):
            known = _and(known, within)
    return known


def _and(known: Context, more: tuple[Constraint, ...]) -> Context:
    """Both, where they can hold."""
    both = known & Domain(more)
    return known if is_empty(both.known, both) else both


def _singled_out(state: State) -> Iterator[tuple[int, int, Sym]]:
    r"""The definitions of data that are 1 for one entry alone, `y_k = [k = c]`: the place of k, and c."""
    for n, (entry, body) in enumerate(zip(state.entries, state.bodies, strict=True)):
        if not isinstance(body, Bracket) or len(body.where) != 1:
            continue
        for p, form in enumerate(entry.indices):
            for c in state.letters.fixed if form.letter is not None else ():
                if body.where == Domain.of(eq(form, affine(c))).constraints:
                    yield n, p, c


def _allowed(
    state: State, variable: Variable, p: int, letter: Sym, indices: tuple[Affine, ...] = ()
) -> tuple[Constraint, ...]:
    """What the definitions of a variable (or its other uses, if it is given) say about one position, in one go, where
    the others have these `indices`."""
    said = [d for n in state.of.get(variable, ()) for d in state.found[n]] or state.reached(variable)
    at = coordinates(variable.arity)[p]
    others = zip(coordinates(variable.arity), indices, strict=False)
    beside = {x: i for x, i in others if x != at and i.letters() <= state.letters.sizes}
    # the entry that the letter names is the one that a sum leaves out for it, `\sum_{j \ne y} (s_j - s_y)`
    whole = [Domain(tuple(c for c in d.constraints if c.rel != "!=" or not c.mentions(letter))) for d in said]
    domains = union(whole, state.letters.known)
    if len(domains) != 1 and beside:
        domains = union([d.substitute(beside) for d in whole], state.letters.known)
    if len(domains) != 1:
        return ()
    there = (c.substitute(beside) for c in domains[0].constraints if c.mentions(at))
    found = (c for c in there if c.letters() - {at} <= state.letters.sizes)
    return tuple(c.substitute({at: affine(letter)}) for c in found)

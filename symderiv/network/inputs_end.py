r"""Where what is given ends if everything beyond a range is 0, the x of `a_t = \sum_s w_s x_{t-s}`.

Front matter that names an entry says so, and so does a use at letters of the whole page, the `x_t` of
`o_t = x_t + a_t`: its other uses reach into zeros. What is only used at a distance is as long as its uses ask for: the
maps that a convolution moves over have more entries than those it makes. Whether such entries or zeros are meant by
`x_{t-s}` the page does not say; so wrong lines are looked at with both (`Draft.inputs_end`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from ..affine import Affine, affine
from ..domain import bounds, ge, is_empty, le, subset
from ..domain.constraint import Domain
from ..expr import Var, Variable
from .entries import coordinates
from .images import about_indices, apart, hull, union
from .inference import State
from .reaches import Reach
from .uses import Use


def ends_before_zeros(
    state: State, variable: Variable, places: Sequence[Reach], *, in_steps: bool
) -> list[Domain] | None:
    """The domains of a given variable beyond which it is 0; None where its uses tell how far it goes.

    So they do of what is used at fixed steps and at others (`in_steps`).
    """
    draft = state.draft
    declared = declared_range(state, variable)
    if declared is not None:
        return [declared]
    plain = [r for r in places if is_plain(r.use.entry, state)]
    found = [] if plain else [ranged(state, variable, (*draft.vanishing, *draft.by))]
    if draft.by_letters and found == [None]:
        found = [ranged(state, variable, draft.vanishing, weak=True)]
    ends = [d for d in found if d is not None and _may_be_padded(state, d, places)]
    ends = ends or ([] if in_steps else list(_of_plain(state, variable, plain)))
    told = in_steps or variable in state.of  # the layer before all others is not only used at a distance
    if not ends and draft.inputs_end and places and not told and not _is_counted(state, variable, places):
        ends = [d for r in plain or places for d in _at_its_letters(state, r)]
    whole = apart(union(ends, state.letters.known), state.letters.known)
    return None if not whole or _is_stated_wider(state, variable, whole) else list(whole)


def declared_range(state: State, variable: Variable) -> Domain | None:
    """The domain of `data = ["x_i"]` where the letters have ranges that hold for the whole document."""
    return ranged(state, variable, (*state.draft.data, *state.draft.wrt))


def ranged(state: State, variable: Variable, entries: Iterable[Var], weak: bool = False) -> Domain | None:
    """The domain of an entry with a letter of its own for each index, where all of them have such ranges; with `weak`
    also ranges beside a definition count."""
    spans_of = {**state.weak, **state.strong} if weak else state.strong
    for entry in entries:
        if entry.variable != variable or not is_plain(entry, state):
            continue
        at = {s: affine(c) for c, i in zip(coordinates(variable.arity), entry.indices, strict=True) if (s := i.letter)}
        spans = [spans_of.get(s) for s in at]
        said = [c for x in spans if x is not None for c in (ge(x.letter, x.lower), le(x.letter, x.upper))]
        own = all(c.letters() <= {*at, *state.letters.sizes} for c in said)  # a range may depend on the layer
        if own and None not in spans:
            return Domain.of(*said).substitute(at)
    return None


def is_plain(entry: Var, state: State) -> bool:
    """Is every index a letter of its own?"""
    letters = [i.letter for i in entry.indices]
    return None not in letters and len(set(letters)) == len(letters) and not set(letters) & set(state.letters.sizes)


def _may_be_padded(state: State, declared: Domain, places: Sequence[Reach]) -> bool:
    r"""May uses go beyond this range into zeros? Who pads counts by what the uses count by, and not by another length:
    the letters of `\partial E/\partial g_{ij}` may be borrowed from a kernel."""
    reached = {s for r in places for d in r.domains for s in about_indices(d).letters()}
    return declared.letters() & state.letters.sizes <= reached


def _of_plain(state: State, variable: Variable, plain: Sequence[Reach]) -> Iterator[Domain]:
    """What letters of the whole page say of the entries that are used at letters, if any do, and what else is so."""
    declared = [d for r in plain if (d := ranged(state, variable, (r.use.entry,))) is not None]
    if declared:
        yield from declared
        yield from (about_indices(state.not_looked_up(d)) for r in plain for d in r.domains)


def _at_its_letters(state: State, r: Reach) -> list[Domain]:
    """The entries that a use would reach without its distances, the `x_t` of `x_{t-s}`."""
    own = [s for s in (*state.entries[r.number].letters, *r.use.bound) if s not in state.letters.sizes]

    def letter_of(form: Affine) -> Affine:
        return next((affine(s) for s in own if form.coefficient(s) == 1), form)

    entry = Var(r.use.entry.variable, tuple(map(letter_of, r.use.entry.indices)))
    use: Use = replace(r.use, entry=entry)
    return [about_indices(state.not_looked_up(d)) for d in state.images(r.number, use)]


def _is_counted(state: State, variable: Variable, places: Sequence[Reach]) -> bool:
    r"""Do the uses reach as many entries as a size says, from 0 or 1 on, as `\sum_{t=2}^T (x_t - x_{t-1})^2` does?"""
    known = state.letters.known
    reached = [about_indices(state.not_looked_up(d)) for r in places for d in r.domains]
    whole = reduce(lambda a, b: hull(a, b, known), reached)  # also where there is but one, and no difference
    ends = [bounds(whole, c, known) for c in coordinates(variable.arity)]
    pairs = [(low, up + 1 - low) for found in ends for low in found.lowers for up in found.uppers]
    counted = all(low in (affine(0), affine(1)) and n.letter in state.letters.sizes for low, n in pairs)
    return len(pairs) == variable.arity and counted


def _is_stated_wider(state: State, variable: Variable, ends: Sequence[Domain]) -> bool:
    """Does a line differentiate by entries beyond, of which it says that they are there?"""
    known = state.letters.known
    for entry, where in state.draft.by_where:
        if entry.variable != variable or not is_plain(entry, state):
            continue
        at = {s: affine(c) for c, i in zip(coordinates(variable.arity), entry.indices, strict=True) if (s := i.letter)}
        said = Domain(tuple(c for c in where if c.letters() & at.keys())).substitute(at)
        ends_there = [Domain(tuple(c for c in d.constraints if c.letters() & said.letters())) for d in ends]
        if not said.is_true and not is_empty(said, known) and not subset(said, ends_there, known):
            return True
    return False

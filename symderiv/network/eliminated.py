r"""An entry that is computed from the others of its array: `\alpha_1 = y_1 (\delta - \alpha_2 y_2)`, or the last of
`\pi_K = 1 - \sum_{k=1}^{K-1} \pi_k`. The others are given.

That is told from a slip (a definition or a boundary that is forgotten) by what the page does with the array: each entry
that has a definition has one by number, made of the others and of no entry that is defined itself, as a step of a
recurrence would be; and the others are all from one end of the array on, as many as a size says. Where the defined
entry is made of that many, no more of them are given. Where lines differentiate by it, or by any entry, nobody knows
what they hold fixed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from ..affine import Affine, Sym
from ..domain import bounds, eq, ge, is_empty, le, simplify, subset, subtract
from ..domain.constraint import Constraint, Context, Domain
from ..expr import Var, Variable, variables
from ..system import Span
from .entries import coordinates
from .images import hull, pinned
from .inference import State


def is_rest_of_eliminated(state: State, variable: Variable, rest: Sequence[Domain]) -> bool:
    """Are the entries that no definition covers (in coordinates) what the defined ones are computed from?"""
    numbers = state.of[variable]
    used = _used_inside(state, variable)
    layer = _layer(state, variable, used)
    places = {p for n in numbers for p in state.entries[n].fixed} - set(layer)
    if len(places) != 1 or not all(state.entries[n].fixed and _is_made_of_array(state, n) for n in numbers):
        return False
    (at,) = (coordinates(variable.arity)[p] for p in places)
    own = [d for n in numbers for d in state.found[n]]
    known = _with_many(state, [*own, *rest])
    whole = _one(_within(rest, layer, variable, known), known)
    if whole is None or _one([whole, *own], known) is None:
        return False
    if any(not is_empty(d & x, known) for d in used for x in own):
        return False  # a step of a recurrence, or a circle
    sized = any(_has_size(state, d, at) for d in used)
    return subset(whole, used, known) if sized else _has_size(state, whole, at)


def _layer(state: State, variable: Variable, used: Sequence[Domain]) -> dict[int, Affine]:
    r"""The indices at which all of it happens, the M of `w^{(M)}_K = -\sum_{k<K} w^{(M)}_k`: other layers are given."""
    entries = [state.entries[n] for n in state.of[variable]]
    found = {}
    for p, c in enumerate(coordinates(variable.arity)):
        said = {e.indices[p] if p in e.fixed else None for e in entries} | {pinned(d, c, state.letters) for d in used}
        value = said.pop() if len(said) == 1 else None
        if used and value is not None:
            found[p] = value
    return found


def _within(
    domains: Sequence[Domain], layer: Mapping[int, Affine], variable: Variable, known: Context
) -> Sequence[Domain]:
    """What of the domains lies in that layer; all of them where there is none."""
    at = Domain.of(*(eq(coordinates(variable.arity)[p], value) for p, value in layer.items()))
    return [x for d in domains if not is_empty(x := simplify(d & at, known), known)] if layer else domains


def is_taken_for_free(state: State, variable: Variable, rest: Sequence[Domain]) -> bool:
    """Do lines differentiate by the entries of such an array as if none were made of the others?"""
    own = [d for n in state.of[variable] for d in state.found[n]]
    known = _with_many(state, [*own, *rest])
    return variable in state.draft.free or any(_is_held(state, variable, x, known) for x in own)


def _used_inside(state: State, variable: Variable) -> list[Domain]:
    """The entries that the definitions of the array make use of, with other names in between or not."""
    mine = state.component[variable]
    inside = ((n, u) for n, u in state.users(variable, True) if state.component[state.entries[n].variable] == mine)
    return [d for n, use in inside for d in state.images(n, use)]


def _is_made_of_array(state: State, n: int) -> bool:
    """Is an entry computed from others of its array, with other names in between or not?"""
    mine = state.component[state.entries[n].variable]
    inside = (v for v in variables(state.bodies[n]) if state.component.get(v) == mine)
    return not state.entries[n].nominal and any(inside)


def _is_held(state: State, variable: Variable, own: Domain, known: Context) -> bool:
    r"""Is a defined entry differentiated by, or may it be, the k of `\partial L/\partial \pi_k`?

    Who sets these derivatives to zero with a multiplier takes all entries for free, and not one for made of the others.
    Beside `\partial \pi_K/\partial \pi_k` the letter is for the others.
    """
    draft = state.draft
    others = any(subset(_reached(state, x, ()), [own], known) for x in draft.among if x.variable == variable)
    here = [_reached(state, x, where) for x, where in draft.by_where if x.variable == variable]
    return any(not is_empty(d & own, known) and not (others and not subset(d, [own], known)) for d in here)


def _reached(state: State, entry: Var, where: tuple[Constraint, ...]) -> Domain:
    """The entries (in coordinates) that an entry in a line stands for."""
    said = [c for i in entry.indices for s in i.letters() if s in state.strong for c in _range(state.strong[s])]
    at = coordinates(len(entry.indices))
    return Domain.of(*where, *said, *(eq(c, i) for c, i in zip(at, entry.indices, strict=True)))


def _range(span: Span) -> tuple[Constraint, Constraint]:
    return ge(span.letter, span.lower), le(span.letter, span.upper)


def _has_size(state: State, domain: Domain, at: Sym) -> bool:
    """Does one coordinate go as far as a size says?"""
    found = bounds(domain, at, state.letters.known)
    return any(end.letters() & state.letters.sizes for end in (*found.lowers, *found.uppers))


def _with_many(state: State, domains: Sequence[Domain]) -> Context:
    """What is known of sizes, and that each goes beyond the numbers that the page writes."""
    top = max((abs(c.form.const) for d in domains for c in d.constraints), default=0) + 1
    return state.letters.known & Domain.of(*(ge(s, top) for s in state.letters.sizes))


def _one(domains: Sequence[Domain], known: Context) -> Domain | None:
    """The domains as one without gaps, if they are."""
    if not domains:
        return None
    whole = reduce(lambda a, b: hull(a, b, known), domains)
    left = [whole]
    for d in domains:
        left = [part for x in left for part in subtract(x, d, known)]
    return whole if all(is_empty(part, known) for part in left) else None

r"""How many rows there are of what is only looked up, the `u_{i_t,m}` with nothing that runs over rows of u."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..affine import IntFn, Sym, affine
from ..domain import ge, le
from ..domain.constraint import Constraint, Domain
from .entries import coordinates
from .images import union
from .inference import State
from .uses import Use


def as_looked_up(state: State, use: Use, reached: Iterable[Domain]) -> Domain | None:
    r"""The domain of weights `\omega_{y_n}`, `u_{i_t,m}`: the page says where the looked-up values lie, or they index a
    definition, `p_{n,y_n}`, too; a letter of its own, the m, says where it runs."""
    at = coordinates(len(use.entry.indices))
    found: list[Domain] = []
    for c, form in zip(at, use.entry.indices, strict=True):
        names = {a.name for a in form.atoms() if isinstance(a, IntFn)}
        if form.letter is not None:
            said = _own(state, reached, c)
        else:
            ranges = [d for name in names for d in (*_ranges_looked_up(state, name), *_told_of(state, name))]
            said = [d.substitute({Sym("@"): affine(c)}) for d in ranges]
        if not said or (form.letter is None and (len(form.terms) != 1 or form.const)):
            return None
        found.append(said[0])
    return Domain(tuple(c for d in found for c in d.constraints))


def _told_of(state: State, name: str) -> Iterator[Domain]:
    """The range that the page states of values of this name, in terms of the letter `@`."""
    spans = (s for s in state.draft.looked_up if s.letter.name == name)
    yield from (Domain.of(ge(Sym("@"), s.lower), le(Sym("@"), s.upper)) for s in spans)


def _own(state: State, reached: Iterable[Domain], c: Sym) -> list[Domain]:
    """Where the letter at a coordinate runs in a use, if it has two ends that depend on sizes alone."""
    own = [d.constraints for d in map(state.not_looked_up, reached)]
    found = [_between_ends(state, cs, c) for cs in own]
    whole = union([d for d in found if d is not None], state.letters.known)
    return list(whole) if None not in found and len(whole) == 1 else []


def _between_ends(state: State, said: Iterable[Constraint], c: Sym) -> Domain | None:
    """What constraints say of one coordinate, where that are two ends."""
    own = tuple(x for x in said if x.letters() - state.letters.sizes == {c})
    return Domain(own) if len([x for x in own if x.rel == ">="]) == len(own) == 2 else None


def _ranges_looked_up(state: State, name: str) -> Iterator[Domain]:
    """The ranges of the positions of definitions that values of this name fill, in terms of the letter `@`."""
    for n in range(len(state.entries)):
        for use in state.uses(n):
            places = coordinates(len(use.entry.indices))
            for c, form in zip(places, use.entry.indices, strict=True):
                atoms = [a for a in form.atoms() if isinstance(a, IntFn)]
                if len(form.terms) != 1 or form.const or [a.name for a in atoms] != [name]:
                    continue
                for d in (d for m in state.of.get(use.entry.variable, ()) for d in state.found.get(m, ())):
                    if (own := _between_ends(state, d.constraints, c)) is not None:
                        yield own.substitute({c: affine(Sym("@"))})

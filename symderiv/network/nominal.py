r"""Names of derivatives where what they differentiate by is given: `\lambda_t = \partial J/\partial x_t` at t = 0 too.

Ranges of definitions are inferred before it is known what is given, an initial state for one. A name for a derivative
without a range of its own is meant wherever there is something to differentiate by, and only there: where j runs from 0
throughout a page, for a bias unit, `\delta_j = \partial E/\partial a_j` says nothing of an `a_0` that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from ..domain import ne, simplify, subset, subtract
from ..domain.constraint import Context
from ..expr import Partial, substitute
from ..latex import scripts
from ..system import Piece
from .entries import coordinates
from .images import apart, pinned, union
from .inference import State
from .uses import Use


def narrowed(state: State) -> list[str]:
    """Take from names of derivatives the entries at which there is nothing to differentiate by, and say so."""
    notes: list[str] = []
    known = state.letters.known
    for n, entry in enumerate(state.entries):
        body = state.bodies[n]
        if not isinstance(body, Partial) or entry.unstated != frozenset(entry.letters) or n not in state.found:
            continue
        numbers = state.of.get(body.wrt.variable, [])
        letters = [i.letter for i in body.wrt.indices]
        if not numbers or None in letters or len(set(letters)) < len(letters) or set(letters) != set(entry.letters):
            continue
        values = dict(zip(coordinates(len(letters)), body.wrt.indices, strict=True))
        there = [entry.in_coordinates(d.substitute(values)) for m in numbers for d in state.found[m]]
        kept = union((a & b for a in state.found[n] for b in there), known)
        if kept and not all(subset(d, kept, known) for d in state.found[n]):
            state.found[n] = tuple(simplify(d, known) for d in apart(kept, known))
            said = (scripts.domain(simplify(entry.from_coordinates(d), known), entry.letters) for d in state.found[n])
            notes.append(
                f"`{scripts.var(entry.written)}` is meant for `{'; '.join(said)}`, where there is "
                f"`{scripts.var(body.wrt)}`"
            )
    return notes


def narrowed_apart(state: State) -> list[str]:
    r"""Take the diagonal from definitions that use, at their own letters, what is only there off it, and say so.

    Where `P_{ij}` is stated for `i \ne j`, a `C_{ij} = -\log P_{ij}` of which nothing is said is meant so, too.
    """
    notes: list[str] = []
    for n, entry in enumerate(state.entries):
        at = dict(zip((i.letter for i in entry.indices), coordinates(entry.variable.arity), strict=True))
        for use in state.uses(n) if n in state.found else ():
            for a, b in _apart_in(state, use):
                one, two = use.entry.indices[a].letter, use.entry.indices[b].letter
                if one not in at or two not in at or one is None or two is None:
                    continue
                if any(c.mentions(at[one]) and c.mentions(at[two]) for d in state.found[n] for c in d.constraints):
                    continue
                state.found[n] = tuple(d & ne(at[one], at[two]) for d in state.found[n])
                notes.append(
                    f"`{scripts.var(entry.written)}` is meant for `{scripts.conditions((ne(one, two),))[0]}`, where "
                    f"there is `{scripts.var(use.entry)}`"
                )
    return notes


def _apart_in(state: State, use: Use) -> Iterator[tuple[int, int]]:
    """The positions of a use that are never equal in what the page defines of its variable."""
    numbers = state.of.get(use.entry.variable, [])
    if not numbers or any(m not in state.found for m in numbers):
        return
    at = coordinates(use.entry.variable.arity)
    for p, q in combinations(range(len(at)), 2):
        off = {ne(at[p], at[q]).form, -ne(at[p], at[q]).form}
        if all(any(c.rel == "!=" and c.form in off for c in d.constraints) for m in numbers for d in state.found[m]):
            yield p, q


def widened(state: State, defined: Iterable[Piece], given: Iterable[Piece]) -> Iterator[Piece]:
    """The defined pieces, with names of derivatives at all entries of what is differentiated by."""
    defined, given = tuple(defined), tuple(given)
    unstated = {(e.variable, e.indices) for e in state.entries if e.nominal and e.unstated == frozenset(e.letters)}
    for p in defined:
        single = len(state.of[p.variable]) == 1 and (p.variable, p.indices) in unstated
        wider = _wider(p, (*defined, *given), state.letters.known) if single and p.letters else None
        yield from (p,) if wider is None else _parts(p, wider, state)


def _parts(piece: Piece, wider: Piece, state: State) -> Iterator[Piece]:
    """The piece and one for the initial entry: what is said of the name in general is said of the steps behind it."""
    known = state.letters.known
    rest = [simplify(d, known) for d in subtract(wider.domain, piece.domain, known)]
    at = {s: v for s in piece.letters if len(rest) == 1 and (v := pinned(rest[0], s, state.letters)) is not None}
    if len(at) != 1 or piece.body is None:
        yield wider
        return
    yield piece
    yield replace(
        piece,
        indices=tuple(i.substitute(at) for i in piece.indices),
        letters=tuple(s for s in piece.letters if s not in at),
        domain=rest[0].substitute(at),
        body=substitute(piece.body, at),
    )


def _wider(piece: Piece, pieces: tuple[Piece, ...], known: Context) -> Piece | None:
    body = piece.body
    if not isinstance(body, Partial) or {i.letter for i in body.wrt.indices} != set(piece.letters):
        return None
    if len(body.wrt.indices) != len(piece.letters):
        return None
    domains = union((p.at(body.wrt.indices)[0] for p in pieces if p.variable == body.wrt.variable), known)
    return replace(piece, domain=domains[0]) if len(domains) == 1 else None

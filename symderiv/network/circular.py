"""Does an entry depend on itself? The difference between a recurrence and a circle.

A circle of definitions is harmless if every way round it lowers (or raises) some index: `h_t` uses `h_{t-1}`, `z^{(l)}`
uses `a^{(l-1)}`, which uses `z^{(l-1)}`. That is looked for one index position after the other, as in a lexicographic
order; where it is not found, a point that really depends on itself is. What is neither is refused, and said to be so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from ..affine import ZERO, Affine, Sym, affine
from ..digraph import components
from ..domain import Context, Domain, eq, ge, implies, is_empty
from ..errors import CyclicDefinition
from ..expr import Var, Variable, fresh
from ..latex import scripts
from ..system import Piece
from .uses import Use, uses

SEARCH_LIMIT = 400
"""How many ways round are followed before the search for a circle gives up."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Piece `a` at its letters uses piece `b` at `indices`, where `where` holds."""

    a: int
    b: int
    use: Use
    where: Domain


def check_circles(pieces: Sequence[Piece], known: Context) -> None:
    """Raise `CyclicDefinition` unless every entry can be computed from others in some order."""
    numbered = [n for n, p in enumerate(pieces) if p.body is not None and not p.nominal]
    graph: dict[Variable, list[Variable]] = {p.variable: [] for p in pieces}
    for n in numbered:
        graph[pieces[n].variable] += [u.entry.variable for u in _uses(pieces[n])]
    for part in components(graph):
        if len(part) == 1 and part[0] not in graph.get(part[0], ()):
            continue
        members = [n for n in numbered if pieces[n].variable in part]
        edges = list(_edges(pieces, members, known))
        for circle in _circles([*members], edges):
            inside = [e for e in edges if e.a in circle and e.b in circle]
            if not _descends(pieces, inside, known, depth=3):
                raise _error(pieces, inside, known)


def _uses(piece: Piece) -> tuple[Use, ...]:
    """What the piece computes with."""
    if piece.body is None or piece.nominal:
        return ()
    return uses(piece.body, frozenset(piece.letters))


def _edges(pieces: Sequence[Piece], members: Sequence[int], known: Context) -> Iterator[Edge]:
    for a in members:
        for use in _uses(pieces[a]):
            for b in members:
                if pieces[b].variable == use.entry.variable:
                    where = pieces[a].domain & use.where & pieces[b].at(use.entry.indices)[0]
                    if not is_empty(where, known):
                        yield Edge(a, b, use, where)


def _circles(nodes: Sequence[int], edges: Sequence[Edge]) -> list[frozenset[int]]:
    graph: dict[int, list[int]] = {n: [] for n in nodes}
    for e in edges:
        graph[e.a].append(e.b)
    return [frozenset(c) for c in components(graph) if len(c) > 1 or c[0] in graph[c[0]]]


# ---------------------------------------- every way round descends


Heights = list[tuple[int, dict[int, int]]]
"""A linear form in the indices: coefficients, each with the position that it stands for in every piece."""

PAIRS = ((1, 1), (1, -1), (2, 1), (1, 2), (2, -1), (1, -2))
"""Coefficients of two index positions that are tried together, up to sign, where single ones do not do."""


def _descends(pieces: Sequence[Piece], edges: list[Edge], known: Context, depth: int) -> bool:
    """Is there an order of index positions in which every way round goes down?"""
    if not edges:
        return True
    if depth == 0:
        return False
    for height in _forms(pieces, edges):
        left = _flat(pieces, edges, height, known)
        if left is None or len(left) == len(edges):
            continue
        circles = _circles(sorted({n for e in left for n in (e.a, e.b)}), left)
        parts = [[e for e in left if e.a in c and e.b in c] for c in circles]
        if all(_descends(pieces, part, known, depth - 1) for part in parts):
            return True
    return False


def _forms(pieces: Sequence[Piece], edges: list[Edge]) -> Iterator[Heights]:
    """What may go down: an index, up or down; then two of them together."""
    matched = [_matched(pieces, edges, start) for start in range(pieces[edges[0].a].variable.arity)]
    if any(p < 0 for positions in matched for p in positions.values()):
        return
    for positions in matched:
        yield from ([(sign, positions)] for sign in (1, -1))
    for one, two in combinations(matched, 2):
        for (x, y), sign in product(PAIRS, (1, -1)):
            yield [(sign * x, one), (sign * y, two)]


def _matched(pieces: Sequence[Piece], edges: list[Edge], start: int) -> dict[int, int]:
    """For each piece of a circle the position that carries on the first piece's position `start`."""
    positions = {edges[0].a: start}
    changed = True
    while changed:
        changed = False
        for e in edges:
            if (e.a in positions) == (e.b in positions):
                continue
            known, new = (e.a, e.b) if e.a in positions else (e.b, e.a)
            q = _counterpart(pieces, e, positions[known], forward=known == e.a)
            positions[new] = q if q is not None else min(positions[known], pieces[new].variable.arity - 1)
            changed = True
    return positions


def _counterpart(pieces: Sequence[Piece], e: Edge, p: int, *, forward: bool) -> int | None:
    here, there = pieces[e.a].indices, e.use.entry.indices
    if forward:
        return next((q for q, form in enumerate(there) if (form - here[p]).is_constant), None)
    return next((q for q, form in enumerate(here) if (there[p] - form).is_constant), None)


def _flat(pieces: Sequence[Piece], edges: list[Edge], height: Heights, known: Context) -> list[Edge] | None:
    """The edges that may lie on a way round that keeps its height; None if some way round may rise."""
    weights: list[int] = []
    for e in edges:
        rise = ZERO
        for coefficient, positions in height:
            step = e.use.entry.indices[positions[e.b]] - pieces[e.a].indices[positions[e.a]]
            rise = rise + coefficient * step
        weight = _at_most(rise, e.where, known)
        if weight is None:
            return None
        weights.append(weight)
    tops = _longest(edges, weights)
    if tops is None:
        return None
    return [e for e, w in zip(edges, weights, strict=True) if w + tops[e.a] - tops[e.b] >= 0]


def _at_most(rise: Affine, where: Domain, known: Context) -> int | None:
    """A small number that the form does not exceed."""
    if rise.is_constant:
        return rise.const
    return next((w for w in (-1, 0, 1) if implies(where, ge(w, rise), known)), None)


def _longest(edges: list[Edge], weights: list[int]) -> dict[int, int] | None:
    """Longest ways from anywhere (Bellman-Ford); None if some way round has positive length."""
    height = {n: 0 for e in edges for n in (e.a, e.b)}
    for _ in range(len(height) + 1):
        changed = False
        for e, w in zip(edges, weights, strict=True):
            if height[e.a] + w > height[e.b]:
                height[e.b] = height[e.a] + w
                changed = True
        if not changed:
            return height
    return None


# ---------------------------------------- a point that needs itself


def _error(pieces: Sequence[Piece], edges: list[Edge], known: Context) -> CyclicDefinition:
    found = _search(pieces, edges, known)
    first = pieces[edges[0].a]
    if found is None:
        names = " and ".join(dict.fromkeys(f"`{scripts.var(pieces[e.a].lhs)}`" for e in edges))
        return CyclicDefinition(
            f"it cannot be seen that {names} do not depend on themselves",
            first.place,
            "write the recurrence so that every way round lowers (or raises) one index",
        )
    way = " -> ".join(scripts.var(e) for e in found)
    shown = scripts.var(found[0])
    return CyclicDefinition(
        f"`{shown}` depends on itself: {way}",
        first.place,
        "a recurrence must use an earlier or a later step, as `h_t` uses `h_{t-1}`",
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """A way followed so far: the entries on it, in the letters of the first, and where it can be followed."""

    entries: tuple[Var, ...]
    at: int
    where: Domain
    letters: frozenset[Sym]


def _search(pieces: Sequence[Piece], edges: list[Edge], known: Context) -> tuple[Var, ...] | None:
    """The shortest way found from an entry back to itself."""
    leaving: dict[int, list[Edge]] = {}
    for e in edges:
        leaving.setdefault(e.a, []).append(e)
    ways = [_Way((pieces[n].lhs,), n, pieces[n].domain, frozenset(pieces[n].letters)) for n in leaving]
    for _ in range(SEARCH_LIMIT):  # breadth first
        if not ways:
            return None
        way, *ways = ways
        for e in leaving.get(way.at, ()):
            longer = _followed(pieces, way, e)
            closed = (eq(x, y) for x, y in zip(longer.entries[0].indices, longer.entries[-1].indices, strict=False))
            same = longer.entries[0].variable == longer.entries[-1].variable
            if same and not is_empty(longer.where & Domain.of(*closed), known):
                return longer.entries
            if not is_empty(longer.where, known):
                ways.append(longer)
    return None


def _followed(pieces: Sequence[Piece], way: _Way, e: Edge) -> _Way:
    """One edge further, everything in letters that are new."""
    here = pieces[e.a]
    values: dict[Sym, Affine] = {}
    for written, actual in zip(here.indices, way.entries[-1].indices, strict=True):
        letter = written.letter
        if letter is not None and letter in here.letters:
            values[letter] = actual
    taken = way.letters | set(here.letters)
    for s in e.use.bound:
        new = fresh(taken, s)
        taken |= {new}
        values[s] = affine(new)
    indices = tuple(i.substitute(values) for i in e.use.entry.indices)
    where = way.where & e.where.substitute(values)
    return _Way((*way.entries, Var(e.use.entry.variable, indices)), e.b, where, taken)

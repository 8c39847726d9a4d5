r"""The order in which definitions are computed: users after what they use, recurrences in loops.

Variables that use one another form a loop if each has a position such that every use among them lies at the same place
or strictly before (`h^{(t-1)}`) along it, or strictly after (`\delta^{(t+1)}`: the loop runs downwards); uses at the
same place must not form a circle, or they form a loop inside the loop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..affine import Affine, Sym, affine
from ..digraph import components
from ..domain import TRUE, Context, Domain, bounds, cells, eq, ge, implies, is_empty, le, simplify, solve
from ..expr import Expr, Partial, Sum, Var, Variable, children, free, fresh, substitute
from ..system import Piece
from .errors import CompileError
from .prepare import used


@dataclass(frozen=True)
class Segment:
    """A stretch of a loop with the same definitions, if `where` holds; `lower` is `upper` for a single step."""

    lower: Affine
    upper: Affine
    items: tuple[Item, ...]
    where: Domain = TRUE


@dataclass(frozen=True)
class Circle:
    """Definitions computed step by step along `letter`, which is the letter of the position in every one of them."""

    letter: Sym
    down: bool
    variables: frozenset[Variable]
    segments: tuple[Segment, ...]
    pieces: tuple[Piece, ...]


Item = Piece | Circle


def uses(e: Expr, domain: Domain) -> Iterator[tuple[Var, Domain]]:
    """Every entry that computing `e` needs, with what is known of the letters there."""
    if isinstance(e, Var):
        yield e, domain
    elif isinstance(e, Sum):
        yield from uses(e.body, domain & e.domain)
    elif not isinstance(e, Partial):
        for child in children(e):
            yield from uses(child, domain)


def ordered(pieces: Iterable[Piece], known: Context) -> tuple[Item, ...]:
    """The definitions in the order of computing. Raises `CompileError` for a circle that is no recurrence."""
    by: dict[Variable, list[Piece]] = {}
    for p in pieces:
        by.setdefault(p.variable, []).append(p)
    graph = {v: [u for p in ps for u in used(p.body or Var(v, p.indices)) if u in by] for v, ps in by.items()}
    for v, ps in by.items():
        if all(p.body is None for p in ps):
            graph[v] = []
    found: list[Item] = []
    for group in components(graph):
        own = [p for v in group for p in by[v]]
        if len(group) == 1 and group[0] not in graph[group[0]]:
            found.extend(own)
        else:
            found.append(_circle(own, frozenset(group), known))
    return tuple(found)


def cyclic(pieces: Iterable[Piece]) -> frozenset[Variable]:
    """The variables that depend on themselves."""
    graph: dict[Variable, set[Variable]] = {}
    for p in pieces:
        graph.setdefault(p.variable, set()).update(used(p.body) if p.body is not None else ())
    return frozenset(v for g in components(graph) for v in g if len(g) > 1 or v in graph.get(v, ()))


def _circle(
    pieces: list[Piece], group: frozenset[Variable], known: Context, around: tuple[dict[Variable, int], ...] = ()
) -> Circle:
    """The loop of some definitions; `around` are the positions that the loops around it run along."""
    defined = [p for p in pieces if p.body is not None]
    names = sorted(group, key=lambda v: v.key)
    for down in (False, True):
        for at, same in _choices(defined, names, {}, known, around, down=down):
            return _loop(defined, at, same, group, known, around, down=down)
    shown = ", ".join(v.name for v in names)
    raise CompileError(f"{shown} depend on each other, and no index orders them", hint="is it a recurrence?")


def _choices(
    pieces: list[Piece],
    names: list[Variable],
    at: dict[Variable, int],
    known: Context,
    around: tuple[dict[Variable, int], ...],
    *,
    down: bool,
) -> Iterator[tuple[dict[Variable, int], list[tuple[Piece, Variable]]]]:
    """A position for each variable, and the uses at the same step, such that no use looks ahead."""
    found = _same_step(pieces, at, known, around, down=down)
    if found is None:
        return
    if len(at) < len(names):
        v = names[len(at)]
        for n in sorted(set(range(v.arity)) - {outer[v] for outer in around}):
            yield from _choices(pieces, names, {**at, v: n}, known, around, down=down)
    elif found[1]:
        yield at, found[0]


def _same_step(
    pieces: list[Piece],
    at: dict[Variable, int],
    known: Context,
    around: tuple[dict[Variable, int], ...],
    *,
    down: bool,
) -> tuple[list[tuple[Piece, Variable]], bool] | None:
    """The uses at the same step, and whether others are at an earlier one (a later one, downwards); else None."""
    same: list[tuple[Piece, Variable]] = []
    earlier = False
    for piece in pieces:
        assert piece.body is not None
        if piece.variable not in at:
            continue
        here = piece.indices[at[piece.variable]]
        for entry, domain in uses(piece.body, piece.domain):
            if entry.variable not in at:
                continue
            if any(piece.indices[o[piece.variable]] != entry.indices[o[entry.variable]] for o in around):
                continue  # a step before, of a loop around this one
            there = entry.indices[at[entry.variable]]
            behind = here - there if not down else there - here
            if behind.is_constant and behind.const == 0:
                same.append((piece, entry.variable))
            elif (behind.is_constant and behind.const > 0) or implies(domain, ge(behind, 1), known):
                earlier = True
            else:
                return None
    return same, earlier


def _loop(
    pieces: list[Piece],
    at: dict[Variable, int],
    same: list[tuple[Piece, Variable]],
    group: frozenset[Variable],
    known: Context,
    around: tuple[dict[Variable, int], ...],
    *,
    down: bool,
) -> Circle:
    taken: set[Sym] = set()
    for p in pieces:
        own = {i.letter for i in [p.indices[at[p.variable]]] if i.letter in p.letters}
        taken |= {s for s in (*p.letters, *free(p.body or Var(p.variable, p.indices))) if s not in own}
    steps = ((p, p.indices[at[p.variable]].letter) for p in pieces)
    first = next((s for p, s in steps if s is not None and s in p.letters), None)
    if first is None:
        raise CompileError(
            f"entries of {pieces[0].variable.name} are made of others of it, and it is no recurrence",
            hint="give the entries that are computed a name of their own",
        )
    letter = fresh(taken, first)
    ranges: list[Domain] = []
    lettered: list[Piece] = []
    for p in pieces:
        index = p.indices[at[p.variable]]
        if index.letter is not None and index.letter in p.letters:
            lettered.append(_with_letter(p, index.letter, letter))
            found = bounds(lettered[-1].domain, letter, known)
            lows = [ge(letter, f) for f in found.lowers if not f.letters() & set(p.letters)]
            ranges.append(Domain.of(*lows, *(le(letter, f) for f in found.uppers if not f.letters() & set(p.letters))))
        else:
            lettered.append(p)
            ranges.append(Domain.of(eq(letter, index)))
    segments: list[Segment] = []
    for cell, inside in cells(ranges, known):
        lower, upper, rest = _steps(cell, letter, known)
        applied = [n for n in sorted(inside) if not is_empty(lettered[n].domain & cell, known)]
        active = [lettered[n] for n in applied]
        fixed = {lettered[n]: pieces[n] for n in applied}
        edges = {p: [u for q, v in same if q == fixed[p] for u in active if u.variable == v] for p in active}
        items: list[Item] = []
        for part in components(edges):
            if len(part) == 1 and part[0] not in edges[part[0]]:
                items.append(part[0])
            else:
                held = known & Domain.of(ge(letter, lower), le(letter, upper)) & rest
                items.append(_circle(list(part), frozenset(p.variable for p in part), held, (*around, at)))
        segments.append(Segment(lower, upper, tuple(items), rest))
    return Circle(letter, down, group, tuple(_in_order(segments, known, down=down)), tuple(lettered))


def _steps(cell: Domain, letter: Sym, known: Context) -> tuple[Affine, Affine, Domain]:
    """From where to where a stretch goes, and the conditions on sizes under which there is one."""
    solved = solve(cell, letter)
    if solved is not None:
        return solved[0], solved[0], simplify(solved[1], known)
    found = bounds(cell, letter, known)
    if len(found.lowers) != 1 or len(found.uppers) != 1:
        raise CompileError(f"the steps of {letter.name} in which definitions apply have several bounds")
    return found.lowers[0], found.uppers[0], found.rest


def _with_letter(p: Piece, old: Sym, new: Sym) -> Piece:
    if old == new:
        return p
    values = {old: affine(new)}
    assert p.body is not None
    return Piece(
        p.variable,
        tuple(i.substitute(values) for i in p.indices),
        tuple(new if s == old else s for s in p.letters),
        p.domain.substitute(values),
        substitute(p.body, values),
        p.role,
    )


def _in_order(segments: list[Segment], known: Context, *, down: bool) -> list[Segment]:
    left, found = list(segments), []
    while left:
        for s in left:
            if all(
                t is s or implies(known.known, ge(t.lower, s.upper + 1), known) or _after(s, t, known) for t in left
            ):
                found.append(s)
                left.remove(s)
                break
        else:
            raise CompileError("the steps of a recurrence cannot be put in order")
    return found[::-1] if down else found


def _after(s: Segment, t: Segment, known: Context) -> bool:
    """Does `t` lie after `s` wherever both have steps?"""
    both = known.known & Domain.of(ge(s.upper, s.lower), ge(t.upper, t.lower)) & s.where & t.where
    return implies(both, ge(t.lower, s.upper + 1), known)

r"""Lengths that a page leaves to its reader and that its lines tell: `\sum_{i=1}^{n} A_{ij} G_{ic}` says how long A is.

What the definitions say nothing of runs from 1 up to a size of its own. Where the lines that are judged sum over such
an index with bounds, all of them the same, that is its length. A name that only lines use begins where they do, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ...affine import Affine, Sym, affine
from ...domain.constraint import Domain, ge
from ...expr import Expr, Sum, Variable, children, own_forms, substitute, walk
from ...network.uses import uses
from ...system import Assumption, Piece, Span, System

Ends: TypeAlias = tuple[Affine, Affine]
"""Where a letter begins and ends."""
ONE = affine(1)


def told_by_lines(
    system: System,
    presumed: frozenset[Sym],
    members: Iterable[Expr],
    ranged: Iterable[tuple[Sequence[Span], Sequence[Expr]]] = (),
    lines: Sequence[Sequence[Expr]] = (),
) -> System:
    """The network with presumed sizes replaced by what the bounds of the lines say of them, and the ranges beside them
    (`ranged`). That an array is square needs two of the `lines`: what one alone says may be a slip."""
    votes: dict[Sym, set[Ends]] = {}
    members = [*members]
    indices = free_indices(members)
    said = (vote for spans, own in ranged for vote in _beside(system, spans, own))
    for size, ends in (*(vote for member in members for vote in votes_of(system, member)), *said):
        if size not in presumed or ends[1].letter in indices:
            continue  # `\sum_{i=1}^k` of a line about `\eta_k` says nothing of how many there are
        if ends[0] == ONE or _only_of(system, size) is not None:
            votes.setdefault(size, set()).add(ends)
    for size, votes_of_size in votes.items():
        found = {x for x in votes_of_size if x[1].letter not in presumed} or votes_of_size
        last = next(iter(found))[1]
        number = last.letter is not None and any(c.isdigit() for c in last.letter.name)
        if last.letter in system.sizes and not number and _is_beside(system, size, last.letter):
            says = [own for own in lines if any(size == s for m in own for s, _ in votes_of(system, m))]
            if len(says) < len("ab"):
                continue
        if len({end for _, end in found}) == 1 and last.letter is not None and last.letter not in presumed:
            first = _first(beginning for beginning, _ in found)
            system = system if first is None else put(system, size, first, last.letter)
    return system


def _is_beside(system: System, size: Sym, other: Sym | None) -> bool:
    """Are two sizes those of one array?"""
    return any({size, other} <= p.domain.letters() for p in system.pieces)


def free_indices(members: Iterable[Expr]) -> set[Sym]:
    """The letters in indices of what lines use that no sum binds."""
    return {s for m in members for u in uses(m) for i in u.entry.indices for s in i.letters() - set(u.bound)}


def _first(beginnings: Iterable[Affine]) -> Affine | None:
    """The least of several numbers; none where one is no number."""
    found = list(beginnings)
    numbers = [x for x in found if not x.terms]
    return min(numbers, key=lambda x: x.const) if len(numbers) == len(found) else None


def told_by_letters(system: System, presumed: frozenset[Sym], lines: Iterable[Iterable[Expr]]) -> System:
    r"""The network with the lengths of names that nothing uses told by the letters of the lines.

    Beside `\\hat{y}_w` the w of a name `y_w = [w = o]`, which only lines use, runs as far as the other.
    """
    loose = {size: v for size in presumed if (v := _only_of(system, size)) is not None}
    votes: dict[Sym, set[Ends]] = {}
    for members in lines if loose else ():
        ends: dict[Sym, set[Ends]] = {}
        for use in (u for m in members for u in uses(m)):
            for p, form in enumerate(use.entry.indices):
                if form.letter is not None and form.letter not in use.bound:
                    found = (ends_of(x, p) for x in system.of(use.entry.variable))
                    ends.setdefault(form.letter, set()).update(x for x in found if x is not None)
        for found_ends in ends.values():
            for size in {last.letter for _, last in found_ends} & loose.keys():
                others = {(first, last) for first, last in found_ends if last.letter not in loose}
                votes.setdefault(size, set()).update(others)  # type: ignore[arg-type]
    for size, others in votes.items():
        if len(others) == 1:
            first, last = next(iter(others))
            assert last.letter is not None
            system = put(system, size, first, last.letter)
    return system


def _only_of(system: System, size: Sym) -> Variable | None:
    """The defined variable that alone has this length, and that no definition uses."""
    owners = {p.variable for p in system.pieces if size in p.domain.letters()}
    bodies = [(p.variable, p.body) for p in system.pieces if p.body is not None]
    if len(owners) != 1:
        return None
    (owner,) = owners
    used = any(u.entry.variable == owner for v, b in bodies if v != owner for u in uses(b))
    defined = any(v == owner for v, _ in bodies)
    named = any(size in form.letters() for _, b in bodies for x in walk(b) for form in own_forms(x))
    return owner if defined and not used and not named else None


def votes_of(system: System, e: Expr) -> Iterator[tuple[Sym, Ends]]:
    """The last values of positions, where they are a size, with the ends of the sums that run over them, or of what one
    sum without bounds runs over beside them."""
    if isinstance(e, Sum) and not e.where:
        found = [*_run_over(system, e)]
        if len(e.lowers) == len(e.uppers) == 1:
            yield from ((last.letter, (e.lowers[0], e.uppers[0])) for _, last in found if last.letter is not None)
        elif not (e.lowers or e.uppers):
            pairs = ((one, other) for one in found for other in found if one != other)
            yield from ((one[1].letter, other) for one, other in pairs if one[1].letter is not None)
    for x in children(e):
        yield from votes_of(system, x)


def _beside(system: System, spans: Sequence[Span], members: Sequence[Expr]) -> Iterator[tuple[Sym, Ends]]:
    """The last values of positions, where they are a size, with the ends that are stated for the letters there."""
    stated = {s.letter: (s.lower, s.upper) for s in spans}
    for use in (u for m in members for u in uses(m)) if stated else ():
        for p, form in enumerate(use.entry.indices):
            if form.letter in stated and form.letter not in use.bound:
                found = (ends_of(x, p) for x in system.of(use.entry.variable))
                yield from ((x[1].letter, stated[form.letter]) for x in found if x is not None and x[1].letter)


def _run_over(system: System, e: Sum) -> Iterator[Ends]:
    """Where the positions that a sum runs over begin and end."""
    for use in uses(e.body, frozenset([e.letter])):
        for p, form in enumerate(use.entry.indices):
            if form.letter == e.letter:
                for piece in system.of(use.entry.variable):
                    ends = ends_of(piece, p)
                    if ends is not None:
                        yield ends


def ends_of(piece: Piece, p: int) -> Ends | None:
    r"""The same of a position of a piece: no other position tells it, as the j of `w_{ij}` for `i \le j` does."""
    found = ends_in(piece.domain, piece.indices[p].letter)
    return None if found is None or found[1].letter in piece.letters else found


def ends_in(domain: Domain, letter: Sym | None) -> Ends | None:
    """The number from which and the size up to which a letter runs, if they are such."""
    if letter is None:
        return None
    firsts = [affine(letter) - c.form for c in domain.constraints if c.rel == ">=" and c.form.coefficient(letter) == 1]
    lasts = [affine(letter) + c.form for c in domain.constraints if c.rel == ">=" and c.form.coefficient(letter) == -1]
    return (firsts[0], lasts[0]) if len(firsts) == len(lasts) == 1 and lasts[0].letter is not None else None


def put(system: System, size: Sym, first: Affine, last: Sym) -> System:
    """The network with another size in the place of one, and `first` where what ends there begins."""
    values: dict[Sym, Affine] = {size: affine(last)}

    def span(s: Span) -> Span:
        return Span(s.letter, s.lower.substitute(values), s.upper.substitute(values))

    def domain(d: Domain) -> Domain:
        """The domain from another number on, where it ends at the size."""
        begins = {c: c.form for c in d.constraints if c.rel == ">=" and (c.form + ONE).letter is not None}
        ending = {x for c in d.constraints if c.form.coefficient(size) == 1 for x in c.form.letters() - {size}}
        moved = {c: ge(form + ONE, first) for c, form in begins.items() if (form + ONE).letter in ending}
        return Domain(tuple(moved.get(c, c) for c in d.constraints)).substitute(values)

    def pieces(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(
            replace(
                p,
                indices=tuple(i.substitute(values) for i in p.indices),
                domain=domain(p.domain),
                body=None if p.body is None else substitute(p.body, values),
            )
            for p in found
        )

    return replace(
        system,
        pieces=pieces(system.pieces),
        outputs=pieces(system.outputs),
        sizes=system.sizes - {size} | {last},
        presumed=system.presumed - {size},
        context=system.context.substitute(values),
        assumptions=tuple(
            Assumption(substitute(a.left, values), substitute(a.right, values)) for a in system.assumptions
        ),
        spans=tuple(map(span, system.spans)),
    )

r"""What sentences say of how many entries a variable has, beside what is inferred from use.

`The map $z^1$ has $P + M - 1$ entries` may be all that a page says of a hidden layer: its sums run over the last one.
Where both agree nothing changes. Else the sentence is meant, and the definition is made one for each layer of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from ..affine import Affine, Sym, affine
from ..domain import Domain, bounds, eq, ge, implies, is_empty, le, simplify, subset, subtract
from ..domain.constraint import TRUE, Context
from ..draft import Counted, Draft, RawDefinition
from ..expr import Var, Variable, holds_derivative, of_kind
from ..system import Piece, Span, System


def at_odds(system: System, counted: Sequence[Counted]) -> list[Counted]:
    """What is said of variables that the network takes to have another number of entries, as far as sizes tell."""
    odd = [c for c in _meant(system, counted) if any(_differs(system, c, p) for p in system.of(c.variable))]
    return [c for c in odd if any(p.body is not None for p in system.of(c.variable))]


def _meant(system: System, counted: Sequence[Counted]) -> list[Counted]:
    """What is said in sizes that formulas name (others may have other names there), of one layer or of all.

    A size that no formula names is one of its own where it is said of a layer that none names either.
    """
    found = []
    for c in counted:
        own = {x.letter for _, x in c.at if _is_index(x)}
        layers = all(_is_index(x) or x.letters() <= system.sizes for _, x in c.at)
        named = all(s in system.sizes or s in own for _, n in c.sizes for s in n.letters())
        if layers and (named or _is_of_its_own(system, c, counted)):
            found.append(c)
    return found


def _is_of_its_own(system: System, c: Counted, counted: Sequence[Counted]) -> bool:
    r"""Is it said of one of the layers that one formula defines, and that no other formula names by number; or of all,
    another size being told of one?"""
    if not c.at or not any(all(p.indices[n].letter in p.letters for n, _ in c.at) for p in system.of(c.variable)):
        return False
    if any(_is_index(x) for _, x in c.at):
        return any(x.sizes != c.sizes for x in counted if x.variable == c.variable)
    bodies = (p.body for p in system.pieces if p.body is not None)
    used = (x for body in bodies for x in of_kind(body, Var) if x.variable == c.variable)
    return not any(all(x.indices[n] == at for n, at in c.at) for x in used)


def _differs(system: System, c: Counted, piece: Piece) -> bool:
    known = Context(system.context, system.size_functions)
    found = _ranges(c, piece, known)
    if found is None:
        return False
    said = [n for _, n in _sizes_at(c, piece)]
    if any(high.letter in system.presumed for _, high in found):
        return False
    whole = _joined(system, c, piece, found)
    there = [high - low + 1 for low, high in whole]
    lone = any(x.indices[p].letter not in x.letters for x in system.of(c.variable) for p, _ in c.sizes)
    if any(
        (low == affine(0) and n - 1 in said) or (lone and n + 1 in said)
        for (low, _), n in zip(whole, there, strict=True)
    ):
        return False  # a unit for the bias
    if any(n.is_constant for n in said) and not all(n.is_constant for n in there):
        return False  # an example
    return not any(
        all(implies(TRUE, eq(a, b), known) for a, b in zip(there, order, strict=True)) for order in permutations(said)
    )


def _joined(
    system: System, c: Counted, piece: Piece, found: Sequence[tuple[Affine, Affine]]
) -> Sequence[tuple[Affine, Affine]]:
    r"""The ends of a piece with those of what goes on before or behind it: `h_k = f(z_k)`, `h_{n+1} = 1`."""
    known = Context(system.context, system.size_functions)
    for other in (p for p in system.of(c.variable) if p != piece):
        values = {s: piece.indices[p] for p, _ in c.at if (s := other.indices[p].letter) is not None}
        ends = [(a.substitute(values), b.substitute(values)) for a, b in _ranges(c, other, known) or ()]
        apart = [n for n, (one, two) in enumerate(zip(found, ends, strict=False)) if one != two]
        if len(ends) != len(found) or len(apart) != 1:
            continue
        ((low, high), (first, last)), n = (found[apart[0]], ends[apart[0]]), apart[0]
        if first == high + 1 or low == last + 1:
            both = (low, last) if first == high + 1 else (first, high)
            found = [*found[:n], both, *found[n + 1 :]]
    return found


def fits(system: System, counted: Sequence[Counted], variable: Variable, place: int) -> bool | None:
    """Has a position of a variable as many values as sentences say; None if they say nothing of it."""
    said = [n for c in counted if c.variable == variable for p, n in c.sizes if p == place]
    known = Context(system.context, system.size_functions)
    for piece in system.of(variable) if said else ():
        letter = piece.indices[place].letter
        ends = None if letter is None else bounds(piece.domain, letter, known)
        if ends is None or len(ends.lowers) != 1 or len(ends.uppers) != 1:
            return False
        if any(not implies(TRUE, eq(ends.uppers[0] - ends.lowers[0] + 1, n), known) for n in said):
            return False
    return True if said else None


def _ranges(c: Counted, piece: Piece, known: Context) -> list[tuple[Affine, Affine]] | None:
    """The ends of the letters of a piece where it is of the layer of which is spoken; None if these are no sizes."""
    domain = piece.domain & Domain.of(*(eq(piece.indices[p], x) for p, x in _fixed(c)))
    if is_empty(domain, known):
        return None
    found = []
    for p, _ in c.sizes:
        letter = piece.indices[p].letter
        if letter not in piece.letters or letter is None:
            return None
        ends = bounds(domain, letter, known)
        if len(ends.lowers) != 1 or len(ends.uppers) != 1:
            return None
        found.append((ends.lowers[0], ends.uppers[0]))
    return found


def ends_counted(
    system: System, presumed: Collection[Sym], counted: Sequence[Counted], letters: Collection[Sym]
) -> dict[Sym, tuple[Affine, Affine]]:
    """The ends that sentences give what ends at a presumed size, in sizes that the network has or lines name."""
    known = Context(system.context, system.size_functions)
    found: dict[Sym, set[tuple[Affine, Affine]]] = {}
    whole = [c for c in counted if not any(_is_index(x) for _, x in c.at)]
    for c, piece in ((x, p) for x in whole for p in system.of(x.variable) if p.body is not None):
        ends = _ranges(c, piece, known) or []
        for (_, n), (low, high) in zip(_sizes_at(c, piece), ends, strict=False):
            if high.letter in presumed and high.letter is not None and {*n.atoms()} <= {*letters} and not n.is_constant:
                found.setdefault(high.letter, set()).add((low, low + n - 1))
    return {size: next(iter(ends)) for size, ends in found.items() if len(ends) == 1}


def data_as_counted(system: System, counted: Sequence[Counted]) -> System:
    """The network with data from 1 up to the length that sentences give them, and 0 beyond: where all is 0 beyond its
    range, or uses go further than that."""
    said = {c.variable: c for c in reversed(counted) if not c.at and len(c.sizes) == c.variable.arity}
    pieces = tuple(_data(system, p, said.get(p.variable)) for p in system.pieces) if said else system.pieces
    return system if pieces == system.pieces else replace(system, pieces=pieces, outside_zero=True)


def _data(system: System, piece: Piece, c: Counted | None) -> Piece:
    """A given piece with the length that is said of it, if it is another one than uses show."""
    plain = {*piece.letters} == {i.letter for i in piece.indices} and len(system.of(piece.variable)) == 1
    if c is None or piece.body is not None or not plain:
        return piece
    known = Context(system.context, system.size_functions)
    sizes = [(piece.indices[n], size) for n, size in c.sizes]
    if not all(size.letters() and size.letters() <= system.sizes for _, size in sizes):
        return piece
    lowers = [low for i, _ in sizes if i.letter is not None for low in bounds(piece.domain, i.letter, known).lowers]
    if affine(0) in lowers or not (system.outside_zero or all(low == affine(1) for low in lowers)):
        return piece  # a unit for the bias
    domain = Domain.of(*(x for i, size in sizes for x in (ge(i, 1), le(i, size))))
    less, more = subset(domain, [piece.domain], known), subset(piece.domain, [domain], known)
    other = not (less and more) if system.outside_zero else less and not more
    return replace(piece, domain=domain) if other else piece


def _fixed(c: Counted) -> list[tuple[int, Affine]]:
    """The layers of which is spoken; a letter that numbers them stands for all."""
    return [(p, x) for p, x in c.at if not _is_index(x)]


def _is_index(x: Affine) -> bool:
    letter = x.letter
    return letter is not None and letter.name.lower() == letter.name


def _sizes_at(c: Counted, piece: Piece) -> list[tuple[int, Affine]]:
    """The lengths in the letters of a piece."""
    values = {x.letter: piece.indices[p] for p, x in c.at if _is_index(x) and x.letter is not None}
    return [(p, n.substitute({s: v for s, v in values.items() if s is not None})) for p, n in c.sizes]


def with_counted(draft: Draft, system: System, odd: Sequence[Counted]) -> Draft:
    """The draft with the definitions of such variables made one for each layer, with the ranges that are said."""
    names = {c.variable for c in odd}
    said = _first_of_each(_meant(system, draft.counted))
    made = (x for d in draft.definitions for x in (_parts(d, said, system) if d.left.variable in names else (d,)))
    return replace(draft, definitions=tuple(made), counted=())


def _parts(d: RawDefinition, counted: Sequence[Counted], system: System) -> Iterator[RawDefinition]:
    """A definition for each layer of which is spoken, and for the others."""
    letters = [i.letter for i in d.left.indices]
    stated = {s.letter for s in d.ranges}
    said = [c for c in counted if c.variable == d.left.variable]
    pieces = [p for p in system.of(d.left.variable) if p.place == d.place and p.body is not None]
    named = [s for s in letters if s is not None]
    plain = all(i.letter is not None or i.is_constant for i in d.left.indices) and len({*named}) == len(named)
    usable = plain and len(pieces) == 1 and {*pieces[0].letters} <= {*named} and not holds_derivative(d.body)
    if not usable or any(letters[p] in {None, *stated} for c in said for p, _ in c.sizes):
        yield d
        return
    known = Context(system.context, system.size_functions)
    (piece,) = pieces
    rest = [piece.domain]
    for c in said:
        ends = _ranges(c, piece, known)
        if ends is None:
            continue
        spans = tuple(
            Span(s, low, low + n - 1)
            for (p, n), (low, _) in zip(_sizes_at(c, piece), ends, strict=True)
            if (s := letters[p]) is not None
        )
        layer = tuple(eq(d.left.indices[p], x) for p, x in _fixed(c))
        apart = {s for x in layer for s in x.letters()}
        own = (s for s in d.ranges if s.letter not in apart)
        yield replace(d, ranges=(*own, *spans), where=(*d.where, *layer))
        here = Domain.of(*(eq(piece.indices[p], x) for p, x in _fixed(c)))
        rest = [part for part in rest for part in subtract(part, here, known)]
    yield from (replace(d, where=(*d.where, *simplify(x, known).constraints)) for x in rest)


def _first_of_each(counted: Sequence[Counted]) -> list[Counted]:
    """What is said first of each layer, that of all layers last."""
    first: dict[tuple[Variable, object], Counted] = {}
    for c in counted:
        first.setdefault((c.variable, c.at), c)
    return sorted(first.values(), key=lambda c: not c.at)

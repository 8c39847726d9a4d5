"""Where each variable lies: its array, the range of each position, and the sizes that the shapes give away."""

from __future__ import annotations

from collections.abc import Iterable

from ..affine import Affine, Sym, affine
from ..domain import Context, Domain, bounds, ge, implies, is_empty, le, solve, subtract
from ..expr import substitute
from ..system import Piece
from .errors import CompileError
from .program import Argument
from .scope import Scope


def box(piece: Piece, known: Context) -> dict[Sym, tuple[Affine, Affine]]:
    """The range of each letter of a piece, over all values of its other letters."""
    found: dict[Sym, tuple[Affine, Affine]] = {}
    for letter in piece.letters:
        limits = bounds(piece.domain, letter, known)
        lowers = [_extreme(f, piece, found, known, least=True) for f in limits.lowers]
        uppers = [_extreme(f, piece, found, known, least=False) for f in limits.uppers]
        if not lowers or not uppers or None in lowers or None in uppers:
            raise CompileError(f"the range of {letter.name} in {piece.variable.name} is not bounded on both sides")
        low = chosen([f for f in lowers if f is not None], known, least=False)
        high = chosen([f for f in uppers if f is not None], known, least=True)
        if low is None or high is None:
            raise CompileError(f"the range of {letter.name} in {piece.variable.name} has several ends")
        found[letter] = (low, high)
    return found


def _extreme(
    form: Affine, piece: Piece, found: dict[Sym, tuple[Affine, Affine]], known: Context, *, least: bool
) -> Affine | None:
    """The least (or largest) value of a bound over the letters already ranged; None if it has others."""
    values: dict[Sym, Affine] = {}
    for s in form.letters():
        if s not in piece.letters:
            continue
        limits = found.get(s)
        if limits is None:
            own = bounds(piece.domain, s, known)
            wanted = own.lowers if (form.coefficient(s) > 0) == least else own.uppers
            plain = [f for f in wanted if not f.letters() & set(piece.letters)]
            if not plain:
                return None
            limits = (plain[0], plain[0])
        values[s] = limits[0] if (form.coefficient(s) > 0) == least else limits[1]
    return form.substitute(values)


def chosen(forms: list[Affine], known: Context, *, least: bool) -> Affine | None:
    """The least (or largest) of some forms, if it is known which."""
    for f in forms:
        if all(
            implies(known.known, le(f, g) if least else ge(f, g), Context(Domain(()), known.positive)) for g in forms
        ):
            return f
    return None


def hull(pieces: Iterable[Piece], known: Context) -> tuple[tuple[Affine, Affine], ...]:
    """The range of each position over several pieces of a variable."""
    every = list(pieces)
    boxes: list[list[tuple[Affine, Affine]]] = []
    for p in every:
        scope = Scope(box(p, known), known)
        boxes.append([scope.extremes(i) for i in p.indices])
    inside = [known & p.domain for p in every]
    found: list[tuple[Affine, Affine]] = []
    for position in zip(*boxes, strict=True):
        low = _end([lo for lo, _ in position], inside, least=True)
        high = _end([hi for _, hi in position], inside, least=False)
        if low is None or high is None:
            raise CompileError(f"the definitions of {every[0].variable.name} do not lie in one range")
        found.append((low, high))
    return tuple(found)


def one_array(pieces: list[Piece], known: Context) -> bool:
    """Are given pieces parts of one array: do they fill a box, or has one of them an index at every position?

    `u_{i,0}` beside `u_{i,j}` lies on its fringe; `h^{(0)}_i` and `h^{(5)}_i` are arrays of their own.
    """
    try:
        whole = any(len(p.letters) == len(p.indices) for p in pieces) and bool(hull(pieces, known))
        return whole or tiled(pieces, known)
    except CompileError:
        return False


def tiled(pieces: list[Piece], known: Context) -> bool:
    """Do the pieces, apart from conditions on sizes, fill one box without a hole?"""
    if len(pieces) < 2:
        return False
    letters = tuple(Sym(f"@{n}") for n in range(pieces[0].variable.arity))
    ranges = hull(pieces, known)
    left = [Domain.of(*(c for s, (lo, hi) in zip(letters, ranges, strict=True) for c in (ge(s, lo), le(s, hi))))]
    for p in pieces:
        guard, _ = p.at(tuple(map(affine, letters)))
        own = Domain(tuple(c for c in guard.constraints if c.letters() & set(letters)))
        left = [q for part in left for q in subtract(part, own, known)]
    return all(is_empty(part, known) for part in left)


def along_letters(p: Piece) -> Piece:
    """The piece with the letters that an equality gives (`m = n` on a diagonal) put in."""
    for letter in p.letters if p.body is not None else ():
        solved = solve(p.domain, letter)
        if solved is not None:
            values = {letter: solved[0]}
            indices = tuple(i.substitute(values) for i in p.indices)
            left = tuple(s for s in p.letters if s != letter)
            assert p.body is not None
            return along_letters(Piece(p.variable, indices, left, solved[1], substitute(p.body, values), p.role))
    return p


def _end(forms: list[Affine], inside: list[Context], *, least: bool) -> Affine | None:
    """The end of a range that reaches as far as every one of several, each within its own piece."""
    for f in forms:
        if all(
            implies(k.known, le(f, g) if least else ge(f, g), Context(Domain(()), k.positive))
            for g, k in zip(forms, inside, strict=True)
        ):
            return f
    return None


Solved = tuple[tuple[Sym, str, int, int, Affine], ...]


def solved_sizes(arguments: Iterable[Argument], sizes: frozenset[Sym]) -> tuple[Solved, tuple[Sym, ...]]:
    """Each size with the argument and the position that give it away, in an order that works; and those that none does.

    `(I, "w", 1, 2, rest)` says that the extent of position 1 of `w` is `2 I + rest`.
    """
    found: list[tuple[Sym, str, int, int, Affine]] = []
    done: set[Sym] = set()
    extents = [(a.storage.name, n, c) for a in arguments for n, c in enumerate(a.storage.counts)]
    extents.sort(key=lambda x: (len(x[2].terms), abs(x[2].const)))
    progress = True
    while progress:
        progress = False
        for name, position, count in extents:
            unknown = [(s, count.coefficient(s)) for s in sorted(count.letters() & sizes - done, key=lambda s: s.name)]
            if len(unknown) == 1 and unknown[0][1] > 0:
                size, factor = unknown[0]
                found.append((size, name, position, factor, count - affine(size) * factor))
                done.add(size)
                progress = True
    return tuple(found), tuple(sorted(sizes - done, key=lambda s: s.name))

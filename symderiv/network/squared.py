r"""Definitions of which only half a square is used: `d_{ij} = |y_i - y_j|` beside `\sum_{i<j} d_{ij}`.

Nothing is stated of i or of j, so the definition means every pair, not just those that one sum adds up. That is plain
where both letters index the same variable and no index of the body mixes letters, and where only a diagonal is used.
"""

from __future__ import annotations

from functools import reduce
from itertools import combinations

from ..affine import Sym, affine
from ..domain import Domain, bounds, ne, simplify
from ..errors import RangeClash
from ..expr import Var, Variable
from ..latex import scripts
from .entries import coordinates
from .images import about_indices, hull, project
from .inference import State


def squared(state: State, n: int, used: list[Domain]) -> list[Domain]:
    """The domains (in coordinates) that are used of a definition, halves of a square made whole."""
    entry = state.entries[n]
    if entry.diagonal:
        return used
    at = dict(zip((i.letter for i in entry.indices), coordinates(entry.variable.arity), strict=True))
    for a, b in combinations(entry.letters, 2):
        if not {a, b} & state.unknown(n):
            continue
        one, two = at.get(a), at.get(b)
        if one is None or two is None or not _mixed(used, one, two):
            continue
        if state.judged and _is_off_diagonal(used, one, two):
            continue  # a line that names the diagonal is asked whether it matters (`check.diagonals`)
        if _is_diagonal(used, one, two) or _is_alike(state, n, a, b):
            stated = entry.in_coordinates(state.stated(n))  # `i \\ne j` beside the definition holds all the same
            used = [simplify(d & stated, state.letters.known) for d in whole(state, used, one, two)]
    return used


def mirrored(state: State, variable: Variable, used: list[Domain]) -> list[Domain]:
    """What is used of a given array; all of the square where the page calls it symmetric (`w_{ij} = w_{ji}`)."""
    own = [a for a in state.draft.assumptions if isinstance(a.left, Var) and a.left.variable == variable]
    if not any(isinstance(a.right, Var) and is_mirrored(a.left, a.right) for a in own if isinstance(a.left, Var)):
        return used
    one, two = coordinates(variable.arity)
    return whole(state, used, one, two) if _mixed(used, one, two) else used


def _one_length(state: State, lines: list[Domain], c: Sym) -> None:
    """Raise `RangeClash` where one side of a square has a presumed length: it is that of the other."""
    uppers = [bounds(d, c, state.letters.known).uppers for d in lines]
    ends = list(dict.fromkeys(u[0] for u in uppers if len(u) == 1 and u[0].letters() <= state.letters.sizes))
    if len(ends) == len({tuple(u) for u in uppers}) == 2 and any(e.letter in state.presumed for e in ends):
        cause = f"two indices of a square run to `{scripts.index(ends[0])}` and to `{scripts.index(ends[1])}`"
        raise RangeClash(cause, None, "state the range of both", (ends[0], ends[1]))


def is_mirrored(left: Var, right: Var) -> bool:
    """Is it `w_{ij} = w_{ji}`?"""
    return left.variable == right.variable and len(left.indices) == 2 and left.indices == right.indices[::-1]


def _is_diagonal(used: list[Domain], one: Sym, two: Sym) -> bool:
    """Is it used where two of its letters are equal and nowhere else? Then it would not have two."""
    return all(any(c.rel == "==" and c.mentions(one) and c.mentions(two) for c in d.constraints) for d in used)


def _is_off_diagonal(used: list[Domain], one: Sym, two: Sym) -> bool:
    """Is all of a square used but its diagonal?"""
    mixed = [c for d in used for c in d.constraints if c.mentions(one) and c.mentions(two)]
    apart = ne(one, two).form
    return all(c.rel == "!=" and c.form in (apart, -apart) for c in mixed)


def _mixed(used: list[Domain], one: Sym, two: Sym) -> bool:
    return any(c.mentions(one) and c.mentions(two) for d in used for c in d.constraints)


def _is_alike(state: State, n: int, a: Sym, b: Sym) -> bool:
    """Do two letters stand alone wherever they index anything, and fill the same place of one variable?"""
    places: dict[Sym, set[tuple[Variable, int]]] = {a: set(), b: set()}
    for use in state.uses(n):
        for p, form in enumerate(use.entry.indices):
            for letter in {a, b} & form.letters():
                if form.letter != letter:
                    return False
                places[letter].add((use.entry.variable, p))
    return bool(places[a] & places[b])


def whole(state: State, used: list[Domain], one: Sym, two: Sym) -> list[Domain]:
    known = state.letters.known
    lines = [project(d, frozenset([c]), state.letters).substitute({c: affine(one)}) for d in used for c in (one, two)]
    joined = about_indices(reduce(lambda a, b: hull(a, b, known), lines))
    if not bounds(joined, one, known).uppers:
        _one_length(state, lines, one)
        return used  # lengths that cannot be compared: no square says how far it goes
    rest = dict.fromkeys(tuple(c for c in d.constraints if not (c.mentions(one) or c.mentions(two))) for d in used)
    if len(rest) != 1:
        return used
    square = joined & joined.substitute({one: affine(two)})
    return [simplify(Domain(next(iter(rest))) & square, known)]

r"""Rows and whole matrices of what a page defines by entries: `w_k^T x_n`, `X W^T` beside `\sum_{d=1}^D w_{kd} x_{nd}`.

A name with one index less than its entries is the row or the column at that index, a column as every vector, and a
capital without indices is the matrix of the entries of its small letter. Both only where the page uses it so:
transposed, in bars, as what is differentiated by, or beside such a one; what stands as a number somewhere is no row.
How long it is say the letters of the entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ...notation import EQUALITIES
from ...pattern import lazily
from ..spelled.shape import Shape, is_mark, is_slice, letter_of, shape_of, values_in
from ..stated import Stated, matrix_of
from .algebra import ELEMENTWISE
from .declared import BOLD, Declared, space, split
from .named import ONES
from .sizes import sizes_run_through

OF_COLUMNS = lazily(
    r"\bcolumns?\b(?![ -]vectors?\b)|\bSpalten?\b|(?<!vecteur )(?<!vecteurs )\bcolonnes?\b|\bcolumnas?\b|\bcolunas?\b"
    r"|\bcolonn[ae]\b|столб|(?<![行系配数序排陣])列(?!ベクトル|向量)|(?<![배수계나진])열(?!\s*벡터)",
    re.I,
)
"""Words about columns of a matrix, and not only of vectors that are columns."""
BARS = frozenset([r"\|", "||"])
Whole = tuple[str, tuple[Node, ...]]
"""A name without its last indices: its letter and the scripts that it keeps."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of one letter: what each of their places runs over, one of them as typed, the letters in each place
    of which nothing says what they run over, and all letters there; none of one whose rows or columns are listed."""

    sizes: tuple[Node, ...]
    name: Name
    others: tuple[frozenset[str], ...]
    letters: tuple[frozenset[str], ...]


def rows_of_entries(
    stated: Sequence[Stated], ranges: Sequence[Chain], words: str = ""
) -> Iterator[tuple[str, Declared]]:
    """The shapes of such rows and matrices; `words` are those of the page."""
    chains = [s.statement.chain for s in stated]
    sizes = sizes_run_through([s.statement for s in stated], ranges)
    entries = _entries([t.of_kind(s.statement, Name) for s in stated], sizes)
    if not entries:
        return
    told = {m[0] for s in stated if (m := matrix_of(s)) is not None}  # `C = (c_{ij})` says it
    used = {w: lines for w, lines in _used_as_arrays(chains, entries).items() if w[0] not in told}
    by_base = {base: {p: n for (x, p), n in used.items() if x == base} for base, pieces in used if pieces}
    places = {base: _place(own, entries[_thin(base)], sizes) for base, own in by_base.items()}
    square = {base: _place_by_letter(own, entries[_thin(base)]) for base, own in by_base.items()}
    square = {base: n for base, n in square.items() if _is_square(entries[_thin(base)])}
    apart = square.keys().isdisjoint(_vectors(chains)) and not OF_COLUMNS.search(words)
    if apart and _is_told_by_use(chains, square, {w for w in used if w[0] in square}):
        places |= square
    for base, pieces in used:
        if not pieces:
            found = entries[_thin(base).lower()]
            yield base, Declared((), "m", found.sizes, False, found.name)
        elif (place := places[base]) is not None:
            size = entries[_thin(base)].sizes[1 - place]
            yield base, Declared(pieces, "c", (size,), True, turned=place == 1)


def _thin(base: str) -> str:
    return BOLD.sub(r"\1", base)


def _entries(statements: Iterable[Sequence[Name]], sizes: Mapping[str, Node]) -> dict[str, Entries]:
    """The letters whose names have two indices, each place of one range where they are first met with such indices."""
    found: dict[str, list[set[Node]]] = {}
    others: dict[str, list[set[str]]] = {}
    every: dict[str, list[set[str]]] = {}
    typed: dict[str, Name] = {}
    unknown: set[str] = set()
    listed: set[str] = set()
    for names in statements:
        here: dict[str, list[set[Node]]] = {}
        for x in names:
            shape = shape_of(x)
            if shape is None or shape.below < 2 or x.primes:
                if shape is not None and any(isinstance(p, t.Number) for p in shape.pieces):
                    listed.add(shape.base)
                continue
            if is_slice(shape.pieces):  # `a_{i,:}` has no entries, but shows where i stands
                for n, piece in enumerate(shape.pieces[-2:]):
                    every.setdefault(shape.base, [set(), set()])[n].add(_letter(piece))
                continue
            if shape.below > 2 or (shape.uppers and not _is_power(shape)):
                unknown.add(shape.base)
                continue
            places = here.setdefault(shape.base, [set(), set()])
            letters = others.setdefault(shape.base, [set(), set()])
            all_ = every.setdefault(shape.base, [set(), set()])
            for n, piece in enumerate(shape.pieces[-2:]):
                letter = _letter(piece)
                all_[n].add(letter)
                if letter in sizes:
                    places[n].add(sizes[letter])
                else:
                    letters[n].add(letter)
            if not shape.uppers:
                typed.setdefault(shape.base, x)
        for base, places in here.items():
            if all(places):
                found.setdefault(base, places)
    return {
        base: Entries(
            tuple(size for place in places for size in place),
            typed[base],
            tuple(map(frozenset, others[base])),
            tuple(frozenset() if base in listed else frozenset(x) for x in every[base]),
        )
        for base, places in found.items()
        if base not in unknown and base in typed and all(len(place) == 1 for place in places)
    }


def _letter(piece: Node) -> str:
    """A letter without its primes, '' for anything else."""
    return (letter_of(piece) or "").rstrip("'")


def _is_power(shape: Shape) -> bool:
    """Is what stands above a number, typed as a power is?"""
    above = [piece for item in shape.uppers for piece in item]
    return shape.bare and len(above) == 1 and isinstance(above[0], t.Number)


def _vectors(chains: Sequence[Chain]) -> Iterator[str]:
    r"""The letters that are said to be lists, `S = [S_1, \dots, S_T]`, which is `S \in \mathbb{R}^{T}` by now."""
    for c in (c for c in chains if c.relations == (r"\in",)):
        told = space(c.members[1])
        if told is not None and len(told[1]) == 1:
            yield from (x.base for x in t.of_kind(c.members[0], Name) if not x.scripts)


def _is_square(entries: Entries) -> bool:
    first, last = entries.sizes
    return first == last


def _place_by_letter(used: Iterable[tuple[Node, ...]], entries: Entries) -> int | None:
    """The place in which alone the letters of such names stand on entries: 0 for the i of `a_i` beside `a_{ij}`,
    `a_{ik}`; None where that is open."""
    own = {_letter(piece) for piece, *_ in used}
    one, two = entries.letters
    fits = [n for n, (here, there) in enumerate(((one, two), (two, one))) if own <= here and own.isdisjoint(there)]
    return fits[0] if fits else None


def _is_told_by_use(chains: Sequence[Chain], square: Mapping[str, int | None], rows: Set[Whole]) -> bool:
    r"""Do such names of square matrices stand only among themselves, and is each sum over entries along them?

    `a_i = W_i^T x` beside `a_j = \sum_i W_{ij} x_i` has columns: the letter there is another one than in the sum.
    """
    found = {*square.values()}
    place = found.pop() if len(found) == 1 else None
    if place is None:
        return False
    lines = [(c, [s for m in c.members for s in values_in(m)]) for c in chains]
    lines = [(c, shapes) for c, shapes in lines if any(split(s)[:2] in rows for s in shapes)]
    own = {_letter(piece) for _, pieces in rows for piece in pieces}
    every = [(s, n) for c in chains for m in c.members for s in values_in(m) if s.below > 1 for n in _places(s, own)]
    if any(n != place for _, n in every):
        return False
    along = {n for c in chains for n in _summed_along(c, {_thin(base) for base in square})}
    return along == {1 - place} and all(_has_only(c, shapes, rows) for c, shapes in lines)


def _places(shape: Shape, letters: Set[str]) -> Iterator[int]:
    """In which of its last two places a name has one of these letters."""
    return (n for n, piece in enumerate(shape.pieces[-2:]) if _letter(piece) in letters)


def _summed_along(x: object, bases: Set[str], bound: tuple[str, ...] = (), nested: bool = True) -> Iterator[int]:
    r"""The places of entries over which sums go while the other one is fixed: 1 for `\sum_k a_{ik}`.

    `bound`: the letters of the sum around, with those of sums in which it is `nested`, as in `\sum_i \sum_k a_{ik}`.
    """
    if isinstance(x, t.BigSum):
        letters = {_letter(y) for item in x.below for y in t.of_kind(item, Name)}
        yield from _summed_along(x.body, bases, (*(bound if nested else ()), *letters))
        return
    if isinstance(x, Name) and (shape := shape_of(x)) is not None and shape.below > 1 and _thin(shape.base) in bases:
        at = [n for n, piece in enumerate(shape.pieces[-2:]) if _letter(piece) in bound]
        yield from at if len(at) == 1 else ()
    for part in t.parts(x):
        yield from _summed_along(part, bases, bound, nested and isinstance(x, (t.Product, t.Factor, t.Group)))


def _has_only(chain: Chain, shapes: Sequence[Shape], rows: Set[Whole]) -> bool:
    """Does a line hold no other arrays or entries beside such names and what it differentiates?"""
    of = [d.of for d in t.of_kind(chain, t.Derivative) if d.of is not None]
    of += [d.of for d in t.of_kind(chain, t.Nabla)]
    numbers = {s.base for x in of for s in values_in(x) if not s.below}
    return all(split(s)[:2] in rows or (s.base in numbers | ONES and not s.below) for s in shapes)


def _place(used: Mapping[tuple[Node, ...], int], entries: Entries, sizes: Mapping[str, Node]) -> int | None:
    """Which of the two places the index of such a name fills in most lines: 0 for a row, 1 for a column; None where
    that is open. One line may have a slip in it."""
    votes = [0, 0]
    for (piece, *_), lines in used.items():
        letter = _letter(piece)
        size = sizes.get(letter, piece)  # `h_T` is the last of the `h_t`
        for n, (own, letters) in enumerate(zip(entries.sizes, entries.others, strict=True)):
            votes[n] += lines if own == size or (letter and letter in letters) else 0
    return None if _is_square(entries) or votes[0] == votes[1] else votes.index(max(votes))


def _used_as_arrays(chains: Sequence[Chain], entries: Mapping[str, Entries]) -> dict[Whole, int]:
    """The names that may be rows or matrices, and are used so in every equation that has them; in how many."""
    lines = [c for c in chains if c.relations and EQUALITIES.issuperset(c.relations)]
    taken = {x.base for c in lines for x in t.of_kind(c, Name) if not x.scripts and _is_number(x, c)}
    met = [
        {w for x in t.of_kind(c, Name) if (w := _whole(x, entries)) is not None and (w[1] or w[0] not in taken)}
        for c in lines
    ]
    scripted = {x.base for c in chains for x in t.of_kind(c, Name) if any(not y.above for y in x.scripts)} - taken
    shown = [
        set(_shown(c, entries)) | {w for w in here if _is_by_array(c, scripted) or (not w[1] and _is_by_entries(c))}
        for c, here in zip(lines, met, strict=True)
    ]
    plain = (c for c in lines if not t.of_kind(c, t.Derivative))
    turned = {w for c in plain for x in _turned(c) if (w := _whole(x, entries)) is not None}
    alone = {
        w
        for c, here, some in zip(lines, met, shown, strict=True)
        for w in here
        if w[1] and not here & some and len(here) < 2 and not _has_bare(c, scripted)
        if w not in turned or not t.of_kind(c, t.Derivative)  # an index may be missing in a line that is judged
    }
    found = {w for some in shown for w in some if w[1] or w[0] not in taken} - alone
    while True:
        beside = {w for here in met if len({base for base, _ in here}) > 1 and here & found for w in here} - alone
        if beside <= found:
            return {w: sum(w in here for here in met) for w in sorted(found, key=repr)}
        found |= beside


def _has_bare(chain: Chain, scripted: set[str]) -> bool:
    """Does a vector stand in a line, a name without the indices that it has elsewhere?"""
    return any(v.base in scripted and not split(v)[1] for m in chain.members for v in values_in(m))


def _whole(x: Name, entries: Mapping[str, Entries]) -> Whole | None:
    """The name of a row, `w_k` beside `w_{kd}`, or of a matrix, `W`."""
    shape = shape_of(x)
    if shape is None or x.primes:
        return None
    base, pieces, marked = split(shape)
    if shape.uppers and not marked:
        return None
    thin = _thin(base)
    if not pieces:
        letter = thin.rsplit("{", 1)[-1].rstrip("}")  # under a hat, too
        capital = len(letter) == 1 and letter.isupper() and thin.lower() in entries and thin not in entries
        return (base, ()) if capital else None
    return (base, pieces) if len(pieces) == 1 and shape.below == 1 and thin in entries else None


def _shown(chain: Chain, entries: Mapping[str, Entries]) -> Iterator[Whole]:
    """Those that one line shows to be arrays: transposed, in bars, or what it differentiates by."""
    inside = [x for g in t.of_kind(chain, t.Group) if g.open in BARS for x in t.of_kind(g, Name)]
    turned = (
        x.base for x in t.of_kind(chain, t.Scripted) if any(s.above and any(map(is_mark, s.entries)) for s in x.scripts)
    )
    inside += [x for g in turned if isinstance(g, t.Group) for x in t.of_kind(g, Name)]
    arrays = (*inside, *_by(chain), *_turned(chain))
    for x in t.of_kind(chain, Name):
        if any(x is y for y in arrays) and (whole := _whole(x, entries)) is not None:
            yield whole


def _turned(chain: Chain) -> list[Name]:
    """The names that are transposed in a line, or stand right behind one that is."""
    behind = (g.body for x in t.of_kind(chain, t.Product) for f, g in pairwise(x.factors) if _is_marked(f.body))
    return [*filter(_is_marked, t.of_kind(chain, Name)), *(x for x in behind if isinstance(x, Name))]


def _is_by_array(chain: Chain, scripted: set[str]) -> bool:
    """Does a line differentiate by a name without the indices that it has elsewhere?"""
    return any(x.base in scripted and not x.scripts for x in _by(chain))


def _is_by_entries(chain: Chain) -> bool:
    r"""Does a line hold a product by entries? In `h \odot U(o - t)` the U is a matrix."""
    return any(f.operator in ELEMENTWISE for f in t.of_kind(chain, t.Factor))


def _by(chain: Chain) -> list[Name]:
    """The names that a line differentiates by."""
    below = [w.body for w in t.of_kind(chain, t.Wrt)]
    below += [e for x in t.of_kind(chain, t.Nabla) if x.by is not None for e in x.by.entries]
    return [x for x in below if isinstance(x, Name)]


def _is_marked(x: Node) -> bool:
    """Is it transposed, so that a vector or a matrix stands behind it?"""
    shape = shape_of(x) if isinstance(x, Name) else None
    return shape is not None and split(shape)[2]


def _is_number(x: Name, chain: Chain) -> bool:
    r"""Is a bare name differentiated, the E of `\frac{\partial E}{\partial w}`, or the end of a sum?"""
    of = [y for d in t.of_kind(chain, t.Derivative) if d.of is not None for y in t.of_kind(d.of, Name)]
    of += [y for d in t.of_kind(chain, t.Nabla) for y in t.of_kind(d.of, Name)]
    ends = [y for s in t.of_kind(chain, t.BigSum) if s.above is not None for y in t.of_kind(s.above, Name)]
    return any(x == y for y in (*of, *ends))

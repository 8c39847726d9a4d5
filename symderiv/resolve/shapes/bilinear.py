r"""Matrices between two vectors whose lengths are said: the A of `(x - \mu)^T A (x - \mu)` beside `x \in \mathbb{R}^n`.

Between a vector that is transposed and another one only a matrix fits, as long as the first and as wide as the second.

And capitals with a letter below that are vectors: behind brackets with `X_w^T \theta` in them, as in
`[d - \sigma(X_w^T \theta)] X_w` with `\theta \in \mathbb{R}^m`, no matrix fits, but a vector as long as `\theta`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ...notation import EQUALITIES
from ..spelled.shape import INVERSE, Shape, is_mark, letters_in, named, shape_of, values_in
from .declared import BOLD, Declared, split
from .untold import CAPITAL, are_labels, is_turned

Said: TypeAlias = tuple[str, Declared]
Key: TypeAlias = tuple[str, tuple[Node, ...]]
"""A letter and what stands below and above it."""
Lengths: TypeAlias = Mapping[tuple[str, int], Node]
"""The lengths of vectors, by letter and number of scripts."""
SIGNS = ("", r"\cdot")


def told_by_forms(chains: Sequence[Chain], declared: Sequence[Said]) -> list[Said]:
    r"""What such matrices are, also those that stand there as their inverse; `declared` is what is said.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.resolve.located import read_of
    >>> from symderiv.resolve.shapes.declared import declarations
    >>> page = read_formulas(parse_document(r"$a \in \mathbb{R}^m$, $b \in \mathbb{R}^n$, $q = a^T B b$"))
    >>> chains = [s.chain for f in read_of(page) for s in f.statements]
    >>> [(base, d.kind, [x.base for x in d.sizes]) for base, d in told_by_forms(chains, [*declarations(chains)])]
    [('B', 'm', ['m', 'n'])]
    """
    lengths = _lengths(declared)
    if not lengths:
        return []
    between = [pair for c in chains for x in t.of_kind(c, t.Product) for pair in _between(x, lengths)]
    found: dict[str, Declared] = {}
    known = {*((base, d.pieces) for base, d in declared), *_taken(chains, declared)} if between else set()
    for base, d in between:
        if not _is_known(base, d.pieces, known):
            found.setdefault(base, d)
    counts = _counts(chains, found)
    several = {base for base, d in between if base in found and found[base].sizes != d.sizes}
    return [(base, d) for base, d in found.items() if base not in several and counts[base] == {len(d.pieces)}]


def _is_known(base: str, pieces: tuple[Node, ...], known: Collection[Key]) -> bool:
    """Is a letter known with the same labels, or with anything that may be the same? The `S_B` is none of `S_W`."""
    found = [x for letter, x in known if letter == base]
    return any(x == pieces or not are_labels(x) or not are_labels(pieces) for x in found)


def _lengths(declared: Sequence[Said]) -> Lengths:
    """The lengths of columns; those that are said in two ways are left out."""
    found: dict[tuple[str, int], set[Node]] = {}
    for base, d in declared:
        found.setdefault((base, len(d.pieces)), set()).update(d.sizes if d.kind == "c" else (t.Number("0"), *d.sizes))
    return {key: next(iter(sizes)) for key, sizes in found.items() if len(sizes) == 1}


def _between(x: t.Product, lengths: Lengths) -> Iterator[Said]:
    """The matrices among the factors, each between a row and a column."""
    for a, b, c in zip(x.factors, x.factors[1:], x.factors[2:], strict=False):
        if not isinstance(b.body, Name) or b.operator not in SIGNS or c.operator not in SIGNS or not is_turned(a.body):
            continue
        shape, inverse = without_inverse(named(b.body))
        base, pieces, _ = split(shape)
        sizes = _length(a.body, lengths, turned=True), _length(c.body, lengths)
        if None in sizes or not CAPITAL.fullmatch(BOLD.sub(r"\1", base.removesuffix(INVERSE))) or shape.uppers:
            continue
        one, two = (size for size in sizes if size is not None)
        if len(pieces) < len(sizes) and (one == two or not inverse):
            yield base, Declared(pieces, "m", (one, two))


def told_by_numbers_before(chains: Sequence[Chain], declared: Sequence[Said]) -> list[Said]:
    r"""The vectors behind numbers that are made of them; `declared` is what is said.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.resolve.located import read_of
    >>> from symderiv.resolve.shapes.declared import declarations
    >>> text = r"$a \in \mathbb{R}^m$, $g = [1 - \sigma(X_w^T a)] X_w$, $h = (1 - Y_w^T a) Z_w$"
    >>> page = read_formulas(parse_document(text))
    >>> chains = [s.chain for f in read_of(page) for s in f.statements]
    >>> found = told_by_numbers_before(chains, [*declarations(chains)])
    >>> [(base, d.kind, [x.base for x in d.sizes]) for base, d in found]
    [('X', 'c', ['m'])]
    """
    lengths = _lengths(declared)
    found: dict[str, set[Declared]] = {}
    for x in (x for c in chains for x in t.of_kind(c, t.Product)) if lengths else ():
        for base, d in _numbers_before(x, lengths):
            found.setdefault(base, set()).add(d)
    counts = _counts(chains, found)
    known = {base for base, _ in declared}
    return [(base, d) for base, (d, *more) in found.items() if not more and base not in known and counts[base] == {1}]


def _numbers_before(x: t.Product, lengths: Lengths) -> Iterator[Said]:
    """The capitals among the factors right behind brackets with themselves, transposed before a vector, in them."""
    for a, b in zip(x.factors, x.factors[1:], strict=False):
        if not isinstance(a.body, t.Group) or not isinstance(b.body, Name) or b.operator not in SIGNS:
            continue
        shape = named(b.body)
        base, pieces, turned = split(shape)
        labelled = len(pieces) == 1 and not shape.uppers and letters_in(pieces[0])
        if turned or is_turned(b.body) or not labelled or not CAPITAL.fullmatch(BOLD.sub(r"\1", base)):
            continue
        for y in t.of_kind(a.body, t.Product):
            for one, two in zip(y.factors, y.factors[1:], strict=False):
                own = (
                    is_turned(one.body) and isinstance(one.body, Name) and split(named(one.body))[:2] == (base, pieces)
                )
                length = _length(two.body, lengths) if own and two.operator in SIGNS else None
                if length is not None:
                    yield base, Declared(pieces, "c", (length,))


def without_inverse(shape: Shape) -> tuple[Shape, bool]:
    """A name without the -1 above it, and whether it has one."""
    inverse = shape.bare and shape.uppers == ((t.Terms((t.Term("-", t.Number("1")),)),),)
    return (shape.without_upper(), True) if inverse else (shape, False)


def _length(x: Node, lengths: Lengths, turned: bool = False) -> Node | None:
    """The length of a vector or of a sum of vectors, where all that is said of these is the same."""
    if isinstance(x, t.Scripted) and turned and all(s.above and all(map(is_mark, s.entries)) for s in x.scripts):
        x = x.base
    if isinstance(x, t.Group) and x.open in ("(", "[") and len(x.items) == 1:
        x = x.items[0]
    parts = [term.body for term in x.terms] if isinstance(x, t.Terms) else [x]
    found = set()
    for part in parts:
        base, pieces, _ = split(named(part)) if isinstance(part, Name) else ("", (), False)
        found.add(lengths.get((base, len(pieces))) if base else t.Number("0"))
    (length, *more) = found - {None} or {None}
    return None if more or length == t.Number("0") else length


def _counts(chains: Sequence[Chain], bases: Collection[str]) -> dict[str, set[int]]:
    """With how many scripts the names of some letters stand on the page: `A_{ij}` beside `A` would be an entry."""
    counts: dict[str, set[int]] = {base: set() for base in bases}
    for x in (x for c in chains for x in t.of_kind(c, Name)) if bases else ():
        base, pieces, _ = split(without_inverse(named(x))[0])
        counts.get(base, set()).add(len(pieces))
    return counts


def _taken(chains: Sequence[Chain], declared: Sequence[Said]) -> set[Key]:
    """The letters of lengths, and those that an equation defines: that says what they are."""
    sizes = {x for _, d in declared for size in d.sizes for x in letters_in(size)}
    sizes |= {x.base for c in chains for s in t.of_kind(c, t.BigSum) for x in _ends(s)}
    found: set[Key] = {(x, ()) for x in sizes}
    for c in (c for c in chains if not EQUALITIES.isdisjoint(c.relations)):
        shape = shape_of(c.members[0])
        others = {x.base for m in c.members[1:] for x in values_in(m)}
        if shape is not None and not others <= {shape.base}:  # `A = A^T` defines nothing
            found.add(split(without_inverse(shape)[0])[:2])
    return found


def _ends(s: t.BigSum) -> Iterator[Name]:
    """The names in the ends of a sum."""
    for part in (*s.below, *([] if s.above is None else [s.above])):
        yield from t.of_kind(part, Name)

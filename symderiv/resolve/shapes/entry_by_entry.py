r"""Names that a page defines entry by entry, the u of `u_j = \sum_{n=1}^N w_{nj} h_n`: numbers, whatever lines make of
them later.

All that such a definition is made of has its indices, and each letter of these runs over something: it stands on the
left, or a sum binds it. No name in it is an array by what is declared, by a transpose, bars or a gradient elsewhere, by
a definition of another kind, or as a name that has more indices elsewhere. So `c_i = \sum_j \alpha_{ij} h_j` beside
`h_j = \tanh(W x_j)` or `h_j^T` says nothing of c.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..integers.unequal import loose_letters
from ..spelled.shape import Shape, is_norm, letter_of, letters_in, shape_of, values_in
from .algebra import ELEMENTWISE
from .declared import BOLD, Declared, split
from .forms import OF_NUMBERS, name_defined
from .unsaid import first_of_each

Key: TypeAlias = tuple[str, int]
"""The letter of a name and how many scripts it carries."""
BARS = frozenset([r"\|", r"\lVert", r"\Vert", "|", r"\lvert", r"\vert", r"\langle", "["])


def defined_by_entry(
    chains: Sequence[Chain], declared: Iterable[tuple[str, Declared]], ends: Collection[str], numbers: Collection[str]
) -> dict[Key, Chain]:
    r"""The names that are, with their definitions; `ends` are the letters that run over something, `numbers` those of
    sizes, functions and other numbers without indices.

    >>> from symderiv.latex.parse import parse
    >>> lines = [parse(x).statements[0].chain for x in (r"u_j = \sum_n w_{nj} h_n", r"v_j = f(W x_j)", "z_j = v_j^2")]
    >>> [*defined_by_entry(lines, (), "jn", "f")]
    [('u', 1)]
    """
    first: dict[Key, Chain] = {}
    for c in first_of_each(chains):
        if (left := name_defined(c)) is not None and left[1]:
            first.setdefault((left[0], len(left[1])), c)
    found = {key: c for key, c in first.items() if _is_by_entry(c, ends, numbers)}
    if not found:
        return {}
    arrays = {(base, len(d.pieces)) for base, d in declared if d.kind} | {*_used_whole(chains)}
    arrays |= first.keys() - found.keys()
    met = {_key(shape) for c in chains for m in c.members for shape in values_in(m)}
    arrays |= {(base, n) for base, n in met if n and ((base, n + 1) in met or (base, n + 2) in met)}
    while made := [key for key, c in found.items() if key in arrays or not arrays.isdisjoint(_made_of(c))]:
        arrays.update(made)
        found = {key: c for key, c in found.items() if key not in made}
    return found


def _is_by_entry(c: Chain, ends: Collection[str], numbers: Collection[str]) -> bool:
    """Has all that it is made of its indices, and runs each letter of these?"""
    left = name_defined(c)
    own = {letter for letter in map(letter_of, left[1]) if letter} if left is not None else set()
    if not own or not own <= {*ends} or any(not own.issuperset(loose_letters(m)) for m in c.members[1:]):
        return False
    if any(not letter.isalpha() and not letter.startswith("\\") for letter in own):
        return False
    for x in t.walk(c):
        if isinstance(x, (t.Derivative, t.Nabla, t.Cases)) or (isinstance(x, t.Call) and x.function not in OF_NUMBERS):
            return False
        if isinstance(x, t.Factor) and (x.operator in ELEMENTWISE or x.operator in (r"\otimes", r"\times")):
            return False
        if isinstance(x, t.Group) and x.open in BARS:
            return False
    return all(_is_number(shape, ends, numbers) for m in c.members for shape in values_in(m))


def _is_number(shape: Shape, ends: Collection[str], numbers: Collection[str]) -> bool:
    """Is a name no array by how it is typed: not in bold, no transpose, and with indices, or a number without any?"""
    base, pieces, marked = split(shape)
    if BOLD.search(base) or marked or is_norm(shape):
        return False
    return any(x in ends for p in pieces for x in letters_in(p)) if pieces else base in numbers or base in ends


def _made_of(c: Chain) -> Iterator[Key]:
    for shape in (shape for m in c.members[1:] for shape in values_in(m)):
        yield _key(shape)
        if shape.bare:
            yield shape.base, shape.below  # `v_j^2`


def _key(shape: Shape) -> Key:
    base, pieces, _ = split(shape)
    return base, len(pieces)


def _used_whole(chains: Iterable[Chain]) -> Iterator[Key]:
    """The names that are transposed somewhere, stand between bars, or by which a gradient is taken."""
    for c in chains:
        for m in c.members:
            yield from (_key(shape) for shape in values_in(m) if split(shape)[2])
        for x in t.walk(c):
            inside: Sequence[Node] = ()
            if isinstance(x, t.Group) and x.open in BARS:
                inside = x.items
            elif isinstance(x, t.Nabla) and x.by is not None:
                inside = x.by.entries
            elif isinstance(x, t.Factor) and x.operator in ELEMENTWISE | {r"\otimes"}:
                inside = (x.body,)
            yield from (_key(shape) for y in inside for n in t.of_kind(y, t.Name) if (shape := shape_of(n)) is not None)

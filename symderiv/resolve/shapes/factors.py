r"""Letters that must be numbers because of what they are added to, or what they multiply.

The b of `w^T x + b` is one beside a product that is a number; so is the `\beta` of `\sum_i e_i^2 + \beta \sum_i v_i^2`.
Where a term is a number that is made of entries, so is every other; one in which a single letter is not known leaves
that letter nothing but to be a number. Without this, `\beta F W` might be a product of three arrays. So is the C of
`\frac12 u^T K u + C \sum_i \max(0, 1 - y_i u^T k_i)`, beside a number that is made of arrays, and the plain c of
`o_i = c r_i` where arrays are in bold, `\mathbf{r} = (r_i)`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..spelled.shape import is_mark, shape_of
from .array import ShapeDoubt
from .declared import BOLD, Shapes
from .reader import Reader

Key = tuple[str, tuple[Node, ...]]


def numbers_added(chain: Chain, reader: Callable[[], Reader], is_open: Callable[[t.Name], bool]) -> set[Key]:
    """What a definition adds to a number made of arrays: the b of `w^T x + b`. `is_open`: is a name not known?"""
    found: set[Key] = set()
    for x in t.of_kind(chain, t.Terms):
        loose = {_base(y.body) for y in x.terms if isinstance(y.body, t.Name) and is_open(y.body)}
        if loose and any(_is_made_of_arrays(term.body, reader) for term in x.terms):
            found |= {(name, ()) for name in loose}
    return found


def _is_made_of_arrays(x: Node, reader: Callable[[], Reader], surely: bool = False) -> bool:
    """Is it a number; `surely`: with no name taken for one?"""
    here = reader()
    try:
        return not here.read(x).kind and here.met and not (surely and here.unsure)
    except ShapeDoubt:
        return False


def factors_of_numbers(chain: Chain, reader: Callable[[], Reader], is_open: Callable[[t.Name], bool]) -> set[Key]:
    """The letters of a definition that multiply sums and must be numbers: beside a sum over entries, or beside a number
    that is made of known arrays where the sum is a number, too."""
    found: set[Key] = set()
    for x in t.of_kind(chain, t.Terms):
        loose = [(name, term.body) for term in x.terms if (name := _loose(term.body, is_open)) is not None]
        if loose and any(_is_made_of_entries(term.body, reader) for term in x.terms):
            found |= {(name, ()) for name, _ in loose}
        elif loose and any(_is_made_of_arrays(term.body, reader, surely=True) for term in x.terms):
            found |= {(name, ()) for name, body in loose if _is_made_of_arrays(body, reader)}
    return found


def _entries_in_bold(nodes: Iterable[t.Name], shapes: Shapes, numbers: Collection[Key]) -> set[str]:
    """The letters of entries of arrays that are told by them, where all arrays that stand bare are in bold, but for
    matrices in capitals."""
    bare = {x.base for x in nodes if not (x.scripts or x.font or BOLD.search(x.base))}
    known = ((x, shapes.find(x, ())) for x in bare if (x, ()) not in numbers)
    if any(d is not None and not d.weak and not (d.kind == "m" and base.isupper()) for base, d in known):
        return set()
    told = ((base, d.entry) for base, found in shapes.known.items() for d in found if not d.weak)
    return {x.base for base, x in told if x is not None and BOLD.search(base) and not x.font}


def factors_beside_entries(
    chains: Iterable[Chain],
    nodes: Iterable[t.Name],
    shapes: Shapes,
    numbers: Collection[Key],
    is_open: Callable[[t.Name], bool],
) -> set[Key]:
    """The letters without an index that multiply entries of arrays in bold where a line defines an entry."""
    entries = _entries_in_bold(nodes, shapes, numbers)
    lines = (c for c in chains if c.relations and isinstance(x := c.members[0], t.Name) and x.scripts)
    found: set[Key] = set()
    for x in (x for c in lines if entries for x in t.of_kind(c, t.Product)):
        names = [y for y in _factors(x) if isinstance(y, t.Name)]
        if any(y.scripts and not y.font and y.base in entries for y in names):
            found |= {(_base(y), ()) for y in names if y.base.islower() and not y.font and is_open(y)}
    return found


def _loose(x: Node, is_open: Callable[[t.Name], bool]) -> str | None:
    """The one name of a term that is not known, where it is a factor of a sum."""
    marks = {id(e) for s in t.of_kind(x, t.Script) for e in s.entries if s.above and is_mark(e)}
    unknown = [y for y in t.of_kind(x, t.Name) if is_open(y) and id(y) not in marks]
    sums = any(isinstance(y, t.BigSum) for y in _factors(x))
    direct = len(unknown) == 1 and sums and any(y is unknown[0] for y in _factors(x))
    return _base(unknown[0]) if direct else None


def _factors(x: Node) -> Iterator[Node]:
    """What is multiplied, in numerators too."""
    if isinstance(x, t.Product):
        for f in x.factors:
            yield from _factors(f.body)
    elif isinstance(x, t.Fraction):
        yield from _factors(x.numerator)
    else:
        yield x


def _is_made_of_entries(x: Node, reader: Callable[[], Reader]) -> bool:
    """Is a term a number for certain, a sum over entries?"""
    if not any(isinstance(y, t.BigSum) for y in _factors(x)):
        return False
    here = reader()
    try:
        return not here.read(x).kind and not here.unsure
    except ShapeDoubt:
        return False


def _base(x: t.Name) -> str:
    shape = shape_of(x)
    assert shape is not None
    return shape.base

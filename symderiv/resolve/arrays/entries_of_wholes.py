r"""One entry of a vector beside the whole of it, the c of `L = \frac12 z^\top z - z_c` beside `z \in \mathbb{R}^n`.

As a label it makes `\partial L/\partial z_c = -1` right, as one fixed index `z_c - 1`. Where lines differentiate by z
or by its entry it is the latter: about a number of its own with the name of the vector, nobody would ask. A vector of
its own, as in `z - z_c`, in `w^\top z_c` and in `\|z_c\|`, it may be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from typing import Protocol, TypeAlias

from ...latex import tree as t
from ...notation import SCRIPT_WORDS
from ..spelled.shape import Shape, is_mark, letter_of, shape_of
from ..stated import Stated

BARS = frozenset([r"\|", r"\Vert", r"\lVert", "‖"])
Spot: TypeAlias = tuple[str, int, int, int]


class Occurring(Protocol):
    """One name where a value is meant (`facts.Occurrence`)."""

    @property
    def shape(self) -> Shape: ...
    @property
    def bound(self) -> Set[str]: ...
    @property
    def statement(self) -> int: ...
    @property
    def args(self) -> object: ...
    @property
    def left(self) -> bool: ...


def entries_of_wholes(occurrences: Sequence[Occurring], stated: Iterable[Stated], indices: Set[str]) -> set[str]:
    """The letters of such entries; those that may be `indices` are none."""
    lefts = {o.statement: o for o in occurrences if o.left and o.args is None}
    inside = [o for o in occurrences if not o.left and o.statement in lefts and o.shape.below == 1]
    moved = differentiated_by(stated)
    named = {o.shape.base for o in lefts.values()}
    wholes = {_spot(o) for o in inside if o.shape.letters[-1] in o.bound and not is_typed(o.shape.letters[-1], o.shape)}
    taken = indices | SCRIPT_WORDS | named
    free = ((o, x) for o in inside if (x := o.shape.letters[-1]) is not None and x not in o.bound | taken)
    found = {
        (o.shape.base, x)
        for o, x in free
        if o.shape.base in moved and _spot(o) in wholes and is_typed(x, o.shape) and not x.startswith("\\")
    }
    return {x for base, x in found if not _may_be_vector(base, x, stated)}


def _may_be_vector(base: str, letter: str, stated: Iterable[Stated]) -> bool:
    """Does a name with that letter stand where a vector does?"""

    def is_one(x: t.Node) -> bool:
        shape = shape_of(x) if isinstance(x, t.Name) else None
        return shape is not None and shape.base == base and letter in shape.letters

    for s in stated:
        chain = s.statement.chain
        for terms in t.of_kind(chain, t.Terms):
            if any(_is_whole(x.body) for x in terms.terms) and any(_factors(x.body, is_one) for x in terms.terms):
                return True
        for product in t.of_kind(chain, t.Product):
            others = [f.body for f in product.factors if not is_one(f.body)]
            if len(others) < len(product.factors) and any(map(_is_array, others)):
                return True
        if any(map(_is_transposed, filter(is_one, t.of_kind(chain, t.Name)))):
            return True
        if any(
            is_one(x)
            for g in t.of_kind(chain, t.Group)
            if g.open in BARS
            for i in g.items
            for x in t.of_kind(i, t.Name)
        ):
            return True
    return False


def _factors(x: t.Node, is_one: Callable[[t.Node], bool]) -> bool:
    return any(map(is_one, [f.body for f in x.factors] if isinstance(x, t.Product) else [x]))


def _is_whole(x: t.Node) -> bool:
    """Is it a whole vector, perhaps with factors? Its index does not stand on the page."""
    last = x.factors[-1].body if isinstance(x, t.Product) else x
    shape = shape_of(last) if isinstance(last, t.Name) else None
    return shape is not None and shape.below == 1 and not is_typed(shape.letters[-1], shape)


def _is_array(x: t.Node) -> bool:
    """May it be a matrix, or a transposed vector?"""
    capital = isinstance(x, t.Name) and x.base.isupper() and not x.scripts
    return capital or any(map(_is_transposed, t.of_kind(x, t.Name)))


def _is_transposed(x: t.Name) -> bool:
    return any(is_mark(e) for s in x.scripts if s.above for e in s.entries)


def differentiated_by(stated: Iterable[Stated]) -> set[str]:
    """The names by which lines differentiate."""
    statements = [s.statement for s in stated]
    found: list[t.Wrt | t.Script | None] = [w for s in statements for d in t.of_kind(s, t.Derivative) for w in d.wrt]
    found += [x.by for s in statements for x in t.of_kind(s, t.Nabla)]
    return {y.base for x in found if x is not None for y in t.of_kind(x, t.Name)}


def is_typed(letter: str | None, shape: Shape) -> bool:
    r"""Does an index stand on the page itself? Those of `\mathbf{w}^T \boldsymbol{\mu}` do not; `\mu_p` is no entry."""
    entries = [x for x in shape.pieces if letter_of(x) == letter and isinstance(x, t.Name)]
    return any(x.span[1] - x.span[0] <= len(x.base) for x in entries)


def _spot(o: Occurring) -> Spot:
    return o.shape.base, len(o.shape.uppers), o.shape.below, 0

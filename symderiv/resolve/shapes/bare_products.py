r"""Vectors and matrices that a page writes without bold and without a transpose: the x of `a = W x + b`.

Where entries `W_{kj}` are met elsewhere, a bare capital before a bare small letter is a matrix before a vector; so is
what softmax is taken of, and what it comes to, where neither carries a letter below; and where the sum is a vector.
What stands on a diagonal is one, and what is multiplied by it entry by entry.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...latex import tree as t
from ...latex.tree import Chain
from ..spelled.shape import Shape, letter_of, shape_of, values_in
from ..stated import matrix_told
from .algebra import ELEMENTWISE
from .declared import split
from .named import NUMBERS
from .neighbours import SMALL, transposed
from .untold import CAPITAL

Value = tuple[str, int]
"""A name by its letter and the number of its scripts."""


def bare_vectors(chains: Sequence[Chain]) -> set[Value]:
    """The vectors that such products and softmax show; of what `W = (W_{ij})` says more is known."""
    told = {m[0] for c in chains if (m := matrix_told(c)) is not None}
    names = [x for c in chains for x in t.of_kind(c, t.Name)]
    entries = {_value(s, 2) for x in names if (s := shape_of(x)) is not None and s.below > 1 and _are_letters(s, 2)}
    pairs = (pair for c in chains for pair in _pairs(c)) if entries else ()
    found = {_value(x) for one, x in pairs if _value(one) in entries and one.base not in told}
    return found.union(*map(_softmax, chains), *map(_diagonals, chains))


def behind_vectors(chains: Sequence[Chain], vectors: Collection[Value]) -> set[Value]:
    r"""The x of `h = f(W x + b)` with an h that is a vector, the f of `f \odot c` with such a c, the a and the b of
    `w^T (a - b)` with such a w, and so on."""
    found: set[Value] = {*vectors, *_in_parentheses(chains, vectors)}
    made = [(_value(left), c) for c in chains if len(c.members) > 1 and (left := _bare(c.members[0])) is not None]
    joined = [pair for c in chains for pair in _by_entries(c)]
    while (
        more := {
            *(_value(x) for left, c in made if left in found for _, x in _pairs(c)),
            *(x for pair in joined if found.intersection(pair) for x in pair),
        }
        - found
    ):
        found |= more
    return found - {*vectors}


def _in_parentheses(chains: Sequence[Chain], vectors: Collection[Value]) -> Iterator[Value]:
    r"""The names of `w^T (m_2 - m_1)`, where the page defines none of them: what is computed may be a number."""
    made = {_value(left) for c in chains if len(c.members) > 1 and (left := _named(c.members[0])) is not None}
    for x in (x for c in chains for x in t.of_kind(c, t.Product)):
        for a, b in pairwise(x.factors):
            turned = transposed(a.body)
            if turned is None or _value(turned[0]) not in vectors or b.operator:
                continue
            inner = b.body.items[0] if isinstance(b.body, t.Group) and len(b.body.items) == 1 else None
            names = [_named(y.body) for y in inner.terms] if isinstance(inner, t.Terms) else []
            shapes = [x for x in names if x is not None and _may_be_vector(x, names)]
            values = {_value(x) for x in shapes}
            if len(shapes) == len(names) and not values & made:
                yield from values


def _may_be_vector(x: Shape, beside: Sequence[Shape | None]) -> bool:
    r"""Is it a small letter that nothing speaks against? The `\mu_1` of `\mu_1 - \mu_2` is one, but the `t_n` of
    `t_n - y_n` may be a number of each example."""
    count = len(split(x)[1])
    alike = {y.base for y in beside if y is not None} == {x.base}
    free = alike or (x.base not in NUMBERS and all(map(_is_label, split(x)[1])))
    return free and count < 2 and not x.uppers and SMALL.fullmatch(x.base) is not None


def _named(x: t.Node) -> Shape | None:
    return shape_of(x) if isinstance(x, t.Name) and not x.primes else None


def _by_entries(c: Chain) -> Iterator[tuple[Value, Value]]:
    """Names that are multiplied by entries."""
    for x in t.of_kind(c, t.Product):
        for a, b in pairwise(x.factors):
            one, two = (_inner(f.body) for f in (a, b))
            if one is None or two is None or b.operator not in ELEMENTWISE or b.joined:
                continue
            if SMALL.fullmatch(one.letter) and SMALL.fullmatch(two.letter):
                yield _value(one), _value(two)


def _pairs(c: Chain) -> Iterator[tuple[Shape, Shape]]:
    """A bare capital and the bare small letter behind it."""
    for x in t.of_kind(c, t.Product):
        for a, b in pairwise(x.factors):
            one, two = (_bare(f.body) for f in (a, b))
            if one is not None and two is not None and not b.operator and not b.joined:
                yield from [(one, two)] if CAPITAL.fullmatch(one.base) and SMALL.fullmatch(two.base) else ()


def _inner(x: t.Node) -> Shape | None:
    r"""The name that something is, or that functions are applied to, the c of `\tanh(c)`."""
    while isinstance(x, t.Call) and len(x.args) == 1:
        x = x.args[0]
    return shape_of(x) if isinstance(x, t.Name) else None


def _diagonals(c: Chain) -> Iterator[Value]:
    r"""The names on a diagonal, `\mathrm{diag}(c_{t-1})` and `\mathrm{diag}(\tanh(c_t))`."""
    for x in t.of_kind(c, t.Call):
        for shape in values_in(x.args[0]) if x.function == "diag" and len(x.args) == 1 else ():
            if SMALL.fullmatch(shape.letter) and not shape.primes:
                yield _value(shape.without_upper() if shape.bare else shape)


def _softmax(c: Chain) -> Iterator[Value]:
    if len(c.members) == 2 and c.relations == ("=",) and isinstance(x := c.members[1], t.Call):
        whole = x.function == "softmax" and len(x.args) == 1 and not x.scripts
        pair = [_bare(y) for y in (c.members[0], x.args[0])] if whole else []
        yield from (_value(s) for s in pair if s is not None and SMALL.fullmatch(s.letter)) if None not in pair else ()


def _bare(x: object) -> Shape | None:
    """A name without letters below it."""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    return shape if shape is not None and not shape.primes and all(_is_label(p) for p in split(shape)[1]) else None


def _is_label(p: t.Node) -> bool:
    return letter_of(p) is None


def _are_letters(s: Shape, count: int) -> bool:
    return all(letter_of(p) is not None for p in s.pieces[-count:])


def _value(s: Shape, less: int = 0) -> Value:
    return s.base, len(split(s)[1]) - less

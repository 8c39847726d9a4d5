r"""Array expressions with named axes: what an equation means for whole arrays, before any backend.

Every axis is a letter. Two arrays are multiplied or added by their letters, not by their positions, and a contraction
names the letters it sums over; `layout` decides later in which order the axes lie. Bounds and counts are affine forms
in sizes, in the letters of loops, and in integers computed on the way (`program.Whole`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias, Union

from ..affine import Affine, Sym
from ..domain import Constraint
from ..node import node


@node
class At:
    """A position of an array that is held at one place: `offset` counts from 0."""

    offset: Affine


@node
class Along:
    """A position along which a letter runs: `start`, `start + step`, ..., `count` places from 0."""

    letter: Sym
    start: Affine
    count: Affine
    step: int = 1


@node
class Window:
    """A position along which several letters run at once: place `start + sum(step * n)`, each n from 0 to its count."""

    parts: tuple[tuple[Sym, Affine, int], ...]
    start: Affine


@node
class Looked:
    """A position looked up: `form - lower`, an affine form of letters and of looked-up integers.

    `lookups` are the arrays that hold those (as places, counted from 0), and the integer that place 0 stands for.
    Where conditions leave out what lies beyond the ends, the places are clipped to as many as the position has.
    """

    form: Affine
    lower: Affine
    ranges: tuple[tuple[Sym, Affine, Affine], ...]
    lookups: tuple[tuple[Affine, Read, Affine], ...] = ()
    clipped: Affine | None = None


Dim: TypeAlias = Union[At, Along, Window, Looked]


@node
class Number:
    """An exact number."""

    value: Fraction


@node
class Whole:
    """A size, or another integer that is the same everywhere, as a value."""

    form: Affine


@node
class Counter:
    """The value of a letter that runs from `lower` on."""

    letter: Sym
    lower: Affine
    count: Affine


@node
class Read:
    """A part of a stored array, by position; `pads` are the zeros put before and after each position first."""

    name: str
    dims: tuple[Dim, ...] = ()
    pads: tuple[tuple[Affine, Affine], ...] = ()


@node
class Elementwise:
    """`add`, `mul`, `div` or `pow` of arrays, letter by letter."""

    op: str
    args: tuple[Array, ...]


@node
class Call:
    """A function of arrays; `order` counts derivatives by each argument."""

    function: str
    args: tuple[Array, ...]
    order: tuple[int, ...]


@node
class Contract:
    """The product of the factors, summed over the letters."""

    factors: tuple[Array, ...]
    letters: tuple[Sym, ...]


@node
class Largest:
    """The largest entry over the letters."""

    body: Array
    letters: tuple[Sym, ...]


@node
class Mask:
    """1 where the conditions hold, else 0; `ranges` say from where each letter runs and how far."""

    where: tuple[Constraint, ...]
    ranges: tuple[tuple[Sym, Affine, Affine], ...]


@node
class Select:
    """The body where the mask is 1, else 0 (or minus infinity, the lowest), whatever the body is there."""

    mask: Mask
    body: Array
    lowest: bool = False


@node
class Fork:
    """The same array in several ways; `costs` are sums of products of lengths, and the cheapest way is taken."""

    options: tuple[Array, ...]
    costs: tuple[tuple[tuple[Affine, ...], ...], ...]


Array: TypeAlias = Union[Number, Whole, Counter, Read, Elementwise, Call, Contract, Largest, Mask, Select, Fork]


def parts(a: Array) -> tuple[Array, ...]:
    """The arrays that it is made of."""
    if isinstance(a, (Elementwise, Call)):
        return a.args
    if isinstance(a, Contract):
        return a.factors
    if isinstance(a, Largest):
        return (a.body,)
    if isinstance(a, Select):
        return (a.mask, a.body)
    if isinstance(a, Fork):
        return a.options
    return ()


def is_plain(a: Array) -> bool:
    """Is it a number of Python's own, made of numbers and sizes?"""
    return isinstance(a, (Number, Whole)) or (isinstance(a, Elementwise) and all(map(is_plain, a.args)))


def rebuilt(a: Array, f: Callable[[Array], Array]) -> Array:
    """The same node with `f` applied to each of its parts."""
    if isinstance(a, Elementwise):
        return Elementwise(a.op, tuple(map(f, a.args)))
    if isinstance(a, Call):
        return Call(a.function, tuple(map(f, a.args)), a.order)
    if isinstance(a, Contract):
        return Contract(tuple(map(f, a.factors)), a.letters)
    if isinstance(a, Largest):
        return Largest(f(a.body), a.letters)
    if isinstance(a, Select):
        mask = f(a.mask)
        assert isinstance(mask, Mask)
        return Select(mask, f(a.body), a.lowest)
    if isinstance(a, Fork):
        return Fork(tuple(map(f, a.options)), a.costs)
    return a


def walk(a: Array) -> Iterator[Array]:
    """It and everything in it."""
    yield a
    for part in parts(a):
        yield from walk(part)


@lru_cache(maxsize=1 << 14)
def axes(a: Array) -> tuple[Sym, ...]:
    """Its letters, in the order in which they first appear."""
    if isinstance(a, Read):
        return tuple(dict.fromkeys(s for d in a.dims for s in letters_of_dim(d)))
    if isinstance(a, Counter):
        return (a.letter,)
    if isinstance(a, Mask):
        return tuple(s for s, _, _ in a.ranges)
    found = dict.fromkeys(s for part in parts(a) for s in axes(part))
    if isinstance(a, (Contract, Largest)):
        for s in a.letters:
            found.pop(s, None)
    return tuple(found)


def letters_of_dim(d: Dim) -> tuple[Sym, ...]:
    """The letters that run along a position."""
    if isinstance(d, Along):
        return (d.letter,)
    if isinstance(d, Window):
        return tuple(s for s, _, _ in d.parts)
    if isinstance(d, Looked):
        return tuple(s for s, _, _ in d.ranges)
    return ()


def renamed(a: Array, names: dict[Sym, Sym]) -> Array:
    """The array with letters renamed throughout, bound ones too."""
    if not names:
        return a

    def to(s: Sym) -> Sym:
        return names.get(s, s)

    if isinstance(a, Read):
        return _renamed_read(a, names)
    if isinstance(a, Counter):
        return Counter(to(a.letter), a.lower, a.count)
    if isinstance(a, Mask):
        values = {old: Affine(((new, 1),), 0) for old, new in names.items()}
        return Mask(tuple(c.substitute(values) for c in a.where), tuple((to(s), lo, n) for s, lo, n in a.ranges))
    new = rebuilt(a, lambda x: renamed(x, names))
    if isinstance(new, (Contract, Largest)):
        kind = type(new)
        inside = new.factors if isinstance(new, Contract) else new.body
        return kind(inside, tuple(map(to, new.letters)))  # type: ignore[arg-type]
    return new


def _renamed_read(a: Read, names: dict[Sym, Sym]) -> Read:
    return Read(a.name, tuple(_renamed_dim(d, names) for d in a.dims), a.pads)


def _renamed_dim(d: Dim, names: dict[Sym, Sym]) -> Dim:
    if isinstance(d, Along):
        return Along(names.get(d.letter, d.letter), d.start, d.count, d.step)
    if isinstance(d, Window):
        return Window(tuple((names.get(s, s), n, k) for s, n, k in d.parts), d.start)
    if isinstance(d, Looked):
        values = {old: Affine(((new, 1),), 0) for old, new in names.items()}
        return Looked(
            d.form.substitute(values),
            d.lower,
            tuple((names.get(s, s), lo, n) for s, lo, n in d.ranges),
            tuple((a.substitute(values), _renamed_read(r, names), base) for a, r, base in d.lookups),
            d.clipped,
        )
    return d


def canonical(a: Array) -> tuple[Array, tuple[Sym, ...]]:
    """The array with its letters numbered as they appear, and its own letters in that order: equal means the same."""
    names: dict[Sym, Sym] = {}
    for x in walk(a):
        own = axes(x) if not parts(x) else (*axes(x), *(x.letters if isinstance(x, (Contract, Largest)) else ()))
        for s in own:
            names.setdefault(s, Sym(f"@{len(names)}"))
    return renamed(a, names), axes(a)

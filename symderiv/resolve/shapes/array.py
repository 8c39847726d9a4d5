r"""Arrays as trees: a shape, and for each choice of indices the tree of the entry.

A size is a tree too (`n`, `n_{l-1}`, `3`), a listing for entries from 0 on (`0, \dots, d`); None stands for one that
fits any (`\mathbf{1}`, `I`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ...latex import tree as t
from ...latex.source import Offsets
from ...latex.tree import Node
from ..spelled.shape import letters_in

Size: TypeAlias = "Node | None"
Entry: TypeAlias = Callable[..., Node]

KINDS = {"": "a number", "c": "a column", "r": "a row", "m": "a matrix"}
ONE, ZERO = t.ONE, t.ZERO


class ShapeDoubt(Exception):
    """What cannot be read: the cause, the place, the way out. `fits` is False where known shapes contradict."""

    def __init__(self, cause: str, span: Offsets, hint: str = "", *, known: bool = False) -> None:
        super().__init__(cause)
        self.cause, self.span, self.hint, self.known = cause, span, hint, known
        self.lacking = True
        """May names in what does not fit lack a number, where some of its line may?"""


class Unknown(ShapeDoubt):
    """A name whose shape is not known (yet)."""


@dataclass(frozen=True, slots=True)
class Array:
    """A number (`kind` ''), a column ('c'), a row ('r') or a matrix ('m').

    - `broadcast`: a number typed as digits or declared to be one, which may be added to any array;
    - `gradient`: the derivative of a number by a vector, which some write as a row;
    - `diagonal`: the diagonal of a matrix, which stands for a diagonal matrix where no vector fits;
    - `raised`: a power by entries of a vector, where some mean the number `x^T x`;
    - `even`: all entries are the same, as those of ones without a length, which may be a matrix beside one;
    - `spread`: the axis of a matrix along which a vector lies that is added to it, where that is told;
    - `inner`: the number that a row times a column is;
    - `unit`: a multiple of the identity, beside which a number is one by some, and by others one times the identity.
    """

    kind: str
    sizes: tuple[Size, ...]
    entry: Entry
    broadcast: bool = False
    gradient: bool = False
    diagonal: bool = False
    raised: bool = False
    even: bool = False
    spread: int | None = None
    inner: bool = False
    unit: bool = False

    @property
    def shown(self) -> str:
        """Its shape in words."""
        sizes = [spelled(s if s is None else length(s) or s) for s in self.sizes]
        if not sizes or "?" in sizes:
            return KINDS[self.kind]
        if self.kind == "m":
            return f"a matrix of {sizes[0]} by {sizes[1]}"
        return f"{KINDS[self.kind]} of {sizes[0]}"


def number(x: Node, *, broadcast: bool = False) -> Array:
    """A number."""
    return Array("", (), lambda: x, broadcast)


def transposed(a: Array) -> Array:
    """The transpose."""
    if a.kind == "m":
        return Array("m", (a.sizes[1], a.sizes[0]), lambda i, j: a.entry(j, i))
    return replace(a, kind={"c": "r", "r": "c", "": ""}[a.kind])


def fits(a: Size, b: Size) -> bool:
    """Are two sizes the same, as far as they are known?"""
    return a is None or b is None or a == b


def spelled(size: Size) -> str:
    """A size as it would be typed."""
    if size is None:
        return "?"
    if isinstance(size, t.Number):
        return size.text
    if isinstance(size, t.Name):
        below = [spelled(e) for s in size.scripts if not s.above for e in s.entries]
        above = [spelled(e) for s in size.scripts if s.above for e in s.entries]
        name = size.base + "'" * size.primes
        return name + (f"^{{({','.join(above)})}}" if above else "") + (f"_{{{','.join(below)}}}" if below else "")
    if isinstance(size, t.Terms):
        return "".join(f"{term.sign}{spelled(term.body)}" for term in size.terms)
    if isinstance(size, t.Listing):
        return f"{spelled(size.items[0])}, ..., {spelled(size.items[-1])}"
    if isinstance(size, t.Product):
        return " ".join(spelled(f.body) for f in size.factors)
    return "?"


# ---------------------------------------------------------------------------------------------------------------- trees


def letter(name: str, span: Offsets) -> t.Name:
    """An index letter, with its primes."""
    plain = name.rstrip("'")
    return t.Name(plain, (), "", len(name) - len(plain), (), span)


def product(span: Offsets, *factors: Node) -> Node:
    """A product of trees."""
    return t.Product(tuple(t.Factor("", held(f)) for f in factors), span)


def held(x: Node) -> Node:
    """A tree that may stand as a factor."""
    if isinstance(x, (t.Terms, t.BigSum)):
        return t.Group("(", (x,), ")", (), x.span)
    return x


def grouped(x: Node, like: Node) -> Node:
    """A tree in the parentheses of another, or in new ones."""
    if isinstance(like, t.Group):
        return replace(like, items=(x,))
    return t.Group("(", (x,), ")", (), like.span)


def from_zero(last: Node) -> Node:
    """The size of a vector whose entries are counted from 0 up to `last`."""
    return t.Listing((ZERO, t.Symbol(r"\dots"), last))


def length(size: Node) -> Node | None:
    r"""How many there are: n of `0, \dots, n - 1`, and of n; None where that is not typed."""
    last = size.items[-1] if isinstance(size, t.Listing) else None
    if last is None:
        return size
    if isinstance(last, t.Number):
        return t.Number(str(int(last.text) + 1)) if last.text.isdigit() else None
    less = isinstance(last, t.Terms) and [x.sign for x in last.terms] == ["", "-"] and last.terms[1].body == ONE
    return last.terms[0].body if less and isinstance(last, t.Terms) else None


def before(size: Node) -> Node | None:
    """The last index of so many, counted from 0."""
    if isinstance(size, t.Number):
        return t.Number(str(int(size.text) - 1)) if size.text.isdigit() else None
    return t.Terms((t.Term("", size), t.Term("-", ONE))) if isinstance(size, t.Name) else None


def put_alike(size: Size, same: Mapping[str, Node]) -> Size:
    """A size, counted from 0 or from 1, with a length that is the `same` in the place of its own, which is as typed."""
    own = None if size is None else length(size)
    kept = None if own is None else same.get(spelled(own))
    if kept is None or own is size:
        return kept or size
    return from_zero(last) if (last := before(kept)) is not None else size


def ends(size: Node) -> tuple[Node, Node]:
    """The first and the last index."""
    return (size.items[0], size.items[-1]) if isinstance(size, t.Listing) else (ONE, size)


def summed(index: Node, size: Node, body: Node, span: Offsets) -> Node:
    r"""`\sum_{k=1}^{size}`."""
    first, last = ends(size)
    below = t.Chain((index, first), ("=",), (), span)
    return t.BigSum(r"\sum", (below,), last, body, span)


def letters_below(sizes: Iterable[Size]) -> set[str]:
    """The letters that stand below or above the names of sizes."""
    names = (name for size in sizes if size is not None for name in t.of_kind(size, t.Name))
    return {x for name in names for s in name.scripts for e in s.entries for x in letters_in(e)}


def equal(i: Node, j: Node, span: Offsets) -> Node:
    """1 where two indices are the same, else 0."""
    return t.Indicator((t.Chain((i, j), ("=",), (), span),), span)


@dataclass(slots=True)
class Letters:
    """Index letters: those of each size, none twice in one equation; `left` are those on the left of the equation.

    `below`: those that stand below sizes, the k of `d_k`, which no letter made up for an index may be.
    `along`: what softmax of a matrix is taken of, `rows` or `columns`, where the document tells; `bare_told`: it tells
    that sums without a letter are over all entries.
    """

    pools: dict[Node, list[str]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    below: set[str] = field(default_factory=set)
    along: str = ""
    bare_told: bool = False

    def fresh(self, size: Node, span: Offsets) -> Node:
        """A letter that runs over a size and that the equation does not use yet."""
        pool = self.pools.setdefault(size, [])
        found = next((x for x in pool if x not in self.used | self.below), None)
        if found is None:
            own = next((x for x in pool if x not in self.below), None)
            found = own + "'" if own else self._new(size)
            while found in self.used or found in pool:
                found += "'"
            pool.append(found)
            self.taken.add(found)
        self.used.add(found)
        return letter(found, span)

    def _new(self, size: Node) -> str:
        own = size.base.lower() if isinstance(size, t.Name) and len(size.base) == 1 else ""
        return next((x for x in (own, *POOL) if x and x not in self.taken), "i")


POOL = "ijkpqrsuvabcdeghlmnotwxyz"

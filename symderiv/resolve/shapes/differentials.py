r"""Equations of differentials: `\mathrm{d}E = \operatorname{tr}(G^T \, \mathrm{d}W)` says that G is the gradient.

Such a line is about every small change of W. Both sides are linear in it, so it is enough to look at changes of one
entry: `\mathrm{d}W` is 1 at one place, a place of its own, and 0 elsewhere; the left side is the derivative by that
entry.
Lines in which several names change at once, or in which a change does not stand once in every term, are not read so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from typing import Any

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...latex.walking import rebuilt
from ..spelled.shape import is_mark, shape_of
from .array import Array, Letters, ShapeDoubt, equal, product, transposed
from .declared import split
from .derivatives import by_entry

CHANGE = "d"
"""The accent of a name that stands for a change; no author types it."""
UPRIGHT = frozenset(["mathrm", "text", "textrm", "operatorname", "rm"])
"""Fonts in which a d is a sign, whatever else is called d."""


@dataclass(frozen=True, slots=True)
class Differential:
    """`\\mathrm{d} of = members`, in which `by` changes: in the members it carries the accent `CHANGE`.

    `of` are what the members that say no more change: two in `\\mathrm{d}Y = \\mathrm{d}(X W) = X \\, \\mathrm{d}W`.
    """

    of: tuple[Node, ...]
    by: t.Name
    chain: Chain


def differential(chain: Chain, sizes: set[str]) -> Differential | None:
    """What a chain of differentials is about; None for any other. A letter of `sizes` is no sign of a differential.

    In `\\mathrm{d}E = \\operatorname{tr}(G \\mathrm{d}Y) = \\operatorname{tr}(F \\mathrm{d}W)` W and Y change.
    """
    signs = {"d"} - sizes
    first = changed(chain.members[0], signs)
    if first is None or len(chain.members) < 2:
        return None
    inner = (changed(m, signs) if _is_whole(m) else None for m in chain.members[1:])
    of = (first, *(x for x in takewhile(lambda x: x is not None, inner) if x is not None))
    rest = len(of) if len(of) < len(chain.members) else 1
    members = tuple(rebuilt(m, lambda x: fused(x, signs)) for m in chain.members[rest:])
    names = [{_plain(x) for x in changes(m)} for m in members]
    if any(len(found) != 1 for found in names) or any(degree(m) != 1 for m in members):
        return None
    (by,) = names[-1]
    return Differential(of[:rest], by, replace(chain, members=(*chain.members[:rest], *members)))


def is_of_changes(chain: Chain, sizes: set[str]) -> bool:
    r"""Is it a chain of differentials, readable or not? Its sign, `\mathrm{d}`, is no factor then.

    One equation is enough where a d in another font is a size, and where the rule of products is meant.
    """
    signs = {"d"} - sizes
    products = [_is_of_product(m, signs) for m in chain.members]
    if len(chain.members) < 2 or changed(chain.members[0], signs) is None:
        return False
    fused_ = [rebuilt(m, lambda x: fused(x, signs)) for m in chain.members]
    if len(chain.members) == 2 and signs and not (any(products) or any(map(_is_by_factors, fused_))):
        return False
    found = (next(changes(m), None) for m in fused_[1:])
    return all(map(any, zip(products[1:], found, strict=True)))


def names_derivative(chain: Chain) -> bool:
    r"""Is it `dh_t = \frac{\partial E}{\partial h_t}`? Then `dh` is the name of a derivative."""
    name = changed(chain.members[0], {"d"})
    return isinstance(name, t.Name) and any(
        isinstance(m, t.Derivative) and m.of is not None and m.wrt == (t.Wrt(name),) for m in chain.members[1:]
    )


def changes(x: Node) -> Iterator[t.Name]:
    return (y for y in t.walk(x) if isinstance(y, t.Name) and y.accents[:1] == (CHANGE,))


def _is_whole(x: Node) -> bool:
    r"""Is it a sign before a parenthesis, `\mathrm{d}(X W)`?"""
    return isinstance(x, t.Product) and isinstance(x.factors[-1].body, t.Group)


def _is_of_product(x: Node, signs: set[str]) -> bool:
    r"""Is it the differential of a product, `\mathrm{d}(Q K^T)`? A number before it would be one in both factors."""
    return _is_whole(x) and isinstance(changed(x, signs), t.Product)


def _is_by_factors(x: Node) -> bool:
    r"""Does each term have the change of another factor, `\mathrm{d}Q \, K + Q \, \mathrm{d}K`?"""
    terms = [term.body for y in t.of_kind(x, t.Terms) for term in y.terms]
    kept = [y for y in terms if len(list(t.of_kind(y, t.Name))) > 1 and next(changes(y), None) is not None]
    return len({_plain(y) for term in kept for y in changes(term)}) > 1


def _is_sign(x: Node, signs: set[str]) -> bool:
    plain = isinstance(x, t.Name) and x.base == "d" and not x.scripts and not x.accents and not x.primes
    return plain and isinstance(x, t.Name) and (x.font in UPRIGHT or (not x.font and "d" in signs))


def changed(left: Node, signs: set[str]) -> Node | None:
    """The E of `\\mathrm{d}E`, the sum of `\\mathrm{d}(X W - Y)`."""
    pair = isinstance(left, t.Product) and len(left.factors) == 2 and not left.factors[1].operator
    if pair and isinstance(left, t.Product) and _is_sign(left.factors[0].body, signs):
        body = left.factors[1].body
        return body.items[0] if isinstance(body, t.Group) and len(body.items) == 1 else body
    if isinstance(left, t.Name) and left.accents[:1] == (CHANGE,):
        return replace(left, accents=left.accents[1:])
    return _behind_sign(left, signs) if isinstance(left, t.Name) else None


def _behind_sign(x: t.Name, signs: set[str]) -> t.Name | None:
    """The E of a name that is typed `dE`."""
    run = len(x.base) == 2 and x.base[0] in signs and x.base[1].isalpha() and not x.accents and not x.font
    return replace(x, base=x.base[1]) if run else None


def fused(x: Any, signs: set[str], meant: Callable[[t.Name], bool] = lambda _: True) -> Any:
    """A product in which signs and the names behind them, those that are `meant`, are one name each."""
    if isinstance(x, t.Name):
        own = _behind_sign(x, signs)
        return None if own is None or not meant(own) else replace(own, accents=(CHANGE, *own.accents))
    if not isinstance(x, t.Product):
        return None
    factors: list[t.Factor] = []
    at = 0
    while at < len(x.factors):
        f = x.factors[at]
        following = x.factors[at + 1] if at + 1 < len(x.factors) else None
        name = following.body if following is not None and not following.operator else None
        if isinstance(f.body, t.Name) and _is_sign(f.body, signs) and isinstance(name, t.Name) and meant(name):
            span = (f.body.span[0], name.span[1])
            factors.append(replace(f, body=replace(name, accents=(CHANGE, *name.accents), span=span)))
            at += 2
        else:
            factors.append(replace(f, body=rebuilt(f.body, lambda y: fused(y, signs, meant))))
            at += 1
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))


def without_change(x: t.Name) -> t.Name:
    """The name of what changes where a name stands for its change, else that name itself."""
    return replace(x, accents=x.accents[1:]) if x.accents[:1] == (CHANGE,) else x


def _plain(x: t.Name) -> t.Name:
    """The name that changes, without the accent and a transpose."""
    scripts = tuple(s for s in x.scripts if not (s.above and not s.bracket and any(map(is_mark, s.entries))))
    return replace(x, accents=x.accents[1:], scripts=scripts)


def degree(x: Node) -> int | None:
    """How often a change stands in every term; None where it does not do so alike, or within a function or a power."""
    if isinstance(x, t.Name):
        return int(x.accents[:1] == (CHANGE,))
    if isinstance(x, t.Product):
        return _multiplied(f.body for f in x.factors)
    if isinstance(x, t.Terms):
        return _alike(term.body for term in x.terms)
    if isinstance(x, t.Group):
        return _multiplied(x.items) if x.open == r"\langle" else _alike(x.items)
    if isinstance(x, t.BigSum):
        return degree(x.body)
    if isinstance(x, t.Call) and x.function == "tr" and len(x.args) == 1 and not x.scripts:
        return degree(x.args[0])
    if isinstance(x, t.Scripted) and all(s.above and all(map(is_mark, s.entries)) for s in x.scripts):
        return degree(x.base)
    inside = any(isinstance(y, t.Name) and y.accents[:1] == (CHANGE,) for y in t.walk(x))
    return None if inside else 0


def _multiplied(parts: Iterable[Node]) -> int | None:
    total = 0
    for found in map(degree, parts):
        if found is None:
            return None
        total += found
    return total


def _alike(parts: Iterable[Node]) -> int | None:
    found = set(map(degree, parts))
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one entry of `by`: the array of changes, what changes with it, what the entry's indices run over.

    `rate` is what a change does to an array, `read` makes an array of a name.
    """

    by: t.Name
    unit: Array
    left: tuple[Array, ...]
    ranges: list[tuple[Node, Node]]
    rate: Callable[[Array], Array]
    read: Callable[[Node], Array]

    def of(self, x: t.Name) -> Array | None:
        """The array that a name with the accent means, transposed if it is."""
        shape = shape_of(x)
        if x.accents[:1] != (CHANGE,) or shape is None:
            return None
        plain = _plain(x)
        found = self.unit if plain == self.by else self.rate(self.read(plain))
        return transposed(found) if split(shape)[2] else found


def change(d: Differential, letters: Letters, read: Callable[[Node], Array]) -> Change:
    """The change of one entry of what changes, and the members that follow from it. Raises `ShapeDoubt`."""
    wholes, by = [read(x) for x in d.of], read(d.by)
    if None in by.sizes:
        raise ShapeDoubt("a change of an array whose size is not known", d.by.span, "say its shape")
    known = [s for s in by.sizes if s is not None]
    place = [letters.fresh(s, d.by.span) for s in known]
    span = d.by.span

    def unit(*i: Node) -> Node:
        parts = [equal(x, y, span) for x, y in zip(i, place, strict=True)]
        return t.Number("1", span) if not parts else parts[0] if len(parts) == 1 else product(span, *parts)

    def nudged(of: Array, *i: Node) -> Node:
        whole = t.Derivative(of.entry(*i), (t.Wrt(by.entry(*place)),), 1, r"\partial", False, False, "frac", span)
        return by_entry(whole, of.entry(*i), by.entry(*place))

    def rate(of: Array) -> Array:
        return Array(of.kind, of.sizes, partial(nudged, of))

    ranges = list(zip(place, known, strict=True))
    return Change(d.by, replace(by, entry=unit, gradient=False), tuple(map(rate, wholes)), ranges, rate, read)

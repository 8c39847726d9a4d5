r"""Strides that are letters: `x_{s n + m}` is no affine form of n while nobody says what s is. Nor is the end of what
each layer makes shorter, `i = 0, \dots, L - l (W - 1) - 1`.

Such a page is read with a number for s, and with another one: what it says holds for every s if it does for any. So it
is with the stride of a layer, `s^{l-1}`, where no line names that of another one. Lines with that of one definite
layer, `s^{K-1}`, cannot be read so: what they say need not hold with a number of its own for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ...latex import tree as t
from ...latex.parse_lists import DOTS
from ...latex.tree import Chain, Name, Node, Product, Terms
from ...latex.walking import rebuilt
from ..asked import any_of
from ..choices import Values
from ..front import Front, front_changed
from ..integers.kinds import integral
from ..located import Located, read_of, with_statements
from ..spelled.shape import is_mark, letter_of, letters_in, stem_of

BOUNDED = 3
"""So many members has a range between two bounds."""


def _multiplies(s: t.Statement | Chain) -> bool:
    """Does a product stand where an integer does?"""
    placed = (x for kind in (Name, t.Indicator, t.BigSum, Chain) for x in t.of_kind(s, kind))
    return any(_pair(p) for x in placed for place in _integers(x) for p in _products(place))


def strides_of(located: Sequence[Located], ranged: Sequence[str], ranges: Sequence[Chain] = ()) -> tuple[Name, ...]:
    """The letters by which an index is multiplied somewhere, in order.

    `ranged` are letters with a range, `ranges` the ranges of the front matter.
    """
    if not any_of(located, _multiplies) and not any(map(_multiplies, ranges)):
        return ()
    formulas = read_of(located)
    everything = [x for f in (*ranges, *formulas) for x in t.walk(f)]
    found = [pair for x in everything for place in _integers(x) for p in _products(place) if (pair := _pair(p))]
    indices = set(ranged) | {x for f in formulas for s in f.statements for x in _running(s)}
    layered = {n for pair in found for n in pair if _is_of_one_layer(n, indices, formulas)}
    sure = {n for n in layered if _only_multiplies_elsewhere(n, indices, formulas)}

    def mine(pair: Sequence[Name], of_layers: Set[Name]) -> list[Name]:
        return [n for n in pair if letter_of(n) not in indices and (n in of_layers or not set(_inner(n)) & indices)]

    single = [pair for pair in found if len(mine(pair, layered)) == 1 < len(pair)]
    alone = [names[0] for pair in single if (names := mine(pair, sure))]
    inside = {id(y) for x in everything for place in _integers(x) for y in t.walk(place)}
    called = {n for x in everything if isinstance(x, Product) and id(x) not in inside for n in _called(x, indices)}
    definite = {x for x in alone for n in sure if _is_beside(x, n, indices)}
    return tuple(n for n in dict.fromkeys(alone) if n not in called | definite)


def _is_of_one_layer(n: Name, indices: Set[str], formulas: Sequence[t.Formula]) -> bool:
    r"""Is it the stride of a layer, `s^{l-1}` in what makes the layer l of the layer `l-1`, and named for no other one?

    With one number for all layers, a line about these two says what it says with one for each; a line with another
    layer in it need not.
    """
    entries = [e for s in n.scripts for e in s.entries]
    mine = [e for e in entries if not indices.isdisjoint(letters_in(e))]
    letters = {*letters_in(mine[0])} & indices if len(mine) == 1 else set()
    if len(letters) != 1:
        return False
    of_any, stem = _of_any_layer(n, letters), stem_of(n)
    names = (x for f in formulas for x in t.of_kind(f, Name) if stem_of(x) == stem and x != n)
    if any(_of_any_layer(x, letters) == of_any for x in names):
        return False
    equated = (s for f in formulas for s in f.statements if s.chain.relations)
    said = [s for s in equated if any(x == n for x in t.of_kind(s, Name))]
    layers = [{e for x in t.of_kind(s, t.Script) for e in x.entries if letters & {*letters_in(e)}} for s in said]
    return bool(layers) and all(x <= layers[0] for x in layers)


def _only_multiplies_elsewhere(n: Name, indices: Set[str], formulas: Sequence[t.Formula]) -> bool:
    """Do the strides of other layers stand in indices alone?"""
    definite = {x for f in formulas for x in t.of_kind(f, Name) if _is_beside(x, n, indices)}
    return all(definite.isdisjoint(t.of_kind(s, Name)) or _is_by(s, definite) for f in formulas for s in f.statements)


def _is_beside(x: Name, n: Name, indices: Set[str]) -> bool:
    """Is a name that of another layer: the same but for the entries of `n` that have an index letter?"""
    if x == n or stem_of(x) != stem_of(n) or len(x.scripts) != len(n.scripts):
        return False
    for one, two in zip(x.scripts, n.scripts, strict=True):
        if (one.above, one.bracket, len(one.entries)) != (two.above, two.bracket, len(two.entries)):
            return False
        if any(a != b and indices.isdisjoint(letters_in(b)) for a, b in zip(one.entries, two.entries, strict=True)):
            return False
    return True


def _is_by(s: t.Statement, strides: Set[Name]) -> bool:
    """Is an index multiplied by one of these strides?"""
    placed = (p for x in t.walk(s) for place in _integers(x) for p in _products(place))
    return any(not strides.isdisjoint(_pair(p)) for p in placed)


def _of_any_layer(n: Name, letters: Set[str]) -> Name:
    """The name with a mark for what has one of the letters."""

    def entry(e: Node) -> Node:
        return e if letters.isdisjoint(letters_in(e)) else Name("#")

    return replace(n, scripts=tuple(replace(s, entries=tuple(map(entry, s.entries))) for s in n.scripts))


def with_values(located: Sequence[Located], values: Values) -> Sequence[Located]:
    """The formulas with numbers for strides."""
    return with_statements(located, lambda s: rebuilt(s, _put(values))) if values else located


def front_with_values(front: Front, values: Values) -> Front:
    """The front matter with numbers for strides; that they are sizes is said no longer."""
    if not values:
        return front
    kept = replace(
        front,
        sizes=[(f, n) for f, n in front.sizes if n not in values],
        data=[(f, n) for f, n in front.data if n not in values],
        wrt=[(f, n) for f, n in front.wrt if n not in values],
    )
    return front_changed(kept, lambda x: rebuilt(x, _put(values)))


def _put(values: Values) -> Callable[[Any], Node | None]:
    return lambda x: t.Number(str(values[x]), span=x.span) if isinstance(x, Name) and x in values else None


def _integers(x: object) -> Iterator[Node]:
    """What stands where integers do: entries of scripts, conditions, ends of sums and of ranges."""
    if isinstance(x, Name) and x.base != "e":
        yield from (e for s in x.scripts if not s.above or s.bracket for e in s.entries)
    elif isinstance(x, t.Indicator):
        yield from (m for c in x.conditions for m in (c.members if isinstance(c, Chain) else (c,)))
    elif isinstance(x, t.BigSum) and x.above is not None:
        yield from (*(m for c in x.below if isinstance(c, Chain) for m in c.members[1:]), x.above)
    elif isinstance(x, Chain):
        yield from _ends(x)


def _ends(x: Chain) -> Iterator[Node]:
    r"""Where a letter begins and ends: `i = 1, \dots, I`, `1 \le i \le I`."""
    if letter_of(x.members[0]) is not None:
        yield from (e for m in x.members[1:] if isinstance(m, t.Listing) and DOTS in m.items for e in m.items)
    elif len(x.members) == BOUNDED and letter_of(x.members[1]) is not None and all(map(integral, x.members)):
        yield from (x.members[0], x.members[2])


def _products(x: Node) -> Iterator[Product]:
    """The products of an index form: terms of a sum, or with a sign between the factors (`ij` is two indices)."""
    terms = [term.body for term in x.terms] if isinstance(x, Terms) else [x]
    for body in terms:
        if isinstance(body, Product) and (isinstance(x, Terms) or any(f.operator for f in body.factors)):
            yield body


def _pair(x: Product) -> list[Name]:
    """The names that are factors of a product of several things with letters, with those inside its parentheses."""
    several = [f.body for f in x.factors if any(True for _ in letters_in(f.body)) or isinstance(f.body, Name)]
    names = [y for body in several for y in t.walk(body) if isinstance(y, Name)]
    if len(several) < 2 or any(map(_is_turned, names)):
        return []  # what is transposed is no integer
    return names


def _is_turned(x: Name) -> bool:
    return any(s.above and not s.bracket and s.entries and all(map(is_mark, s.entries)) for s in x.scripts)


def _inner(x: Name) -> Iterator[str]:
    """The letters in its scripts, also those in the scripts of these: both of `w_{y_i}`."""
    inside = [e for s in x.scripts for e in s.entries]
    yield from (letter for e in inside for letter in letters_in(e))
    yield from (letter for e in inside for n in t.of_kind(e, Name) for letter in _inner(n))


def _called(x: Product, indices: Set[str]) -> Iterator[Name]:
    """The names right before a parenthesis, which may be functions; before one less than a size (`s(N-1)`) none is."""
    for a, b in pairwise(x.factors):
        if b.joined and isinstance(a.body, Name) and not _is_a_length(b.body, indices):
            yield a.body


def _is_a_length(x: Node, indices: Set[str]) -> bool:
    only = x.items[0] if isinstance(x, t.Group) and len(x.items) == 1 else None
    if not isinstance(only, Terms) or not all(_is_a_size(term.body) for term in only.terms):
        return False
    letters = {*letters_in(only), *(y for n in t.of_kind(only, Name) for y in _inner(n))}
    return any(isinstance(term.body, t.Number) for term in only.terms) and indices.isdisjoint(letters)


def _is_a_size(x: Node) -> bool:
    """Is it made of letters, also with letters below (`F_H`), and numbers?"""
    return integral(x) or (isinstance(x, Name) and not any(s.above for s in x.scripts))


def _running(s: t.Statement) -> Iterator[str]:
    """The letters that run: under sums, before a range or a condition, alone in a script of a left side."""
    for x in t.walk(s):
        if isinstance(x, t.BigSum):
            firsts = [item.members[0] if isinstance(item, Chain) else item for item in x.below]
            plain = [y for y in firsts if letter_of(y) is not None]  # beside these, `(l-1) s + m = j` is a condition
            yield from (letter for y in plain or firsts for letter in letters_in(y))
        elif isinstance(x, Chain) and (len(x.members) > 2 or any(isinstance(m, t.Listing) for m in x.members)):
            yield from (letter for m in x.members[:2] if (letter := letter_of(m)) is not None)
    left = s.chain.members[0]
    for x in t.walk(left):
        if isinstance(x, t.Script):
            yield from (letter for e in x.entries if (letter := letter_of(e)) is not None)

r"""Products of two vectors that a page writes out: `\theta x^i := \theta_0 + \theta_1 x^i_1 + \dots + \theta_p x^i_p`.

Nothing is transposed there, and by its own rules a column times a column is no product. The line says what the page
means by it, so that stands wherever the two names do side by side, in the letters that they have there. Each of its
terms is made of entries of both, or is an entry of one; it is the only line about this product, and none defines one of
the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any, TypeAlias, TypeGuard

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Factor, Group, Name, Node, Product, Script, Symbol, Terms
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

Pair: TypeAlias = tuple[Name, Name]
Key: TypeAlias = tuple[tuple[Stem, tuple[bool, ...]], ...]
Meant: TypeAlias = Mapping[Key, tuple[Pair, Node]]
"""What products are, each with the pair of names in the letters of the line that says so."""


@where(lambda s: _told(s.chain) is not None)
def with_products_told(located: Sequence[Located]) -> list[Located]:
    """The formulas with what such products are in their places."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    numbers = {x for c in chains for x in _values(c)}
    found = [x for c in chains if (x := _told(c)) is not None and numbers.isdisjoint(_key(x[0]))]
    keys = [_key(pair) for pair, _ in found]
    meant = {key: told for key, told in zip(keys, found, strict=True) if keys.count(key) == 1}
    return with_statements(located, lambda s: rebuilt(s, partial(_written, meant))) if meant else list(located)


def _written(meant: Meant, x: Any) -> Node | Script | None:
    """A product, or the exponent that is one, with what such pairs are."""
    if isinstance(x, Script):
        run = x.entries if x.above and not x.commas else ()
        entries = _parted(meant, [Factor("", e) for e in run])
        return None if len(entries) == len(run) else replace(x, entries=tuple(_alone(entries)))
    if not isinstance(x, Product):
        return None
    factors = _parted(meant, x.factors)
    if len(factors) == len(x.factors):
        return None
    return next(_alone(factors)) if len(factors) == 1 else replace(x, factors=tuple(factors))


def _alone(factors: Sequence[Factor]) -> Iterator[Node]:
    """The bodies, one that is all there is without its parentheses."""
    for f in factors:
        yield f.body.items[0] if len(factors) == 1 and isinstance(f.body, Group) else f.body


def _parted(meant: Meant, factors: Sequence[Factor]) -> list[Factor]:
    """Factors with what such pairs are in the place of the first of the two."""
    found: list[Factor] = []
    n = 0
    while n < len(factors):
        pair = next((p for m, p in _pairs(factors) if m == n and _key(p) in meant), None)
        if pair is None:
            found.append(replace(factors[n], body=rebuilt(factors[n].body, partial(_written, meant))))
        else:
            whole = Group("(", (_in_letters(*meant[_key(pair)], pair),), ")", (), pair[0].span)
            found.append(replace(factors[n], body=whole))
        n += 1 if pair is None else 2
    return found


def _in_letters(told: Pair, whole: Node, pair: Pair) -> Node:
    """What a product is, for the same product in other letters."""
    taken = {y.base for x in _places(pair) for y in t.of_kind(x, Name)}
    apart: dict[str, Node] = {}
    for letter in {bound for x in t.of_kind(whole, BigSum) if (bound := _letter_run(x)) in taken}:
        other = letter + "'"
        while other in taken:
            other += "'"
        apart[letter] = Name(other)
    put = {letter_of(x) or "": y for x, y in zip(_places(told), _places(pair), strict=True)}
    return _renamed(_renamed(whole, apart), put)


def _renamed(x: Node, names: Mapping[str, Node]) -> Node:
    made: Node = rebuilt(x, lambda y: names.get(letter_of(y) or "") if isinstance(y, Name) else None)
    return made


def _places(pair: Pair) -> list[Node]:
    return [e for x in pair for _, e in _entries(x)]


def _told(c: Chain) -> tuple[Pair, Node] | None:
    """The two names of a product on the left, and what it is in their entries."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    pair = _pair(left)
    terms = right.terms if isinstance(right, Terms) else (t.Term("", right),)
    if pair is None or any(x.sign not in ("", "+") for x in terms):
        return None
    letters = list(map(letter_of, _places(pair)))
    if None in letters or len({*letters}) < len(letters) or {*letters} & {*map(_letter_run, t.of_kind(right, BigSum))}:
        return None
    made = [_is_of(x.body, pair) for x in terms]
    single = (any(_added(y, x.body) is not None for y in pair) for x in terms)
    return (pair, right) if any(made) and all(a or b for a, b in zip(made, single, strict=True)) else None


def _is_of(x: Node, pair: Pair) -> bool:
    """Is it the product of an entry of each, or a sum of these?"""
    body = x.body if isinstance(x, BigSum) else x
    inner = _pair(body)
    if inner is None or (isinstance(x, BigSum) and _letter_run(x) is None):
        return False
    for order in (inner, inner[::-1]):
        one, other = (_added(a, b) for a, b in zip(pair, order, strict=True))
        if one is not None and one == other:
            return not isinstance(x, BigSum) or letter_of(one) == _letter_run(x)
    return False


def _letter_run(x: BigSum) -> str | None:
    """The letter of a sum over one."""
    if x.operator != r"\sum" or len(x.below) != 1:
        return None
    below = x.below[0]
    return letter_of(below.members[0] if isinstance(below, Chain) else below)


def _added(whole: Name, part: Node) -> Node | None:
    """The index that a name has besides those of another."""
    if not isinstance(part, Name) or stem_of(part) != stem_of(whole) or part.primes != whole.primes:
        return None
    own, more = _entries(whole), _entries(part)
    if len(more) != len(own) + 1:
        return None
    return next((e for n, (_, e) in enumerate(more) if [*more[:n], *more[n + 1 :]] == own), None)


def _pair(x: Node) -> Pair | None:
    """The two names of a product of nothing else."""
    pairs = list(_pairs(x.factors)) if isinstance(x, Product) and len(x.factors) == 2 else []
    return pairs[0][1] if pairs and isinstance(x, Product) and not x.factors[0].operator else None


def _pairs(factors: Sequence[Factor]) -> Iterator[tuple[int, Pair]]:
    """The names that stand side by side in a product, none transposed."""
    for n, (a, b) in enumerate(pairwise(factors)):
        pair = (a.body, b.body)
        if not b.joined and not b.operator and _are_plain(pair):
            yield n, pair


def _are_plain(pair: tuple[Node, Node]) -> TypeGuard[Pair]:
    return all(isinstance(x, Name) and not any(isinstance(e, Symbol) for _, e in _entries(x)) for x in pair)


def _entries(x: Name) -> list[tuple[bool, Node]]:
    return [(s.above, e) for s in x.scripts for e in s.entries]


def _values(c: Chain) -> Iterator[tuple[Stem, tuple[bool, ...]]]:
    """What an equation defines, or derives, as one value: `m = m_1 + m_2`, where `m x` is a product of numbers.

    One that lists the entries of an array, `s = (s_n)`, defines no value.
    """
    left = c.members[0]
    told = (left.of if isinstance(left, t.Derivative) else left) if c.relations else None
    if isinstance(told, Name) and not _are_entries(told, c.members[-1]):
        yield from _key((told, told))


def _are_entries(whole: Name, x: Node) -> bool:
    """Is it a list of entries of an array, or of one that stands for all?"""
    group = x.base if isinstance(x, t.Scripted) else x
    items = group.items if isinstance(group, Group) and group.open in ("(", "[") else ()
    return bool(items) and all(isinstance(i, Symbol) or _added(whole, i) is not None for i in items)


def _key(pair: Pair) -> Key:
    return tuple((stem_of(x), tuple(above for above, _ in _entries(x))) for x in pair)

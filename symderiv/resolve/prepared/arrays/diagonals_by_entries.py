r"""Diagonal matrices that a page defines by entries and uses as wholes: `F_{ij} = \delta_{ij} f_i` is `F = \diag(f)`.

So is `F_{ij} = f_i` if i = j and 0 otherwise, in `cases`. What stands on the diagonal is written in
one of the two letters; the other letter often runs to another end in other sums, and says nothing of how long F is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.sizes import ranges_in
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, letter_of, letters_in

KRONECKER = r"\delta"
ZERO = t.ZERO


def _has_any(s: Statement) -> bool:
    return _whole(s) is not None


@where(_has_any)
def with_diagonals_by_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such definitions as those of the matrix; what says that the rest is 0 is gone."""
    statements = [s for f in read_of(located) for s in f.statements]
    bare = {_key(x) for s in statements if s.chain.relations for x in t.of_kind(s.chain, Name) if not entries_below(x)}
    lefts = [x for s in statements if isinstance(x := s.chain.members[0], Name) and s.chain.relations]
    if any(x.base == KRONECKER and len(entries_below(x)) == len("ij") for x in lefts):
        return list(located)  # it is a name of the page
    defined = [_key(x) for x in lefts if _whole_name(x)]
    entries = [_key(x) for x in lefts if len(entries_below(x)) == len("ij")]
    functions = {
        _key(a.body)
        for s in statements
        for x in t.of_kind(s, t.Product)
        for a, b in zip(x.factors, x.factors[1:], strict=False)
        if b.joined and isinstance(a.body, Name)
    }

    def changed(s: Statement) -> Statement:
        found = _whole(s)
        if found is None:
            return s
        left, value = found
        key = _key(left)
        if key not in bare or key in defined or entries.count(key) != 1:
            return s
        name = _name_of_all(value)
        on_it = value if name is None or _key(name) in functions else name
        diagonal = t.Call("diag", (on_it,), (), 0, True, s.chain.span)
        return replace(s, chain=replace(s.chain, members=(replace(left, scripts=()), diagonal)), conditions=())

    return with_statements(located, changed)


def _whole(s: Statement) -> tuple[Name, Node] | None:
    r"""The left side of such a definition and what stands on the diagonal, the f_i of `F_{ij} = \delta_{ij} f_i`."""
    left = s.chain.members[0]
    if len(s.chain.members) != 2 or s.chain.relations[0] not in ("=", ":=") or not isinstance(left, Name):
        return None
    pair = frozenset(x for p in entries_below(left) if (x := letter_of(p)) is not None)
    plain = len(left.scripts) == 1 and not left.primes and len(entries_below(left)) == len(pair) == len("ij")
    value = _on_diagonal(s.chain.members[1], pair) if plain else None
    if value is None or not all(_is_range(c, pair) for c in s.conditions) or t.of_kind(value, t.Derivative):
        return None
    own = {x for y in t.of_kind(value, Name) for p in entries_below(y) for x in letters_in(p)} & pair
    return (left, value) if len(own) == 1 else None


def _is_range(c: Chain, pair: frozenset[str]) -> bool:
    """Does a condition say how far the two letters run?"""
    return {letter for letter, _ in ranges_in(c)} <= pair and any(True for _ in ranges_in(c))


def _on_diagonal(x: Node, pair: frozenset[str]) -> Node | None:
    """What a formula is where the two letters are equal; None unless it is 0 where they are not."""
    if isinstance(x, t.Product):
        kept = [f for f in x.factors if not _tells_equal(f.body, pair)]
        if len(kept) != len(x.factors) - 1 or not kept:
            return None
        if any(f.operator not in ("", r"\cdot") or f.joined for f in x.factors):
            return None
        return kept[0].body if len(kept) == 1 else t.Product((replace(kept[0], operator=""), *kept[1:]), x.span)
    if not isinstance(x, t.Cases) or len(x.rows) != len("ij"):
        return None
    first, last = x.rows if x.rows[1].value == ZERO else x.rows[::-1]
    equal = len(first.conditions) == 1 and _compares(first.conditions[0], "=", pair)
    others = last.otherwise or (len(last.conditions) == 1 and _compares(last.conditions[0], r"\ne", pair))
    return first.value if equal and others and last.value == ZERO else None


def _tells_equal(x: Node, pair: frozenset[str]) -> bool:
    r"""Is it `\delta_{ij}` or `[i = j]`?"""
    if isinstance(x, t.Indicator):
        return len(x.conditions) == 1 and _compares(x.conditions[0], "=", pair)
    below = entries_below(x) if isinstance(x, Name) and x.base == KRONECKER and len(x.scripts) == 1 else ()
    return len(below) == len("ij") and {letter_of(p) for p in below} == pair


def _compares(x: Node, relation: str, pair: frozenset[str]) -> bool:
    fits = isinstance(x, Chain) and x.relations == (relation,)
    return fits and isinstance(x, Chain) and {letter_of(m) for m in x.members} == pair


def _name_of_all(value: Node) -> Name | None:
    """The vector of which one entry is given."""
    if not isinstance(value, Name) or len(entries_below(value)) != 1 or len(value.scripts) != 1:
        return None
    return replace(value, scripts=())


def _whole_name(x: Name) -> bool:
    return not x.scripts


def _key(x: Name) -> Stem:
    return x.base + "'" * x.primes, x.accents, x.font

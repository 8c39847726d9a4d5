r"""A layer in a bracket behind a name, below which the indices stand: `F[l]_{ij}`, read as `F^{[l]}_{ij}`.

Nobody puts an index below a factor in brackets. So on such a page every bracket right behind a name that holds one
index alone, of the same letters, tells the layer: `w[l]`, `F[l-1]`, `N[l]^2`. That is so of names that never have a
value without a bracket, where no such letter has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import index_like
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from .in_brackets import OPERATORS, valued

_Use: TypeAlias = tuple[Name, Group, tuple[Script, ...]]
"""A name, the bracket behind it, and what hangs on that."""


def _has_layers(s: Statement) -> bool:
    return any(_is_evident(use) for use in _uses(s))


@where(_has_layers)
def with_layers_in_brackets(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such layers above their names."""
    statements = [s for f in read_of(located) for s in f.statements]
    uses = [use for s in statements for use in _uses(s)]
    letters = {x for use in uses if _is_evident(use) for x in letters_in(use[1].items[0])}
    values = [n for s in statements if s.chain.relations for n in _values(s)]
    valued = {n.base for n in values}
    if not letters or not letters.isdisjoint(valued):
        return list(located)
    layers = _Layers(frozenset(letters), frozenset(valued))
    bare = {stem_of(n) for n in values}
    meant = {
        stem
        for stem in {stem_of(name) for name, _, _ in uses} - bare
        if all(layers.are_told_by(use) for use in uses if stem_of(use[0]) == stem)
    }

    def change(x: Any) -> Node | None:
        return _with_layers(x, meant, change) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


@dataclass(frozen=True)
class _Layers:
    """The letters of layers, and all that have a value."""

    letters: frozenset[str]
    valued: frozenset[str]

    def are_told_by(self, use: _Use) -> bool:
        """Does the bracket hold a layer, behind a name without scripts?"""
        name, group, _ = use
        item = group.items[0]
        inside, letter = set(letters_in(item)), letter_of(item)
        last = letter is not None and letter.isupper() and letter not in self.valued  # the L of `F[L]`
        layer = last or (bool(inside) and inside <= self.letters) or isinstance(item, t.Number)
        return layer and not name.scripts and not name.primes and name.font not in OPERATORS


def _uses(s: object) -> Iterator[_Use]:
    """The names that stand right before a bracket with one thing in it."""
    for x in t.of_kind(s, Product):
        for a, b in pairwise(x.factors):
            use = _use(a.body, b)
            if use is not None:
                yield use


def _use(name: Node, f: Factor) -> _Use | None:
    scripts = f.body.scripts if isinstance(f.body, Scripted) else ()
    group = f.body.base if isinstance(f.body, Scripted) and not f.body.primes else f.body
    if not isinstance(name, Name) or not f.joined or not isinstance(group, Group):
        return None
    single = (group.open, group.close, len(group.items)) == ("[", "]", 1) and _is_index(group.items[0])
    return (name, group, scripts) if single else None


def _is_index(x: Node) -> bool:
    """Is it a letter, a number, or a sum of these?"""
    if isinstance(x, t.Terms):
        return all(term.sign in ("", "+", "-") and _is_index(term.body) for term in x.terms)
    return letter_of(x) is not None or (isinstance(x, t.Number) and x.text.isdigit())


def _is_evident(use: _Use) -> bool:
    """Do indices stand below the bracket, which holds a letter?"""
    return any(not s.above for s in use[2]) and any(True for _ in letters_in(use[1].items[0]))


def _values(s: Statement) -> Iterator[Name]:
    """The names where values stand that have no bracket behind them: none in scripts, brackets, ranges, conditions."""
    condition = all(map(index_like, s.chain.members)) or any(isinstance(m, t.Listing) for m in s.chain.members)
    yield from () if condition else (n for m in s.chain.members for n in valued(m, _used))


def _used(x: Product) -> set[int]:
    """The places of names with such a bracket, and of these."""
    pairs = enumerate(pairwise(x.factors))
    return {at for n, (a, b) in pairs if _use(a.body, b) is not None for at in (n, n + 1)}


def _with_layers(x: Product, meant: set[Stem], change: Any) -> Node:
    """A product with the layers of such names above them."""
    factors: list[Factor] = []
    for f in x.factors:
        use = _use(factors[-1].body, f) if factors else None
        if use is not None and stem_of(use[0]) in meant:
            factors[-1] = replace(factors[-1], body=_entry(use, f))
        else:
            factors.append(replace(f, body=rebuilt(f.body, change)))
    return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))


def _entry(use: _Use, behind: Factor) -> Node:
    """The entry of a name in a layer, raised to what the bracket is raised to."""
    name, group, scripts = use
    span = (name.span[0], behind.body.span[1])
    layer = Script(True, group.items, "[", False, True, group.span)
    below = tuple(s for s in scripts if not s.above)
    above = tuple(s for s in scripts if s.above)
    entry = replace(name, scripts=(layer, *below), span=span)
    return Scripted(Group("(", (entry,), ")", (), span), above, 0, span) if above else entry


__all__ = ["with_layers_in_brackets"]

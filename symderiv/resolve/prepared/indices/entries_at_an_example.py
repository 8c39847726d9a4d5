r"""Entries in plain letters, `h_j` or `h(\mathbf{x}^{(t)})_j`, at one example, `\mathbf{h}(\mathbf{x}^{(t)})`.

Where all vectors of a page stand before the same argument, and nothing is summed over its number, there is one value of
each: the vector, `\mathbf{h}`, whose entries need no argument. So it is left out of what always carries it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import head_of


def _is_vector_at_an_example(s: Statement) -> bool:
    left = s.chain.members[0]
    found = next(_applied(left), None) if s.chain.relations and isinstance(left, Product) else None
    return found is not None and found[0].font in BOLD_FONTS and _number(found[1]) is not None


@where(_is_vector_at_an_example)
def with_entries_at_an_example(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arguments."""
    statements = [s for f in read_of(located) for s in f.statements]
    lefts = [s.chain.members[0] for s in statements if _is_vector_at_an_example(s)]
    groups = {group for x in lefts if isinstance(x, Product) for _, group in _applied(x)}
    if len(groups) != 1:
        return list(located)
    (group,) = groups
    number = _number(group)
    if any(letter_of(i) == number for s in statements for i in _running(s)):
        return list(located)
    said = [s for s in statements if s.chain.relations]
    own = {stem_of(x) for s in said if (x := head_of(s.chain.members[0])) is not None}
    names = [x for s in said for x in t.of_kind(s, Name)]
    uses = [name for s in said for x in t.of_kind(s, Product) for name, g in _applied(x) if g == group]
    always = {stem_of(x) for x in uses if sum(stem_of(y) == stem_of(x) for y in names) == _count(uses, x)}
    bold = {stem for stem in always if stem[2] in BOLD_FONTS}
    plain = {(*stem[:2], "") for stem in bold} - own
    shown = any(stem_of(x) in plain and _is_entry(x, number) for x in names) or not plain.isdisjoint(map(stem_of, uses))
    if not shown and not any(_has_index(x, group) for s in said for x in t.of_kind(s, Product)):
        return list(located)
    if any(stem_of(x) in plain and x.scripts and not _is_entry(x, number) for x in names):
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, lambda x: _bare(x, group, always | plain)))


def _count(uses: Sequence[Name], x: Name) -> int:
    return sum(stem_of(y) == stem_of(x) for y in uses)


def _applied(x: Product) -> Iterator[tuple[Name, Group]]:
    """The names that stand right before a parenthesis, also where this carries indices."""
    for a, b in zip(x.factors, x.factors[1:], strict=False):
        group = b.body.base if isinstance(b.body, Scripted) else b.body
        if b.joined and isinstance(a.body, Name) and isinstance(group, Group) and group.open == "(":
            yield a.body, group


def _has_index(x: Product, group: Group) -> bool:
    r"""Does an index stand behind such a parenthesis, `\mathbf{h}(\mathbf{x}^{(t)})_j`?"""
    scripted = (f.body for f in x.factors if f.joined and isinstance(f.body, Scripted) and f.body.base == group)
    return any(not s.above for y in scripted for s in y.scripts)


def _number(group: Group) -> str | None:
    r"""The letter of the example in `(\mathbf{x}^{(t)})`."""
    x = group.items[0] if len(group.items) == 1 else None
    above = [e for s in x.scripts for e in s.entries] if isinstance(x, Name) else []
    plain = isinstance(x, Name) and x.font in BOLD_FONTS and len(above) == 1
    return letter_of(above[0]) if plain else None


def _running(s: Statement) -> Iterator[Node]:
    """What is summed over, or said to run."""
    yield from (c.members[0] if isinstance(c, t.Chain) else c for x in t.of_kind(s, t.BigSum) for c in x.below)
    yield from (m for c in (s.chain, *s.conditions) if len(c.members) > 1 for m in c.members if isinstance(m, Name))


def _is_entry(x: Name, number: str | None) -> bool:
    r"""Is it `h_j` or a power of it, with letters below?"""
    letters = [letter_of(e) for s in x.scripts for e in s.entries if not s.above]
    powers = all(isinstance(e, t.Number) and not s.bracket for s in x.scripts for e in s.entries if s.above)
    below = bool(letters) and not x.primes and powers
    return below and None not in letters and number not in letters


def _bare(x: Any, group: Group, stems: set[Stem]) -> Node | None:
    """A product without the argument behind such names; its indices go to them."""
    if not isinstance(x, Product) or not any(g == group and stem_of(n) in stems for n, g in _applied(x)):
        return None
    factors: list[Factor] = []
    for f in x.factors:
        before = factors[-1].body if factors else None
        inner = f.body.base if isinstance(f.body, Scripted) else f.body
        if f.joined and inner == group and isinstance(before, Name) and stem_of(before) in stems:
            scripts = f.body.scripts if isinstance(f.body, Scripted) else ()
            factors[-1] = replace(factors[-1], body=replace(before, scripts=(*before.scripts, *scripts)))
        else:
            factors.append(replace(f, body=rebuilt(f.body, lambda y: _bare(y, group, stems))))
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

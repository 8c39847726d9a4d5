r"""Rows of a table that a page only says the source of: `x_t = E_{w_t}`, `e^{(t)} = E[w_t]`, a word looked up.

Where the table stands in no other line, and what it is looked up by at most where something else is looked up by it,
nothing is said but that there is an `x_t` for each t: whatever rows these are, they are given. So the equation is taken
for the mere name of its left side, with the range that stands beside it. It is not where the left side is
differentiated, or defined by anything else, nor where words call a matrix tied to another, or shared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Group, Name, Node, Product, Statement
from ....pattern import lazily
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import DOTS, Stem, is_mark, letters_in, stem_of
from .lookups_of_data import is_typed_in, typed_unread

TIED = lazily(
    r"\b(?:tie[ds]?|tying|shar(?:e|es|ed|ing)|same (?:matrix|weights|parameters)|reus(?:e|es|ed|ing))\b", re.I
)
"""Words by which the table may be a matrix that has another name elsewhere."""
DELTA = r"\delta"
EQUAL = (("=",), (":=",), (r"\coloneqq",))


def _is_named(s: Statement) -> bool:
    return _named(s) is not None


@where(_is_named)
def without_rows_only_named(located: Sequence[Located], words: str) -> list[Located]:
    """The formulas of a page with the bare left side for each such equation; `words` are all of the page.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document("$x_t = E_{w_t}$ and $h_t = W x_t$"))
    >>> [len(s.chain.members) for f in read_of(without_rows_only_named(page, "")) for s in f.statements]
    [1, 2]
    """
    if TIED.search(words):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements if not _is_said_of_space(s)]
    met = Counter(stem for s in statements for stem in {stem_of(x) for x in t.of_kind(s, Name)})
    used = Counter(stem for s in statements for stem in _values(s))
    heads = Counter(stem_of(x) for s in statements if s.chain.relations and isinstance(x := s.chain.members[0], Name))
    derived = {stem_of(d.of) for s in statements for d in t.of_kind(s, t.Derivative) if isinstance(d.of, Name)}
    typed = typed_unread(located)

    def change(s: Statement) -> Statement:
        named = _named(s)
        if named is None or s.struck:
            return s
        left, table, index = named
        own = met[stem_of(table)] == 1 and used[stem_of(index)] == (stem_of(index) in _values(s))
        if not own or any(is_typed_in(stem_of(x), typed) for x in (table, index)):
            return s
        if heads[stem_of(left)] > 1 or stem_of(left) in derived:
            return s
        return replace_statement(s, chain=Chain((left,), (), (), s.chain.span))

    return with_statements(located, change)


@remembered
def _values(s: Statement) -> frozenset[Stem]:
    r"""What a statement uses but to look up by it: what stands outside of scripts, or compared in those of a delta."""
    scripts = [y for x in t.of_kind(s, Name) if x.base != DELTA for y in x.scripts]
    inside = {id(y) for script in scripts for y in t.of_kind(script, Name)}
    return frozenset(stem_of(x) for x in t.of_kind(s, Name) if id(x) not in inside)


def _is_said_of_space(s: Statement) -> bool:
    r"""Is it only said of which space or set something is, `E \in \mathbb{R}^{V \times d}`, or is a name mentioned?"""
    c = s.chain
    return (c.relations == (r"\in",) or not c.relations) and all(isinstance(x, Name) for x in t.listed(c.members[0]))


@remembered
def _named(s: Statement) -> tuple[Name, Name, Name] | None:
    """The row that an equation names, the table and what it is looked up by."""
    c = s.chain
    left = c.members[0]
    if len(c.members) != 2 or c.relations not in EQUAL or not isinstance(left, Name) or left.primes:
        return None
    found = _looked_up(c.members[1])
    own = _letters(left)
    if found is None or not own or not own.issuperset(_letters(found[1])):
        return None
    stems: set[Stem] = {stem_of(left), *map(stem_of, found)}
    return (left, *found) if len(stems) == 3 else None


def _looked_up(x: Node) -> tuple[Name, Name] | None:
    """The table and the index of `E_{w_t}`, `E_{w_t,:}`, `E[w_t]` and `E[w_t, :]`."""
    if isinstance(x, Product) and len(x.factors) == 2:
        table, group = x.factors[0].body, x.factors[1].body
        bracket = isinstance(group, Group) and (group.open, group.close) == ("[", "]") and x.factors[1].joined
        if not bracket or not isinstance(group, Group) or not isinstance(table, Name) or table.scripts:
            return None
        items = group.items
    elif isinstance(x, Name):
        table = x
        below = [s for s in x.scripts if not s.above]
        above = [e for s in x.scripts if s.above for e in s.entries]
        if len(below) != 1 or not all(map(is_mark, above)):
            return None
        items = below[0].entries
    else:
        return None
    indices = [i for i in items if not (isinstance(i, t.Symbol) and i.name in DOTS)]
    only = indices[0] if len(indices) == 1 else None
    lettered = isinstance(only, Name) and bool(only.scripts) and not only.primes and bool(_letters(only))
    return (table, only) if lettered and isinstance(only, Name) and not table.primes else None


def _letters(x: Name) -> set[str]:
    """The letters in the scripts of a name."""
    return {y for s in x.scripts for e in s.entries if not (s.above and is_mark(e)) for y in letters_in(e)}

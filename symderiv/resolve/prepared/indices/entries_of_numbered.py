r"""Entries of arrays that several indices number, `(w_{c,n})_{k,l}` and `w_{c,n}[k,l]`: they are `w_{c,n,k,l}`.

Below a name in parentheses stands what it is called, the label of `(W_{xh})_{ij}`. It is the number of an array where a
sum of the page runs over each of its letters, none of them is the name of anything and the array itself stands nowhere.
One index alone is left: that of `(w_l)_{ij}` may be a layer, and what is told of layers is known elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ...spelled.typed_behind import typed_behind
from .in_brackets import letters_of


@remembered
def _uses(s: Statement) -> tuple[tuple[Name, Script], ...]:
    """The names with several indices in parentheses, with the script of the entry."""
    return tuple(found for x in t.of_kind(s, Scripted) if (found := _entry(x)) is not None)


def _has_uses(s: Statement) -> bool:
    return bool(_uses(s))


@where(_has_uses)
def with_entries_numbered(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with all indices of such entries below their names."""
    statements = [s for f in read_of(located) for s in f.statements]
    uses = [use for s in statements for use in _uses(s)]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    summed = frozenset(letter for s in statements for letter in _summed(s))
    values = {x.base for s in statements for x in t.of_kind(s, Name) if x.scripts} | letters_of(statements).values
    fit = {stem for stem in {stem_of(x) for x, _ in uses} if _are_numbered(stem, uses, names, summed - values)}
    if not fit:
        return list(located)

    def change(x: Any) -> Node | None:
        found = _entry(x) if isinstance(x, Scripted) else None
        return _joined(x, *found) if found is not None and stem_of(found[0]) in fit else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _entry(x: Scripted) -> tuple[Name, Script] | None:
    """The name with several indices in parentheses, and the script with those of the entry."""
    base, below = x.base, [s for s in x.scripts if not s.above]
    plain = isinstance(base, Group) and (base.open, base.close, len(base.items)) == ("(", ")", 1) and not x.primes
    name = base.items[0] if plain and isinstance(base, Group) else None
    if not isinstance(name, Name) or name.primes or len(below) != 1 or len(name.scripts) != 1:
        return None
    own = name.scripts[0]
    return (name, below[0]) if not own.above and len(own.entries) > 1 else None


def _are_numbered(stem: Stem, uses: Sequence[tuple[Name, Script]], names: Sequence[Name], summed: Set[str]) -> bool:
    """Does a name stand in nothing but such entries, with as many indices each, and sums run over all of its own?"""
    mine = [(name.scripts[0].entries, script.entries) for name, script in uses if stem_of(name) == stem]
    counts = {(len(own), len(entries)) for own, entries in mine}
    if len(counts) != 1 or len(mine) != sum(stem_of(x) == stem for x in names):
        return False
    places = zip(*(own for own, _ in mine), strict=True)
    apart = all(len({letter_of(e) for e in own}) == len(own) for own, _ in mine)
    return apart and all(not summed.isdisjoint(map(letter_of, place)) for place in places)


def _summed(s: Statement) -> Iterator[str]:
    """The letters over which sums run."""
    for x in t.of_kind(s, t.BigSum):
        heads = (b.members[0] if isinstance(b, t.Chain) else b for b in x.below)
        yield from (letter for h in heads for n in t.listed(h) if (letter := letter_of(n)) is not None)


def _joined(x: Scripted, name: Name, script: Script) -> Node:
    """The entry with all indices below the name, raised to what the parenthesis is raised to."""
    entries = (*name.scripts[0].entries, *script.entries)
    typed = typed_behind(name, len(script.entries), "[") if script.typed.startswith("[") else ""
    below = Script(False, entries, "", True, True, script.span, typed)
    raised = tuple(s for s in x.scripts if s.above)
    whole = replace(name, scripts=(below,), span=x.span)
    return Scripted(Group("(", (whole,), ")", (), x.span), raised, 0, x.span) if raised else whole

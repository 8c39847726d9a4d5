r"""Arrays of single steps that a page defines as wholes, `s_3 = W_y h_3 + b`, beside entries in parentheses that it
defines, too, `(p_3)_i = e^{(s_3)_i} / \sum_j e^{(s_3)_j}`.

Which names carry their step or label below, and their indices behind a parenthesis, the page shows by itself; not where
a letter stands in both places (`x_i` beside `(x_1)_i`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ....latex import tree as t
from ....latex.tree import Name, Scripted, Statement
from ....notation import EQUALITIES
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of
from ...stated import whole_of_entry


def defines_an_entry(s: Statement) -> bool:
    """Is the left side of an equation an entry in parentheses?"""
    left = s.chain.members[0]
    return isinstance(left, Scripted) and _entry(left) is not None and s.chain.relations[:1] == ("=",)


def wholes_defined(statements: Sequence[Statement]) -> list[tuple[Name, Scripted]]:
    """Such arrays, each with an entry; none where the page does not write so throughout."""
    if not any(map(defines_an_entry, statements)):
        return []
    lines = [s.chain for s in statements if s.chain.relations and EQUALITIES.issuperset(s.chain.relations)]
    entries = [(e, x) for c in lines for x in t.of_kind(c, Scripted) if (e := _entry(x)) is not None]
    lefts = {c.members[0] for c in lines}
    if not any(whole in lefts for whole, _ in entries):
        return []
    indices = {letter_of(p) for _, x in entries for s in x.scripts if not s.above for p in s.entries}
    letters = {(x.base, x.accents, x.font) for x, _ in entries}
    names = [x for c in lines for x in t.of_kind(c, Name)]
    labels = {id(p) for x in names for p in entries_below(x)}  # the h of `W_h`
    bare = [x for x in names if (x.base, x.accents, x.font) in letters and id(x) not in labels]
    clear = all(_is_whole(x) and letter_of(x.scripts[0].entries[0]) not in indices - {None} for x in bare)
    return entries if clear else []


def _entry(x: Scripted) -> Name | None:
    """The array of an entry in parentheses with one piece below, the `h_3` of `(h_3)_i`."""
    whole = whole_of_entry(x)
    indices = [p for s in x.scripts if not s.above for p in s.entries]
    return whole if whole is not None and _is_whole(whole) and None not in map(letter_of, indices) else None


def _is_whole(x: Name) -> bool:
    """Does nothing stand at a name but one piece below, and a transpose or a power?"""
    return len(entries_below(x)) == 1 and not x.scripts[0].above and not x.primes

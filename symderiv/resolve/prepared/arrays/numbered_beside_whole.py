r"""Arrays told apart by numbers beside one of the same letter: `B_1 = e^W`, `B_2 = B_1 \mathbf{1}`, `B = B_1 + B_3`.

A column `B_2` would be a row of the matrix `B` by its name, so the numbers are written as labels above, `B^{(2)}`. That
is done for capitals and bold letters of which the page defines one without a number and at least two with one, and
which carry nothing else below but both indices of an entry, `B_{ij}`. Where the one lists the others, these are its
entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Number, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

FEWEST = 2
"""So many arrays with numbers, and so many indices has an entry."""


def _defines_numbered(s: Statement) -> bool:
    left = _left(s)
    return left is not None and _number(left) is not None and _is_array(left)


@where(_defines_numbered)
def with_numbers_beside_wholes_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such numbers above their names."""
    if any(is_given(d) for d, _ in located):  # a network keeps its names
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    numbered: dict[Stem, set[Node]] = defaultdict(set)
    for left in filter(None, map(_left, statements)):
        if (number := _number(left)) is not None and _is_array(left):
            numbered[stem_of(left)].add(number)
    found = {key for key, numbers in numbered.items() if len(numbers) >= FEWEST and _is_whole(key, statements)}
    names = [x for s in statements for x in t.of_kind(s, Name)] if found else []
    found -= {stem_of(x) for x in names if not _is_plain(x)}
    if not found:
        return list(located)

    def change(x: object) -> Node | None:
        number = _number(x) if isinstance(x, Name) and stem_of(x) in found else None
        return _above(x, number) if isinstance(x, Name) and number is not None else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _left(s: Statement) -> Name | None:
    """The name that an equation begins with."""
    left = s.chain.members[0]
    return left if isinstance(left, Name) and s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES else None


def _is_array(x: Name) -> bool:
    return x.font in BOLD_FONTS or (len(x.base) == 1 and x.base.isupper() and not x.font)


def _number(x: Name) -> Node | None:
    """The number that stands alone below a name."""
    below = [s for s in x.scripts if not s.above]
    alone = len(below) == 1 and not below[0].bracket and len(below[0].entries) == 1
    return below[0].entries[0] if alone and isinstance(below[0].entries[0], Number) else None


def _is_whole(key: Stem, statements: Sequence[Statement]) -> bool:
    """Is the letter defined without a number, and is that no list of those with one?"""
    own = [s for s in statements if (x := _left(s)) is not None and stem_of(x) == key and not x.scripts]
    listed = (y for s in own for m in s.chain.members[1:] for y in t.walk(m) if isinstance(y, (t.Listing, t.Group)))
    return bool(own) and not any(_lists(y, key) for y in listed)


def _lists(x: t.Tree, key: Stem) -> bool:
    """Does a list, or a matrix typed out, have the names with numbers for its entries?"""
    several = not isinstance(x, Group) or len(x.items) > 1 or x.open == "["
    return several and any(stem_of(y) == key for y in t.of_kind(x, Name))


def _is_plain(x: Name) -> bool:
    """Has a name nothing below, a number, or both indices of an entry, and no label above?"""
    if x.primes or any(s.above and s.bracket for s in x.scripts):
        return False
    below = [e for s in x.scripts if not s.above for e in s.entries]
    if not below or _number(x) is not None:
        return True
    return len(below) == FEWEST and all(letter_of(e) is not None for e in below)


def _above(x: Name, number: Node) -> Node:
    """The name with its number above; what stood there goes around it."""
    (below,) = (s for s in x.scripts if not s.above)
    above = tuple(s for s in x.scripts if s.above)
    named = replace(x, scripts=(Script(True, (number,), "(", False, True, below.span),))
    return Scripted(Group("{", (named,), "}", (), x.span), above, 0, x.span) if above else named

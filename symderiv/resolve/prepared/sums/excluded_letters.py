r"""Several letters that the letter of a sum is not, `\sum_{k \ne i,j} p_k` for `\sum_{k \ne i, k \ne j} p_k`.

So it is where such a letter has its meaning outside of the sum: it stands in a script that no sum binds, or under a sum
around this one. Any other letter behind the comma is one that is summed over, beside the first. `k \notin \{i, j\}`
says the same of as many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.statement_forms import index_like
from ....latex.tree import BigSum, Chain, Group, Node, Statement
from ....latex.walking import rebuilt
from ...asked import remembered, where
from ...integers.unequal import letters_under, loose_letters
from ...located import Located, with_statements
from ...spelled.shape import letter_of

NOT = (r"\ne",)
NOT_IN = (r"\notin",)


def _has_several(s: Statement) -> bool:
    return any(_is_listed(c) for c in t.of_kind(s, Chain)) or any(_goes_on(x) for x in t.of_kind(s, BigSum))


def _is_listed(c: Chain) -> bool:
    r"""Is it `k \notin \{i, j\}`, a letter and places?"""
    if c.relations != NOT_IN or letter_of(c.members[0]) is None:
        return False
    among = c.members[1]
    return isinstance(among, Group) and among.open == r"\{" and all(map(index_like, among.items))


def _goes_on(x: BigSum) -> bool:
    """Does the first thing under a sum say that its letter is not another, and something stand behind it?"""
    first = x.below[0] if len(x.below) > 1 and x.above is None else None
    return isinstance(first, Chain) and first.relations == NOT and None not in map(letter_of, first.members)


@where(_has_several)
def with_letters_excluded(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a comparison for each of such letters."""
    return with_statements(located, _parted)


@remembered
def _parted(s: Statement) -> Statement:
    s = replace(s, conditions=tuple(y for c in s.conditions for y in _one_by_one(c)))
    loose = {x for m in (*s.chain.members, *s.conditions) for x in loose_letters(m)}
    found: Statement = _within(s, loose)
    return found


def _within(x: Any, outside: Set[str]) -> Any:
    """A tree with the letters told apart; `outside` are those that mean something around it."""

    def change(y: Any) -> Node | None:
        if not isinstance(y, BigSum):
            return None
        below = tuple(z for item in y.below for z in _one_by_one(item))
        below = tuple(_below(y, outside)) if _goes_on(y) else below
        return replace(y, below=below, body=_within(y.body, outside | letters_under(y)))

    return rebuilt(x, change)


def _one_by_one(c: Node) -> list[Any]:
    """A comparison with each of several places; anything else as it is."""
    if not isinstance(c, Chain) or not _is_listed(c):
        return [c]
    letter, among = c.members
    assert isinstance(among, Group)
    return [replace(c, members=(letter, x), relations=NOT) for x in among.items]


def _below(x: BigSum, outside: Set[str]) -> Iterator[Node]:
    """What stands under a sum, with a comparison for each lone letter that means something outside; where others are
    summed over, so is the first."""
    first, *others = x.below
    assert isinstance(first, Chain)
    lone = [y for y in others if letter_of(y) is not None]
    if letter_of(first.members[0]) not in outside and any(letter_of(y) not in outside for y in lone):
        yield first.members[0]
    yield first
    for y in others:
        yield replace(first, members=(first.members[0], y)) if y in lone and letter_of(y) in outside else y

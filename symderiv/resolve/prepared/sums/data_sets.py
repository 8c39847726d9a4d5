r"""Sets of data that a page lists, `\mathcal{D} = \{(x_i, y_i)\}_{i=1}^n`, `B = \{x_1, \dots, x_m\}`, `X^\ell = (x_i,
y_i)_{i=1}^\ell`: what there is.

Such an equation says of no value what it is. Where nothing is computed with the set it is only a mention, also if it is
the label of a name (`\mu_B`) or stands behind the variables of one (`L(w; D)`); a set that stands in another formula is
left as it is.

A sum over members that carry their number, `\sum_{(x_i, y_i) \in D}`, is one over the numbers that the page lists; of a
set that is not listed, the only one of the page, it is one over its elements, `\sum_{i \in D}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex.tree import (
    BigSum,
    Chain,
    Formula,
    Group,
    Listing,
    Name,
    Node,
    Number,
    Product,
    Script,
    Scripted,
    Statement,
    of_kind,
)
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import NORMS, Stem, letter_of, stem_of
from ..applied import DOTS, before_parentheses
from .sums_over_data import is_sum_over_data

IN = (r"\in",)
BRACES = (r"\{", r"\lbrace")


@dataclass(frozen=True, slots=True)
class _Member:
    """The names of what a set holds, and its number: a letter or a number."""

    stems: tuple[Stem, ...]
    number: Node


@dataclass(frozen=True, slots=True)
class _List:
    """What a set holds, and from which number to which."""

    stems: tuple[Stem, ...]
    first: Node
    last: Node


def _lists_data(s: Statement) -> bool:
    r"""Is the right side a set with entries of arrays, or lists, in it: `\{x_1, .., x_m\}`, not `\{1, .., n\}`?"""
    chain = s.chain
    if chain.relations not in (("=",), (":=",)) or not isinstance(chain.members[0], Name):
        return False
    right: Node = chain.members[1]
    numbered = isinstance(right, Scripted) and len(right.scripts) > 1
    right = right.base if isinstance(right, Scripted) else right
    if not isinstance(right, Group):
        return False
    if right.open == "(" and numbered and len(right.items) > 1:
        return all(isinstance(x, Name) and x.scripts for x in right.items)
    if right.open not in BRACES:
        return False
    return any((isinstance(x, Name) and x.scripts) or (isinstance(x, Group) and x.open == "(") for x in right.items)


def _sums_members(s: Statement) -> bool:
    return any(_summed(x) is not None for x in of_kind(s, BigSum))


@where(_sums_members)
def with_sums_over_members(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with sums over numbers in the place of those over members with numbers."""
    statements = [s for f in read_of(located) for s in f.statements]
    lists = _lists(statements)
    over = [found for s in statements for x in of_kind(s, BigSum) if (found := _summed(x)) is not None]
    listed = {of for member, of in over if of in lists and lists[of].stems == member.stems}
    others = {stem_of(of) for _, of in over if of not in lists}
    plain = len(others) == 1 and not any(is_sum_over_data(x) for s in statements for x in of_kind(s, BigSum))

    def changed(s: Statement) -> Statement:
        free = {letter_of(e) for x in of_kind(s.chain.members[0], Script) for e in x.entries}
        found: Statement = rebuilt(s, lambda x: change(x, free))
        return found

    def change(x: Any, free: set[str | None]) -> Any:
        if isinstance(x, Group) and x.open in NORMS and len(x.items) == 1 and x.items[0] in listed:
            own = lists[x.items[0]]
            return replace(own.last, span=x.span) if own.first == Number("1") else None
        found = _summed(x) if isinstance(x, BigSum) else None
        if found is None:
            return None
        (member, of), (below,) = found, x.below
        body = rebuilt(x.body, lambda y: change(y, free))
        if of in lists and lists[of].stems == member.stems:
            one = replace(below, members=(member.number, lists[of].first), relations=("=",))
            return replace(x, below=(one,), above=lists[of].last, body=body)
        if of in lists or not plain or len(member.stems) == 1 or letter_of(member.number) in free:
            return None
        return replace(x, below=(replace(below, members=(member.number, of)),), body=body)

    return with_statements(located, changed)


def _summed(x: BigSum) -> tuple[_Member, Name] | None:
    r"""The members and the set of `\sum_{(x_i, y_i) \in D}`."""
    below = x.below[0] if len(x.below) == 1 and x.above is None else None
    if not isinstance(below, Chain) or below.relations != IN:
        return None
    member, of = below.members
    if not isinstance(of, Name):
        return None
    found = _member(member.items if isinstance(member, Group) and member.open == "(" else (member,))
    within = {letter_of(e) for s in of.scripts for e in s.entries}
    letter = letter_of(found.number) if found is not None else None
    return None if found is None or letter is None or letter in within else (found, of)


def _member(items: Sequence[Node]) -> _Member | None:
    """The names of one member, each with the same number for all its indices."""
    names = [x for x in items if isinstance(x, Name) and len(x.scripts) == 1 and not x.primes]
    entries = {x.scripts[0].entries for x in names}
    number = next(iter(entries), ())
    if len(names) != len(items) or len(entries) != 1 or len(number) != 1:
        return None
    stems = tuple(map(stem_of, names))
    apart = len({*stems}) == len(stems) and letter_of(number[0]) not in {x.base for x in names}
    return _Member(stems, number[0]) if apart else None


def _lists(statements: Sequence[Statement]) -> dict[Node, _List]:
    """The sets that the page lists by numbers; none that it lists in two ways."""
    found: dict[Node, set[_List | None]] = {}
    for s in statements:
        if _lists_data(s):
            found.setdefault(s.chain.members[0], set()).add(_list(s))
    return {of: own for of, every in found.items() if len(every) == 1 and (own := next(iter(every))) is not None}


def _list(s: Statement) -> _List | None:
    right = s.chain.members[1]
    group = right.base if isinstance(right, Scripted) else right
    assert isinstance(group, Group)
    scripts = right.scripts if isinstance(right, Scripted) else ()
    said = [*s.conditions, *(x for x in group.items if isinstance(x, Chain))]
    said += [e for x in scripts if not x.above for e in x.entries if isinstance(e, Chain)]
    above = [e for x in scripts if x.above for e in x.entries]
    member = _held(s)
    if member is None or len(said) != 1 or len(above) > 1:
        return None
    ends = _ends(said[0], member.number, above)
    return None if ends is None else _List(member.stems, *ends)


def _held(s: Statement) -> _Member | None:
    r"""The one member that stands in braces for all, `(x_i, y_i)` or `x_i, y_i`."""
    right = s.chain.members[1]
    group = right.base if isinstance(right, Scripted) else right
    items = [x for x in group.items if not isinstance(x, Chain)] if isinstance(group, Group) else []
    first = items[0] if len(items) == 1 else None
    found = _member(first.items if isinstance(first, Group) and first.open == "(" else items)
    return found if found is not None and letter_of(found.number) is not None else None


def _has_dots(items: Sequence[Node]) -> bool:
    return len(items) > len(("1", "..")) and getattr(items[-2], "name", None) in DOTS


def _ends(c: Chain, letter: Node, above: Sequence[Node]) -> tuple[Node, Node] | None:
    r"""From where to where `i = 1, \dots, N` runs, and `i=1` below an N."""
    if c.relations != ("=",) or c.members[0] != letter:
        return None
    right = c.members[1]
    if above:
        return (right, above[0]) if isinstance(right, Number) else None
    items = right.items if isinstance(right, Listing) else ()
    return (items[0], items[-1]) if _has_dots(items) and isinstance(items[0], Number) else None


@where(_lists_data)
def without_data_sets(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such equations, where the set stands nowhere else."""
    statements = [s for f in read_of(located) for s in f.statements]
    used = Counter(x.base for s in statements for x in of_kind(s, Name))
    used.subtract(e.base for s in statements for x in of_kind(s, Script) for e in x.entries if isinstance(e, Name))
    used.subtract(x.base for s in statements for x in _told_behind(s))

    def kept(f: Formula) -> tuple[Statement, ...]:
        return tuple(s for s in f.statements if not (_lists_data(s) and used[_letter(s)] == 1))

    return [
        (d, replace(f, statements=kept(f)) if isinstance(f, Formula) and any(map(_lists_data, f.statements)) else f)
        for d, f in located
    ]


def _told_behind(s: Statement) -> Iterator[Name]:
    """What stands last of several in parentheses behind a name."""
    for _, group in (pair for x in of_kind(s, Product) for pair in before_parentheses(x)):
        if len(group.items) > 1 and isinstance(group.items[-1], Name):
            yield group.items[-1]


def _letter(s: Statement) -> str:
    left = s.chain.members[0]
    assert isinstance(left, Name)
    return left.base

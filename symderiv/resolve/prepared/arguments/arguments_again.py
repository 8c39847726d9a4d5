r"""Values that are shown with their argument again: `(y_k(a_k) - t_k)` beside `y_k = f(a_k)`.

Where a line defines y as a function of that very argument, `y_k(a_k)` is `y_k` itself, and no product of both. So it is
in lines with other letters, too: `y_2(a_2)`, `y_m(a_m)`. Where the definition has more than the argument, or the
argument has other indices, the parenthesis may hold a factor: the line is left unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of, places_of
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import arguments_of, before_parentheses, head_of, with_values_for
from ..left_unread import without_doubtful

DOUBTFUL = "a factor, or the argument of what stands before it?"
HINT = "leave out the parentheses, or say of what the name before them is a function"
EXPONENTIAL = "e"


@dataclass(frozen=True, slots=True)
class _Defined:
    """A name on the left, and the names that its definition is made of."""

    left: Name
    made_of: tuple[Name, ...]

    def is_of(self, name: Name, argument: Node) -> bool:
        """Is it a function of what has the place of this argument, and of nothing else?"""
        if not isinstance(argument, Name) or places_of(name) != places_of(self.left):
            return False
        letters = dict(zip(entries_of(self.left), entries_of(name), strict=True))
        own = [x for x in self.made_of if _with(x, letters) == argument]
        return bool(own) and all(stem_of(x) == stem_of(argument) for x in self.made_of)


def with_arguments_again_dropped(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without such arguments."""
    if not any_of(located, _repeats):
        return list(located)
    defined = _definitions([s for f in read_of(located) for s in f.statements])

    def value(name: Name, group: Group) -> Node | None:
        own = defined.get(stem_of(name))
        return name if own is not None and _is_one(group) and own.is_of(name, group.items[0]) else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    def doubt(s: Statement) -> Node | None:
        return next((group for name, group in _repeated(s) if _may_be_part(group, defined.get(stem_of(name)))), None)

    dropped = with_statements(located, lambda s: rebuilt(s, change)) if defined else list(located)
    return without_doubtful(dropped, doubt, DOUBTFUL, HINT) if any_of(dropped, _repeats) else dropped


def _may_be_part(group: Group, own: _Defined | None) -> bool:
    """Does a definition have what stands in a parenthesis, at any index?"""
    return own is not None and not {stem_of(x) for x in own.made_of}.isdisjoint(
        map(stem_of, t.of_kind(group, Name)[:1])
    )


def _repeats(s: Statement) -> bool:
    return any(True for _ in _repeated(s))


def _repeated(s: Statement) -> Iterator[tuple[Name, Group]]:
    """The names with indices before a parenthesis that holds one such name and nothing else, and is no power."""
    for x in t.of_kind(s, Product):
        for f in x.factors:
            group = arguments_of(f)
            if group is not None and group is f.body and _is_one(group):
                yield from (pair for pair in before_parentheses(x) if pair[1] is group and _is_plain(pair[0]))


def _is_one(group: Group) -> bool:
    return len(group.items) == 1 and isinstance(group.items[0], Name) and _is_plain(group.items[0])


def _is_plain(x: Name) -> bool:
    return bool(x.scripts) and not x.primes


def _definitions(statements: Sequence[Statement]) -> dict[Stem, _Defined]:
    """The names with indices that one line defines, and that nowhere stand for a function."""
    primed = {stem_of(x) for s in statements for x in t.of_kind(s, Name) if x.primes}
    found: dict[Stem, list[_Defined]] = {}
    for s in statements:
        left = s.chain.members[0]
        head = head_of(left)
        if head is None or s.chain.relations[:1] == () or s.chain.relations[0] not in EQUALITIES:
            continue
        bare = isinstance(left, Name) and _is_plain(left) and len(s.chain.members) == len(("y", "f(a)"))
        made_of = tuple(_made_of(s.chain.members[1])) if bare else ()
        found.setdefault(stem_of(head), []).append(_Defined(head, made_of))
    single = {stem: own[0] for stem, own in found.items() if len(own) == 1}
    return {stem: one for stem, one in single.items() if one.made_of and stem not in primed}


def _made_of(x: t.Tree) -> Iterator[Name]:
    """The names of a formula, but for functions that are applied, the e of a power, indices and ends of sums."""
    if isinstance(x, Name):
        if x.base != EXPONENTIAL or not any(s.above for s in x.scripts):
            yield x
            return
        for s in x.scripts:
            for e in s.entries if s.above else ():
                yield from _made_of(e)
        return
    heads = {id(a) for a, _ in before_parentheses(x)} if isinstance(x, Product) else set()
    for part in (x.body,) if isinstance(x, t.BigSum) else t.parts(x):
        inner = part.body if isinstance(part, t.Factor) else part
        if id(inner) not in heads:
            yield from _made_of(inner)


def _with(x: Name, letters: dict[Node, Node]) -> Name:
    """A name with other indices."""

    def change(e: Any) -> Node | None:
        return letters.get(e) if isinstance(e, Name) and letter_of(e) is not None else None

    return replace(x, scripts=tuple(rebuilt(s, change) for s in x.scripts))

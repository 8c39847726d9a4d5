r"""Values shown with the list of all that they are made of, `L(y_i, F_1(x_i), \dots, F_K(x_i)) = -\sum_k ..`.

Where an equation says what comes of such a list and the name stands before no other single argument, it is the value
there: one for each of the letters that the list and the equation leave free, `L_i`. With another list behind it the
name stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Group, Name, Node, Product, Script, Statement, Symbol
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ...asked import any_of, remembered
from ...front import Front, front_changed
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of, kind_of
from ...spelled.shape import letter_of, stem_of
from ..applied import DOTS, applied_alone, before_parentheses, with_values_for

NOTHING = Symbol("")


@dataclass(frozen=True, slots=True)
class Listed:
    """The values of a page that are shown so, by the name and the list behind it, with the names that they get."""

    values: Mapping[tuple[Name, Group], Name] = field(default_factory=dict)

    def changed(self, x: Any) -> Node | None:
        """A product with such values by their names; None for anything else."""
        return with_values_for(x, self._value, self.changed)

    def _value(self, name: Name, group: Group) -> Name | None:
        """The name of a value, with the letters of the list that it is shown with."""
        for (other, told), value in self.values.items():
            pairs = _apart(told, group) if other == name else [(NOTHING, NOTHING)]
            letters = dict(pairs)
            if letters.keys() <= {*entries_of(value)} and _renamed(told, letters) == group:
                entries = tuple(letters.get(e, e) for e in entries_of(value))
                return replace(value, scripts=tuple(replace(s, entries=entries) for s in value.scripts))
        return None


def lists_of_values(located: Sequence[Located]) -> Listed:
    r"""The values of a page that are shown with all that they are made of.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$L(y_n, f_1(x_n), \dots, f_K(x_n)) = -\sum_{k=1}^K t_{nk} \log p_{nk}$$"
    >>> [len(x.scripts) for x in lists_of_values(read_formulas(parse_document(page))).values.values()]
    [1]
    """
    if not any_of(located, _lists):
        return Listed()
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    told = [(name, group, s) for s in statements for name, group in filter(None, [_told(s)])]
    uses = [u for s in statements for x in t.of_kind(s, Product) for u in before_parentheses(x)]
    lefts = {kind_of(x) for s in statements if isinstance(x := s.chain.members[0], Name) and s.chain.relations}
    found: dict[tuple[Name, Group], Name] = {}
    for name, group, s in told:
        alone = all(len(g.items) > 1 for n, g in uses if stem_of(n) == stem_of(name))
        once = len({(n, g) for n, g, _ in told if stem_of(n) == stem_of(name)}) == 1
        value = _value(name, group, s)
        if alone and once and value is not None and value.scripts and kind_of(value) not in lefts:
            found[name, group] = value
    return Listed(found)


def with_lists_of_values(located: Sequence[Located], listed: Listed) -> Sequence[Located]:
    """The formulas of a page with such values by their names."""
    return with_statements(located, lambda s: rebuilt(s, listed.changed)) if listed.values else located


def front_with_lists_of_values(front: Front, listed: Listed) -> Front:
    """The front matter with such values by their names; an objective is the only one of its letter."""
    values = {name: value for (name, _), value in listed.values.items()}
    if not values:
        return front
    front = front_changed(front, lambda x: rebuilt(x, listed.changed))
    if front.objective is None or not isinstance(x := front.objective[1], Name) or x not in values:
        return front
    return replace(front, objective=(front.objective[0], values[x]))


@remembered
def _lists(s: Statement) -> bool:
    return _told(s) is not None


def _told(s: Statement) -> tuple[Name, Group] | None:
    """The name and the list of values with which an equation begins."""
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES or s.struck:
        return None
    name, group = applied_alone(s.chain.members[0]) or (None, None)
    if name is None or group is None or name.primes or any(x.above for x in name.scripts):
        return None
    return (name, group) if _is_list(group) else None


def _is_list(group: Group) -> bool:
    r"""Are there dots between two items that differ in one script only, `f_1(x_n), \dots, f_K(x_n)`?"""
    items, dots = group.items, _dots(group)
    return bool(dots) and all(0 < n < len(items) - 1 and len(_apart(items[n - 1], items[n + 1])) == 1 for n in dots)


def _dots(group: Group) -> list[int]:
    """Where dots stand in a list."""
    return [n for n, x in enumerate(group.items) if isinstance(x, Symbol) and x.name in DOTS]


def _apart(one: object, two: object) -> list[tuple[Node, Node]]:
    """The scripts in which two trees differ; two that are none where they differ in anything else."""
    if one == two:
        return []
    if isinstance(one, Script) and isinstance(two, Script) and len(one.entries) == len(two.entries):
        return [(a, b) for a, b in zip(one.entries, two.entries, strict=True) if a != b]
    mine, others = [*parts(one)], [*parts(two)]
    if type(one) is not type(two) or len(mine) != len(others) or not mine:
        return [(NOTHING, NOTHING), (NOTHING, NOTHING)]
    if isinstance(one, Name) and isinstance(two, Name) and (stem_of(one), one.primes) != (stem_of(two), two.primes):
        return [(NOTHING, NOTHING), (NOTHING, NOTHING)]
    return [x for a, b in zip(mine, others, strict=True) for x in _apart(a, b)]


def _value(name: Name, group: Group, s: Statement) -> Name | None:
    """The name with the letters that the list and the equation leave free; None where it has others below it."""
    ends = {y for n in _dots(group) for pair in _apart(group.items[n - 1], group.items[n + 1]) for y in pair}
    shown = {e.base: e for i in group.items for e in _below(i, ()) if e not in ends}
    free = {e.base for m in s.chain.members[1:] for e in _below(m, ())}
    letters = tuple(e for x, e in shown.items() if x in free)
    own = [letter_of(e) for e in entries_of(name)]
    if own:
        return name if all(e.base in own for e in letters) else None
    script = Script(False, letters, "", len(letters) > 1, True, name.span)
    return replace(name, scripts=(script,)) if letters else name


def _renamed(x: Group, letters: Mapping[Node, Node]) -> Group:
    found: Group = rebuilt(x, lambda y: letters.get(y) if isinstance(y, Name) else None)
    return found


def _below(x: object, bound: Sequence[str]) -> Iterator[Name]:
    """The letters below names that no sum binds."""
    if isinstance(x, BigSum):
        heads = [c.members[0] if isinstance(c, t.Chain) else c for c in x.below]
        more = [letter for h in heads for i in t.listed(h) if (letter := letter_of(i)) is not None]
        yield from _below(x.body, (*bound, *more))
    elif isinstance(x, Name):
        entries = (e for s in x.scripts if not s.above for e in s.entries)
        yield from (e for e in entries if isinstance(e, Name) and letter_of(e) == e.base and e.base not in bound)
    else:
        for part in parts(x):
            yield from _below(part, bound)

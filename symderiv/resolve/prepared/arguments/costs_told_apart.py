r"""Costs in one letter that only their arguments tell apart: `J(W, b) = J(W, b; x, y) + ..`, both defined.

No function has now two arguments and now four: where a page defines its cost with one list of letters and with a longer
one that has the same among others, these are two values, and the others are a label of one of them. The letter alone is
none of the two where it stands beside them. In `J(x_0, y)` it is a function, and all stay.

Where what the longer list adds carries the number of an example, `\sum_i J(W, b; x^{(i)}, y^{(i)})`, there is one such
cost for each: `J^{(i)}`. The i of a sum over these costs may also be a unit's, outside: that in `\partial W_{ij}` under
the sum is not summed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex.tree import BigSum, Chain, Group, Name, Node, Product, Script, Statement, Text, Wrt, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, OBJECTIVES
from ...asked import where
from ...located import Located, chains_of, with_statements
from ...spelled.shape import Stem, letter_of, shape_of, stem_of
from ..applied import applied_alone, before_parentheses, with_values_for

LETTERS = OBJECTIVES - {"Q"}
"""Letters of costs; a Q is a function of what stands behind it."""
Letters: TypeAlias = tuple[str, ...]
TWO = 2
FRESH = "qpruvcegsz"
"""Letters for an example; one that the page does not use is taken."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The letters in a parenthesis, those that carry the number of an example, and this number."""

    letters: Letters
    numbered: frozenset[str] = frozenset()
    number: Script | None = None


@dataclass(frozen=True, slots=True)
class Costs:
    """What two costs of one letter are shown with, the shorter list and the longer one, and whether it stands
    nowhere alone: then that is the first."""

    short: Letters
    long: Letters
    alone: bool = True

    @property
    def added(self) -> Letters:
        """What only the longer list has."""
        return tuple(x for x in self.long if x not in self.short)

    def has(self, x: Arguments | None) -> bool:
        """Does something stand before one of the two lists, its own letters numbered all or none?"""
        if x is None or x.letters not in (self.short, self.long):
            return False
        return x.numbered <= {*self.added} and len(x.numbered) in {0, len(self.added)}

    def script(self, x: Arguments) -> Script | None:
        """What the cost is called by beside its letter."""
        if x.letters == self.short:
            return None if self.alone else Script(False, (Text(",".join(self.short)),))
        return x.number or Script(False, (Text(",".join(self.added)),))


def _arguments(x: Group) -> Arguments | None:
    """What stands in a parenthesis, where it is letters, some with one and the same number: `x^{(i)}`, `x_i`."""
    names = [i for i in x.items if isinstance(i, Name) and not i.primes]
    scripts = {i.scripts for i in names if i.scripts}
    letters = tuple(i.font + i.base for i in names)
    if len(names) != len(x.items) or len(set(letters)) != len(letters) or len(scripts) > 1:
        return None
    if not scripts:
        return Arguments(letters)
    number = next(iter(scripts))
    if len(number) != 1 or len(number[0].entries) != 1 or letter_of(number[0].entries[0]) is None:
        return None
    if number[0].above and number[0].bracket != "(":
        return None
    return Arguments(letters, frozenset(i.font + i.base for i in names if i.scripts), number[0])


def _is_cost(x: Name) -> bool:
    shape = shape_of(x)
    return shape is not None and not x.primes and not shape.pieces and shape.letter in LETTERS


def _defined(s: Statement) -> tuple[Name, Arguments] | None:
    """The cost that an equation defines, and its arguments."""
    found = applied_alone(s.chain.members[0]) if EQUALITIES & {*s.chain.relations[:1]} else None
    arguments = _arguments(found[1]) if found is not None and _is_cost(found[0]) else None
    return None if found is None or arguments is None else (found[0], arguments)


@where(lambda s: (found := _defined(s)) is not None and len(found[1].letters) > 1)
def with_costs_told_apart(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a page with a name for each of such costs; `ranges` are those of letters, as typed."""
    defined: dict[Stem, list[Arguments]] = {}
    for _, f in located:
        for name, x in filter(None, map(_defined, getattr(f, "statements", ()))):
            defined.setdefault(stem_of(name), []).append(x)
    two = {stem: sorted(found, key=lambda x: len(x.letters)) for stem, found in defined.items() if len(found) == TWO}
    two = {stem: found for stem, found in two.items() if set(found[0].letters) < set(found[1].letters)}
    chains = chains_of(located) if two else []
    told = {stem: costs for stem, found in two.items() if (costs := _costs(stem, found, chains)) is not None}
    used = {*ranges, *(x.base for c in chains for x in of_kind(c, Name))}
    return _named(located, told, next((x for x in FRESH if x not in used), None)) if told else list(located)


def _costs(stem: Stem, two: Sequence[Arguments], chains: Sequence[Chain]) -> Costs | None:
    """The two costs of a letter, where nothing else is meant by it."""
    names = [x for c in chains for x in of_kind(c, Name)]
    groups = [g for c in chains for x in of_kind(c, Product) for n, g in before_parentheses(x) if stem_of(n) == stem]
    uses = [_arguments(g) for g in groups]
    costs = Costs(two[0].letters, two[1].letters)
    own = [x for x in names if stem_of(x) == stem]
    if not all(map(costs.has, uses)):
        return None
    plain = len(own) == len(uses) and not any(x.scripts or x.primes for x in own)
    bound = {x.base for c in chains for s in of_kind(c, BigSum) for b in s.below for x in of_kind(b, Name)}
    return replace(costs, alone=plain) if bound.isdisjoint(costs.long) else None


def _named(located: Sequence[Located], told: Mapping[Stem, Costs], fresh: str | None) -> list[Located]:
    def value(name: Name, group: Group) -> Node | None:
        costs, x = told.get(stem_of(name)), _arguments(group)
        if costs is None or x is None or name.scripts or name.primes or not costs.has(x):
            return None
        script = costs.script(x)
        return name if script is None else replace(name, scripts=(replace(script, span=group.span),))

    def change(x: Any) -> Node | None:
        if isinstance(x, BigSum) and (apart := _with_number_apart(x, told, fresh)) is not None:
            return replace(apart, body=rebuilt(apart.body, change))
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_number_apart(x: BigSum, told: Mapping[Stem, Costs], fresh: str | None) -> BigSum | None:
    """A sum over such costs with another letter for the example, where a variable below a derivative has this one."""
    pairs = [pair for y in of_kind(x.body, Product) for pair in before_parentheses(y)]
    groups = [g for name, g in pairs if stem_of(name) in told]
    numbers = {y.number for g in groups if (y := _arguments(g)) is not None and y.number is not None}
    if fresh is None or len(numbers) != 1 or len(x.below) != 1 or x.below[0].__class__ is not Chain:
        return None
    (number,), begun = numbers, x.below[0]
    letter = letter_of(number.entries[0])
    counts = Counter(y.base for y in of_kind(x.body, Name))
    below = sum(y.base == letter for w in of_kind(x.body, Wrt) for y in of_kind(w, Name))
    on_costs = sum(y.base == letter for g in groups for y in of_kind(g, Name))
    if not below or counts[letter or ""] != below + on_costs or letter_of(begun.members[0]) != letter:
        return None

    def another(y: Any) -> Node | None:
        return replace(y, base=fresh) if isinstance(y, Name) and letter_of(y) == letter else None

    def renamed(y: Any) -> Node | None:
        return rebuilt(y, another) if isinstance(y, Group) and y in groups else None

    return replace(x, below=(rebuilt(begun, another),), body=rebuilt(x.body, renamed))

r"""The array of what a function is of each example, `h = (h(x^{(i)}))`: each value is an entry of it, `h^{(i)}`.

So it is where the function stands before nothing else than that name with other labels in the same places, and has no
prime: a bare `h` is the array then. Labels that the function has everywhere, `h_\theta`, are not those of entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of
from ...spelled.shape import letter_of, stem_of
from ..applied import applied_alone, before_parentheses, with_values_for

Told = tuple[Name, Name, Name]
"""The array, the function and its argument."""


def _tells(s: Statement) -> bool:
    return _told(s) is not None


@where(_tells)
def with_entries_for_values(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with entries of such arrays for the values of their functions.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$h = (h(x_i))$ $L = h(x_1)$"))
    >>> with_entries_for_values(page)[1][1].statements[0].chain.members[1].scripts[0].entries[0].text
    '1'
    """
    statements = [s for f in read_of(located) for s in f.statements]
    told = [x for s in statements if (x := _told(s)) is not None]
    alone = [x for x in told if all(x == y or x[0].base != y[0].base for y in told) and _is_alone(x, statements)]

    def value(function: Name, group: Group) -> Node | None:
        found = next((x for x in alone if _is_value(function, group, x)), None)
        argument = group.items[0]
        return replace(found[0], scripts=argument.scripts) if found and isinstance(argument, Name) else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change)) if alone else list(located)


def _told(s: Statement) -> Told | None:
    c = s.chain
    if len(c.members) < 2 or c.relations[0] not in EQUALITIES or c.relations[1:] not in ((), (r"\in",)):
        return None
    whole, group = c.members[:2]
    items = group.items if isinstance(group, Group) and group.open in ("(", "[") else ()
    applied = applied_alone(items[0]) if len(items) == 1 else None
    if not isinstance(whole, Name) or whole.scripts or whole.primes or applied is None:
        return None
    function, (argument, *more) = applied[0], applied[1].items
    if more or not isinstance(argument, Name) or (function.base, function.accents) != (whole.base, whole.accents):
        return None
    labels = entries_of(argument)
    numbered = len(labels) == 1 and letter_of(labels[0]) is not None and not argument.primes
    plain = not function.primes and not any(s.above for s in function.scripts)
    return (whole, function, argument) if numbered and plain else None


def _is_alone(x: Told, statements: Sequence[Statement]) -> bool:
    """Does the function stand before such arguments only, and its letter else for the array alone?"""
    uses = [use for s in statements for y in t.of_kind(s, Product) for use in before_parentheses(y)]
    own = [(n, g) for n, g in uses if n.base == x[0].base and n.accents == x[0].accents]
    applied = {id(n) for n, g in own if _is_value(n, g, x)}
    return len(applied) == len(own) and all(
        y.primes == 0 and not y.scripts for y in _named(x[0], statements) if id(y) not in applied
    )


def _named(x: Name, statements: Sequence[Statement]) -> Iterator[Name]:
    return (y for s in statements for y in t.of_kind(s, Name) if (y.base, y.accents) == (x.base, x.accents))


def _is_value(function: Name, group: Group, told: Told) -> bool:
    """Is it the function of the argument, with any letter or number for its label?"""
    only = group.items[0] if len(group.items) == 1 else None
    if function != told[1] or not isinstance(only, Name) or stem_of(only) != stem_of(told[2]) or only.primes:
        return False
    places = [[(s.above, s.bracket, len(s.entries)) for s in y.scripts] for y in (only, told[2])]
    return places[0] == places[1]

r"""Units shown with the input of which they are made: `h_i(x) = f(a_i(x))`, `a_i(x) = \sum_j W_{ij} x_j + b_i`.

The x in parentheses is the array of the `x_j`: it says what the units depend on, which the equations say too. So it is
where x is nothing but such an argument, and each unit stands before no other one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import applied_alone, before_parentheses, with_values_for


def _defines(s: Statement) -> bool:
    return _defined(s) is not None


@where(_defines)
def with_inputs_dropped(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without the arguments of such units."""
    every = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    defined = [found for s in every if (found := _defined(s)) is not None]
    said = [s.chain for s in every if s.chain.relations != (r"\in",)]  # a space says how many `x_j` there are
    inputs = {x for _, group in defined for x in _arrays(group)}
    shown = {id(n) for s in said for x in t.of_kind(s, Product) for g in _shown(x) for n in t.of_kind(g, Name)}
    names = [n for s in said for n in _values(s)]
    bare = {stem_of(n) for n in names if not n.scripts and id(n) not in shown}
    numbered = {stem_of(n) for n in names if any(letter_of(e) for s in n.scripts for e in s.entries)}
    if not inputs <= numbered - bare:
        return list(located)
    groups: dict[Stem, set[Group]] = {}
    for name, group in defined:
        groups.setdefault(stem_of(name), set()).add(group)
    uses = [use for s in said for x in t.of_kind(s, Product) for use in before_parentheses(x)]
    others = {stem_of(n) for n, g in uses if g not in groups.get(stem_of(n), {g}) and is_another(g, inputs)}
    others |= {stem_of(n) for n in names if n.primes}
    alone = {stem: next(iter(every)) for stem, every in groups.items() if len(every) == 1 and stem not in others}
    return with_statements(located, lambda s: without_groups(s, alone)) if alone else list(located)


def _defined(s: Statement) -> tuple[Name, Group] | None:
    """The unit with which an equation begins, and its arguments."""
    equation = bool(s.chain.relations) and s.chain.relations[0] in EQUALITIES
    found = applied_alone(s.chain.members[0]) if equation else None
    if found is None or not are_arrays(found[1]):
        return None
    letters = [letter_of(e) for s in found[0].scripts if not s.above for e in s.entries]
    return found if any(x is not None and x.isalpha() for x in letters) else None


def are_arrays(x: Group) -> bool:
    """Are all that stand in a parenthesis names without scripts?"""
    return all(isinstance(i, Name) and not i.scripts and not i.primes for i in x.items)


def _arrays(x: Group) -> set[Stem]:
    return {stem_of(i) for i in x.items if isinstance(i, Name)}


def _shown(x: Product) -> Iterator[Group]:
    """The arguments of names in a product that are nothing but names."""
    yield from (g for _, g in before_parentheses(x) if are_arrays(g))


def _values(x: object) -> Iterator[Name]:
    """The names that stand outside of scripts: the x of a size `d_x` is none."""
    if isinstance(x, Name):
        yield x
        return
    for part in t.parts(x):
        if not isinstance(part, t.Script):
            yield from _values(part)


def is_another(x: Group, inputs: set[Stem]) -> bool:
    """Is a parenthesis other arguments, and no factor such as `(1 - h_i)`?"""
    plain = all(isinstance(i, (Name, t.Number)) for i in x.items)
    return plain or any(stem_of(n) in inputs and not n.scripts for n in t.of_kind(x, Name))


def without_groups(s: Statement, found: Mapping[Stem, Group]) -> Statement:
    """The statement with these names alone, without these parentheses behind them."""

    def change(x: Any) -> Node | None:
        return with_values_for(x, lambda name, group: name if found.get(stem_of(name)) == group else None, change)

    told: Statement = rebuilt(s, change)
    return told

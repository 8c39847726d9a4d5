r"""Values shown with all that they depend on: `g_i(\theta) = ..` beside `\theta = [\theta_1, \dots, \theta_K]`.

Where a page lists what a letter holds, entries or vectors with that letter, the letter in parentheses behind what an
equation defines says only on what it depends; the equation says how. What also stands before something else, or has a
prime, is a function. A list in curly braces, the set of all parameters, gives the letter no value; one of what an
example has, `x^i = \{x_1^i, \dots, x_n^i\}`, is the vector in parentheses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Group, Name, Node, Product, Scripted, Statement, Symbol
from ....notation import EQUALITIES
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Shape, Stem, shape_of, stem_of
from ..applied import applied_alone, before_parentheses
from .inputs_shown import without_groups

FEWEST = 2
"""So many entries are a list."""


@remembered
def _listed(s: Statement) -> Stem | None:
    r"""The letter of `\theta = (\theta_1, \dots, \theta_K)^T`, a list of what has that letter with one index."""
    left, *right = s.chain.members
    if s.chain.relations[:1] not in {(r,) for r in EQUALITIES} or not isinstance(left, Name) or left.scripts:
        return None
    group = right[0].base if isinstance(right[0], Scripted) else right[0]
    items = [i for i in group.items if not isinstance(i, Symbol)] if isinstance(group, Group) else []
    own = [isinstance(i, Name) and len(i.scripts) == 1 and stem_of(i) == stem_of(left) for i in items]
    return stem_of(left) if len(own) >= FEWEST and all(own) else None


@remembered
def _gathers(s: Statement) -> bool:
    r"""Is it a set of the entries of its left side, `x^i = \{x_1^i, \dots, x_n^i\}`?"""
    left, *right = s.chain.members
    if len(right) != 1 or s.chain.relations[0] not in EQUALITIES or not isinstance(left, Name):
        return False
    if not left.scripts or left.font or left.base[:1].isupper():  # of matrices, or vectors, it may be a set
        return False
    group = right[0]
    if not isinstance(group, Group) or group.open != r"\{":
        return False
    whole, items = shape_of(left), [i for i in group.items if not isinstance(i, Symbol)]
    shapes = [shape_of(i) if isinstance(i, Name) else None for i in items]
    return len(items) >= FEWEST and whole is not None and all(_is_entry_of(x, whole) for x in shapes)


def _is_entry_of(x: Shape | None, whole: Shape) -> bool:
    """Does a name carry one index below more than what has it for an entry?"""
    if x is None or (x.base, x.uppers) != (whole.base, whole.uppers) or x.below != whole.below + 1:
        return False
    return x.pieces[:-1] == whole.pieces


@where(lambda s: _listed(s) is not None or _gathers(s))
def with_listed_wholes_dropped(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such letters behind what equations define."""
    every = [s for f in read_of(located) for s in f.statements]
    wholes = {stem for s in every if (stem := _listed(s)) is not None}
    shown: dict[Stem, Group] = {}
    for name, group in filter(None, map(_defined, every)):
        if _is_whole(group, wholes):
            shown.setdefault(stem_of(name), group)
    uses = [u for s in every for x in t.of_kind(s, Product) for u in before_parentheses(x)]
    others = {stem_of(n) for n, g in uses if g != shown.get(stem_of(n), g)}
    others |= {stem_of(n) for s in every for n in t.of_kind(s, Name) if n.primes}
    kept = {stem: g for stem, g in shown.items() if stem not in others | wholes}
    return with_statements(located, lambda s: _mentioned(without_groups(s, kept) if kept else s))


def _mentioned(s: Statement) -> Statement:
    """The letter alone for a set of its own entries; the entries in parentheses for those of an example."""
    right = s.chain.members[1:]
    if len(right) != 1 or not isinstance(right[0], Group) or right[0].open != r"\{":
        return s
    if _gathers(s):
        vector = replace(right[0], open="(", close=")")
        return replace_statement(s, chain=replace(s.chain, members=(s.chain.members[0], vector)))
    if _listed(s) is None:
        return s
    return replace_statement(s, chain=replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=()))


def _defined(s: Statement) -> tuple[Name, Group] | None:
    """The name with which an equation begins, and its arguments."""
    return applied_alone(s.chain.members[0]) if EQUALITIES & {*s.chain.relations[:1]} else None


def _is_whole(x: Group, wholes: set[Stem]) -> bool:
    items: tuple[Node, ...] = x.items
    return len(items) == 1 and isinstance(items[0], Name) and not items[0].scripts and stem_of(items[0]) in wholes

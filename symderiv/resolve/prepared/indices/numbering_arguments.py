r"""Arguments that number entries, `p(o, c) = e^{u_o^T v_c} / \sum_w e^{u_w^T v_c}`: they are indices of p.

So it is where the letters in the parenthesis on the left stand in scripts on the right, and nowhere else there. The
name then has them as indices wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Script, Statement
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import is_index
from ...spelled.shape import Stem, letter_of, stem_of
from ...spelled.typed_behind import typed_behind
from ..applied import with_names_for_two


def _is_numbered(s: Statement) -> bool:
    return _defined(s) is not None


@where(_is_numbered)
def with_numbering_arguments(located: Sequence[Located]) -> list[Located]:
    """The formulas with such arguments below their names."""
    formulas = read_of(located)
    found = {stem_of(name): len(group.items) for f in formulas for s in f.statements for name, group in _pairs(s)}
    names = [x for f in formulas for s in f.statements if s.chain.relations for x in t.of_kind(s, Name)]
    uses = [(name, g) for f in formulas for x in t.of_kind(f, Product) for _, name, g in _applied(x)]
    alone = {stem for stem in found if _is_always_applied(stem, found[stem], names, uses)}
    if not alone:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named: dict[int, Node] = {n: _below(name, g) for n, name, g in _applied(x) if stem_of(name) in alone}
        return with_names_for_two(x, named, change) if named else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _pairs(s: Statement) -> Iterator[tuple[Name, Group]]:
    found = _defined(s)
    if found is not None:
        yield found


def _defined(s: Statement) -> tuple[Name, Group] | None:
    """The name and the arguments that an equation begins with, all of which number something on its right side."""
    chain = s.chain
    left = chain.members[0]
    if not chain.relations or chain.relations[0] not in EQUALITIES or s.struck or not isinstance(left, Product):
        return None
    applied = list(_applied(left)) if len(left.factors) == 2 else []
    if not applied:
        return None
    _, name, group = applied[0]
    letters = [letter_of(x) for x in group.items]
    right = chain.members[1]
    scripted, free = set(_letters(right, True)), set(_letters(right, False))
    fit = len(set(letters)) == len(letters) and all(x is not None and x in scripted - free for x in letters)
    return (name, group) if fit else None


def _letters(x: object, within: bool, inside: bool = False) -> Iterator[str]:
    """The letters that stand in scripts (`within`), or elsewhere."""
    if isinstance(x, Script):
        inside = not x.above or bool(x.bracket)  # what `e` is raised to is a value
    elif isinstance(x, Name) and inside == within and (letter := letter_of(x)) is not None:
        yield letter
    for y in parts(x):
        yield from _letters(y, within, inside)


def _is_always_applied(stem: Stem, count: int, names: Sequence[Name], uses: Sequence[tuple[Name, Group]]) -> bool:
    """Does a name stand before as many letters or numbers wherever it stands, in formulas that equate something?"""
    own = [g for name, g in uses if stem_of(name) == stem]
    alike = all(len(g.items) == count and all(is_index(i) for i in g.items) for g in own)
    return alike and sum(stem_of(x) == stem for x in names) <= len(own)


def _applied(x: Product) -> Iterator[tuple[int, Name, Group]]:
    """The names without scripts that stand right before parentheses, with their places."""
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        group = b.body if b.joined and isinstance(b.body, Group) and b.body.open == "(" else None
        if isinstance(a.body, Name) and not a.body.scripts and not a.body.primes and group is not None and group.items:
            yield n, a.body, group


def _below(name: Name, group: Group) -> Name:
    typed = typed_behind(replace(name, scripts=()), len(group.items))
    script = Script(False, group.items, "", len(group.items) > 1, True, group.span, typed)
    return replace(name, scripts=(script,), span=(name.span[0], group.span[1]))

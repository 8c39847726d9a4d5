r"""Objectives that no equation defines, with their parameters: `\frac{\partial J(W)}{\partial w_{kj}}`.

Such a J is differentiated wherever it stands, with the same names behind it, which carry no indices and which nothing
defines: they say that it depends on the parameters, as any objective does. With the name of what the page computes
(`L(y)`) it would say on what alone, and stays; so does what an equation begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import OBJECTIVES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, head_of, taken_in

LETTERS = OBJECTIVES - {"Q"}
"""Letters of them; a Q is a function of what stands behind it."""


def _has_objectives(s: Statement) -> bool:
    return any(True for x in taken_in(s) for _ in _shown(x))


@where(_has_objectives)
def with_objectives_bare(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such objectives for such values."""
    statements = [s for f in read_of(located) for s in f.statements]
    said = [s for s in statements if s.chain.relations]
    heads = {stem_of(head) for s in said if (head := head_of(s.chain.members[0])) is not None}
    found: dict[Stem, set[Group]] = {}
    for x in (x for s in said for x in taken_in(s)):
        for name, group in _shown(x):
            found.setdefault(stem_of(name), set()).add(group)
    taken = [y for s in said for x in taken_in(s) for y in t.of_kind(x, Name)]
    names = [y for s in said for y in t.of_kind(s, Name)]
    bare = {
        stem
        for stem, groups in found.items()
        if len(groups) == 1
        and stem not in heads
        and sum(stem_of(y) == stem for y in names) == sum(stem_of(y) == stem for y in taken)
        and not any(stem_of(y) in heads for g in groups for y in t.of_kind(g, Name))
    }
    return with_statements(located, lambda s: rebuilt(s, lambda x: _without(x, bare))) if bare else list(located)


def _shown(x: Node) -> Iterator[tuple[Name, Group]]:
    """An objective and the names in parentheses behind it, which are all that is differentiated."""
    name, group = applied_alone(x) or (None, None)
    if name is None or group is None or name.scripts or name.primes or _letter(name) not in LETTERS:
        return
    if all(isinstance(y, Name) and not y.scripts and not y.primes for y in group.items):
        yield name, group


def _letter(x: Name) -> str:
    return rf"\{x.font}{{{x.base}}}" if x.font else x.base


def _without(x: Any, bare: set[Stem]) -> Node | None:
    if isinstance(x, Product) and any(stem_of(name) in bare for name, _ in _shown(x)):
        return x.factors[0].body
    return None

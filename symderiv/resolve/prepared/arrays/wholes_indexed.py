r"""Arrays of entries with the indices behind the parenthesis, `W = (w_{ij})_{ij}`, `[w_{ij}]_{i,j}`: `W = (w_{ij})`.

The letters behind it say what runs, rows first; so they stand in the name in the same order. In another order,
`(w_{ji})_{ij}`, the entries are those of a transposed matrix, and it stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Scripted
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements
from ...spelled.shape import letter_of


def _has_whole(s: t.Statement) -> bool:
    return any(map(_is_whole, t.of_kind(s, Scripted)))


@where(_has_whole)
def with_wholes_indexed(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such indices."""
    return with_statements(located, lambda s: rebuilt(s, _changed))


def _changed(x: Any) -> Node | None:
    if not isinstance(x, Scripted) or not isinstance(x.base, Group) or not _is_whole(x):
        return None
    above = tuple(s for s in x.scripts if s.above)
    group = replace(x.base, open="(", close=")")
    return replace(x, base=group, scripts=above) if above else group


def _is_whole(x: Scripted) -> bool:
    group, below = x.base, [s for s in x.scripts if not s.above]
    if not isinstance(group, Group) or group.open not in ("(", "[") or len(group.items) != 1 or len(below) != 1:
        return False
    name = group.items[0]
    letters = [letter_of(e) for e in below[0].entries]
    if not isinstance(name, Name) or name.primes or None in letters or len(set(letters)) != len(letters):
        return False
    return letters == [letter_of(e) for s in name.scripts if not s.above for e in s.entries]

r"""Conditions beside their contrary: `two cases, $j = k$ and $j \neq k$:` before a line with rows.

Such a line says itself what holds where; both together are no condition of it.
"""

from __future__ import annotations

from ...latex import tree as t
from ...latex.tree import Chain
from ..stated import Beside, Stated


def told_in_rows(s: Stated, beside: tuple[Beside, ...]) -> tuple[Beside, ...]:
    """The conditions without such pairs, if an equation has rows."""
    if len(beside) < 2 or not any(isinstance(x, t.Cases) for x in t.walk(s.statement.chain)):
        return beside
    return tuple(b for b in beside if not any(_is_contrary(b[1], other) for _, other in beside))


def _is_contrary(one: Chain, two: Chain) -> bool:
    if {one.relations, two.relations} != {("=",), (r"\ne",)} or len(one.members) != 2:
        return False
    return frozenset(one.members) == frozenset(two.members)

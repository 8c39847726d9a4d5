r"""Values that are kept between two bounds: `\mathrm{clip}(r, 1 - \epsilon, 1 + \epsilon)`, `\mathrm{clamp}(x, a, b)`.

By these names everybody means the value, the lower and the upper bound. A page that says itself what the name is, or
has it with anything else than three arguments, is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Call, Group, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ..applied import applied_alone, before_parentheses, with_values_for

CLIPS = frozenset(["clip", "clamp"])
VALUE_AND_BOUNDS = 3


@some(Name)
def _is_clip(x: Name) -> bool:
    return x.base in CLIPS


@where(_is_clip)
def with_clips_written_out(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with `\min(\max(x, a), b)` for such a value."""
    statements = [s for f in read_of(located) for s in f.statements]
    if any(map(_says_what_it_is, statements)) or not all(map(_is_plain, statements)):
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, _written))


def _says_what_it_is(s: Statement) -> bool:
    left = applied_alone(s.chain.members[0])
    equated = bool(s.chain.relations) and s.chain.relations[0] in EQUALITIES
    return equated and left is not None and left[0].base in CLIPS


def _is_plain(s: Statement) -> bool:
    """Has each such name of a statement nothing on it, and three arguments behind it?"""
    named = [x for x in t.of_kind(s, Name) if x.base in CLIPS]
    applied = [(x, g) for p in t.of_kind(s, t.Product) for x, g in before_parentheses(p) if x.base in CLIPS]
    return len(named) == len(applied) and all(_kept(x, g) is not None for x, g in applied)


def _kept(name: Name, group: Group) -> Node | None:
    r"""The `\min(\max(x, a), b)` that is meant."""
    if name.base not in CLIPS or name.scripts or name.primes or name.accents:
        return None
    if len(group.items) != VALUE_AND_BOUNDS or {*group.separators} != {","}:
        return None
    value, low, high = (rebuilt(x, _written) for x in group.items)
    return Call("min", (Call("max", (value, low), span=group.span), high), span=group.span)


def _written(x: Any) -> Node | None:
    return with_values_for(x, _kept, _written)


__all__ = ["with_clips_written_out"]

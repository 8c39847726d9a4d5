r"""Subscripts inside braces and behind them, `{\bf x_0}_n` beside `x_{0,n,k}`: one name with both, `\mathbf{x}_{0,n}`.

The 0 in braces is the first index where the letter has it so elsewhere on the page, in front of what stands behind the
braces. Where it has not, it may be a part of the name, and all stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Group, Name, Node, Script, Scripted, Statement, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements


def _has_two(s: Statement) -> bool:
    return any(_parts(x) is not None for x in of_kind(s, Scripted))


@where(_has_two)
def with_scripts_in_one(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with one subscript for the two of such names."""
    statements = [s for f in read_of(located) for s in f.statements]
    told = {(x.base, n) for s in statements for x in of_kind(s, Name) for n in _beginnings(x)}

    def change(x: Any) -> Node | None:
        found = _parts(x) if isinstance(x, Scripted) else None
        if found is None or (found[0].base, found[1].entries + found[2].entries) not in told:
            return None
        name, inside, behind = found
        both = replace(inside, entries=inside.entries + behind.entries, commas=True, span=behind.span)
        return replace(name, scripts=(both,), span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if told else list(located)


def _parts(x: Scripted) -> tuple[Name, Script, Script] | None:
    """The name in braces, its subscript, and the one behind the braces."""
    group = x.base
    name = group.items[0] if isinstance(group, Group) and group.open == "{" and len(group.items) == 1 else None
    if not isinstance(name, Name) or x.primes or name.primes or len(name.scripts) != 1 or len(x.scripts) != 1:
        return None
    inside, behind = name.scripts[0], x.scripts[0]
    return None if inside.above or behind.above or inside.bracket or behind.bracket else (name, inside, behind)


def _beginnings(x: Name) -> list[tuple[Node, ...]]:
    """What the subscript of a name begins with, the entries that follow left out."""
    below = [s.entries for s in x.scripts if not s.above and s.commas]
    return [entries[:n] for entries in below for n in range(2, len(entries) + 1)]


__all__ = ["with_scripts_in_one"]

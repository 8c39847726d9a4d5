r"""Numbers below a name that carry the indices themselves: `c_{1_i}`, that is the `c_{1,i}` of `c_1` for each i."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Node, Number, Script
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, with_statements


@some(Script)
def _has_nested(x: Script) -> bool:
    return any(_is_nested(e) for e in x.entries)


@where(_has_nested)
def with_indices_beside_numbers(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document, such indices beside their number."""
    return with_statements(located, lambda s: rebuilt(s, _change))


def _change(x: Any) -> Script | None:
    if not isinstance(x, Script) or not any(map(_is_nested, x.entries)):
        return None
    return replace(x, entries=tuple(_beside(x.entries)), commas=True)


def _beside(entries: Sequence[Node]) -> Iterator[Node]:
    for e in entries:
        if isinstance(e, t.Scripted) and _is_nested(e):
            yield e.base
            yield from e.scripts[0].entries
        else:
            yield e


def _is_nested(x: Node) -> bool:
    """Is it a number with one script below it?"""
    below = x.scripts if isinstance(x, t.Scripted) and isinstance(x.base, Number) and not x.primes else ()
    return len(below) == 1 and not below[0].above and not below[0].bracket

r"""A gradient by a layer that is not said again: `\delta^L = \nabla_a C \odot \sigma'(z^L)` is about `\nabla_{a^L} C`.

So it is where a never stands without its layer, and all names of the equation have the one that its left side has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, stem_of


def _has_gradient(s: Statement) -> bool:
    return any(_by(x) is not None for x in t.of_kind(s, t.Nabla))


@where(_has_gradient)
def with_gradients_of_layers(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the layer on what such gradients are taken by."""
    statements = [s for f in read_of(located) for s in f.statements]
    by = {id(name) for s in statements for x in t.of_kind(s, t.Nabla) if (name := _by(x)) is not None}
    layered: dict[Stem, bool] = {}
    for s in statements:
        for x in t.of_kind(s, Name):
            if id(x) not in by:
                layered[stem_of(x)] = layered.get(stem_of(x), True) and _layer(x) is not None

    def told(s: Statement) -> Statement:
        layer = _layer_of(s)

        def change(x: Any) -> Node | None:
            name = _by(x) if isinstance(x, t.Nabla) else None
            if name is None or x.by is None or layer is None or not layered.get(stem_of(name)):
                return None
            found: Node = replace(x, by=replace(x.by, entries=(replace(name, scripts=(layer,)),)))
            return found

        found: Statement = s if layer is None or not _has_gradient(s) else rebuilt(s, change)
        return found

    return with_statements(located, told)


def _by(x: t.Nabla) -> Name | None:
    """The name without scripts that a gradient is taken by."""
    entry = x.by.entries[0] if x.by is not None and len(x.by.entries) == 1 else None
    return entry if isinstance(entry, Name) and not entry.scripts and not entry.primes else None


def _layer(x: Name) -> Script | None:
    """What stands above a name, if it is one entry and no mark of a transpose."""
    above = [s for s in x.scripts if s.above]
    return above[0] if len(above) == 1 and len(above[0].entries) == 1 and not is_mark(above[0].entries[0]) else None


def _layer_of(s: Statement) -> Script | None:
    """The layer that the left side of an equation has, if all its names with a layer have that one."""
    left = s.chain.members[0]
    own = _layer(left) if isinstance(left, Name) and len(s.chain.members) > 1 else None
    layers = [found for m in s.chain.members for x in t.of_kind(m, Name) if (found := _layer(x)) is not None]
    return own if own is not None and all(found.entries == own.entries for found in layers) else None

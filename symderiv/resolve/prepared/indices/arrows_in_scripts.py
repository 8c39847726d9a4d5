r"""Arrows between two indices, `w_{j \leftarrow i}` and `w_{i \to j}`: from which unit a weight leads to which.

The arrow says in which order the two are typed, and is no more than a comma. Where a page turns the arrow round between
two of the same name, `w_{i \to j}` beside `w_{j \leftarrow i}`, those of the one that leads to the left come in the
order of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.tree import Chain, Name, Node, Script, of_kind
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements

ARROWS = frozenset([r"\leftarrow", r"\to", r"\rightarrow"])
BACK = r"\leftarrow"


def _arrow(s: Script) -> Chain | None:
    """The two entries of a script with an arrow between them."""
    (entry,) = s.entries if len(s.entries) == 1 else (None,)
    fit = isinstance(entry, Chain) and len(entry.members) == 2 and entry.relations[0] in ARROWS
    return entry if fit and isinstance(entry, Chain) else None


@some(Script)
def _has_arrow(x: Script) -> bool:
    return _arrow(x) is not None


@where(_has_arrow)
def with_arrows_as_commas(located: Sequence[Located]) -> list[Located]:
    """The formulas with the two indices of such a script one after the other."""
    names = [x for f in read_of(located) for s in f.statements for x in of_kind(s, Name)]
    ways: dict[str, set[bool]] = {}
    for x in names:
        for s in x.scripts:
            if (arrow := _arrow(s)) is not None:
                ways.setdefault(x.base, set()).add(arrow.relations[0] == BACK)

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or all(_arrow(s) is None for s in x.scripts):
            return None
        return replace(x, scripts=tuple(_plain(s, turn=len(ways[x.base]) > 1) for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _plain(s: Script, turn: bool) -> Script:
    arrow = _arrow(s)
    if arrow is None:
        return s
    members = arrow.members[::-1] if turn and arrow.relations[0] == BACK else arrow.members
    return replace(s, entries=tuple(members))

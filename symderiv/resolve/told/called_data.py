r"""Names that words, or the front matter, call data or parameters: `where $t_k$ are the targets`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Formula, Name, Node
from ..front import Front
from ..located import Located
from ..spelled.shape import shape_of
from .words_for_data import are_called_data

SIGNED = frozenset([">", r"\ge"])
"""Signs between a name and 0."""


def called_data(located: Sequence[Located], front: Front) -> frozenset[str]:
    """The letters of those names."""
    listed = (shape_of(x) for _, x in (*front.data, *front.wrt))
    return frozenset((*_told(located), *(s.base for s in listed if s is not None)))


def _told(located: Sequence[Located]) -> Iterator[str]:
    """The letters of the names that words call data, parameters or the like."""
    for display, formula in located:
        if display.inline and isinstance(formula, Formula):
            for name in filter(None, map(_name, formula.statements)):
                shape = shape_of(name)
                if shape is not None and are_called_data(display.before, display.after):
                    yield shape.base


def _name(s: t.Statement) -> Name | None:
    r"""The name that a statement is, or of which it says where it lies, `x_n \in \mathbb{R}^D`, `\sigma > 0`."""
    first: Node = s.chain.members[0]
    plain = not s.chain.relations or s.chain.relations[0] == r"\in"
    plain = plain or (s.chain.relations[0] in SIGNED and s.chain.members[1:] == (t.Number("0"),))
    return first if plain and isinstance(first, Name) else None

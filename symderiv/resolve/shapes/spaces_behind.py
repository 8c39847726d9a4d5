r"""Equations that go on to say where the value lies: `h = W x \in \mathbb{R}^n` equates, and declares h.

So does `\partial L/\partial h = \delta \in \mathbb{R}^n` declare `\delta`, and `a^{[1]} = x \in \mathbb{R}^n` both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Statement
from ...notation import EQUALITIES
from ..located import Located, with_statements
from ..spelled.shape import shape_of
from .declared import Declared, split
from .declared import space as space_of


def spaces_apart(located: Sequence[Located]) -> tuple[list[Located], list[tuple[str, Declared]]]:
    """The formulas without such endings, and what these declare."""
    declared: list[tuple[str, Declared]] = []

    def apart(s: Statement) -> Statement:
        chain = s.chain
        equated = len(chain.relations) > 1 and all(r in EQUALITIES for r in chain.relations[:-1])
        space = space_of(chain.members[-1]) if equated and chain.relations[-1] == r"\in" else None
        ends = (chain.members[0], chain.members[-2]) if space is not None else ()
        if space is None:
            return s
        for shape in (shape_of(x) for x in ends if isinstance(x, t.Name)):
            if shape is not None:
                base, pieces, _ = split(shape)
                declared.append((base, Declared(pieces, *space)))
        last = len(chain.members) - 1
        kept = chain.members[:last], chain.relations[: last - 1], chain.relation_spans[: last - 1]
        return replace(s, chain=replace(chain, members=kept[0], relations=kept[1], relation_spans=kept[2]))

    return with_statements(located, apart), declared

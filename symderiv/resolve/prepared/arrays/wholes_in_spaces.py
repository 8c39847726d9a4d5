r"""Rows and columns of a layer that a sentence makes of their entries and puts into a space besides: `$\delta^{(l)} =
(\delta_i^{(l)}) \in \mathbb{R}^{1 \times n_l}$ is a row vector`.

Where words call it what the space makes it, the space says no more: the entries have their ranges.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.tree import Chain, Formula, Statement
from ...asked import where
from ...located import Located
from ...shapes.declared import Way, space
from ...shapes.rows_told import ways_told
from ...stated import whole_and_entry

KINDS = {Way.ROW: "r", Way.COLUMN: "c"}


def _has_any(s: Statement) -> bool:
    return _without_space(s.chain) is not None


@where(_has_any)
def without_spaces_called(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document, such vectors as their entries alone.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$d^{(l)} = (d_i^{(l)}) \in \mathbb{R}^{1 \times n}$ is a %s vector."
    >>> pages = [read_formulas(parse_document(text % word)) for word in ("row", "column")]
    >>> [len(without_spaces_called(page)[0][1].statements[0].chain.members) for page in pages]
    [2, 3]
    """
    ways = ways_told(located)
    return [(d, _changed(f, ways.get(n)) if isinstance(f, Formula) else f) for n, (d, f) in enumerate(located)]


def _changed(f: Formula, way: Way | None) -> Formula:
    def alone(s: Statement) -> Statement:
        bare = _without_space(s.chain)
        shape = space(s.chain.members[-1]) if bare is not None else None
        called = shape is not None and way in KINDS and KINDS[way] == shape[0]
        return replace(s, chain=bare) if bare is not None and called else s

    return replace(f, statements=tuple(map(alone, f.statements))) if way in KINDS else f


def _without_space(c: Chain) -> Chain | None:
    r"""The `\delta^{(l)} = (\delta_i^{(l)})` of such a chain."""
    if c.relations != ("=", r"\in"):
        return None
    bare = replace(c, members=c.members[:2], relations=("=",), relation_spans=c.relation_spans[:1])
    whole, _ = whole_and_entry(bare) or (None, None)
    return bare if whole is not None and whole.scripts else None

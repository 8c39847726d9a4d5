r"""Several names at one step in one chain that ends with a number, `v_j^0 = z_j^0 = y_k^0 = 0`: each is 0.

Where their letters differ the chain says nothing of one by another: it is an equation for each name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex.tree import Chain, Formula, Name, Number, Statement
from ...asked import where
from ...located import Located
from ...spelled.shape import letters_in, stem_of

FEWEST = 3
"""So many members has such a chain."""


def _is_several(s: Statement) -> bool:
    c = s.chain
    if len(c.members) < FEWEST or set(c.relations) != {"="} or not isinstance(c.members[-1], Number):
        return False
    names = [x for x in c.members[:-1] if isinstance(x, Name) and _is_at_a_number(x)]
    apart = len({stem_of(x) for x in names}) == len(c.members) - 1
    return apart and len({frozenset(y for s in x.scripts for e in s.entries for y in letters_in(e)) for x in names}) > 1


def _is_at_a_number(x: Name) -> bool:
    return any(isinstance(e, Number) for s in x.scripts for e in s.entries)


@where(_is_several)
def with_zeros_one_by_one(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with an equation for each name of such a chain."""
    return [(d, f if isinstance(f, ReadError) else _parted(f)) for d, f in located]


def _parted(f: Formula) -> Formula:
    if not any(map(_is_several, f.statements)):
        return f
    return replace(f, statements=tuple(x for s in f.statements for x in (_each(s) if _is_several(s) else [s])))


def _each(s: Statement) -> list[Statement]:
    *names, number = s.chain.members
    last, spans = s.chain.relations[-1:], s.chain.relation_spans[-1:]
    chains = [Chain((x, number), last, spans, s.chain.span) for x in names]
    return [replace(s, chain=c, separator=s.separator if n == 0 else ",") for n, c in enumerate(chains)]

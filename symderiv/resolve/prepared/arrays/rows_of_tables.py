r"""Vectors that programs take out of a table: `v_w = W_{\text{in}}[w] \in \mathbb{R}^D`, `u = E[i] \in \mathbb{R}^d`.

Where the table stands in no other equation, that says which vector it is and no more: the line is
`v_w \in \mathbb{R}^D`. Two vectors of one table may be the same one, and are left as they are.
Tables of one letter are told by their labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Product, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, stem_of

TAKEN = ("=", r"\in")
PAIR = 2


def _is_taken(s: Statement) -> bool:
    return _table(s.chain) is not None


@where(_is_taken)
def with_rows_of_tables_given(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such vectors given.

    >>> from symderiv.document import parse_document, read_formulas
    >>> found = with_rows_of_tables_given(read_formulas(parse_document(r"$v = W[k] \in \mathbb{R}^D$")))
    >>> [s.chain.relations for f in read_of(found) for s in f.statements]
    [('\\in',)]
    """
    equations = [s for f in read_of(located) for s in f.statements if "=" in s.chain.relations]
    tables = Counter(x for s in equations if (x := _table(s.chain)) is not None)
    alone = Counter(map(stem_of, tables.elements()))
    met = Counter(stem_of(x) for s in equations for x in t.of_kind(s, Name))

    def changed(s: Statement) -> Statement:
        table = _table(s.chain)
        if table is None or tables[table] > 1 or met[stem_of(table)] > alone[stem_of(table)]:
            return s
        members, relations, spans = s.chain.members, s.chain.relations[1:], s.chain.relation_spans[1:]
        chain = replace(s.chain, members=(members[0], members[2]), relations=relations, relation_spans=spans)
        return replace(s, chain=chain)

    return with_statements(located, changed)


def _table(chain: Chain) -> Name | None:
    """The table out of which a chain takes a vector."""
    if chain.relations != TAKEN or not isinstance(chain.members[0], Name):
        return None
    row = chain.members[1]
    if not isinstance(row, Product) or len(row.factors) != PAIR:
        return None
    table, group = (f.body for f in row.factors)
    if not isinstance(table, Name) or not isinstance(group, Group) or group.open != "[" or len(group.items) != 1:
        return None
    return table if letter_of(group.items[0]) is not None and not row.factors[1].operator else None

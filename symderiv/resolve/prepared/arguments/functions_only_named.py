r"""Equations that only say that something is a function of something, `y = g(x)`, where others say what y is.

The function stands nowhere else on the page, so that the equation says no more than its words would: people recall the
chain rule so, in the letters of their network. Where nothing else says what y is, it is any such function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ....latex.statement_forms import replace_statement
from ....latex.tree import Group, Name, Product, Statement, of_kind
from ....notation import EQUALITIES, FUNCTIONS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of

SIGMOID = r"\sigma"
"""What is known without a word."""


def _names_a_function(s: Statement) -> bool:
    return _named(s) is not None


@where(_names_a_function)
def with_functions_only_named(located: Sequence[Located]) -> list[Located]:
    """The formulas, such equations as mentions of their left sides."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    met = Counter(stem_of(x) for s in statements for x in of_kind(s, Name))
    generic = Counter(found[1] for s in statements if (found := _named(s)) is not None)
    heads = Counter(stem_of(x) for s in statements if (x := _left(s)) is not None and _named(s) is None)

    def told(s: Statement) -> Statement:
        found = _named(s)
        if found is None or met[found[1]] > generic[found[1]] or not heads[found[0]]:
            return s
        chain = replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=())
        return replace_statement(s, chain=chain)

    return with_statements(located, told)


def _left(s: Statement) -> Name | None:
    """The name that an equation begins with, if it is none of a derivative."""
    left = s.chain.members[0]
    listed = len(s.chain.members) > 1 and isinstance(s.chain.members[1], Group)  # `y = (y_i)`
    return left if isinstance(left, Name) and s.chain.relations[0] in EQUALITIES and not listed else None


def _named(s: Statement) -> tuple[Stem, Stem] | None:
    """A bare name and the function that an equation says it to be, with names for arguments and nothing more."""
    if s.chain.relations != ("=",) or s.struck or s.conditions:
        return None
    left, right = s.chain.members
    if not isinstance(left, Name) or left.scripts or left.primes:
        return None
    if not isinstance(right, Product) or len(right.factors) != 2 or not right.factors[1].joined:
        return None
    head, group = right.factors[0].body, right.factors[1].body
    plain = isinstance(head, Name) and not (head.scripts or head.primes) and head.base not in (*FUNCTIONS, SIGMOID)
    if not plain or not isinstance(group, Group) or not all(isinstance(i, Name) and not i.scripts for i in group.items):
        return None
    assert isinstance(head, Name)
    return None if stem_of(head) == stem_of(left) or not group.items else (stem_of(left), stem_of(head))

r"""A model with the letter of the sigmoid: `\pi_i = \sigma(\mathbf{x}_i) = \frac{1}{1 + \exp(-\mathbf{w}^\top
\mathbf{x}_i)}`.

The letter stands there for all that follows, the weights included, and not for the logistic function of each entry of
the vector: the equation says what the number `\pi_i` is, and no more. It is read so where that is the only sigma of the
page that is applied to a vector, and other letters beside the vector stand in what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.statement_forms import replace_statement
from ....latex.tree import Name, Product, Statement, of_kind
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import GREEK_FUNCTIONS
from ...spelled.shape import stem_of
from ..applied import applied_alone, before_parentheses


def _calls_a_model(s: Statement) -> bool:
    """A number, a sigma of a bold letter, and a formula in which that letter stands with another bold one?"""
    c = s.chain
    applied = applied_alone(c.members[1]) if len(c.members) > 2 and EQUALITIES.issuperset(c.relations) else None
    if applied is None or not isinstance(c.members[0], Name) or c.members[0].font:
        return False
    letter, group = applied
    if letter.base not in GREEK_FUNCTIONS or letter.scripts or letter.primes or len(group.items) != 1:
        return False
    held = group.items[0]
    bold = [stem_of(x) for x in of_kind(c.members[2], Name) if x.font]
    return isinstance(held, Name) and bool(held.font) and stem_of(held) in bold and len(set(bold)) > 1


@where(_calls_a_model)
def with_models_called_sigma(located: Sequence[Located]) -> list[Located]:
    """The formulas, such a chain without its second member."""
    statements = [s for f in read_of(located) for s in f.statements]
    pairs = (pair for s in statements for p in of_kind(s, Product) for pair in before_parentheses(p))
    of_vectors = [g for f, g in pairs if f.base in GREEK_FUNCTIONS and any(x.font for x in of_kind(g, Name))]
    if len(of_vectors) != 1:
        return list(located)
    return with_statements(located, lambda s: _without_sigma(s) if _calls_a_model(s) else s)


def _without_sigma(s: Statement) -> Statement:
    c = s.chain
    members = (c.members[0], *c.members[2:])
    chain = replace(c, members=members, relations=c.relations[1:], relation_spans=c.relation_spans[1:])
    return replace_statement(s, chain=chain)

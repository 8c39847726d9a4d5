r"""Changes that are proportional to something: `\Delta w_{ji} \propto -\frac{\partial E}{\partial w_{ji}}`.

The factor is the rate of the page, the one with which another line says what a change is (`\Delta w = -\epsilon ..`). A
line that is right with it is right. One that says another time what a change is, and is not right, may have taken a
constant into the factor and is left open: the proportion stays beside it as a condition that nobody can use. So does
one that says it with a rate, where no other line says what the rate multiplies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex.statement_forms import replace_statement
from ....latex.tree import Derivative, Factor, Group, Name, Product, Statement, Terms, of_kind
from ....notation import RATES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from .changes_of_weights import changed

PROPORTIONAL = r"\propto"


def _is_proportion(s: Statement) -> bool:
    return s.chain.relations == (PROPORTIONAL,) and changed(s.chain.members[0]) is not None


@where(_is_proportion)
def with_proportions_by_a_rate(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such proportions as equations with the rate."""
    statements = [s for f in read_of(located) for s in f.statements]
    rate = next((x for s in statements for x in _rates(s)), RATES[0])
    met: set[Name] = set()
    rules = {name: s.chain for s in statements if _is_proportion(s) and (name := changed(s.chain.members[0]))}
    for s in statements:
        name = changed(s.chain.members[0])
        if name in rules and s.chain.relations[:1] == ("=",) and of_kind(s.chain.members[1], Derivative):
            del rules[name]  # it says what the factor is

    def equated(s: Statement) -> Statement:
        name = changed(s.chain.members[0])
        known = name in met
        if known and name in rules and s.chain.relations == ("=",):
            return replace_statement(s, conditions=(*s.conditions, rules[name]))
        if name is not None and s.chain.relations[:1] in (("=",), (PROPORTIONAL,)):
            met.add(name)
        if not _is_proportion(s):
            return s
        left, right = s.chain.members
        whole = Product((Factor("", Name(rate)), Factor("", Group("(", (right,), ")"))), right.span)
        chain = replace(s.chain, members=(left, whole), relations=("=",))
        return replace_statement(s, chain=chain, conditions=(*s.conditions, *((s.chain,) if known else ())))

    return with_statements(located, equated)


def _rates(s: Statement) -> Iterator[str]:
    r"""The letter in front of what a change is equal to, the \epsilon of `\Delta w = -\epsilon \frac{..}`."""
    if not s.chain.relations or s.chain.relations[0] != "=" or changed(s.chain.members[0]) is None:
        return
    right = s.chain.members[1]
    bare = right.terms[0].body if isinstance(right, Terms) and len(right.terms) == 1 else right
    letter = letter_of(bare.factors[0].body) if isinstance(bare, Product) else None
    if letter in RATES:
        yield letter

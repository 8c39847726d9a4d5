r"""Functions that are only said to be a derivative: the density in `\Phi'(z) = \varphi(z)`.

Where nothing else says what such a function is, the equation does, read the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Name, Node, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import GREEK_FUNCTIONS
from ...spelled.shape import letter_of
from ..applied import applied_alone
from ..functions_in_words import defined


def _names(s: Statement) -> bool:
    return _named(s.chain) is not None


@where(_names)
def with_rates_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such equations turned round."""
    formulas = read_of(located)
    named = [x for f in formulas for s in f.statements if (x := _named(s.chain)) is not None]
    told = set(defined(formulas))
    once = {x for x in named if named.count(x) == 1} - told

    def turned(s: Statement) -> Statement:
        if _named(s.chain) not in once or s.struck or s.conditions:
            return s
        return replace_statement(s, chain=replace(s.chain, members=s.chain.members[::-1]))

    return with_statements(located, turned) if once else list(located)


def _named(c: Chain) -> str | None:
    r"""The letter of `\varphi` in `\Phi'(z) = \varphi(z)`, both of one letter."""
    if c.relations != ("=",):
        return None
    (one, by), (two, other) = map(_applied, c.members)
    if one is None or two is None or one.primes != 1 or two.primes or by != other or one.base == two.base:
        return None
    return two.base if not one.scripts and not two.scripts and two.base not in GREEK_FUNCTIONS else None


def _applied(x: Node) -> tuple[Name | None, str | None]:
    """The name of `f(z)`, and z."""
    name, group = applied_alone(x) or (None, None)
    letter = letter_of(group.items[0]) if group is not None and len(group.items) == 1 else None
    return (name, letter) if letter is not None else (None, None)

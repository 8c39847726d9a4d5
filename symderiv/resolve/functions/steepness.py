r"""The sigma that says how steep a logistic function is, `P_{ij} = \frac{1}{1 + e^{-\sigma (s_i - s_j)}}`.

Such a page writes the logistic function out, so this sigma is not the name of it, but a number before a parenthesis.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ...notation import EQUALITIES
from ..facts import Facts


def is_steepness(letter: str, facts: Facts) -> bool:
    r"""Does a letter stand in the exponent of `1 + e^{..}` where a name is first said to be something?"""
    if any(o.shape.primes for o in facts.occurrences if o.shape.letter == letter):
        return False
    return any(x.base == letter for c in _defining(facts) for e in _exponents(c) for x in t.of_kind(e, Name))


def _defining(facts: Facts) -> Iterator[Chain]:
    """The first equation of each name."""
    met: set[Node] = set()
    for s in facts.stated:
        c = s.statement.chain
        left = c.members[0]
        if c.relations and c.relations[0] in EQUALITIES and isinstance(left, Name) and left not in met:
            met.add(left)
            yield c


def _exponents(c: Chain) -> Iterator[Node]:
    r"""What stands in the exponents of `1 + e^{..}` and `1 + \exp(..)`."""
    for x in t.of_kind(c, t.Terms):
        if any(isinstance(term.body, t.Number) and term.body.text == "1" for term in x.terms):
            for y in (term.body for term in x.terms):
                if isinstance(y, t.Call) and y.function == "exp":
                    yield from y.args
                if isinstance(y, Name) and y.base == "e":
                    yield from (entry for s in y.scripts if s.above for entry in s.entries)

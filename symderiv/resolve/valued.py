r"""The few values that a page says data take: `y_i \in \{-1, +1\}`, `t_n \in \{0, 1\}`, `S_{ij} \in \{0, \pm 1\}`.

It says so of the data throughout, where no word before it makes it a condition (`if $y \in \{-1, 1\}$`); a page that
names two sets for one variable (two conventions, compared) says neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ..errors import SymderivError
from ..expr import Variable
from ..latex import tree as t
from ..latex.clauses import SUPPOSING
from ..latex.tree import Chain, Formula, Node
from ..system import Values
from .entry import entry_of
from .meaning import Meaning
from .stated import Stated

CASE = re.compile(r"\b(?:case|cases|convention|version)s?\b[^.;]*\Z", re.I)
"""Words in a sentence by which values are those of a case."""
MOST = 8
"""So many values are still few."""


def value_sets(stated: Sequence[Stated], before: Iterable[str], meaning: Meaning) -> Iterator[Values]:
    """The values of each variable of which the statements name one set; `before` has
    the words that introduce each, as far as they stand in the document."""
    found: dict[Variable, set[tuple[Fraction, ...]]] = {}
    for s, words in zip(stated, before, strict=False):
        own = () if s.struck else ((s.formula, s.statement.chain),)
        for formula, chain in (*own, *s.given, *s.perhaps):
            said = _said(formula, chain, meaning)
            if said is None:
                continue
            conditional = chain is not s.statement.chain or is_conditional(words)
            found.setdefault(said.variable, set()).add(() if conditional else said.numbers)
    for variable, sets in found.items():
        if len(sets) == 1 and (numbers := next(iter(sets))):
            yield Values(variable, numbers)


def is_conditional(before: str) -> bool:
    """Do the words before a set of values say that data take them in a case only?"""
    return SUPPOSING.search(before) is not None or CASE.search(before) is not None


def _said(formula: Formula, chain: Chain, meaning: Meaning) -> Values | None:
    numbers = numbers_listed(chain)
    if numbers is None:
        return None
    try:
        entry = entry_of(formula, chain.members[0], meaning)
    except SymderivError:
        return None
    letters = [i.letter for i in entry.indices]
    every = None not in letters and len(set(letters)) == len(letters)
    return Values(entry.variable, numbers) if every else None


def numbers_listed(chain: Chain) -> tuple[Fraction, ...] | None:
    r"""The numbers of `x \in \{0, 1\}`, least first; None for anything else."""
    if chain.relations != (r"\in",) or not isinstance(chain.members[0], t.Name):
        return None
    listed = chain.members[1]
    if not isinstance(listed, t.Group) or listed.open != r"\{" or not 2 <= len(listed.items) <= MOST:
        return _plus_minus(listed)
    found = [_number(x) for x in listed.items]
    numbers = sorted({x for several in found if several is not None for x in several})
    return None if None in found else tuple(numbers)


def _plus_minus(listed: Node) -> tuple[Fraction, ...] | None:
    r"""The two numbers of `\{\pm 1\}`."""
    if not isinstance(listed, t.Group) or listed.open != r"\{" or len(listed.items) != 1:
        return None
    found = _number(listed.items[0])
    return tuple(sorted(found)) if found is not None and len(found) == 2 else None


def _number(x: Node) -> tuple[Fraction, ...] | None:
    r"""The number, or the two of `\pm 1`."""
    if isinstance(x, t.Number):
        return (Fraction(x.text),)
    if not isinstance(x, t.Terms) or len(x.terms) != 1 or not isinstance(x.terms[0].body, t.Number):
        return None
    value = Fraction(x.terms[0].body.text)
    return {"+": (value,), "-": (-value,), r"\pm": (value, -value), r"\mp": (value, -value)}.get(x.terms[0].sign)

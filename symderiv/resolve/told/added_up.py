r"""Conditional probabilities with the bar in their script, `p_{j|i}`: where nothing else is said of them, they add up.

The bar tells that they are a distribution over j for every i, so that `\sum_j p_{j|i} = 1` is taken; where the page
sums them over the other letters only (`\sum_{j \ne i} p_{j|i} ..`), so does that sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import Chain, Name
from ...notation import PROBABILITIES
from ..located import Located, read_of
from ..spelled.shape import Stem, letter_of, stem_of
from ..stated import Stated


def added_up(located: Sequence[Located]) -> list[Stated]:
    """What is assumed of the conditional probabilities that no equation of the page says anything of."""
    formulas = read_of(located)
    found = {stem_of(x): pair for f in formulas for x in t.of_kind(f, Name) if (pair := _pair(x)) is not None}
    chains = [s.chain for f in formulas for s in f.statements if s.chain.relations]
    told = {stem for c in chains for stem in _told(c)} if found else set()
    others = {stem_of(x) for f in formulas for s in t.of_kind(f, t.BigSum) if _differs(s) for x in t.of_kind(s, Name)}
    made = []
    for stem, (one, two) in found.items():
        if stem not in told:
            under = rf"{one} \ne {two}" if stem in others else one
            made.append(parse(rf"\sum_{{{under}}} {stem[0]}_{{{one}|{two}}} = 1"))
    return [Stated(f, s) for f in made for s in f.statements]


def _pair(x: Name) -> tuple[str, str] | None:
    """The letters of `p_{j|i}`; None for anything else."""
    if x.base not in PROBABILITIES or x.accents or x.font or x.primes or len(x.scripts) != 1 or x.scripts[0].above:
        return None
    entries = x.scripts[0].entries
    if len(entries) != 3 or entries[1] != t.Symbol("|"):
        return None
    one, two = letter_of(entries[0]), letter_of(entries[2])
    return (one, two) if one is not None and two is not None and one != two else None


def _told(c: Chain) -> Iterator[Stem]:
    """The names that an equation defines, or says the sum of; `p_{i|i} = 0` does neither."""
    left = c.members[0]
    while isinstance(left, t.BigSum):
        left = left.body
    if isinstance(left, Name) and (_pair(left) is not None or not left.scripts):
        yield stem_of(left)


def _differs(x: t.BigSum) -> bool:
    r"""Is it over one letter that differs from another, `\sum_{j \ne i}`?"""
    return any(isinstance(c, Chain) and c.relations == (r"\ne",) and all(map(letter_of, c.members)) for c in x.below)

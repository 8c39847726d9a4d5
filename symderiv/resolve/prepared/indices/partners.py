r"""The other of two of a kind: the `s_j` of `L = (s_i - s_j)^2` beside `s_i = w x_i`, computed as the one, or given."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import is_mention
from ....latex.tree import BigSum, Name, Statement
from ....pattern import lazily
from ...spelled.scripts import Kind, entries_below, kind_of
from ...spelled.shape import letter_of
from ..sums.one_example import bound_letters, ranged_letters

Below: TypeAlias = tuple[str | None, ...]
"""What stands below a name, with None for what is no letter."""
HELD = lazily(
    r"\b(?:no gradients?|(?:not|never)\s+(?:\w+\s+)?(?:trained|updated|differentiated|learned)|older|truth"
    r"|true (?:value|output|score)s?|constants?|fixed|frozen|held"
    r"|detached|stop[- ]gradients?|targets?|teachers?|konstant\w*|fest\w*|Ziel\w*"
    r"|constantes?|fixée?s?|cibles?|fij[ao]s?|objetivos?|costant[ei]|fiss[aoi]|постоянн\w*|фиксир\w*|целев\w*)\b"
    r"|定数|固定|教師|目標|常数|常數|常量|目标|상수|고정|목표",
    re.I,
)
"""Words by which one of two things of one letter may be given."""
GIVEN = lazily(
    r"\b(?:labels?|true|given|known|measure\w*|record\w*|observ\w*|desired|wanted|expected|actual|references?|data"
    r"|samples?|examples?|items?|documents?|negatives?|previous|earlier|old|cop(?:y|ies)|stored|memory"
    r"|étiquettes?|mesuré\w*|donnée?s?|gegeben\w*|gemessen\w*|wahre\w*|dad[oa]s?|medid\w*|dat[oiae]|misurat\w*)\b"
    r"|与え|正解|観測|測定|給|给|标签|標籤|观测|觀測|测量|주어|정답|관측|측정|дан\w*|измер\w*|метк\w*",
    re.I,
)
"""More of them: they tell as well of what numbers no entries of one vector."""
ALIKE = "ijklmn", "pq"
"""Letters by which two entries of one vector are told apart: the t of `y_p - y_t` may be a word, "target"."""
WEIGHTS = ("w", "W", "v", "V", r"\theta", r"\Theta")
r"""Letters of what a layer has for each of its units: the `x_{id}` of `\sum_d w_d x_{id}` is of example i."""


def row_of(x: Name) -> Below:
    """The letters below a name."""
    return tuple(map(letter_of, entries_below(x)))


def typed_of(x: Name) -> tuple[Kind, Below]:
    """A name with the letters below it."""
    return kind_of(x), row_of(x)


def is_derived(s: Statement) -> bool:
    """Is anything differentiated?"""
    return bool(t.of_kind(s.chain, t.Derivative)) or bool(t.of_kind(s.chain, t.Nabla))


def is_surely_defined(
    statements: Sequence[Statement], partners: Collection[tuple[Kind, Below]], made: Iterable[Name], words: str
) -> bool:
    """Are these surely computed as the others of their kind? A page has what they are `made` of before anything is
    derived, or defines every entry, and says nothing about them."""
    typed = {typed_of(x) for s in statements if not is_derived(s) for x in t.of_kind(s, Name)}
    if may_be_held(statements, partners, words):
        return False
    return {typed_of(x) for x in made} <= typed | {*partners} or (
        GIVEN.search(words) is None and are_entries(statements, partners)
    )


def are_entries(statements: Sequence[Statement], partners: Collection[tuple[Kind, Below]]) -> bool:
    r"""Are these entries of vectors of which the page defines every one? Their letter has a range or is summed over,
    numbers the rows of a layer, the `w_{id}` of `\sum_d w_{id} x_d`, or a Kronecker delta compares two of them."""
    names = [x for s in statements for x in t.of_kind(s, Name)]
    ranged = {x for s in statements for c in (s.chain, *s.conditions) for x in ranged_letters(c)}
    totals = [x for s in statements for x in t.of_kind(s, BigSum)]
    numbering = ranged.union(*map(bound_letters, totals), *map(_units, totals))
    compared = _compared_by_deltas(statements, names)
    for kind in {k for k, _ in partners}:
        own = {x for y in names if kind_of(y) == kind for x in row_of(y)}
        told = {x for k, row in partners if k == kind for x in row} | _defining(statements, kind)
        alike = any({*group} >= told for group in ALIKE)
        one = all(len(row) == 1 for k, row in partners if k == kind)
        if not (one and alike and (own & numbering or any(own >= two for two in compared))):
            return False
    return bool(partners)


def _defining(statements: Sequence[Statement], kind: Kind) -> set[str | None]:
    """The letters with which such a thing is defined."""
    lefts = (s.chain.members[0] for s in statements if s.chain.relations[:1] == ("=",) and not is_derived(s))
    return {x for y in lefts if isinstance(y, Name) and kind_of(y) == kind for x in row_of(y)}


def _units(total: BigSum) -> set[str]:
    r"""The letters that number the rows of a layer, the i of `\sum_d w_{id} x_d`."""
    summed = bound_letters(total)
    rows = [(x.base, {*row_of(x)}) for x in t.of_kind(total.body, Name)]
    weights = {y for base, row in rows if base in WEIGHTS and row & summed for y in row - summed}
    others = {y for base, row in rows if base not in WEIGHTS for y in row}
    shared = any(base in WEIGHTS and row <= summed for base, row in rows if row)
    met = others & summed and not shared
    return {x for x in weights - others if x is not None} if met else set()


def _compared_by_deltas(statements: Sequence[Statement], names: Sequence[Name]) -> list[set[str | None]]:
    r"""The pairs of letters below deltas that no equation defines."""
    lefts = {x.base for s in statements if isinstance(x := s.chain.members[0], Name)}
    deltas = (x for x in names if x.base in (r"\delta", "δ", "delta"))
    return [{*row_of(x)} for x in deltas if x.base not in lefts and len({*row_of(x)}) == 2]


def may_be_held(statements: Sequence[Statement], partners: Collection[tuple[Kind, Below]], words: str) -> bool:
    """May words say of these that they are given?"""
    said = {typed_of(x) for s in statements if is_mention(s) for x in t.of_kind(s, Name)}
    return HELD.search(words) is not None or not said.isdisjoint(partners)


def as_given(x: Name) -> Name:
    """A name with the letters below it as one word, which is no index."""
    word = t.Text("".join(y or "" for y in row_of(x)))
    return replace(x, scripts=(*(s for s in x.scripts if s.above), t.Script(False, (word,))))

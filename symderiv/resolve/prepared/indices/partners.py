r"""The other of two of a kind: the `s_j` of `L = (s_i - s_j)^2` beside `s_i = w x_i`, computed as the one, or given."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import is_mention
from ....latex.tree import Name, Statement
from ...scripts import Kind, entries_below, kind_of
from ...shape import letter_of

Below: TypeAlias = tuple[str | None, ...]
"""What stands below a name, with None for what is no letter."""
HELD = re.compile(
    r"\b(?:no gradients?|(?:not|never)\s+(?:\w+\s+)?(?:trained|updated|differentiated|learned)|older|truth"
    r"|true (?:value|output|score)s?|constants?|fixed|frozen|held"
    r"|detached|stop[- ]gradients?|targets?|teachers?|konstant\w*|fest\w*|Ziel\w*"
    r"|constantes?|fixée?s?|cibles?|fij[ao]s?|objetivos?|costant[ei]|fiss[aoi]|постоянн\w*|фиксир\w*|целев\w*)\b"
    r"|定数|固定|教師|目標|常数|常數|常量|目标|상수|고정|목표",
    re.I,
)
"""Words by which one of two things of one letter may be given."""


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
    derived, and says nothing about them."""
    typed = {typed_of(x) for s in statements if not is_derived(s) for x in t.of_kind(s, Name)}
    return not may_be_held(statements, partners, words) and {typed_of(x) for x in made} <= typed | {*partners}


def may_be_held(statements: Sequence[Statement], partners: Collection[tuple[Kind, Below]], words: str) -> bool:
    """May words say of these that they are given?"""
    said = {typed_of(x) for s in statements if is_mention(s) for x in t.of_kind(s, Name)}
    return HELD.search(words) is not None or not said.isdisjoint(partners)


def as_given(x: Name) -> Name:
    """A name with the letters below it as one word, which is no index."""
    word = t.Text("".join(y or "" for y in row_of(x)))
    return replace(x, scripts=(*(s for s in x.scripts if s.above), t.Script(False, (word,))))

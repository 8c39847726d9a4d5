r"""What is defined for the elements of a set is there for them alone: `\alpha_{ij} = .., \quad j \in N_i`.

A line that differentiates, and names such an `\alpha_{ik}` with letters of its left side, is about a k of `N_i`. It is
so where the page has one definition of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Derivative, Name, Node, Statement
from ...latex.walking import rebuilt
from ..located import Located, read_of, with_statements
from ..shape import Stem, letter_of, stem_of
from .several_members import IN

Told: TypeAlias = tuple[tuple[str, ...], Chain]
"""The letters of a name where it is defined, and for which of them it is."""


def with_members_alone(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with what such names are defined for beside the lines that have them."""
    found: dict[Stem, list[Told | None]] = {}
    for s in (s for f in read_of(located) for s in f.statements if s.chain.relations):
        left = s.chain.members[0]
        if isinstance(left, Name) and s.chain.relations[0] not in IN:
            found.setdefault(stem_of(left), []).append(_told(left, s.conditions))
    told = {stem: every[0] for stem, every in found.items() if len(every) == 1 and every[0] is not None}
    return with_statements(located, lambda s: _conditioned(s, told)) if told else list(located)


def _told(left: Name, conditions: Sequence[Chain]) -> Told | None:
    letters = _letters(left)
    for c in conditions:
        asked = {*_letters(c.members[1]), letter_of(c.members[0])} if _is_membership(c) else set()
        if len(asked) > 1 and asked <= {*letters} and len({*letters}) == len(letters):
            return letters, c
    return None


def _is_membership(c: Chain) -> bool:
    return c.relations == IN and isinstance(c.members[1], Name) and letter_of(c.members[0]) is not None


def _letters(x: Node) -> tuple[str, ...]:
    """The letters below a name, nothing where something else stands there."""
    entries = [e for s in x.scripts if not s.above for e in s.entries] if isinstance(x, Name) else []
    letters = [letter for e in entries if (letter := letter_of(e)) is not None]
    return tuple(letters) if len(letters) == len(entries) else ()


def _conditioned(s: Statement, told: dict[Stem, Told]) -> Statement:
    left = s.chain.members[0]
    if not isinstance(left, Derivative) or not s.chain.relations:
        return s
    free = {letter for x in t.of_kind(left, Name) for letter in _letters(x)}
    more = tuple(dict.fromkeys(c for c in _named(s, told, free) if c not in s.conditions))
    return replace(s, conditions=(*s.conditions, *more)) if more else s


def _named(s: Statement, told: dict[Stem, Told], free: set[str]) -> Iterator[Chain]:
    """For each of such names with letters of the left side the membership in these letters."""
    for x in t.of_kind(s.chain, Name):
        letters, c = told.get(stem_of(x), ((), None))
        here = _letters(x)
        if c is not None and here and len(here) == len(letters) and {*here} <= free:
            yield _renamed(c, dict(zip(letters, here, strict=True)))


def _renamed(c: Chain, names: dict[str, str]) -> Chain:
    def change(x: Any) -> Name | None:
        found = names.get(x.base) if isinstance(x, Name) and not x.scripts else None
        return None if found is None or not isinstance(x, Name) else replace(x, base=found)

    told: Chain = rebuilt(c, change)
    return told

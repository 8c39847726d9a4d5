r"""What is defined for the elements of a set is there for them alone: `\alpha_{ij} = .., \quad j \in N_i`.

A line that differentiates, and names such an `\alpha_{ik}` with letters of its left side, is about a k of `N_i`. It is
so where the page has one definition of it, which says so; or which divides by the sum of all of them,
`\alpha_{ij} = e^{s_{ij}} / \sum_{k \in N_i} e^{s_{ik}}`: other weights are no parts of that sum. A
`\operatorname{softmax}_j(s_{ij})` before such a quotient is one over the set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Derivative, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..arguments.softmaxes import SOFTMAX
from .membership import set_of
from .several_members import IN

T = TypeVar("T", bound=Node)
Told: TypeAlias = tuple[tuple[str, ...], Chain]
"""The letters of a name where it is defined, and for which of them it is."""


def _tells(s: Statement) -> bool:
    """Does it say for which elements of a set it defines a name, or may it without a softmax?"""
    left = s.chain.members[0]
    names = isinstance(left, Name) and s.chain.relations and s.chain.relations[0] not in IN
    return _without_softmax(s) is not s or (bool(names) and _told(left, _memberships(s)) is not None)


def _memberships(s: Statement) -> tuple[Chain, ...]:
    return (*s.conditions, *(c for m in s.chain.members[1:] for c in _parts_of_sums(m)))


@where(_tells)
def with_members_alone(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with what such names are defined for beside the lines that have them."""
    located = with_statements(located, _without_softmax)
    found: dict[Stem, list[Told | None]] = {}
    for s in (s for f in read_of(located) for s in f.statements if s.chain.relations):
        left = s.chain.members[0]
        if isinstance(left, Name) and s.chain.relations[0] not in IN:
            found.setdefault(stem_of(left), []).append(_told(left, _memberships(s)))
    told = {stem: every[0] for stem, every in found.items() if len(every) == 1 and every[0] is not None}
    return with_statements(located, lambda s: _conditioned(s, told)) if told else list(located)


def _without_softmax(s: Statement) -> Statement:
    """A definition without the softmax between a name and the quotient that it is."""
    c = s.chain
    if len(c.members) != 3 or c.relations[1] != "=" or not isinstance(c.members[0], Name):
        return s
    named = isinstance(c.members[1], t.Call) and c.members[1].function == SOFTMAX
    if not named or not any(True for _ in _parts_of_sums(c.members[2])):
        return s
    members = (c.members[0], c.members[2])
    chain = replace(c, members=members, relations=c.relations[:1], relation_spans=c.relation_spans[:1])
    return replace_statement(s, chain=chain)


def _told(left: Node, conditions: Sequence[Chain]) -> Told | None:
    letters = _letters(left)
    for c in conditions:
        told = set_of(c.members[1]) if c.relations == IN else None
        asked = {letter_of(e) for e in (*told[1], c.members[0])} if told is not None else set()
        if len(asked) > 1 and asked <= {*letters} and len({*letters}) == len(letters):
            return letters, c
    return None


def _parts_of_sums(x: Node) -> Iterator[Chain]:
    """For each quotient by the sum over a set of what stands above it which element of the set that is."""
    for f in t.of_kind(x, t.Fraction):
        total = f.denominator
        about = total.below[0] if isinstance(total, t.BigSum) and len(total.below) == 1 and not total.above else None
        bound = letter_of(about.members[0]) if isinstance(about, Chain) and about.relations == IN else None
        if bound is None or not isinstance(about, Chain) or not isinstance(total, t.BigSum):
            continue
        scripts = (e for y in t.of_kind(f.numerator, t.Script) for e in y.entries)
        for letter in dict.fromkeys(letter for e in scripts if (letter := letter_of(e)) is not None):
            if _renamed(f.numerator, {letter: bound}) == total.body:
                yield _renamed(about, {bound: letter})


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
            # it is typed in another formula: here it stands where the name does
            yield replace(_renamed(c, dict(zip(letters, here, strict=True))), span=x.span)


def _renamed(c: T, names: dict[str, str]) -> T:
    def change(x: Any) -> Name | None:
        found = names.get(x.base) if isinstance(x, Name) and not x.scripts else None
        return None if found is None or not isinstance(x, Name) else replace(x, base=found)

    told: T = rebuilt(c, change)
    return told

r"""Probabilities that words call marginals and conditionals of the joint distribution of states, `p(v)`, `p(h \mid v)`.

Beside `p(v, h) = ..` they are sums over the states that are left out, and quotients of these. The probability that a
unit is 1 is its mean: `p(H_i = 1 \mid v)` is the sum of `h_i p(h \mid v)` over all h. They are written so, and what the
page equates them with is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...document.blocks import Block, Prose
from ...latex.tree import BigSum, Chain, Factor, Fraction, Group, Name, Node, Number, Product, Statement
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ...pattern import lazily
from ..located import Located, read_of, with_statements
from ..prepared.applied import applied_alone, with_values_for
from ..spelled.shape import Stem, stem_of
from .letters import State

CALLED = r"\b(?:marginal|conditional)(?:s|ization\w*)?\b"
TOLD = lazily(rf"(?:{CALLED}[^.;]*\bof\s+(?:this|the|that)\s+joint\b)|(?:\bjoint\b[^.;]*\bits\s+[^.;]*{CALLED})", re.I)
"""Words by which they are those of the joint distribution."""
DENIED = lazily(r"\b(?:not|no|never|neither|approximat\w*|variational|another|different)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Joint:
    """The name of a joint distribution with its states as typed."""

    head: Name
    group: Group
    states: tuple[State, ...]
    binary: frozenset[str]

    def value(self, name: Name, group: Group) -> Node | None:
        """What a probability of that name is; None for the joint one, and for what is not understood."""
        if name.scripts or name.primes or stem_of(name) != stem_of(self.head):
            return None
        bar = next((n for n, s in enumerate(group.separators) if s == "|"), len(group.items) - 1)
        if group.separators.count("|") > 1:
            return None
        about, given = group.items[: bar + 1], group.items[bar + 1 :]
        held = self._wholes(given)
        if held is None:
            return None
        if len(about) == 1 and isinstance(about[0], Chain):
            return self._mean(about[0], held)
        asked = self._wholes(about)
        if asked is None or asked & held or (not held and len(asked) == len(self.states)):
            return None
        return Fraction(self.over(asked | held), self.over(held)) if held else _held(self.over(asked))

    def _wholes(self, items: Sequence[Node]) -> frozenset[int] | None:
        """Which states stand in a list, each once; None where anything else does."""
        found = [next((n for n, s in enumerate(self.states) if s.is_whole(x)), None) for x in items]
        plain = None not in found and len(set(found)) == len(found) and not any(getattr(x, "primes", 0) for x in items)
        return frozenset(n for n in found if n is not None) if plain else None

    def over(self, kept: frozenset[int]) -> Node:
        """The sum over all states but some."""
        found: Node = Product((Factor("", self.head), Factor("", self.group, True)))
        for n in reversed(range(len(self.states))):
            if n not in kept:
                found = BigSum(r"\sum", (self.group.items[n],), None, found)
        return found

    def _mean(self, event: Chain, held: frozenset[int]) -> Node | None:
        """The mean of a unit that is 1 in an event."""
        unit, value = event.members[0], event.members[-1]
        one = event.relations == ("=",) and isinstance(value, Number) and value.text == "1"
        if not one or not isinstance(unit, Name) or len(unit.scripts) != 1 or unit.primes:
            return None
        low = replace(unit, base=unit.base.lower())
        n = next((n for n, s in enumerate(self.states) if s.unit_of(low) is not None), None)
        if n is None or n in held or self.states[n].base not in self.binary:
            return None
        low = replace(low, font=self.states[n].unit.font)
        joint = self.over(held | {n})
        share = Fraction(joint, self.over(held)) if held else _held(joint)
        return _held(BigSum(r"\sum", (self.group.items[n],), None, Product((Factor("", low), Factor("", share)))))


def _held(x: Node) -> Group:
    return Group("(", (x,), ")")


def with_marginals_written_out(
    located: Sequence[Located], blocks: Sequence[Block], states: Sequence[State], values: Mapping[str, tuple[str, ...]]
) -> list[Located]:
    """The formulas of a document with such probabilities written out, if words call them so."""
    words = " ".join(b.text for b in blocks if isinstance(b, Prose))
    told = TOLD.search(words)
    if told is None or DENIED.search(re.split(r"[.;]", words[: told.start()])[-1] + told[0]) is not None:
        return list(located)
    binary = frozenset(base for base, numbers in values.items() if set(numbers) == {"0", "1"})
    joints = dict(_joints([s for f in read_of(located) for s in f.statements], states, binary))

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    def value(name: Name, group: Group) -> Node | None:
        joint = joints.get(stem_of(name))
        return None if joint is None else joint.value(name, group)

    def written(s: Statement) -> Statement:
        return rebuilt(s, change) if s.chain.relations and joints else s

    return with_statements(located, written)


def _joints(
    said: Sequence[Statement], states: Sequence[State], binary: frozenset[str]
) -> Iterator[tuple[Stem, _Joint]]:
    """The joint distributions that the page defines, of states that sums run over."""
    for s in said:
        alone = applied_alone(s.chain.members[0])
        if alone is None or s.struck or not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
            continue
        head, group = alone
        found = [next((x for x in states if x.summed and x.is_whole(i)), None) for i in group.items]
        several = len(found) > 1 and None not in found and len(set(found)) == len(found)
        if several and set(group.separators) == {","} and not head.scripts and not head.primes:
            own = tuple(x for x in found if x is not None)
            yield stem_of(head), _Joint(head, group, own, binary)

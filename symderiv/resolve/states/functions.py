r"""Functions of states: what stands in the parentheses behind a name tells which function it is.

`p(v, h)`, `p(v)`, `p(h | v)` and `p(h_j = 1 | v)` are four functions of one letter. Parameters that a function is shown
with behind a bar or a semicolon, `p(x | \theta)`, take no part in its value beside what the page says of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...latex import tree as t
from ...latex.statement_forms import is_equation
from ...latex.tree import Chain, Group, Name, Node, Number, Product, Statement
from ..prepared.applied import applied_alone, before_parentheses
from ..spelled.shape import Stem, label_of, stem_of
from .letters import State

PROBABILITIES = frozenset(["p", "q", "pr", r"\pr", r"\pi", r"\rho", r"\mathbb{p}"])
"""Letters that stand for probabilities."""
Kind = tuple[str, ...]
"""What is listed, with the signs between."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One of the things listed behind a function: how it is called, the unit it is about, the state with its primes,
    and the number of data."""

    label: str
    unit: Node | None = None
    state: State | None = None
    primes: int = 0
    number: Node | None = None


def arguments(group: Group, states: Sequence[State]) -> tuple[Argument, ...] | None:
    """What is listed behind a function of states; None where it is none, or is not understood."""
    found: list[Argument] = []
    shown = False
    for n, item in enumerate(group.items):
        shown = shown or (n > 0 and group.separators[n - 1] in ("|", ";"))
        one = _argument(item, states)
        if one is None and shown and isinstance(item, Name):
            one = Argument(label_of(item) or "?")
        if one is None:
            return None
        found.append(one)
    told = any((a.state is None) != (a.unit is None) for a in found)  # of a unit alone, `f(x_i)`, it is one of a number
    return tuple(found) if told or ("|" in group.separators and any(a.unit is not None for a in found)) else None


def _argument(x: Node, states: Sequence[State]) -> Argument | None:
    if isinstance(x, Chain):
        value = x.members[-1]
        told = _argument(x.members[0], states) if x.relations == ("=",) and isinstance(value, Number) else None
        if told is None or told.unit is None or told.state is None or told.number is not None:
            return None
        return Argument(f"{told.state.base}={value.text}", told.unit) if isinstance(value, Number) else None
    for s in states:
        if s.is_whole(x):
            return Argument(s.base, state=s, primes=x.primes) if isinstance(x, Name) else None
        if isinstance(x, Name) and not s.others_of(x):
            unit, number = s.unit_of(x), s.number_of(x)
            if unit is not None or number is not None:
                label = s.base if unit is None else f"{s.base}_."
                return Argument(label, unit, s, x.primes, number)
    return None


def kind_of(group: Group, found: Sequence[Argument]) -> Kind:
    """What tells a function of a letter from others."""
    return tuple(y for n, a in enumerate(found) for y in (group.separators[n - 1] if n else "", a.label) if y)


def kinds_of(said: Sequence[Statement], states: Sequence[State]) -> dict[Stem, set[Kind]]:
    """The functions of states that share a letter, for each letter."""
    found: dict[Stem, set[Kind]] = {}
    for name, group in _applied(said):
        args = arguments(group, states)
        if args is not None:
            found.setdefault(stem_of(name), set()).add(kind_of(group, args))
    return found


def defined_of(said: Sequence[Statement], states: Sequence[State]) -> set[tuple[Stem, Kind]]:
    """The functions of states that an equation begins with."""
    found: set[tuple[Stem, Kind]] = set()
    for s in said:
        applied = applied_alone(s.chain.members[0]) if is_equation(s.chain) and not s.struck else None
        args = arguments(applied[1], states) if applied is not None else None
        if applied is not None and args is not None:
            found.add((stem_of(applied[0]), kind_of(applied[1], args)))
    return found


def may_depend(stem: Stem, kind: Kind, kinds: Mapping[Stem, set[Kind]]) -> bool:
    """May a function that nothing defines be made of others: a marginal or conditional probability?"""
    several = len(kinds.get(stem, ())) > 1
    return several or stem[0].lower() in PROBABILITIES or any(x.endswith("_.") or "=" in x for x in kind)


def whole_of(kind: Kind, states: Sequence[State]) -> tuple[str, ...] | None:
    """The letters of the states that a function is of, if it is of whole states alone."""
    letters = tuple(x for x in kind if x != ",")
    return letters if {*letters} <= {s.base for s in states} else None


def _applied(said: Sequence[Statement]) -> Iterator[tuple[Name, Group]]:
    for s in said:
        for x in t.of_kind(s, Product):
            yield from before_parentheses(x)

r"""Averages over states in angle brackets, `\langle x_i x_j \rangle_{data}`: each is a name, its units are indices.

Only what the page equates with something is such a name: nothing says over what another average is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...latex.statement_forms import is_equation
from ...latex.tree import Group, Name, Node, Product, Scripted, Statement
from ..spelled.shape import label_of
from .letters import State


@dataclass(frozen=True, slots=True)
class Average:
    """The name of an average, and the numbers of the units in it."""

    base: str
    units: tuple[Node, ...]


def average(x: Node, states: Sequence[State]) -> Average | None:
    """The average that something is; None for anything else."""
    group = x.base if isinstance(x, Scripted) else x
    if not isinstance(group, Group) or group.open != r"\langle" or len(group.items) != 1:
        return None
    label = ""
    if isinstance(x, Scripted):
        if len(x.scripts) != 1 or x.scripts[0].above or x.primes:
            return None
        label = "".join(label_of(e) or "?" for e in x.scripts[0].entries)
    (inner,) = group.items
    plain = isinstance(inner, Product) and all(f.operator in ("", r"\cdot") and not f.joined for f in inner.factors)
    bodies = [f.body for f in inner.factors] if isinstance(inner, Product) and plain else [inner]
    found: list[tuple[str, Node]] = []
    for body in bodies:
        unit = next(((s.base, u) for s in states if isinstance(body, Name) and (u := _unit(s, body))), None)
        if unit is None:
            return None
        found.append(unit)
    found.sort(key=lambda pair: pair[0])
    return Average(rf"\langle {' '.join(b for b, _ in found)} \rangle_{{{label}}}", tuple(u for _, u in found))


def _unit(s: State, x: Name) -> Node | None:
    return None if x.primes or s.others_of(x) or s.number_of(x) is not None else s.unit_of(x)


def averages_defined(said: Sequence[Statement], states: Sequence[State]) -> frozenset[str]:
    """The names of the averages that stand on the left of an equation."""
    lefts = [s.chain.members[0] for s in said if is_equation(s.chain) and not s.struck]
    return frozenset(a.base for x in lefts if (a := average(x, states)) is not None)

"""Ties, equations between bare names, in whichever direction they are written."""

from __future__ import annotations

from ...affine import Affine, Sym
from ...draft import RawDefinition
from ...expr import Var, Variable, substitute


def connected(ties: list[tuple[Var, Var]], start: Var, goal: Variable) -> Var | None:
    """The entry of `goal` that ties make equal to `start`, None if they do not connect the two."""
    beside: dict[Variable, list[tuple[Var, Var]]] = {}
    for a, b in (*ties, *((b, a) for a, b in ties)):
        beside.setdefault(a.variable, []).append((a, b))
    seen: dict[Variable, Var] = {start.variable: start}
    waiting = [start]
    while waiting and goal not in seen:
        here = waiting.pop()
        for a, b in beside.get(here.variable, ()):
            if b.variable not in seen:
                values = {x.letter: y for x, y in zip(a.indices, here.indices, strict=True) if x.letter is not None}
                there = substitute(b, values)
                assert isinstance(there, Var)
                seen[there.variable] = there
                waiting.append(there)
    return seen.get(goal) if goal != start.variable else None


def reversed_tie(new: RawDefinition, old: RawDefinition) -> dict[Sym, Affine] | None:
    """The letters of `old` in terms of those of `new` where one is the other, possibly read backwards."""
    if not isinstance(new.body, Var) or not isinstance(old.body, Var):
        return None
    for left, right in ((new.left, new.body), (new.body, new.left)):
        if left.variable == old.left.variable and right.variable == old.body.variable:
            return {x.letter: y for x, y in zip(left.indices, old.left.indices, strict=True) if x.letter is not None}
    return None

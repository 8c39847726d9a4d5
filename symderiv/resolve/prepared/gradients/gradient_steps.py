r"""Steps along a gradient with two names for one thing: `w^{(t+1)} = w^{(t)} - \eta \frac{\partial L}{\partial w}`.

They say what is done with a gradient, as `w \leftarrow w - \eta ..` does, and are read so: w is one name, whatever its
marks (`w_{new} = w_{old} - ..`, `w' = w - ..`, also `w = w - ..` and `w \to w' = w - ..`). Not where another equation
names what is before or behind, which then is a part of the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...updates import after_first

ARROW = r"\to"


@dataclass(frozen=True, slots=True)
class Step:
    """The names `before` and `behind` a step, and the one that stands for both."""

    before: Name
    behind: Name
    plain: Name


def _is_step(s: Statement) -> bool:
    return _step(s) is not None


@where(_is_step)
def with_gradient_steps_told(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with an arrow and one name in such steps."""
    steps = {s: found for f in read_of(located) for s in f.statements if (found := _step(s)) is not None}
    if not steps:
        return located
    others = {x for f in read_of(located) for s in f.statements if s not in steps for x in t.of_kind(s, Name)}
    steps = {s: step for s, step in steps.items() if others.isdisjoint({step.before, step.behind} - {step.plain})}
    return with_statements(located, lambda s: _told(s, steps[s]) if s in steps else s)


def _step(s: Statement) -> Step | None:
    chain = _from_equality(s.chain)
    if len(chain.members) < 2 or chain.relations[0] not in EQUALITIES:
        return None
    left, right = chain.members[:2]
    first = right.terms[0].body if isinstance(right, t.Terms) and right.terms[0].sign != "-" else None
    if not isinstance(left, Name) or not isinstance(first, Name):
        return None
    if (left.base, left.accents, left.font) != (first.base, first.accents, first.font):
        return None
    plain = _without_marks(left, first)
    return Step(first, left, plain) if plain is not None and _differentiates_by(right, left.base) else None


def _from_equality(chain: t.Chain) -> t.Chain:
    r"""Behind an arrow what it leads to: `w \to w' = w - ..` says `w' = w - ..`, and `w \to w - ..` the same."""
    if chain.relations[:1] != (ARROW,):
        return chain
    if len(chain.members) == 2:
        return replace(chain, relations=("=",))
    first = chain.members[2].terms[0].body if isinstance(chain.members[2], t.Terms) else None
    return after_first(chain) if first == chain.members[0] else chain


def _without_marks(left: Name, first: Name) -> Name | None:
    """The name with the scripts that both have; None where more than one is another."""
    if left == first:
        return first
    common = tuple(x for x in left.scripts if x in first.scripts)
    if len(left.scripts) - len(common) > 1 or len(first.scripts) - len(common) > 1:
        return None
    return replace(first, scripts=common, primes=0)


def _differentiates_by(x: Node, base: str) -> bool:
    """Does a derivative by that letter stand in it, or a gradient by what is not said?"""
    for y in t.walk(x):
        if isinstance(y, t.Derivative) and any(isinstance(w.body, Name) and w.body.base == base for w in y.wrt):
            return True
        if isinstance(y, t.Nabla):
            by = y.by.entries if y.by is not None else ()
            if not by or any(isinstance(e, Name) and e.base == base for e in by):
                return True
    return False


def _told(s: Statement, step: Step) -> Statement:
    def change(x: Any) -> Name | None:
        return replace(step.plain, span=x.span) if isinstance(x, Name) and x in (step.before, step.behind) else None

    chain = rebuilt(_from_equality(s.chain), change)
    return replace(s, chain=replace(chain, relations=(r"\leftarrow", *chain.relations[1:])))

r"""Total and partial derivatives side by side.

Where a side of an equation is a derivative with a d, and a sum beside it has that of the same by the same with
`\partial`, as in `\frac{dL}{dx} = \frac{\partial L}{\partial x} + \frac{\partial L}{\partial y} \frac{dy}{dx}`, the
curly one is the direct effect, as `\partial^+` is, on the whole page. Elsewhere both signs mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Derivative, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shape import stem_of

CURLY = r"\partial"
CAUSE = "a partial derivative beside the total one, of what nothing defines"
HINT = "write what it is made of: `L = x y`"
Pair: TypeAlias = tuple[Node, Node]


def _pair(x: Derivative) -> Pair | None:
    """What is differentiated once, and what by."""
    if x.order != 1 or len(x.wrt) != 1 or x.of is None or x.direct:
        return None
    return x.of, x.wrt[0].body


def _pairs(x: Node, *, curly: bool) -> set[Pair]:
    found = (d for d in t.of_kind(x, Derivative) if (d.symbol == CURLY) == curly)
    return {p for d in found if (p := _pair(d)) is not None}


def _told_apart(s: Statement) -> Iterator[Pair]:
    r"""What a line takes both derivatives of: the one with a d is a side, the other a term of a sum beside it."""
    members = s.chain.members
    whole = {p for m in members if isinstance(m, Derivative) and m.symbol != CURLY and (p := _pair(m)) is not None}
    terms = [x.body for m in members if isinstance(m, t.Terms) and len(m.terms) > 1 for x in m.terms]
    if whole:
        yield from whole.intersection(p for x in terms for p in _pairs(x, curly=True))


def _tells(s: Statement) -> bool:
    return any(True for _ in _told_apart(s))


@where(_tells)
def with_totals_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with direct effects for such derivatives of names that it defines.

    What nothing defines has no direct effect that could be compared: nobody can read such a member.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    made = {stem_of(x) for s in statements if (x := _defined(s)) is not None}
    every = {p for s in statements for p in _told_apart(s)}
    apart = {p for p in every if isinstance(p[0], Name) and stem_of(p[0]) in made}

    def change(x: Any) -> Node | None:
        if isinstance(x, Derivative) and x.symbol == CURLY and _pair(x) in apart:
            return replace(x, direct=True)
        return None

    def told(s: Statement) -> Statement:
        members = (
            m if (every - apart).isdisjoint(_pairs(m, curly=True)) else t.Misfit(CAUSE, HINT, span=m.span)
            for m in s.chain.members
        )
        changed: Statement = rebuilt(replace_statement(s, chain=replace(s.chain, members=tuple(members))), change)
        return changed

    return with_statements(located, told)


def _defined(s: Statement) -> Name | None:
    """The name on the left of an equation without derivatives."""
    left = s.chain.members[0]
    return left if isinstance(left, Name) and s.chain.relations[:1] == ("=",) and not _derives(s) else None


def _derives(s: Statement) -> bool:
    return bool(t.of_kind(s.chain, Derivative))

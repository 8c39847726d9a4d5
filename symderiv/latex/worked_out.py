r"""Values worked out within the rows of `cases`: `\begin{cases} p - p^2 = p (1 - p) & i = t \\ .. \end{cases}`.

Such a member of a chain is several, one for each step; a row with fewer steps stays at its last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .tree import Cases, Chain, Node


def in_steps(c: Chain) -> Chain:
    """The chain with a member for each step."""
    if not any(isinstance(m, Cases) and _steps(m) > 1 for m in c.members):
        return c
    members: list[Node] = []
    relations: list[str] = []
    spans = []
    for n, m in enumerate(c.members):
        if n:
            relations.append(c.relations[n - 1])
            spans.append(c.relation_spans[n - 1])
        steps = list(_apart(m)) if isinstance(m, Cases) else [m]
        members += steps
        relations += ["="] * (len(steps) - 1)
        spans += [(m.span[1], m.span[1])] * (len(steps) - 1)
    return Chain(tuple(members), tuple(relations), tuple(spans), c.span)


def _steps(x: Cases) -> int:
    return max(len(r.value.members) if isinstance(r.value, Chain) else 1 for r in x.rows)


def _apart(x: Cases) -> Iterator[Node]:
    """The cases of each step."""
    values = [r.value.members if isinstance(r.value, Chain) else (r.value,) for r in x.rows]
    for n in range(_steps(x)):
        rows = (replace(r, value=v[min(n, len(v) - 1)]) for r, v in zip(x.rows, values, strict=True))
        yield Cases(tuple(rows), x.span)

r"""Nablas that a page defines by a derivative: `(\nabla S)_{ij} = \frac{\partial L}{\partial S_{ij}}`.

So `\nabla S` is the gradient of L by S there, wherever it stands: before the letter of an array that it is taken by. A
page that says two things of one letter is left as it is, and so is one that defines a nabla right before a name,
`\nabla w = \frac{\partial E}{\partial w}`: that tells of the other parameters, too (`deltas`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Chain, Derivative, Formula, Group, Nabla, Name, Node, Scripted, Statement, Wrt
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, chains_of, with_statements
from ...spelled.scripts import entries_below


def _defines(s: Statement) -> bool:
    return _defined(s.chain) is not None


def _bare_nabla(x: Node) -> Name | None:
    """The name of `\\nabla S`."""
    plain = isinstance(x, Nabla) and x.by is None and x.order == 1
    return x.of if isinstance(x, Nabla) and plain and isinstance(x.of, Name) and not x.of.scripts else None


def _left(x: Node) -> tuple[Name, tuple[Node, ...]] | None:
    """The name of such a nabla, and the indices of its entry."""
    indices: tuple[Node, ...] = ()
    if isinstance(x, Scripted) and isinstance(x.base, Group) and len(x.base.items) == 1 and not x.primes:
        if any(s.above for s in x.scripts):
            return None
        indices = tuple(e for s in x.scripts for e in s.entries)
        x = x.base.items[0]
    name = _bare_nabla(x)
    return None if name is None else (name, indices)


def _defined(c: Chain) -> tuple[Name, Name] | None:
    """The S and the L of `(\\nabla S)_{ij} = \\frac{\\partial L}{\\partial S_{ij}}`."""
    left = _left(c.members[0]) if len(c.members) > 1 and c.relations[0] in ("=", ":=") else None
    right = c.members[1] if left is not None else None
    if left is None or not isinstance(right, Derivative) or right.order != 1 or len(right.wrt) != 1:
        return None
    by, of = right.wrt[0].body, right.of
    if not isinstance(by, Name) or not isinstance(of, Name) or of.scripts or any(s.above for s in by.scripts):
        return None
    return (left[0], of) if by.base == left[0].base != of.base and entries_below(by) == left[1] else None


@where(_defines)
def with_nablas_defined(located: Sequence[Located]) -> list[Located]:
    """The formulas with derivatives in the place of such nablas."""
    if any(_bare_nabla(c.members[0]) is not None and _defined(c) is not None for c in chains_of(located)):
        return [*located]
    meant: dict[str, set[Name]] = {}
    for name, of in (x for c in chains_of(located) if (x := _defined(c)) is not None):
        meant.setdefault(name.base, set()).add(replace(of, span=(0, 0)))
    losses = {name: next(iter(found)) for name, found in meant.items() if len(found) == 1}

    def change(x: Any) -> Node | None:
        name = _bare_nabla(x) if isinstance(x, Nabla) else None
        if name is None or name.base not in losses:
            return None
        return Derivative(replace(losses[name.base], span=x.span), (Wrt(name),), span=x.span)

    new = with_statements(located, lambda s: rebuilt(s, change))
    return [*_without_definitions(new, located, losses)]


def _without_definitions(new: Sequence[Located], old: Sequence[Located], losses: dict[str, Name]) -> Iterator[Located]:
    """The formulas without the lines that only say so, and without lists of such entries, `((\\nabla S)_{ij})`."""
    for (display, f), (_, g) in zip(new, old, strict=True):
        if not isinstance(f, Formula) or not isinstance(g, Formula) or f is g:
            yield display, f
            continue
        kept = [
            x for x, before in zip(f.statements, g.statements, strict=True) if not _only_names(before.chain, losses)
        ]
        yield display, replace(f, statements=tuple(kept))


def _only_names(c: Chain, losses: dict[str, Name]) -> bool:
    """Does a line say no more than what a nabla is?"""
    if len(c.members) != 2:
        return False
    if (found := _defined(c)) is not None:
        return found[0].base in losses
    name, right = _bare_nabla(c.members[0]), c.members[1]
    item = right.items[0] if isinstance(right, Group) and len(right.items) == 1 else None
    entry = _left(item) if isinstance(item, Scripted) else None
    return name is not None and entry is not None and entry[0] == name

r"""Gradients typed out, `\nabla f = (\frac{\partial f}{\partial x_1}, \dots, \frac{\partial f}{\partial x_n})^T`.

The list is `\frac{\partial f}{\partial x}` where the page says that x has n entries: `x \in \mathbb{R}^n`, or
`x = (x_1, \dots, x_n)^T`. Where it says another number, it is no gradient.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Group, Name, Node, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.stacked import Stack, partials, stacked
from ...spelled.shape import Stem, is_mark, letter_of, stem_of


def _types_out(s: Statement) -> bool:
    return any(partials(x) is not None for x in t.of_kind(s, Group))


@where(_types_out)
def with_gradients_typed_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the derivative by the whole vector for such a list."""
    sizes = [x for f in read_of(located) for s in f.statements for x in _sizes(s)]

    def whole(x: Any) -> Node | None:
        inner = x.base if isinstance(x, Scripted) and _is_marked(x) else x
        by = partials(inner) if isinstance(inner, Group) else None
        if by is None or not isinstance(inner, Group):
            return None
        said = {size for stem, size in sizes if stem == stem_of(by.first)}
        return _whole(inner, by, x.span) if said == {letter_of(by.last)} else None

    return with_statements(located, lambda s: rebuilt(s, whole))


def _whole(typed: Group, by: Stack, span: tuple[int, int]) -> Node:
    """The derivative by the vector."""
    one = typed.items[0]
    assert isinstance(one, Derivative)
    return replace(one, wrt=(replace(one.wrt[0], body=by.bare),), span=span)


def _is_marked(x: Scripted) -> bool:
    return not x.primes and len(x.scripts) == 1 and x.scripts[0].above and all(map(is_mark, x.scripts[0].entries))


def _sizes(s: Statement) -> Iterator[tuple[Stem, str | None]]:
    r"""The vectors of which an equation says how many entries they have, with the letter for their number."""
    left, *others = s.chain.members
    names = t.listed(left)
    for relation, x in zip(s.chain.relations, others, strict=True):
        if relation == r"\in" and isinstance(x, Name) and x.base == "R":
            above = [e for y in x.scripts if y.above for e in y.entries]
            yield from ((stem_of(n), letter_of(above[0])) for n in names if isinstance(n, Name) and len(above) == 1)
        elif (found := stacked(x)) is not None and isinstance(left, Name) and stem_of(left) == stem_of(found.first):
            yield stem_of(left), letter_of(found.last)

r"""Matrices typed out by their rows or columns: `X = [x_1, \dots, x_N]^T` of vectors `x_n \in \mathbb{R}^D`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...latex import tree as t
from ...latex.tree import Node
from .listed_alike import listed_alike, typed_list


@dataclass(frozen=True, slots=True)
class Stack:
    """Names that differ in their only lower index, from 1 to `last`; `turned`: the whole is transposed; `above`: in the
    number in parentheses above them, `x^{(1)}`."""

    first: t.Name
    last: Node
    turned: bool
    above: bool = False

    def at(self, index: Node) -> t.Name:
        """The name with another index."""
        scripts = tuple(replace(s, entries=(index,)) if s.above == self.above else s for s in self.first.scripts)
        return replace(self.first, scripts=scripts)

    @property
    def bare(self) -> t.Name:
        """The name without the index."""
        return replace(self.first, scripts=tuple(s for s in self.first.scripts if s.above != self.above))


def stacked(x: Node) -> Stack | None:
    r"""What `[x_1, x_2, \dots, x_N]` or `(\mathbf{x}_1, \dots, \mathbf{x}_N)^T` puts side by side."""
    turned = isinstance(x, t.Scripted)
    if (listed := typed_list(x)) is None:
        return None
    *front, dots, last = map(alone, listed.items)
    names = [n for n in (*front, last) if isinstance(n, t.Name)]
    if not (isinstance(dots, t.Symbol) and dots.name == r"\dots") or len(names) != len(front) + 1:
        return None
    indices = [_index(n) for n in names]
    counted = all(isinstance(i, t.Number) and i.text == str(n) for n, i in enumerate(indices[:-1], 1))
    if indices[-1] is None or not counted:
        return None
    found = Stack(names[0], indices[-1], turned, all(y.above for y in names[0].scripts))
    return found if all(found.at(i) == n for i, n in zip(indices, names, strict=True) if i is not None) else None


def may_list_rows(x: Node) -> bool:
    r"""Does it list vectors without a transpose, `[x_1, \dots, x_N]`? To many they are rows all the same.

    So is the whole where it lists numbers.

    >>> from symderiv.latex.parse import parse
    >>> [may_list_rows(parse(x).statements[0].chain.members[0]) for x in (r"[x_1, \dots, x_N]", r"[x_1, \dots, x_N]^T")]
    [True, False]
    """
    found = stacked(x)
    if found is None:
        return isinstance(x, t.Group) and typed_list(x) is not None and listed_alike(x.items) is not None
    return not found.turned


def partials(x: t.Group) -> Stack | None:
    r"""The x by whose entries `(\partial f/\partial x_1, \dots, \partial f/\partial x_n)` differentiates one thing."""
    first = x.items[0] if x.items else None
    if not isinstance(first, t.Derivative) or len(first.wrt) != 1 or first.of is None or first.order != 1:
        return None
    found = [_variable(i, first) if isinstance(i, t.Derivative) else i for i in x.items]
    return stacked(replace(x, items=tuple(i for i in found if i is not None))) if None not in found else None


def _variable(x: t.Derivative, first: t.Derivative) -> Node | None:
    """By what a derivative is taken; None where it is another one in anything else."""
    return x.wrt[0].body if replace(x, wrt=first.wrt) == first and len(x.wrt) == 1 and x.wrt[0].order == 1 else None


def alone(x: Node) -> Node:
    r"""What stands alone in parentheses, the `x^{(1)}` of a row `(x^{(1)})^T`."""
    return x.items[0] if isinstance(x, t.Group) and x.open == "(" and len(x.items) == 1 else x


def _index(x: t.Name) -> Node | None:
    """The number below a name, or the one in parentheses above it where nothing stands below."""
    found = [s for s in x.scripts if not s.above] or [s for s in x.scripts if s.bracket]
    alone = len(found) == 1 and (not found[0].above or len(x.scripts) == 1)
    return found[0].entries[0] if alone and len(found[0].entries) == 1 else None

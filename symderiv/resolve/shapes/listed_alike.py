r"""Lists of expressions that differ in one index, `\frac{1}{a_1}, \dots, \frac{1}{a_m}`: the one for any index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import ONE, Node, Number
from ...latex.walking import Tree
from ..spelled.shape import is_mark
from .array import Array, Letters
from .declared import instance

DOTS = frozenset([r"\dots", r"\vdots"])


def listed_alike(items: Sequence[Node]) -> tuple[Node, Callable[[Node], Node]] | None:
    """The last index of a list with dots, and its item for any index; None where its items differ otherwise."""
    if len(items) < len("1.m") or not isinstance(items[-2], t.Symbol) or items[-2].name not in DOTS:
        return None
    first, last = items[0], items[-1]
    ends = {last_ for _, last_ in _different(first, last)}
    if len(ends) != 1 or any(first_ != ONE for first_, _ in _different(first, last)):
        return None
    (size,) = ends

    def at(i: Node) -> Node:
        return _merged(first, last, i)  # type: ignore[no-any-return]

    counted = all(at(Number(str(n))) == x for n, x in enumerate(items[:-2], 1))
    return (size, at) if counted and isinstance(size, (t.Name, t.Terms, Number)) else None


def grid_listed(rows: Sequence[Sequence[Node]], letters: Letters, read: Callable[[Node], Array]) -> Array | None:
    r"""A column or a row with dots in a matrix environment, `\begin{bmatrix} a_1 \\ \vdots \\ a_m \end{bmatrix}`."""
    if len(rows) > 1 and all(len(row) == 1 for row in rows):
        return column_listed([row[0] for row in rows], letters, read)
    found = column_listed(rows[0], letters, read) if len(rows) == 1 else None
    return None if found is None else replace(found, kind="r")


def numbers_listed(x: t.Group | t.Scripted, letters: Letters, read: Callable[[Node], Array]) -> Array | None:
    r"""The column that lists numbers with dots, `(f(a_1), \dots, f(a_m))^T`; to many it is one without `^T`, too."""
    group = typed_list(x)
    return None if group is None else column_listed(group.items, letters, read)


def column_listed(items: Sequence[Node], letters: Letters, read: Callable[[Node], Array]) -> Array | None:
    """The column of numbers of which the first and the last are typed."""
    found = listed_alike(items)
    if found is None:
        return None
    size, at = found
    used = {y.base for a in items for y in t.of_kind(a, t.Name)}
    running = sorted(i for i in letters.pools.get(size, ()) if i not in used and i not in letters.left)
    one = read(at(t.Name(running[0]))) if running else None
    if one is None or one.kind:
        return None
    return Array("c", (size,), lambda j: instance(one.entry(), {running[0]: j}))


def typed_list(x: Node) -> t.Group | None:
    """The parenthesis in which at least three things stand side by side, without the sign that it is transposed."""
    if isinstance(x, t.Scripted) and len(x.scripts) == 1 and x.scripts[0].above:
        x = x.base if all(map(is_mark, x.scripts[0].entries)) else x
    if not isinstance(x, t.Group) or x.open not in ("(", "[") or len(x.items) < 3 or ";" in x.separators:
        return None
    return x


def _different(a: Any, b: Any) -> list[tuple[Any, Any]]:
    """What stands in the same places of two trees and is not the same, as deep as the trees are alike."""
    if a == b:
        return []
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return [pair for x, y in zip(a, b, strict=True) for pair in _different(x, y)]
    if isinstance(a, Tree) and type(a) is type(b) and not isinstance(a, (Number, t.Text, t.Symbol)):
        inner = [(getattr(a, f.name), getattr(b, f.name)) for f in _compared(a)]
        if all(isinstance(x, (tuple, Tree)) or x == y for x, y in inner):
            return [pair for x, y in inner for pair in _different(x, y)]
    return [(a, b)]


def _merged(a: Any, b: Any, i: Node) -> Any:
    """The first tree with an index in all places where they are different."""
    if a == b:
        return a
    if isinstance(a, tuple) and isinstance(b, tuple):
        return tuple(_merged(x, y, i) for x, y in zip(a, b, strict=True))
    if a == ONE:
        return i
    return replace(a, **{f.name: _merged(getattr(a, f.name), getattr(b, f.name), i) for f in _compared(a)})


def _compared(x: Any) -> list[Any]:
    return [f for f in fields(x) if f.compare]

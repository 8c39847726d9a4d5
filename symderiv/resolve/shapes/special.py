"""Functions of whole arrays: the diagonal, the trace, softmax."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.shape import letter_of
from .algebra import indices_of, misfit, squared, total, trace
from .array import Array, Letters, ShapeDoubt, fits, held, number, summed
from .declared import instance
from .listed_alike import column_listed
from .stacked import stacked


def call_of(head: t.Name, argument: Node) -> Node:
    """A function with its argument in a parenthesis, as it is typed."""
    return t.Product((t.Factor("", head), t.Factor("", argument, True)), head.span)


def of_numbers(head: t.Name, group: t.Group, arrays: Sequence[Array]) -> Node | None:
    r"""A function of several numbers that are made of arrays, `k(a, \|x - y\|)`; None where one is an array."""
    if len(arrays) < len(("a", "b")) or any(a.kind for a in arrays):
        return None
    return call_of(head, replace(group, items=tuple(a.entry() for a in arrays)))


def _diag(a: Array, x: t.Call, letters: Letters) -> Array:
    if a.kind == "m":
        if not fits(*a.sizes):
            raise misfit(f"the diagonal of {a.shown}", x.span)
        return Array("c", a.sizes[:1], lambda i: a.entry(i, i), diagonal=True)
    return squared(a, x.span)


def diagonal_of_numbers(x: t.Call, letters: Letters) -> Array | None:
    r"""`\\operatorname{diag}(g_1, \\dots, g_N)`, or one entry for all, `\\operatorname{diag}(g_i)`."""
    if x.function != "diag":
        return None
    found = stacked(t.Group("(", x.args, ")", (), x.span))
    if found is not None:
        return _diag(Array("c", (found.last,), found.at), x, letters)
    indices = {i for a in x.args for i in _lower_letters(a)}
    sizes = [(i, size) for i in indices for size, pool in letters.pools.items() if i in pool]
    if len(x.args) != 1 or len(indices) != 1 or len(sizes) != 1 or indices & letters.left:
        return None
    ((index, size),) = sizes
    return _diag(Array("c", (size,), lambda i: instance(x.args[0], {index: i})), x, letters)


def diagonal_listed(x: t.Call, letters: Letters, read: Callable[[Node], Array]) -> Array | None:
    r"""`\operatorname{diag}(\frac{1}{a_1}, \dots, \frac{1}{a_m})`, by a letter that runs as far."""
    found = column_listed(x.args, letters, read) if x.function == "diag" else None
    return None if found is None else _diag(found, x, letters)


def _lower_letters(x: Node) -> Iterator[str]:
    """What stands below the names of a tree, '' for anything but a letter."""
    for name in t.of_kind(x, t.Name):
        for s in name.scripts:
            yield from (letter_of(e) or "" for e in s.entries if not s.above)


def _tr(a: Array, x: t.Call, letters: Letters) -> Array:
    return number(held(trace(a, x.span, letters)))


def _softmax(a: Array, x: t.Call, letters: Letters) -> Array:
    if a.kind == "m":
        return _softmax_along(a, x, letters)

    def entry(i: Node) -> Node:
        indices = indices_of(a, x.span, letters)
        exps = [t.Call("exp", (a.entry(k),), (), 0, True, x.span) for k in (i, *indices)]
        return t.Fraction(exps[0], total(a, exps[1], indices, x.span), "frac", x.span)

    return Array(a.kind, a.sizes, entry)


def _softmax_along(a: Array, x: t.Call, letters: Letters) -> Array:
    """Of a matrix: of each of its rows, or of each column."""
    axis = {"rows": 1, "columns": 0}.get(letters.along)
    if axis is None or (size := a.sizes[axis]) is None:
        raise ShapeDoubt("softmax of a matrix: along its rows or its columns?", x.span, "write it with indices")

    def entry(i: Node, j: Node) -> Node:
        k = letters.fresh(size, x.span)
        above, below = a.entry(i, j), a.entry(i, k) if axis else a.entry(k, j)
        exps = [t.Call("exp", (e,), (), 0, True, x.span) for e in (above, below)]
        return t.Fraction(exps[0], summed(k, size, exps[1], x.span), "frac", x.span)

    return Array("m", a.sizes, entry)


def _extremum(a: Array, x: t.Call, letters: Letters) -> Array:
    """Of several values it is taken entry by entry; of one array it is not."""
    cause = f"`{x.function}` of one array is one of its entries, which is not read"
    raise ShapeDoubt(cause, x.span, "write it with indices")


SPECIAL: dict[str, Callable[[Array, t.Call, Letters], Array]] = {
    "diag": _diag,
    "tr": _tr,
    "softmax": _softmax,
    "max": _extremum,
    "min": _extremum,
}
UNREAD = frozenset({"det", "rank", "vec", "cov", "var", "inf", "sup"})
"""Functions of which it is not read what they are of an array."""

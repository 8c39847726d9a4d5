"""Derivatives by arrays: gradients in the shape of what they are taken by, Jacobians, Hessians."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ...notation import ACROSS, LAID, MIRRORED, SETTLED, TURNED
from ..spelled.shape import named, shape_of, with_any_letters
from ..stated import wrt_of
from .array import Array, ShapeDoubt, number, transposed
from .declared import split
from .shown import Arguments

LAYOUT = "the page speaks of the layout of derivatives: how these stand is not clear"
CAUSE = "the page speaks of derivatives as rows: whether this one is a row is not clear"


def first(x: t.Derivative, of: Array, by: Array, all_by: list[Array]) -> Array:
    """The derivative by an array: of a number in its shape, of a vector by a vector the Jacobian."""
    if len(all_by) > 1:
        raise ShapeDoubt("a derivative by an array and by a number", x.span, "write indices")
    if not of.kind:
        vector = known_to_stand(x, by) and SETTLED not in x.layout
        kind = "r" if x.row and by.kind == "c" else by.kind
        found = Array(kind, by.sizes, lambda *i: by_entry(x, of.entry(), by.entry(*i)), gradient=vector)
        return transposed(found) if is_turned(x, by.kind) else found
    if "m" in (of.kind, by.kind):
        raise ShapeDoubt(f"the derivative of {of.shown} by {by.shown} has more than two indices", x.span, "write them")
    sizes = (of.sizes[0], by.sizes[0])
    if ACROSS in x.layout:
        return Array("m", sizes[::-1], lambda i, j: by_entry(x, of.entry(j), by.entry(i)))
    return Array("m", sizes, lambda i, j: by_entry(x, of.entry(i), by.entry(j)), gradient=LAID not in x.layout)


def is_turned(x: t.Derivative, kind: str) -> bool:
    """Do words say that the derivative of a number by an array of a kind stands transposed? One by a column that is
    a row is so already."""
    mark = {"m": TURNED, "r": MIRRORED}.get(kind)
    return mark in x.layout or (x.turned and not x.row)


def known_to_stand(x: t.Derivative | t.Nabla, by: Array) -> bool:
    """Is the derivative of a number one by a vector? Raises `ShapeDoubt` where words that are not understood may
    call it a row."""
    vector = by.kind in ("c", "r")
    if x.unclear and vector:
        raise ShapeDoubt(CAUSE, x.span, "write the entries with their indices")
    return vector


def second(x: t.Derivative, of: Array, by: list[Array]) -> Array:
    r"""`\frac{\partial^2 f}{\partial x \partial x^T}`: the Hessian; what is transposed stands for its columns."""
    if of.kind or len(by) != 2 or any(b.kind == "m" for b in by):
        raise ShapeDoubt("this derivative of the second order is not read", x.span, "write indices")

    turned = [b.kind for b in by] == ["r", "c"]

    def entry(i: Node, j: Node) -> Node:
        i, j = (j, i) if turned else (i, j)
        entries = (by[0].entry(i), by[1].entry(j))
        return replace(x, of=of.entry(), wrt=tuple(t.Wrt(e, 1, x.span) for e in entries), order=2)

    rows, columns = reversed(by) if turned else by
    return Array("m", (rows.sizes[0], columns.sizes[0]), entry)


def twice(x: t.Nabla, read: Callable[[Node], Array], shown: Arguments) -> Array | None:
    r"""`\nabla_{w_k} \nabla_{w_j} E`: the block of the Hessian, its rows those of the outer sign; None for one sign.

    `\nabla \nabla E` is by what E is `shown` to depend on.
    """
    inner = x.of.items[0] if isinstance(x.of, t.Group) and len(x.of.items) == 1 else x.of
    if not isinstance(inner, t.Nabla):
        return None
    by_default = shown.get(with_any_letters(inner.of), ()) if isinstance(inner.of, t.Name) else ()
    signs = [n.by.entries if n.by is not None else by_default for n in (x, inner) if n.order == 1]
    if [len(entries) for entries in signs] != [1, 1]:
        return None
    by = [read(entries[0]) for entries in signs]
    if any(b.kind not in ("c", "r") for b in by) or by[0].sizes != by[1].sizes:
        raise ShapeDoubt("a gradient of a gradient by arrays of other sizes", x.span, "write indices")
    wrt = tuple(t.Wrt(entries[0]) for entries in signs)
    return second(t.Derivative(inner.of, wrt, 2, span=x.span), read(inner.of), by)


def only_vector(x: Node, read: Callable[[Node], Array]) -> tuple[Node, ...]:
    r"""The vector by which `\nabla (x^T A x)` differentiates: the only one that stands in what has no name."""
    names = [] if isinstance(x, t.Name) else [n for n in t.of_kind(x, t.Name) if shape_of(n) is not None]
    found = dict.fromkeys(split(named(n))[0] for n in names if read(n).kind in ("c", "r") and not n.scripts)
    plain = {n.base for n in names if not n.scripts and n.base in found}
    return tuple(map(t.Name, plain)) if len(found) == len(plain) == 1 else ()


def by_entry(x: t.Derivative, of: Node, by: Node) -> Node:
    return replace(x, of=of, wrt=(t.Wrt(by, 1, x.span),), order=1)


def derived(x: t.Derivative, read: Callable[[Node], Array], below: Callable[[Node], Array]) -> Array:
    """What a derivative is; `read` reads what is differentiated, `below` by what."""
    if x.of is None:
        return number(x)
    of = read(x.of)
    by = [below(wrt_of(w, x)[0]) for w in x.wrt]
    arrays = [b for b in by if b.kind]
    if not arrays:
        plain = [
            replace(w, body=b.entry()) if isinstance(w.body, t.Scripted) else w for w, b in zip(x.wrt, by, strict=True)
        ]
        return Array(of.kind, of.sizes, lambda *i: replace(x, of=of.entry(*i), wrt=tuple(plain)))
    repeated = len(by) == 1 and wrt_of(x.wrt[0], x)[1] == 2
    if repeated or len(arrays) > 1:
        return second(x, of, [by[0], by[0]] if repeated else arrays)
    return first(x, of, arrays[0], by)

"""The members of an equation of arrays beside one another: each in the layout of the first, or why it does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ...notation import ONE_HOT
from ..spelled.shape import letters_in, starred_letter
from .algebra import misfit, unify
from .array import Array, ShapeDoubt, ends, transposed
from .reader import Reader


def runs(indices: list[tuple[Node, Node]]) -> Iterator[tuple[Node, Node, Node]]:
    """Indices with the first and the last value of each."""
    return ((i, *ends(size)) for i, size in indices)


def in_place(entry: Node, typed: Node) -> Node:
    """An entry with the place of the whole member that it was made of."""
    return replace(entry, span=getattr(typed, "span", entry.span)) if hasattr(entry, "span") else entry


def in_layout(first: Array, a: Array, m: Node, strict: bool = False) -> Array | ShapeDoubt:
    """A member in the layout of the first one; gradients and Jacobians may be written transposed, unless `strict`."""
    zero = (isinstance(m, t.Number) and m.text == "0") or (isinstance(m, t.Name) and m.base == "0")
    if first.kind and not a.kind and zero:
        return a
    if a.kind == first.kind and unify(first.sizes, a.sizes) is not None:
        return a
    if (first.gradient or a.gradient) and a.kind and first.kind and not strict:
        turned = transposed(a)
        if turned.kind == first.kind and unify(first.sizes, turned.sizes) is not None:
            return turned
    if first.kind and not a.kind and _shows_entry(m):
        cause = "a number, or the matrix that has it for its entry"
        return ShapeDoubt(cause, getattr(m, "span", (0, 0)), "write both sides with their indices")
    if any(x.base == ONE_HOT for x in t.of_kind(m, t.Name)):
        # it may stand as a column or as a row, and rows of a table are looked up either way
        cause = "does the vector that is one-hot stand as a column, or as a row?"
        return ShapeDoubt(cause, getattr(m, "span", (0, 0)), "write both sides with their indices")
    cause, span = f"this is {a.shown}, the left side is {first.shown}", getattr(m, "span", (0, 0))
    if first.gradient and first.kind == "m" and a.kind != "m":
        # many write `\\partial a/\\partial z = f'(z)` for a derivative entry by entry
        return ShapeDoubt(cause, span, r"write `\operatorname{diag}(..)` for a Jacobian, or indices")
    return misfit(cause, span)


def _shows_entry(m: Node) -> bool:
    r"""Is it an entry in parentheses, `(\partial e/\partial a_{ij})`, that may stand for the whole matrix?"""
    inside = m.base if isinstance(m, t.Scripted) else m
    names = t.of_kind(inside, t.Name) if isinstance(inside, t.Group) and inside.open in ("(", "[", r"\{") else ()
    return any(letters_in(e) for x in names for s in x.scripts if not s.above for e in s.entries)


def no_fit(doubt: ShapeDoubt | Array, m: Node, reader: Reader) -> Node:
    """What stands for a member that does not fit."""
    assert isinstance(doubt, ShapeDoubt)
    if isinstance(m, t.Misfit):
        return m
    span = doubt.span if doubt.span != (0, 0) else getattr(m, "span", (0, 0))
    lacking = reader.lacking and doubt.lacking
    doubtful = reader.unsure or reader.labelled or lacking or reader.presumed or reader.side_by_side
    words = doubt.cause.replace(",", " ").split()
    doubtful = doubtful or any(a in words and b in words for a, b in reader.equated)  # they fit where these are equal
    sure = doubt.known and not reader.perhaps_rows
    return t.Misfit(doubt.cause, doubt.hint, sure and not doubtful, sure and doubtful, span, None, starred_letter(m))

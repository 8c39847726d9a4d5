r"""Indicators and cases of arrays: `\mathbb{1}[u > 0]` of a vector is the vector of the indicators of its entries.

The rows of `cases` are arrays of one shape, or 0; their conditions compare numbers, or arrays of that shape, entry by
entry. Numbers beside the signs of an array, 1 for `z > 0` and else 0, are such an array, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..layers.at_one_value import AtValue, value_told
from .algebra import common_sizes, misfit, unify
from .array import ZERO, Array, ShapeDoubt, Size, number
from .untold import ORDERS

EQUATED = frozenset(["=", r"\ne"])
OF_WHOLES = "a case in which arrays are equal is not read"


def compared(x: t.Indicator, read: Callable[[Node], Array]) -> Array:
    """The array that an indicator is; `read` reads a member of its comparison."""
    chain = x.conditions[0] if len(x.conditions) == 1 else None
    if not isinstance(chain, t.Chain):
        return number(x)
    members = [read(m) for m in chain.members]
    arrays = [a for a in members if a.kind]
    if not arrays:  # the members are numbers, of arrays too: `[y_n w^T x_n < 1]`
        return number(replace(x, conditions=(replace(chain, members=tuple(a.entry() for a in members)),)))
    sizes = common_sizes(arrays, lambda a, b: f"{a} is compared with {b}", x.span)

    def entry(*indices: Node) -> Node:
        here = tuple(a.entry(*indices) if a.kind else a.entry() for a in members)
        return replace(x, conditions=(replace(chain, members=here),))

    return Array(arrays[0].kind, sizes, entry)


def cases(x: t.Cases, read: Callable[[Node], Array]) -> Array:
    """The array that `cases` are; `read` reads a row, or a member of a condition."""
    values = [_value(row, read) for row in x.rows]
    arrays = [a for a in values if a.kind]
    conditions = [[_members(c, read) for c in row.conditions] for row in x.rows]
    if not arrays:
        signs = _of_signs(x, conditions)
        if signs and all(isinstance(row.value, (t.Name, t.Number)) for row in x.rows):
            sizes = common_sizes(signs, lambda a, b: f"{a} is compared beside {b}", x.span)
            return Array(signs[0].kind, sizes, lambda *indices: _rows(x, values, conditions, indices))
        _check(x, conditions, "", ())
        return number(_rows(x, values, conditions, ()))
    for a, row in zip(values, x.rows, strict=True):
        if a.kind != arrays[0].kind and row.value != ZERO:
            raise misfit(f"one row is {a.shown}, another one {arrays[0].shown}", row.span)
    sizes = _common(x, values)
    _check(x, conditions, arrays[0].kind, sizes)
    return Array(arrays[0].kind, sizes, lambda *indices: _rows(x, values, conditions, indices))


def _of_signs(x: t.Cases, conditions: list[list[list[Array] | None]]) -> list[Array]:
    """The arrays that the rows compare with 0 and nothing else, all of one kind; none where a row compares others."""
    found: list[Array] = []
    for row, compared_in in zip(x.rows, conditions, strict=True):
        for condition, members in zip(row.conditions, compared_in, strict=True):
            arrays = [a for a in members or () if a.kind]
            if arrays and isinstance(condition, t.Chain):
                sides = {*condition.relations} <= ORDERS and len(condition.members) == 2 and ZERO in condition.members
                found += arrays if sides else ()
                if not sides or arrays[0].kind != found[0].kind:
                    return []
    return found


def _told(row: t.CaseRow) -> AtValue | None:
    """The value that a letter has in a row."""
    found = (value_told(c) for c in row.conditions if isinstance(c, t.Chain))
    return next((at for at in found if at is not None), None)


def _value(row: t.CaseRow, read: Callable[[Node], Array]) -> Array:
    """The array of a row; where a letter has a value there, shapes need only fit then."""
    try:
        return read(row.value)
    except ShapeDoubt:
        if (at := _told(row)) is None:
            raise
        return read(at.put(row.value))


def _common(x: t.Cases, values: list[Array]) -> tuple[Size, ...]:
    """The sizes of all rows; those of a row in which a letter has a value need only be the same then."""
    rows = [(a, _told(row)) for a, row in zip(values, x.rows, strict=True) if a.kind]
    general = [a for a, at in rows if at is None]
    if not general or len(general) == len(rows):
        return common_sizes([a for a, _ in rows], _differ, x.span)
    sizes = common_sizes(general, _differ, x.span)
    for a, at in rows:
        if at is not None and unify(sizes, a.sizes) is None and unify(at.put(sizes), at.put(a.sizes)) is None:
            raise misfit(_differ(general[0].shown, a.shown), x.span)
    return sizes


def _differ(a: str, b: str) -> str:
    return f"one row is {a}, another one {b}"


def _members(condition: Node, read: Callable[[Node], Array]) -> list[Array] | None:
    """What a condition compares; None where it is left as it is: it is one about indices, or cannot be read."""
    if not isinstance(condition, t.Chain):
        return None
    try:
        return [read(m) for m in condition.members]
    except ShapeDoubt:
        return None


def _check(x: t.Cases, conditions: list[list[list[Array] | None]], kind: str, sizes: tuple[Size, ...]) -> None:
    """What a condition compares, numbers apart, has the shape of the rows: else it is no condition of their entries.

    Whole arrays that are equal, or not, are a case of all entries, `W = W^T`, which is not read.
    """
    for row, compared_in in zip(x.rows, conditions, strict=True):
        for condition, members in zip(row.conditions, compared_in, strict=True):
            for a in (a for a in members or () if a.kind):
                if a.kind != kind or unify(a.sizes, sizes) is None:
                    if isinstance(condition, t.Chain) and {*condition.relations} <= EQUATED:
                        raise ShapeDoubt(OF_WHOLES, row.span)
                    raise misfit(f"{a.shown} is compared beside a row of another shape", row.span)


def _rows(x: t.Cases, values: list[Array], conditions: list[list[list[Array] | None]], at: tuple[Node, ...]) -> Node:
    """The rows for an entry at the given indices."""
    rows = []
    for row, value, compared_in in zip(x.rows, values, conditions, strict=True):
        typed = []
        for condition, members in zip(row.conditions, compared_in, strict=True):
            here = None if members is None else tuple(a.entry(*(at if a.kind else ())) for a in members)
            typed.append(replace(condition, members=here) if here and isinstance(condition, t.Chain) else condition)
        rows.append(replace(row, value=value.entry(*(at if value.kind else ())), conditions=tuple(typed)))
    return replace(x, rows=tuple(rows))

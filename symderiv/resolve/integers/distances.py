r"""Comparisons of distances: `|i-j| \le m`, `|i-j| > m`, `0 < |i-j| \le m`, `|i - j| = 1`.

A distance is small where two inequalities hold. It is large where one of two does: such a comparison is the choice
between conjunctions of which exactly one holds wherever it does, whatever the letters are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ...affine import Affine, affine
from ...domain.constraint import Constraint, eq, ge, le, lt, ne
from ...latex import tree as t
from ...latex.statement_forms import index_like
from ...latex.tree import Chain, Node

Where: TypeAlias = tuple[Constraint, ...]
TURNED = {r"\le": r"\ge", "<": ">", r"\ge": r"\le", ">": "<"}
"""What is said of the right side instead of the left one; other relations stay as they are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A condition beside a line, as typed, that leaves a choice: the line is stated for each of the `cases`."""

    typed: str
    cases: tuple[Where, ...]


def inside(x: Node) -> Node | None:
    """What stands between the bars of a distance, a difference of letters; None for anything else, such as `|S|`."""
    barred = x.items[0] if isinstance(x, t.Group) and x.open == "|" and len(x.items) == 1 else None
    return barred if isinstance(barred, t.Terms) and len(barred.terms) > 1 and index_like(barred) else None


def holds_distance(chain: Chain) -> bool:
    """Is one of the sides of a comparison a distance?"""
    return any(inside(m) is not None for m in chain.members)


def choices(a: Affine, relation: str, b: Affine) -> tuple[Where, ...] | None:
    r"""The conjunctions of which exactly one holds where `|a|` compares so with b; None for any other relation.

    >>> x = affine("i") - affine("j")
    >>> choices(x, r"\le", affine("m"))
    ((-i + j + m >= 0, i - j + m >= 0),)
    >>> choices(x, ">", affine("m"))
    ((i - j - m - 1 >= 0,), (-i + j - m - 1 >= 0, -i + j + m >= 0))
    >>> choices(x, "=", affine(1)), choices(x, ">", affine(0))
    (((i - j - 1 == 0,), (i - j + 1 == 0,)), ((i - j != 0,),))
    """
    if relation in ("<", r"\le"):
        b = b - (relation == "<")
        return ((le(a, b), le(-a, b)),)
    if relation in (">", r"\ge"):
        b = b + (relation == ">")
        return ((ne(a, 0),),) if b == affine(1) else ((ge(a, b),), (ge(-a, b), lt(a, b)))
    if relation in ("=", "=="):
        return ((eq(a, 0),),) if b == affine(0) else _apart((eq(a, b),), (eq(-a, b),), a, b)
    if relation == r"\ne":
        sure = b.is_constant and b.const >= 0
        return ((ne(a, b), ne(-a, b)),) if sure else ((ge(a, 0), ne(a, b)), (lt(a, 0), ne(-a, b)))
    return None


def _apart(one: Where, two: Where, a: Affine, b: Affine) -> tuple[Where, ...]:
    """The one where a is not negative, the other where it is; for a positive number b they say so themselves."""
    if b.is_constant and b.const > 0:
        return one, two
    return (*one, ge(a, 0)), (*two, lt(a, 0))

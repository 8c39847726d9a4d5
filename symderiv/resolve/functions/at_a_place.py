r"""A parenthesis behind a name that is no function: `E(0)`, `E'(w)`, `\frac{\partial E}{\partial w}(0)`.

Where it holds just a number or a letter, a value at that place may be meant, and as a product it would say something
else (`E(0) = 0` whatever E is). Around a sum, `y(1 - y)`, or a number with a sign, `y(-1)`, it is a factor.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from ...latex import tree as t
from ...latex.tree import Node
from ..meaning import signature
from ..spelled.shape import shape_of


def may_be_a_value(head: Node, group: Node, lefts: AbstractSet[tuple[str, int, int]]) -> bool:
    """Might it be the value of a name at a place, one with a prime or among the defined `lefts`?"""
    shape = shape_of(head) if isinstance(head, t.Name) and not head.scripts else None
    if shape is None or not _is_place(group):
        return False
    return shape.primes > 0 or (signature(shape) in lefts and not _is_signed(group))


def is_derivative_at(x: t.Product) -> bool:
    r"""Might it be the value of a derivative at a place? With more factors, or a sign (`(-1)`), it is a product."""
    if len(x.factors) != 2 or x.factors[1].operator:
        return False
    head, group = (f.body for f in x.factors)
    return isinstance(head, t.Derivative) and head.of is not None and _is_place(group) and not _is_signed(group)


def _is_signed(group: Node) -> bool:
    return isinstance(group, t.Group) and any(isinstance(i, t.Terms) for i in group.items)


def _is_place(group: Node) -> bool:
    """Is it a parenthesis around a number or a letter?"""
    if not isinstance(group, t.Group) or group.open != "(" or len(group.items) != 1:
        return False
    (x,) = group.items
    if isinstance(x, t.Terms) and len(x.terms) == 1:
        x = x.terms[0].body
    return isinstance(x, t.Number) or (isinstance(x, t.Name) and not x.scripts)

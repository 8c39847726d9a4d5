r"""Derivatives before the argument of what is differentiated: `\frac{\partial L}{\partial w}(w)` beside `L(w) = ..`.

The derivative is taken there anyway. At another place, `\frac{\partial L}{\partial w}(0)`, it stays as it is. So it is
with `k_{ij}(w) = ..` for any indices, and where the argument stands twice, `\frac{\partial k_{il}(w)}{\partial w}(w)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Group, Name, Node, Product
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...spelled.shape import with_any_letters


def with_derivatives_alone(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document without such arguments."""
    lefts = {x for f in read_of(located) for s in f.statements for x in _shown(s.chain.members[0])}
    lefts = {(with_any_letters(name), items) for name, items in lefts}
    if not lefts:
        return located

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
            if isinstance(a.body, Derivative) and isinstance(b.body, Group) and _is_there(a.body, b.body, lefts):
                factors = (*x.factors[: n + 1], *x.factors[n + 2 :])
                left: Node = factors[0].body if len(factors) == 1 else replace(x, factors=factors)
                return rebuilt(left, change)  # type: ignore[no-any-return]
        return None

    return with_statements(located, lambda s: rebuilt(s, change))


def _shown(left: Node) -> Iterator[tuple[Name, tuple[Node, ...]]]:
    """The name and the arguments of `f(x)`, the left side of an equation or what is differentiated."""
    if isinstance(left, Product) and len(left.factors) == 2 and left.factors[1].joined:
        name, group = left.factors[0].body, left.factors[1].body
        if isinstance(name, Name) and isinstance(group, Group) and group.open == "(":
            yield name, group.items


def _is_there(x: Derivative, group: Group, lefts: set[tuple[Name, tuple[Node, ...]]]) -> bool:
    """Is it the argument that the derivative is taken by?"""
    by = {w.body.base for w in x.wrt if isinstance(w.body, Name)}
    twice = list(_shown(x.of)) if x.of is not None else []
    name = twice[0][0] if twice and twice[0][1] == group.items else x.of
    shown = isinstance(name, Name) and (with_any_letters(name), group.items) in lefts and group.open == "("
    return shown and bool(by) and by <= {i.base for i in group.items if isinstance(i, t.Name)}

r"""Derivatives applied to an argument: `\frac{\partial g_i}{\partial w_{ij}}(\xi)` beside `g_i(\xi) = ..`.

What is differentiated is the function at that argument, `\frac{\partial g_i(\xi)}{\partial w_{ij}}`, and its logarithm
likewise. So it is where the page says what the function is, the argument is a letter or a number, and the derivative is
by something else: `\frac{d \phi}{d z}(u)` beside `\phi(z) = ..` is the derivative of the function there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Factor, Group, Name, Node, Number, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from .arrays_shown import Kind, applied_in, defined_with, differentiated, kind_of


def _has_applied(s: Statement) -> bool:
    return any(
        isinstance(x.factors[n - 1].body, Derivative) for x in t.of_kind(s, Product) for _, n, _ in applied_in(x)
    )


@where(_has_applied)
def with_derivatives_at_arguments(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such arguments within the derivatives."""
    heads = [defined_with(s.chain) for f in read_of(located) for s in f.statements]
    defined: dict[tuple[Kind, int], set[str]] = {}
    for name, group in (h for h in heads if h is not None):
        own = {y.base for i in group.items for y in t.of_kind(i, Name)}
        defined.setdefault((kind_of(name), len(group.items)), set()).update(own)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        moved = {n: g for _, n, g in applied_in(x) if _is_at(x.factors[n - 1].body, g, defined)}
        if not moved:
            return None
        factors = [
            replace(f, body=_at(f.body, moved[n + 1])) if n + 1 in moved else replace(f, body=rebuilt(f.body, change))
            for n, f in enumerate(x.factors)
            if n not in moved
        ]
        return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

    return with_statements(located, lambda s: rebuilt(s, change)) if defined else list(located)


def _is_at(x: Node, group: Group, defined: Mapping[tuple[Kind, int], set[str]]) -> bool:
    """Is it a derivative of a function that the page defines, at other letters than it is taken by?"""
    name = differentiated(x) if isinstance(x, Derivative) else None
    if name is None or not isinstance(x, Derivative) or (kind_of(name), len(group.items)) not in defined:
        return False
    by = {y.base for w in x.wrt for y in t.of_kind(w, Name)}
    letters = [i for i in group.items if isinstance(i, Name)]
    known = len(letters) + sum(isinstance(i, Number) for i in group.items) == len(group.items)
    own = defined[kind_of(name), len(group.items)]
    return known and by.isdisjoint({*own, *(i.base for i in letters)})


def _at(x: Node, group: Group) -> Node:
    """The derivative of the function at an argument."""
    assert isinstance(x, Derivative)
    name = differentiated(x)
    assert name is not None
    value = Product((Factor("", name), Factor("", group, True)), (name.span[0], name.span[1]))
    of = replace(x.of, args=(value,)) if isinstance(x.of, t.Call) else value
    return replace(x, of=of)

r"""Gradients by parameters of which nothing is shown: that of `\nabla_\theta J = \sum_a q_a \nabla_\theta \pi_a`.

Where a letter stands below nablas only, in labels and in arguments that show what something depends on, an equation of
such gradients says the same of each parameter: `\theta` is any one of them, and a gradient a derivative by it. Two
gradients that are multiplied make a number or a matrix, and second ones are matrices: then the page stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Nabla, Name, Node, Product, Statement, Wrt
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..applied import arguments_of


def _has_gradient(s: Statement) -> bool:
    return any(taken_by(x) is not None for x in t.of_kind(s, Nabla))


@where(_has_gradient)
def with_gradients_by_any(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with derivatives for such gradients."""
    statements = [s for f in read_of(located) for s in f.statements]
    nablas = [x for s in statements for x in t.of_kind(s, Nabla)]
    letters = {taken_by(x) for x in nablas if x.order == 1} - {None}
    letters -= {taken_by(x) for x in nablas if x.order != 1}
    products = (x for s in statements for x in t.of_kind(s, Product))
    several = any(isinstance(x.of, Nabla) for x in nablas)
    several = several or any(sum(bool(t.of_kind(f.body, Nabla)) for f in x.factors) > 1 for x in products)
    letters -= {x.base for s in statements for x in _values(s)}
    if several or not letters or any(x.base in letters for s in statements for x in _with_indices(s)):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Nabla) or taken_by(x) not in letters:
            return None
        letter = taken_by(x)
        assert letter is not None
        return Derivative(rebuilt(x.of, change), (Wrt(Name(letter)),), front=True, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def taken_by(x: Nabla) -> str | None:
    r"""The letter below a nabla, or the w of `\nabla E(w)` and `\nabla y(x_n, w)`."""
    if x.by is not None:
        return letter_of(x.by.entries[0]) if len(x.by.entries) == 1 else None
    group = arguments_of(x.of.factors[1]) if isinstance(x.of, Product) and len(x.of.factors) == 2 else None
    bare = [letter for i in (group.items if group is not None else ()) if (letter := letter_of(i)) is not None]
    return bare[0] if len(bare) == 1 else None


def _with_indices(s: Statement) -> Iterator[Name]:
    return (x for x in t.of_kind(s, Name) if x.scripts)


def _values(x: object) -> Iterator[Name]:
    """The names that stand as values: not below a nabla, in a script, or in a parenthesis right behind a name."""
    if isinstance(x, Name):
        yield x
    elif isinstance(x, Nabla):
        yield from _values(x.of)
    elif isinstance(x, Product):
        for before, f in zip((None, *x.factors), x.factors, strict=False):
            shown = f.joined and before is not None and isinstance(before.body, Name)
            yield from () if shown and isinstance(f.body, t.Group) else _values(f.body)
    elif not isinstance(x, t.Script) and isinstance(x, t.Tree):
        for part in t.parts(x):
            yield from _values(part)

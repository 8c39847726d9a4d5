r"""What a gradient is taken by, shown as its argument: `\nabla E(w_{1,1})` beside `E(w) = ..`.

So it is read where the argument is a single number that formulas use, an entry by number of what is never a value as a
whole, or another name than those with which E is defined; beside such gradients also a single parameter, where E is
nowhere shown with what it depends on. `\nabla f(x_0)` beside `f(x) = x^T A x` is the gradient at a point. The m of
`\nabla J(m)` beside `J(x) = \|x - m\|^2`, which is made of x, may be either, and is not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Factor, Group, Misfit, Name, Node, Number, Product, Wrt
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of
from ...spelled.shape import stem_of
from ..applied import head_of

HINT = r"write `\nabla_{m} J` for the gradient by m, `\nabla J(x) |_{x=m}` for that at m"


def with_gradients_by_argument(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with derivatives for such gradients."""
    formulas = read_of(located)
    asked = {a for f in formulas for x in t.of_kind(f, t.Nabla) if (a := _argument(x)) is not None}
    if not asked:
        return list(located)
    shown = [a for f in formulas for s in f.statements for a in _shown(s.chain.members[0])]
    names = Counter(x for f in formulas for x in t.of_kind(f, Name))
    inside = Counter(a for f in formulas for x in t.of_kind(f, t.Nabla) if (a := _argument(x)) is not None)
    heads = Counter(a for f in formulas for p in t.of_kind(f, Product) for a in _shown(p))
    used = {(stem_of(x), len(entries_of(x))) for x, n in names.items() if n > inside[x]}
    whole = {stem_of(x) for x, n in names.items() if not x.scripts and n > max(heads[x], inside[x])}

    def is_number(a: Name) -> bool:
        if not a.scripts:
            return bool(shown) and a not in shown and (stem_of(a), 0) in used
        point = len(entries_of(a)) == 1 and any(
            stem_of(b) == stem_of(a) for b in shown
        )  # `x_1` may be where one begins
        return not point and (stem_of(a), len(entries_of(a))) in used and stem_of(a) not in whole

    numbers = {a for a in asked if is_number(a)}
    if any(a.scripts for a in numbers) and not shown:
        # beside `\nabla E(w_1)` that by a parameter: nothing else is an entry of it, and nothing says where it lies
        other = {stem_of(x) for x in names if x.scripts}
        other |= {stem_of(x) for f in formulas for s in f.statements if (x := head_of(s.chain.members[0])) is not None}
        numbers |= {a for a in asked if not a.scripts and (stem_of(a), 0) in used and stem_of(a) not in other}

    def change(x: Any) -> Node | None:
        argument = _argument(x)
        if argument not in numbers or argument is None:
            return None
        if not argument.scripts and any(stem_of(b) in whole for b in shown):
            return Misfit(f"the gradient at `{argument.base}`, or by it", HINT, span=x.span)
        return Derivative(x.of.factors[0].body, (Wrt(argument),), span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if numbers else list(located)


def _argument(x: object) -> Name | None:
    r"""The `w_{1,1}` of `\nabla E(w_{1,1})`: a name that carries nothing but numbers below."""
    found = _shown(x.of) if isinstance(x, t.Nabla) and x.by is None and x.order == 1 else []
    for a in found:
        if all(not s.above and all(isinstance(e, Number) for e in s.entries) for s in a.scripts):
            return a
    return None


def _shown(x: Node) -> list[Name]:
    """The argument of a name before a parenthesis that holds nothing but a name."""
    if not isinstance(x, Product) or len(x.factors) != 2:
        return []
    head, group = x.factors
    return [group.body.items[0]] if _holds_name(head, group) else []  # type: ignore[union-attr,list-item]


def _holds_name(head: Factor, group: Factor) -> bool:
    inner = group.body.items if isinstance(group.body, Group) and group.joined else ()
    return isinstance(head.body, Name) and len(inner) == 1 and isinstance(inner[0], Name)


__all__ = ["with_gradients_by_argument"]

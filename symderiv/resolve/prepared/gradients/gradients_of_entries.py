r"""Gradients that a sentence makes of their entries: `\nabla L(W) = (\frac{\partial l}{\partial W_{ij}})`.

Beside `W = (W_{ij})` that is the derivative by W, whatever stands behind the sign; where that has its letters already,
`\nabla_w L = (\frac{\partial L}{\partial w_i})`, the sentence says nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.denials import denies
from ....latex.hedged import is_hedged
from ....latex.tree import Derivative, Formula, Group, Nabla, Node, Statement, Wrt
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...stated import whole_and_entry

PAIR = 2


def _has_any(s: Statement) -> bool:
    return _told(s) is not None


@where(_has_any)
def with_gradients_of_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas with such gradients as derivatives by the array; what explains them says no more."""
    pairs = (whole_and_entry(s.chain) for f in read_of(located) for s in f.statements)
    wholes = {entry: whole for whole, entry in filter(None, pairs)}
    told: dict[Node, Derivative] = {}
    doubled: set[Node] = set()
    for d, f in located:
        for s in f.statements if isinstance(f, Formula) and d.inline and _is_said(d) else ():
            found = _told(s)
            whole = wholes.get(found[1].wrt[0].body) if found is not None else None
            if found is None or whole is None or not _is_same(*found, whole):
                continue
            derivative = replace(found[1], wrt=(Wrt(whole),))
            doubled |= {found[0]} if told.setdefault(found[0], derivative) != derivative else set()
    told = {left: x for left, x in told.items() if left not in doubled}
    if not told:
        return list(located)

    def change(x: Any) -> Node | None:
        meant = told.get(x) if isinstance(x, (Nabla, t.Product)) else None
        return None if meant is None else replace(meant, span=x.span)

    def without(f: Formula) -> Formula:
        kept = tuple(s for s in f.statements if (x := _told(s)) is None or x[0] not in told)
        return f if len(kept) == len(f.statements) else replace(f, statements=kept)

    bare = [(d, without(f) if isinstance(f, Formula) and d.inline else f) for d, f in located]
    return with_statements(bare, lambda s: rebuilt(s, change))


def _is_said(d: Display) -> bool:
    return not (is_hedged(d.before, d.after) or denies(d.before, d.after))


def _is_same(left: Node, derivative: Derivative, whole: t.Name) -> bool:
    """Is the gradient no other one, by letters of its own?"""
    (sign,) = t.of_kind(left, Nabla)
    return sign.by is None or (sign.by.entries == (whole,) and sign.of == derivative.of)


def _told(s: Statement) -> tuple[Node, Derivative] | None:
    """The gradient on the left, and the derivative by an entry in parentheses on the right."""
    chain = s.chain
    if len(chain.members) != PAIR or chain.relations[0] != "=" or s.conditions:
        return None
    left, right = chain.members
    inner = right.items[0] if isinstance(right, Group) and right.open in ("(", "[") and len(right.items) == 1 else None
    if not isinstance(inner, Derivative) or inner.order != 1 or len(inner.wrt) != 1 or not isinstance(inner.of, t.Name):
        return None
    signs = t.of_kind(left, Nabla)
    return (left, inner) if len(signs) == 1 and isinstance(left, (Nabla, t.Product)) else None

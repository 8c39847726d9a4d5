r"""The T above names that carry a step t elsewhere: `c^T` beside `c^t` is the last of these, and no transpose.

A matrix that stands without a step where the network is defined, the W of `z^t = W x^t`, has none: beside it a `W^t` of
a derivative is its transpose typed with a small t, or nobody knows what, and its `W^T` a transpose all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Script
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...shapes.batches import is_capital
from ...shapes.neighbours import stepped
from ...spelled.shape import letter_of
from ..arrays.small_marks import transposes_said

LAST = "T"


@some(Name)
def _has_last(x: Name) -> bool:
    return any(map(_last, x.scripts))


@where(_has_last)
def with_last_steps_told(located: Sequence[Located]) -> list[Located]:
    """The formulas with such a T in parentheses, as what is part of a name may be typed."""
    names = [x for f in read_of(located) for x in t.of_kind(f, Name)]
    steps = stepped(names)
    if not steps or not (steps := steps - _without_steps(located, steps)):
        return list(located)

    def change(x: object) -> Name | None:
        if not isinstance(x, Name) or x.base not in steps or not any(map(_last, x.scripts)):
            return None
        return replace(x, scripts=tuple(replace(s, bracket="(") if _last(s) else s for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _without_steps(located: Sequence[Located], steps: frozenset[str]) -> frozenset[str]:
    """The capitals among them that are factors without a step where something is defined, and nowhere have one there
    or below a derivative."""
    capitals = frozenset(x for x in steps if is_capital(x))
    if not capitals:
        return capitals
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    below = [w for s in statements for d in t.of_kind(s, t.Derivative) for w in d.wrt]
    defining = [s for s in statements if not t.of_kind(s, t.Derivative) and not t.of_kind(s, t.Nabla)]
    factors = {x.base for s in defining for p in t.of_kind(s, t.Product) for x in t.of_kind(p, Name) if not x.scripts}
    copies = stepped(x for s in defining for x in t.of_kind(s, Name)) - transposes_said(located)
    return (capitals & factors) - copies - stepped(x for w in below for x in t.of_kind(w, Name))


def _last(s: Script) -> bool:
    """Is it a T alone above a name, without a parenthesis?"""
    return s.above and not s.bracket and len(s.entries) == 1 and letter_of(s.entries[0]) == LAST

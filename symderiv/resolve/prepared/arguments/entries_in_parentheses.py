r"""Entries of an array with its input, the array in parentheses: `(h_\theta(x))_k` beside `h_\theta(x)_k = ..`.

Both are the entry k of what h is of x. So the first is written as the second, where an equation begins with that, or
says what the first is without h and x.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Call, Group, Name, Node, Number, Product, Scripted, Statement, Terms, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone


def _applied(x: Scripted) -> Product | None:
    r"""The `h(x)` in `(h(x))_k`, also behind an elementwise function, `\log (h(x))_k`."""
    base = x.base
    if isinstance(base, Group):
        items = base.items if base.open in ("(", "[") else ()
    else:
        alone = isinstance(base, Call) and base.closed and not any(s.above for s in x.scripts)
        items = base.args if alone and isinstance(base, Call) else ()
    below = [e for s in x.scripts if not s.above for e in s.entries]
    counts = bool(below) and all(isinstance(e, (Name, Number, Terms)) for e in below)
    inner = items[0] if len(items) == 1 and counts and not x.primes else None
    return inner if isinstance(inner, Product) and applied_alone(inner) is not None else None


def _has_entry(s: Statement) -> bool:
    return any(_applied(x) is not None for x in of_kind(s, Scripted))


@where(_has_entry)
def with_entries_outside_parentheses(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with `h(x)_k` for `(h(x))_k`."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {stem for s in statements if (stem := _defined(s)) is not None}

    def change(x: Any) -> Node | None:
        if isinstance(x, Product) and any(_parted(f.body, defined) is not None for f in x.factors):
            parts = [(f, _parted(f.body, defined)) for f in x.factors]
            changed = [rebuilt(f, change) if p is None else replace(f, body=p, joined=False) for f, p in parts]
            return replace(x, factors=tuple(changed))
        return _parted(x, defined)

    return with_statements(located, lambda s: rebuilt(s, change)) if defined else list(located)


def _defined(s: Statement) -> Stem | None:
    """The name with which an equation about `h(x)_k` begins; one about `(h(x))_k` may only say that h takes entries."""
    left, *others = s.chain.members
    if not EQUALITIES & {*s.chain.relations[:1]}:
        return None
    if isinstance(left, Scripted) and isinstance(left.base, Group) and (inner := _applied(left)) is not None:
        name, group = applied_alone(inner) or (None, None)
        own = {stem_of(x) for x in (name, *(group.items if group is not None else ())) if isinstance(x, Name)}
        return None if any(stem_of(x) in own for m in others for x in of_kind(m, Name)) else _name(inner)
    behind = left.factors[1] if isinstance(left, Product) and len(left.factors) == 2 else None
    if behind is None or not behind.joined or not isinstance(behind.body, Scripted):
        return None
    return _name(left) if isinstance(behind.body.base, Group) else None


def _name(x: Node) -> Stem | None:
    name = x.factors[0].body if isinstance(x, Product) else None
    return stem_of(name) if isinstance(name, Name) else None


def _parted(x: object, defined: set[Stem]) -> Product | Call | None:
    """`h(x)_k` for `(h(x))_k`."""
    applied = _applied(x) if isinstance(x, Scripted) else None
    if applied is None or not isinstance(x, Scripted) or _name(applied) not in defined:
        return None
    first, second = applied.factors
    entry = replace(applied, factors=(first, replace(second, body=replace(x, base=second.body))))
    return replace(x.base, args=(entry,)) if isinstance(x.base, Call) else entry

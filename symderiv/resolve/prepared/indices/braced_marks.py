r"""Transposes behind braces: `{w_j}^T` is `w_j^T`, and `{v'_j}^\top` is `v'^\top_j`.

Braces keep a mark apart from the scripts below a name, and say nothing else. A bare T is one only where no T stands
elsewhere on the page: it may be a number of steps, and `{\gamma_t}^T` a power. What stands above within the braces
(`{W^{(l)}}^T`) stays as it is, and so does a name of one capital with two indices, which is an entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Node, Scripted
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark, letter_of


def _has_braced(s: t.Statement) -> bool:
    return any(_braced(x) is not None for x in t.of_kind(s, Scripted))


@where(_has_braced)
def with_braced_marks_joined(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such marks on the names themselves."""
    formulas = read_of(located)
    if not any(_braced(x) for f in formulas for x in t.of_kind(f, Scripted)):
        return list(located)
    above = {id(e) for f in formulas for s in t.of_kind(f, t.Script) if s.above for e in s.entries}
    counted = any(x.base == "T" and id(x) not in above for f in formulas for x in t.of_kind(f, Name))

    def change(x: object) -> Node | None:
        inner = _braced(x)
        if inner is None or not isinstance(x, Scripted):
            return None
        if counted and letter_of(x.scripts[0].entries[0]) is not None:
            return None
        return replace(inner, scripts=(*inner.scripts, *x.scripts), span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _braced(x: object) -> Name | None:
    """The name in braces of which nothing but the mark of a transpose stands above."""
    if not isinstance(x, Scripted) or x.primes or len(x.scripts) != 1:
        return None
    script, group = x.scripts[0], x.base
    if not script.above or script.bracket or len(script.entries) != 1 or not is_mark(script.entries[0]):
        return None
    inner = group.items[0] if isinstance(group, t.Group) and group.open == "{" and len(group.items) == 1 else None
    if not isinstance(inner, Name) or not inner.scripts or any(s.above for s in inner.scripts):
        return None
    return inner if sum(len(s.entries) for s in inner.scripts) == 1 else None

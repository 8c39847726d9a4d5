r"""The T above names that carry a step t elsewhere: `c^T` beside `c^t` is the last of these, and no transpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Script
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...shapes.neighbours import stepped
from ...spelled.shape import letter_of

LAST = "T"


@some(Name)
def _has_last(x: Name) -> bool:
    return any(map(_last, x.scripts))


@where(_has_last)
def with_last_steps_told(located: Sequence[Located]) -> list[Located]:
    """The formulas with such a T in parentheses, as what is part of a name may be typed."""
    names = [x for f in read_of(located) for x in t.of_kind(f, Name)]
    steps = stepped(names)
    if not steps:
        return list(located)

    def change(x: object) -> Name | None:
        if not isinstance(x, Name) or x.base not in steps or not any(map(_last, x.scripts)):
            return None
        return replace(x, scripts=tuple(replace(s, bracket="(") if _last(s) else s for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _last(s: Script) -> bool:
    """Is it a T alone above a name, without a parenthesis?"""
    return s.above and not s.bracket and len(s.entries) == 1 and letter_of(s.entries[0]) == LAST

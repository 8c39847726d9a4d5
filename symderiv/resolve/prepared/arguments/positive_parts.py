r"""The positive part of a formula, `[1 - y_n f_n]_+` and `(x)_+^2`: the larger of it and 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Call, Group, Node, Number, Scripted, Symbol
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements

BRACKETS = frozenset(["(", "[", r"\{"])
PLUS = Symbol("+")


def _has_part(s: t.Statement) -> bool:
    return any(map(_is_part, t.of_kind(s, Scripted)))


@where(_has_part)
def with_positive_parts(located: Sequence[Located]) -> list[Located]:
    """The formulas with such parts as maxima."""
    if not any(_is_part(x) for f in read_of(located) for x in t.of_kind(f, Scripted)):
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, _written))


def _is_part(x: Scripted) -> bool:
    """Is it one formula in brackets with nothing below but a plus?"""
    below = [s for s in x.scripts if not s.above]
    inner = x.base
    return (
        isinstance(inner, Group)
        and inner.open in BRACKETS
        and len(inner.items) == 1
        and len(below) == 1
        and below[0].entries == (PLUS,)
        and not x.primes
    )


def _written(x: Any) -> Node | None:
    if not isinstance(x, Scripted) or not _is_part(x) or not isinstance(x.base, Group):
        return None
    inner: Node = rebuilt(x.base.items[0], _written)
    part = Call("max", (Number("0", x.span), inner), span=x.span)
    above = tuple(s for s in x.scripts if s.above)
    return replace(x, base=part, scripts=above) if above else part

r"""That an indicator of a set is 0 or 1 where pages need it: second derivatives of `\log \sum_{j \in A} w_j` square it.

Elsewhere a line that holds for the elements of a set holds for indicators of any value, which leaves no set empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Formula, Group, Name, Number, Statement
from ..located import Located, read_of


def with_members_counted(located: Sequence[Located], indicators: Iterable[Name]) -> list[Located]:
    r"""The formulas, the first of each indicator with `A_{lj} \in \{0, 1\}` beside it, if lines differentiate twice."""
    first = {(x.base, x.accents, x.font): x for x in reversed(list(indicators))}
    twice = (x for f in read_of(located) for x in t.of_kind(f, t.Derivative))
    if not first or not any(x.order > 1 or any(w.order > 1 for w in x.wrt) for x in twice):
        return list(located)
    found = list(located)
    for n, (display, formula) in enumerate(located):
        if not isinstance(formula, Formula):
            continue
        met = {(x.base, x.accents, x.font) for x in t.of_kind(formula, Name)} & set(first)
        told = tuple(_counted(first.pop(key)) for key in met)
        found[n] = display, replace(formula, statements=(*formula.statements, *told)) if told else formula
    return found


def _counted(x: Name) -> Statement:
    values = Group(r"\{", (Number("0", x.span), Number("1", x.span)), r"\}", (",",), x.span)
    return Statement(Chain((x, values), (r"\in",), (x.span,), x.span), span=x.span)

r"""That an indicator of a set is 0 or 1 where pages need it: second derivatives of `\log \sum_{j \in A} w_j` square it,
and so does `\sum_{k \in N_i} \frac{\partial a_{ij}}{\partial e_{ik}} b_k` where `a_{ij}` is made of a sum over the set.
Where a page names the indicator, `[j \in A]`, its lines may have it beside a sum over the set, or squared.

Elsewhere a line that holds for the elements of a set holds for indicators of any value, which leaves no set empty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Group, Name, Number, Statement
from ...located import Located, read_of
from ...spelled.shape import Stem, stem_of, with_any_letters


def with_members_counted(located: Sequence[Located], indicators: Iterable[Name], asked: bool) -> list[Located]:
    r"""The formulas, the first of each indicator with `A_{lj} \in \{0, 1\}` beside it, if lines differentiate twice,
    or add up derivatives over the set; or if the page names indicators itself (`asked`)."""
    first = {with_any_letters(x): x for x in reversed(list(indicators))}
    sets = {stem_of(x) for x in first}
    squared = asked or any(_is_squared(x, sets) for f in read_of(located) for x in t.walk(f))
    if not first or not squared:
        return list(located)
    found = list(located)
    # beside a formula of a sentence it would be said in the case that the sentence is about
    for n in sorted(range(len(located)), key=lambda n: located[n][0].inline):
        display, formula = located[n]
        if not isinstance(formula, Formula):
            continue
        names = (x for x in t.of_kind(formula, Name) if stem_of(x) in sets)
        met = {with_any_letters(x) for x in names} & set(first)
        told = tuple(_counted(first.pop(key)) for key in met)
        found[n] = display, replace(formula, statements=(*formula.statements, *told)) if told else formula
    return found


def _is_squared(x: object, sets: Collection[Stem]) -> bool:
    """Is it a second derivative, or a product of derivatives and an indicator?"""
    if isinstance(x, t.Derivative):
        return x.order > 1 or any(w.order > 1 for w in x.wrt)
    if not isinstance(x, t.Product) or not any(isinstance(f.body, Name) and stem_of(f.body) in sets for f in x.factors):
        return False
    return any(True for f in x.factors for _ in t.of_kind(f.body, t.Derivative))


def _counted(x: Name) -> Statement:
    values = Group(r"\{", (Number("0", x.span), Number("1", x.span)), r"\}", (",",), x.span)
    return Statement(Chain((x, values), (r"\in",), (x.span,), x.span), span=x.span)

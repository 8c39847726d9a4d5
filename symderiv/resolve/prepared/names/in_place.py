r"""What stands in the place of a name: `e = r - \hat{r} = r - \mu - b`, `L = (t - y)^2 = (t - w x)^2`.

Two members of a chain that are the same but for one name and a formula in its place say that the name is the formula.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node

Told: TypeAlias = "tuple[Name, Node] | None"


def told_in_place(one: Node, other: Node) -> Told:
    """The name in `one`, and the formula that stands in its place in `other`; None where they differ otherwise."""
    if isinstance(one, Name) and isinstance(other, t.Scripted) and (bare := _without_power(one, other)) is not None:
        return bare, other.base
    if isinstance(one, Name) and not isinstance(other, (Name, t.Number)):
        return one, other
    if isinstance(one, t.Terms) and isinstance(other, t.Terms):
        return _of_terms(one, other)
    if isinstance(one, t.Product) and isinstance(other, t.Product):
        if len(one.factors) != len(other.factors):
            return None
        pairs = [(a, b) for a, b in zip(one.factors, other.factors, strict=True) if a != b]
        alike = len(pairs) == 1 and (pairs[0][0].operator, pairs[0][0].joined) == (
            pairs[0][1].operator,
            pairs[0][1].joined,
        )
        return told_in_place(pairs[0][0].body, pairs[0][1].body) if alike else None
    return _inside(one, other)


def _without_power(one: Name, other: t.Scripted) -> Name | None:
    r"""The e of `e_n^2` beside `(t_n - y_n)^2`."""
    above = tuple(s for s in one.scripts if s.above)
    power = len(above) == 1 and all(isinstance(e, t.Number) for e in above[0].entries) and not above[0].bracket
    if not power or other.primes or other.scripts != above:
        return None
    return replace(one, scripts=tuple(s for s in one.scripts if not s.above))


def _inside(one: Node, other: Node) -> Told:
    """The same within what both members are made of."""
    if isinstance(one, t.Scripted) and isinstance(other, t.Scripted):
        same = (one.scripts, one.primes) == (other.scripts, other.primes)
        return told_in_place(one.base, other.base) if same else None
    if isinstance(one, t.Group) and isinstance(other, t.Group) and len(one.items) == len(other.items) == 1:
        return told_in_place(one.items[0], other.items[0]) if one.open == other.open or _round(one, other) else None
    if isinstance(one, t.BigSum) and isinstance(other, t.BigSum):
        same = (one.operator, one.below, one.above) == (other.operator, other.below, other.above)
        return told_in_place(one.body, other.body) if same else None
    return None


def _round(one: t.Group, other: t.Group) -> bool:
    return {one.open, other.open} <= {"(", "["}


def _of_terms(one: t.Terms, other: t.Terms) -> Told:
    pairs = list(zip(one.terms, other.terms, strict=False))
    alike = next(
        (n for n, (a, b) in enumerate(pairs) if (a.sign or "+", a.body) != (b.sign or "+", b.body)), len(pairs)
    )
    if alike >= len(one.terms) or alike >= len(other.terms):
        return None
    mine, theirs = one.terms[alike], other.terms[alike:]
    if alike and alike == len(one.terms) - 1 and isinstance(mine.body, Name):
        turned = {"-": "+", "+": "-"} if mine.sign == "-" else {"-": "-", "+": "+"}
        signs = [turned[x.sign or "+"] for x in theirs]
        if len(theirs) > 1 or signs[0] == "-":
            terms = (replace(x, sign=s) for x, s in zip(theirs, signs, strict=True))
            first, *rest = terms
            return mine.body, t.Terms((replace(first, sign="" if first.sign == "+" else "-"), *rest), mine.body.span)
        return told_in_place(mine.body, theirs[0].body)
    if len(one.terms) == len(other.terms) and one.terms[alike + 1 :] == other.terms[alike + 1 :]:
        same = (mine.sign or "+") == (theirs[0].sign or "+")
        return told_in_place(mine.body, theirs[0].body) if same else None
    return None

r"""The chain rule through several names, with `\partial` for what the network defines by formula and not in effect.

`\frac{dE}{dx} = \frac{\partial E}{\partial u} \frac{\partial u}{\partial x} + \frac{\partial E}{\partial v} ..` is the
rule through u and v whether u depends on v or not, if `\partial u/\partial x` is about the formula of u alone.
Everywhere else `\partial` is the effect in total, and by it such a line counts a way twice. What its author means is
not known: it is left open where it is right in that sense.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..expr import Add, Expr, Mul, Num, Partial, Sum, Var, add, mul
from ..step import Judgement, Verdict
from .assuming import Judge
from .link import Link

DIRECT = "it counts a way twice, unless `\\partial` by a name is the direct effect in the chain rule"


def as_direct_effects(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong link that is right with the direct effects in its sums of chain rules."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    left, right = _directly(link.left), _directly(link.right)
    if (left, right) == (link.left, link.right):
        return verdict
    found = judge(replace(link, left=left, right=right))
    return Verdict(Judgement.UNPROVED, detail=DIRECT) if found.judgement is Judgement.RIGHT else verdict


def _directly(member: Expr) -> Expr:
    """A sum of chain rules through several names with direct effects in it; else the member as it is."""
    terms = member.terms if isinstance(member, Add) else ()
    steps = [step for step in map(_step, terms) if step is not None]
    through = {step.of.variable for _, step in steps if isinstance(step.of, Var)}
    if len(through) < 2 or len({step.wrt for _, step in steps}) != 1 or len({of for of, _ in steps}) != 1:
        return member
    inner = {step for _, step in steps}
    return add(*(_put(t, inner) if _step(t) is not None else t for t in terms))


def _step(term: Expr) -> tuple[Expr, Partial] | None:
    r"""E and `\partial u/\partial x` of a term `\partial E/\partial u \, \partial u/\partial x`, under sums or not."""
    while isinstance(term, Sum):
        term = term.body
    factors = list(_factors(term))
    if len(factors) != 2 or not all(isinstance(f, Partial) and not f.direct for f in factors):
        return None
    for outer, inner in (factors, factors[::-1]):
        if isinstance(outer, Partial) and isinstance(inner, Partial) and inner.of == outer.wrt:
            return outer.of, inner
    return None


def _factors(term: Expr) -> Iterator[Expr]:
    """What is multiplied, without numbers."""
    if isinstance(term, Mul):
        for factor in term.factors:
            yield from _factors(factor)
    elif not isinstance(term, Num):
        yield term


def _put(term: Expr, inner: set[Partial]) -> Expr:
    """A term with direct effects for such derivatives."""
    if isinstance(term, Sum):
        return replace(term, body=_put(term.body, inner))
    if isinstance(term, Mul):
        return mul(*(_put(f, inner) for f in term.factors))
    return Partial(term.of, term.wrt, True) if isinstance(term, Partial) and term in inner else term

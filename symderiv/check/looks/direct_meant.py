r"""The chain rule through several names, with `\partial` for what the network defines by formula and not in effect.

`\frac{dE}{dx} = \frac{\partial E}{\partial u} \frac{\partial u}{\partial x} + \frac{\partial E}{\partial v} ..` is the
rule through u and v whether u depends on v or not, if `\partial u/\partial x` is about the formula of u alone.
Everywhere else `\partial` is the effect in total, and by it such a line counts a way twice. What its author means is
not known: it is left open where it is right in that sense. So it is with the steps of a recurrence, `\frac{\partial
E}{\partial w} = \sum_t \frac{\partial E}{\partial u^t} \frac{\partial u^t}{\partial w}`, the "immediate" derivatives
of backpropagation through time. Where the chain goes on with their formula, `= \sum_t \delta^t x^t`, that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...affine import Sym
from ...errors import ReadError
from ...expr import Add, Expr, Mul, Num, Partial, Sum, Var, Variable, add, free, mul, of_kind
from ...expr import replace as replace_parts
from ...network.graph import upstream
from ...notation import EQUALITIES
from ...pattern import lazily
from ...read import Written
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..known.direct_effects import immediate
from ..link import Link

TOTAL = lazily(
    r"\b(?:full|complete)\s+(?:derivative|differential|effect)|\btotal\b|totale Ableitung|dérivées? totales?"
    r"|derivadas? total|derivata totale|полн\w+ производн|全微分|全导数|全導數",
    re.I,
)
"""Words by which derivatives are total ones."""
TAKEN = "the derivatives behind the first are direct effects, as the next formula has them"
DIRECT = "it counts a way twice, unless `\\partial` by a name is the direct effect in the chain rule"


def as_direct_effects(link: Link, verdict: Verdict, judge: Judge, claims: Sequence[Written] = ()) -> Verdict:
    """The verdict; open for a wrong link that is right with the direct effects in its sums of chain rules; right where
    the chain has their formula beside them, and no line of the page gives such a derivative in total."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    left, right = _directly(link.left, link.system), _directly(link.right, link.system)
    if (left, right) == (link.left, link.right):
        return verdict
    if _is_right_by_ends(link, judge):
        return Verdict(Judgement.UNPROVED, detail=DIRECT)
    found = judge(replace(link, left=left, right=right))
    if found.judgement is not Judgement.RIGHT:
        return verdict
    totals = {kind for w in claims for kind in _in_total(w, link.system)}
    meant = {_kind(p) for member in (link.left, link.right) for p in of_kind(member, Partial)}
    if totals.isdisjoint(meant) and _is_told(link, left, right, judge):
        return replace(found, detail=found.detail or TAKEN)
    return Verdict(Judgement.UNPROVED, detail=DIRECT)


def _kind(p: Partial) -> tuple[object, Variable]:
    return p.of.variable if isinstance(p.of, Var) else p.of, p.wrt.variable


def _in_total(written: Written, system: System) -> Iterator[tuple[object, Variable]]:
    r"""Which derivatives a line gives in total, `\frac{\partial u_t}{\partial w} = h_{t-1} + w \frac{\partial
    h_{t-1}}{\partial w}`."""
    members = [m for m in written.members if not isinstance(m, ReadError)]
    for side in (m for m in members if isinstance(m, Partial) and not m.direct and isinstance(m.of, Var)):
        ways = upstream(system, side.of.variable) if isinstance(side.of, Var) else ()
        terms = (x for m in members if isinstance(m, Add) for x in m.terms)
        inner = [p for x in terms for p in of_kind(x, Partial) if p.wrt == side.wrt and not p.direct]
        if any(isinstance(p.of, Var) and p.of.variable in ways and p.of != side.of for p in inner):
            yield _kind(side)


def _is_told(link: Link, left: Expr, right: Expr, judge: Judge) -> bool:
    """Does the formula of the direct effects stand behind them in the chain, and are both links right by it?

    A page that speaks of total derivatives means these.
    """
    changed = left if left != link.left else right
    if not isinstance(changed, Sum) or TOTAL.search(link.page):
        return False
    members, n = link.written.members, link.number
    if left != link.left:
        return right == link.right and _is_their_formula(right, left) and _holds(link, n - 1, None, left, judge)
    behind = members[n + 2] if len(members) > n + 2 else None
    told = behind is not None and not isinstance(behind, ReadError) and _is_their_formula(behind, right)
    return told and _holds(link, n + 1, right, None, judge)


def _holds(link: Link, n: int, left: Expr | None, right: Expr | None, judge: Judge) -> bool:
    """Is the link at a place of the chain right, with the direct effects in one of its members?"""
    members = link.written.members
    if n < 0 or link.written.relations[n] not in EQUALITIES:
        return False
    one, two = left or members[n], right or members[n + 1]
    if isinstance(one, ReadError) or isinstance(two, ReadError):
        return False
    return judge(replace(link, left=one, right=two)).judgement is Judgement.RIGHT


def _is_their_formula(e: Expr, member: Expr) -> bool:
    """Does an expression differentiate by nothing that the direct effects in a member differentiate by?"""
    by = {p.wrt.variable for p in of_kind(member, Partial) if p.direct}
    return all(p.wrt.variable not in by for p in of_kind(e, Partial))


def _directly(member: Expr, system: System) -> Expr:
    """A sum of chain rules through several names, or through the steps of one that depends on itself, with direct
    effects in it; else the member as it is."""
    if isinstance(member, Sum):
        found = _step(member)
        return (
            member
            if found is None or not _is_at_steps(found[1].of, member, system)
            else _put(member, {found[1]}, system)
        )
    terms = member.terms if isinstance(member, Add) else ()
    steps = [step for step in map(_step, terms) if step is not None]
    through = {step.of.variable for _, step in steps if isinstance(step.of, Var)}
    if len(through) < 2 or len({step.wrt for _, step in steps}) != 1 or len({of for of, _ in steps}) != 1:
        return member
    inner = {step for _, step in steps}
    return add(*(_put(t, inner, system) if _step(t) is not None else t for t in terms))


def _is_right_by_ends(link: Link, judge: Judge) -> bool:
    r"""Is it right if E is differentiated by what stands in its formula, `\sum_t \frac{\partial E}{\partial h_t}
    \frac{\partial h_t}{\partial w}`, and all else in total?"""

    def by_formula(member: Expr) -> Expr:
        found = _step(member)
        if not isinstance(member, Sum) or found is None or not _is_at_steps(found[1].of, member, link.system):
            return member
        outer = {p for p in of_kind(member, Partial) if p.of == found[0]}
        return replace_parts(member, lambda e: replace(e, direct=True) if e in outer else None)

    left, right = by_formula(link.left), by_formula(link.right)
    changed = (left, right) != (link.left, link.right)
    return changed and judge(replace(link, left=left, right=right)).judgement is Judgement.RIGHT


def _bound(term: Expr) -> set[Sym]:
    """The letters of the sums that a term begins with."""
    return {term.letter} | _bound(term.body) if isinstance(term, Sum) else set()


def _is_at_steps(e: Expr, member: Sum, system: System) -> bool:
    """Is it a variable that depends on itself, with an index that the sum runs over?"""
    return isinstance(e, Var) and e.variable in upstream(system, e.variable) and bool(free(e) & _bound(member))


def _step(term: Expr) -> tuple[Expr, Partial] | None:
    r"""E and `\partial u/\partial x` of a term `\partial E/\partial u \, \partial u/\partial x`, under sums or not."""
    while isinstance(term, Sum):
        term = term.body
    factors = [f for f in _factors(term) if isinstance(f, Partial) and not f.direct]
    if len(factors) < 2 or len(factors) != len(list(_factors(term))):
        return None
    last = [f for f in factors if not any(f.wrt == other.of for other in factors)]
    first = [f for f in factors if not any(f.of == other.wrt for other in factors)]
    if len(last) != 1 or len(first) != 1 or first == last:
        return None
    return first[0].of, last[0]


def _factors(term: Expr) -> Iterator[Expr]:
    """What is multiplied, without numbers."""
    if isinstance(term, Mul):
        for factor in term.factors:
            yield from _factors(factor)
    elif not isinstance(term, Num):
        yield term


def _put(term: Expr, inner: set[Partial], system: System) -> Expr:
    """A term with direct effects for such derivatives."""
    if isinstance(term, Sum):
        return replace(term, body=_put(term.body, inner, system))
    if isinstance(term, Mul):
        return mul(*(_put(f, inner, system) for f in term.factors))
    return immediate(term, system) if isinstance(term, Partial) and term in inner else term

r"""A term of the objective left out: the penalty of `E = C + \frac{\lambda}{2} \sum w^2`, one loss of `E = E_1 + E_2`.

Its author differentiates one term and forgets that another depends on the same weight. Such a line lacks paths of the
derivative, too; what its author has to be told is which term was not differentiated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...expr import Add, Div, Expr, Mul, Partial, Sum, Var, Variable, add, children, mul, of_kind, variables, walk
from ...expr import replace as rewrite
from ...network.graph import upstream
from ...system import System
from .paths import asked_for, paths
from .samples import Samples
from .slips import Formula, Slip

DEEPEST = 3
"""So many names for sums of terms are looked into, one within the other: `E = C + \\lambda R`, `C = C_1 + C_2`."""
MOST_PARTS = 12
DERIVATIVE = 4
"""A derivative in a term is as long as so many names: who worked his line out wants the term worked out."""


def missing_parts(f: Formula, system: System) -> Iterator[Slip]:
    """A term of the objective whose derivative is missing from the line; `old` is the term."""
    goal = asked_for(system, f.target)
    if goal is None or goal.direct or system.objective is None or goal.of != Var(system.objective):
        return
    parts = list(_parts(system, goal.of, 0))
    if not 1 < len(parts) <= MOST_PARTS:
        return
    for part in parts:
        if goal.wrt.variable in _made_of(system, part):
            kind = "penalty-missing" if _is_penalty(system, part, goal.wrt.variable) else "part-missing"
            lost = _derivative(part, goal.wrt)
            yield Slip(kind, (), add(f.whole, lost), part, lost)


def worked_out(slip: Slip, f: Formula, system: System, samples: Samples) -> Slip:
    """The slip with the derivative of the term as a path of the network has it, where one path is all of it.

    Beside a line without derivatives those of the path are worked out in their turn.
    """
    goal = asked_for(system, f.target)
    if goal is None:
        return slip
    terms = [p.term for p in paths(system, goal, f.domain)]
    best = _shortest(slip.new, terms, f, samples)
    for _ in range(DEEPEST):
        inner = next(iter(of_kind(best, Partial)), None) if best is not None else None
        if best is None or inner is None or of_kind(f.whole, Partial):
            break
        deeper = [put_in(best, inner, p.term) for p in paths(system, inner, f.domain)]
        best = _shortest(best, deeper, f, samples)
    return slip if best is None else replace(slip, made=add(f.whole, best), new=best)


def put_in(e: Expr, old: Expr, new: Expr) -> Expr:
    """An expression with a part replaced everywhere."""
    return rewrite(e, lambda x: new if x == old else None)


def _shortest(first: Expr | None, terms: list[Expr], f: Formula, samples: Samples) -> Expr | None:
    """Of several terms that put the line right that which is shortest beside it; else the first."""
    return min((t for t in terms if samples.agrees(add(f.whole, t))), key=lambda t: _length(t, f), default=first)


def _length(e: Expr, f: Formula) -> int:
    weight = 0 if of_kind(f.whole, Partial) else DERIVATIVE
    return sum(1 + weight * isinstance(x, Partial) for x in walk(e))


def _parts(system: System, e: Expr, depth: int) -> Iterator[Expr]:
    """The terms that an expression adds up, through names, sums and numbers before them."""
    if isinstance(e, Add):
        for term in e.terms:
            yield from _parts(system, term, depth)
    elif isinstance(e, Var) and not e.indices and depth < DEEPEST:
        inner = list(_inside(system, e, depth))
        yield from inner if len(inner) > 1 or depth == 0 else [e]
    elif isinstance(e, Sum):
        yield from (replace(e, body=part) for part in _parts(system, e.body, depth))
    elif isinstance(e, Mul):
        others, last = e.factors[:-1], e.factors[-1]
        plain = all(_is_plain(system, x) for x in others)
        inner = list(_parts(system, last, max(depth, 1))) if plain else []
        yield from (mul(*others, part) for part in inner) if len(inner) > 1 else [e]
    else:
        yield e


def _inside(system: System, e: Var, depth: int) -> Iterator[Expr]:
    pieces = system.of(e.variable)
    if len(pieces) == 1 and pieces[0].body is not None:
        yield from _parts(system, pieces[0].body, depth + 1)


def _is_plain(system: System, e: Expr) -> bool:
    r"""Is it a number, or one that nothing computes, as `\frac{\lambda}{2}` is?"""
    return all(not x.indices and all(p.body is None for p in system.of(x.variable)) for x in of_kind(e, Var))


def _derivative(part: Expr, wrt: Var) -> Expr:
    *others, last = part.factors if isinstance(part, Mul) else (part,)
    return mul(*others, Partial(last, wrt)) if isinstance(last, Var) else Partial(part, wrt)


def _made_of(system: System, e: Expr) -> frozenset[Variable]:
    return frozenset(y for x in variables(e) for y in (x, *upstream(system, x)))


def _is_penalty(system: System, part: Expr, wrt: Variable) -> bool:
    """Is a term one of the parameter alone, but for factors of it?"""
    if isinstance(part, Sum):
        return _is_penalty(system, part.body, wrt)
    if isinstance(part, (Mul, Div)):
        return all(_is_penalty(system, x, wrt) for x in children(part) if wrt in _made_of(system, x))
    given = {v for v in _made_of(system, part) if all(p.body is None for p in system.of(v))}
    return given == {wrt} and all(not v.arity for v in _made_of(system, part) - given)

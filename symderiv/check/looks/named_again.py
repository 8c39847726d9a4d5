r"""What a definition has typed out although it has a name: `L_i = \sum_j e^{q_i^T k_j}` beside `S_{ij} = q_i^T k_j`.

By its formula such an L does not depend on S, and `\partial E/\partial S_{ij}` leaves it as it is. Its author may mean
that it does: what is typed there is S. So a line about derivatives by S is left open, if it is right in one sense and
wrong in the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import permutations

from ...affine import Sym, affine
from ...bound_letters import by_depth
from ...expr import Add, Expr, Mul, Partial, Sum, Var, Variable, free, of_kind, substitute, variables
from ...expr import replace as rewritten
from ...network.graph import upstream
from ...step import Judgement, Verdict
from ...system import Piece, Role, System
from ..cases.assuming import Judge
from ..link import Link

DETAIL = "`{}` is typed out elsewhere: does that depend on it?"
MOST_LETTERS = 3


def as_named_again(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a link on which it is another one where formulas with a name are that name."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not typed_again(link.system):
        return verdict
    by = set(_by(link))
    for p in typed_again(link.system):
        if p.variable in by:
            again = judge(replace(link, system=_with_name(link.system, p))).judgement
            if again is not verdict.judgement and (verdict.judgement is Judgement.WRONG or again is Judgement.WRONG):
                return Verdict(Judgement.UNPROVED, detail=DETAIL.format(p.variable.name))
    return verdict


def _by(link: Link) -> Iterator[Variable]:
    """What a link differentiates by, itself or by names of derivatives."""
    sides = [link.left, link.right]
    named = {v for side in sides for v in variables(side)}
    sides += [p.body for v in named for p in link.system.of(v) if p.nominal and p.body is not None]
    yield from (x.wrt.variable for e in sides for x in of_kind(e, Partial) if isinstance(x.wrt, Var))


@lru_cache(maxsize=64)
def typed_again(system: System) -> tuple[Piece, ...]:
    """The definitions whose formulas stand in other ones."""
    return tuple(p for p in system.pieces if _may_be_typed(p) and _with_name(system, p) is not system)


def _may_be_typed(p: Piece) -> bool:
    plain = p.role is Role.NODE and not p.nominal and isinstance(p.body, (Add, Mul, Sum))
    return plain and len(p.letters) <= MOST_LETTERS and p.indices == tuple(map(affine, p.letters))


@lru_cache(maxsize=64)
def _with_name(system: System, named: Piece) -> System:
    """The network with a name in the place of its formula."""
    above = upstream(system, named.variable)
    made = [p if p.body is None or p.variable in above | {named.variable} else _put(p, named) for p in system.pieces]
    changed = any(a is not b for a, b in zip(made, system.pieces, strict=True))
    return replace(system, pieces=tuple(made)) if changed else system


def _put(p: Piece, named: Piece) -> Piece:
    assert p.body is not None
    assert named.body is not None
    names, kind, goal = set(variables(named.body)), type(named.body), named.body
    fixed = free(p.body) - set(p.letters)

    def put(e: Expr) -> Expr | None:
        if type(e) is not kind or set(variables(e)) != names:
            return None
        return next((entry for entry in _entries(named, e, fixed) if _is_at(goal, named, entry, e)), None)

    body = rewritten(p.body, put)
    return p if body == p.body else replace(p, body=body)


def _entries(named: Piece, e: Expr, fixed: Collection[Sym]) -> Iterator[Var]:
    """The entries that a formula may be, by its letters; one that nothing binds (`fixed`) is that of a row apart."""
    letters = sorted(free(e).difference(fixed), key=lambda s: s.name)
    if len(letters) <= MOST_LETTERS + 2:
        for some in permutations(letters, len(named.letters)):
            yield Var(named.variable, tuple(map(affine, some)))


def _is_at(body: Expr, named: Piece, entry: Var, e: Expr) -> bool:
    put = dict(zip(named.letters, entry.indices, strict=True))
    return by_depth(substitute(body, put)) == by_depth(e)

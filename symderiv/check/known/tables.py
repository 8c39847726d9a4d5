r"""Given arrays with two indices, or one more before them (`\Sigma_k`), and derivatives by equal entries of them."""

from __future__ import annotations

from ...affine import affine
from ...domain import eq, is_empty, ne, subset
from ...domain.constraint import Constraint, Context, Domain
from ...errors import DomainTooHard
from ...expr import Bracket, Expr, Partial, Var, Variable, add, mul, rebuild, walk
from ...memo import of_this_object
from ...network.entries import coordinates
from ...system import System


def given_tables(system: System) -> tuple[Variable, ...]:
    """The variables with two indices or three that are given and nothing else."""
    found = dict.fromkeys(p.variable for p in system.pieces if p.variable.arity in (2, 3))
    return tuple(v for v in found if all(p.body is None for p in system.of(v)))


@of_this_object(64)
def square_tables(system: System) -> frozenset[Variable]:
    """Those of them that may be symmetric: the last two indices run over one range, or it is half of a square."""
    return frozenset(v for v in given_tables(system) if _is_square(system, v))


@of_this_object(64)
def half_tables(system: System) -> frozenset[Variable]:
    """Those of which only one half is used, `i < j`: whoever names the other one means the same entries."""
    known = Context(system.context, system.size_functions)
    try:
        return frozenset(
            v for v in given_tables(system) if v.arity == 2 and _is_half(_in_coordinates(system, v), known)
        )
    except DomainTooHard:
        return frozenset()


@of_this_object(64)
def halves_with_diagonals(system: System) -> frozenset[Variable]:
    r"""Those of which one half is used with its diagonal, `i \le j`."""
    known = Context(system.context, system.size_functions)
    off = Domain.of(ne(*(affine(c) for c in coordinates(2))))
    try:
        return frozenset(
            v
            for v in given_tables(system)
            if v.arity == 2 and _is_half([d & off for d in _in_coordinates(system, v)], known)
        ) - half_tables(system)
    except DomainTooHard:
        return frozenset()


def are_as_large(system: System, one: Variable, two: Variable) -> bool:
    """May the last index of two arrays run over the same range?"""
    known = Context(system.context, system.size_functions)
    domains = [[_last(d, v.arity) for d in _in_coordinates(system, v)] for v in (one, two)]
    try:
        return all(subset(d, domains[1], known) for d in domains[0]) or all(
            subset(d, domains[0], known) for d in domains[1]
        )
    except DomainTooHard:
        return True


def _last(domain: Domain, arity: int) -> Domain:
    """What a domain says of the last coordinate alone, with the number that those of all arrays have."""
    at = coordinates(arity)[-1]
    here = Domain.of(*(c for c in domain.constraints if c.letters() & {*coordinates(arity)} <= {at}))
    return here.substitute({at: affine(coordinates(1)[0])})


def _is_half(pieces: list[Domain], known: Context) -> bool:
    ordered = any(len(c.letters() & {*coordinates(2)}) == 2 and c.rel == ">=" for d in pieces for c in d.constraints)
    return ordered and all(is_empty(a & _turned(b), known) for a in pieces for b in pieces)


def _is_square(system: System, variable: Variable) -> bool:
    known = Context(system.context, system.size_functions)
    pieces = _in_coordinates(system, variable)
    turned = [_turned(d, variable.arity) for d in pieces]
    try:
        if all(subset(d, pieces, known) for d in turned):
            return True
        halves = all(is_empty(a & b, known) for a in pieces for b in turned)
        return halves and any(
            len(c.letters() & {*coordinates(variable.arity)[-2:]}) == 2 for d in pieces for c in d.constraints
        )
    except DomainTooHard:
        return False


def _in_coordinates(system: System, variable: Variable) -> list[Domain]:
    found = []
    for p in system.of(variable):
        pairs = list(zip(p.indices, coordinates(variable.arity), strict=True))
        values = {s: affine(c) for i, c in pairs if (s := i.letter) is not None and s in p.letters}
        fixed = [eq(c, i) for i, c in pairs if i.letter not in p.letters]
        found.append(p.domain.substitute(values) & Domain.of(*fixed))
    return found


def _turned(domain: Domain, arity: int = 2) -> Domain:
    one, two = coordinates(arity)[-2:]
    return domain.substitute({one: affine(two), two: affine(one)})


def differentiates_by(e: Expr, variables: frozenset[Variable]) -> bool:
    """Is there a derivative by an entry of one of the variables in it?"""
    return any(isinstance(x, Partial) and x.wrt.variable in variables for x in walk(e))


def by_pairs(e: Expr, variables: frozenset[Variable]) -> Expr:
    """With the derivative by a pair of equal entries in the place of that by one of the two."""
    found = rebuild(e, lambda x: by_pairs(x, variables))
    if not isinstance(found, Partial) or found.wrt.variable not in variables:
        return found
    *before, one, two = found.wrt.indices
    other = Partial(found.of, Var(found.wrt.variable, (*before, two, one)), found.direct)
    return found if one == two else add(found, mul(Bracket((ne(one, two),)), other))


def off_diagonals(e: Expr, variables: frozenset[Variable]) -> tuple[Constraint, ...]:
    """That the last two indices of the entries differ by which it differentiates."""
    found = (x.wrt.indices[-2:] for x in walk(e) if isinstance(x, Partial) and x.wrt.variable in variables)
    return tuple(dict.fromkeys(ne(one, two) for one, two in found if one != two))

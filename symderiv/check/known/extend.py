r"""A network with what a page adds to it: names of its own (`\delta_k := \partial E/\partial net_k`) and dummies.

What is added lies outside the network: no path to the objective runs through it, so it can make no claim about the
network true or false. A name of the page that is defined by itself, twice for one entry, or with an index that nothing
binds is not added: claims about it are then neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from ...affine import Sym, affine
from ...digraph import components
from ...domain import is_empty
from ...domain.constraint import Context, Domain
from ...draft import Draft, RawDefinition
from ...errors import DomainTooHard, NetworkError, ReadError
from ...expr import Expr, Partial, Var, Variable, children, free, of_kind, variables, walk
from ...memo import of_this_object
from ...network.circular import check_circles
from ...network.uses import uses
from ...resolve.spelled.keys import split_key
from ...system import Piece, Role, System
from .empty_derivatives import empty_names, handed_on, only_differentiated_by
from .ranges import Ranges


def extended(system: System, draft: Draft) -> System:
    """The network with the definitions of a page; a name that it has already is left as it is."""
    there = set(system.variables()) | {system.objective}
    wider = system
    for raw in draft.definitions:
        if raw.left.variable not in there:
            wider = replace(wider, pieces=(*wider.pieces, _piece(wider, draft, raw)))
    if wider is not system:
        own = wider.pieces[len(system.pieces) :]
        bad = _without_meaning(system, own)
        wider = replace(wider, pieces=(*system.pieces, *(p for p in own if p.variable not in bad)))
    known = {f.name for f in system.functions}
    more = tuple(f for f in draft.functions if f.name not in known)
    return replace(wider, functions=(*more, *system.functions)) if more else wider


def _piece(system: System, draft: Draft, raw: RawDefinition) -> Piece:
    ranges = Ranges(system, draft.ranges)
    letters = tuple(s for i in raw.left.indices if (s := i.letter) is not None and s not in system.sizes)
    body = ranges.filled(raw.body, frozenset(letters))
    domain = ranges.domain((body, raw.left), raw.ranges) & Domain(raw.where)
    return Piece(raw.left.variable, raw.left.indices, letters, domain, body, Role.NODE, raw.place)


def _without_meaning(system: System, own: tuple[Piece, ...]) -> set[Variable]:
    """The names among a page's own that are defined by themselves, or twice for one entry, or with a loose index."""
    known = Context(system.context, system.size_functions)
    graph = {p.variable: list[Variable]() for p in own}
    for p in own:
        graph[p.variable] += [v for v in (variables(p.body) if p.body is not None else ()) if v in graph]
    found = {p.variable for p in own if p.body is not None and free(p.body) - set(p.letters) - system.sizes}
    for part in components(graph):
        if len(part) > 1 or part[0] in graph[part[0]]:
            pieces = tuple(p for p in own if p.variable in part)
            if any(p.nominal for p in pieces) or not _is_recurrence(pieces, known):
                found.update(part)
    for one, two in combinations(own, 2):
        if one.variable == two.variable and not _apart(one, two, known):
            found.add(one.variable)
    return found


def _is_recurrence(pieces: tuple[Piece, ...], known: Context) -> bool:
    try:
        check_circles(pieces, known)
    except (NetworkError, DomainTooHard):
        return False
    return True


def _apart(one: Piece, two: Piece, known: Context) -> bool:
    """Do two definitions of a name never speak of the same entry?"""
    try:
        return is_empty(one.domain & two.at(one.indices)[0], known)
    except DomainTooHard:
        return False


def with_dummies(system: System, dummies: Iterable[Variable]) -> System:
    r"""The network with letters that stand for any number: the z of `\sigma'(z) = \sigma(z)(1 - \sigma(z))`."""
    made = [_dummy(v) for v in dummies if v not in system.variables()]
    return replace(system, pieces=(*system.pieces, *made)) if made else system


def _dummy(variable: Variable) -> Piece:
    nothing: tuple[Sym, ...] = ()
    return Piece(variable, (), nothing, Domain(()), None, Role.INPUT)


def with_arbitrary(system: System, members: Iterable[Expr | ReadError], letters: frozenset[str]) -> System:
    r"""The network with the numbers of a chain of which words say that they are any, by their letters.

    Where one is differentiated nobody says what it depends on: then it is not added.
    """
    if not letters:
        return system
    sides = [m for m in members if not isinstance(m, ReadError)]
    moved = {v for m in sides for e in walk(m) if isinstance(e, Partial) for v in variables(e)}
    named = {v for m in sides for v in variables(m) if split_key(v.key)[0] in letters}
    new = sorted(named - moved - {*system.variables()}, key=lambda v: v.key)
    return replace(system, pieces=(*system.pieces, *map(_any_entry, new))) if new else system


def with_any(system: System, new: Iterable[Variable]) -> System:
    r"""The network with names of any entries: the A of `\frac{\partial}{\partial x} x^T A x = (A + A^T) x`."""
    made = tuple(map(_any_entry, new))
    return replace(system, pieces=(*system.pieces, *made)) if made else system


def _any_entry(v: Variable) -> Piece:
    letters = tuple(Sym(f"@{n + 1}") for n in range(v.arity))
    return Piece(v, tuple(map(affine, letters)), letters, Domain(()), None, Role.INPUT)


def with_strangers(system: System, domain: Domain, members: Iterable[Expr]) -> System:
    r"""The network with the variables of a claim that only the kinds of their letters tell from those it has.

    Where `w_{ji}` and `w_{kj}` are two variables, a `w_{ij}` is a third, of which nothing is known: any number. A
    `\delta_j` beside a `\delta_k` that is defined may have a definition of its own that is not shown.
    """
    there = system.variables()
    names = {split_key(v.key)[0] for v in there if ":#" in v.key}
    made_of = {split_key(p.variable.key)[0] for p in system.pieces if ":#" in p.variable.key and p.body is not None}
    if not names:
        return system
    made: dict[Variable, Piece] = {}
    for use in (u for m in members for u in uses(m, domain.letters())):
        v = use.entry.variable
        base = split_key(v.key)[0]
        if (
            v not in there
            and ":#" in v.key
            and base in names
            and not (use.nominal or (v.arity == 1 and base in made_of))
        ):
            made[v] = _any_entry(v)
    return replace(system, pieces=(*system.pieces, *made.values())) if made else system


@of_this_object(64)
def _there(system: System) -> frozenset[Variable]:
    """The names that a network has, without numbers that definitions differentiate, or differentiate by, and never
    compute with."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    parts = [e for body in bodies for e in walk(body)]
    found = {e.of.variable for e in parts if isinstance(e, Partial) and isinstance(e.of, Var) and not e.of.indices}
    given = {v for v in found if all(p.body is None for p in system.of(v))}
    left_open = {v for v in given if not any(computes_with(body, v) for body in bodies)}
    objective = frozenset([system.objective] if system.objective else [])
    return frozenset(system.variables()) - left_open - only_differentiated_by(system) | objective


@of_this_object(64)
def _resting(system: System) -> dict[Variable, Variable]:
    """The names whose definitions rest on a derivative of or by what the network does not have, each with that name."""
    there = _there(system)
    found = {v: by for v, by in empty_names(system).items() if by not in there}
    for p in system.pieces:
        for d in of_kind(p.body, Partial) if p.body is not None else ():
            if isinstance(d.of, Var) and d.of.variable not in there:
                found.setdefault(p.variable, d.of.variable)
    return handed_on(system, found)


def computes_with(e: Expr, v: Variable) -> bool:
    """Does a scalar stand in an expression as a value?"""
    if isinstance(e, Partial):
        return e.wrt.variable == v or (not isinstance(e.of, Var) and computes_with(e.of, v))
    return (isinstance(e, Var) and e.variable == v) or any(computes_with(x, v) for x in children(e))


def foreign(system: System, *sides: Expr) -> Variable | None:
    r"""A name that the network does not have, where something is differentiated by it or through it.

    Elsewhere it may stand: it is then any number, on both sides the same. A given number that nothing computes with and
    that is only ever differentiated (the L of `g_i = \partial L/\partial y_i`) is no number but left open. So is what
    definitions only differentiate by, and what they name so: those derivatives would be 0 (`empty_derivatives`).
    """
    resting, there = _resting(system), _there(system)
    for side in sides:
        if variables(side) <= there and variables(side).isdisjoint(resting):
            continue
        for e in walk(side):
            if isinstance(e, Var) and e.variable in resting:
                return resting[e.variable]
            if isinstance(e, Partial) and (away := variables(e) - there):
                return min(away, key=lambda v: v.key)  # the same one whenever it is judged
    return None

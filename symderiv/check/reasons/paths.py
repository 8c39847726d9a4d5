r"""The paths along which a weight acts: what each use contributes to a derivative, in the author's names.

`\partial y/\partial x_b` is a sum over the users of x: the derivative of y by the user times that of the user by this
place. Expanding the first factor again tells the paths apart further up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...affine import Affine, Sym, affine
from ...calculus import Occurrence
from ...calculus.contract import summed
from ...calculus.finish import finished
from ...calculus.flow import Flow, Link, Use, flow
from ...calculus.fold import foldable, folded
from ...calculus.letters import Letters
from ...calculus.match import Pattern
from ...calculus.products import product
from ...derive import root_of_tie
from ...derive.adjoint import backward
from ...domain.constraint import Constraint, Domain, ge, le
from ...errors import DomainTooHard, SymderivError
from ...expr import MINUS_ONE, ONE, Bracket, Expr, Mul, Partial, Sum, Var, free, fresh, mul, of_kind, substitute, walk
from ...expr import replace as rewrite
from ...memo import of_this_object
from ...system import Piece, Role, System

DEEPEST = 3
MOST_PATHS = 16


@dataclass(frozen=True, slots=True)
class Path:
    """What one path adds to a derivative: `term`, through `route` (None: directly), `depth` users further up."""

    term: Expr
    route: Var | None
    depth: int


def asked_for(system: System, e: Expr) -> Partial | None:
    r"""The derivative that a side is about: itself, or what it is a name for (`\delta_k`)."""
    if isinstance(e, Partial):
        return e
    if isinstance(e, Var):
        for piece in system.of(e.variable):
            if isinstance(piece.body, Partial):
                body = piece.at(e.indices)[1]
                return body if isinstance(body, Partial) else None
    return None


def asked_for_with_sign(system: System, e: Expr) -> tuple[Partial, bool] | None:
    r"""The same, and whether it is minus that: `\delta_k = -\partial E/\partial a_k`."""
    goal = asked_for(system, e)
    if goal is not None or not isinstance(e, Var):
        return None if goal is None else (goal, False)
    for piece in system.of(e.variable):
        match piece.body:
            case Mul(factors=(first, Partial())) if first == MINUS_ONE:
                body = piece.at(e.indices)[1]
                return (
                    (body.factors[1], True) if isinstance(body, Mul) and isinstance(body.factors[1], Partial) else None
                )
    return None


def paths(system: System, goal: Partial, domain: Domain) -> tuple[Path, ...]:
    """The paths of a derivative, those that part next to the weight first, then those that part further up."""
    return _paths(system, goal, domain)


def named(system: System, e: Expr) -> Expr:
    """The expression with every derivative by its name, where it has one, but for the whole."""
    names = [(p, Pattern(frozenset(p.letters))) for p in system.pieces if isinstance(p.body, Partial)]

    def name(x: Expr) -> Expr | None:
        for piece, pattern in names if isinstance(x, Partial) else ():
            assert piece.body is not None
            found = pattern.match(piece.body, x, {}, {})
            if found is not None and found.keys() >= set(piece.letters):
                return Var(piece.variable, tuple(i.substitute(dict(found)) for i in piece.indices))
        return None

    return rewrite(e, name) if names else e


@of_this_object(256)
def _paths(system: System, goal: Partial, domain: Domain) -> tuple[Path, ...]:
    found = list(_contributions(system, goal, domain, 0))
    start = 0
    for depth in range(1, DEEPEST):
        new = [further for p in found[start:] for further in _expanded(system, goal.of, p, domain, depth)]
        start = len(found)
        found += new
        if len(found) > MOST_PATHS:
            break
    flowing = flow(system)
    known, pieces = flowing.known & domain, foldable(system)
    return tuple(
        replace(p, term=finished(named(system, folded(p.term, pieces, domain, known)), known))
        for p in found[:MOST_PATHS]
    )


def _expanded(system: System, of: Expr, path: Path, domain: Domain, depth: int) -> Iterator[Path]:
    """The path with the derivative by its last user replaced by each of its contributions."""
    inner = next((x for x in of_kind(path.term, Partial) if x.of == of and not x.direct), None)
    if inner is None:
        return
    within = domain & _bound_around(path.term, inner, domain)
    for part in _contributions(system, inner, within, depth):
        term = rewrite(path.term, lambda x, p=part: p.term if x == inner else None)  # type: ignore[misc]
        yield Path(term, part.route, depth)


def _bound_around(e: Expr, inner: Expr, domain: Domain) -> Domain:
    r"""The ranges of the sums that a part stands in: inside of `\sum_{j=1}^n` nothing counts only where `1 \le j`."""
    above = [x for x in of_kind(e, Sum) if x.letter in free(inner) - domain.letters() and inner in walk(x.body)]
    ends = (c for x in above for c in (*(ge(x.letter, a) for a in x.lowers), *(le(x.letter, a) for a in x.uppers)))
    return Domain((*ends, *(c for x in above for c in x.where)))


def _contributions(system: System, goal: Partial, domain: Domain, depth: int) -> Iterator[Path]:
    if goal.direct or not isinstance(goal.of, Var):
        return
    flowing = flow(system)
    wrt = root_of_tie(system, goal.wrt)
    letters = tuple(sorted(free(goal) - system.sizes, key=lambda s: s.name))
    place = Piece(wrt.variable, wrt.indices, letters, domain, None, Role.PARAMETER)
    useful = flowing.upstream(goal.of.variable)
    for use in flowing.uses.get(wrt.variable, ()):
        if use.piece.variable not in useful:
            continue
        try:
            found = _contribution(flowing, use, place, goal.of)
        except (DomainTooHard, SymderivError, ValueError):
            continue
        if found is not None:
            ends = use.piece.variable == goal.of.variable
            yield Path(found, None if ends else _route(found, goal.of) or use.piece.lhs, depth)


def _route(term: Expr, of: Expr) -> Var | None:
    """The user that a term goes through, with the indices it has there."""
    return next((x.wrt for x in of_kind(term, Partial) if x.of == of), None)


def _contribution(flowing: Flow, use: Use, place: Piece, of: Var) -> Expr | None:
    ends = use.piece.variable == of.variable
    names = {} if ends else _apart(of, use)
    above: Expr = ONE if ends else Partial(substitute(of, names), use.piece.lhs)
    use = _at(use, of) if ends else use
    known = flowing.known & place.domain
    term = backward(use, place, above, Letters(flowing.system), known)
    if term is None:
        return None
    factors = tuple(flowing.constants(f, term.domain, known) for f in term.factors)
    guard, body = summed(replace(term, factors=(product(*factors),)), known)
    body = substitute(body, {new.letter: affine(old) for old, new in names.items() if new.letter is not None})
    return body if guard.is_true else mul(Bracket(guard.constraints), body)


def _apart(of: Var, use: Use) -> dict[Sym, Affine]:
    r"""Letters for those of what is differentiated that the definition of the user has, too: the n of
    `\partial z_n/\partial x_m` is none of those over which `\mu = \frac1N \sum_n x_n` sums.

    No author has such letters, and nothing picks them while terms are contracted.
    """
    return {s: affine(Sym(f"{s.name} of")) for s in free(of) & {*use.piece.letters, *use.place.letters}}


def _at(use: Use, of: Var) -> Use:
    """The use in the definition of one entry: the letters of the definition have values there."""
    piece, here = use.piece, use.place
    values: dict[Sym, Affine] = {}
    rest: list[Constraint] = []
    for written, actual in zip(piece.indices, of.indices, strict=True):
        letter = written.letter
        if letter is not None and letter in piece.letters:
            values[letter] = actual
        else:
            rest.append(Constraint("==", actual - written))
    taken = free(of) | set(here.letters) | set(piece.letters)
    names: dict[Sym, Sym] = {}
    for s in here.letters:
        if s in free(of):
            names[s] = fresh(taken | set(names.values()), s)
    values |= {old: affine(new) for old, new in names.items()}
    entry = substitute(here.entry, values)
    linked = substitute(use.link.entry, values)
    assert isinstance(entry, Var)
    assert isinstance(linked, Var)
    return Use(
        replace(piece, indices=of.indices, letters=(), domain=piece.domain.substitute(values) & Domain(tuple(rest))),
        Occurrence(
            entry,
            tuple(names.get(s, s) for s in here.letters),
            here.domain.substitute(values),
            tuple(substitute(x, values) for x in here.factors),
        ),
        Link(linked, use.link.sign, use.link.guard.substitute(values)),
    )

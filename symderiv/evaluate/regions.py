r"""Would agreement at the sizes drawn be agreement at all sizes? The regions of index space, each looked at for itself.

`[I = 5]` is 0 at nearly all sizes, `[I > 3 J]` at many draws, `\max(0, I - 17)` wherever sizes are quick to enumerate.
So before agreement counts, the conditions of a claim and of the definitions it can depend on are taken together: what
each says of the free letters and the sizes cuts their space into regions, and the claim has to hold at points of every
one of them. Sizes that stand as values make a difference of two sides a polynomial in them, which vanishes at a few
sizes by chance: then so many are drawn as its degree asks for. What is beyond this is not judged by agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

from ..affine import IntFn, Sym, affine
from ..domain import Constraint, Context, Domain, cells, eliminate, eq, simplify
from ..domain.constraint import constants
from ..errors import DomainTooHard
from ..expr import (
    Apply,
    Bracket,
    Cases,
    Expr,
    Index,
    Num,
    Pow,
    Sum,
    Variable,
    children,
    fresh,
    own_forms,
    substitute,
    variables,
    walk,
)
from ..step import Judgement, Verdict
from ..system import System
from .compare import Claimed, prepare
from .empty_divisors import says_nothing
from .failures import Contradicted, Failure
from .judge import look
from .numbers import KINKED
from .one_family import is_of_one
from .oracle import Oracle, oracle

MOST_CONDITIONS = 8
"""So many different conditions are taken together."""
MOST_REGIONS = 40
MOST_DEGREE = 10
"""Polynomials in sizes of a higher degree are not told from 0 by drawing."""
FEW = 12
"""At most so many points are looked at in a region."""
TRIED = 6
"""Draws for each region."""
SMALL = 2
"""Indices up to this are among the points of small draws, however many letters there are."""


class _Known(NamedTuple):
    """What is known of sizes, and whether a claim is about one member of each family of them."""

    context: Context
    one: bool


class TooMany(Exception):
    """More would have to be looked at than is; the reason is for the reader."""


def doubtful(system: System, left: Expr, right: Expr, full: Domain, seed: int = 0) -> Verdict | None:
    """What speaks against taking agreement at drawn sizes for all sizes: a counterexample, a reason, or nothing."""
    judge = oracle(system, seed)
    try:
        claim = prepare(judge.program, (left, right), full, seed)
        degree = _degree(claim)
        regions = _regions(claim, full)
    except TooMany as many:
        return _open(str(many))
    except DomainTooHard as error:
        return _open(error.cause)
    except Failure as failure:
        return _open(str(failure))
    except RecursionError:
        return _open("the formula nests too deeply")
    for region in regions:
        found = _in_region(judge, claim, region)
        if found is not None:
            return found
    return _at_sizes(judge, claim, full, degree) if degree else None


def _open(why: str) -> Verdict:
    return Verdict(Judgement.UNPROVED, detail=f"agrees at the sizes drawn, but {why}")


def _refuted(claim: Claimed) -> Verdict | None:
    verdict = claim.links[0].verdict
    return verdict if verdict is not None and verdict.judgement is Judgement.WRONG else None


# -------------------------------------------------------------------------------------------- regions


def _regions(claim: Claimed, full: Domain) -> list[Domain]:
    """The regions of the free letters and sizes that the conditions cut out; none where nothing is cut."""
    system = claim.program.system
    known = _Known(Context(system.context, system.size_functions), is_of_one(claim.members, system))
    found: dict[Domain, None] = {}
    for e in claim.members:
        for inside in (_not_looked_up(d, system) for d in _conditions(e, full)):
            _note(found, inside, full, frozenset(claim.letters) | system.sizes, known)
    for body, letters, domain in _definitions(claim):
        for inside in (_not_looked_up(d, system) for d in _conditions(body, domain)):
            _note(found, inside, full, system.sizes, known)
            own: dict[Domain, None] = {}
            _note(own, inside, domain, letters | system.sizes, known)
            if len(claim.letters) > SMALL and any(abs(c.form.const) > SMALL for d in own for c in d.constraints):
                raise TooMany("a definition singles out indices, and there are too many to look at all of them")
    if len(found) > MOST_CONDITIONS:
        raise TooMany("its conditions are too many to look at each of their combinations")
    if not found:
        return []
    pieces = [cell for cell, inside in cells([full, *found], known.context) if 0 in inside]
    if len(pieces) > MOST_REGIONS:
        raise TooMany("its conditions are too many to look at each of their combinations")
    return pieces


def _not_looked_up(inside: Domain, system: System) -> Domain:
    r"""The condition without those that ask which index a looked-up value is, `[y_i = k]`, or whether two are the same,
    `[y_i = y_p]`: draws give both answers."""

    def asks(c: Constraint) -> bool:
        pair = [(a, k) for a, k in c.form.terms]
        names = [a.name for a, _ in pair if isinstance(a, IntFn) and a.name in system.lookups]
        letters = [a for a, _ in pair if isinstance(a, Sym) and a not in system.sizes]
        plain = not c.form.const and len(pair) == 2 and {abs(k) for _, k in pair} == {1}
        alike = len(names) == len(pair) and len(set(names)) == 1
        return c.rel in ("==", "!=") and plain and (len(names) == len(letters) == 1 or alike)

    return Domain(tuple(c for c in inside.constraints if not asks(c)))


def _note(found: dict[Domain, None], inside: Domain, around: Domain, kept: frozenset[Sym], known: _Known) -> None:
    """Adds what a condition says of the letters that are kept, unless `around` says as much."""
    left = _without(inside, sorted(inside.letters() - kept, key=lambda s: s.name), known)
    if left is None:
        raise TooMany("it is not known at which sizes a condition of it holds")
    left = simplify(left, Context(known.context.known & around, known.context.positive))
    if left.constraints:
        found.setdefault(left)


def _without(domain: Domain, letters: Iterable[Sym], known: _Known) -> Domain | None:
    """What a domain says when some letters may be anything in it; None where that is no domain.

    That a layer has a unit, `n(l) >= 1`, holds for every l, and says nothing of it: so l comes behind the `m <= n(l)`.
    Whether one has a second one, `n(l) >= 2`, is so for some and not for others in most draws: in a claim about `one` l
    it goes with l.
    """
    left = domain
    inside = frozenset().union(*(_letters_of_sizes(c) for c in domain.constraints))
    waiting = sorted(letters, key=inside.__contains__)
    while waiting:  # what `i` leaves of `j != i` and `k != i` is no domain before j and k are gone
        gone = frozenset(waiting)
        said = (c for c in left.constraints if not _is_positive(c, known.context))
        plain = Domain(tuple(c for c in said if not (known.one and _is_second(c, known.context, gone))))
        found = next(((x, d) for x in waiting if (d := eliminate(plain, x, known.context)) is not None), None)
        if found is None:
            return None
        waiting.remove(found[0])
        left = found[1]
    return left


def _letters_of_sizes(c: Constraint) -> frozenset[Sym]:
    """The letters that number layers, the l of an `n(l)`."""
    return frozenset().union(*(x.letters() for a, _ in c.form.terms if isinstance(a, IntFn) for x in a.args))


def _is_positive(c: Constraint, known: Context) -> bool:
    """Is it a condition that sizes of at least 1 always meet?"""
    least = all(isinstance(a, IntFn) and a.name in known.positive and k > 0 for a, k in c.form.terms)
    return c.rel == ">=" and least and c.form.const + sum(k for _, k in c.form.terms) >= 0


def _is_second(c: Constraint, known: Context, gone: frozenset[Sym]) -> bool:
    """Is it the condition that a size that depends on letters that go is at least 2, or that it is not?"""
    sizes = all(isinstance(a, IntFn) and a.name in known.positive for a, _ in c.form.terms)
    alone = c.rel == ">=" and [(k, c.form.const) for _, k in c.form.terms] in ([(1, -2)], [(-1, 1)])
    return sizes and alone and not gone.isdisjoint(_letters_of_sizes(c))


def _conditions(e: Expr, inside: Domain) -> Iterator[Domain]:
    """Where each sum, bracket and row of cases holds, with all that holds around it."""
    rows: tuple[tuple[Constraint, ...], ...] = ()
    if isinstance(e, Sum):
        letter = fresh(inside.letters(), e.letter)
        new = {e.letter: affine(letter)}
        e = Sum(letter, e.lowers, e.uppers, substitute(e.body, new), tuple(c.substitute(new) for c in e.where))
        inside = inside & e.domain
        yield inside
    elif isinstance(e, Bracket):
        rows = (e.where,)
    elif isinstance(e, Cases):
        rows = tuple(where for _, where in e.rows if where)
    for where in rows:
        yield inside & Domain(where)
    for child in children(e):
        yield from _conditions(child, inside)


def _definitions(claim: Claimed) -> Iterator[tuple[Expr, frozenset[Sym], Domain]]:
    """The body of every definition that the two sides can depend on, with its letters and its domain."""
    system = claim.program.system
    seen: set[Variable] = set()
    waiting = [v for e in claim.members for v in variables(e)]
    while waiting:
        variable = waiting.pop()
        if variable in seen:
            continue
        seen.add(variable)
        for piece in system.of(variable):
            if piece.body is not None:
                yield piece.body, frozenset(piece.letters), piece.domain
                waiting += variables(piece.body)
        if variable == system.objective and system.generic:
            waiting += [p.variable for p in system.outputs]


def _in_region(judge: Oracle, claim: Claimed, region: Domain) -> Verdict | None:
    """The claim at points of one region."""
    system = claim.program.system
    known = _Known(Context(system.context, system.size_functions), is_of_one(claim.members, system))
    sizes = _without(_not_looked_up(region, system), claim.letters, known)
    if sizes is None:
        return _open("it is not known at which sizes a condition of it holds")
    seen = impossible = 0
    for number in range(TRIED):
        try:
            part = prepare(judge.program, claim.members, region, claim.seed)
            seen += look(judge.draw(1 + number, number, fixed=sizes), part, FEW)
        except Contradicted:
            impossible += 1  # nothing is claimed where what is assumed cannot be
            continue
        except (Failure, RecursionError, OverflowError):
            continue
        found = _refuted(part)
        if found is not None or seen > 1:
            return found
    if seen or impossible == TRIED or says_nothing(claim.members, region, system):
        return None
    return _open("a condition of it holds at none of them")


# -------------------------------------------------------------------------------------------- sizes as values


def _degree(claim: Claimed) -> int:
    """The degree, at most, in which sizes and values of indices stand in the difference of the two sides.

    Raises `TooMany` where it is no polynomial or fraction, or of too high a degree.
    """
    system = claim.program.system
    bodies = [body for body, _, _ in _definitions(claim)]
    degree = sum(_degree_of(e, system) for e in (*claim.members, *bodies))
    if degree > MOST_DEGREE:
        raise TooMany("sizes stand in it too often")
    return degree


def _degree_of(e: Expr, system: System, power: int = 1) -> int:
    if isinstance(e, Index):
        return power if e.form.terms else 0
    if isinstance(e, Pow) and any(_of_size(x, system) for x in walk(e.exponent)):
        raise TooMany("a size stands in an exponent")
    if isinstance(e, Apply) and e.function in KINKED and any(isinstance(x, Index) and x.form.terms for x in walk(e)):
        raise TooMany("a size stands in a function with a kink")
    if isinstance(e, Pow) and isinstance(e.exponent, Num):
        power *= max(1, abs(e.exponent.value.numerator))
    degree = sum(_degree_of(x, system, power) for x in children(e))
    return degree + (isinstance(e, Sum) and degree > 0)  # `\sum_{k=1}^n k` is `n (n + 1) / 2`


def _of_size(e: Expr, system: System) -> bool:
    if not isinstance(e, Index):
        return False
    return any(a in system.sizes if isinstance(a, Sym) else isinstance(a, IntFn) for a in e.form.atoms())


def _at_sizes(judge: Oracle, claim: Claimed, full: Domain, degree: int) -> Verdict | None:
    """The claim at so many choices of sizes that a polynomial of this degree is hardly 0 at all of them by chance."""
    system = claim.program.system
    letters = sorted(_standing(claim) - constants(system.context).keys(), key=lambda s: s.name)
    random = Random(f"{claim.seed} {degree}")
    low = largest_constant(claim) + 2
    most = low + 2 * degree + 6  # with the number of draws, of 10,000 polynomials all but one are told from 0
    seen = 0
    for number in range(3 * degree + 12):
        drawn = Domain.of(*(eq(s, random.randint(low, most)) for s in letters))
        try:
            part = prepare(judge.program, claim.members, full, claim.seed)
            seen += look(judge.draw(low, number, fixed=drawn), part, 3) > 0
        except (Failure, RecursionError, OverflowError):
            continue
        found = _refuted(part)
        if found is not None or seen > degree + 3:
            return found
    return _open("it was looked at for too few sizes")


def _standing(claim: Claimed) -> frozenset[Sym]:
    """The sizes that stand as values in a claim or in what it is made of: the others may be small."""
    sizes = claim.program.system.sizes
    found: set[Sym] = set()
    for e in (*claim.members, *(body for body, _, _ in _definitions(claim))):
        for x in walk(e):
            if isinstance(x, Index):
                found |= x.form.letters()
            elif isinstance(x, Sum) and any(isinstance(y, Index) and y.form.terms for y in walk(x.body)):
                found |= {s for form in (*x.lowers, *x.uppers) for s in form.letters()}
    plain = found <= sizes and not claim.program.system.size_functions
    return frozenset(found) if plain else sizes


def largest_constant(claim: Claimed) -> int:
    """The largest whole number that an index or a size is compared with in the claim."""
    forms = (form for e in claim.members for x in walk(e) for form in own_forms(x))
    return min(max((abs(f.const) for f in forms), default=0), 30)


__all__ = ["doubtful"]

r"""One link: right, wrong, or unproved, and what that rests on.

First the ranges: an index that leaves its range makes a link wrong whatever the rest says. Then the proof for all
sizes; where there is none, the numeric oracle, which alone can say `wrong`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, reduce

from ..affine import IntFn, affine
from ..bound_letters import by_depth
from ..domain import TRUE, is_empty, subset
from ..domain.constraint import Constraint, Context, Domain
from ..errors import DomainTooHard
from ..evaluate import check_claim, refuted
from ..evaluate.defined import without_value
from ..evaluate.regions import doubtful
from ..evaluate.wide import refuted_far_away
from ..expr import Expr, Var, substitute
from ..latex.write import write
from ..network.uses import uses
from ..normal import prove_equal
from ..normal.limits import Budget
from ..step import Evidence, Judgement, Verdict
from ..system import System
from ..work import Memory
from .diagonals import with_diagonals, without_diagonals
from .few_values import with_other_values
from .gaps import with_gaps_filled
from .lengths import put
from .told_of_data import is_reached, without_products_told
from .vanishing import vanishing


@dataclass(frozen=True, slots=True)
class Stray:
    """An entry that is used where it does not exist."""

    entry: Var


@lru_cache(maxsize=2000)
def stray(system: System, e: Expr, where: Domain) -> Stray | None:
    """An entry in `e` whose indices leave its range somewhere in `where`, if there is one.

    Letters without a range in `where` are left to others: what they may stand for is not known here.
    """
    if system.outside_zero:
        return None
    known = Context(system.context, system.size_functions)
    for use in uses(e, where.letters()):
        pieces = system.of(use.entry.variable)
        if not pieces:
            continue  # the objective, or a name of the page's own
        given = {a for i in use.entry.indices for a in i.atoms() if isinstance(a, IntFn) and a.name in system.lookups}
        guards = [_trusting(p.at(use.entry.indices)[0], given) for p in pieces]
        if not subset(where & use.where, guards, known):
            return Stray(use.entry)
    return None


def _trusting(guard: Domain, given: set[IntFn]) -> Domain:
    """The guard without conditions on indices that are looked up (`p_{i,y_i}`): they are data, and lie in range."""
    return Domain(tuple(c for c in guard.constraints if not given & set(c.form.atoms()))) if given else guard


def judge_link(
    system: System,
    left: Expr,
    right: Expr,
    domain: Domain = TRUE,
    where: tuple[Constraint, ...] = (),
    *,
    seed: int = 0,
    seconds: float = 2.0,
) -> Verdict:
    """The verdict on `left = right` for every point of `domain` at which `where` holds."""
    key = (system, by_depth(left), by_depth(right), domain, where, seed)
    return JUDGED.recall(key, lambda: _judged(system, left, right, domain, where, seed, seconds), _is_plain)


JUDGED = Memory[Verdict]()
"""What was found of links, whatever the letters of their sums: each student takes others."""


def _is_plain(verdict: Verdict) -> bool:
    """Does a verdict neither depend on the time there was, nor quote the page in its spelling?"""
    return verdict.judgement in (Judgement.RIGHT, Judgement.WRONG) and not verdict.detail


def _judged(
    system: System,
    left: Expr,
    right: Expr,
    domain: Domain,
    where: tuple[Constraint, ...],
    seed: int,
    seconds: float,
) -> Verdict:
    full = domain & Domain(where)
    try:
        if is_empty(full, Context(system.context, system.size_functions)):
            return Verdict(Judgement.VACUOUS, detail="nothing satisfies its condition")
        out = stray(system, left, full) or stray(system, right, full)
    except DomainTooHard as error:
        return Verdict(Judgement.UNPROVED, detail=error.cause)
    if out is not None and (filled := with_gaps_filled(system)) is not system:
        return _judged(filled, left, right, domain, where, seed, seconds)
    if out is not None and (either := _either_way(system, left, right, domain, where, seed, seconds)) is not None:
        return either
    if out is not None and (fitting := _at_other_lengths(system, left, right, domain, where, seed, seconds, out)):
        return fitting
    if out is None:
        counter = refuted(system, left, right, full, seed)
        if counter is not None:
            return _at_other_lengths(system, left, right, domain, where, seed, seconds) or counter
        proof = prove_equal(system, left, right, domain, where, Budget(seconds=seconds))
        if proof.proved:
            zero = vanishing(system, left, full) or vanishing(system, right, full)
            if zero is not None:
                return Verdict(Judgement.UNPROVED, detail=f"the denominator {write(zero)} is zero at some points")
            return _where_defined(Verdict(Judgement.RIGHT, Evidence.PROVED), system, left, right, full, seed)
        if proof.outcome == "vacuous":
            return Verdict(Judgement.VACUOUS, detail=proof.why)
    (verdict,) = check_claim(system, (left, right), domain, where, seed=seed, corners=True)
    if out is not None and verdict.judgement is not Judgement.WRONG:
        detail = f"{write(out.entry)} lies outside its range"
        return Verdict(Judgement.WRONG, detail=detail, counterexample=verdict.counterexample)
    if verdict.judgement is Judgement.WRONG:
        return _at_other_lengths(system, left, right, domain, where, seed, seconds) or verdict
    if verdict.judgement is Judgement.UNPROVED and (less := without_products_told(system)) is not None:
        general = _judged(less, left, right, domain, where, seed, seconds)
        if general.judgement is Judgement.RIGHT or not is_reached(system, less, (left, right)):
            return general  # what holds for all data holds for these, and of others nothing is told
    verdict = with_other_values(verdict, system, left, right, full, seed)
    return _where_defined(verdict, system, left, right, full, seed)


def _at_other_lengths(
    system: System,
    left: Expr,
    right: Expr,
    domain: Domain,
    where: tuple[Constraint, ...],
    seed: int,
    seconds: float,
    out: Stray | None = None,
) -> Verdict | None:
    """Open, where lengths were presumed and with others the line is right, or where an entry is missing (`out`) because
    of them, and with others it is not wrong."""
    ends = system.presumed
    if out is not None:
        ends &= domain.letters().union(*(p.domain.letters() for p in system.of(out.entry.variable)))
    for last in sorted(system.sizes, key=lambda s: s.name) if ends else ():
        values = {size: affine(last) for size in sorted(system.presumed - {last}, key=lambda s: s.name)}
        if not values:
            continue
        other = reduce(lambda found, size: put(found, size, affine(1), last), values, system)
        sides = substitute(left, values), substitute(right, values)
        found = domain.substitute(values), tuple(c.substitute(values) for c in where)
        full = found[0] & Domain(found[1])
        if stray(other, sides[0], full) or stray(other, sides[1], full):
            continue
        judgement = _judged(other, *sides, *found, seed, seconds).judgement
        if out is not None and judgement in (Judgement.RIGHT, Judgement.UNPROVED):
            detail = f"{write(out.entry)} lies outside its range, of which the page says nothing"
            return Verdict(Judgement.UNPROVED, detail=detail)
        if judgement is Judgement.RIGHT:
            sizes = ", ".join(f"{size.name} = {last.name}" for size in values)
            return Verdict(Judgement.UNPROVED, detail=f"it is right where `{sizes}`, of which the page says nothing")
    return None


def _either_way(
    system: System,
    left: Expr,
    right: Expr,
    domain: Domain,
    where: tuple[Constraint, ...],
    seed: int,
    seconds: float,
) -> Verdict | None:
    """The verdict where only diagonals of defined arrays are missing: one with them and without; None elsewhere."""
    wide, full = with_diagonals(system), domain & Domain(where)
    if wide is system or stray(wide, left, full) or stray(wide, right, full):
        return None
    found = _judged(wide, left, right, domain, where, seed, seconds)
    if found.judgement is not Judgement.WRONG:
        return found
    less = without_diagonals(system, left), without_diagonals(system, right)
    if stray(system, less[0], full) or stray(system, less[1], full):
        return None
    found = _judged(system, *less, domain, where, seed, seconds)
    if found.judgement is not Judgement.RIGHT:
        return found
    detail = "it holds only without entries that the page never uses"
    return Verdict(Judgement.UNPROVED, detail=detail)


def _where_defined(verdict: Verdict, system: System, left: Expr, right: Expr, full: Domain, seed: int) -> Verdict:
    """The verdict, unless values far from 0 refute it, or a side has no value at some points whatever the data."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.UNPROVED) or verdict.evidence is Evidence.PROVED:
        far = None
    else:
        far = refuted_far_away(system, left, right, full, seed)
    if far is not None or verdict.judgement is not Judgement.RIGHT:
        return far or verdict
    if verdict.evidence is not Evidence.PROVED:
        doubt = doubtful(system, left, right, full, seed)
        if doubt is not None:
            return doubt
    reason = without_value(system, left, right, full, seed)
    return verdict if reason is None else Verdict(Judgement.UNPROVED, detail=f"at some points {reason}")

r"""The slip that explains a wrong line: every misconception tried at every place, the most telling first.

`STAGES` is the order: repairs of one node, then of the structure, then additions, of which there are most. Within a
stage one kind after the other is compared with the other side at a few points, the most telling kind first, and the
first slip that agrees there and proves right is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from ...domain.constraint import Constraint, Domain
from ...evaluate import Failure
from ...expr import Add, Expr, Num, Partial, Var, children, free, of_kind, walk
from ...step import Judgement
from ...system import System
from ...work import WORK, Memory
from ..judge import judge_link
from . import (
    slips_condition,
    slips_function,
    slips_index,
    slips_local,
    slips_missing,
    slips_objective,
    slips_sign,
    slips_sum,
)
from .misconceptions import SLIPS
from .samples import CANDIDATE, Clock, Samples
from .slips import Formula, Slip

Family = Callable[[Formula, System], Iterator[Slip]]

STAGES: tuple[tuple[Family, ...], ...] = (
    (
        slips_sign.signs,
        slips_function.primes,
        slips_function.functions,
        slips_index.transposed,
        slips_index.entries,
        slips_local.names,
        slips_sum.bounds,
        slips_sum.missing,
        slips_index.deltas,
        slips_condition.inside,
        slips_local.direct,
        slips_local.doubled_terms,
    ),
    (slips_missing.missing_primes,),
    (
        slips_sum.left_over,
        slips_index.captured,
        slips_local.names_throughout,
        slips_local.constants,
        slips_local.exponents,
        slips_sum.products,
        slips_local.extra_terms,
        slips_local.extra_factors,
    ),
    (slips_missing.missing_indicators,),
    (slips_objective.missing_parts,),
    (slips_missing.missing_paths,),
    (
        slips_missing.missing_deltas,
        slips_sum.collapsed,
        slips_index.letters,
        slips_sum.conditions,
        slips_index.reflected,
        slips_sum.all_bounds,
        slips_sum.split,
        slips_local.inverses,
        slips_local.other_arity,
    ),
    (slips_missing.missing_others,),
    (
        slips_missing.missing_factors,
        slips_missing.other_entries,
    ),
    (slips_missing.missing_terms,),
)
"""Misconceptions in the order in which they are tried."""

MOST_PROVED = 4
"""So many candidates of a stage are put to proof."""
LARGEST = 300
"""Formulas of so many nodes are not searched."""
PROOF_SECONDS = 1.0
FACTORS = frozenset({"prime-missing", "delta-missing", "factor-missing"})
"""Kinds of slip that leave out a factor."""
PARTS = frozenset({"penalty-missing", "part-missing"})
"""Kinds of slip that leave out a term of the objective."""
WIDE = SLIPS["condition-wide"]
LEAST = max(SLIPS.values())


def find_slip(
    system: System,
    target: Expr,
    written: Expr,
    domain: Domain,
    where: tuple[Constraint, ...],
    clock: Clock,
    said: bool,
) -> Slip | None:
    """The slip that makes `written` differ from `target`, if one is found in time.

    `said`: the line states for which indices it holds, so that may be what is wrong with it.
    """
    spelled = tuple(v.spelling for v in system.variables())
    key = (system, system.spans, spelled, target, written, domain, where, said)
    return FOUND.recall(
        key, lambda: _find_slip(system, target, written, domain, where, clock, said), lambda _: not clock.over
    )


FOUND = Memory[Slip | None]()


def _find_slip(
    system: System,
    target: Expr,
    written: Expr,
    domain: Domain,
    where: tuple[Constraint, ...],
    clock: Clock,
    said: bool,
) -> Slip | None:
    if sum(1 for _ in islice(walk(written), LARGEST)) == LARGEST:
        return None
    given = (free(target) | frozenset().union(*(c.letters() for c in where))) - system.sizes
    inside = known_domain(system, target, domain, where)
    formula = Formula(written, target, given, system.sizes, inside)
    try:
        samples = Samples(system, target, written, inside, clock)
    except Failure:
        return None
    for n, stage in enumerate(STAGES):
        conditions = n == (0 if said else len(STAGES) - 1)
        for slip in islice(_in_order(formula, system, stage, samples, conditions), MOST_PROVED):
            if _holds(system, slip, target, inside):
                return slips_objective.worked_out(slip, formula, system, samples) if slip.kind in PARTS else slip
        if samples.late:
            return None
    return _in_parts(formula, system, inside, clock)


def known_domain(system: System, target: Expr, domain: Domain, where: tuple[Constraint, ...]) -> Domain:
    """What is known of the letters that the other side and the condition speak of."""
    given = (free(target) | frozenset().union(*(c.letters() for c in where))) | system.sizes
    return Domain(tuple(c for c in domain.constraints if c.letters() <= given)) & Domain(where)


def _in_parts(formula: Formula, system: System, inside: Domain, clock: Clock) -> Slip | None:
    """Something of the other side, a formula, that was left out of what was written."""
    if is_bare(formula.target):
        return None
    try:
        samples = Samples(system, formula.whole, formula.target, inside, clock)
    except Failure:
        return None
    for slip in slips_missing.of_other_side(formula, system):
        assert slip.proof is not None
        if samples.agrees(slip.proof[1]) and _equal(system, *slip.proof, inside):
            return slip
        if samples.late:
            return None
    return None


def _in_order(
    formula: Formula, system: System, stage: tuple[Family, ...], samples: Samples, conditions: bool
) -> Iterator[Slip]:
    """The slips of a stage that agree, the most telling first: a kind is looked at where none before it proved right.

    With `conditions` also those of what the line is stated for. No more are made than there is work left to look at.
    """
    made = chain.from_iterable(family(formula, system) for family in stage)
    kinds: dict[int, list[Slip]] = {}
    for slip in islice(made, max(WORK.left // CANDIDATE, 0)):
        kinds.setdefault(SLIPS[slip.kind], []).append(slip)
    last: list[Slip] = []
    for kind in sorted({*kinds, WIDE, LEAST}):
        found = list(_agreeing(kinds.get(kind, ()), formula, samples))
        found += slips_condition.stated(formula, samples) if conditions and kind == WIDE else ()
        found += last if kind == LEAST else ()
        ranked = sorted(((_rank(s, formula, samples), n) for n, s in enumerate(found)))
        last = [*last, *(found[n] for rank, n in ranked if rank[0] > kind)]
        yield from (found[n] for rank, n in ranked if rank[0] == kind)


def _agreeing(slips: Iterable[Slip], formula: Formula, samples: Samples) -> Iterator[Slip]:
    for slip in slips:
        if samples.agrees(slip.made) and not _begs(slip, formula, samples):
            yield slip
        elif samples.late:
            return


def _begs(slip: Slip, formula: Formula, samples: Samples) -> bool:
    """Does a repair beg the question: is it the other side in other words, or a path that is all there is?"""
    target, repaired = formula.target, slip.repaired
    if isinstance(target, Partial):
        if isinstance(repaired, Partial) and repaired.of == target.of:
            return slip.kind != "sum-extra" or repaired.wrt.variable == target.wrt.variable
        if any(_restates(x, target) for x in walk(repaired)) and not any(
            _restates(x, target) for x in walk(formula.whole)
        ):
            return True
    elif is_bare(target) and repaired == target:
        return True
    if slip.kind != "path-missing" or slip.new is None or isinstance(formula.whole, Num):
        return False
    return samples.agrees(slip.new)


def _restates(e: Expr, target: Partial) -> bool:
    """Does it hold the derivative that is asked for, or one of an expression with what is differentiated in it?"""
    inner = of_kind(e, Partial)
    return any(x == target or (not isinstance(x.of, Var) and target.of in walk(x.of)) for x in inner)


def _rank(slip: Slip, formula: Formula, samples: Samples) -> tuple[int, int, int, int, int, int]:
    """The most telling kind first, of those what speaks as the line does, the deepest in it, the smallest part.

    Of two paths that may be missing from a line without derivatives it is the shorter one.

    Twice the whole is a factor 2 rather than a path counted twice.
    """
    doubled = slip.kind == "path-twice" and slip.old is not None and samples.agrees(slip.old)
    size = 0 if slip.old is None else sum(1 for _ in walk(slip.old))
    kind = LEAST if doubled else SLIPS[slip.kind]
    return (kind, _foreign(slip, formula), _in_one_term(slip, formula), -len(slip.path), size, _length(slip, formula))


def _in_one_term(slip: Slip, formula: Formula) -> int:
    """In how many sums of terms, one within the other, a factor is put that is missing: it is one of all their terms,
    where one of them vanishes beside it."""
    if slip.new is None or slip.kind not in FACTORS:
        return 0
    found, e = 0, formula.whole
    for n in slip.path:
        found += isinstance(e, Add)
        e = children(e)[n]
    return found


def _length(slip: Slip, formula: Formula) -> int:
    """How long the path is that is missing from a line which has something in it but no derivative."""
    if slip.new is None or slip.kind != "path-missing" or isinstance(formula.whole, Num) or _derivatives(formula.whole):
        return 0
    return sum(1 for _ in walk(slip.new)) + _derivatives(slip.new)


def _foreign(slip: Slip, formula: Formula) -> int:
    """How many derivatives a repair brings into a line that holds none."""
    if slip.new is None or slip.kind == "path-missing" or _derivatives(formula.whole):
        return 0
    return _derivatives(slip.new)


def _derivatives(e: Expr) -> int:
    return sum(isinstance(x, Partial) for x in walk(e))


def _holds(system: System, slip: Slip, target: Expr, inside: Domain) -> bool:
    return _equal(system, target, slip.repaired, inside & Domain(slip.where or ()))


def _equal(system: System, left: Expr, right: Expr, inside: Domain) -> bool:
    judged = judge_link(system, left, right, inside, seconds=PROOF_SECONDS, thorough=False)
    return judged.judgement is Judgement.RIGHT


def is_bare(e: Expr) -> bool:
    """Is it a name or a derivative that a line is about, rather than a formula?"""
    return isinstance(e, (Var, Partial))

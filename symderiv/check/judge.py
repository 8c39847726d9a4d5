r"""One link: right, wrong, or unproved, and what that rests on.

First the ranges: an index that leaves its range makes a link wrong whatever the rest says. Then the proof for all
sizes; where there is none, the numeric oracle, which alone can say `wrong`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache, partial, reduce

from ..affine import Affine, IntFn, Sym, affine
from ..bound_letters import by_depth
from ..domain import TRUE, implies, is_empty, subset
from ..domain.constraint import Constraint, Context, Domain
from ..errors import DomainTooHard
from ..evaluate import check_claim, forget_draws, refuted
from ..evaluate.defined import without_value
from ..evaluate.regions import doubtful
from ..evaluate.wide import refuted_far_away
from ..expr import Apply, Expr, Sum, Var, free, of_kind, own_forms, substitute, variables, walk
from ..latex.write import write
from ..network.graph import upstream
from ..network.uses import uses
from ..normal import prove_equal
from ..normal.limits import MOST_WORK, Budget
from ..size_steps import open_size, said_of_sizes, single_sizes, size_steps
from ..step import Evidence, Judgement, Verdict
from ..system import System
from ..work import WORK, Memory
from .known.diagonals import lies_on_diagonal, with_diagonals, without_diagonals
from .known.few_values import with_other_values
from .known.gaps import with_gaps_filled
from .known.left_out import used_in_part
from .known.lengths import put
from .known.no_layer import of_no_layer
from .known.told_of_data import is_reached, without_products_told
from .known.vanishing import vanishing

SMALL = 2
"""How many of the choices of sizes are small."""


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
    thorough: bool = True,
) -> Verdict:
    """The verdict on `left = right` for every point of `domain` at which `where` holds.

    If not `thorough`, agreement at the sizes drawn is enough where there is no proof: for what is shown as a reason.
    """
    if (name := _called_otherwise(system, (left, right))) is not None:
        return Verdict(Judgement.UNPROVED, detail=ARGUMENTS_OPEN.format(name))
    told = _with_sizes_told(system, left, right, domain, where)
    found = _of_sizes_known(system, left, right, told, where, seed, seconds, thorough)
    if found.judgement is Judgement.WRONG and size_steps(system):
        for inside in _among_layers(system, left, right, domain & Domain(where)):
            again = _with_sizes_told(system, left, right, domain & inside, where)
            judged = _of_sizes_known(system, left, right, again, where, seed, seconds).judgement
            if judged not in (Judgement.WRONG, Judgement.VACUOUS):
                return Verdict(Judgement.UNPROVED, detail=SIZES_OPEN.format(size_steps(system)[0].name))
    if found.judgement is Judgement.WRONG:
        together = (system.mentioned,) if len(system.mentioned) > 1 else ()  # `N = H = K` are two of them
        for said in (*((x,) for x in system.mentioned), *together):
            judged_with = _of_sizes_known(system, left, right, told & Domain(said), where, seed, seconds).judgement
            if judged_with not in (Judgement.WRONG, Judgement.VACUOUS):
                sizes = ", ".join(sorted({str(y) for x in said for y in x.letters()}))
                return Verdict(Judgement.UNPROVED, detail=SIZES_OPEN.format(sizes))
    return found


def _of_sizes_known(
    system: System,
    left: Expr,
    right: Expr,
    domain: Domain,
    where: tuple[Constraint, ...],
    seed: int,
    seconds: float,
    thorough: bool = True,
) -> Verdict:
    key = (system, by_depth(left), by_depth(right), domain, where, seed)
    question = Question(system, left, right, domain, where, seed, seconds, thorough)
    found = AGREED.recall(
        (key, seconds, thorough),
        lambda: JUDGED.recall(key, lambda: _in_room(question), _is_plain if thorough else _is_sure),
        partial(_agrees, WORK.left >= MOST_WORK),
    )
    if found.judgement is Judgement.WRONG and (name := open_size(system, (left, right))) is not None:
        return Verdict(Judgement.UNPROVED, detail=SIZES_OPEN.format(name))
    if found.judgement is Judgement.WRONG and (part := used_in_part(system, (left, right))):
        less = _judged(replace(question, where=(*where, *part)))
        if less.judgement is Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail="it holds only without entries that the page never uses")
    return found


def _called_otherwise(system: System, sides: tuple[Expr, ...]) -> str | None:
    """A function of the network that stands on a side with another number of arguments."""
    takes = {f.name: f.arity for f in system.functions}
    calls = (x for e in sides for x in of_kind(e, Apply) if takes)
    return next((x.function for x in calls if takes.get(x.function, len(x.args)) != len(x.args)), None)


def _with_sizes_told(system: System, left: Expr, right: Expr, domain: Domain, where: tuple[Constraint, ...]) -> Domain:
    """The domain with what equations of the page say of the sizes of layers that a line names."""
    if not size_steps(system) and not single_sizes(system):
        return domain
    full, known = domain & Domain(where), Context(system.context, system.size_functions)
    forms = _forms(left, right, full)
    try:
        said = [c for case, c in said_of_sizes(system, forms) if all(implies(full, x, known) for x in case.constraints)]
    except DomainTooHard:
        return domain
    return domain & Domain(tuple(said))


def _forms(left: Expr, right: Expr, full: Domain) -> list[Affine]:
    return [c.form for c in full.constraints] + [f for side in (left, right) for e in walk(side) for f in own_forms(e)]


def _among_layers(system: System, left: Expr, right: Expr, full: Domain) -> Iterator[Domain]:
    """Where an equation speaks of the sizes that a line names, if that is more than is said of its letters."""
    known = Context(system.context, system.size_functions)
    cases = dict.fromkeys(case for case, _ in said_of_sizes(system, _forms(left, right, full)))
    try:
        yield from (x for x in cases if not all(implies(full, c, known) for c in x.constraints))
    except DomainTooHard:
        return


ARGUMENTS_OPEN = "the function `{}` has another number of arguments elsewhere"
SIZES_OPEN = "it is not understood which sizes `{}` has"

JUDGED = Memory[Verdict]()
"""What was found of links, whatever the letters of their sums: each student takes others."""

AGREED = Memory[Verdict]()
"""Where numbers alone speak for a link, though a proof was tried: with as much time for one, it comes to the same."""


def _agrees(tried: bool, verdict: Verdict) -> bool:
    """Is it right by numbers, where a proof had all the work that it may take?"""
    return tried and verdict.judgement is Judgement.RIGHT and verdict.evidence is not Evidence.PROVED


def _is_plain(verdict: Verdict) -> bool:
    """Does a verdict neither depend on the time there was, nor quote the page in its spelling?"""
    return verdict.judgement in (Judgement.RIGHT, Judgement.WRONG) and not verdict.detail


def _is_sure(verdict: Verdict) -> bool:
    """Would it be found so, however thoroughly it is asked for?"""
    sure = verdict.judgement is Judgement.WRONG or verdict.evidence is Evidence.PROVED
    return sure and _is_plain(verdict)


@dataclass(frozen=True, slots=True)
class Question:
    """Is `left = right` at every point of `domain` at which `where` holds? `full` is both."""

    system: System
    left: Expr
    right: Expr
    domain: Domain
    where: tuple[Constraint, ...]
    seed: int
    seconds: float
    thorough: bool = True

    @property
    def full(self) -> Domain:
        return self.domain & Domain(self.where)

    @property
    def known(self) -> Context:
        return Context(self.system.context, self.system.size_functions)

    def out(self) -> Stray | None:
        """An entry on either side that does not exist somewhere."""
        full = self.full
        return stray(self.system, self.left, full) or stray(self.system, self.right, full)


def _in_room(q: Question) -> Verdict:
    """The verdict, once more without what is remembered where there was no room; open where there is none at all."""
    for _ in range(2):
        with suppress(MemoryError):
            return _judged(q)
        forget_draws()
    return Verdict(Judgement.UNPROVED, detail=NO_ROOM)


NO_ROOM = "there is not enough memory to look at it"


def _judged(q: Question) -> Verdict:
    try:
        if is_empty(q.full, q.known):
            return Verdict(Judgement.VACUOUS, detail="nothing satisfies its condition")
        out = q.out()
    except DomainTooHard as error:
        return Verdict(Judgement.UNPROVED, detail=error.cause)
    strange = of_no_layer(q.system, q.left, q.full) or of_no_layer(q.system, q.right, q.full)
    if strange is not None:
        return Verdict(Judgement.UNPROVED, detail=f"nothing says whether {write(strange)} is 0 or given")
    if out is not None:
        if (filled := with_gaps_filled(q.system)) is not q.system:
            return _judged(replace(q, system=filled))
        return _either_way(q) or _at_other_lengths(q, out) or _stray(q, out)
    counter = refuted(q.system, q.left, q.right, q.full, q.seed)
    if counter is not None:
        return _at_other_lengths(q) or counter
    proof = prove_equal(q.system, q.left, q.right, q.domain, q.where, Budget(seconds=q.seconds))
    if proof.proved:
        zero = vanishing(q.system, q.left, q.full) or vanishing(q.system, q.right, q.full)
        if zero is not None:
            return Verdict(Judgement.UNPROVED, detail=f"the denominator {write(zero)} is zero at some points")
        return _where_defined(Verdict(Judgement.RIGHT, Evidence.PROVED), q)
    if proof.outcome == "vacuous":
        return Verdict(Judgement.VACUOUS, detail=proof.why)
    return _of_inverses(q, _by_numbers(q, _checked(q)))


def _of_inverses(q: Question, verdict: Verdict) -> Verdict:
    """Open where numbers alone say so of a line about inverses or determinants: these are looked at for few sizes."""
    names = {v for x in q.system.inverses for v in (x.inverse, x.determinant)}
    right = verdict.judgement is Judgement.RIGHT
    met = {v for e in (q.left, q.right) for v in variables(e)} if names and right else set()
    if met and names.intersection({u for v in met for u in (v, *upstream(q.system, v))}):
        return Verdict(
            Judgement.UNPROVED, detail="a line about inverses that numbers agree with, but that is not proved"
        )
    return verdict


def _checked(q: Question) -> Verdict:
    (verdict,) = check_claim(q.system, (q.left, q.right), q.domain, q.where, seed=q.seed, corners=True)
    return verdict


def _stray(q: Question, out: Stray) -> Verdict:
    """Wrong: an entry does not exist, whatever numbers say of the others; small sizes will do for a counterexample.

    Open where its range is that of a sum of indices, `v_{t+j}`, of both of which nobody states how far they run, and
    beside a diagonal that alone is defined.
    """
    if lies_on_diagonal(q.system, out.entry.variable):
        return Verdict(Judgement.UNPROVED, detail=f"only the diagonal of {write(out.entry)} is defined")
    if any(
        len(c.letters() & q.system.presumed) > 1 for p in q.system.of(out.entry.variable) for c in p.domain.constraints
    ):
        return unstated(out)
    if _is_shown_by_number(q.system, out.entry):
        return unstated(out)
    if _is_looked_up(q.system, out.entry) or _is_of_two_times(out.entry):
        return unstated(out)
    if q.left == q.right:  # both sides are the same: it only says how something is written
        return unstated(out)
    (verdict,) = check_claim(q.system, (q.left, q.right), q.domain, q.where, seed=q.seed, draws=SMALL)
    if verdict.judgement is not Judgement.WRONG:
        if _sums_to_families(q, out):
            return unstated(out)
        if size_steps(q.system):  # sizes are drawn by them, and are what no domain says
            return Verdict(Judgement.UNPROVED, detail=SIZES_OPEN.format(size_steps(q.system)[0].name))
        detail = f"{write(out.entry)} lies outside its range"
        return Verdict(Judgement.WRONG, detail=detail, counterexample=verdict.counterexample)
    return _at_other_lengths(q) or verdict


def _is_of_two_times(entry: Var) -> bool:
    r"""Is it an entry like `m_{t|t-1}`? Only some pairs of its times exist, and the first of them are seldom stated."""
    letters = {x for i in entry.indices for x in i.letters()}  # two in conditional probabilities, `p_{i|j}`
    return ",|," in entry.variable.key and len(letters) == 1


def _is_shown_by_number(system: System, entry: Var) -> bool:
    r"""Is it at a step, as the `w^{L-2}_{km}` of a page that only shows `w^L_{jk}` and `w^{L-1}_{km}`, where no letter
    runs over those before?"""
    pieces = system.of(entry.variable)
    return any(
        not i.is_constant
        and i.letters() <= system.sizes
        and all(p.indices[n].letters() <= system.sizes and p.indices[n] != i for p in pieces)
        for n, i in enumerate(entry.indices)
    )


def _is_looked_up(system: System, entry: Var) -> bool:
    """Is it at a given place, as `s_{n_k}` is, of which nobody states how far it may be?"""
    presumed = any(p.domain.letters() & system.presumed for p in system.of(entry.variable))
    given = {a.name for i in entry.indices for a in i.atoms() if isinstance(a, IntFn)}
    return presumed and not given <= system.size_functions


def _sums_to_families(q: Question, out: Stray) -> bool:
    r"""Does an entry of a sum not exist, `L_{u,j}` under `\sum_{j=2}^{l^u}`, of which nobody said how far it goes? Its
    sums may go as far as a size that depends on an index, and no length that is presumed does."""
    own = free(out.entry) - q.system.sizes - free(q.left) - free(q.right) - q.full.letters()
    sums = (x for side in (q.left, q.right) for x in walk(side) if isinstance(x, Sum))
    families = any(isinstance(a, IntFn) for x in sums for end in x.uppers for a in end.atoms())
    places = [n for n, i in enumerate(out.entry.indices) if not own.isdisjoint(i.letters())]
    pieces = q.system.of(out.entry.variable)
    ends = {s for p in pieces for n in places for c in p.domain.constraints for s in _beside(p.indices[n], c)}
    return families and not ends.isdisjoint(q.system.presumed)


def _beside(index: Affine, c: Constraint) -> frozenset[Sym]:
    """What a condition says of an index holds besides it."""
    return frozenset() if index.letters().isdisjoint(c.letters()) else c.letters() - index.letters()


def _by_numbers(q: Question, verdict: Verdict) -> Verdict:
    """What is to be said of a line that numbers alone speak of."""
    if verdict.judgement is Judgement.WRONG:
        return _at_other_lengths(q) or verdict
    if verdict.judgement is Judgement.UNPROVED and (less := without_products_told(q.system)) is not None:
        general = _judged(replace(q, system=less))
        if general.judgement is Judgement.RIGHT or not is_reached(q.system, less, (q.left, q.right)):
            return general  # what holds for all data holds for these, and of others nothing is told
    return _where_defined(with_other_values(verdict, q.system, q.left, q.right, q.full, q.seed), q)


def _at_other_lengths(q: Question, out: Stray | None = None) -> Verdict | None:
    """Open, where lengths were presumed and with others the line is right, or where an entry is missing (`out`) because
    of them, and with others it is not wrong."""
    ends = q.system.presumed
    if out is not None:
        ends &= q.domain.letters().union(*(p.domain.letters() for p in q.system.of(out.entry.variable)))
    for last in sorted(q.system.sizes, key=lambda s: s.name) if ends else ():
        values = {size: affine(last) for size in sorted(q.system.presumed - {last}, key=lambda s: s.name)}
        if not values:
            continue
        other = replace(
            q,
            system=reduce(lambda found, size: put(found, size, affine(1), last), values, q.system),
            left=substitute(q.left, values),
            right=substitute(q.right, values),
            domain=q.domain.substitute(values),
            where=tuple(c.substitute(values) for c in q.where),
        )
        if other.out() is not None:
            continue
        judgement = _judged(other).judgement
        if out is not None and judgement in (Judgement.RIGHT, Judgement.UNPROVED):
            return unstated(out)
        if judgement is Judgement.RIGHT:
            sizes = ", ".join(f"{size.name} = {last.name}" for size in values)
            return Verdict(Judgement.UNPROVED, detail=f"it is right where `{sizes}`, of which the page says nothing")
    return None


def unstated(out: Stray) -> Verdict:
    """Open: an entry does not exist as far as ranges are known, but nobody stated them."""
    return Verdict(
        Judgement.UNPROVED, detail=f"{write(out.entry)} lies outside its range, of which the page says nothing"
    )


def _either_way(q: Question) -> Verdict | None:
    """The verdict where only diagonals of defined arrays are missing: one with them and without; None elsewhere."""
    wide = replace(q, system=with_diagonals(q.system))
    if wide.system is q.system or wide.out() is not None:
        return None
    found = _judged(wide)
    if found.judgement is not Judgement.WRONG:
        return found
    less = replace(q, left=without_diagonals(q.system, q.left), right=without_diagonals(q.system, q.right))
    if less.out() is not None:
        return None
    found = _judged(less)
    if found.judgement is not Judgement.RIGHT:
        return found
    detail = "it holds only without entries that the page never uses"
    return Verdict(Judgement.UNPROVED, detail=detail)


def _where_defined(verdict: Verdict, q: Question) -> Verdict:
    """The verdict, unless values far from 0 refute it, or a side has no value at some points whatever the data."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.UNPROVED) or verdict.evidence is Evidence.PROVED:
        far = None
    else:
        far = refuted_far_away(q.system, q.left, q.right, q.full, q.seed)
    if far is not None or verdict.judgement is not Judgement.RIGHT:
        return far or verdict
    if verdict.evidence is not Evidence.PROVED and q.thorough:
        doubt = doubtful(q.system, q.left, q.right, q.full, q.seed)
        if doubt is not None:
            return doubt
    reason = without_value(q.system, q.left, q.right, q.full, q.seed)
    return verdict if reason is None else Verdict(Judgement.UNPROVED, detail=f"at some points {reason}")

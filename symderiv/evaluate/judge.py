r"""Is a claim true? Every link of a chain at concrete sizes, at the points of its free letters.

What a verdict rests on:

- Disagreement in an exact number system is a counterexample where no exponential, logarithm, root, sigmoid or the like
  occurs, in the claim or in the network; otherwise floats must confirm it, beyond what rounding could do.
- Agreement is exact at the sizes drawn, and counts as right only if some draw has every size above each integer
  constant of the claim by more than the number of its indices: below that, sums and boundaries may agree by accident.
  Indices that number all states of units meet among the states, not among the units.
- An index that leaves its range makes a claim wrong, so does a letter without a range that stands on its right only.
  A letter with a range may stand on either side alone: the claim is made for each of its values.
- A condition that nothing satisfies makes it vacuous.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from random import Random

from ..affine import affine
from ..domain import TRUE, Constraint, Context, Domain, eliminate, eq, is_empty, simplify
from ..errors import DomainTooHard
from ..expr import Add, Apply, Expr, Num, Pow, Sum, Var, add, neg, of_kind, own_forms, substitute, walk
from ..step import Evidence, Judgement, Verdict
from ..system import System
from .compare import Claimed, Link, compare, prepare
from .failures import Failure, NoRange, Unlucky
from .imposed import WORK
from .kinks import Kink, kinks, own_kinks
from .numbers import JUMPS
from .oracle import Draw, Oracle, oracle
from .program import Program
from .rooted import look_at_roots
from .signs import span
from .visible import unseen

POINTS = 150
"""At most so many points of a draw; more are sampled."""
GLANCE = 8
"""At so many points of the first draw a claim is looked at before it is worth a proof."""
CORNERS = (1, 2, 3)
"""Each size is set to these in turn before agreement alone counts as right."""
TURNS = 20_000
"""Loop turns after which a draw has been looked at long enough."""
ENOUGH = (8, 2)
"""At least so many points are looked at; the fewer if one takes very long."""
SPREADS = (1, 5, 40, 1, 1, 1000, 10, 1, 10**7, 3, 1, 200, 1, 20, 1, 100)
"""How far from 0 the values lie in each further draw that is made where the sides of kinks count."""
UNEVEN = {4: 1, 5: 2, 8: 3, 11: 4, 13: 5, 15: 6}
"""Those of them in which one given name, which is counted here, has values further from 0 than others."""
SMOOTH = 7
"""So many of these draws where nothing has a kink: what is smooth and agrees near 0, and up to 1000, agrees."""
SALTS = 4
"""So many choices of values at the same sizes, where floats decide."""
LARGEST = 40
"""Constants above this cannot be exceeded by sizes that are still quick to enumerate."""
BOUND = 2.0**-50
"""Error probability of an exact agreement, for formulas of degree up to 2000 (Schwartz-Zippel in a field of 2^61)."""


def check_claim(
    system: System,
    members: Sequence[Expr],
    domain: Domain = TRUE,
    where: Sequence[Constraint] = (),
    *,
    seed: int = 0,
    draws: int = 3,
    corners: bool = False,
) -> tuple[Verdict, ...]:
    r"""A verdict for each link of `members[0] = members[1] = ...`, at every point of `domain` where `where` holds.

    `draws` is the number of choices of sizes: the first two are small (from 2 up, from 1 up), the others exceed the
    constants of the claim, so that at least 3 are needed for a `right`. With `corners` each size is besides set to 1, 2
    and 3 in turn: a sum with its ends apart fails only where its range is that short. The same seed gives the same
    verdict.

    >>> from symderiv.affine import Sym, affine
    >>> from symderiv.domain import interval
    >>> from symderiv.expr import Partial, Pow, Variable, mul, num, total
    >>> from symderiv.system import Piece, Role
    >>> E, x, i = Variable("E"), Variable("x_{#}"), Sym("i")
    >>> system = System(
    ...     pieces=(
    ...         Piece(E, (), (), TRUE, total("i", 1, "N", Pow(x("i"), num(2))), Role.NODE),
    ...         Piece(x, (affine(i),), (i,), interval("i", 1, "N"), None, Role.INPUT),
    ...     ),
    ...     sizes=frozenset({Sym("N")}), objective=E,
    ... )
    >>> slope = Partial(E(), x("i"))
    >>> right, wrong = check_claim(system, [slope, mul(num(2), x("i")), x("i")], interval("i", 1, "N"))
    >>> str(right.evidence), str(wrong.judgement), wrong.counterexample.sizes
    ('exact', 'wrong', (('N', 2),))
    """
    return _checked(system, tuple(members), domain & Domain(tuple(where)), seed, draws, corners)


@lru_cache(maxsize=1024)
def _checked(
    system: System, members: tuple[Expr, ...], full: Domain, seed: int, draws: int, corners: bool
) -> tuple[Verdict, ...]:
    links = len(members) - 1
    if _empty(system, full):
        return (Verdict(Judgement.VACUOUS, detail="no index satisfies its condition"),) * links
    judge = oracle(system, seed)
    try:
        claim = prepare(judge.program, members, full, seed)
    except NoRange as reason:
        return tuple(_without_range(judge.program, members, n, full, str(reason)) for n in range(links))
    except Failure as reason:
        return (Verdict(Judgement.UNPROVED, detail=str(reason)),) * links
    except RecursionError:
        return (Verdict(Judgement.UNPROVED, detail="the formula nests too deeply"),) * links
    return _judge(judge, claim, full, draws, corners)


@lru_cache(maxsize=1024)
def refuted(system: System, left: Expr, right: Expr, full: Domain, seed: int = 0) -> Verdict | None:
    """A counterexample at small sizes, or None: a glance that settles most wrong claims, and no right one.

    Sizes from 2 up give the simplest counterexamples, but much coincides at 2 (whitened values are all 1), hence the
    second draw. The domain must not be empty.
    """
    judge = oracle(system, seed)
    try:
        claim = prepare(judge.program, (left, right), full, seed)
        if not _glance(judge, claim, TRUE) and claim.links[0].verdict is None:
            # no point at such sizes: the condition may speak of sizes (`J = K`), which must be drawn accordingly
            fixed = _about_sizes(claim, full)
            if not fixed.is_true:
                _glance(judge, claim, fixed)
    except Failure:
        return None
    found = claim.links[0].verdict
    return found if found is not None and found.judgement is Judgement.WRONG else None


def _glance(judge: Oracle, claim: Claimed, fixed: Domain) -> int:
    """Compares at a few points of two small draws; how many there were."""
    met = 0
    for low in (2, 3):
        met += _drawn(judge, claim, low, 0, False, fixed, GLANCE)[1]
        if claim.links[0].verdict is not None:
            break
    return met


def _empty(system: System, full: Domain) -> bool:
    try:
        return is_empty(full, Context(system.context, system.size_functions))
    except DomainTooHard:
        return False


def _without_range(made: Program, members: tuple[Expr, ...], n: int, full: Domain, reason: str) -> Verdict:
    """A letter has no range: wrong where it is free on the right side of a link only, captured or not summed over.

    On the left side only, a letter may well be: `\\partial \\mu/\\partial x_i = 1/N`; with names that the network does
    not have, it may be part of the name (`w_{ho}`).
    """
    known = made.free_letters(members[0]) | made.free_letters(members[n]) | full.letters()
    foreign = {x for x in of_kind(members[n + 1], Var) if not made.system.of(x.variable)}
    # the end of a sum alone is a size that the network does not have
    told = {
        s
        for x in walk(members[n + 1])
        if x not in foreign and not isinstance(x, Sum)
        for form in own_forms(x)
        for s in form.letters()
    }
    alone = sorted(s.name for s in (made.free_letters(members[n + 1]) - known) & told)
    if alone:
        return Verdict(Judgement.WRONG, detail=f"the index {alone[0]} is free on the right side only")
    return Verdict(Judgement.UNPROVED, detail=reason)


# drawing


@dataclass
class Evaluated:
    """Where a claim was looked at: the draws, with the number of points of each; whether sizes were large enough.

    `one_sided`: some kink that the claim can depend on was never on one of its sides.
    """

    used: list[tuple[Draw, int]] = field(default_factory=list)
    large: bool = False
    trouble: str = ""
    one_sided: bool = False


def _judge(judge: Oracle, claim: Claimed, full: Domain, draws: int, corners: bool) -> tuple[Verdict, ...]:
    seen = _evaluate(judge, claim, draws, TRUE)
    if not seen.large and not seen.trouble:
        # no point at large sizes: the condition may speak of sizes (`J = 1`), which must be drawn accordingly
        fixed = _about_sizes(claim, full)
        if not fixed.is_true:
            again = _evaluate(judge, claim, draws, fixed)
            again.used = seen.used + again.used
            seen = again
    _take_every_side(judge, claim, seen, full)
    look_at_roots(islice(further(judge), SMOOTH), claim)
    if corners and seen.large:
        _look_into_corners(judge, claim)
    system = claim.program.system
    if not system.sizes and not system.size_functions:
        # every index runs between numbers: what was enumerated, if it was, is all there is
        seen.large = any(count < POINTS for _, count in seen.used)
    return tuple(_verdict(claim, full, n, seen) for n in range(len(claim.links)))


def _take_every_side(judge: Oracle, claim: Claimed, seen: Evaluated, full: Domain) -> None:
    """Looks at further draws, small ones, where the sides of kinks count; notes whether a side was never taken."""
    if not seen.used or not any(link.verdict is None and _by_sides(link) for link in claim.links):
        return
    own = own_kinks(claim.program, claim.members, claim.letters, full)
    found = {kink: set(range(kink.sides)) for kink in (*own, *kinks(claim.program, claim.members))}
    for draw, _ in seen.used:
        _strike_sides(draw, claim, found)
    for draw in further(judge) if found else islice(further(judge), SMOOTH):
        if not any(link.verdict is None and _by_sides(link) for link in claim.links):
            break
        try:
            count = look(draw, claim, POINTS)
        except Failure:
            continue
        if count:
            seen.used.append((draw, count))
            _strike_sides(draw, claim, found)
    seen.one_sided = any(found.values())


def further(judge: Oracle) -> Iterator[Draw]:
    """Small draws for kinks that have not been on every side, their values closer to 0 and further from it."""
    for n, spread in enumerate(SPREADS, 1):
        try:
            yield judge.draw(2 + n % 2, n, spread=spread, uneven=UNEVEN.get(n, 0))
        except Failure:
            continue


def _by_sides(link: Link) -> bool:
    """Was it looked at with kinks as they are at each point?"""
    return link.sided or link.numerical


def _strike_sides(draw: Draw, claim: Claimed, found: dict[Kink, set[int]]) -> None:
    """Strikes out the sides that are taken in the draw, in the number systems in which the claim was looked at."""
    numerical = any(link.numerical for link in claim.links)
    for salt, kind in [(0, claim.exact), *((s, "float") for s in range(SALTS) if numerical)]:
        if any(found.values()):
            draw.begin(salt)
            for kink, left in found.items():
                if left:
                    left -= kink.taken(draw, kind)
    draw.begin()


def _look_into_corners(judge: Oracle, claim: Claimed) -> None:
    """Compares where one size after the other is as small as it can be."""
    for letter in sorted(claim.program.system.sizes, key=lambda s: s.name):
        for n in CORNERS:
            if all(link.verdict for link in claim.links):
                return
            try:
                _drawn(judge, claim, 2, 0, False, Domain.of(eq(letter, n)))
            except Failure:
                continue  # no such size, or nothing has a value there


def _about_sizes(claim: Claimed, full: Domain) -> Domain:
    """What a domain says of the sizes alone, as far as that is one domain."""
    context = Context(claim.program.system.context, claim.program.system.size_functions)
    found: Domain | None = full
    try:
        for letter in claim.letters:
            found = eliminate(found, letter, context) if found is not None else None
        return TRUE if found is None else simplify(found, context)
    except DomainTooHard:
        return TRUE


def _evaluate(judge: Oracle, claim: Claimed, draws: int, fixed: Domain) -> Evaluated:
    seen = Evaluated()
    for low, n, strict in steps(claim, draws):
        if strict and claim.above > LARGEST:
            seen.trouble = f"sizes above the constants of the claim ({claim.above}) are too large to enumerate"
            break
        try:
            draw, count = _drawn(judge, claim, low, n, strict, fixed)
        except Failure as reason:
            seen.trouble = str(reason)
            continue
        if count:
            seen.used.append((draw, count))
            seen.large |= strict
        if all(link.verdict for link in claim.links):
            break
    return seen


def steps(claim: Claimed, draws: int) -> list[tuple[int, int, bool]]:
    """For each draw: the smallest size, its number, whether every size must exceed the claim's constants."""
    low = claim.low
    return [(2, 0, False), (1, 0, False), *((low + n // 2, n, True) for n in range(draws - 2))][: max(draws, 1)]


def planned(judge: Oracle, claim: Claimed, draws: int) -> Iterator[Draw]:
    """The draws in which a claim is looked at."""
    for low, n, strict in steps(claim, draws):
        try:
            yield judge.draw(low, n, strict=strict)
        except Failure:
            continue


def _drawn(
    judge: Oracle, claim: Claimed, low: int, n: int, strict: bool, fixed: Domain, most: int = POINTS
) -> tuple[Draw, int]:
    """A draw, and at how many points of it the claim was looked at.

    Where the network has no values at these sizes (a denominator `N - 1` at `N = 1`), larger ones are drawn.
    """
    for more in range(3):
        draw = judge.draw(low + more, n, strict=strict, fixed=fixed)
        try:
            return draw, look(draw, claim, most)
        except Unlucky:
            if more == 2:
                raise
    raise AssertionError


def look(draw: Draw, claim: Claimed, most: int) -> int:
    """Compares at the points of a draw, at most so many; how many there were."""
    world = draw.begin().world(claim.exact)
    world.work = WORK
    points = list(islice(claim.loops.points(world), POINTS + 1))
    random = Random(draw.profile.seed)
    if len(points) > POINTS:
        points = claim.loops.sample(world, random, POINTS, 4 * POINTS)
    random.shuffle(points)
    before = draw.spent
    for n, point in enumerate(points[:most]):
        turns = draw.spent - before
        if (n >= ENOUGH[0] and turns > TURNS) or (n >= ENOUGH[1] and turns > 5 * TURNS):
            return n
        compare(draw, claim, point, n % SALTS)
        draw.make_room()
        if all(link.verdict for link in claim.links):
            return n + 1
    return min(len(points), most)


def _verdict(claim: Claimed, full: Domain, n: int, seen: Evaluated) -> Verdict:
    link = claim.links[n]
    if link.verdict is not None:
        return link.verdict
    sizes = tuple(draw.shown for draw, _ in seen.used)
    if not seen.used:
        reason = seen.trouble or "no index satisfies the condition at the sizes drawn"
        return Verdict(Judgement.UNPROVED, detail=reason)
    points = sum(count for _, count in seen.used)
    if not seen.large:
        reason = seen.trouble or "its condition holds nowhere at larger sizes"
        return Verdict(Judgement.UNPROVED, detail=f"agrees at {points} points of small sizes; {reason}", draws=sizes)
    if claim.kinked and _by_sides(link):
        left = _sides_left(claim.program.system, claim.members[n : n + 2], seen)
        if left:
            return Verdict(Judgement.UNPROVED, detail=f"agrees at {points} points, but {left}", draws=sizes)
    if link.numerical:
        doubt = unseen([draw for draw, _ in seen.used], claim, full, n)
        if doubt is not None:
            return Verdict(Judgement.UNPROVED, detail=f"agrees to 30 digits, but {doubt}", draws=sizes)
        detail = f"agrees to 30 digits at {points} points"
        return Verdict(Judgement.RIGHT, Evidence.NUMERICAL, detail, 1e-30, sizes)
    if link.sided:
        detail = f"agrees at {points} points, on every side of its kinks"
        return Verdict(Judgement.RIGHT, Evidence.NUMERICAL, detail, BOUND, sizes)
    return Verdict(Judgement.RIGHT, Evidence.EXACT, f"agrees exactly at {points} points", BOUND, sizes)


def _sides_left(system: System, pair: tuple[Expr, ...], seen: Evaluated) -> str:
    """What agreement leaves open where the sides of kinks count, or nothing."""
    jumps = {x for e in pair for x in of_kind(e, Apply) if x.function in JUMPS}
    known = _families(system)
    if any(known.isdisjoint((_family(x), _family(_mirrored(x)))) for x in jumps):
        return "a jump of it may lie elsewhere"  # a value is one bit: `step(b - 2n)` and `step(b - n)` agree mostly
    if {_family(x) for e in pair for x in _one_sided(system, e)} - _bases(system):
        return "a part of it exists on one side of a kink only"  # all that is drawn lies on that side
    return "a kink was never on one of its sides" if seen.one_sided else ""


@lru_cache(maxsize=64)
def _families(system: System) -> frozenset[Expr]:
    """The jumps of the definitions of a network."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    return frozenset(_family(x) for e in bodies for x in of_kind(e, Apply) if x.function in JUMPS)


def _mirrored(jump: Apply) -> Apply:
    """The jump at the same place, to the other side: `1 - step(u)` is `step(-u)` but for where u is 0."""
    of, *rest = jump.args
    terms = of.terms if isinstance(of, Add) else (of,)
    return replace(jump, args=(add(*map(neg, reversed(terms))), *rest))  # `a - b`, as it is typed in `a > b`


def _one_sided(system: System, e: Expr) -> Iterator[Expr]:
    r"""What may be negative in a root, a logarithm or a power to any number: the a of `a^{p-1}`."""
    bases = [x.base for x in of_kind(e, Pow) if _is_broken(x.exponent)]
    bases += [x.args[0] for x in of_kind(e, Apply) if x.function == "log"]
    return (x for x in bases if span(system, x)[0] < 0 and not _is_positive(system, x))


def _is_broken(exponent: Expr) -> bool:
    """Is it a fraction such as one half, or any number?"""
    if isinstance(exponent, Num):
        return exponent.value.denominator % 2 == 0
    return any(isinstance(x, Var) for x in walk(exponent))


def _is_positive(system: System, e: Expr) -> bool:
    return isinstance(e, Var) and e.variable in system.positive


@lru_cache(maxsize=64)
def _bases(system: System) -> frozenset[Expr]:
    """The same of the definitions of a network: its values exist for such data only."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    return frozenset(_family(x) for e in bodies for x in _one_sided(system, e))


def _family(jump: Expr) -> Expr:
    """A jump with its letters numbered as they occur: `step(z_{ij} - z_{ik})` for any i, j and k."""
    letters = dict.fromkeys(s for x in walk(jump) for form in own_forms(x) for s in sorted(form.letters(), key=str))
    return substitute(jump, {s: affine(f"#{n}") for n, s in enumerate(letters)})

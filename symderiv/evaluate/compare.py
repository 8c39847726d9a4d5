"""A claim at one point: the members' values, and what it means that two of them differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import count

from ..affine import Sym
from ..domain import Domain
from ..expr import Apply, Expr, Num, Pow, Sum, children, free, of_kind, own_forms, walk
from ..step import Counterexample, Judgement, Verdict
from ..system import System
from .failures import Declined, Undefined, Unlucky
from .jets import Number
from .loops import Loops
from .meeting import kinds
from .numbers import KINKED, SMOOTH, Shadowed
from .oracle import Draw
from .program import Closed, Program

ROUNDING = 1e-8
"""Doubles that differ by more than this, relative to the sum of their absolute terms, differ."""
ENDLESS = 10**6
"""Constants beyond this are all alike."""
UNDEFINED = "undefined"
"""What a side with an entry that does not exist is shown as."""
FEWEST_UNITS = 3
"""Where all states are counted, so many units are drawn at least."""
MANY = 4
"""So many sizes make large arrays."""
VALUES = 12
"""Numbers in a formula up to this are taken for possible sizes; larger ones are told apart by drawing several sizes."""


@dataclass
class Link:
    """What is known of one link so far: a verdict, or that the exact number systems cannot decide it.

    `sided` once it is looked at with kinks as they are, not as what they may be on either side.
    """

    verdict: Verdict | None = None
    numerical: bool = False
    sided: bool = False


@dataclass(frozen=True)
class Claimed:
    """A chain with its letters and their loops, ready to be evaluated.

    - `above`: what sizes must exceed for agreement to be evidence; `low`: the smallest that are drawn for that.
    - `exact`: the exact number system for it; `kinked` if it has an order.
    - `conclusive`: no function occurs whose identities fail there, so that disagreement is a counterexample.
    """

    program: Program
    members: tuple[Expr, ...]
    letters: tuple[Sym, ...]
    loops: Loops
    closed: tuple[Closed, ...]
    links: tuple[Link, ...]
    above: int
    low: int
    exact: str
    conclusive: bool
    seed: int

    @property
    def kinked(self) -> bool:
        """Do functions with kinks occur, in the claim or in the network?"""
        return self.exact == "ordered"


def prepare(made: Program, members: tuple[Expr, ...], full: Domain, seed: int) -> Claimed:
    """The claim `members[0] = members[1] = ...` over a domain, as closures.

    Raises `NoRange` if a free letter is not bounded by the domain.
    """
    letters = frozenset(s for e in members for s in made.free_letters(e)) | (full.letters() - made.system.sizes)
    ordered = tuple(sorted(letters, key=lambda s: s.name))
    names = functions(made.system, members)
    above, low = _sizes_wanted(made, members, full)
    return Claimed(
        made,
        members,
        ordered,
        Loops(made.maker, full, ordered, made.scope()),
        tuple(made.expression(e, ordered) for e in members),
        tuple(Link() for _ in members[1:]),
        above,
        low,
        "ordered" if names & KINKED.keys() else "field",
        not names & (SMOOTH.keys() | {"root"}),
        seed,
    )


def functions(system: System, members: tuple[Expr, ...]) -> set[str]:
    """The undeclared functions in the network and the claim, and "root" for powers that are not whole."""
    declared = {f.name for f in system.functions}
    bodies = [p.body for p in system.pieces if p.body is not None]
    bodies += [f.body for f in system.functions if f.body is not None]
    found: set[str] = set()
    for e in (*members, *bodies):
        found |= {x.function for x in of_kind(e, Apply)} - declared
        if any(not (isinstance(x.exponent, Num) and x.exponent.value.denominator == 1) for x in of_kind(e, Pow)):
            found.add("root")
    return found


def _sizes_wanted(made: Program, members: tuple[Expr, ...], full: Domain) -> tuple[int, int]:
    """What sizes must exceed for agreement to be evidence, and the smallest that are drawn for that.

    Where a size counts all states of some units, letters that number states meet among so many of them, and only the
    others among the units.
    """
    above = _above(members, full, apart=None if made.states else kinds(made.system, members, full))
    if not made.states:
        # rounded, so that claims about one network share their draws, unless arrays are large where all sizes are
        return above, max(4, above + (above % 2 if len(made.sizes) < MANY else 0)) + 1
    units = _above(members, full, frozenset(s.rows for s in made.states.values()), made.system.sizes)
    fewest = min(len(s.numbers) for s in made.states.values())
    return above, next(n for n in count(max(units, FEWEST_UNITS - 1) + 1) if fewest**n > above)


def _above(
    members: tuple[Expr, ...],
    full: Domain,
    states: frozenset[Sym] = frozenset(),
    sizes: frozenset[Sym] = frozenset(),
    apart: Mapping[Sym, int] | None = None,
) -> int:
    """The largest integer constant of the claim plus the number of indices that meet somewhere in it.

    The `sizes` are none of them, nor are indices that run up to one of the sizes `states`. Of letters of different
    kinds that are told `apart` none meet.
    """
    others = sizes.union(*(c.letters() for c in full.constraints if c.letters() & states))
    meeting = _most_alike(full.letters() - others, apart)
    constants = {abs(c.form.const) for c in full.constraints}
    for e in members:
        inside = _nested(e, states)
        meeting = max(meeting, *(_most_alike([*(free(e) - others), *sums], apart) for sums in inside))
        for x in walk(e):
            for form in own_forms(x):
                constants |= {abs(form.const), *(abs(c) for _, c in form.terms)}
            if isinstance(x, Num) and max(abs(x.value.numerator), x.value.denominator) <= VALUES:
                constants |= {abs(x.value.numerator), x.value.denominator}
    return min(max(constants, default=0), ENDLESS) + meeting


def _most_alike(letters: Iterable[Sym], apart: Mapping[Sym, int] | None) -> int:
    """How many letters of one kind there are, or of all together where no kinds are told apart."""
    met = Counter(None if apart is None else apart.get(s, s) for s in letters)
    return max(met.values(), default=0)


def _nested(e: Expr, states: frozenset[Sym]) -> set[tuple[Sym, ...]]:
    """The letters of sums that stand inside one another, but for those over `states`."""
    found = {x for child in children(e) for x in _nested(child, states)} or {()}
    if isinstance(e, Sum) and not any(form.letters() & states for form in e.uppers):
        return {(e.letter, *x) for x in found}
    return found


def compare(draw: Draw, claim: Claimed, point: tuple[int, ...], salt: int) -> None:
    """Compares neighbouring members at a point and notes in the links what that shows.

    Links that floats must decide are looked at with values of their own for each salt: where logarithms or roots want
    some variables positive, others that happen to be positive as well must not hide a wrong sign.

    Raises `Unlucky` where the network has no values at these sizes, `TooMuchWork` where they are too large.
    """
    for kind in ("either", claim.exact) if claim.kinked else (claim.exact,):
        _compare_exactly(draw, claim, point, kind)
    if any(link.verdict is None and link.numerical for link in claim.links):
        draw.begin(salt)
        for n, link in enumerate(claim.links):
            if link.verdict is None and link.numerical and differs(draw, claim, n, point):
                link.verdict = disproved(draw, claim, n, point)
        draw.begin()


def _compare_exactly(draw: Draw, claim: Claimed, point: tuple[int, ...], kind: str) -> None:
    """In one number system, the links that are looked at in it."""
    sided = claim.kinked and kind == claim.exact
    open_ = [n for n, x in enumerate(claim.links) if x.verdict is None and not x.numerical and x.sided == sided]
    if not open_:
        return
    try:
        values = draw.values(kind, claim.closed, point)
    except Declined:
        for n in open_:
            if kind == claim.exact:
                differs(draw, claim, n, point)  # raises what cannot be had in floats either
                claim.links[n].numerical = True
            else:
                claim.links[n].sided = True
    else:
        for n in open_:
            _exactly(draw, claim, n, point, kind, values[n], values[n + 1])


def _exactly(draw: Draw, claim: Claimed, n: int, point: tuple[int, ...], kind: str, a: Number, b: Number) -> None:
    undefined = next((x for x in (a, b) if isinstance(x, Undefined)), None)
    link = claim.links[n]
    if undefined is not None:
        link.verdict = disproved(draw, claim, n, point, str(undefined))
        return
    world = draw.world(kind)
    if world.agree(a, b):
        return
    if kind != claim.exact:
        link.sided = True
    elif claim.conclusive or differs(draw, claim, n, point):
        found = disproved(draw, claim, n, point)
        if shows_equal(found.counterexample):
            link.numerical = True
        else:
            link.verdict = found
    else:
        link.numerical = True


def shows_equal(found: Counterexample | None) -> bool:
    """Are both sides the same number as they are shown, perhaps 0 and -0? Nobody is refuted by that.

    >>> shows_equal(Counterexample((), (), "0", "-0", 0)), shows_equal(Counterexample((), (), "0", "1e-9", 0))
    (True, False)
    """
    try:
        return found is not None and Decimal(found.left) == Decimal(found.right)
    except InvalidOperation:
        return False


def differs(draw: Draw, claim: Claimed, n: int, point: tuple[int, ...]) -> bool:
    """Do the two members of a link differ beyond rounding? Doubles if they are clear, else high precision."""
    pair = claim.closed[n : n + 2]
    try:
        a, b = draw.values("masses", pair, point)
        if isinstance(a, Undefined) or isinstance(b, Undefined):
            return True
        if abs(a.v - b.v) > ROUNDING * (a.m + b.m):
            return True
        a, b = draw.values("high", pair, point)
        return not draw.world("high").agree(a, b)
    except Unlucky as reason:
        a, b = draw.values("complex", pair, point, nothing=reason.lasting)
        if not draw.world("complex").agree(a, b):
            # a logarithm or a root on another branch differs too: this refutes nothing
            raise Declined("no real values were found for which both sides are defined") from None
        return False


def clearly_differs(draw: Draw, claim: Claimed, n: int, point: tuple[int, ...]) -> bool:
    """Do doubles alone tell the two members of a link apart?

    Raises the `Failure`s of `failures` where there are none.
    """
    a, b = draw.values("masses", claim.closed[n : n + 2], point)
    if isinstance(a, Undefined) or isinstance(b, Undefined):
        return False
    return bool(abs(a.v - b.v) > ROUNDING * (a.m + b.m))


def disproved(draw: Draw, claim: Claimed, n: int, point: tuple[int, ...], reason: str = "") -> Verdict:
    """The verdict on a link whose members differ at a point."""
    indices = tuple((s.name, x) for s, x in zip(claim.letters, point, strict=True))
    left, right = _shown(draw, claim, n, point)
    found = Counterexample(draw.shown, indices, left, right, claim.seed)
    return Verdict(Judgement.WRONG, detail=reason, draws=(draw.shown,), counterexample=found)


def _shown(draw: Draw, claim: Claimed, n: int, point: tuple[int, ...]) -> tuple[str, str]:
    """Both values as text, in doubles where that tells them apart."""
    pair = claim.closed[n : n + 2]
    left = right = "?"
    for kind, digits in (("float", 10), ("high", 40), (claim.exact, 0)):
        try:
            left, right = (_text(x, digits) for x in draw.values(kind, pair, point))
        except (Declined, Unlucky):
            continue
        if left != right or left == UNDEFINED:
            return left, right
    return left, right


def _text(x: Number, digits: int) -> str:
    if isinstance(x, Undefined):
        return UNDEFINED
    if digits == 0:
        return f"{x.f:.10g}" if isinstance(x, Shadowed) else str(x)
    try:
        return f"{x:.{digits}g}" if isinstance(x, (int, float)) else str(+x)[: digits + 4]
    except OverflowError:
        return "beyond double precision"

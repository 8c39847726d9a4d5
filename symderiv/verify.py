"""Every claim of a derivation against the numeric oracle: exactly, and in double precision as a reader would check.

Where the oracle finds nothing against a claim but cannot settle it (too many points to enumerate, a term that floats
cannot see), a proof for all sizes will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise
from random import Random

from .affine import affine
from .domain import Domain, ge, le
from .evaluate import Declined, Draw, Failure, Undefined, check_claim, oracle
from .evaluate.compare import Claimed, prepare
from .evaluate.judge import TURNS, further, planned
from .evaluate.kinks import kinks
from .expr import Expr, Labelled, Partial, Sum, Var, Variable, children, free, fresh, of_kind, substitute
from .normal.prove import prove_equal
from .step import Claim, Derivation, Evidence, Judgement, Verdict
from .system import Piece, Role, System

TOLERANCE = 1e-12
"""The largest relative error in double precision that passes."""
POINTS = 20
"""At so many points of each draw doubles are compared."""
REFUTING = 5
"""So many seeds are tried for a counterexample to a claim that is stated as wrong."""
CLEAR = 1e-13
"""Up to this the plain relative error is reported; above it, the error relative to the sum of absolute terms."""

Sizes = tuple[tuple[str, int], ...]
Part = tuple[Expr, Expr, Domain]
"""What is braced, its label, and where."""


@dataclass(frozen=True)
class ClaimReport:
    """What the oracle says of one claim.

    - `verdicts`: one for each link; `labels`: one for each underbrace, that it equals its label.
    - `error`: the largest relative error of a link in double precision, None where there was nothing to compare.
    - `passed`: every link right (a refuted claim: some link wrong), and the error within `TOLERANCE`.
    """

    claim: Claim
    verdicts: tuple[Verdict, ...]
    labels: tuple[Verdict, ...]
    error: float | None
    passed: bool


@dataclass(frozen=True)
class Report:
    """Every claim of a derivation, judged: data only. `draws` are the sizes that were used."""

    claims: tuple[ClaimReport, ...]
    seed: int
    draws: tuple[Sizes, ...]

    @property
    def passed(self) -> bool:
        """Did every claim pass?"""
        return all(c.passed for c in self.claims)

    @property
    def error(self) -> float:
        """The largest relative error in double precision."""
        return max((c.error for c in self.claims if c.error is not None), default=0.0)

    @property
    def exact(self) -> bool:
        """Do all claims that are stated as true agree exactly, not only in high precision?"""
        stated = [v for c in self.claims if not c.claim.refuted for v in (*c.verdicts, *c.labels)]
        return all(v.evidence is Evidence.EXACT for v in stated)


def verify(derivation: Derivation, *, seed: int = 0, draws: int = 3) -> Report:
    """The verdict of the oracle on every claim of a derivation; the same seed gives the same report.

    A claim is judged for the points of its domain that satisfy its condition, a refuted one must be wrong.
    """
    system = with_names(derivation.system, derivation.names)
    found = tuple(_claim(system, claim, seed, draws) for claim in derivation.claims)
    sizes = dict.fromkeys(s for c in found for v in (*c.verdicts, *c.labels) for s in v.draws)
    return Report(found, seed, tuple(sizes))


def _claim(system: System, claim: Claim, seed: int, draws: int) -> ClaimReport:
    verdicts = check_claim(system, claim.members, claim.domain, claim.where, seed=seed, draws=draws)
    if claim.refuted:
        # what is wrong may agree by chance where a unit is saturated or a hinge is slack: one counterexample will do
        for other in range(seed + 1, seed + REFUTING):
            if any(v.judgement is Judgement.WRONG for v in verdicts):
                break
            verdicts = check_claim(system, claim.members, claim.domain, claim.where, seed=other, draws=draws)
        return ClaimReport(claim, verdicts, (), None, any(v.judgement is Judgement.WRONG for v in verdicts))
    inside = claim.domain & Domain(claim.where)
    labels = tuple(
        v
        for member in claim.members
        for body, label, domain in labelled(member, inside)
        for v in check_claim(system, (body, label), domain, seed=seed, draws=draws)
    )
    error = largest_error(system, claim.members, inside, seed=seed, draws=draws)
    verdicts = tuple(
        proved_instead(system, v, a, b, inside) for v, (a, b) in zip(verdicts, pairwise(claim.members), strict=True)
    )
    passed = all(v.judgement is Judgement.RIGHT for v in (*verdicts, *labels))
    return ClaimReport(claim, verdicts, labels, error, passed and (error is None or error <= TOLERANCE))


def proved_instead(system: System, found: Verdict, left: Expr, right: Expr, inside: Domain) -> Verdict:
    """What the oracle found nothing against and cannot enumerate, or not tell from rounding, may have a proof."""
    if found.judgement is not Judgement.UNPROVED:
        return found
    proof = prove_equal(system, left, right, inside)
    return replace(found, judgement=Judgement.RIGHT, evidence=Evidence.PROVED, detail="") if proof.proved else found


def with_names(system: System, names: tuple[tuple[Variable, Expr], ...]) -> System:
    r"""The network with the names that a derivation introduced (`\delta_k`, standing for `\partial E/\partial net_k`).

    The n-th index of a name is the n-th of the entry that is differentiated by, and its range is that entry's.
    """
    known = set(system.variables())
    made: list[Piece] = []
    for name, meaning in names:
        if name in known:
            continue
        if isinstance(meaning, Partial) and meaning.wrt.variable.arity == name.arity:
            for piece in system.of(meaning.wrt.variable):
                body = Partial(meaning.of, piece.lhs, meaning.direct)
                made.append(replace(piece, variable=name, body=body, role=Role.NODE))
        elif name.arity == 0:
            made.append(Piece(name, (), (), Domain(()), meaning, Role.NODE))
        else:
            made.append(_named(system, name, meaning))
    return replace(system, pieces=(*system.pieces, *made)) if made else system


def _named(system: System, name: Variable, meaning: Expr) -> Piece:
    """Any other name: its indices are the free letters of its meaning, in the order of the network's ranges."""
    order = [s.letter for s in system.spans]
    free_letters = sorted(free(meaning) - system.sizes, key=lambda s: (order.index(s) if s in order else -1, s.name))
    spans = [s for s in system.spans if s.letter in free_letters]
    inside = Domain.of(*(c for s in spans for c in (ge(s.letter, s.lower), le(s.letter, s.upper))))
    letters = tuple(free_letters)
    return Piece(name, tuple(affine(s) for s in letters), letters, inside, meaning, Role.NODE)


def labelled(e: Expr, inside: Domain) -> Iterator[Part]:
    """Every underbrace of an expression: what is braced, its label, and the domain that holds there."""
    if of_kind(e, Labelled):
        yield from _labelled(e, inside)


def equated(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Such underbraces, those together that say of one thing what it is: the members of an equation that is a label."""
    row: list[Part] = []
    for part in parts:
        row.append(part)
        if not isinstance(part[0], Labelled):
            yield row
            row = []


def _labelled(e: Expr, inside: Domain) -> Iterator[Part]:
    if isinstance(e, Sum):
        letter = fresh(inside.letters() | free(e), e.letter)
        renamed = {e.letter: affine(letter)}
        domain = Sum(letter, e.lowers, e.uppers, e.body, tuple(c.substitute(renamed) for c in e.where)).domain
        yield from _labelled(substitute(e.body, renamed), inside & domain)
        return
    if isinstance(e, Labelled):
        yield e.body, e.label, inside
        yield from _labelled(e.body, inside)
        return
    for child in children(e):
        if not (isinstance(child, Var) or isinstance(e, Partial)):
            yield from _labelled(child, inside)


@lru_cache(maxsize=4096)
def largest_error(
    system: System, members: tuple[Expr, ...], inside: Domain, *, seed: int = 0, draws: int = 3
) -> float | None:
    """The largest relative error of a link in double precision, over some points of each draw.

    None if no point was found at which doubles have a value.
    """
    judge = oracle(system, seed)
    try:
        claim = prepare(judge.program, members, inside, seed)
    except Failure:
        return None
    errors: list[tuple[float, bool]] = []
    for draw in planned(judge, claim, draws):
        errors += _errors(draw, claim)
    if kinks(judge.program, members):
        # as long as nothing but zeros was compared: a hinge may be slack
        for draw in further(judge):
            if any(seen for _, seen in errors):
                break
            errors += _errors(draw, claim)
    return max((error for error, _ in errors), default=None)


def _errors(draw: Draw, claim: Claimed) -> list[tuple[float, bool]]:
    """The error of each link at some points, and whether its value is anything but 0."""
    found: list[tuple[float, bool]] = []
    before = draw.spent
    try:
        points = list(islice(claim.loops.points(draw.begin().world("float")), 4 * POINTS))
        for point in Random(draw.profile.seed).sample(points, min(POINTS, len(points))):
            if draw.spent - before > TURNS:
                break
            values = draw.values("float", claim.closed, point)
            for n, (a, b) in enumerate(pairwise(values)):
                if not (isinstance(a, Undefined) or isinstance(b, Undefined)):
                    found.append((_relative(draw, claim, n, point, a, b), bool(a or b)))
    except Failure:
        pass
    return found


def _relative(draw: Draw, claim: Claimed, n: int, point: tuple[int, ...], a: float, b: float) -> float:
    if a == b:
        return 0.0
    error = abs(a - b)
    plain = error / max(abs(a), abs(b))
    if plain <= CLEAR:
        return plain
    # terms that cancel leave their rounding errors behind: relative to those terms they are as small as ever
    try:
        masses = [x.m for x in draw.values("masses", claim.closed[n : n + 2], point) if not isinstance(x, Undefined)]
    except Declined:
        return plain
    return float(error / max(masses, default=error))


__all__ = ["TOLERANCE", "ClaimReport", "Report", "labelled", "largest_error", "verify", "with_names"]

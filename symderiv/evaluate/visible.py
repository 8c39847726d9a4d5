r"""Would floats have seen every term? Agreement to so many digits says nothing of a term below the last of them.

`E = 10^{100}` and `E = 10^{100} + 1` agree to 50 digits, and so do `x` and `x + e^{-1000 x}`. So before agreement of
floats counts, each term of the claim is doubled in turn: a claim in which that cannot be seen is not judged by floats.
Numbers of the network itself that are very large or very small rule floats out altogether.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import log10
from random import Random

from ..domain import Domain
from ..expr import Add, Expr, Num, Partial, Pow, children, mul, num, rebuild, walk
from ..system import System
from .compare import Claimed, prepare
from .failures import Failure, Redraw, Undefined
from .imposed import WORK
from .oracle import Draw
from .program import Closed

EXTREME = 10**12
"""Numbers beyond this, or below one over it, are not left to floats."""
WEIGHT = 9
"""So many powers of ten may the numbers of a claim make up together."""
PLAIN = 100
"""Numbers up to this, and down to one over it, weigh nothing unless they are raised to a power."""
STEEP = 24
"""Powers beyond this are not left to floats."""
TERMS = 40
"""Claims with more terms than this are not looked through."""
ELSEWHERE = 4
"""At so many points besides the first ones."""
MOST_DRAWS = 2
"""In so many draws a term is looked for: the last one and a small one."""


def unseen(draws: Sequence[Draw], claim: Claimed, full: Domain, n: int, points: int = 2) -> str | None:
    """Why agreement of floats on a link in some draws proves nothing, or None if every term of it would have been seen
    in one of them."""
    pair = claim.members[n : n + 2]
    if _is_extreme(claim.program.system, pair) or max(map(_weight, pair)) > WEIGHT:
        return "its numbers are too large or too small for floats"
    variants = [(m, v) for m, e in enumerate(pair) for v in islice(doubled(e), TERMS + 1)]
    if len(variants) > TERMS:
        return "it has too many terms to tell whether floats see all of them"
    try:
        made = prepare(claim.program, (*pair, *(v for _, v in variants)), full, claim.seed)
    except Failure as reason:
        return f"whether floats see every term is not known: {reason}"
    left, trouble = set(range(len(variants))), ""
    small = sorted(draws[:-1], key=lambda d: sum(d.sizes.values()))
    for draw in (*draws[-1:], *small[: MOST_DRAWS - 1]):
        try:
            for point in _points(draw, made, points):
                if not left:
                    break
                values = draw.values("high", made.closed[:2], point)
                pairs = {k: (values[variants[k][0]], _doubled_value(draw, made.closed[2 + k], point)) for k in left}
                left -= {k for k, (a, b) in pairs.items() if not _alike(draw, a, b)}
        except Failure as reason:
            trouble = trouble or f"whether floats see every term is not known: {reason}"
        draw.make_room()
        if not left:
            return None
    return trouble or "a term of it is too small beside the others for floats to see"


def _points(draw: Draw, made: Claimed, first: int) -> Iterator[tuple[int, ...]]:
    """Where a term is looked for: at the first points, and at some others, since it may be 0 there: the first of all
    states has only zeros."""
    yield from islice(made.loops.points(draw.begin().world(made.exact)), first)
    yield from made.loops.sample(draw.world(made.exact), Random(draw.profile.seed), ELSEWHERE, 4 * ELSEWHERE)


def _doubled_value(draw: Draw, closed: Closed, point: tuple[int, ...]) -> object:
    """The value with a doubled term; None where there is none though there was one before: a logarithm of less than 0.

    Such a term is no smaller than what it is added to.
    """
    world = draw.world("high")
    world.work = WORK
    try:
        return world.value(closed, point)
    except Redraw:
        return None
    except Undefined as reason:
        return reason.with_traceback(None)


def _alike(draw: Draw, a: object, b: object) -> bool:
    if b is None or isinstance(a, Undefined) or isinstance(b, Undefined):
        return b is not None
    try:
        return bool(draw.world("high").agree(a, b))
    except Failure:
        return True


def doubled(e: Expr) -> Iterator[Expr]:
    """The expression with one of its terms doubled, for every term of every sum of terms in it."""
    if isinstance(e, Add):
        for k, term in enumerate(e.terms):
            yield Add((*e.terms[:k], mul(num(2), term), *e.terms[k + 1 :]))
    if not isinstance(e, Partial):
        for k, child in enumerate(children(e)):
            for variant in doubled(child):
                yield _with_child(e, k, variant)


def _with_child(e: Expr, k: int, new: Expr) -> Expr:
    count = -1

    def put(x: Expr) -> Expr:
        nonlocal count
        count += 1
        return new if count == k else x

    return rebuild(e, put)


def _is_extreme(system: System, pair: tuple[Expr, ...]) -> bool:
    bodies = [p.body for p in system.pieces if p.body is not None]
    bodies += [f.body for f in system.functions if f.body is not None]
    return any(_extreme(x) for e in (*pair, *bodies) for x in walk(e))


def _weight(e: Expr, power: float = 1) -> float:
    r"""How many powers of ten its numbers make up, as in `\\tanh(10^{-20} x)`, which is `10^{-20} x` to 40 digits."""
    if isinstance(e, Num):
        size = abs(e.value)
        plain = power == 1 and (not size or 1 <= size * PLAIN <= PLAIN**2)
        return 0 if plain or not size else abs(log10(size.numerator) - log10(size.denominator)) * power
    if isinstance(e, Pow) and isinstance(e.exponent, Num):
        return _weight(e.base, power * max(abs(float(e.exponent.value)), 1))
    return sum(_weight(x, power) for x in children(e))


def _extreme(x: Expr) -> bool:
    if isinstance(x, Num):
        return bool(x.value) and not 1 < abs(x.value) * EXTREME < EXTREME**2
    if not isinstance(x, Pow):
        return False
    n = x.exponent
    return abs(n.value) > STEEP if isinstance(n, Num) else all(isinstance(y, (Num, Pow, Add)) for y in walk(n))

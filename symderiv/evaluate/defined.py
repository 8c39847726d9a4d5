r"""Has a claim values at all? `\frac{s}{s} = 1` where s is always 0, `\sqrt{-1}\sqrt{-1} = -1`.

A claim is made for real numbers, at the points at which both of its sides are defined. Values are drawn at every point
until both are; where none will do, at each of two choices of sizes, the claim says nothing there. Sizes at which
nothing is defined (`N = 1` beside a denominator `N - 1`) are left out, as data without a value are.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from random import Random

from ..affine import Affine
from ..domain import Domain
from ..expr import Apply, Div, Expr, Index, Num, Pow, Variable, variables, walk
from ..system import System
from ..valueless import constant_without_value
from .compare import prepare
from .failures import Failure, Unlucky
from .oracle import Draw, oracle

PARTIAL = frozenset({"log", "arcsin", "arccos", "tan"})
"""Functions without a value for some real numbers."""
POINTS = 24
ENUMERATED = 400
SIZES = (3, 4, 5)
"""The smallest size of each draw, in turn."""


def without_value(system: System, left: Expr, right: Expr, full: Domain, seed: int = 0) -> str | None:
    """Why one of the sides has no value at some points of `full`, or None if nothing speaks against it."""
    constant = next((c for c in map(constant_without_value, (left, right)) if c), None)
    if constant is not None:
        return constant
    own = _is_partial(left) or _is_partial(right)
    if not own and not _reaches_partial(system, frozenset((*variables(left), *variables(right)))):
        return None
    try:
        judge = oracle(system, seed)
        claim = prepare(judge.program, (left, right), full, seed)
    except (Failure, RecursionError):
        return None
    doubts: list[str] = []
    for low in SIZES:
        try:
            draw = judge.draw(low).begin()
            points = list(islice(claim.loops.points(draw.world(claim.exact)), ENUMERATED))
        except Failure:
            return None
        Random(draw.profile.seed).shuffle(points)
        looked = points[: POINTS if own else 2]
        if not looked:
            continue
        doubt = next((d for p in looked if (d := _doubt(draw, claim.closed, p)) is not None), None)
        if doubt is None:
            return None
        doubts.append(doubt)
        if len(doubts) > 1:
            return doubt
    return None


def _doubt(draw: Draw, closed: tuple[object, ...], point: tuple[int, ...]) -> str | None:
    try:
        draw.values("masses", closed, point)  # type: ignore[arg-type]
    except Unlucky as reason:
        draw.begin()
        return str(reason).removeprefix("no random values will do: ")
    except (Failure, RecursionError):
        return None
    return None


def _is_partial(e: Expr) -> bool:
    return any(_without_some_values(x) for x in walk(e))


def _without_some_values(x: Expr) -> bool:
    if isinstance(x, Div):
        return not _is_positive(x.denominator)
    if isinstance(x, Pow):
        n = x.exponent
        whole = isinstance(n, Num) and n.value.denominator == 1 and n.value >= 0
        return not whole and not (isinstance(x.base, Num) and x.base.value > 0)
    return isinstance(x, Apply) and (x.function in PARTIAL)


def _is_positive(e: Expr) -> bool:
    """A number, or a size: never zero."""
    if isinstance(e, Num):
        return bool(e.value)
    return isinstance(e, Index) and isinstance(e.form, Affine) and e.form.letter is not None


@lru_cache(maxsize=256)
def _reaches_partial(system: System, start: frozenset[Variable]) -> bool:
    """Does a definition that these variables are computed with have no value for some numbers?"""
    seen, waiting = set(start), list(start)
    while waiting:
        variable = waiting.pop()
        for piece in system.of(variable):
            if piece.body is None:
                continue
            if _is_partial(piece.body):
                return True
            new = set(variables(piece.body)) - seen
            seen |= new
            waiting += new
    return False


__all__ = ["without_value"]

r"""Roots of what can be negative besides: `\sqrt{s^2} = -s` may hold wherever a claim was looked at in the field.

A number and its negative have one square; which of them is its root in the field is one bit. For a name without indices
that is one bit for each draw of sizes, so what agrees there is looked at in doubles, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ..expr import Expr, Num, Pow, Var, of_kind, walk
from ..system import System
from .compare import Claimed, Link, clearly_differs, disproved
from .failures import Failure
from .oracle import Draw

SALTS = 4
"""So many choices of values in each draw."""
POINTS = 3
"""So many points are looked at for each of them."""


def is_rooted(system: System, members: Iterable[Expr]) -> bool:
    """Does a root of even order stand in a claim or its network, of something that is not a number?"""
    bodies = [p.body for p in system.pieces if p.body is not None]
    bodies += [f.body for f in system.functions if f.body is not None]
    return any(_is_root(x) for e in (*members, *bodies) for x in of_kind(e, Pow))


def _is_root(x: Pow) -> bool:
    whole = isinstance(x.exponent, Num) and x.exponent.value.denominator % 2
    return not whole and any(isinstance(y, Var) for y in walk(x.base))


def look_at_roots(draws: Iterable[Draw], claim: Claimed) -> None:
    """Compares in doubles what agrees in the field, in each of the draws."""
    links = [(n, link) for n, link in enumerate(claim.links) if link.verdict is None and not link.numerical]
    if not links or not is_rooted(claim.program.system, claim.members):
        return
    for draw in draws:
        try:
            points = list(islice(claim.loops.points(draw.begin().world(claim.exact)), POINTS))
        except Failure:
            continue
        for salt in range(SALTS):
            for point in points:
                _look(draw.begin(salt), claim, links, point)
        draw.begin()


def _look(draw: Draw, claim: Claimed, links: list[tuple[int, Link]], point: tuple[int, ...]) -> None:
    for n, link in links:
        try:
            if link.verdict is None and clearly_differs(draw, claim, n, point):
                link.verdict = disproved(draw, claim, n, point)
        except Failure:
            continue


__all__ = ["is_rooted", "look_at_roots"]

r"""Functions that a page gives as derivatives of others, `\phi(a_i) = \frac{d}{d a_i} f(a_i)`.

Such an equation is a claim and defines nothing, so the function is any there is. To its author it is that derivative: a
line that is wrong for any function, and rests on this one, is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...errors import ReadError
from ...expr import Apply, Expr, Partial, of_kind, variables, walk
from ...network.graph import upstream
from ...read import Written
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

DETAIL = "the page says what `{}` is by a derivative of another function, which is not read as its definition"


def unless_of_such_a_function(link: Link, verdict: Verdict, claims: Sequence[Written]) -> Verdict:
    """The verdict; open for a wrong link that rests on such a function."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    named = {name for w in claims for name in _given_so(w, link.system)}
    mine = next((x.function for e in _bodies(link) for x in of_kind(e, Apply) if x.function in named), None)
    return verdict if mine is None else Verdict(Judgement.UNPROVED, detail=DETAIL.format(mine))


def may_be_given_so(claims: Sequence[Written]) -> bool:
    """Has a page an equation of a function that may give it so?"""
    return any(_is_given_so(w) for w in claims)


def _given_so(w: Written, system: System) -> Iterator[str]:
    """The function without a formula of which a line says that it is a derivative of another one."""
    if _is_given_so(w):
        (left, *_) = w.members
        assert isinstance(left, Apply)
        known = system.function(left.function)
        if known is None or known.body is None:
            yield left.function


def _is_given_so(w: Written) -> bool:
    if len(w.members) < len(("left", "right")) or w.struck or w.relations[0] not in ("=", ":=", r"\equiv"):
        return False
    left, right = w.members[:2]
    if isinstance(left, ReadError) or isinstance(right, ReadError) or not isinstance(left, Apply) or any(left.order):
        return False
    other = [x for x in of_kind(right, Apply) if x.function != left.function]
    derived = any(any(x.order) for x in other) or any(isinstance(x, Partial) for x in walk(right))
    return bool(other) and derived


def _bodies(link: Link) -> Iterator[Expr]:
    """The sides of a link, and all that they are computed with."""
    sides = (link.left, link.right)
    yield from sides
    names = {u for e in sides for v in variables(e) for u in (v, *upstream(link.system, v))}
    yield from (p.body for v in names for p in link.system.of(v) if p.body is not None)

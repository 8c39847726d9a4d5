r"""Penalties of a bare letter beside labelled ones: `\lambda A^2` where the page has `A_p` and `A_q`.

The A stands nowhere but in that term, so it is data of its own, or it stands for all parameters of its letter. Lines
that differentiate by one of these, of what the term is a part of, are left open.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from ...expr import Add, Apply, Expr, Num, Partial, Pow, Var, Variable, of_kind, variables
from ...network.graph import upstream
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

LETTER = lazily(r"\\?[A-Za-z]+")
BARE = lazily(r"\\?[A-Za-z]+(?:\^\{?\(?2\)?\}?)?(?:_\{#(?:,#)?\})?")
"""A letter without labels, also as a matrix or a vector, or one of which the page has the square alone."""
MEANT = "does the `{}` of a penalty stand for all that have this letter?"


def unless_penalised(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line that depends on what such a letter stands for."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    penalised = _penalised(link.system)
    for partial in (p for side in (link.left, link.right) for p in of_kind(side, Partial)) if penalised else ():
        for name in penalised:
            if _letter(name) == _letter(partial.wrt.variable) and name != partial.wrt.variable:
                below = {v for x in variables(partial.of) for v in (x, *upstream(link.system, x))}
                if name in below:
                    return Verdict(Judgement.UNPROVED, detail=MEANT.format(_letter(name)))
    return verdict


@lru_cache(maxsize=64)
def _penalised(system: System) -> tuple[Variable, ...]:
    """The bare names that stand in one term alone, which holds nothing else that is used anywhere else."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    uses = [v for body in bodies for term in _terms(body) or (body,) for v in variables(term)]
    numbers = [p.body for p in system.pieces if p.body is not None and not p.indices]
    found = (v for body in numbers for term in _terms(body) if (v := _alone(term, uses)) is not None)
    return tuple(v for v in found if all(p.body is None for p in system.of(v)))


def _alone(term: Expr, uses: list[Variable]) -> Variable | None:
    """The one bare name of a term, if all of its names stand nowhere else."""
    names = sorted(variables(term), key=lambda v: v.key)
    bare = [v for v in names if BARE.fullmatch(v.key)]
    letters = {_letter(v) for v in uses if v not in names}
    once = all(uses.count(v) == 1 for v in names)
    meant = [v for v in bare if _letter(v) in letters]
    alone = once and len(meant) == 1 and len(bare) == len(names)
    return meant[0] if alone and _is_squared(term, meant[0]) else None


def _is_squared(term: Expr, v: Variable) -> bool:
    r"""Does a term hold the square of a name, as a norm does? `A^{(2)}` is that of what never stands without the 2.

    A variance is squared as well: it divides, or stands in a logarithm.
    """
    if of_kind(term, Apply) or any(isinstance(x.exponent, Num) and x.exponent.value < 0 for x in of_kind(term, Pow)):
        return False
    if v.key.endswith("^{(2)}"):
        return True
    two = Num(Fraction(2))
    return any(x.exponent == two and isinstance(x.base, Var) and x.base.variable == v for x in of_kind(term, Pow))


def _terms(body: Expr) -> tuple[Expr, ...]:
    return body.terms if isinstance(body, Add) else ()


def _letter(v: Variable) -> str:
    match = LETTER.match(v.key)
    return match[0] if match is not None else v.key

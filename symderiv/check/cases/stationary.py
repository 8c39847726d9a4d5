r"""Equations that hold where a derivative is 0, `X^T X w = X^T y` of a page that minimises `\|X w - y\|^2`.

Such a line says of values what they are at the minimum, and nothing that is so at all of them. The difference of its
sides then is the derivative of a number that the page computes by one of its parameters, but for a constant factor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations
from math import isclose, isfinite

from ...affine import Sym, affine
from ...expr import (
    ZERO,
    Div,
    Expr,
    Index,
    Num,
    Partial,
    Var,
    Variable,
    add,
    free,
    holds_derivative,
    mul,
    neg,
    variables,
)
from ...notation import OBJECTIVES
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Role
from ..link import Link
from .assuming import Judge

CONSTANTS = tuple(Fraction(n, d) for n, d in ((1, 1), (-1, 1), (1, 2), (-1, 2), (2, 1), (-2, 1), (4, 1), (-4, 1)))
PRINTED = 1e-3
"""The numbers of a counterexample are printed: so far they may differ for that."""
LETTER = lazily(r"\\?[A-Za-z]+")
MOST_LETTERS, MOST_SIZES = 2, 3
"""Of more free letters, and with more sizes as factors, it is not asked."""


def says_where_a_derivative_is_zero(link: Link, judge: Judge) -> bool:
    """Is the difference of the sides of a link without derivatives a multiple of one of the network?"""
    if holds_derivative(link.left) or holds_derivative(link.right):
        return False
    rest = add(link.left, neg(link.right))
    for slope in _derivatives(link, rest):
        if _is_multiple(link, rest, slope, judge):
            # a side that is the derivative itself is a line about it, with a slip; beside a 0 it is set to that
            sides = (ZERO,) if ZERO in (link.left, link.right) else (link.left, link.right, ZERO)
            return not any(_is_multiple(link, side, slope, judge) for side in sides)
    return False


def _is_multiple(link: Link, e: Expr, slope: Expr, judge: Judge) -> bool:
    """Is a derivative a constant times an expression, or 0 as that is?

    Where they differ, their numbers at one point tell which constants are left.
    """
    verdict = judge(replace(link, left=slope, right=e))
    if verdict.judgement is Judgement.RIGHT or e == ZERO:
        return verdict.judgement is Judgement.RIGHT
    ways = (replace(link, left=slope, right=f.times(e)) for f in _factors(link) if _fits(f, verdict))
    return any(judge(way).judgement is Judgement.RIGHT for way in ways)


def _fits(f: _Factor, verdict: Verdict) -> bool:
    """May the left of what is wrong be a constant times its right, by the numbers that show it wrong?"""
    at = verdict.counterexample
    if at is None:
        return True
    try:
        left, right, factor = float(at.left), float(at.right), f.value(dict(at.sizes))
    except (ValueError, KeyError):
        return True
    return isclose(left, factor * right, rel_tol=PRINTED) or not (isfinite(left) and isfinite(right))


def _derivatives(link: Link, rest: Expr) -> Iterator[Expr]:
    """Those of the numbers that the network computes, by the parameters in the link with as many indices as it has
    free letters."""
    letters = sorted(free(rest) - link.system.sizes, key=lambda s: s.name)
    numbers = [v for v in link.system.variables() if not v.arity and _is_goal(v.key, link)]
    for v in numbers if len(letters) <= MOST_LETTERS else ():
        for p in sorted(variables(rest), key=lambda x: x.key):
            given = all(piece.body is None and piece.role is Role.PARAMETER for piece in link.system.of(p))
            if given and p.arity == len(letters) and _is_differentiated_by(p, link.page):
                for order in permutations(letters):
                    yield Partial(Var(v, ()), Var(p, tuple(map(affine, order))))


def _is_differentiated_by(p: Variable, page: str) -> bool:
    """Does the page, as typed, take a derivative by something of that letter, or give it to a goal, `J(w)`?"""
    letter = re.escape(LETTER.findall(split_key(p.key)[0])[-1])
    before = r"(?:\\partial|\\nabla_|∂|∇_?|\bd|\\(?:arg)?(?:min|max)(?:\\limits)?_)"
    name = rf"[\s{{]*(?:\\[a-z]+[\s{{]+)?{letter}(?![A-Za-z])"
    shown = rf"(?<![A-Za-z^_])(?:\\mathcal[\s{{]*)?[JLEC]\}}?\s*\({name}\}}?\s*[),;|]"
    return re.search(f"{before}{name}|{shown}", page) is not None


def _is_goal(key: str, link: Link) -> bool:
    objective = link.system.objective
    return split_key(key)[0] in OBJECTIVES or (objective is not None and objective.key == key)


def _factors(link: Link) -> Iterator[_Factor]:
    """Constants, alone and over or times a size."""
    sizes = sorted(link.system.sizes, key=lambda s: s.name)
    for c in CONSTANTS:
        yield _Factor(c)
        for s in sizes if len(sizes) <= MOST_SIZES else ():
            yield from (_Factor(c, s), _Factor(c, s, below=True))


@dataclass(frozen=True, slots=True)
class _Factor:
    """A constant, alone, times a size or over it."""

    constant: Fraction
    size: Sym | None = None
    below: bool = False

    def times(self, e: Expr) -> Expr:
        """So many times an expression."""
        c = Num(self.constant)
        if self.size is None:
            return mul(c, e)
        size = Index(affine(self.size))
        return mul(Div(c, size) if self.below else mul(c, size), e)

    def value(self, sizes: Mapping[str, int]) -> float:
        """The number that it is; raises `KeyError` where the size is not known."""
        size = 1 if self.size is None else sizes[self.size.name]
        return float(self.constant / size if self.below else self.constant * size)

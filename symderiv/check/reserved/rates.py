r"""The rate of a step along a gradient, the `\eta` of `w \leftarrow w - \eta \frac{\partial E}{\partial w}`.

A solution names it though the network beside it has no such number. The line is about any rate, so it may be wrong. So
is one of a page that defines its own network, where the rate stands in every member: elsewhere it may have a value that
the page does not tell, but no such value makes `w - \eta a = w - \eta b` true. A constant factor may be part of the
rate (`- \eta \nabla (y - t)^2 = - \eta (y - t)`), whether words say so or not: a line that is wrong by no more is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from ...affine import affine
from ...errors import ReadError
from ...expr import (
    ONE,
    ZERO,
    Add,
    Div,
    Expr,
    Index,
    Mul,
    Partial,
    Var,
    Variable,
    add,
    mul,
    neg,
    num,
    of_kind,
    variables,
)
from ...expr import replace as replaced
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...resolve.written import Written
from ...step import Counterexample, Judgement, Verdict
from ...system import System
from ..link import Link
from ..words.rates_told import is_told

RATES = frozenset([r"\eta", r"\alpha", r"\gamma", r"\epsilon", r"\varepsilon", r"\mu", r"\rho", r"\tau"])
"""Letters that are one before a derivative that stands alone, `-\\eta \\frac{\\partial E}{\\partial w}`."""

ABSORBING = lazily(
    r"\b(?:re-?)?(?:absor[bv]|assorb|subsum|swallow|rescal|incorporat)\w*|\bgoes into\b|吸収|吸收|흡수|погло", re.I
)
"""Words by which a rate may have a factor in it that it had not before."""


LARGEST, CLOSE = 64, Fraction(1, 10**6)
"""A constant has no larger denominator; values are printed with ten digits."""
FACTOR_OPEN = "it is wrong only by a constant factor, which the rate `{}` may have in it"


def rates(written: Written, network: System) -> Iterator[Variable]:
    """The rates that the first member of a chain names and the network does not have."""
    first = written.members[0]
    if isinstance(first, ReadError):
        return
    terms = first.terms if isinstance(first, Add) else (first,)
    stepped = {t for t in terms if isinstance(t, Var)}
    known = _known(network)
    for term in terms:
        by = [x.wrt for x in of_kind(term, Partial)]
        factors = term.factors if isinstance(term, Mul) else ()
        numbers = [x.variable for x in factors if isinstance(x, Var) and not x.indices and x.variable not in known]
        if not by or len(numbers) != 1:
            continue
        if stepped.intersection(by) or (len(terms) == 1 and split_key(numbers[0].key)[0] in RATES):
            yield numbers[0]


def shared_rates(written: Written, network: System, text: str) -> Iterator[Variable]:
    """The rates that stand in every member of a chain; none where the page says that they absorb something, or says of
    their letters what they are."""
    if ABSORBING.search(text):
        return
    members = written.members
    for rate in rates(written, network):
        shared = all(not isinstance(m, ReadError) and rate in variables(m) for m in members)
        if shared and not is_told(text, split_key(rate.key)[0]):
            yield rate


def unless_by_rate(
    link: Link, verdict: Verdict, found: Iterable[Variable], judge: Callable[[Link], Verdict]
) -> Verdict:
    """The verdict; open for a line that is wrong, but right with a constant times one of its rates on one side."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    for rate in found:
        factors = _factors(link, rate, judge)
        scaled = (replace(link, left=_with(link.left, rate, mul(c, Var(rate)))) for c in factors)
        if any(judge(x).judgement is not Judgement.WRONG for x in scaled):
            return Verdict(Judgement.UNPROVED, detail=FACTOR_OPEN.format(rate.key))
    return verdict


def _factors(link: Link, rate: Variable, judge: Callable[[Link], Verdict]) -> list[Expr]:
    """The constants, numbers with a size or without, that may part the sides, by one point where they differ."""
    rest = [_with(side, rate, ZERO) for side in (link.left, link.right)]
    if judge(replace(link, left=rest[0], right=rest[1])).judgement is Judgement.WRONG:
        return []
    steps = [add(side, neg(x)) for side, x in zip((link.left, link.right), rest, strict=True)]
    point = judge(replace(link, left=steps[0], right=steps[1])).counterexample
    ratio = None if point is None else _ratio(point)
    if point is None or ratio is None:
        return []
    sizes = {s.name: s for s in link.system.sizes}
    known = [(Index(affine(sizes[name])), Fraction(n)) for name, n in point.sizes if name in sizes and n > 1]
    times: list[tuple[Expr, Fraction]] = [
        (ONE, ratio),
        *((x, ratio / n) for x, n in known),
        *((Div(ONE, x), ratio * n) for x, n in known),
    ]
    near = ((x, c.limit_denominator(LARGEST), c) for x, c in times)
    return [mul(num(c), x) for x, c, exact in near if c and abs(c - exact) < CLOSE * abs(exact)]


def _ratio(point: Counterexample) -> Fraction | None:
    """How much the right side is of the left one, if both have the same sign."""
    try:
        left, right = Fraction(point.left), Fraction(point.right)
    except ValueError:
        return None
    return right / left if left and right / left > 0 else None


def _with(e: Expr, rate: Variable, value: Expr) -> Expr:
    return replaced(e, lambda x: value if isinstance(x, Var) and x.variable == rate else None)


@of_this_object(64)
def _known(network: System) -> frozenset[Variable]:
    return frozenset(network.variables())

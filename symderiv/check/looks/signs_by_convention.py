r"""Signs that a letter has by convention: the `\epsilon` of `\min(\max(r, 1 - \epsilon), 1 + \epsilon)` is positive.

Pages leave them to their reader, and where a value is cut off or a side of a kink counts a line may be wrong for a
negative one alone. So may one be where the lower of two bounds lies above the upper one, `\min(\max(x, a), b)`, or the
slope of the lower branch is the larger one, `\max(\alpha z, z)`. What nobody stated cannot be held against a line: it
is open unless it is wrong where all of this is as usual.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from ...expr import ONE, Apply, Expr, Num, Pow, Var, Variable, add, free, mul, neg, of_kind, variables
from ...functions import is_analytic
from ...memo import of_this_object
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import System, Values
from ..cases.assuming import Judge
from ..known.few_values import differentiated_by
from ..link import Link

GREEK = r"\epsilon \varepsilon \lambda \tau \sigma \gamma \alpha \beta \delta \kappa \rho \eta \nu \ell"
POSITIVE = frozenset([*GREEK.split(), *"mcCT"])
"""Letters of positive numbers: bounds, rates, widths, margins, temperatures."""
NUMBERED = frozenset([r"\sigma", r"\tau", r"\ell", r"\xi", r"\lambda"])
"""Those that are so with an index, too."""
FRACTIONS = frozenset([r"\epsilon", r"\varepsilon", r"\alpha", r"\beta", r"\gamma", r"\tau", r"\rho"])
"""Those of numbers between 0 and 1."""
SMALL = (Fraction(1, 7), Fraction(1, 4), Fraction(2, 5))
OPEN = "it is not known to be wrong where the sign, size or order of `{}` is the usual one, which the page does not say"


def unless_by_convention(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is not wrong where its constants are as usual."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    usual = _usual(link)
    if not usual.said:
        return verdict
    system = link.system
    few = {v.variable for v in system.values}
    small = tuple(Values(v, SMALL) for v in usual.small if v not in few)  # also of one that the page calls positive
    positive = tuple(v for v in usual.positive if v not in few and v not in system.positive)
    holds = mul(*(Apply("step", (x,)) for x in usual.ordered))
    sides = (link.left, link.right) if holds == ONE else (mul(holds, link.left), mul(holds, link.right))
    changed = replace(system, values=(*system.values, *small), positive=(*system.positive, *positive))
    if judge(replace(link, system=changed, left=sides[0], right=sides[1])).judgement is Judgement.WRONG:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=OPEN.format("`, `".join(dict.fromkeys(usual.said))))


@dataclass(frozen=True, slots=True)
class Usual:
    """Data that are positive by convention, those between 0 and 1, and what is positive where bounds are in order."""

    positive: tuple[Variable, ...] = ()
    small: tuple[Variable, ...] = ()
    ordered: tuple[Expr, ...] = ()

    @property
    def said(self) -> list[str]:
        """The letters that are meant."""
        bounds = [v for x in self.ordered for v in sorted(variables(x), key=lambda v: v.key)]
        return [v.spelling.replace("#1", "i").replace("#2", "j") for v in (*self.positive, *self.small, *bounds)]


def _usual(link: Link) -> Usual:
    """What is usual of the constants on which the sides of a line, or those of kinks, may depend."""
    system, sides = link.system, (link.left, link.right)
    signed = (*(x for e in sides for x in _signed(e)), *_signed_in(system))
    met = _behind(system, signed) & _behind(system, sides) if signed else set()
    if not met:
        return Usual()
    given = [v for v in sorted(met, key=lambda v: v.key) if all(p.body is None for p in system.of(v))]
    slopes = {*_lower_slopes(signed)}
    small = tuple(v for v in given if v in slopes or (_is_plain(v) and _letter(v) in FRACTIONS))
    rest = (v for v in given if v not in small)
    positive = tuple(v for v in rest if _letter(v) in (POSITIVE if _is_plain(v) else NUMBERED))
    free_of = {*given} - differentiated_by(system, sides)
    bounds = dict.fromkeys(x for x in _bounds(signed, free_of) if not variables(x) <= {*positive, *small})
    return Usual(positive, small, tuple(bounds))


def _is_plain(v: Variable) -> bool:
    return "#" not in v.key


def _letter(v: Variable) -> str:
    return split_key(v.key)[0]


def _signed(e: Expr) -> Iterator[Expr]:
    """The parts of an expression that depend on the side on which something lies: kinks, jumps, broken powers."""
    yield from (x for x in of_kind(e, Apply) if not is_analytic(x.function))
    yield from (x for x in of_kind(e, Pow) if isinstance(x.exponent, Num) and x.exponent.value.denominator != 1)


@of_this_object(64)
def _signed_in(system: System) -> tuple[Expr, ...]:
    """Those of the definitions of a network, and of its functions."""
    bodies = (p.body for p in system.pieces if p.body is not None)
    functions = (f.body for f in system.functions if f.body is not None)
    return tuple(dict.fromkeys(x for e in (*bodies, *functions) for x in _signed(e)))


def _behind(system: System, signed: Iterable[Expr]) -> set[Variable]:
    """The variables that these are made of, through definitions."""
    found: set[Variable] = set()
    waiting = [v for e in signed for v in variables(e)]
    while waiting:
        v = waiting.pop()
        if v not in found:
            found.add(v)
            waiting += [w for p in system.of(v) if p.body is not None for w in variables(p.body)]
    return found


def _lower_slopes(signed: Iterable[Expr]) -> Iterator[Variable]:
    r"""The numbers by which the lower branch is multiplied, the a of `\max(a z, z)`."""
    for x in (x for x in signed if isinstance(x, Apply) and x.function == "max" and len(x.args) == 2):
        for one, other in (x.args, x.args[::-1]):
            slopes = (v for v in of_kind(one, Var) if not v.indices and mul(v, other) in (one, _turned(one)))
            yield from (v.variable for v in slopes)


def _turned(e: Expr) -> Expr:
    """A product of two the other way round."""
    return mul(*reversed(getattr(e, "factors", (e,))))


def _bounds(signed: Iterable[Expr], given: set[Variable]) -> Iterator[Expr]:
    r"""What is positive where the bounds of `\min(\max(x, a), b)` are in order, `b - a`: of the two of which the inner
    one is taken, one alone is made of data that no line differentiates by."""
    for x in (x for x in signed if isinstance(x, Apply) and x.function in ("max", "min") and len(x.args) == 2):
        for inner, outer in (x.args, x.args[::-1]):
            if not isinstance(inner, Apply) or {inner.function, x.function} != {"max", "min"}:
                continue
            bounds = [e for e in inner.args if _is_of(e, given)]
            if len(bounds) == 1 and _is_of(outer, given):
                low, high = (bounds[0], outer) if inner.function == "max" else (outer, bounds[0])
                yield add(high, neg(low))


def _is_of(e: Expr, given: set[Variable]) -> bool:
    """Is an expression made of such data, and one and the same whatever the indices are?"""
    return variables(e) <= given and not free(e)


__all__ = ["unless_by_convention"]

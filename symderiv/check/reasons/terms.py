r"""Where no slip explains a line: which of its terms are right, which are missing, which are too many.

Terms are those that the author wrote, brackets multiplied out as far as they part terms; they are compared, at the
points of a random draw, with the terms of the other side, or with the paths of the derivative that is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ...domain.constraint import Domain
from ...expr import Add, Div, Expr, Labelled, Mul, Partial, Sum, add, children, mul, neg, of_kind
from ...system import System
from .paths import asked_for_with_sign, paths
from .samples import Samples
from .slips_sum import with_sign_in_front

MOST_TERMS = 8
"""Of formulas with more terms nothing is told."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of what was written that are right, terms that are missing, terms that are too many; what it should be."""

    common: tuple[Expr, ...]
    missing: tuple[Expr, ...]
    extra: tuple[Expr, ...]
    whole: Expr | None


def compared(system: System, target: Expr, written: Expr, domain: Domain, samples: Samples) -> Terms | None:
    """The terms of `written` against those of `target`, of several ways to write it that with most in common."""
    ours = summands(written)
    best: Terms | None = None
    for theirs in _ways(system, target, domain):
        if len(ours) > MOST_TERMS or len(theirs) > MOST_TERMS or samples.late:
            continue
        found = _parted(ours, theirs, samples)
        if found is not None and (best is None or _worth(found, written) > _worth(best, written)):
            best = found
    return best


def _worth(terms: Terms, written: Expr) -> tuple[int, bool]:
    """How telling they are: by how much they have in common; of a line without derivatives then those without any."""
    plain = not of_kind(written, Partial) and not any(of_kind(e, Partial) for e in terms.missing)
    return len(terms.common), plain


def summands(e: Expr) -> tuple[Expr, ...]:
    """The terms of a formula, the brackets and sums around them multiplied out.

    >>> from symderiv.expr import Variable
    >>> x = Variable("x_{#}")
    >>> summands(mul(x(1), add(x(2), x(3), x(4)))) == (mul(x(1), x(2)), mul(x(1), x(3)), mul(x(1), x(4)))
    True

    A minus stands in front of a sum:

    >>> from symderiv.expr import total
    >>> given, seen = (total("i", 1, "n", e) for e in (add(x("i"), neg(x("k"))), x("k")))
    >>> summands(given)[1] == neg(seen)
    True
    """
    if isinstance(e, Labelled):
        return summands(e.body)
    if isinstance(e, Add):
        return tuple(x for t in e.terms for x in summands(t))
    if isinstance(e, Sum):
        return tuple(with_sign_in_front(replace(e, body=x)) for x in summands(e.body))
    if isinstance(e, Div):
        return tuple(Div(x, e.denominator) for x in summands(e.numerator))
    if isinstance(e, Mul):
        parts = [summands(x) for x in e.factors]
        several = [n for n, p in enumerate(parts) if len(p) > 1 and not _is_plain(p)]
        if len(several) == 1:
            (n,) = several
            return tuple(mul(*e.factors[:n], x, *e.factors[n + 1 :]) for x in parts[n])
    return (e,)


def _is_plain(terms: Sequence[Expr]) -> bool:
    """Is it a difference that stays together: of two entries, or from a number?"""
    return len(terms) == 2 and all(not any(map(children, children(t))) for t in terms)


def _ways(system: System, target: Expr, domain: Domain) -> list[tuple[Expr, ...]]:
    """The other side as terms: its own, or the paths of the derivative, parted near to it and further up."""
    asked = asked_for_with_sign(system, target)
    if asked is None:
        return [summands(target)]
    goal, minus = asked
    found = paths(system, goal, domain)
    ways = []
    for depth in sorted({p.depth for p in found}):
        terms = tuple(x for p in found if p.depth == depth for x in summands(neg(p.term) if minus else p.term))
        ways.append(terms)
    return ways


def _parted(ours: tuple[Expr, ...], theirs: tuple[Expr, ...], samples: Samples) -> Terms | None:
    there, here = [samples.values(e) for e in theirs], [samples.values(e) for e in ours]
    if any(v is None for v in (*there, *here)):
        return None
    left = list(range(len(theirs)))
    extra = []
    for n, value in enumerate(here):
        same = next((m for m in left if samples.equal(value, there[m])), None)
        if same is None:
            extra.append(n)
        else:
            left.remove(same)
    for a, b in combinations(list(left), 2):  # what was written as one term
        both = samples.values(add(theirs[a], theirs[b]))
        one = next((n for n in extra if a in left and b in left and samples.equal(here[n], both)), None)
        if one is not None:
            extra.remove(one)
            left = [m for m in left if m not in (a, b)]
    if not left and not extra:
        return None
    common = tuple(e for n, e in enumerate(ours) if n not in extra)
    return Terms(common, tuple(theirs[m] for m in left), tuple(ours[n] for n in extra), add(*theirs))

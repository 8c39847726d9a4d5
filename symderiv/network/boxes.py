"""How far an array goes that a page names as a whole: as far as a box around the entries that its sums use."""

from __future__ import annotations

from functools import reduce

from ..affine import ZERO, Affine, affine
from ..domain import bounds, is_empty, shadow
from ..domain.constraint import Context, Domain
from .entries import coordinates


def boxed(domain: Domain, known: Context) -> Domain:
    """The box around a triangle with its diagonal, `1 <= j <= i <= n`; anything else as it is.

    Of half a square without the diagonal, `i < j`, the other half may be the same entries.
    """
    at = coordinates(len("ij"))
    if not any(c.rel == ">=" and c.letters() >= {*at} for c in domain.constraints):
        return domain
    turned = domain.substitute({at[0]: affine(at[1]), at[1]: affine(at[0])})
    sides = [shadow(domain, at[1]), shadow(domain, at[0])]
    if is_empty(domain & turned, known) or any(c.letters() >= {*at} for side in sides for c in side.constraints):
        return domain
    for c, side in zip(at, sides, strict=True):
        found = bounds(side, c, known)
        if not all(map(_is_first, found.lowers)) or len(found.lowers) != 1 or len(found.uppers) != 1:
            return domain
    return reduce(lambda a, b: a & b, sides)


def _is_first(form: Affine) -> bool:
    return form in (ZERO, affine(1))

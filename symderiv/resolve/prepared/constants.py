r"""The number pi on a page that also has entries of a name `\pi`: `\frac{1}{\sqrt{2\pi}\,\sigma_k}` beside `\pi_k`.

Right behind a number a bare `\pi` is the constant; there it gets the upright letter that printers give to constants, so
that it is a name of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...errors import ReadError
from ...latex import tree as t
from ...latex.tree import Node
from ...latex.walking import rebuilt
from ..located import Located, read_of

UPRIGHT = r"\uppi"
"""The upright letter."""


def with_constants_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the constant told apart from the name."""
    formulas = read_of(located)
    if not any(x.base == r"\pi" and x.scripts for f in formulas for x in t.of_kind(f, t.Name)):
        return list(located)
    return [(display, f if isinstance(f, ReadError) else rebuilt(f, _apart)) for display, f in located]


def _apart(x: object) -> Node | None:
    if not isinstance(x, t.Product):
        return None
    at = [n for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False), 1) if _is_pi(a, b)]
    if not at:
        return None
    factors = [rebuilt(f, _apart) for f in x.factors]
    for n in at:
        factors[n] = replace(factors[n], body=replace(factors[n].body, base=UPRIGHT))
    return replace(x, factors=tuple(factors))


def _is_pi(before: t.Factor, f: t.Factor) -> bool:
    plain = isinstance(f.body, t.Name) and f.body.base == r"\pi" and not f.body.scripts and not f.body.font
    return isinstance(before.body, t.Number) and plain and f.operator != "/"

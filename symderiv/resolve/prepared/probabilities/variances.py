r"""Variances of which only even powers are used: `\sigma_k^2` and `\sigma_k^4` where `\sigma_k` never stands alone.

The variance is then what the page computes with and differentiates by, a name of its own, and `\sigma_k^4` is its
square. Other letters may carry the number of a layer, and are none of this unless words call them so (`variances
$s_k^2$`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Number, Script, Scripted
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.scripts import kind_of
from ...spelled.shape import stem_of

LETTERS = frozenset([r"\sigma", r"\tau", r"\varsigma"])
NEAR = 60
"""So many characters around a formula are looked at."""
BEFORE = lazily(r"(?:\bvariances?|分散)\s*(?:\$|\\\()?\s*\Z", re.I)
BEHIND = lazily(
    r"\s*(?:is|are|denotes?)\s+(?:the|a|its|their)?\s*(?:[a-z-]+\s+)?variances?\b|\s*(?:は|を)[^。]{0,8}分散", re.I
)
"""Words that call it a variance."""
EVEN = {"2": 1, "4": 2, "6": 3, "8": 4}
"""Powers of a deviation, as powers of the variance."""


def with_variances_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such variances as names."""
    formulas = read_of(located)
    letters = LETTERS.union(*map(_called, located))
    names = [x for f in formulas for x in t.of_kind(f, Name) if x.base in letters]
    if not names:
        return list(located)
    lefts = [s.chain.members[0] for f in formulas for s in f.statements if EQUALITIES & {*s.chain.relations[:1]}]
    otherwise = {kind_of(x) for x in lefts if isinstance(x, Name) and _power(x) != "2"}
    kinds = {kind_of(x) for x in names}
    even = {k for k in kinds if all(_power(x) for x in names if kind_of(x) == k)} - otherwise
    # `\\sigma_k^2` beside `\\sigma`: the one may be all of the other
    found = {k for k in even if all(_power(x) for x in names if stem_of(x) == k[0])}
    # where no other power stands on the page the name is one anyway, and keeps its spelling
    found = {k for k in found if k[0][0] not in LETTERS or any(_power(x) != "2" for x in names if kind_of(x) == k)}
    if not found:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.base not in letters or kind_of(x) not in found:
            return None
        below = tuple(s for s in x.scripts if not s.above)
        square = Script(True, (Number("2", x.span),), "(", False, True, x.span)
        variance = replace(x, scripts=(square, *below))
        power = EVEN[_power(x)]
        if power == 1:
            return variance
        exponent = Script(True, (Number(str(power), x.span),), "", False, True, x.span)
        return Scripted(Group("(", (variance,), ")", (), x.span), (exponent,), 0, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _called(one: Located) -> frozenset[str]:
    """The letter of a bare square that the words around it call a variance."""
    display, formula = one
    if not display.inline or isinstance(formula, ReadError) or len(formula.statements) != 1:
        return frozenset()
    (name, *more) = formula.statements[0].chain.members
    near = display.before[-NEAR:], display.after[:NEAR]
    said = BEFORE.search(near[0]) or BEHIND.match(near[1])
    return (
        frozenset([name.base]) if said and not more and isinstance(name, Name) and _power(name) == "2" else frozenset()
    )


def _power(x: Name) -> str:
    """The even number above a name; nothing where something else stands there."""
    above = [s for s in x.scripts if s.above]
    if len(above) != 1 or above[0].bracket or x.primes or len(above[0].entries) != 1:
        return ""
    entry = above[0].entries[0]
    return entry.text if isinstance(entry, Number) and entry.text in EVEN else ""

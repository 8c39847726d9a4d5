r"""Ordered derivatives: after Werbos the total effect is written `\partial^+`, elsewhere the sign of the direct one.

A page says so in words (`the ordered derivative`), or by its chain rule, in which `\frac{\partial^+ E}{\partial z_i}`
is a side of an equation and `\frac{\partial E}{\partial z_i}` a term of a sum on the other: the whole is what the sum
comes to. What has no plus then is the direct effect, by what a name is defined. Where only words say what the plus is,
and none say what is meant without it, nobody knows; nor where the name is made of others that may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Derivative, Name, Node, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import any_of, remembered
from ...located import Located, read_of, with_statements
from .total_derivatives import chains_of_definitions, direct_effect, names_in

CURLY = r"\partial"
ORDERED = lazily(r"\bordered\s+(?:partial\s+)?derivatives?\b", re.I)
"""Words for the total effect."""
OTHERWISE = lazily(
    r"\b(?:immediate|direct|explicit)\s+(?:partial\s+)?derivatives?\b"
    r"|\bimmediate\s+(?:parts?|partials?|effects?|terms?|contributions?)\b",
    re.I,
)
"""Words for the direct one: of the plus, or of what has none."""
DENIED = lazily(r"\bnot\s+(?:the\s+|an?\s+)?ordered\b", re.I)
DIRECT = lazily(
    r"\b(?:ordinary|conventional|usual|simple|standard|normal|regular|plain)\s+(?:partial\s+)?derivatives?\b"
    r"|\bdirect\s+(?:effects?|influences?|impacts?|dependence)\s+(?:alone|only)\b|\b(?:only|just)\s+(?:\w+\s+)?the\s+direct\b",
    re.I,
)
"""Words for what has no plus."""
CAUSE = "a derivative on a page about ordered ones: direct or total?"
HINT = "say what has no plus: `the ordinary partial derivative`"


@remembered
def _has_plus(s: Statement) -> bool:
    return any(d.direct for d in t.of_kind(s, Derivative))


PLUS = lazily(r"\\partial\s*\^\s*\{?\s*\+")
"""The sign, also where a sentence only mentions it."""


def with_ordered_derivatives(located: Sequence[Located], words: str) -> list[Located]:
    """The formulas with total effects for `\\partial^+`, and direct ones for what has no plus, on such a page."""
    if not (any_of(located, _has_plus) or _speaks_of_both(located, words)):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    shown = any(map(_is_shown, statements))
    if not shown and (DENIED.search(words) is not None or ORDERED.search(words) is None):
        return list(located)
    unsure = not shown and OTHERWISE.search(words) is not None
    told = shown or DIRECT.search(words) is not None
    made_by = _of_computed(chains_of_definitions(statements))

    def change(x: Any) -> Node | None:
        if not isinstance(x, Derivative) or x.symbol != CURLY:
            return None
        if unsure:
            return t.Misfit(CAUSE, HINT, span=x.span)
        if x.direct:
            return replace(x, direct=False, of=rebuilt(x.of, change))
        found = _direct(x, made_by) if told and x.order == len(x.wrt) == 1 else None
        return t.Misfit(CAUSE, HINT, span=x.span) if found is None else found

    return with_statements(located, lambda s: rebuilt(s, change))


def _speaks_of_both(located: Sequence[Located], words: str) -> bool:
    """Does a page without such a formula tell ordered derivatives from others, in words or by a sign?"""
    if ORDERED.search(words) is None:
        return False
    return DIRECT.search(words) is not None or any(PLUS.search(d.latex) for d, _ in located)


def _of_computed(chains: Sequence[t.Chain]) -> list[t.Chain]:
    """The equations that make a name of others which are computed, too, or move; data say nothing of any effect."""
    bodies = [{x for m in c.members[1:] for x in names_in(m)} for c in chains]
    made = {x for c in chains for x in names_in(c.members[0])}
    return [c for c, body in zip(chains, bodies, strict=True) if len(body) > 1 or body & made]


def _direct(x: Derivative, made_by: Sequence[t.Chain]) -> Node | None:
    """The direct effect, by the one equation that has what is differentiated for its left side; else by its letter."""
    if x.of is None:
        return None
    own = [c for c in made_by if c.members[0] == x.of]
    if len(own) == 1 and x.wrt[0].body in t.of_kind(own[0].members[1], Name):
        return replace(x, direct=True)
    return direct_effect(x, (x.of, x.wrt[0].body), made_by)


def _is_shown(s: Statement) -> bool:
    """Is the whole, with a plus, what a sum of the direct effect and ways through others with a plus comes to?"""
    sides = [m for m in s.chain.members if isinstance(m, Derivative) and m.direct]
    sums = [m.terms for m in s.chain.members if isinstance(m, t.Terms) and len(m.terms) > 1] if sides else []
    return any(_is_whole(side, terms) for side in sides for terms in sums)


def _is_whole(side: Derivative, terms: Sequence[t.Term]) -> bool:
    own = [x for x in terms if isinstance(x.body, Derivative) and x.body == replace(side, direct=False)]
    ways = [x for x in terms if any(d.direct and d.of == side.of for d in t.of_kind(x, Derivative))]
    return len(own) == 1 and len(own) + len(ways) == len(terms) and not any(x.sign == "-" for x in terms)

r"""Letters that words call a number: `where $\sigma$ is a constant` makes `\sigma (a - b)` a product.

Many letters are functions where a parenthesis follows them. One of which a sentence says that it is a number, and that
no formula defines as a function, multiplies what is in the parenthesis. So does one that weighs a penalty: the
`\rho` of `\frac12 \rho (M - \sum_q m_q)^2`, where each parenthesis behind it holds a sum, and any letter of which a
share stands before one, `\frac{\rho}{2} (M - \sum_q m_q)^2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Name, Node, Product
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import remembered
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import COEFFICIENTS, FUNCTION_LETTERS, WEIGHTS
from ...told.told_constant import called_constant
from ..functions_in_words import NAMING, bare, defined

NOUNS = (
    r"(?:number|constant|scalar|coefficient|(?:hyper-?)?parameter|multiplier|strength|scale|temperature|slope"
    r"|steepness|bandwidth)"
)
NUMBER = lazily(
    rf"\s*(?:is|be|denotes|being|,)\s+(?:an?|the|some)\s+(?:(?!function)[a-z-]+\s+){{0,2}}?{NOUNS}(?![\w-])"
    r"(?!\s+(?:[a-z-]+\s+)?(?:function|map|net))"
    r"|\s*(?:は|を)(?:正の|任意の)?(?:定数|実数|数|係数|スケール|(?:ハイパー)?パラメータ)(?!関数)",
    re.I,
)
"""How a sentence goes on behind the letter."""
DENIED = lazily(r"\b(?:if|when|whenever|unless|suppose|not|neither)\b\W*(?:that\W*)?\Z", re.I)
"""Words before the letter that keep it from being said."""
FUNCTION = lazily(
    r"functions?\b|activation|non-?linearit|\bloss\b|\bmap\b|Funktion|Verlust|fonction|perte|funci[óo]n|funzione|função|функци"
    r"|関数|写像|函数|映射|함수",
    re.I,
)
"""Words beside a letter that call it a function."""
NEAR = 60
"""So many characters may stand between them."""


def with_numbers_multiplied(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document in which such letters multiply what stands in the parenthesis behind them."""
    numbers = {*_told(located), *_weighing(located)}
    numbers -= set(defined(read_of(located))) if numbers else set()
    if not numbers:
        return located

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        for f in x.factors:
            before = factors[-1].body if factors else None
            called = f.joined and isinstance(before, Name) and not before.primes and before.base in numbers
            factors.append(replace(f, joined=False) if called else f)
        if tuple(factors) == x.factors:
            return None
        return replace(x, factors=tuple(replace(f, body=rebuilt(f.body, change)) for f in factors))

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(located: Sequence[Located]) -> Iterator[str]:
    for display, formula in located:
        name = bare(display.latex) if display.inline and isinstance(formula, t.Formula) else None
        number = name is not None and (NUMBER.match(display.after) or called_constant(display))
        if name is not None and number and not DENIED.search(display.before):
            yield name


def _weighing(located: Sequence[Located]) -> set[str]:
    """The letters that weigh penalties, wherever they stand."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = {x for s in statements for x in _weights(s)}
    for letter in sorted(found):
        if not all(_may_weigh(letter, s) for s in statements) or _called_functions(letter, located):
            found.discard(letter)
    return found


@remembered
def _weights(s: t.Statement) -> frozenset[str]:
    """The letters before the power of a parenthesis, those of which a share stands before a parenthesis, and those of
    numbers that are differentiated by."""
    found = {w.body.base for w in t.of_kind(s, t.Wrt) if isinstance(w.body, Name) and w.body.base in WEIGHTS}
    for a, b in (pair for x in t.of_kind(s, Product) for pair in pairwise(x.factors)):
        name = a.body
        if isinstance(name, Name) and name.base in WEIGHTS and b.joined and _is_power(b.body):
            found.add(name.base)
        share = name.numerator if isinstance(name, t.Fraction) and isinstance(name.denominator, t.Number) else None
        if isinstance(share, Name) and share.base in WEIGHTS | FUNCTION_LETTERS | COEFFICIENTS and _is_behind(b):
            found.add(share.base)
    return frozenset(found)


def _is_power(x: Node) -> bool:
    """Is it a parenthesis with a number above?"""
    above = [e for s in x.scripts if s.above for e in s.entries] if isinstance(x, t.Scripted) else []
    return isinstance(x, t.Scripted) and isinstance(x.base, t.Group) and any(isinstance(e, t.Number) for e in above)


def _is_behind(f: Factor) -> bool:
    """Is a parenthesis with a sum multiplied without a sign?"""
    group = f.body.base if isinstance(f.body, t.Scripted) else f.body
    return not f.operator and isinstance(group, t.Group) and len(group.items) == 1 and _is_sum(group.items[0])


def _is_sum(x: Node) -> bool:
    return isinstance(x, t.Terms) and len(x.terms) > 1


def _may_weigh(letter: str, s: t.Statement) -> bool:
    """Does a statement hold the letter without a prime, and a sum in each parenthesis behind it?"""
    if any(x.primes for x in t.of_kind(s, Name) if x.base == letter):
        return False
    pairs = (pair for x in t.of_kind(s, Product) for pair in pairwise(x.factors))
    behind = (b for a, b in pairs if b.joined and isinstance(a.body, Name) and a.body.base == letter)
    return all(map(_is_behind, behind))


def _called_functions(letter: str, located: Sequence[Located]) -> bool:
    """Do words beside the letter call it a function?"""
    alone = (d for d, _ in located if d.inline and bare(d.latex) == letter)
    beside = (f"{d.before[-NEAR:]} {d.after[:NEAR]}" for d in alone)
    return any(FUNCTION.search(x) or NAMING.search(x) for x in beside)

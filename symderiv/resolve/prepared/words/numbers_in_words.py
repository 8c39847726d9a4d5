r"""Letters that words call a number: `where $\sigma$ is a constant` makes `\sigma (a - b)` a product.

Many letters are functions where a parenthesis follows them. One of which a sentence says that it is a number, and that
no formula defines as a function, multiplies what is in the parenthesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Name, Node, Product
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...told_constant import called_constant
from ..functions_in_words import bare, defined

NOUNS = r"(?:number|constant|scalar|coefficient|(?:hyper-?)?parameter|scale|temperature|slope|steepness|bandwidth)"
NUMBER = re.compile(
    rf"\s*(?:is|be|denotes|being|,)\s+(?:an?|the|some)\s+(?:(?!function)[a-z-]+\s+){{0,2}}?{NOUNS}(?![\w-])"
    r"(?!\s+(?:[a-z-]+\s+)?(?:function|map|net))"
    r"|\s*(?:は|を)(?:正の|任意の)?(?:定数|実数|数|係数|スケール|(?:ハイパー)?パラメータ)(?!関数)",
    re.I,
)
"""How a sentence goes on behind the letter."""
DENIED = re.compile(r"\b(?:if|when|whenever|unless|suppose|not|neither)\b\W*(?:that\W*)?\Z", re.I)
"""Words before the letter that keep it from being said."""


def with_numbers_multiplied(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document in which such letters multiply what stands in the parenthesis behind them."""
    numbers = set(_told(located)) - set(defined(read_of(located))) if any(d.inline for d, _ in located) else set()
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

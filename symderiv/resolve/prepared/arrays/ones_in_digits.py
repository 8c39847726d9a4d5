r"""A vector of ones that is a plain digit: `where $1$ is the all-ones vector`, `1^T S`, `H \odot 1 a^T`.

Words have to say so. Then a 1 that is transposed, and one that stands right before a factor or behind one, is that
vector: nobody types a factor of 1. All others are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.tree import Factor, Name, Node, Number, Product, Scripted
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import remembered
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone

ONES = (
    r"(?:(?:all[- ]?ones?|ones)[- ](?:column[- ])?vector"
    r"|(?:column )?vector (?:(?:made|consisting|full) )?(?:of|with) (?:all |only |\w+ )?ones\b"
    r"|vector (?:whose|with) (?:all )?(?:entries|elements|components) (?:are )?(?:all )?(?:one|1)\b)"
)
BEHIND = lazily(rf"\s*,?\s*(?:is|denotes|means|stands for|being|=|:)?\s*(?:here\s+)?(?:the|an?)?\s*{ONES}", re.I)
BEFORE = lazily(rf"{ONES}\s*(?:is|denoted (?:by|as)|written(?: as)?|called|,)?\s*\Z", re.I)
JA = lazily(
    r"\s*(?:は|を)[、,]?\s*(?:すべて|全て|全)の?(?:要素|成分)が\s*(?:\$?1\$?|１|一)\s*(?:の|である)?(?:列?ベクトル)"
)
"""Words behind and before a 1 that call it a vector of ones."""


def with_digits_as_ones(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such digits in bold."""
    if not any(_holds_any(s) for f in read_of(located) for s in f.statements) or not _is_told(located, blocks):
        return list(located)

    def change(x: Any) -> Node | None:
        if _is_transposed(x):
            return Name("1", font="mathbf", scripts=x.scripts, span=x.span)
        if not isinstance(x, Product) or not any(_is_beside_a_factor(x.factors, n) for n in range(len(x.factors))):
            return None
        bold = (
            replace(f, body=Name("1", font="mathbf", span=f.body.span))
            if _is_beside_a_factor(x.factors, n)
            else rebuilt(f, change)
            for n, f in enumerate(x.factors)
        )
        return replace(x, factors=tuple(bold))

    found = with_statements(located, lambda s: rebuilt(s, change))
    return [
        (d, replace(f, statements=tuple(rebuilt(s, _alone) for s in f.statements)))
        if isinstance(f, t.Formula) and d.inline and value_alone((d, f)) == t.ONE
        else (d, f)
        for d, f in found
    ]


def _alone(x: Any) -> Node | None:
    return Name("1", font="mathbf", span=x.span) if x == t.ONE else None


@remembered
def _holds_any(s: t.Statement) -> bool:
    products = (p.factors for p in t.of_kind(s, Product))
    return any(map(_is_transposed, t.of_kind(s, Scripted))) or any(
        _is_beside_a_factor(factors, n) for factors in products for n in range(len(factors))
    )


def _is_transposed(x: object) -> bool:
    if not isinstance(x, Scripted) or x.base != t.ONE or len(x.scripts) != 1 or not x.scripts[0].above:
        return False
    entries = x.scripts[0].entries
    return len(entries) == 1 and (entries[0] == t.Symbol(r"\top") or letter_of(entries[0]) == "T")


def _is_beside_a_factor(factors: Sequence[Factor], n: int) -> bool:
    """Is it a 1 right before a factor that is no number, or right behind one, at the end?"""
    behind = factors[n + 1] if n + 1 < len(factors) else None
    if factors[n].body != t.ONE or factors[n].operator == "/":
        return False
    if behind is None or behind.operator:
        return n > 0 and not factors[n].operator and not isinstance(factors[n - 1].body, Number)
    return not isinstance(behind.body, Number)


def _is_told(located: Sequence[Located], blocks: Sequence[Block]) -> bool:
    gaps = gaps_of(located, blocks)
    for (n, before), (_, behind) in pairwise(gaps):
        told = BEHIND.match(behind) or JA.match(behind) or BEFORE.search(before)
        if told and value_alone(located[n]) == t.ONE and not (denies("", behind) or weakens("", behind)):
            return True
    return False

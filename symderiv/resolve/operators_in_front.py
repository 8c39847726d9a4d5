r"""Operators in front of a product with a sign, `\frac{\partial}{\partial z} u * v + \frac{\partial}{\partial z} v u`.

An operator differentiates all the product behind it, as far as nothing is put in parentheses. But some authors write a
quotient rule so, and mean the factor before the sign alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..latex import tree as t
from ..latex.tree import Derivative, Factor, Node, Product
from ..latex.walking import rebuilt
from .asked import where
from .located import Located, with_statements

SIGNS = frozenset([r"\cdot", r"\times", r"\ast", "*"])
"""What stands between the factor that is differentiated and the others."""


def _has_any(s: t.Statement) -> bool:
    return any(_cut(x) for x in t.of_kind(s, Derivative))


@where(_has_any)
def with_operators_before_signs(located: Sequence[Located], narrow: bool) -> list[Located]:
    r"""The formulas; if `narrow`, such operators differentiate no more than what stands before the first sign.

    >>> from symderiv.document import parse_document, read_formulas
    >>> pairs = read_formulas(parse_document(r"$\frac{\partial}{\partial x} a b \cdot c = 1$"))
    >>> [len(x[1].statements[0].chain.members[0].factors) for x in with_operators_before_signs(pairs, True)]
    [2]
    """
    return with_statements(located, lambda s: rebuilt(s, _changed)) if narrow else list(located)


def _cut(x: Derivative) -> int:
    """How many factors stand before the first sign behind an operator; 0 where there is none."""
    factors = x.of.factors if x.front and isinstance(x.of, Product) else ()
    return next((n for n, f in enumerate(factors) if n and f.operator in SIGNS), 0)


def _changed(x: Any) -> Node | None:
    cut = _cut(x) if isinstance(x, Derivative) else 0
    if not cut:
        return None
    first, *rest = x.of.factors
    body = first.body if cut == 1 else Product(x.of.factors[:cut], x.of.span)
    inner = replace(x, of=rebuilt(body, _changed))
    behind = [rebuilt(f, _changed) for f in rest[cut - 1 :]]
    return Product((Factor("", inner), *behind), x.span)

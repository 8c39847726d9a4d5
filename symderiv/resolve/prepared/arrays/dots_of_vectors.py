r"""A dot between two vectors that their font shows: `\mathbf{w} \cdot \mathbf{x}_n` is `\mathbf{w}^\top \mathbf{x}_n`.

Small bold letters and those under an arrow are vectors; the dot between numbers is a product like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Product, Script, Symbol
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements

DOT = r"\cdot"
TOP = Script(True, (Symbol(r"\top"),))


def _has_pairs(s: t.Statement) -> bool:
    return any(True for x in t.of_kind(s, Product) for _ in _pairs(x))


@where(_has_pairs)
def with_dots_of_vectors(located: Sequence[Located]) -> list[Located]:
    """The formulas with inner products in the place of such dots."""

    def change(x: Any) -> Product | None:
        inner = set(_pairs(x)) if isinstance(x, Product) else set()
        if not inner:
            return None
        made = []
        for n, f in enumerate(x.factors):
            body = rebuilt(f.body, change)
            if n in inner and isinstance(body, Name):
                body = replace(body, scripts=(*body.scripts, TOP))
            made.append(replace(f, body=body, operator="" if n - 1 in inner else f.operator))
        found: Product = replace(x, factors=tuple(made))
        return found

    return with_statements(located, lambda s: rebuilt(s, change))


def _pairs(x: Product) -> Iterator[int]:
    """Where in a product the first of two such vectors stands."""
    after = -1
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if n > after and b.operator == DOT and _is_vector(a.body) and _is_vector(b.body):
            after = n + 1
            yield n


def _is_vector(x: t.Node) -> bool:
    if not isinstance(x, Name) or x.primes or any(s.above and not s.bracket for s in x.scripts):
        return False
    return (x.font == "mathbf" and x.base[-1:].islower()) or r"\vec" in x.accents or "vec" in x.accents

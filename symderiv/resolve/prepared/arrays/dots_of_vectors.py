r"""A dot between two vectors that their font shows: `\mathbf{w} \cdot \mathbf{x}_n` is `\mathbf{w}^\top \mathbf{x}_n`.

Small bold letters and those under an arrow are vectors, unless the page says that they are rows or matrices,
`\mathbf{w} \in \mathbb{R}^{2 \times 3}`; the dot between numbers is a product like any other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Product, Script, Symbol
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import space
from ...spelled.shape import Stem, stem_of

DOT = r"\cdot"
TOP = Script(True, (Symbol(r"\top"),))


def _has_pairs(s: t.Statement) -> bool:
    return any(True for x in t.of_kind(s, Product) for _ in _pairs(x))


@where(_has_pairs)
def with_dots_of_vectors(located: Sequence[Located]) -> list[Located]:
    """The formulas with inner products in the place of such dots."""

    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations == (r"\in",)]
    others = {stem_of(x) for c in chains if _is_of_matrices(c) for x in t.of_kind(c.members[0], Name)}

    def change(x: Any) -> Product | None:
        inner = set(_pairs(x, others)) if isinstance(x, Product) else set()
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


def _is_of_matrices(c: t.Chain) -> bool:
    found = space(c.members[-1])
    return found is not None and found[0] in ("m", "r")


def _pairs(x: Product, others: Collection[Stem] = ()) -> Iterator[int]:
    """Where in a product the first of two such vectors stands; `others` are none."""
    after = -1
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if n > after and b.operator == DOT and all(_is_vector(y.body, others) for y in (a, b)):
            after = n + 1
            yield n


def _is_vector(x: t.Node, others: Collection[Stem]) -> bool:
    if isinstance(x, Name) and stem_of(x) in others:
        return False
    if not isinstance(x, Name) or x.primes or any(s.above and not s.bracket for s in x.scripts):
        return False
    return (x.font == "mathbf" and x.base[-1:].islower()) or r"\vec" in x.accents or "vec" in x.accents

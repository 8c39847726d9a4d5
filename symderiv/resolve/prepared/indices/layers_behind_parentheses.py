r"""Layers typed behind an index in parentheses: `w(f)_{i,j}^{l+1}` is `w^{l+1}(f)_{i,j}`, `b(f)^{l+1}` is `b^{l+1}(f)`.

Behind a parenthesis, what stands above may be a power. It is none where the page differentiates by the name with it, or
defines the name so, and has the name nowhere without one in the same letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, shifted, stem_of


def _has_one(s: Statement) -> bool:
    return any(_layer(b) for x in t.of_kind(s, Product) for _, b in _pairs(x))


@where(_has_one)
def with_layers_before_parentheses(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such layers right behind the names.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$\frac{\partial E}{\partial b(f)^{l+1}} = 1$$"
    >>> found = with_layers_before_parentheses(read_formulas(parse_document(page)))
    >>> [len(x.scripts) for _, f in found for x in t.of_kind(f, Name) if x.base == "b"]
    [1]
    """
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    names = [stem_of(x) for s in said for x in t.of_kind(s, Name)]
    uses = [(stem_of(a), _layer(b)) for s in said for x in t.of_kind(s, Product) for a, b in _pairs(x)]
    layers: dict[Stem, set[str]] = {}
    for stem, letter in uses:
        layers.setdefault(stem, set()).add(letter)
    met = {stem for s in said for stem in _no_powers(s)}
    found = {
        x
        for x in met
        if len(layers[x]) == 1 and "" not in layers[x] and names.count(x) == [y for y, _ in uses].count(x)
    }

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        factors = list(x.factors)
        for n, (a, b) in enumerate(pairwise(x.factors)):
            if isinstance(a.body, Name) and _is_before(a, b) and stem_of(a.body) in found:
                factors[n], factors[n + 1] = _moved(a.body, factors[n], b)
        return replace(x, factors=tuple(factors)) if factors != list(x.factors) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _pairs(x: Product) -> Iterator[tuple[Name, Factor]]:
    """The names in a product right before a parenthesis, with what is behind."""
    yield from ((a.body, b) for a, b in pairwise(x.factors) if isinstance(a.body, Name) and _is_before(a, b))


def _is_before(a: Factor, b: Factor) -> bool:
    group = b.body.base if isinstance(b.body, Scripted) else b.body
    return (
        isinstance(a.body, Name) and not a.body.scripts and b.joined and isinstance(group, Group) and group.open == "("
    )


def _layer(b: Factor) -> str:
    """The letter of the layer that stands above a parenthesis: alone, or with a number added; else nothing."""
    above = [s for s in b.body.scripts if s.above] if isinstance(b.body, Scripted) and not b.body.primes else []
    if len(above) != 1 or len(above[0].entries) != 1 or is_mark(above[0].entries[0]):
        return ""
    return shifted(above[0].entries[0])[0] or ""


def _no_powers(s: Statement) -> Iterator[Stem]:
    """The names with such a layer by which a statement differentiates, or with which it begins."""
    whole = [w.body for w in t.of_kind(s, t.Wrt)]
    whole += s.chain.members[:1] if EQUALITIES & {*s.chain.relations[:1]} else ()
    for x in whole:
        if isinstance(x, Product) and len(x.factors) == len(("w", "(f)")):
            yield from (stem_of(a) for a, b in _pairs(x) if _layer(b))


def _moved(name: Name, a: Factor, b: Factor) -> tuple[Factor, Factor]:
    assert isinstance(b.body, Scripted)
    above: tuple[Script, ...] = tuple(s for s in b.body.scripts if s.above)
    below = tuple(s for s in b.body.scripts if not s.above)
    behind: Node = replace(b.body, scripts=below) if below else b.body.base
    return replace(a, body=replace(name, scripts=above)), replace(b, body=behind)

r"""Products without a sign that words call those by entries: `the product in $Z_t \sigma(Z_t)$ is elementwise`.

Said of one product, it is meant of all that are made of the same names: beside `Z \sigma(Z)` also `\sigma(Z)(1 -
\sigma(Z))`, but not `Z^T \sigma(Z)`, which is transposed so that rows meet columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....latex import tree as t
from ....latex.tree import Formula, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_mark
from ...told.vectors_multiplied import BY_ENTRIES

BEFORE = lazily(
    r"\b(?:products?|multiplications?)\s+(?:in\s+|of\s+)?(?:\$|\\\()?\s*\Z|(?:积|乘积|乘法)\s*(?:\$|\\\()?\s*\Z", re.I
)
BEHIND = lazily(
    r"\s*(?:(?:is|are|be|means?|denotes?)\s+(?:all\s+|both\s+)?(?:(?:taken|meant|understood|to be)\s+)*"
    rf"(?:(?:the|an|a)\s+)?(?:{BY_ENTRIES})|(?:の積)?は(?:{BY_ENTRIES}))",
    re.I,
)
"""Words right before such a product, and right behind it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A product that is told: its functions, and its other names."""

    functions: frozenset[str]
    arrays: frozenset[str]

    def with_made(self, located: Sequence[Located]) -> _Told:
        r"""The same with what the page makes of these names alone, the H of `H = Z \sigma(Z)`."""
        arrays = self.arrays
        for s in (s for f in read_of(located) for s in f.statements if len(s.chain.members) > 1):
            left = s.chain.members[0]
            made = (
                frozenset[str]().union(*map(_names, s.chain.members[1:])) if isinstance(left, t.Name) else frozenset()
            )
            if isinstance(left, t.Name) and not made.isdisjoint(arrays) and made <= arrays | self.functions:
                arrays |= {left.base}
        return replace(self, arrays=arrays)

    def written(self, s: Statement) -> Statement:
        r"""A statement with `\odot` in such products."""
        chain = rebuilt(s.chain, self._by_entries)
        return s if chain is s.chain else replace(s, chain=chain)

    def _by_entries(self, x: object) -> t.Product | None:
        """A product with a sign between any two of its factors that are made of these names."""
        if not isinstance(x, t.Product):
            return None
        factors: list[t.Factor] = []
        found, before, n = False, False, 0
        while n < len(x.factors):
            unit = x.factors[n : n + 1 + self._is_applied(x.factors[n : n + 2])]
            fits = self._makes(unit)
            n += len(unit)
            if fits and before and not unit[0].operator:
                unit, found = (replace(unit[0], operator=r"\odot", joined=False), *unit[1:]), True
            factors += unit
            before = fits
        return replace(x, factors=tuple(rebuilt(f, self._by_entries) for f in factors)) if found else None

    def _is_applied(self, pair: Sequence[t.Factor]) -> bool:
        """Is it a function of the product that is told, before its argument?"""
        first = pair[0].body
        return len(pair) > 1 and pair[1].joined and isinstance(first, t.Name) and first.base in self.functions

    def _makes(self, unit: Sequence[t.Factor]) -> bool:
        """Is a factor an array made of these names, and not transposed?"""
        names = frozenset[str]().union(*(_names(f.body) for f in unit))
        marks = (e for f in unit for s in t.of_kind(f.body, t.Script) if s.above for e in s.entries)
        return (
            not names.isdisjoint(self.arrays) and names <= self.arrays | self.functions and not any(map(is_mark, marks))
        )


@remembered
def _is_product(s: Statement) -> bool:
    """Is a statement a product with no sign in it, and nothing else?"""
    x = s.chain.members[0]
    return not s.chain.relations and isinstance(x, t.Product) and not any(f.operator for f in x.factors)


@where(_is_product)
def with_products_called(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with `\odot` in such products."""
    told = [x for display, formula in located if display.inline for x in _told(display.before, formula, display.after)]
    for one in told:
        located = with_statements(located, one.with_made(located).written)
    return list(located)


def _told(before: str, formula: object, after: str) -> Iterator[_Told]:
    if not isinstance(formula, Formula) or len(formula.statements) != 1 or not _is_product(formula.statements[0]):
        return
    product = formula.statements[0].chain.members[0]
    if isinstance(product, t.Product) and BEFORE.search(before) and BEHIND.match(after):
        factors = product.factors
        pairs = pairwise(factors)
        applied = frozenset(a.body.base for a, b in pairs if b.joined and isinstance(a.body, t.Name))
        if arrays := _names(product) - applied:
            yield _Told(applied, arrays)


def _names(x: t.Node) -> frozenset[str]:
    """The letters of the names of a formula, but for those of their scripts."""
    scripts = {id(n) for y in t.walk(x) if isinstance(y, t.Script) for e in y.entries for n in t.walk(e)}
    return frozenset(n.base for n in t.of_kind(x, t.Name) if id(n) not in scripts)

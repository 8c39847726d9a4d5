r"""Names applied under a brace: the L_n of `L(w) = \sum_n \underbrace{(w x_n - y_n)^2}_{L_n(w)}`.

A label that shows what its name depends on says what the name is as much as an equation would. The equation is told
behind the formula where none begins with the name, unless it is a letter for functions; of a bare label
(`\underbrace{..}_{\delta_k}`) the definitions take care themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex.tree import Braced, Chain, Formula, Name, Node, Product, Statement
from ....latex.walking import of_kind, rebuilt
from ...asked import any_of
from ...located import Located, read_of
from ...spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS
from ...spelled.shape import Stem, stem_of
from ..applied import arguments_of, head_of


def with_applied_labels_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with an equation for the names that are applied under braces."""
    if not any_of(located, _has_any):
        return list(located)
    chains = [s.chain for f in read_of(located) for s in f.statements]
    begun = {_begin(x) for c in chains if c.relations and (x := head_of(c.members[0])) is not None}

    def told(f: Formula) -> Formula:
        found: list[Statement] = []
        for s in f.statements:
            new = [(x, name) for x, name in _told(s) if _begin(name) not in begun]
            begun.update(_begin(name) for _, name in new)
            found += [_without(s, [x for x, _ in new]), *(_equation(s, x) for x, _ in new)]
        return f if len(found) == len(f.statements) else replace(f, statements=tuple(found))

    return [(d, f if isinstance(f, ReadError) else told(f)) for d, f in located]


def _begin(x: Name) -> tuple[Stem, int]:
    """The name, and how many scripts it carries: L beside L_n is another."""
    return stem_of(x), len(x.scripts)


def _has_any(s: Statement) -> bool:
    return any(True for _ in _told(s))


def _told(s: Statement) -> Iterator[tuple[Braced, Name]]:
    """The braces with such labels, and the names in these."""
    for x in of_kind(s, Braced):
        label = x.label
        if isinstance(label, Product) and len(label.factors) == 2 and isinstance(name := label.factors[0].body, Name):
            group = arguments_of(label.factors[1])
            function = name.base in FUNCTION_LETTERS or name.base in GREEK_FUNCTIONS
            if group is label.factors[1].body and not function and all(isinstance(i, Name) for i in group.items):
                yield x, name


def _without(s: Statement, braces: Sequence[Braced]) -> Statement:
    """The statement with the bodies of these braces for them."""

    def change(x: Any) -> Node | None:
        return rebuilt(x.body, change) if any(x is b for b in braces) else None

    return rebuilt(s, change) if braces else s


def _equation(s: Statement, x: Braced) -> Statement:
    assert x.label is not None
    chain = Chain((x.label, x.body), ("=",), (x.span,), x.span)
    return replace(s, chain=chain, conditions=(), words=(), separator=",", tag="", labels=())

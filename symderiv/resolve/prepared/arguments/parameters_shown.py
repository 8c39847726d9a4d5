r"""Parameters among the arguments of what a page defines: the \theta of `\pi(a|s,\theta)`, the w of `y(x_n, w)`.

A vector that is the last argument wherever the name stands, always the same, says only that the name depends on it, and
its definition says how. Where another one is put in somewhere (`\pi(a|s,\theta')`) it says more, and stays. A vector is
what is transposed somewhere or differentiated by, or what stands with an index wherever it is a value (`w_j`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_transposed, stem_of
from ..applied import arguments_of, before_parentheses, with_arguments


def without_parameters_shown(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arguments."""
    formulas = read_of(located)
    lefts = [s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations[:1] in (("=",), (":=",))]
    defined = {
        stem_of(n) for x in lefts if isinstance(x, Product) and len(x.factors) == 2 for n, _ in before_parentheses(x)
    }
    if not defined:
        return list(located)
    uses: dict[Stem, list[Group]] = {}
    vectors: set[str] = set()
    counts: dict[Stem, int] = {}
    for x in (x for f in formulas for x in t.walk(f)):
        if isinstance(x, Product):
            for name, group in before_parentheses(x):
                uses.setdefault(stem_of(name), []).append(group)
        elif isinstance(x, Name):
            counts[stem_of(x)] = counts.get(stem_of(x), 0) + 1
            vectors |= {x.base} if is_transposed(x) else set()
        elif isinstance(x, t.Nabla) and x.by is not None:
            vectors |= {e.base for e in x.by.entries if isinstance(e, Name) and not e.scripts}
    vectors |= _by_entries(formulas)
    names = {k for k in defined if counts[k] == len(uses[k]) and _last(uses[k], vectors)}
    if not names:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        short = {id(group): _shorter(group) for name, group in before_parentheses(x) if stem_of(name) in names}
        if not short:
            return None
        groups = [(f, arguments_of(f)) for f in x.factors]
        factors = tuple(with_arguments(f, short[id(g)]) if id(g) in short else f for f, g in groups)
        inner = tuple(replace(f, body=rebuilt(f.body, change)) for f in factors)
        return replace(x, factors=inner)

    return with_statements(located, lambda s: rebuilt(s, change))


def _by_entries(formulas: Sequence[t.Formula]) -> set[str]:
    """The letters that stand bare in arguments alone, and elsewhere with one index below."""
    products = [x for f in formulas for x in t.of_kind(f, Product)]
    shown = {id(i) for x in products for _, group in before_parentheses(x) for i in group.items}
    by = {id(e) for f in formulas for x in t.of_kind(f, t.Nabla) if x.by is not None for e in x.by.entries}
    names = [x for f in formulas for s in f.statements if s.chain.relations for x in t.of_kind(s, Name)]
    bare = {x.base for x in names if not x.scripts and id(x) not in shown | by}
    indexed = {x.base for x in names if [len(s.entries) for s in x.scripts if not s.above] == [1]}
    return indexed - bare


def _last(groups: list[Group], vectors: set[str]) -> bool:
    """Is the last of several arguments one vector wherever the name stands?"""
    last = groups[0].items[-1]
    same = all(len(g.items) == len(groups[0].items) > 1 and g.items[-1] == last for g in groups)
    return same and isinstance(last, Name) and not last.scripts and not last.primes and last.base in vectors


def _shorter(group: Group) -> Group:
    return replace(group, items=group.items[:-1], separators=group.separators[:-1])

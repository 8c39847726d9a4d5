r"""Losses that are only called something: the `CE(y, \hat{y})` of `J = CE(y, \hat{y}) = -\sum_i y_i \log \hat{y}_i`.

A function of several arguments between a name and its formula, which stands nowhere else, says no more than the
formula: it is left out. So is a divergence, `C = KL(P || Q) = \sum_{ij} ..` and `C = \sum_i KL(P_i || Q_i) = ..`.
Where its letter stands alone elsewhere (`\partial L/\partial w` beside `J = L(y, t) = ..`), it is a second name.

A function of one name whose letter stands nowhere else is left out, too: `y = h(x) = w^T x + b`, `y_k = g(z)_k = ..`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ....latex.statement_forms import replace_statement
from ....latex.tree import BigSum, Group, Name, Node, Product, Scripted, Statement, walk
from ...located import Located, read_of, with_statements

Called: TypeAlias = tuple[Name, ...]


def without_calls_between(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document without such members."""
    statements = [s for f in read_of(located) for s in f.statements]
    between = {c for s in statements for m in _inner(s) if (c := _called(m) or _of_one(m)) is not None}
    if not between:
        return located
    nodes = [x for s in statements for x in walk(s)]
    # `the activation $g(\cdot)$` only mentions it
    bases = Counter(x.base for s in statements if s.chain.relations for x in walk(s) if isinstance(x, Name))
    singles = Counter(c[0].base for s in statements for m in _inner(s) if (c := _of_one(m)) is not None)
    members = Counter(c for s in statements for m in _inner(s) if (c := _called(m)) is not None)
    applied = Counter(
        c for s in statements for x in walk(s) if isinstance(x, Product) and (c := _called(x)) is not None
    )
    met = Counter(x for x in nodes if isinstance(x, Name))
    defined = {s.chain.members[0] for s in statements if s.chain.relations}
    alone = {c for c in between if len(c) == 1 and met[c[0]] > applied[c] and c[0] not in defined}
    only = {c for c in between if applied[c] == members[c] and (len(c) > 1 or met[c[0]] == applied[c])}

    def change(s: Statement) -> Statement:
        inner = _inner(s)
        unmet = [m for m in inner if (c := _of_one(m)) is not None and singles[c[0].base] == bases[c[0].base]]
        if not unmet and not any(_called(m) in alone | only for m in inner):
            return s
        kept: list[Node] = [s.chain.members[0]]
        relations: list[str] = []
        for relation, m in zip(s.chain.relations, s.chain.members[1:], strict=True):
            called = _called(m) if any(m is x for x in inner) else None
            if any(m is x for x in unmet):
                continue
            if called is None or called not in only:
                kept.append(replace(called[0], span=m.span) if called in alone and called else m)
                relations.append(relation)
        chain = replace(s.chain, members=tuple(kept), relations=tuple(relations), relation_spans=())
        return replace_statement(s, chain=chain)

    return with_statements(located, change)


def without_divergences_between(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document without divergences between a name and its formula, if no others are written."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    between = sum(_is_divergence(m) for s in statements for m in _inner(s))
    if not between or sum(_is_pair(x) for s in statements for x in walk(s)) != between:
        return located

    def change(s: Statement) -> Statement:
        inner = [m for m in _inner(s) if _is_divergence(m)]
        kept = [m for m in s.chain.members if not any(m is x for x in inner)]
        if not inner:
            return s
        chain = replace(s.chain, members=tuple(kept), relations=s.chain.relations[len(inner) :], relation_spans=())
        return replace_statement(s, chain=chain)

    return with_statements(located, change)


def _is_pair(x: object) -> bool:
    """Is it a parenthesis with two names that a double bar parts?"""
    pair = isinstance(x, Group) and x.open == "(" and x.separators == (r"\|",)
    return pair and isinstance(x, Group) and all(isinstance(i, Name) for i in x.items)


def _is_divergence(x: Node) -> bool:
    while isinstance(x, BigSum):
        x = x.body
    if not isinstance(x, Product) or not x.factors[-1].joined or any(f.operator for f in x.factors):
        return False
    return _is_pair(x.factors[-1].body) and all(isinstance(f.body, Name) for f in x.factors[:-1])


def _inner(s: Statement) -> tuple[Node, ...]:
    """The members between a name and its formula."""
    plain = isinstance(s.chain.members[0], Name) and all(r in ("=", ":=") for r in s.chain.relations)
    return s.chain.members[1:-1] if plain and not s.struck else ()


def _of_one(x: Node) -> Called | None:
    """The letter of a function of one name, `h(x)` or the entry `g(z)_k`."""
    if not isinstance(x, Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return None
    name, group = x.factors[0].body, x.factors[1].body
    group = group.base if isinstance(group, Scripted) and not any(s.above for s in group.scripts) else group
    plain = isinstance(name, Name) and not name.scripts and not name.primes
    single = isinstance(group, Group) and group.open == "(" and len(group.items) == 1
    return (name,) if plain and single and isinstance(group.items[0], Name) else None  # type: ignore[union-attr, return-value]


def _called(x: Node) -> Called | None:
    """The letters, typed without a space, of a function of several arguments."""
    if not isinstance(x, Product) or not x.factors[-1].joined or not isinstance(x.factors[-1].body, Group):
        return None
    group = x.factors[-1].body
    names = tuple(f.body for f in x.factors[:-1] if isinstance(f.body, Name) and not f.operator and not f.body.scripts)
    adjacent = all(a.span[1] == b.span[0] for a, b in pairwise(names))
    plain = all(isinstance(i, Name) for i in group.items)
    several = len(group.items) > 1 and group.open == "(" and plain
    return names if len(names) == len(x.factors) - 1 and adjacent and several else None

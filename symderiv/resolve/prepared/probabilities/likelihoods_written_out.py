r"""Likelihoods between a name and what they are, `L(w) = \prod_i P(y_i | x_i; w) = \prod_i a_i^{y_i} b_i^{1 - y_i}`.

Where no equation says what this probability is, the formula behind it says what L is, and what stands between says
only where that comes from: it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import BigSum, Call, Group, Name, Node, Product, Statement
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of

BARS = frozenset(["|", r"\|"])


def _may_write_out(s: Statement) -> bool:
    return len(s.chain.members) > 2 and _probability(s.chain.members[1]) is not None


@where(_may_write_out)
def with_likelihoods_written_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page, such chains without the probabilities."""
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    defined = {stem for c in chains for stem in _applied(c.members[0])}

    def change(s: Statement) -> Statement:
        if len(s.chain.members) < 3:
            return s
        name, between, *others = s.chain.members
        of = _probability(between)
        if of is None or of in defined or s.struck or set(s.chain.relations) - {"=", ":="}:
            return s
        if not _is_name(name) or any(of in _applied(m) for m in others) or of in _applied(name):
            return s
        chain = replace(
            s.chain,
            members=(name, *others),
            relations=s.chain.relations[1:],
            relation_spans=s.chain.relation_spans[1:],
        )
        return replace(s, chain=chain)

    return with_statements(located, change)


def _probability(x: Node) -> Stem | None:
    r"""The p of `\prod_i p(y_i | x_i)`, of its logarithm and of the sum of logarithms; None for anything else."""
    if isinstance(x, Call) and len(x.args) == 1 and x.function == "log":
        return _probability(x.args[0])
    if isinstance(x, Group) and len(x.items) == 1:
        return _probability(x.items[0])
    if isinstance(x, t.Terms) and len(x.terms) == 1:
        return _probability(x.terms[0].body)
    if isinstance(x, BigSum):
        inner = x.body.args[0] if isinstance(x.body, Call) and x.body.function == "log" else x.body
        inner = inner.items[0] if isinstance(inner, Group) and len(inner.items) == 1 else inner
        found = list(_barred(inner))
        return found[0] if len(found) == 1 else None
    return None


def _barred(x: Node) -> Iterator[Stem]:
    """The name that is all of an expression but for its arguments, of which a bar parts some."""
    if isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined:
        name, group = x.factors[0].body, x.factors[1].body
        if isinstance(name, Name) and isinstance(group, Group) and BARS.intersection(group.separators):
            yield stem_of(name)


def _applied(x: Node) -> set[Stem]:
    """The names that stand before parentheses with a bar anywhere in an expression."""
    return {stem for y in t.of_kind(x, Product) for stem in _barred(y)} | {stem_of(n) for n in _begun(x)}


def _begun(x: Node) -> Iterator[Name]:
    first = x.factors[0].body if isinstance(x, Product) else x
    if isinstance(first, Name):
        yield first


def _is_name(x: Node) -> bool:
    """Is it a name, alone or with arguments?"""
    applied = isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined
    return isinstance(x, Name) or (applied and any(_begun(x)))

r"""Nodes below what belongs to them: `p_j = f(net_{p_j})`, `\delta_{p_j} = \partial E/\partial net_{p_j}`.

The p below is no index, since `p_j` is computed, and from `net_{p_j}` itself: it says whose net it is, and the j is its
index. So `net_{p_j}` is the j-th entry of `net_p`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shape import Stem, letter_of, stem_of


def _computes(s: Statement) -> bool:
    return _computed(s) is not None


@where(_computes)
def with_nodes_named(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a name for what belongs to each of such nodes."""
    statements = [s for f in read_of(located) for s in f.statements]
    counting = {x.base for s in statements for x in _counting(s)}
    nodes = {p for s in statements if (p := _computed(s)) is not None and p[0] not in counting}

    def change(x: Any) -> Name | None:
        node = _node(x) if isinstance(x, Name) else None
        if node is None or stem_of(node) not in nodes or not isinstance(x, Name):
            return None
        return replace(x, base=f"({x.base}_{{{node.base}}})", scripts=_with_indices(x, node))

    return with_statements(located, lambda s: rebuilt(s, change)) if nodes else list(located)


def _computed(s: Statement) -> Stem | None:
    """The node that a statement computes from what carries it below."""
    left = s.chain.members[0]
    if not isinstance(left, Name) or left.primes or not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
        return None
    used = (x for m in s.chain.members[1:] for x in t.of_kind(m, Name) if not x.primes)
    belonging = (y for x in used if stem_of(x) != stem_of(left) and (y := _node(x)) is not None)
    return stem_of(left) if any(stem_of(y) == stem_of(left) and _same(y, left) for y in belonging) else None


def _node(x: Name) -> Name | None:
    """The node below a name, with its indices."""
    below = [s for s in x.scripts if not s.above]
    node = below[0].entries[0] if len(below) == 1 and len(below[0].entries) == 1 else None
    if not isinstance(node, Name) or node.primes or len(node.scripts) != 1 or node.scripts[0].above:
        return None
    return node if all(map(_is_index, node.scripts[0].entries)) else None


def _is_index(x: t.Node) -> bool:
    return letter_of(x) is not None or isinstance(x, t.Number)


def _same(node: Name, left: Name) -> bool:
    """Does a node have the indices below that it has on the left side?"""
    return node.scripts[0].entries == tuple(e for s in left.scripts if not s.above for e in s.entries)


def _with_indices(x: Name, node: Name) -> tuple[Script, ...]:
    """The scripts of a name with the indices of the node in the place of the node."""
    return tuple(s if s.above else replace(node.scripts[0], span=s.span) for s in x.scripts)


def _counting(s: Statement) -> Iterator[Name]:
    """The letters that number something: those of sums, and those that are all of an index."""
    for x in t.of_kind(s, t.BigSum):
        heads = (b.members[0] if isinstance(b, t.Chain) else b for b in x.below)
        yield from (h for h in heads if isinstance(h, Name))
    entries = (e for x in t.of_kind(s, Script) for e in x.entries)
    yield from (e for e in entries if isinstance(e, Name) and not e.scripts)

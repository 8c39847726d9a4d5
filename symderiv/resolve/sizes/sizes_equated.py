r"""Equations between sizes, `C = H` or `M = N - K + 1`: which they are, and of which sizes a page says several things.

Whether their sentence asserts them is told by `latex.sizes_said`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ...latex import tree as t
from ...latex.tree import Chain, Node, Number
from ...pattern import lazily
from ..spelled.shape import letter_of

SMALLER = frozenset(["<", r"\le", ">", r"\ge"])
NUMBERED_CASE = lazily(
    r"(?:\A|[.\n])[\s#*_]*(?:(?:case|part|example|exercise|problem|question|variant|option|scenario|fall|teil|beispiel"
    r"|cas|partie|exemple|caso|parte|ejemplo)\s*\(?(?:\d+|[a-z]|[ivx]+)\)?|\([a-z\d]\)|場合\s*\d+|例\s*\d+|情况)(?![a-z])",
    re.I,
)
"""What begins a part of a page for which a case is told, `Case 1.`"""
TIMES = frozenset(["", r"\cdot", r"\times", r"\ast", "*"])


def equates_sizes(c: Chain, sizes: Collection[str]) -> bool:
    """Is it an equation between sizes, `M = N` or `M = N - K + 1`, none of them a number? Of those with a label or an
    index, `D_{in}`, the letter stands among `sizes`."""
    if not c.relations or set(c.relations) != {"="} or not _is_size(c.members[0], sizes):
        return False
    return all(is_linear(m, sizes) and not isinstance(m, Number) for m in c.members)


def compares_sizes(c: Chain, sizes: Collection[str]) -> bool:
    r"""Does it say which of some sizes are smaller than others, `m < N` or `1 \le m \le N - 1`?"""
    if not c.relations or not SMALLER.issuperset(c.relations):
        return False
    known = [m for m in c.members if not isinstance(m, Number)]
    return len(known) > 1 and all(is_linear(m, sizes) for m in c.members)


def sizes_told_apart(chains: Iterable[Chain], sizes: Collection[str]) -> frozenset[str]:
    """The sizes of which equations between sizes say different things."""
    first: dict[str, Chain] = {}
    told = [(letter, c) for c in chains if equates_sizes(c, sizes) and (letter := letter_of(c.members[0])) is not None]
    return frozenset(x for x, c in told if first.setdefault(x, c).members != c.members)


def is_linear(x: Node, sizes: Collection[str]) -> bool:
    """Is it a sum of multiples of sizes?"""
    if isinstance(x, t.Terms):
        return all(term.sign in ("", "+", "-") and is_linear(term.body, sizes) for term in x.terms)
    if isinstance(x, t.Product):
        factors = [f.body for f in x.factors if not _is_whole(f.body)]
        plain = all(f.operator in TIMES and not f.joined for f in x.factors)
        return plain and len(factors) <= 1 and all(is_linear(f, sizes) for f in factors)
    if isinstance(x, t.Group):
        return x.open == "(" and len(x.items) == 1 and is_linear(x.items[0], sizes)
    return _is_whole(x) or _is_size(x, sizes)


def _is_size(x: Node, sizes: Collection[str]) -> bool:
    return letter_of(x) in sizes or (isinstance(x, t.Name) and bool(x.scripts) and x.base in sizes)


def _is_whole(x: Node) -> bool:
    return isinstance(x, Number) and x.text.isdigit()

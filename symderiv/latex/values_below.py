r"""What has to hold of values under a sum: `\sum_{n : a_n > 0}` adds up what stands behind it times `[a_n > 0]`.

A pair in front of such a condition, `\sum_{(i,j) : r_{ij} = 1}`, is its two letters where they number things of two
kinds, users and films. Where the sum has `x_i` and `x_j`, the pair may be an edge that counts once, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .statement_forms import index_like
from .tree import BigSum, Chain, Factor, Group, Indicator, Name, Node, Number, Product, Terms, of_kind, walk
from .walking import Tree, rebuilt

COMPARING = frozenset(["=", "==", r"\ne", r"\neq", "<", ">", r"\le", r"\leq", r"\ge", r"\geq"])
HOLE = Number("")
"""What stands for the letter of a pair where names are compared."""


def with_values_inside(x: BigSum) -> BigSum:
    """The sum with what it asks of values beside what it adds up; itself where it asks nothing of them."""
    about = tuple(c for c in x.below if isinstance(c, Chain) and compares_values(c))
    below = _letters_apart(x)
    if x.above is not None and not any(isinstance(c, Chain) and c not in about for c in below):
        about = about[:-1]  # the sign ends above: `i_1 = 1` is where it begins
    if about and len(about) < len(below) and x.operator == r"\sum":
        body = Product((Factor("", Indicator(about, x.span)), Factor("", _held(x.body))), x.span)
        return replace(x, below=tuple(c for c in below if c not in about), body=body)
    return replace(x, below=below) if below != x.below else x


def compares_values(x: Chain) -> bool:
    """Is it a comparison of names with scripts, as the values of a network are, with one another or with numbers?"""
    values = [isinstance(m, Name) and bool(m.scripts) for m in x.members]
    return any(values) and all(v or isinstance(m, Number) for v, m in zip(values, x.members, strict=True))


def is_asked_of_entries(x: object) -> bool:
    r"""Is it a condition of entries with indices in parentheses, and no bound: `r(i,j) = 1` under a sum?"""
    if not isinstance(x, Chain) or not COMPARING.issuperset(x.relations):
        return False
    return _is_applied(x.members[0]) and all(_is_applied(m) or isinstance(m, Number) for m in x.members)


def _is_applied(x: Node) -> bool:
    return isinstance(x, Product) and len(x.factors) == 2 and any(True for _ in _applied(x))


def _letters_apart(x: BigSum) -> tuple[Node, ...]:
    """What stands below a sum, the letters of a pair one by one where they number things of two kinds."""
    first, *rest = x.below or (None,)
    pair = first.items if isinstance(first, Group) and first.open == "(" and len(first.items) > 1 else ()
    if not rest or not pair or x.above is not None or not all(isinstance(i, Name) and index_like(i) for i in pair):
        return x.below
    asked = [c for c in rest if isinstance(c, Chain) and (compares_values(c) or is_asked_of_entries(c))]
    if len(asked) != len(rest) or not all(any(isinstance(m, Number) for m in c.members) for c in asked):
        return x.below
    letters = [i for i in pair if isinstance(i, Name)]
    told = [{*_numbered(x.body, i, letters)} for i in letters]
    shared = any(one & two for n, one in enumerate(told) for two in told[n + 1 :])
    return x.below if shared or not all(told) else (*pair, *rest)


def _numbered(x: Node, letter: Name, letters: Sequence[Name]) -> Iterator[Node]:
    """The names that have this one of some letters among their indices, a hole in its place."""
    others = [y for y in letters if y != letter]
    for y in of_kind(x, Name):
        if _has(y.scripts, letter) and not any(_has(y.scripts, other) for other in others):
            yield rebuilt(y, lambda e: HOLE if _is_letter(e, letter) else None)
    for p in of_kind(x, Product):
        for name, group in _applied(p):
            if _has((group,), letter) and not any(_has((group,), other) for other in others):
                yield name


def _has(trees: Sequence[Tree], letter: Name) -> bool:
    return any(_is_letter(e, letter) for y in trees for e in walk(y))


def _is_letter(x: object, letter: Name) -> bool:
    return isinstance(x, Name) and x.base == letter.base and not x.scripts


def _applied(x: Product) -> Iterator[tuple[Name, Group]]:
    """The names of a product with the parenthesis right behind each."""
    for a, b in pairwise(x.factors):
        if isinstance(a.body, Name) and b.joined and isinstance(b.body, Group) and b.body.open == "(":
            yield a.body, b.body


def _held(x: Node) -> Node:
    return Group("(", (x,), ")", (), x.span) if isinstance(x, (Terms, BigSum)) else x

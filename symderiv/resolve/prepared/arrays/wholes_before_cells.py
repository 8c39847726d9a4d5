r"""Chains from a product of matrices to its entries: `S = Q K^T = \begin{bmatrix} s_{11} & s_{12} \end{bmatrix}`.

The matrix of names says how the entries are called, another one beside it what each of them is, and the product what
the whole is. These are equations of their own. Along which axis a softmax goes says the matrix of what its entries are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Call, Chain, Group, Name, Node, Statement
from ....notation import EQUALITIES
from ...shapes.grids import rows_of

Cells = tuple[tuple[Node, ...], ...]
SHORTEST = 3
"""So many members such a chain has at least."""


def wholes_apart(s: Statement, are_names: Callable[[Cells], bool]) -> list[Statement]:
    """The equations of the matrices that are typed out, then those of the whole; nothing of any other statement.

    `are_names` tells a matrix of the names of entries.
    """
    c = s.chain
    if len(c.members) < SHORTEST or not EQUALITIES.issuperset(c.relations) or s.conditions:
        return []
    whole, *rest = c.members
    typed = {n: cells for n, x in enumerate(rest) if (cells := _cells(x)) is not None}
    named = [n for n, cells in typed.items() if are_names(cells)]
    others = [x for n, x in enumerate(rest) if n not in typed]
    if not isinstance(whole, Name) or len(named) != 1 or not others or any(map(_is_open, others)):
        return []
    entries = [rest[named[0]], *(rest[n] for n in typed if n not in named)]
    told = any(_are_shares(cells, are_names) for n, cells in typed.items() if n not in named)
    if len(entries) > 1 and not told and any(map(_is_softmax, others)):
        return []  # a slip in the entries, or another function: along which axis it goes nothing says
    kept = [x for x in others if not (_is_softmax(x) and told)]
    chains = [_chain(c, (whole, *entries)), *(_chain(c, (whole, x)) for x in kept)]
    return [replace(s, chain=x, separator="," if n else s.separator) for n, x in enumerate(chains)]


def _cells(x: Node) -> Cells | None:
    rows = rows_of(x) if isinstance(x, Group) else None
    return tuple(rows) if rows else None


def _is_open(x: Node) -> bool:
    """Does a member differentiate, or hold a matrix that is typed out?"""
    return any(isinstance(y, (t.Derivative, t.Nabla)) or (isinstance(y, Group) and rows_of(y)) for y in t.walk(x))


def _is_softmax(x: Node) -> bool:
    return isinstance(x, Call) and x.function == "softmax"


def _are_shares(cells: Cells, are_names: Callable[[Cells], bool]) -> bool:
    """Is each entry its part of the exponentials of all entries in its row, or of all in its column?"""
    exponents = tuple(tuple(y for x in row if (y := _exponent(_above(x))) is not None) for row in cells)
    if len({*map(len, exponents), *map(len, cells)}) != 1 or not are_names(exponents):
        return False
    lines = (cells, tuple(zip(*cells, strict=True)))
    return any(all(_below(x) == tuple(map(_above, line)) for line in way for x in line) for way in lines)


def _above(x: Node) -> Node | None:
    return x.numerator if isinstance(x, t.Fraction) else None


def _below(x: Node) -> tuple[Node, ...]:
    """What is added up below a fraction."""
    below = x.denominator if isinstance(x, t.Fraction) else None
    plain = isinstance(below, t.Terms) and all(y.sign in ("", "+") for y in below.terms)
    return tuple(y.body for y in below.terms) if isinstance(below, t.Terms) and plain else ()


def _exponent(x: Node | None) -> Node | None:
    """The z of `\\exp(z)` and `e^z`."""
    if isinstance(x, Call):
        return x.args[0] if x.function == "exp" and len(x.args) == 1 and not x.scripts else None
    above = x.scripts[0] if isinstance(x, Name) and x.base == "e" and len(x.scripts) == 1 else None
    return above.entries[0] if above is not None and above.above and len(above.entries) == 1 else None


def _chain(c: Chain, members: tuple[Node, ...]) -> Chain:
    return replace(c, members=members, relations=("=",) * (len(members) - 1), relation_spans=())

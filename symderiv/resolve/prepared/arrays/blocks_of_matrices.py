r"""Matrices in blocks before vectors on top of one another: `V \begin{bmatrix} a \\ b \end{bmatrix}`, `V = [A \; B]`.

It is `(A a + B b)`, and the equation of the blocks says no more. A line with `\partial E/\partial V` and such vectors
is one for each block where each of its terms has the whole or the vectors once; so is the square of the norm of V the
sum of those of the blocks. What stands for the j-th row, `V_{j\cdot}`, is a whole, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Factor, Formula, Group, Name, Node, Product, Scripted, Statement, Term, Terms
from ....latex.walking import rebuilt
from ....notation import GRID
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import NORMS, is_mark, stem_of

BEFORE = frozenset(["", r"\cdot", r"\times"])
"""What may stand between the matrix and the vectors."""
UNREAD = "a matrix typed entry by entry is not read"


class _NoBlocks(Exception):
    """A line about a whole that is none about each block."""


def _has_stack(s: Statement) -> bool:
    return any(x.open == GRID for x in t.of_kind(s, Group)) or _told(s) is not None


@where(_has_stack)
def with_blocks_parted(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the blocks; what defines names by other matrices is not read."""
    statements = [s for f in read_of(located) for s in f.statements]
    before = {x for s in statements for x in _before_stacks(s)}
    told = {x: blocks for s in statements if (found := _told(s)) is not None for x, blocks in [found]}
    told = {x: blocks for x, blocks in told.items() if (x, len(blocks)) in before}
    if not _are_all(told, statements):
        told = {}
    blocks = _Blocks(told)
    return [(d, f if isinstance(f, ReadError) else blocks.formula(f)) for d, f in located]


def _rows(x: Node) -> tuple[Node, ...]:
    """What stands on top of one another in brackets, one thing a row."""
    if not isinstance(x, Group) or x.open != GRID or len(x.items) < 2:
        return ()
    cells = [row.items for row in x.items if isinstance(row, Group) and row.open == GRID]
    alone = len(cells) == len(x.items) and all(len(c) == 1 for c in cells)
    return tuple(c[0] for c in cells) if alone and all(isinstance(c[0], Name) for c in cells) else ()


def _before_stacks(s: Statement) -> Iterator[tuple[Name, int]]:
    """The names that stand before such vectors, with how many these are."""
    for x in t.of_kind(s, Product):
        for a, b in pairwise(x.factors):
            if isinstance(a.body, Name) and (rows := _rows(b.body)):
                yield a.body, len(rows)


def _told(s: Statement) -> tuple[Name, tuple[Node, ...]] | None:
    r"""The V, and the A and B, of `V = [A \; B]`."""
    chain = s.chain
    if chain.relations != ("=",) or not isinstance(chain.members[0], Name):
        return None
    group = chain.members[1]
    if not isinstance(group, Group) or group.open not in ("[", GRID):
        return None
    items = group.items
    only = items[0] if len(items) == 1 else None
    if isinstance(only, Group) and only.open == group.open == GRID:
        items = only.items
    elif isinstance(only, Product) and not any(f.operator or f.joined for f in only.factors):
        items = tuple(f.body for f in only.factors)
    fits = len(items) > 1 and all(isinstance(x, Name) and x != chain.members[0] for x in items)
    return (chain.members[0], items) if fits else None


def _are_all(told: Mapping[Name, tuple[Node, ...]], statements: Sequence[Statement]) -> bool:
    r"""Do equations have nothing else of these matrices: no entry `V_{ij}`, and not V beside the row `V_{j\cdot}`?"""
    letters, known = set(map(stem_of, told)), {*told, *(b for blocks in told.values() for b in blocks)}
    equations = [s for s in statements if s.chain.relations and r"\in" not in s.chain.relations]
    return all(x in known for s in equations for x in t.of_kind(s, Name) if stem_of(x) in letters)


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The wholes of a page, with their blocks."""

    told: Mapping[Name, tuple[Node, ...]]

    def formula(self, f: Formula) -> Formula | ReadError:
        """A formula with the blocks; an error where a definition has vectors on top of one another besides."""
        found = [x for s in f.statements if not self.tells(s) for x in self.statement(s)]
        for s in found:
            left = s.chain.members[0]
            derived = any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(left))
            stack = next((x for x in t.of_kind(s, Group) if x.open == GRID), None)
            if stack is not None and not derived:
                return ReadError(UNREAD, f.place(stack.span), "define its entries: `w_{i,j} = ..`")
            if (blocks := _told(s)) is not None and all(isinstance(x, Name) and x.base.isupper() for x in blocks[1]):
                return ReadError(
                    "a matrix of arrays is not read", f.place(s.chain.members[1].span), "write its entries"
                )
        same = len(found) == len(f.statements) and all(a is b for a, b in zip(found, f.statements, strict=True))
        return f if same else replace(f, statements=tuple(found))

    def tells(self, s: Statement) -> bool:
        """Is it an equation of blocks?"""
        found = _told(s)
        return found is not None and found[0] in self.told

    def statement(self, s: Statement) -> Iterator[Statement]:
        """A statement, or one for each block."""
        if not s.chain.relations or not any(x in self.told for x in t.of_kind(s, Name)):
            yield s
            return
        s = rebuilt(s, self.parted)
        if not any(x in self.told for x in t.of_kind(s.chain, Name)):
            yield s
            return
        count = next(len(self.told[x]) for x in t.of_kind(s.chain, Name) if x in self.told)
        try:
            yield from [self.one(s, n, count) for n in range(count)]
        except _NoBlocks:
            yield s

    def one(self, s: Statement, n: int, count: int) -> Statement:
        """The statement about one block. Raises `_NoBlocks`."""
        members = tuple(self.block(m, n, count) for m in s.chain.members)
        return replace(s, chain=replace(s.chain, members=members))

    def parted(self, x: Any) -> Node | None:
        """A product, or the square of a norm, with the blocks."""
        if isinstance(x, Scripted) and (blocks := self.of_norm(x)):
            norms = (Group(x.base.open, (b,), x.base.close, (), x.span) for b in blocks if isinstance(x.base, Group))
            return _sum([replace(x, base=norm) for norm in norms], x.span)
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        for before, f in zip((None, *x.factors), x.factors, strict=False):
            rows = _rows(f.body) if before is not None and f.operator in BEFORE else ()
            blocks = self.told.get(before.body, ()) if before is not None and isinstance(before.body, Name) else ()
            if rows and len(rows) == len(blocks):
                terms = [Product((Factor("", b), Factor("", r)), x.span) for b, r in zip(blocks, rows, strict=True)]
                factors[-1] = replace(factors[-1], body=_sum(terms, x.span))
            else:
                factors.append(replace(f, body=rebuilt(f.body, self.parted)))
        if len(factors) == len(x.factors) and all(a.body is b.body for a, b in zip(factors, x.factors, strict=True)):
            return None
        return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

    def of_norm(self, x: Scripted) -> tuple[Node, ...]:
        r"""The blocks of the V of `\|V\|_F^2`."""
        above = [e for s in x.scripts if s.above for e in s.entries]
        base = x.base
        squared = above == [t.Number("2")] and not x.primes and isinstance(base, Group) and base.open in NORMS
        inner = base.items[0] if squared and isinstance(base, Group) and len(base.items) == 1 else None
        return self.told.get(inner, ()) if isinstance(inner, Name) else ()

    def block(self, x: Node, n: int, count: int) -> Node:
        """One block of what has the whole, or vectors on top of one another, once in each of its terms."""
        if not self.holds(x):
            if x == t.Number("0"):
                return x
            raise _NoBlocks
        if isinstance(x, Name) and len(self.told.get(x, ())) == count:
            return self.told[x][n]
        if len(rows := _rows(x)) == count:
            return rows[n]
        if isinstance(x, Terms):
            return replace(x, terms=tuple(replace(y, body=self.block(y.body, n, count)) for y in x.terms))
        if isinstance(x, Product) and sum(self.holds(f.body) for f in x.factors) == 1:
            own = (replace(f, body=self.block(f.body, n, count)) if self.holds(f.body) else f for f in x.factors)
            return replace(x, factors=tuple(own))
        if isinstance(x, Group) and len(x.items) == 1 and x.open in ("(", "[", "{"):
            return replace(x, items=(self.block(x.items[0], n, count),))
        if isinstance(x, t.Fraction) and not self.holds(x.denominator):
            return replace(x, numerator=self.block(x.numerator, n, count))
        if isinstance(x, t.BigSum) and not any(map(self.holds, (*x.below, *filter(None, [x.above])))):
            return replace(x, body=self.block(x.body, n, count))
        if isinstance(x, Scripted) and not x.primes and all(is_mark(e) for s in x.scripts for e in s.entries):
            return _turned(x, self.block(x.base, n, count))
        if (
            isinstance(x, t.Derivative)
            and x.order == 1
            and len(x.wrt) == 1
            and x.of is not None
            and not self.holds(x.of)
        ):
            return replace(x, wrt=(replace(x.wrt[0], body=self.block(x.wrt[0].body, n, count)),))
        raise _NoBlocks

    def holds(self, x: t.Tree) -> bool:
        """Does a whole stand in it, or vectors on top of one another?"""
        return any(y in self.told for y in t.of_kind(x, Name)) or any(map(_rows, t.of_kind(x, Group)))


def _turned(x: Scripted, block: Node) -> Node:
    """A block with the marks of a transpose that stood on all."""
    if isinstance(block, Name) and not any(s.above for s in block.scripts):
        return replace(block, scripts=(*block.scripts, *x.scripts))
    return replace(x, base=Group("(", (block,), ")", (), x.span))


def _sum(parts: Sequence[Node], span: tuple[int, int]) -> Node:
    return Group("(", (Terms(tuple(Term("+" if n else "", y) for n, y in enumerate(parts)), span),), ")", (), span)

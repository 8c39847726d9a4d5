r"""Comparisons of numbers that are made of arrays: `\|a - b\|^2 > c` is written out, as an equation would be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...latex.tree import Chain, Statement
from .array import ShapeDoubt
from .reader import Reader

ORDERS = frozenset(["<", ">", r"\le", r"\ge"])


def with_numbers_compared(s: Statement, reader_of: Callable[[Chain], Reader]) -> Statement:
    """The statement with such comparisons, its own and those of its conditions, written out."""
    conditions = tuple(_compared(c, reader_of) for c in s.conditions)
    if conditions != s.conditions:
        s = replace(s, conditions=conditions)
    chain = _compared(s.chain, reader_of)
    return s if chain is s.chain else replace(s, chain=chain)


def _compared(chain: Chain, reader_of: Callable[[Chain], Reader]) -> Chain:
    if not chain.relations or not ORDERS.issuperset(chain.relations):
        return chain
    reader = reader_of(chain)
    try:
        found = [reader.read(m) for m in chain.members]
    except ShapeDoubt:
        return chain
    if not reader.met or reader.unsure or any(a.kind for a in found):
        return chain
    return replace(chain, members=tuple(a.entry() for a in found))

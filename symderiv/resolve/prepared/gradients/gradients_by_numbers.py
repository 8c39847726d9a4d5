r"""Gradients by numbers that only carry one above: `\nabla_{\mu^{(n)}} E` where `\mu^{(n)} = \sum_j x_j^{(n)} / D`.

A gradient by a name without indices below is one by an array, as a rule. But a sum over entries is a number, and so is
what is made of such numbers: the gradient by it is the derivative.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ....latex import tree as t
from ....latex.tree import Derivative, Nabla, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letters_in, stem_of


def _has_gradient(s: Statement) -> bool:
    return any(_by(x) is not None for x in t.of_kind(s, Nabla))


@where(_has_gradient)
def with_gradients_by_numbers(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with such gradients as derivatives."""
    statements = [s for f in read_of(located) for s in f.statements]
    definitions = [s for s in statements if len(s.chain.members) > 1 and s.chain.relations[0] in EQUALITIES]
    sums = [(x, s.chain.members[1]) for s in definitions if (x := _above_only(s.chain.members[0])) is not None]
    below = {stem_of(x) for s in statements for x in t.of_kind(s, Name) if any(not y.above for y in x.scripts)}
    numbers: set[Stem] = set()
    while True:
        more = {stem_of(x) for x, body in sums if _adds_up_entries(body, numbers | {stem_of(x)})} - below
        if more <= numbers:
            break
        numbers |= more
    if not numbers:
        return located

    def change(x: object) -> Node | None:
        by = _by(x)
        if by is None or stem_of(by) not in numbers or not isinstance(x, Nabla):
            return None
        return Derivative(rebuilt(x.of, change), (t.Wrt(by),), span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _by(x: object) -> Name | None:
    """What a gradient is taken by, where it carries nothing below."""
    if not isinstance(x, Nabla) or x.by is None or len(x.by.entries) != 1 or x.order != 1:
        return None
    return _above_only(x.by.entries[0])


def _above_only(x: Node) -> Name | None:
    """A name in no font with something above it alone."""
    plain = isinstance(x, Name) and bool(x.scripts) and not x.font and "vec" not in x.accents
    return x if plain and isinstance(x, Name) and all(s.above for s in x.scripts) else None


def _adds_up_entries(x: Node, numbers: Collection[Stem]) -> bool:
    """Is it made of sums in which all names have the letter of the sum below them, or are known to be numbers?"""
    sums = t.of_kind(x, t.BigSum)
    bound = {y for s in sums for b in s.below for y in letters_in(b)}
    inside = {id(y) for s in t.of_kind(x, t.Script) for y in t.of_kind(s, Name)}
    inside |= {id(y) for s in sums for e in (*s.below, s.above) if e is not None for y in t.of_kind(e, Name)}
    names = [y for y in t.of_kind(x, Name) if id(y) not in inside]

    def is_entry(y: Name) -> bool:
        lowers = {z for s in y.scripts if not s.above for e in s.entries for z in letters_in(e)}
        return bool(lowers & bound) or stem_of(y) in numbers or not y.scripts

    return bool(sums) and any(y.scripts for y in names) and all(map(is_entry, names))

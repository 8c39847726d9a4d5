r"""Weights of a loss that no entry of an array of the same letter can be: `L = \sum_t \sum_{i=1}^M c_{ti} g(y_{ti})`
beside `C_{tj}` with j from 1 to N, which y is made of.

Two things tell them apart. One of its letters ends at a size at which none of that array does, and no line of the page
equates or compares the two sizes; and wherever it stands, it is the factor of an entry with the same letters that is
made of that array, so it numbers what comes out of it. A sum of what looks alike, `\sum_i w_{ki} h_i`, tells nothing:
its end may be a slip.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...affine import Affine
from ...digraph import reachable
from ...draft import RawDefinition
from ...expr import Expr, Mul, Sum, Var, Variable, of_kind
from ...latex.tree import Chain
from ...system import Span
from ..facts import Facts
from ..sizes.sizes_equated import compares_sizes
from ..spelled.shape import letters_in


def are_weights_apart(
    u: Variable,
    v: Variable,
    definitions: Sequence[RawDefinition],
    made: Mapping[Variable, set[Variable]],
    ranges: Sequence[Span],
    facts: Facts,
) -> bool:
    """Is v, which nothing defines, the weight of what is made of u, and of other sizes than u?"""
    own = [_ends(d.left, d.body, (*d.ranges, *ranges)) for d in definitions if d.left.variable == u]
    uses = [(x, d) for d in definitions for x in of_kind(d.body, Var) if x.variable == v]
    if not uses or not all(_is_weight(x, d.body, u, made) for x, d in uses):
        return False
    ends = [_ends(x, d.body, (*d.ranges, *ranges)) for x, d in uses]
    if not all(own) or not all(ends):
        return False
    sizes = {e for here in own for e in here}
    return all(any(_is_another(e, sizes, facts) for e in here) for here in ends)


def _is_weight(x: Var, body: Expr, u: Variable, made: Mapping[Variable, set[Variable]]) -> bool:
    """Does an entry multiply one with the same letters that is made of u?"""
    products = [p for p in of_kind(body, Mul) if x in p.factors]
    return bool(products) and all(
        any(
            y.indices == x.indices and u in reachable(made, y.variable)
            for f in p.factors
            if f != x
            for y in of_kind(f, Var)
        )
        for p in products
    )


def _ends(x: Var, body: Expr, ranges: Sequence[Span]) -> tuple[Affine, ...]:
    """Where the letters of an entry end, one for each; none at all where that is not known of one of them."""
    sums: dict[object, set[Affine]] = {}
    for s in of_kind(body, Sum):
        sums.setdefault(s.letter, set()).update(s.uppers)
    spans: dict[object, Affine] = {s.letter: s.upper for s in reversed(ranges)}
    found = []
    for i in x.indices:
        letter = i.letter
        ends = sums.get(letter) or ({spans[letter]} if letter in spans else set())
        if letter is None or len(ends) != 1:
            return ()
        found += [*ends]
    return tuple(found)


def _is_another(end: Affine, sizes: set[Affine], facts: Facts) -> bool:
    """Is it a size like none of these, as far as the page says?"""
    if end.letter is None or end in sizes or any(e.letter is None for e in sizes):
        return False
    mine, others = end.letter.name, {e.letter.name for e in sizes if e.letter is not None}
    if mine in facts.equal_sizes and facts.equal_sizes[mine] in {facts.equal_sizes.get(x) for x in others}:
        return False
    known = facts.ends | facts.range_ends
    compared = [_letters(c) for s in facts.stated if compares_sizes(c := s.statement.chain, known)]
    return not any(mine in letters and letters & others for letters in compared)


def _letters(c: Chain) -> set[str]:
    return {x for m in c.members for x in letters_in(m)}

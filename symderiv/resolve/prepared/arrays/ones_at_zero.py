r"""A vector typed out with a 1 in front, `x_i = (1, x_{i1}, \dots, x_{ip})^T`, beside `x_{i0} = 1`: it counts from 0.

So they do beside a vector that is typed out from 0 to the same end, `\beta = (\beta_0, \dots, \beta_p)^T`, unless
the page has another `x_{i0}`: then the 1 is written as that entry, which is 1. Where a sum runs from 1 to that end,
lines may be about these entries alone, and nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import ONE, ZERO, BigSum, Chain, Formula, Group, Name, Node, Scripted, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from .numbered_apart import items_typed
from .one_more import TWO, More, letter_of_any_font, numbered, one_more


def _types_a_one(s: Statement) -> bool:
    return _with_one(s.chain) is not None


def _with_one(chain: Chain) -> More | None:
    """The vector of an equation that types it out with a 1 in front, in the letter of its entries."""
    m = one_more(chain)
    return m if m is not None and m.other == ONE and m.number == ZERO and not m.apart else None


@where(_types_a_one)
def with_ones_at_zero(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the 1 of such vectors as their entry 0.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$ x = (1, x_1, \\dots, x_p)^T $$ $$ w = (w_0, w_1, \\dots, w_p)^T $$"
    >>> [len(f.statements) for _, f in with_ones_at_zero(read_formulas(parse_document(page)))]
    [2, 1]
    """
    chains = [s.chain for f in read_of(located) for s in f.statements]
    found = {m for c in chains if (m := _with_one(c)) is not None}
    if len(found) != 1 or any(is_given(d) for d, _ in located):
        return list(located)
    (m,) = found
    if any(_is_from_one(x, m) for c in chains for x in t.of_kind(c, BigSum)):
        return list(located)
    told = any(_tells(c, m) for c in chains)
    named = any(True for c in chains for _ in _at_zero(c, m))
    if not told and (named or not any(_counts_from_zero(c, m) for c in chains)):
        return list(located)
    return [(d, _written(f, m, told) if isinstance(f, Formula) else f) for d, f in located]


def _is_from_one(x: BigSum, m: More) -> bool:
    (*_, below) = x.below or (None,)
    return isinstance(below, Chain) and below.members[-1] == ONE and x.above == m.last


def _at_zero(c: Chain, m: More) -> Iterator[Name]:
    """The names for entry 0 of a vector."""
    for x in t.of_kind(c, Name):
        if letter_of_any_font(x) == letter_of_any_font(m.first) and _last(x) == ZERO:
            yield x


def _tells(c: Chain, m: More) -> bool:
    """Does an equation say that entry 0 is 1?"""
    one = len(c.members) == TWO and c.relations[0] in EQUALITIES and c.members[1] == ONE
    return one and any(x is c.members[0] and len(_below(x)) == len(_below(m.first)) for x in _at_zero(c, m))


def _counts_from_zero(c: Chain, m: More) -> bool:
    """Does an equation type another vector out from 0 to the same end?"""
    if len(c.members) != TWO or c.relations[0] not in EQUALITIES or not isinstance(c.members[0], Name):
        return False
    items, _ = items_typed(c.members[1])
    names = [x for x in items if isinstance(x, Name)]
    other = letter_of_any_font(c.members[0])
    own = {letter_of_any_font(x) for x in names} == {other} and other != letter_of_any_font(m.first)
    return own and len(items) > len(names) > 1 and _last(names[0]) == ZERO and _last(names[-1]) == m.last


def _below(x: Name) -> list[Node]:
    return [e for s in x.scripts if not s.above for e in s.entries]


def _last(x: Name) -> Node | None:
    below = _below(x)
    return below[-1] if below else None


def _written(f: Formula, m: More, told: bool) -> Formula:
    """The formula with the entry in the place of the 1, and beside it what that is, unless the page says so."""
    if all(_with_one(s.chain) != m for s in f.statements):
        return f
    entry = replace(m.first, scripts=numbered(m.first.scripts, ZERO))
    found: list[Statement] = []
    for s in f.statements:
        if _with_one(s.chain) != m:
            found.append(s)
            continue
        first, typed, *more = s.chain.members
        found.append(replace(s, chain=replace(s.chain, members=(first, _with_entry(typed, entry), *more))))
        if not told:
            is_one = replace(s.chain, members=(entry, ONE), relations=("=",), relation_spans=())
            found.append(replace(s, chain=is_one, conditions=(), separator=","))
    return replace(f, statements=tuple(found))


def _with_entry(typed: Node, entry: Name) -> Node:
    if isinstance(typed, Scripted):
        return replace(typed, base=_with_entry(typed.base, entry))
    assert isinstance(typed, Group)
    return replace(typed, items=(replace(entry, span=typed.span), *typed.items[1:]))

r"""One-hot data told by their class: `L = -\log p_c = -\sum_k y_k \log p_k` with a y that words call one-hot.

The two members are the same for every p only where `y_k` is 1 for `k = c` and else 0. That is what y is then, so that
both can be right, and either with another sign or another name cannot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from ...errors import ReadError
from ...latex import tree as t
from ...latex.parse import parse
from ...latex.statement_forms import replace_statement
from ...latex.tree import Name, Node, Statement
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..located import Located, read_of
from ..shape import letter_of, named
from .called_one_hot import accented, called_one_hot


def with_true_class_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page, before the first such chain the definition of the data."""
    called = set(called_one_hot(located))
    statements = [s for f in read_of(located) for s in f.statements] if called else []
    defined = {accented(m) for s in statements if s.chain.relations and isinstance(m := s.chain.members[0], Name)}
    for s in statements:
        for y, total, c in _told(s):
            if accented(y) in called - defined:
                return [_before(d, f, s, _definition(s, y, total, c)) for d, f in located]
    return list(located)


def _before(display: object, f: object, s: Statement, made: Statement) -> Located:
    if isinstance(f, ReadError) or not any(x is s for x in f.statements):  # type: ignore[attr-defined]
        return display, f  # type: ignore[return-value]
    found = tuple(y for x in f.statements for y in ((made, x) if x is s else (x,)))  # type: ignore[attr-defined]
    return display, replace(f, statements=found)  # type: ignore[return-value, type-var]


def _definition(s: Statement, y: Name, total: t.BigSum, c: str) -> Statement:
    """The definition of the data, for the range of the sum."""
    k = letter_of(named(y).lowers[-1][-1])
    body = parse(rf"y = [{k} = {c}]").statements[0].chain.members[1]
    chain = t.Chain((y, body), ("=",), (y.span,), s.chain.span)
    under = total.below[0]
    conditions = s.conditions
    if isinstance(under, t.Chain) and len(under.members) == 2 and total.above is not None:
        order = (under.members[1], under.members[0], total.above)
        conditions = (*conditions, t.Chain(order, (r"\le", r"\le"), (y.span, y.span), s.chain.span))
    return replace_statement(s, chain=chain, conditions=conditions, words=(), tag="", labels=())


def _told(s: Statement) -> Iterator[tuple[Name, t.BigSum, str]]:
    """The data and their class by every two members of a chain that are the same but for such a sum."""
    if s.struck or not set(s.chain.relations) <= EQUALITIES:
        return
    for whole in s.chain.members:
        for other in (m for m in s.chain.members if m is not whole):
            letters = {x.base for x in t.of_kind(other, Name) if letter_of(x) == x.base}
            for c in sorted(letters):
                found: list[tuple[Name, t.BigSum]] = []
                if rebuilt(whole, partial(_picked, c=c, found=found)) == other and len(found) == 1:
                    yield *found[0], c


def _picked(x: object, c: str, found: list[tuple[Name, t.BigSum]]) -> Node | None:
    r"""What is left of `\sum_k y_k \log p_k` if y is 1 for the class alone."""
    if not isinstance(x, t.BigSum) or len(x.below) != 1 or not isinstance(x.body, t.Product):
        return None
    under = x.below[0]
    k = letter_of(under.members[0] if isinstance(under, t.Chain) else under)
    first, *rest = x.body.factors
    y = first.body
    if k is None or not rest or not isinstance(y, Name) or first.operator or c in {z.base for z in t.of_kind(x, Name)}:
        return None
    shape = named(y)
    if shape.uppers or len(shape.lowers) != 1 or [letter_of(p) for p in shape.lowers[0]] != [k]:
        return None
    found.append((y, x))
    body = rest[0].body if len(rest) == 1 else replace(x.body, factors=(replace(rest[0], operator=""), *rest[1:]))

    def of_class(z: object) -> Node | None:
        return replace(z, base=c) if isinstance(z, Name) and letter_of(z) == k else None

    made: Node = rebuilt(body, of_class)
    return made

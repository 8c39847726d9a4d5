r"""Derivatives by a value that is typed out, `\frac{\partial L}{\partial (w x + b)}` beside `z = w x + b`: that is z.

The page says which name the value has: by the definition of it, or in words behind the value typed out in a sentence,
`$W h_0 + U x_1$ is $a_1$`. It has one name only, and no other definition is made of the value without that name: else L
may depend on it otherwise, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.doubted import is_doubted
from ....latex.tree import Chain, Derivative, Formula, Group, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ..said_in_place import gaps_of

IS = lazily(r"\s*(?:は|即|即为|即為|就是|是|is|ist|est|es|è|é)\s*")
"""Between a value and its name;"""
ENDING = lazily(r"\s*(?:[.,;)。、，；]|and\b|und\b|et\b|y\b|e\b|\Z|の(?:こと|略)|を(?:表す|指す)|である|です)")
"""what goes on behind."""


def _has_one(s: Statement) -> bool:
    return any(True for _ in _typed_out(s))


@where(_has_one)
def with_values_typed_out_named(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas of a document with the names of such values.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$z = a + b$, $L = z^2$, $\frac{\partial L}{\partial (a + b)} = 2 z$")
    >>> left = with_values_typed_out_named(read_formulas(page), page.blocks)[2][1].statements[0].chain.members[0]
    >>> left.wrt[0].body.base
    'z'
    """
    statements = [s for f in read_of(located) for s in f.statements]
    values = {x for s in statements for x in _typed_out(s)}
    named: dict[Node, set[Name]] = {}
    for value, name in (*_defined(statements), *_told(located, blocks)):
        if value in values:
            named.setdefault(value, set()).add(name)
    inside = [x for s in statements if named and not _is_claim(s.chain) for x in _inside(s.chain, named)]
    used = {x for x in named if any(y == x or frozenset() < _signed(x) < _signed(y) for y in inside)}
    meant = {x: next(iter(names)) for x, names in named.items() if len(names) == 1 and x not in used}
    if not meant:
        return list(located)

    def change(x: Any) -> Node | None:
        value = _value(x) if isinstance(x, t.Wrt) else None
        name = meant.get(value) if value is not None else None
        return None if name is None else replace(x, body=replace(name, span=x.body.span))

    return with_statements(located, lambda s: rebuilt(s, change))


def _typed_out(s: Statement) -> Iterator[Node]:
    for w in (w for d in t.of_kind(s.chain, Derivative) for w in d.wrt):
        value = _value(w)
        if value is not None:
            yield value


def _value(w: t.Wrt) -> Node | None:
    """The sum or product in parentheses by which something is differentiated once."""
    body = w.body
    inner = body.items[0] if isinstance(body, Group) and body.open in "([" and len(body.items) == 1 else None
    return inner if w.order == 1 and isinstance(inner, (t.Terms, t.Product)) else None


def _defined(statements: Sequence[Statement]) -> Iterator[tuple[Node, Name]]:
    for s in statements:
        c = s.chain
        if len(c.members) == 2 and c.relations[0] in EQUALITIES and isinstance(c.members[0], Name) and not s.struck:
            yield c.members[1], c.members[0]


def _told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[tuple[Node, Name]]:
    """The values that sentences name, each with its name."""
    gaps = gaps_of(located, blocks)
    for ((first, before), (second, between)), (_, behind) in zip(pairwise(gaps), gaps[2:], strict=False):
        value, name = _alone(located[first]), _alone(located[second])
        is_name = isinstance(name, Name) and IS.fullmatch(between) is not None and ENDING.match(behind) is not None
        if isinstance(name, Name) and value is not None and is_name and not is_doubted(before, behind):
            yield value, name


def _alone(x: Located) -> Node | None:
    display, f = x
    plain = display.inline and isinstance(f, Formula) and len(f.statements) == 1
    chain = f.statements[0].chain if plain and isinstance(f, Formula) else None
    return chain.members[0] if chain is not None and not chain.relations else None


def _signed(x: object) -> frozenset[tuple[str, Node]]:
    """The terms of a sum with their signs."""
    return frozenset((y.sign or "+", y.body) for y in x.terms) if isinstance(x, t.Terms) else frozenset()


def _is_claim(c: Chain) -> bool:
    """Is it about a derivative, or the value alone?"""
    return not c.relations or any(True for _ in t.of_kind(c, Derivative))


def _inside(c: Chain, named: Collection[Node]) -> Iterator[object]:
    """What stands in an equation, but for the whole value that it gives a name."""
    whole = c.members[-1] if len(c.members) == 2 and isinstance(c.members[0], Name) else None
    for m in c.members:
        yield from (x for x in t.walk(m) if x is not whole or x not in named)

r"""Names with a number above that are defined by their square: `(\sigma^{(n)})^2 = \sum_j (x_j^{(n)} - \mu^{(n)})^2`.

Where something stands above a name its square needs a parenthesis, or braces. If the page has the name in no other way,
the square is what it computes with and differentiates by, a name of its own. Otherwise the equation says what the name
is: its root, for it is a deviation or a length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex.statement_forms import replace_statement
from ....latex.tree import Group, Name, Node, Number, Root, Scripted, Statement, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from .squared import TWO, in_terms_of_roots

Key: TypeAlias = tuple[object, ...]


def _has_such(s: Statement) -> bool:
    return _defined(s) is not None


@where(_has_such)
def with_squares_in_parentheses(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with such squares as names, or such equations solved for their name."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {_key(name): s for s in statements if (name := _defined(s)) is not None}
    otherwise = {_key(x) for s in statements if s.chain.relations for x in (s.chain.members[0],) if isinstance(x, Name)}
    names = Counter(_key(x) for s in statements for x in of_kind(s, Name))
    squares = Counter(_key(y) for s in statements for x in of_kind(s, Scripted) if (y := _squared(x)) is not None)
    found = {key: s for key, s in defined.items() if key not in otherwise}
    alone = {key for key in found if names[key] == squares[key]}

    def named(x: object) -> Node | None:
        name = _squared(x)
        if name is None or _key(name) not in alone:
            return None
        return replace(name, base=f"{{{name.base}^2}}", span=getattr(x, "span", name.span))

    def changed(s: Statement) -> Statement:
        name = _defined(s)
        if name is not None and found.get(_key(name)) is s and _key(name) not in alone:
            body = s.chain.members[1]
            s = replace_statement(
                s, chain=replace(s.chain, members=(name, Root(body, span=getattr(body, "span", s.span))))
            )
        told: Statement = rebuilt(s, lambda x: named(x) or in_terms_of_roots(x, _rooted))
        return told

    def _rooted(x: Node) -> Name | None:
        name = _squared(x)
        return name if name is not None and _key(name) in found.keys() - alone else None

    return with_statements(located, changed) if found else located


def _defined(s: Statement) -> Name | None:
    """The name whose square alone stands on the left; a number or a square on the right defines nothing."""
    if s.chain.relations not in (("=",), (":=",)) or s.struck:
        return None
    left, right = s.chain.members
    open_ = isinstance(right, Number) or (isinstance(right, Scripted) and isinstance(right.base, Group))
    return _squared(left) if not open_ else None


def _squared(x: object) -> Name | None:
    """The name with something above it in a parenthesis with a square."""
    if not isinstance(x, Scripted) or x.primes or len(x.scripts) != 1 or not isinstance(x.base, Group):
        return None
    (script,) = x.scripts
    if not script.above or script.bracket or script.entries != TWO:
        return None
    (inner, *more) = x.base.items
    inside = not more and x.base.open in ("(", "{") and isinstance(inner, Name)
    return inner if inside and isinstance(inner, Name) and any(y.above for y in inner.scripts) else None


def _key(x: Name) -> Key:
    return (x.base, x.accents, x.font, x.primes, tuple((y.above, y.bracket, len(y.entries)) for y in x.scripts))

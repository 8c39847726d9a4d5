r"""Names defined by their square: `d_{ij}^2 = \sum_k (x_{ik} - x_{jk})^2`, `\sigma_i^2 = e^{s_i}`.

Where a name also stands without the square and nothing else says what it is, the equation does: it is a length or a
deviation, which is not negative. A derivative by the square is then `\frac{1}{2 \sigma}` times the one by the name.

The other way round, a length `d_{ij} = \|x_i - x_j\|` of which a page uses the square alone is told by its
square, which has a derivative where the length is 0, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....latex.statement_forms import replace_statement
from ....latex.tree import (
    ONE,
    Derivative,
    Factor,
    Fraction,
    Group,
    Name,
    Node,
    Number,
    Product,
    Root,
    Script,
    Scripted,
    Statement,
    Wrt,
    walk,
)
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements

Key: TypeAlias = tuple[object, ...]
TWO = (Number("2"),)
POWERS = frozenset("23456789")
"""Numbers above a name that may be exponents; 0 and 1 number layers."""


def _has_squared(s: Statement) -> bool:
    return _squared(s) is not None


@where(_has_squared)
def with_squares_apart(located: Sequence[Located]) -> Sequence[Located]:
    r"""The formulas of a document in which `\sigma^2 = ..` is a name of its own beside a function `\sigma(a)`.

    Where the letter alone never stands but as a function, its square is none of it.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    squared = {name for s in statements if (name := _squared(s)) is not None and not name.scripts}
    nodes = [x for s in statements for x in walk(s)] if squared else []
    met = Counter(x for x in nodes if isinstance(x, Name))
    applied = Counter(name for x in nodes if isinstance(x, Product) for name in _applied(x, closely=True))
    apart = {name for name in squared if 0 < met[name] == applied[name]}
    if not apart:
        return located

    def change(x: Any) -> Node | None:
        name = _root(x) if isinstance(x, Name) else None
        return replace(name, base=f"{name.base}^2", span=x.span) if name is not None and name in apart else None

    return with_statements(located, lambda s: rebuilt(s, change))


@where(_has_squared)
def with_roots_taken(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with such equations solved for their name."""
    statements = [s for f in read_of(located) for s in f.statements]
    squares = {_key(name): s for s in statements if (name := _squared(s)) is not None}
    for key in _otherwise(statements) if squares else ():
        squares.pop(key, None)
    plain = (
        {_key(x) for s in statements for x in walk(s) if isinstance(x, Name) and not _above(x)} if squares else set()
    )
    squares = {key: s for key, s in squares.items() if key in plain}
    if not squares:
        return located

    def solved(s: Statement) -> Statement:
        name = _squared(s)
        if name is None or squares.get(_key(name)) != s:
            return rebuilt(s, lambda x: in_terms_of_roots(x, taken))  # type: ignore[no-any-return]
        body = s.chain.members[1]
        root = Root(body, span=getattr(body, "span", (0, 0)))
        return replace_statement(s, chain=replace(s.chain, members=(name, root)))

    def taken(x: Node) -> Name | None:
        name = _root(x)
        return name if name is not None and _key(name) in squares else None

    return with_statements(located, solved)


def with_squares_told(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document, lengths and roots of which only the squares are used as definitions of these."""
    statements = [s for f in read_of(located) for s in f.statements]
    roots = [s for s in statements if _is_length(s)]
    if not roots:
        return located
    told = [s for s in roots if _only_squared(s, statements)]

    def squared(s: Statement) -> Statement:
        if not any(s is x for x in told):
            return s
        name, body = s.chain.members
        assert isinstance(name, Name)
        two = Script(True, TWO, span=name.span)
        whole = _radicand(body) or Scripted(body, (two,), span=getattr(body, "span", s.span))
        return replace_statement(s, chain=replace(s.chain, members=(_with_two(name, two), whole)))

    return with_statements(located, squared) if told else located


def _with_two(name: Name, two: Script) -> Name:
    return replace(name, scripts=(*name.scripts, two))


def _is_length(s: Statement) -> bool:
    r"""Does it say that a name with indices is a norm or a square root?"""
    if s.chain.relations != ("=",) or s.struck or s.conditions:
        return False
    left, right = s.chain.members
    length = isinstance(right, Group) and right.open == r"\|" and len(right.items) == 1
    root = _radicand(right) is not None
    return isinstance(left, Name) and bool(left.scripts) and not _above(left) and (length or root)


def _radicand(x: Node) -> Node | None:
    r"""What a square root is taken of, `\sqrt{x}`, `[x]^{1/2}`, `(x)^{\frac12}`."""
    if isinstance(x, Root):
        return x.body if x.degree is None else None
    group = x.base if isinstance(x, Scripted) and not x.primes and len(x.scripts) == 1 else None
    if not isinstance(x, Scripted) or not isinstance(group, Group) or group.open not in ("(", "[", r"\{"):
        return None
    half = x.scripts[0].above and len(x.scripts[0].entries) == 1 and _is_half(x.scripts[0].entries[0])
    return group.items[0] if half and len(group.items) == 1 else None


def _is_half(x: Node) -> bool:
    if isinstance(x, Product):
        (one, *_), last = x.factors, x.factors[-1]
        return (len(x.factors), last.operator, one.body, last.body) == (2, "/", ONE, Number("2"))
    if isinstance(x, Fraction):
        return (x.numerator, x.denominator) == (ONE, Number("2"))
    return isinstance(x, Number) and x.text in ("0.5", ".5")


def _only_squared(s: Statement, statements: Sequence[Statement]) -> bool:
    """Does every other line have the name with a square?"""
    name = s.chain.members[0]
    assert isinstance(name, Name)
    names = [x for o in statements if o is not s for x in walk(o) if isinstance(x, Name) and x.base == name.base]
    others = [x for x in names if x.scripts]
    return bool(others) and all(_root(x) is not None and _key(x) == _key(name) for x in others)


def in_terms_of_roots(x: object, root: Callable[[Node], Name | None]) -> Node | None:
    """A derivative by the square of a name, in terms of the one by the name; `root` gives it where that is known."""
    if not isinstance(x, Derivative) or x.of is None or x.order != 1 or len(x.wrt) != 1:
        return None
    name = root(x.wrt[0].body)
    return _by_square(x, name) if name is not None else None


def _by_square(x: Derivative, name: Name) -> Node:
    twice = Product((Factor("", Number("2", x.span)), Factor("", name)), x.span)
    return Fraction(replace(x, wrt=(Wrt(name),)), twice, span=x.span)


def _otherwise(statements: Sequence[Statement]) -> Iterator[Key]:
    """The names that are defined without a square, that are functions, or above which letters or layers stand."""
    for s in statements:
        left = s.chain.members[0]
        if s.chain.relations and isinstance(left, Name) and _root(left) is None:
            yield _key(left)
        for x in walk(s):
            if isinstance(x, Name) and any(not _is_power(y) for y in _above(x)):
                yield _key(x)
            elif isinstance(x, Product):  # `\sigma(a)` beside `\sigma^2 = ..`
                yield from map(_key, _applied(x))


def _applied(x: Product, closely: bool = False) -> Iterator[Name]:
    """The letters before a parenthesis; `closely`: without a space, as a function is typed."""
    for one, two in pairwise(x.factors):
        name, group = one.body, two.body
        if two.joined and isinstance(name, Name) and isinstance(group, Group) and not name.scripts:
            yield from () if closely and name.span[1] != group.span[0] else (name,)


def _is_power(x: Script) -> bool:
    return not x.bracket and len(x.entries) == 1 and isinstance(x.entries[0], Number) and x.entries[0].text in POWERS


def _squared(s: Statement) -> Name | None:
    """The name whose square alone stands on the left of a formula.

    A number on the right tells values of data; a square on the right leaves the sign open.
    """
    if s.chain.relations not in (("=",), (":=",)) or s.struck:
        return None
    left, right = s.chain.members
    open_ = isinstance(right, Number) or (isinstance(right, Scripted) and isinstance(right.base, Group))
    return _root(left) if not open_ else None


def _root(x: Node) -> Name | None:
    """The name that is squared and has nothing else above it."""
    above = _above(x) if isinstance(x, Name) else []
    if not isinstance(x, Name) or len(above) != 1 or above[0].bracket or above[0].entries != TWO:
        return None
    return replace(x, scripts=tuple(y for y in x.scripts if not y.above))


def _above(x: Name) -> list[Script]:
    return [y for y in x.scripts if y.above]


def _key(x: Name) -> Key:
    return (x.base, x.accents, x.font, x.primes, sum(len(y.entries) for y in x.scripts if not y.above))

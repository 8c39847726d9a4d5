r"""Derivatives of functions with the point at which they are taken: `\frac{d\sigma}{dz}|_{z_n}` is `\sigma'(z_n)`.

So it is where the page applies the function and what it is differentiated by is its argument: the z of `\sigma(z_n)`,
or a letter that stands nowhere else. Beside `f(x) = w x` the derivative by w at a point is another one: not read. The
point may stand in parentheses, `\frac{d\sigma}{dz}(z_n)`, where the page applies the function to just that. A number at
which the derivative of a value is taken that an equation gives, `E = ..`, is a condition of the line. The `y_N` of
`\frac{dC}{dy}|_{y_N}` beside `C = (y_N - t)^2` is what C is differentiated by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex.evaluated import unplaced, with_numbers_put_in
from ....latex.tree import (
    BigSum,
    Chain,
    Derivative,
    Factor,
    Group,
    Misfit,
    Name,
    Node,
    Number,
    Product,
    Statement,
    Wrt,
    of_kind,
    parts,
)
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS
from ..applied import before_parentheses
from .arrays_shown import defined_with

CAUSE = "at which point a derivative is taken says something where that of a function by its argument is"
HINT = "write what comes out, such as `f'(a)`"


def _has_points(s: Statement) -> bool:
    beside = (pair for x in of_kind(s, Product) for pair in pairwise(x.factors))
    return any(x.at is not None for x in of_kind(s, Derivative)) or any(_in_parentheses(*p) is not None for p in beside)


def _in_parentheses(one: Factor, two: Factor) -> Derivative | None:
    """The derivative of a name by a letter with what stands in the parenthesis behind it as its point."""
    x, group = one.body, two.body
    if not isinstance(x, Derivative) or not isinstance(group, Group) or two.operator or x.at is not None:
        return None
    plain = x.order == 1 and isinstance(x.of, Name) and len(x.wrt) == 1 and isinstance(x.wrt[0].body, Name)
    single = group.open == "(" and len(group.items) == 1 and isinstance(group.items[0], Name)
    single = single and group.items[0] != x.wrt[0].body  # `\frac{df}{dz} (z)` may be a product
    bare = plain and isinstance(x.of, Name) and not x.of.scripts and not x.of.primes
    return replace(x, at=group.items[0]) if bare and single else None


@where(_has_points)
def with_derivatives_at_points(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with `h'(a)` for such derivatives, and with what cannot be read for all others."""
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    applied = [use for s in said for x in of_kind(s, Product) for use in before_parentheses(x)]
    lefts = [s.chain.members[0] for s in said]
    values = {x.base for x in lefts if isinstance(x, Name) and x.base not in FUNCTION_LETTERS}

    def change(x: Any) -> Node | None:
        if isinstance(x, Product):
            return joined(x)
        if not isinstance(x, Derivative) or x.at is None:
            return None
        function, by = x.of, x.wrt[0].body
        assert isinstance(function, Name)
        assert isinstance(by, Name)
        if _is_entry(by, x.at, function, said):
            return replace(x, wrt=(replace(x.wrt[0], body=x.at),), at=None)
        mine = [group for name, group in applied if name.base == function.base and not name.scripts]
        single = mine and all(len(g.items) == 1 for g in mine) and function.base not in values
        if not single or _is_parameter(by, function, said) or not _is_argument(by, mine, said):
            return Misfit(CAUSE, HINT, span=x.span)
        argument = Group("(", (rebuilt(x.at, change),), ")", (), x.span)
        primed = Name(function.base, function.accents, function.font, 1, (), function.span)
        return Product((Factor("", primed), Factor("", argument, True)), x.span)

    def joined(x: Product) -> Node | None:
        at = {n: d for n, p in enumerate(pairwise(x.factors)) if (d := _in_parentheses(*p)) is not None}
        at = {n: d for n, d in at.items() if _is_applied(d, applied)}
        if not at:
            return None
        kept = [(n, f) for n, f in enumerate(x.factors) if n - 1 not in at]
        factors = tuple(replace(f, body=rebuilt(at.get(n, f.body), change)) for n, f in kept)
        return factors[0].body if len(factors) == 1 else replace(x, factors=factors)

    applied_bases = {name.base for name, _ in applied}
    return with_statements(located, lambda s: rebuilt(_with_numbers_apart(s, values - applied_bases), change))


def _with_numbers_apart(s: Statement, values: Set[str]) -> Statement:
    """A statement with the numbers at which derivatives of values are taken for conditions."""
    found: dict[tuple[int, int], tuple[Derivative, Chain]] = {}
    for x in of_kind(s, Derivative):
        if isinstance(x.at, Number) and isinstance(x.of, Name) and x.of.base in values:
            found[x.span] = x, Chain((x.wrt[0].body, x.at), ("=",), (x.at.span,), x.at.span)
    if not found or unplaced((s,), found) is not None:
        return s
    inside = {id(x): x for x, _ in found.values()}
    (told,) = with_numbers_put_in((s,), found)
    return rebuilt(told, lambda y: replace(y, at=None) if id(y) in inside else None)  # type: ignore[no-any-return]


def _is_applied(x: Derivative, applied: Sequence[tuple[Name, Group]]) -> bool:
    """Is what a derivative is of applied somewhere to just the point at which it is taken?"""
    return any(g.items == (x.at,) and isinstance(x.of, Name) and f.base == x.of.base for f, g in applied)


def _is_argument(by: Name, applied: Sequence[Group], said: Sequence[Statement]) -> bool:
    """Does a letter stand for what a function is applied to, and not for something that this is made of?"""
    direct = [isinstance(g.items[0], Name) and g.items[0].base == by.base for g in applied]
    if any(direct):
        return not any(
            y.base == by.base for g, d in zip(applied, direct, strict=True) if not d for y in of_kind(g, Name)
        )
    return not any(y.base == by.base for s in said for y in _elsewhere(s))


def _is_entry(by: Name, at: Node, value: Name, said: Sequence[Statement]) -> bool:
    r"""Is `\frac{dC}{dy}|_{y_N}` by the entry of which alone the value is made, `C = (y_N - t)^2`, and y nothing else?

    Beside other values that may change with it, the derivative by y may leave these as they are: not read.
    """
    if not isinstance(at, Name) or not at.scripts or by.scripts or (at.base, at.primes) != (by.base, by.primes):
        return False
    bodies = [s.chain.members[1:] for s in said if s.chain.members[0] == value]
    if len(bodies) != 1 or any(of_kind(m, BigSum) for m in bodies[0]):
        return False
    names = {y for m in bodies[0] for y in of_kind(m, Name)}
    lefts = {base for s in said for m in s.chain.members[:1] for base in _values_shown(m)} - {at.base}
    alone = {y for y in names if y.base == by.base} == {at} and lefts.isdisjoint(y.base for y in names)
    return alone and not any(y == by for s in said for y in _elsewhere(s))


def _values_shown(x: Node) -> Iterator[str]:
    """The name that stands as the left side of an equation, alone or before its arguments."""
    first = x.factors[0].body if isinstance(x, Product) else x
    if isinstance(first, Name):
        yield first.base


def _is_parameter(by: Name, function: Name, said: Sequence[Statement]) -> bool:
    """Does a name stand in a definition of a function of something else?"""
    made = ((s, defined_with(s.chain)) for s in said)
    mine = [(s.chain.members[1:], f[1].items) for s, f in made if f is not None and f[0].base == function.base]
    return any(items != (by,) and by in of_kind(body, Name) for body, items in mine)


def _elsewhere(x: Any) -> Iterator[Name]:
    """The names of a tree but for those differentiated by, and at which derivatives are taken."""
    if isinstance(x, Name):
        yield x
    if isinstance(x, Wrt):
        return
    for y in parts(x):
        yield from _elsewhere(y)

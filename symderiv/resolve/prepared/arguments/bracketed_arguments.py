r"""Arguments in brackets, `f[x_i, \phi]`, `L[\phi] = \sum_i ..`: read as in parentheses.

A bracket behind a name may be a factor, `w [a + b]`. But no factor has two parts, `f[x, \phi]`, and no equation says
what a product is, `L[\phi] = ..`; where a page shows a name so, its brackets hold arguments everywhere. So they do
behind the name of a function that is defined with parentheses, `H(x) = ..`, and never stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, EXPECTATIONS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import arguments_of


def may_show(s: t.Statement) -> bool:
    """Does a bracket stand right behind something?"""
    return any(bracket_of(f) is not None for x in t.of_kind(s, Product) for f in x.factors)


@where(may_show)
def with_brackets_as_parentheses(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with parentheses for such brackets."""
    names = {*shown_in_brackets(located), *_defined(located)}
    if not names:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        found = []
        for before, f in zip((None, *x.factors), x.factors, strict=False):
            called = before is not None and isinstance(before.body, Name) and stem_of(before.body) in names
            group = bracket_of(f) if called else None
            f = f if group is None else replace(f, body=replace(group, open="(", close=")"))
            found.append(replace(f, body=rebuilt(f.body, change)))
        return None if tuple(found) == x.factors else replace(x, factors=tuple(found))

    return with_statements(located, lambda s: rebuilt(s, change))


def shown_in_brackets(located: Sequence[Located]) -> Iterator[Stem]:
    """The names that a page shows to have arguments in brackets."""
    for f in read_of(located):
        for x in t.of_kind(f, Product):
            for before, behind in zip(x.factors, x.factors[1:], strict=False):
                group = bracket_of(behind) if isinstance(before.body, Name) else None
                if group is not None and len(group.items) > 1:
                    yield stem_of(before.body)  # type: ignore[arg-type]
        for c in (s.chain for s in f.statements):
            left = c.members[0]
            if (
                c.relations[:1]
                and c.relations[0] in EQUALITIES
                and isinstance(left, Product)
                and len(left.factors) == 2
            ):
                one, two = left.factors
                group = bracket_of(two)
                single = group is not None and len(group.items) == 1 and isinstance(group.items[0], Name)
                if isinstance(one.body, Name) and single and not _is_expectation(one.body):
                    yield stem_of(one.body)


def _is_expectation(x: Name) -> bool:
    r"""Is it the `\mathbb{E}` or the `\mathrm{Var}` before something, which are names together?"""
    return x.base in EXPECTATIONS and (x.font == "mathbb" or len(x.base) > 1)


def _defined(located: Sequence[Located]) -> set[Stem]:
    """The names that a page defines with an argument in parentheses, and that never stand without arguments.

    Behind these a bracket is no factor; behind `h` it is one where a page writes `h [1 - h]`.
    """
    heads: set[Stem] = set()
    for c in (s.chain for f in read_of(located) for s in f.statements):
        left = c.members[0]
        if c.relations[:1] and c.relations[0] in EQUALITIES and isinstance(left, Product) and len(left.factors) == 2:
            one, group = left.factors[0].body, arguments_of(left.factors[1])
            single = group is not None and len(group.items) == 1 and group.items[0] == letter_alone(group.items[0])
            if isinstance(one, Name) and not (one.scripts or one.primes) and single:
                heads.add(stem_of(one))
    if not heads:
        return heads
    called = [
        one.body
        for f in read_of(located)
        for x in t.of_kind(f, Product)
        for one, two in pairwise(x.factors)
        if isinstance(one.body, Name) and (arguments_of(two) or bracket_of(two))
    ]
    values = [x for f in read_of(located) for x in t.of_kind(f, Name) if stem_of(x) in heads]
    return {key for key in heads if sum(stem_of(x) == key for x in values) == sum(stem_of(x) == key for x in called)}


def letter_alone(x: Node) -> Name | None:
    """The letter that something is, with nothing on it."""
    return Name(x.base, font=x.font) if isinstance(x, Name) else None


def bracket_of(f: Factor) -> Group | None:
    """The bracket right behind what stands before a factor; None for anything else.

    >>> from symderiv.latex import parse
    >>> from symderiv.latex.source import Source
    >>> bracket_of(parse.parse(Source("f[x]")).statements[0].chain.members[0].factors[1]).items[0].base
    'x'
    """
    body = f.body
    return body if f.joined and isinstance(body, Group) and body.open == "[" and body.items else None

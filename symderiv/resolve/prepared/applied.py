r"""Names that stand right before their arguments, `f(x_n)` and its power `f(x_n)^2`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import is_
from typing import Any

from ...latex.tree import (
    Derivative,
    Factor,
    Group,
    Nabla,
    Name,
    Node,
    Product,
    Script,
    Scripted,
    Statement,
    Symbol,
    Text,
    Wrt,
)
from ...latex.walking import of_kind, rebuilt
from ..asked import where
from ..located import Located, with_statements
from ..spelled.shape import Stem, stem_of

DOTS = frozenset([r"\dots", r"\ldots", r"\cdots"])


def arguments_of(f: Factor) -> Group | None:
    r"""The parenthesis directly behind a name, also where it is raised to a power; None for anything else.

    >>> from symderiv.latex import parse
    >>> from symderiv.latex.source import Source
    >>> (_, behind) = parse.parse(Source("f(x)^2")).statements[0].chain.members[0].factors
    >>> arguments_of(behind).items[0].base
    'x'
    """
    body = f.body.base if isinstance(f.body, Scripted) and _is_raised(f.body) else f.body
    return body if f.joined and isinstance(body, Group) and body.open == "(" and body.items else None


def head_of(left: Node) -> Name | None:
    """The name with which the left side of an equation begins, also where it is applied to something."""
    head = left.factors[0].body if isinstance(left, Product) else left
    return head if isinstance(head, Name) else None


def with_names_for_two(x: Product, named: Mapping[int, Node], change: Callable[[Any], Node | None]) -> Node:
    """A product with names for factors and what stands right behind each; the others as `change` has them."""
    kept = [(n, f) for n, f in enumerate(x.factors) if n - 1 not in named]
    factors = [replace(f, body=named[n] if n in named else rebuilt(f.body, change)) for n, f in kept]
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))


def applied_alone(x: object) -> tuple[Name, Group] | None:
    r"""The name and the arguments where something is a name before arguments, and nothing more: no power of it.

    >>> from symderiv.latex import parse
    >>> from symderiv.latex.source import Source
    >>> def left(text): return parse.parse(Source(text)).statements[0].chain.members[0]
    >>> applied_alone(left("f(x)"))[0].base, applied_alone(left("f(x)^2")), applied_alone(left("2f(x)"))
    ('f', None, None)
    """
    if not isinstance(x, Product) or len(x.factors) != len(("f", "(x)")):
        return None
    name, behind = x.factors[0].body, x.factors[1]
    group = arguments_of(behind)
    return (name, group) if isinstance(name, Name) and group is not None and group is behind.body else None


def with_values_for(
    x: Any, value: Callable[[Name, Group], Node | None], change: Callable[[Any], Node | None]
) -> Node | None:
    """A product with `value` in the place of each name and the arguments behind it, powers kept, and the rest as
    `change` has it; None if it gives no value here.
    """
    if not isinstance(x, Product):
        return None
    named: dict[int, Node] = {}
    for n, (a, b) in enumerate(pairwise(x.factors)):
        group = arguments_of(b)
        found = value(a.body, group) if group is not None and isinstance(a.body, Name) else None
        if found is not None and group is not None:
            span = (a.body.span[0], group.span[1])
            found = replace(found, span=span)
            named[n] = found if b.body is group else with_arguments(b, Group("(", (found,), ")", (), span)).body
    return with_names_for_two(x, named, change) if named else None


def before_parentheses(x: Product) -> Iterator[tuple[Name, Group]]:
    """The names in a product that stand right before a parenthesis, with it."""
    for a, b in pairwise(x.factors):
        group = arguments_of(b)
        if group is not None and isinstance(a.body, Name):
            yield a.body, group


def is_space(x: object) -> bool:
    r"""Is it the space of numbers, or of vectors, `\mathbb{R}^d`?"""
    return isinstance(x, Name) and x.base == "R"


def differentiated_by(s: Statement) -> Iterator[Stem]:
    r"""The names by which a statement differentiates, `\partial w` and `\nabla_w`."""
    return map(stem_of, names_taken_by(s))


def taken_in(s: Statement) -> Iterator[Node]:
    """What a statement differentiates."""
    yield from (x.of for x in of_kind(s, Derivative) if x.of is not None)
    yield from (x.of for x in of_kind(s, Nabla))


def names_taken_by(s: Statement) -> Iterator[Name]:
    """Those names themselves."""
    yield from (w.body for w in of_kind(s, Wrt) if isinstance(w.body, Name))
    nablas = (n.by for n in of_kind(s, Nabla) if n.by is not None)
    yield from (e for by in nablas for e in by.entries if isinstance(e, Name))


def label_above(x: Name) -> tuple[Node, ...]:
    r"""What tells a name from others of its letter: the c above `x^c_k`, neither a power nor a number in parentheses.

    >>> from symderiv.latex import parse
    >>> from symderiv.latex.source import Source
    >>> def above(text): return label_above(parse.parse(Source(text)).statements[0].chain.members[0])
    >>> [len(above(text)) for text in ("x^c_k", "x_k", "x^2", "x^{(i)}")]
    [1, 0, 0, 0]
    """
    plain = (s.entries for s in x.scripts if s.above and not s.bracket and len(s.entries) == 1)
    return tuple(e for (e,) in plain if isinstance(e, (Name, Text)))


def with_arguments(f: Factor, group: Node) -> Factor:
    """The factor with other arguments."""
    return replace(f, body=replace(f.body, base=group) if isinstance(f.body, Scripted) else group)


def _is_raised(x: Scripted) -> bool:
    return not x.primes and all(s.above for s in x.scripts)


def _has_sets(s: Statement) -> bool:
    return any(_told(g) is not g for x in of_kind(s, Product) for g in _applied_to(x))


@where(_has_sets)
def with_sets_of_arguments(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with `Q(\pi, \beta)` for `Q(\pi, \{\beta_k\})` and `L(\beta)` for
    `L(\beta_1, \dots, \beta_k)`: all entries are meant."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        found = []
        for before, f in zip((None, *x.factors), x.factors, strict=False):
            group = arguments_of(f) if before is not None and isinstance(before.body, Name) else None
            found.append(f if group is None else with_arguments(f, _told(group)))
        inner = tuple(replace(f, body=rebuilt(f.body, change)) for f in found)
        return None if inner == x.factors else replace(x, factors=inner)

    return with_statements(located, lambda s: rebuilt(s, change))


def _applied_to(x: Product) -> Iterator[Group]:
    """The arguments of the names in a product."""
    for before, f in pairwise(x.factors):
        group = arguments_of(f) if f.joined and isinstance(before.body, Name) else None
        if group is not None:
            yield group


def _told(group: Group) -> Group:
    r"""The arguments with `\beta` for `\{\beta_k\}`, and for each list `\beta_1, \dots, \beta_k` of several."""
    if not any(isinstance(i, Symbol) and i.name in DOTS for i in group.items):
        items = tuple(map(_bare, group.items))
        return group if all(map(is_, items, group.items)) else replace(group, items=items)
    found: list[Name] = []
    rest: Sequence[Node] = group.items
    while rest:
        first, listed = rest[0], _listed(rest)
        if not isinstance(first, Name) or (first.scripts and not listed):
            return group
        found.append(replace(first, scripts=()))
        rest = rest[max(listed, 1) :]
    if len(found) > 1 and {*group.separators} != {","}:  # `p(x_1, \dots, x_n; \theta)` is no `p(x; \theta)`
        return group
    return replace(group, items=tuple(found), separators=group.separators[: len(found) - 1])


def _listed(items: Sequence[Node]) -> int:
    r"""How many of the first items are the entries of one name, with dots once: `\beta_1, \dots, \beta_k`."""
    first = items[0]
    own = [isinstance(x, Name) and isinstance(first, Name) and _is_entry_of(x, first) for x in items]
    dots = [isinstance(x, Symbol) and x.name in DOTS for x in items]
    count = next((n for n in range(len(items)) if not own[n] and not dots[n]), len(items))
    return count if dots[:count].count(True) == 1 and own[count - 1] and own[0] else 0


def _is_entry_of(x: Name, first: Name) -> bool:
    return stem_of(x) == stem_of(first) and len(x.scripts) == 1 and not x.primes and _numbers(x.scripts[0])


def _numbers(s: Script) -> bool:
    """Does a script say which one, as below and in parentheses above?"""
    return not s.above or bool(s.bracket)


def _bare(x: Node) -> Node:
    r"""The name whose entries a set holds: the \beta of `\{\beta_k\}` and of `\{\beta_k\}_{k=1}^K`."""
    group = x.base if isinstance(x, Scripted) and not x.primes else x
    name = group.items[0] if isinstance(group, Group) and group.open == r"\{" and len(group.items) == 1 else None
    return replace(name, scripts=tuple(s for s in name.scripts if not _numbers(s))) if isinstance(name, Name) else x

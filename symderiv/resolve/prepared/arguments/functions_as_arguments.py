r"""Functions as arguments: the f_w of `R(f_w) = \sum_n (f_w(x_n) - y_n)^2`, also inside of `L(y, z(f_w))`.

What a page defines at data says of a value that it is made of this function, which the definition of the value says
too. So it is where the function otherwise stands before its arguments alone, and the value before no other function.
What only stands among arguments or below names, the list z of scores here, needs no definition. Of anything else,
`s(f)` with any s, the f may be the number to which s is applied: it stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, arguments_of, before_parentheses, with_arguments

Host: TypeAlias = tuple[Stem, int]
"""The name and how many scripts it carries: R beside R_n is another."""


def _has_any(s: Statement) -> bool:
    """Does an equation begin with a name at some data, as functions are defined?"""
    return _begun(s) is not None


@where(_has_any)
def with_functions_as_arguments(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document without such arguments."""
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    every = Counter(x for s in said for x in t.of_kind(s, Name))
    uses = [use for s in said for x in t.of_kind(s, Product) for use in before_parentheses(x)]
    applied = Counter(name for name, _ in uses)
    shown = Counter(i for _, group in uses for i in group.items if isinstance(i, Name))
    begun = [found for s in said if (found := _begun(s)) is not None]
    functions = {x for x, _ in begun if shown[x] and applied[x] + shown[x] == every[x]}
    hosts = _hosts(said, uses, functions, {_host(x) for x, _ in begun}) if functions else {}

    def change(x: Any) -> Node | None:
        return _shorter(x, hosts, change) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if hosts else list(located)


def _begun(s: Statement) -> tuple[Name, Group] | None:
    """The name at arguments with which an equation begins."""
    equation = bool(s.chain.relations) and s.chain.relations[0] in EQUALITIES
    return applied_alone(s.chain.members[0]) if equation else None


def _host(x: Name) -> Host:
    return stem_of(x), len(x.scripts)


def _hosts(
    said: Sequence[Statement], uses: Sequence[tuple[Name, Group]], functions: set[Name], begun: set[Host]
) -> dict[Host, tuple[Name, ...]]:
    """The names that always stand before the same functions, are no functions, and what those functions are.

    A function that is an argument of anything else as well is none of them.
    """
    counts = Counter(_host(x) for s in said for x in t.of_kind(s, Name))
    behind = Counter(_host(name) for name, _ in uses)
    within = Counter(_host(x) for s in said for x in _no_values(s))
    values = {h for h in behind if behind[h] == counts[h] and (h in begun or within[h] == counts[h])}
    while functions:
        met: dict[Host, set[tuple[Name, ...]]] = {}
        for name, group in uses:
            found = tuple(i for i in group.items if isinstance(i, Name) and i in functions)
            met.setdefault(_host(name), set()).add(found)
        hosts = {h: next(iter(them)) for h, them in met.items() if h in values and len(them) == 1 and them != {()}}
        others = {x for h, them in met.items() if h not in hosts for found in them for x in found}
        if not others:
            return hosts
        functions = functions - others
    return {}


def _no_values(s: Statement) -> Iterator[Name]:
    """The names among arguments of others, or in what stands below and above these."""
    groups = [g for x in t.of_kind(s, Product) for _, g in before_parentheses(x)]
    found = [*(n for g in groups for i in g.items for n in t.of_kind(i, Name))]
    found += [n for x in t.of_kind(s, t.Script) for e in x.entries for n in t.of_kind(e, Name)]
    yield from {id(n): n for n in found}.values()


def _shorter(x: Product, hosts: Mapping[Host, tuple[Name, ...]], change: Callable[[Any], Node | None]) -> Node | None:
    """The product without the functions among the arguments of these names; None where there are none."""
    dropped = {id(g): hosts[_host(n)] for n, g in before_parentheses(x) if _host(n) in hosts}
    if not dropped:
        return None
    factors: list[Factor] = []
    for f in x.factors:
        group = arguments_of(f)
        if group is None or id(group) not in dropped:
            factors.append(replace(f, body=rebuilt(f.body, change)))
            continue
        items = tuple(rebuilt(i, change) for i in group.items if i not in dropped[id(group)])
        if items:
            separators = group.separators[: len(items) - 1]
            factors.append(with_arguments(f, replace(group, items=items, separators=separators)))
        elif f.body is not group:  # a power of the value
            before = factors.pop()
            held = Group("(", (before.body,), ")", (), group.span)
            factors.append(replace(before, body=with_arguments(f, held).body))
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

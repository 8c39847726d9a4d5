r"""A function of one vector by whose values lines differentiate, `\frac{\partial L}{\partial f(x_i)}` of `f(x) = W x`.

Each value is a name with the scripts of its argument, `f_i = W x_i + b`, and each argument with other labels defines
one, `f(x_i^a)` and `f(x_i^p)`. The function itself is never meant then: it stands before such arguments only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.doubted import is_doubted
from ....latex.tree import Formula, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...shape import Stem, letter_of, stem_of
from ...shapes.sizes import sizes_of_letters, summed_over
from ..applied import arguments_of, before_parentheses, with_arguments, with_names_for_two

RUNS = t.Number("0")
"""What stands for any letter that runs over something, where two arguments are compared."""


@dataclass(frozen=True, slots=True)
class _Function:
    """A function of one vector: its letter, its formula, and where that stands."""

    letter: Name
    body: Node
    statement: Statement


def _has_any(s: Statement) -> bool:
    return any(True for _ in _differentiated_by(s))


@where(_has_any)
def with_values_of_examples(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a name for each value of such a function."""
    statements = [s for f in read_of(located) for s in f.statements]
    by = {head for s in statements for head in _differentiated_by(s)}
    functions = {head: found for head, found in _functions(located).items() if stem_of(head) in by}
    running = {*sizes_of_letters(statements), *summed_over(statements)}
    given = {head: _given(head, one, statements, running) for head, one in functions.items()}
    functions = {head: one for head, one in functions.items() if given[head]}
    if not functions:
        return list(located)
    return [(d, f if isinstance(f, ReadError) else _named(f, functions, given)) for d, f in located]


def _differentiated_by(s: Statement) -> Iterator[Stem]:
    """The names of functions by whose values a statement differentiates."""
    for x in t.of_kind(s, t.Wrt):
        if isinstance(x.body, Product) and len(x.body.factors) == 2:
            yield from (stem_of(head) for head, _ in before_parentheses(x.body))


def _functions(located: Sequence[Located]) -> dict[Name, _Function]:
    """What one equation each, of which nothing doubts that it holds, says of the values at any vector."""
    found: dict[Name, list[_Function]] = {}
    for display, f in located:
        if isinstance(f, ReadError) or is_doubted(display.before, display.after):
            continue
        for s in f.statements:
            made = _definition(s)
            if made is not None:
                found.setdefault(made[0], []).append(made[1])
    return {head: one[0] for head, one in found.items() if len(one) == 1}


def _definition(s: Statement) -> tuple[Name, _Function] | None:
    left = s.chain.members[0]
    if len(s.chain.members) != 2 or s.chain.relations[0] not in EQUALITIES or s.struck or s.conditions:
        return None
    if (
        not isinstance(left, Product)
        or len(left.factors) != 2
        or arguments_of(left.factors[1]) is not left.factors[1].body
    ):
        return None
    head, group = next(before_parentheses(left), (None, None))
    letter = group.items[0] if group is not None and len(group.items) == 1 else None
    if head is None or head.scripts or head.primes or not isinstance(letter, Name) or letter.scripts or letter.primes:
        return None
    body = s.chain.members[1]
    met = [x for x in t.of_kind(body, Name) if stem_of(x) == stem_of(letter)]
    return (head, _Function(letter, body, s)) if met and all(x == letter for x in met) else None


def _given(head: Name, function: _Function, statements: Sequence[Statement], running: set[str]) -> list[Name]:
    """The arguments of a function, each with other labels once; none if it stands before anything else."""
    stands = [x for s in statements if s is not function.statement for x in t.of_kind(s, Name) if _is(x, head)]
    groups = [
        group
        for s in statements
        if s is not function.statement
        for x in t.of_kind(s, Product)
        for name, group in before_parentheses(x)
        if name == head
    ]
    found: dict[object, Name] = {}
    for group in groups:
        only = group.items[0] if len(group.items) == 1 else None
        alike = isinstance(only, Name) and stem_of(only) == stem_of(function.letter) and not only.primes
        if not alike or not isinstance(only, Name) or not only.scripts or not _has_letters(only):
            return []
        found.setdefault(_labels(only, running), only)
    return [*found.values()] if len(stands) == len(groups) else []


def _is(x: Name, head: Name) -> bool:
    return stem_of(x) == stem_of(head)


def _has_letters(x: Name) -> bool:
    """Is each script a letter?"""
    return all(letter_of(e) is not None for s in x.scripts for e in s.entries)


def _labels(x: Name, running: set[str]) -> object:
    """The scripts of a name with one thing for whatever runs."""
    return tuple((s.above, tuple(RUNS if letter_of(e) in running else e for e in s.entries)) for s in x.scripts)


def _named(f: Formula, functions: Mapping[Name, _Function], given: Mapping[Name, Sequence[Name]]) -> Formula:
    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named: dict[int, Node] = {}
        for n, (a, b) in enumerate(pairwise(x.factors)):
            group = arguments_of(b)
            if isinstance(a.body, Name) and a.body in functions and group is not None:
                value = _value(a.body, group.items[0])
                raised = with_arguments(b, t.Group("(", (value,), ")", (), group.span))
                named[n] = value if b.body is group else raised.body
        return with_names_for_two(x, named, change) if named else None

    found: list[Statement] = []
    for s in f.statements:
        mine = [(head, one) for head, one in functions.items() if one.statement is s]
        for head, one in mine:
            for x in given[head]:
                members = (_value(head, x), _placed(one, x))
                found.append(replace(s, chain=replace(s.chain, members=members)))
        if not mine:
            found.append(rebuilt(s, change))
    return replace(f, statements=tuple(found))


def _value(head: Name, argument: Node) -> Name:
    """The name of a value: the function with the scripts of its argument."""
    assert isinstance(argument, Name)
    return replace(head, scripts=argument.scripts, span=(head.span[0], argument.span[1]))


def _placed(function: _Function, argument: Name) -> Node:
    """The formula about another vector."""
    found: Node = rebuilt(function.body, lambda x: argument if x == function.letter else None)
    return found


__all__ = ["with_values_of_examples"]

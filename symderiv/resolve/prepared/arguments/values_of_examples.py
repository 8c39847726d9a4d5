r"""A function of one vector by whose values lines differentiate, `\frac{\partial L}{\partial f(x_i)}` of `f(x) = W x`.

Each value is a name with the scripts of its argument, `f_i = W x_i + b`, and each argument with other labels defines
one, `f(x_i^a)` and `f(x_i^p)`. The function itself is never meant then: it stands before such arguments only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of
from ...shapes.sizes import sizes_of_letters, summed_over
from ...spelled.scripts import has_letters_alone
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import before_parentheses
from .applied_to_vectors import OfVectors, Vectors, said_once, says_what, with_values_defined

RUNS = t.Number("0")
"""What stands for any letter that runs over something, where two arguments are compared."""


def _has_any(s: Statement) -> bool:
    return any(True for _ in _differentiated_by(s))


@where(_has_any)
def with_values_of_examples(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with a name for each value of such a function."""
    statements = [s for f in read_of(located) for s in f.statements]
    by = {head for s in statements for head in _differentiated_by(s)}
    functions = {head: found for head, found in said_once(located, _definition).items() if stem_of(head) in by}
    running = {*sizes_of_letters(statements), *summed_over(statements)}
    given = {head: _given(head, one, statements, running) for head, one in functions.items()}
    functions = {head: one for head, one in functions.items() if given[head]}
    if not functions:
        return list(located)
    return with_values_defined(located, functions, given, _value, _placed)


def _differentiated_by(s: Statement) -> Iterator[Stem]:
    """The names of functions by whose values a statement differentiates."""
    for x in t.of_kind(s, t.Wrt):
        if isinstance(x.body, Product) and len(x.body.factors) == 2:
            yield from (stem_of(head) for head, _ in before_parentheses(x.body))


def _definition(s: Statement) -> tuple[Name, OfVectors] | None:
    said = says_what(s)
    if said is None or len(said[1].items) != 1:
        return None
    head, group, body = said
    letter = group.items[0]
    if head.scripts or head.primes or not isinstance(letter, Name) or letter.scripts or letter.primes:
        return None
    met = [x for x in t.of_kind(body, Name) if stem_of(x) == stem_of(letter)]
    return (head, OfVectors((letter,), body, s)) if met and all(x == letter for x in met) else None


def _given(head: Name, function: OfVectors, statements: Sequence[Statement], running: set[str]) -> list[Vectors]:
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
        alike = isinstance(only, Name) and stem_of(only) == stem_of(function.letters[0]) and not only.primes
        if not alike or not isinstance(only, Name) or not only.scripts or not has_letters_alone(only):
            return []
        found.setdefault(_labels(only, running), only)
    return [(x,) for x in found.values()] if len(stands) == len(groups) else []


def _is(x: Name, head: Name) -> bool:
    return stem_of(x) == stem_of(head)


def _labels(x: Name, running: set[str]) -> object:
    """The scripts of a name with one thing for whatever runs."""
    return tuple((s.above, tuple(RUNS if letter_of(e) in running else e for e in s.entries)) for s in x.scripts)


def _value(head: Name, given: Vectors) -> Name:
    """The name of a value: the function with the scripts of its argument."""
    return replace(head, scripts=given[0].scripts)


def _placed(function: OfVectors, given: Vectors) -> Node:
    """The formula about another vector."""
    found: Node = rebuilt(function.body, lambda x: given[0] if x == function.letters[0] else None)
    return found


__all__ = ["with_values_of_examples"]

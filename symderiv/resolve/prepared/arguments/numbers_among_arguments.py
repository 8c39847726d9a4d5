r"""Numbers among the arguments of a function that share their letter with data: the y of `g(y, \mu) = e^{-(y - \mu)^2}`
beside outputs `y_i`.

What is raised to a power there is no array. Where every statement that has the bare letter is about that function, it
is a name of its own, and gets a font of its own. So does the function beside entries of its letter, `g_i`, where it
stands without arguments in what is differentiated only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.forms import shows_arrays
from ...spelled.shape import APART, letter_of
from .arrays_shown import applied_in, defined_with, kind_of
from .dummies import is_bare

SEVERAL = 2


def _has_numbers(s: Statement) -> bool:
    return bool(_numbers(s.chain))


@where(_has_numbers)
def with_numbers_among_arguments_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such letters told apart from the data."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    entries = {x.base for x in names if any(not s.above for s in x.scripts)}
    found: set[str] = set()
    for c in (s.chain for s in statements):
        head = defined_with(c)
        letters = set(_numbers(c)) & entries if head is not None else set()
        kinds = [{kind_of(x) for x in t.of_kind(s, Name)} for s in statements if _bare(s, letters)]
        if head is not None and _numbers(c) and all(kind_of(head[0]) in here for here in kinds):
            found |= letters
            found |= (
                {head[0].base} & entries if is_bare(head[0]) and _only_differentiated(head[0], statements) else set()
            )

    def change(x: object) -> Node | None:
        return replace(x, font=APART) if isinstance(x, Name) and x.base in found and is_bare(x) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _numbers(c: Chain) -> list[str]:
    """The letters among several arguments of what a chain defines that stand in what it raises to a power."""
    head = defined_with(c)
    if head is None or len(head[1].items) < SEVERAL or shows_arrays(c):
        return []
    letters = [letter_of(i) for i in head[1].items]
    raised = {x.base for m in c.members[1:] for x in _raised(m)}
    return [x for x in letters if x is not None and x in raised] if None not in letters else []


def _raised(x: Node) -> Iterator[Name]:
    """The bare names in parentheses that are raised to a power."""
    for y in t.of_kind(x, Scripted):
        power = any(s.above and any(isinstance(e, t.Number) for e in s.entries) for s in y.scripts)
        if power and isinstance(y.base, Group) and y.base.open == "(":
            yield from (z for z in t.of_kind(y.base, Name) if is_bare(z))


def _bare(s: Statement, letters: set[str]) -> bool:
    """Is something said of such a letter without an index?"""
    return bool(s.chain.relations) and any(x.base in letters and is_bare(x) for x in t.of_kind(s, Name))


def _only_differentiated(name: Name, statements: Sequence[Statement]) -> bool:
    """Does it stand before arguments, or in what is differentiated, wherever something is said of it?"""
    said = [s for s in statements if s.chain.relations]
    met = sum(x == name for s in said for x in t.of_kind(s, Name))
    applied = {id(x.factors[n - 1].body) for s in said for x in t.of_kind(s, t.Product) for _, n, _ in applied_in(x)}
    derived = {id(x) for s in said for d in t.of_kind(s, t.Derivative) for x in t.of_kind(d.of, Name) if x == name}
    return len({id(x) for s in said for x in t.of_kind(s, Name) if x == name and id(x) in applied | derived}) == met

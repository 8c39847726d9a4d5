r"""Functions of which a page has values only: `e_i = s(x_i) - f(x_i)` beside `s(x) = \sum_k c_k \|x - z_k\|`.

What f is nobody says, and nothing needs it: it stands before vectors of examples alone, beside the value there
of a function that the page defines. So each value is a name of its own, `f_i`, of the kind of that other value, and f
is no function of the entries of x. By these the page must not differentiate: f would change with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Formula, Group, Name, Node, Product, Statement, Terms
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, FUNCTIONS
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import GREEK_FUNCTIONS
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, before_parentheses, label_above, names_taken_by, with_values_for
from .any_example import number_on, vectors_of


def _compares(s: Statement) -> bool:
    return any(len(list(_values(x))) > 1 for x in t.of_kind(s, Terms))


@where(_compares)
def with_values_given(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a name for each value of such a function."""
    formulas = read_of(located)
    found = _only_given(formulas)

    def change(x: Any) -> Node | None:
        return with_values_for(x, lambda name, group: _value(name, group) if stem_of(name) in found else None, change)

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _value(name: Name, group: Group) -> Name | None:
    (example,) = group.items
    return Name(name.base, scripts=example.scripts, font=name.font) if isinstance(example, Name) else None


def _values(x: Terms) -> Iterator[tuple[Name, Name]]:
    """The values that are terms by themselves: the name of the function, and that of its one argument."""
    for term in x.terms:
        head, group = applied_alone(term.body) or (None, None)
        if head is not None and group is not None and len(group.items) == 1 and isinstance(group.items[0], Name):
            yield head, group.items[0]


def _only_given(formulas: Sequence[Formula]) -> set[Stem]:
    """The functions of which only values stand on the page."""
    defined = _defined(formulas)
    beside: dict[Stem, set[Stem]] = {}
    for values in (list(_values(x)) for f in formulas for x in t.of_kind(f, Terms)):
        known = {example for head, example in values if stem_of(head) in defined}
        for head, example in values:
            if example in known and stem_of(head) not in defined and _is_plain(head):
                beside.setdefault(stem_of(head), set()).add(stem_of(example))
    vectors = vectors_of(formulas) if beside else set()
    changing = {x.base for f in formulas for x in _taken_by(f)} if beside else set()
    return {
        head
        for head, examples in beside.items()
        if len(examples) == 1
        and examples <= vectors
        and changing.isdisjoint(base for base, _, _ in examples)
        and _is_before_examples(head, next(iter(examples)), formulas)
    }


def _is_plain(head: Name) -> bool:
    return not (head.scripts or head.primes) and head.base not in FUNCTIONS and head.base not in GREEK_FUNCTIONS


def _defined(formulas: Sequence[Formula]) -> set[Stem]:
    """The functions of one name of which an equation says what they are."""
    lines = (s.chain for f in formulas for s in f.statements)
    lefts = (applied_alone(c.members[0]) for c in lines if c.relations and c.relations[0] in EQUALITIES)
    return {stem_of(x[0]) for x in lefts if x is not None and len(x[1].items) == 1 and not x[0].primes}


def _taken_by(f: Formula) -> Iterator[Name]:
    """The names by which a formula differentiates, but those with a label above, which are none of examples."""
    return (x for s in f.statements for x in names_taken_by(s) if not label_above(x))


def _is_before_examples(head: Stem, example: Stem, formulas: Sequence[Formula]) -> bool:
    """Does a name stand nowhere but before examples, as a value that nothing differentiates?"""
    groups = [
        g for f in formulas for x in t.of_kind(f, Product) for n, g in before_parentheses(x) if stem_of(n) == head
    ]
    names = [x for f in formulas for x in t.of_kind(f, Name) if stem_of(x) == head]
    examples = [g.items[0] for g in groups if len(g.items) == 1]
    numbered = all(
        isinstance(x, Name) and stem_of(x) == example and number_on(x, Name(x.base, font=x.font)) for x in examples
    )
    plain = all(_is_plain(x) for x in names) and len(examples) == len(groups) == len(names)
    return plain and numbered and not any(_differentiates(f, head) for f in formulas)


def _differentiates(f: Formula, head: Stem) -> bool:
    of = [x.of for x in t.of_kind(f, t.Derivative)] + [x.of for x in t.of_kind(f, t.Nabla)]
    return any(stem_of(x) == head for y in of if y is not None for x in t.of_kind(y, Name))

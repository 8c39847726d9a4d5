r"""Units numbered above that show their example: `a^m(x_i) = \sigma(\sum_h w_{hm} u^h(x_i))` is `a^m_i`.

The m is a number of a unit where equations begin with such a unit and nothing but letters and numbers stands above it.
Then each of them stands before an example alone, and the example nowhere but there: what it is says nothing more than
which one it is. What is shown with it besides, the `f_j(x_i)` of which the units are made, is a number of it as well.
Beside a function without an index of its own, `g(x_i)`, and where the letter also stands for anything else, all stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Number, Product, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.scripts import entries_of
from ...spelled.shape import Stem, is_mark, letter_of, stem_of
from ..applied import applied_alone, before_parentheses, label_above, with_values_for


def _defines(s: Statement) -> bool:
    return _defined(s) is not None


@where(_defines)
def with_units_of_examples(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the number of the example at each such unit.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ a^m(x_i) = w_m f_m(x_i) $$"))
    >>> [(x.base, len(x.scripts)) for _, f in with_units_of_examples(page) for x in t.of_kind(f, Name) if x.scripts]
    [('a', 2), ('w', 1), ('f', 1)]
    """
    if any(is_given(d) for d, _ in located):
        return list(located)
    said = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations not in ((), (r"\in",))]
    uses = [use for c in said for x in t.of_kind(c, Product) for use in before_parentheses(x)]
    defined = {d for f in read_of(located) for s in f.statements if (d := _defined(s)) is not None}
    names = [n for c in said for n in t.of_kind(c, Name)]
    examples = {x for _, x in defined if all(_is_shown(n, x, uses) for n in names if stem_of(n) == x)}
    heads = {stem_of(h) for h, g in uses if _example(g) in examples}
    if not examples or not all(_is_unit(n, uses, defined, examples) for n in names if stem_of(n) in heads):
        return list(located)

    def value(name: Name, group: Group) -> Node | None:
        return _numbered(name, group) if _example(group) in examples else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _defined(s: Statement) -> tuple[Stem, Stem] | None:
    """The unit with a letter above it with which an equation begins, and its example."""
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
        return None
    found = applied_alone(s.chain.members[0])
    example = _example(found[1]) if found is not None else None
    if found is None or example is None or not any(letter_of(e) for e in label_above(found[0])):
        return None
    return stem_of(found[0]), example


def _example(x: Group) -> Stem | None:
    """What a parenthesis shows, if that is one name with a letter below it and nothing more."""
    (only, *more) = x.items
    if more or not isinstance(only, Name) or only.primes or [s.above for s in only.scripts] != [False]:
        return None
    entries = only.scripts[0].entries
    return stem_of(only) if len(entries) == 1 and letter_of(entries[0]) is not None else None


def _is_shown(x: Name, stem: Stem, uses: Sequence[tuple[Name, Group]]) -> bool:
    """Does a name stand alone in a parenthesis behind another?"""
    return any(g.items[0] is x and _example(g) == stem for _, g in uses)


def _is_unit(x: Name, uses: Sequence[tuple[Name, Group]], defined: set[tuple[Stem, Stem]], examples: set[Stem]) -> bool:
    """Does a name with an index of its own stand before an example? A number above is that of a unit where others have
    letters there."""
    group = next((g for h, g in uses if h is x), None)
    if group is None or _example(group) not in examples or x.primes or not x.scripts:
        return False
    units = {stem for stem, _ in defined}
    own = [*entries_of(x)]
    above = [e for s in x.scripts if s.above for e in s.entries]
    plain = all(isinstance(e, Name) and letter_of(e) for e in own if not isinstance(e, Number))
    marked = any(map(is_mark, above)) or any(s.bracket for s in x.scripts)
    return plain and not marked and (not above or stem_of(x) in units) and _number(group) not in own


def _number(x: Group) -> Node:
    """The number of an example."""
    only = x.items[0]
    assert isinstance(only, Name)
    return only.scripts[0].entries[0]


def _numbered(x: Name, group: Group) -> Name:
    """A unit with the number of its example."""
    number = _number(group)
    if not any(not s.above for s in x.scripts):
        return replace(x, scripts=(Script(False, (number,)), *x.scripts))
    return replace(x, scripts=tuple(s if s.above else replace(s, entries=(*s.entries, number)) for s in x.scripts))

r"""Steps of arrays in parentheses, `\mathbf{h}(t) = \tanh(W \mathbf{h}(t-1) + U \mathbf{x}(t))`: they stand above.

So it is where one letter counts steps, behind names that stand nowhere without one, and stands for nothing else; and
where a name without indices shows that the page is about arrays: in bold, or behind a capital. Entries `h_j(t)` are
read as they are elsewhere; but of a name that a step has a copy of, `w_{ij}(t) = w_{ij}`, the copies stand above.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Factor, Group, Name, Node, Product, Script, Scripted, Statement, Wrt
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import FONTS
from ...shapes.untold import CAPITAL
from ...spelled.shape import Stem, letter_of, shifted, stem_of, values_in
from ...spelled.typed_behind import typed_behind
from ..applied import arguments_of

Step = tuple[str, int]


def _has_steps(s: Statement) -> bool:
    return any(step[1] for _, step, _ in _applied(s)) or _copied(s) is not None


@where(_has_steps)
def with_steps_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such steps above the names."""
    statements = [s for f in read_of(located) for s in f.statements]
    said = [s for s in statements if s.chain.relations]
    found = [x for s in said for x in _applied(s)]
    names = [stem_of(x) for s in said for x in _values(s)]
    stepping = {letter for _, (letter, step), _ in found if step}
    stepping = {x for x in stepping if _only_counts(x, said)}
    stems = {stem_of(name) for name, (letter, _), _ in found if letter in stepping}
    always = {x for x in stems if names.count(x) == sum(stem_of(name) == x for name, *_ in found)}
    if not any(bare and stem_of(name) in always for name, _, bare in found):
        always = set()
    always |= _copies(said)
    if not always:
        return list(located)

    def change(x: Any) -> Node | None:
        return _changed(x, always, change) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _copies(said: Sequence[Statement]) -> set[Stem]:
    r"""The names of which each step has a copy.

    Nothing but a step ever stands in parentheses behind them; the page differentiates by the one that all copies are,
    and gives it in no other equation: `y_j(n) = y_j` beside `y_j = ..` only leaves the n off.
    """
    copied = {stem_of(copy[0]): copy[1] for s in said if (copy := _copied(s)) is not None}
    if not copied:
        return set()
    applied = [x for s in said for x in _applied(s)]
    values = {x for x in {letter for _, (letter, _), _ in applied if letter} if not _only_counts(x, said)}
    others = {stem_of(name) for name, (letter, _), _ in applied if letter in values}
    others |= {x for s in said if _copied(s) is None for x in _given(s)}
    by = {stem_of(x.body) for s in said for x in t.of_kind(s, Wrt) if isinstance(x.body, Name)}
    return {x for x, letter in copied.items() if letter not in values and x in by - others}


def _given(s: Statement) -> Iterator[Stem]:
    """The name that stands alone on the left side of an equation, or before a parenthesis."""
    left = s.chain.members[0]
    first = left.factors[0].body if isinstance(left, Product) and len(left.factors) == 2 else left
    if s.chain.relations and s.chain.relations[0] in EQUALITIES and isinstance(first, Name):
        yield stem_of(first)


def _copied(s: Statement) -> tuple[Name, str] | None:
    """The name and the letter of `w_{ij}(t) = w_{ij}`."""
    left, *right = s.chain.members
    if len(right) != 1 or s.chain.relations[0] not in EQUALITIES or not isinstance(left, Product):
        return None
    found = [(name, letter) for name, (letter, step), _ in _applied(s) if letter and not step]
    return found[0] if len(left.factors) == 2 and [right[0]] == [name for name, _ in found] else None


def _applied(s: Statement) -> Iterator[tuple[Name, Step, bool]]:
    """The names before a step in parentheses, with it, and whether it is shown that they are arrays."""
    for x in t.of_kind(s, Product):
        before: Node | None = None
        for a, b in pairwise(x.factors):
            group = arguments_of(b)
            step = _step(group) if group is not None and isinstance(a.body, Name) else None
            if step is not None and isinstance(a.body, Name):
                told = isinstance(before, Name) and CAPITAL.fullmatch(before.base) is not None
                shown = told or any(v.base.startswith(FONTS) for v in values_in(a.body))
                yield a.body, step, shown and not a.body.scripts
            before = a.body


def _step(group: Group) -> Step | None:
    """The letter and the number of `(t - 1)`; '' for a number alone."""
    if len(group.items) != 1:
        return None
    letter, step = shifted(group.items[0])
    return None if letter is None else (letter, step)


def _only_counts(letter: str, said: Sequence[Statement]) -> bool:
    """Does a letter stand in parentheses behind names, in bounds and in scripts alone?"""
    for s in said:
        chain = s.chain
        if not EQUALITIES.issuperset(chain.relations) or letter_of(chain.members[0]) == letter:
            continue
        bare = sum(letter_of(x) == letter for m in chain.members for x in _values(m))
        if bare != sum(own == letter for _, (own, _), _ in _applied(s)):
            return False
    return True


def _values(x: Any) -> Iterator[Name]:
    """The names outside of scripts and bounds, and those by which a nabla differentiates."""
    if isinstance(x, Name):
        yield x
    by = x.by.entries if isinstance(x, t.Nabla) and x.by is not None else ()
    within = (x.body,) if isinstance(x, t.BigSum) else (*by, *t.parts(x))
    for y in within:
        if not isinstance(y, Script):
            yield from _values(y)


def _changed(x: Product, always: Collection[Stem], change: Any) -> Node | None:
    """The product with steps above these names."""
    factors: list[Factor] = []
    rest = list(x.factors)
    met = False
    while rest:
        f = rest.pop(0)
        group = arguments_of(rest[0]) if rest and isinstance(f.body, Name) and stem_of(f.body) in always else None
        if group is None or not isinstance(f.body, Name) or _step(group) is None:
            factors.append(replace(f, body=rebuilt(f.body, change)))
            continue
        behind = rest.pop(0).body
        span = (f.body.span[0], group.span[1])
        above = Script(True, group.items, "(", False, True, group.span, typed_behind(f.body, 1, above=True))
        name: Node = replace(f.body, scripts=(*f.body.scripts, above), span=span)
        if isinstance(behind, Scripted):
            name = replace(behind, base=Group("(", (name,), ")", (), span))
        factors.append(replace(f, body=name))
        met = True
    if not met:
        return None
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

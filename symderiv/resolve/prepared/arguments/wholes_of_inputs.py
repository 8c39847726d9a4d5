r"""Arrays shown with the input of which they are made: `h(x)` beside `h_i = f(a_i)` and `a_i = \sum_j W_{ij} x_j`.

It is the array of the `h_i`, since that is made of the `x_j`; nothing else is meant by h where the page defines its
entries. One that also stands before something else, has a prime, or shows an input with its entries is a function.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....latex import tree as t
from ....latex.tree import Group, Name, Product, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import before_parentheses
from .inputs_shown import are_arrays, is_another, without_groups


def _shows_input(s: Statement) -> bool:
    return any(True for _ in _shown(s))


@where(_shows_input)
def with_wholes_of_inputs(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without the arguments of such arrays."""
    every = [s for f in read_of(located) for s in f.statements]
    made = _made_of(every)
    entries = {stem_of(n) for s in every for n in t.of_kind(s.chain, Name) if _is_entry(n)}
    groups: dict[Stem, set[Group]] = {}
    for name, group in (found for s in every for found in _shown(s)):
        inputs = {stem_of(x) for x in group.items if isinstance(x, Name)}
        if inputs <= made.get(stem_of(name), set()) & entries - made.keys():
            groups.setdefault(stem_of(name), set()).add(group)
    uses = [use for s in every for x in t.of_kind(s, Product) for use in before_parentheses(x)]
    inputs = {stem_of(x) for met in groups.values() for g in met for x in g.items if isinstance(x, Name)}
    others = {stem_of(n) for n, g in uses if n.scripts and is_another(g, inputs)}
    for n, g in uses:
        if g not in groups.get(stem_of(n), {g}) and is_another(g, inputs) and not _is_made_of(g, stem_of(n), made):
            others.add(stem_of(n))
    others |= {stem_of(n) for s in every for n in t.of_kind(s, Name) if n.primes}
    alone = {stem: next(iter(met)) for stem, met in groups.items() if len(met) == 1 and stem not in others}
    return with_statements(located, lambda s: without_groups(s, alone)) if alone else list(located)


def _shown(s: Statement) -> Iterator[tuple[Name, Group]]:
    """The names without scripts that stand before other such names in a parenthesis, with it."""
    for x in t.of_kind(s, Product):
        yield from ((n, g) for n, g in before_parentheses(x) if not n.scripts and not n.primes and are_arrays(g))


def _is_made_of(x: Group, stem: Stem, made: Mapping[Stem, set[Stem]]) -> bool:
    """Does something stand in a parenthesis that is made of the name before it? Then it is a factor."""
    return any(stem in made.get(stem_of(n), ()) for n in t.of_kind(x, Name))


def _is_entry(x: Name) -> bool:
    below = [e for s in x.scripts if not s.above for e in s.entries]
    return len(below) == 1 and letter_of(below[0]) is not None


def _made_of(every: Sequence[Statement]) -> dict[Stem, set[Stem]]:
    """Of which names the arrays are made whose entries equations define, by way of others, too."""
    found: dict[Stem, set[Stem]] = {}
    for c in (s.chain for s in every if s.chain.relations and s.chain.relations[0] in EQUALITIES):
        left = c.members[0]
        if isinstance(left, Name) and _is_entry(left):
            found.setdefault(stem_of(left), set()).update(stem_of(x) for m in c.members[1:] for x in t.of_kind(m, Name))
    while True:
        more = {x: made.union(*(found.get(y, ()) for y in made)) for x, made in found.items()}
        if more == found:
            return found
        found = more

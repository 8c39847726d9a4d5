r"""Entries of what an array is of an example: `h_\theta(x^{(i)})_k = ..` is an entry of one array, `h_k^{(i)}`.

So it is where the name stands nowhere else: before the same data with the number of an example, and with one index
below. What stands below the name itself says on what it depends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex.tree import Group, Name, Node, Product, Script, Scripted, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, chains_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import with_names_for_two


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name, the data behind it, the number of the example on these, the index below them, and a power."""

    name: Name
    data: Stem
    number: Script
    below: Script
    above: tuple[Script, ...]


def _entries(x: Product) -> Iterator[tuple[int, _Entry]]:
    """Such entries in a product, each with the place of its name."""
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        group = b.body.base if b.joined and isinstance(b.body, Scripted) and not b.body.primes else None
        data = group.items[0] if isinstance(group, Group) and group.open == "(" and len(group.items) == 1 else None
        if not isinstance(a.body, Name) or not isinstance(data, Name) or data.primes or len(data.scripts) != 1:
            continue
        assert isinstance(b.body, Scripted)
        (number,), below = data.scripts, [s for s in b.body.scripts if not s.above]
        numbered = number.above and number.bracket == "(" and len(number.entries) == 1
        if numbered and letter_of(number.entries[0]) and len(below) == 1 and len(below[0].entries) == 1:
            above = tuple(s for s in b.body.scripts if s.above)
            yield n, _Entry(a.body, stem_of(data), number, below[0], above)


def _begins_with_one(s: Statement) -> bool:
    return _defined(s) is not None


def _defined(s: Statement) -> _Entry | None:
    left = s.chain.members[0]
    if not EQUALITIES & {*s.chain.relations[:1]} or not isinstance(left, Product) or len(left.factors) != 2:
        return None
    return next((e for _, e in _entries(left) if not e.above and not e.name.primes), None)


@where(_begins_with_one)
def with_entries_at_examples(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with `h_k^{(i)}` for such entries."""
    chains = chains_of(located)
    uses = [e for c in chains for x in of_kind(c, Product) for _, e in _entries(x)]
    names = [x for c in chains for x in of_kind(c, Name)]
    heads = [e for _, f in located for s in getattr(f, "statements", ()) if (e := _defined(s)) is not None]
    told: set[Stem] = set()
    for head in heads:
        stem = stem_of(head.name)
        own = [e for e in uses if stem_of(e.name) == stem]
        alike = all((e.name, e.data) == (head.name, head.data) for e in own)
        if alike and len(own) == sum(stem_of(x) == stem for x in names):
            told.add(stem)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named = {n: _as_name(e) for n, e in _entries(x) if stem_of(e.name) in told}
        return with_names_for_two(x, named, change) if named else None

    return with_statements(located, lambda s: rebuilt(s, change)) if told else list(located)


def _as_name(e: _Entry) -> Node:
    name = replace(e.name, scripts=(e.below, e.number))
    if not e.above:
        return name
    return Scripted(Group("(", (name,), ")", (), e.name.span), e.above, 0, e.name.span)

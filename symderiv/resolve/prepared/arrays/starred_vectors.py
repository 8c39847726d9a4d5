r"""Vectors told apart by a star or a word above, `\frac{2}{n} (y - y^*)` beside `\sum_j (y_j - y_j^*)^2`.

Where entries with one index carry it and the letter alone does, too, the mark belongs to the name as a hat would: the
one is the vector of the others. So is the capital, `Y^{\text{true}}`, beside `y_j^{\text{true}}`. Where an equation
computes either, or something is taken at it, `F(w^*)`, the star may be a minimum, and the word a layer: these are left
as they are, and so are conjugates of which words speak.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below, is_index
from ...spelled.shape import STARRED, is_word, label_of

Marked: TypeAlias = tuple[str, tuple[str, ...], Node]
"""The letter, small and in any font, its accents, and what stands above it."""


CONJUGATE = lazily(r"conj|konjug|adj[ouú]|hermit|сопряж|共役|共轭|共軛|켤레", re.I)


def _has_marked(s: Statement) -> bool:
    return any(_marked(x) is not None for x in t.of_kind(s, Name))


@where(_has_marked)
def with_starred_vectors(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such marks as parts of the names.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$$E = \sum_j (y_j - y_j^*)^2$$ $$\frac{\partial E}{\partial y} = 2 (y - y^*)$$")
    >>> sorted({x.base for _, f in with_starred_vectors(read_formulas(page)) for x in t.of_kind(f, Name)})
    ['E', 'j', 'y', '{y^*}']
    """
    statements = [s for f in read_of(located) for s in f.statements]
    counts: dict[Marked, set[int]] = defaultdict(set)
    for s in statements:
        for x in t.of_kind(s, Name):
            if (key := _marked(x)) is not None:
                counts[key].add(len(entries_below(x)) if all(map(is_index, entries_below(x))) else -1)
    found = {key for key, below in counts.items() if below == {0, 1}} - {*_computed(statements)}
    if not found or any(CONJUGATE.search(d.before) or CONJUGATE.search(d.after) for d, _ in located):
        return list(located)

    def change(x: object) -> Name | None:
        key = _marked(x) if isinstance(x, Name) else None
        if not isinstance(x, Name) or key not in found:
            return None
        mark = "*" if key[2] == STARRED else rf"\text{{{_word(key[2])}}}"
        return replace(x, base=f"{{{x.base}^{mark}}}", scripts=tuple(s for s in x.scripts if not s.above))

    return with_statements(located, lambda s: rebuilt(s, change))


def _marked(x: Name) -> Marked | None:
    """A letter with a star or a word above, and nothing else above."""
    above = [e for s in x.scripts if s.above for e in s.entries]
    marked = len(above) == 1 and (above[0] == STARRED or bool(_word(above[0])))
    return (x.base.lower(), x.accents, above[0]) if marked and len(x.base) == 1 and not x.primes else None


def _word(x: Node) -> str:
    """The word that a label is."""
    typed = isinstance(x, Text) or (isinstance(x, Name) and is_word(x) and not x.scripts)
    label = (label_of(x) or "") if typed else ""
    return label if len(label) > 1 and label.isalpha() else ""


def _computed(statements: Sequence[Statement]) -> Iterator[Marked]:
    """Those of which an equation says what they are, other than a list of entries, or at which something is taken."""
    for c in (c for s in statements for c in t.of_kind(s, t.Chain) if c.relations):
        alone = [_marked(x) if isinstance(x, Name) else None for x in c.members]
        right = c.members[-1]
        listed = isinstance(right, Group) or (isinstance(right, t.Scripted) and isinstance(right.base, Group))
        if not (listed and len(c.members) == len("ab") and c.relations[0] in EQUALITIES):
            yield from (key for key in alone if key is not None)
    for f in (f for s in statements for f in t.of_kind(s, t.Factor) if f.joined and isinstance(f.body, Group)):
        items = f.body.items if isinstance(f.body, Group) else ()
        if len(items) == 1 and isinstance(items[0], Name) and (key := _marked(items[0])) is not None:
            yield key

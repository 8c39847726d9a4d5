r"""Vectors told apart by a star or a word above, `\frac{2}{n} (y - y^*)` beside `\sum_j (y_j - y_j^*)^2`.

Where entries with one index carry it and the letter alone does, too, the mark belongs to the name as a hat would: the
one is the vector of the others. So is the capital, `Y^{\text{true}}`, beside `y_j^{\text{true}}`. Where an equation
computes either, the star may be a minimum or a conjugate, and the word a layer: these are left as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below, is_index
from ...spelled.shape import STARRED, is_word, label_of

Marked: TypeAlias = tuple[str, tuple[str, ...], Node]
"""The letter, small and in any font, its accents, and what stands above it."""


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
    if not found:
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
    """Those of which an equation says what they are, other than a list of entries."""
    for c in (s.chain for s in statements if s.chain.relations):
        for left, sign, right in zip(c.members, c.relations, c.members[1:], strict=False):
            listed = isinstance(right, t.Group) or (isinstance(right, t.Scripted) and isinstance(right.base, t.Group))
            key = _marked(left) if isinstance(left, Name) else None
            if key is not None and not (sign in EQUALITIES and listed):
                yield key

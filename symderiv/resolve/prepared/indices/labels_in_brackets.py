r"""Labels of examples as programs write them: the `y[i]` of `-\log p_{y[i]}` and `1\{j = y[i]\}` is `y_i`.

Below a name a bracket is no factor, so that what stands before it there is numbered by what it holds. That it is so
all over the page takes a name that never stands without a bracket, or `y_i` for it, and one letter in each, which
numbers something else on the page, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_of, letter_below
from ...spelled.shape import letter_of, stem_of

PAIR = 2


def _has_any(s: Statement) -> bool:
    return any(_label(e) is not None for x in t.of_kind(s, Script) for e in x.entries)


@where(_has_any)
def with_labels_numbered(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a page with such labels as names with an index.

    >>> from symderiv.document import parse_document, read_formulas
    >>> found = with_labels_numbered(read_formulas(parse_document(r"$$L_i = -\log p_{y[i]}$$")))
    >>> [letter_of(e) for x in t.of_kind(found[0][1], Name) if x.base == "y" for e in entries_of(x)]
    ['i']
    """
    said = [s for f in read_of(located) for s in f.statements]
    below = {stem_of(x) for s in said for x in _labels_below(s)}
    names = [x for s in said for x in t.of_kind(s, Name)]
    numbering = {letter_of(e) for x in names for e in entries_of(x)}
    labels = [x for s in said for y in t.of_kind(s, Product) if (x := _label(y)) is not None]
    numbered = [*(x for x, _ in labels), *(x for x in names if letter_below(x) is not None)]
    meant = {
        stem
        for stem in below
        if sum(stem_of(x) == stem for x in numbered) == sum(stem_of(x) == stem for x in names)
        and all(letter_of(e) in numbering for x, e in labels if stem_of(x) == stem)
    }

    def change(x: Any) -> Node | None:
        label = _label(x)
        if label is None or stem_of(label[0]) not in meant:
            return None
        name, letter = label
        return Name(name.base, name.accents, name.font, 0, (Script(False, (letter,), span=letter.span),), x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


def _labels_below(s: Statement) -> Iterator[Name]:
    for x in t.of_kind(s, Script):
        yield from (label[0] for e in x.entries if (label := _label(e)) is not None)


def _label(x: object) -> tuple[Name, Node] | None:
    """A name without scripts right before a bracket with one letter, and that letter."""
    if not isinstance(x, Product) or len(x.factors) != PAIR or not x.factors[1].joined:
        return None
    name, group = (f.body for f in x.factors)
    if not isinstance(name, Name) or name.scripts or name.primes or not isinstance(group, Group):
        return None
    alone = group.open == "[" and len(group.items) == 1 and letter_of(group.items[0]) is not None
    return (name, group.items[0]) if alone else None

r"""A T above that is a label beside other labels: the gate's `W^T_{ij}` beside `W^H_{ij}`.

An entry cannot be transposed, but `w^T_i` may be a vector with an index. So a T is taken for a label only where another
single capital stands above the same letter with as many indices, and nowhere the letter without one of them: then what
is above tells the arrays apart, and no array is left that a T could transpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Text
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import letter_of

MARK = "T"


@some(Name)
def _has_mark(x: Name) -> bool:
    return x.base == MARK


@where(_has_mark)
def with_labels_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such a T set upright as a label."""
    names = [x for f in read_of(located) for x in t.of_kind(f, Name)]
    above: dict[tuple[object, int], set[str | None]] = {}
    for x in names:
        if entries_below(x):
            above.setdefault(_key(x), set()).add(_label(x))
    told = {key for key, labels in above.items() if MARK in labels and len(labels) > 1 and None not in labels}
    if not told:
        return list(located)

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or not entries_below(x) or _key(x) not in told or _label(x) != MARK:
            return None
        return replace(x, scripts=tuple(_upright(s) if s.above else s for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _key(x: Name) -> tuple[object, int]:
    return (x.base, x.accents, x.font, x.primes), len(entries_below(x))


def _label(x: Name) -> str | None:
    """The single capital above a name; None where nothing or something else stands there."""
    found = [s for s in x.scripts if s.above]
    letter = letter_of(found[0].entries[0]) if len(found) == 1 and len(found[0].entries) == 1 else None
    return letter if letter is not None and len(letter) == 1 and letter.isupper() and not found[0].bracket else None


def _upright(s: Script) -> Script:
    return replace(s, entries=(Text(MARK, span=s.span),))

r"""Capitals beside an index that tell data apart from a computed name, `The labels are $y_{Ti}$` beside `y_i = ..`.

T stands nowhere else on the page than there, in that place below that name, and words call the name data. So T is a
label of it, read above the name, where it tells a name of its own: `y^{(T)}_i` is no `y_i` typed with an index too
many.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Formula, Group, Name, Node, Script, Scripted, Text
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ...told.words_for_data import are_called_data

Labelled: TypeAlias = tuple[Stem, str, int]
"""A name, a capital below it, and in which of two places that stands."""
MADE = lazily(
    r"\b(?:activat\w+|activit\w+|predict\w+|estimat\w+|comput\w+|respons\w+|functions?|iterat\w+|steps?|times?|final\w*"
    r"|last|layers?|outputs?|states?|not|never)\b|最后|最終|時刻|时刻|予測|预测|出力|输出",
    re.I,
)
"""Words in the clause by which it may be the computed name, or some of it."""
CLAUSE = lazily(r"[.;:。；]\s|\n\s*\n")


def with_labels_of_data_above(located: Sequence[Located], ranges: Collection[str] = ()) -> list[Located]:
    """The formulas of a page with such labels above; the letters of `ranges` have some."""
    told = {label for label in _called(located) if label[1] not in ranges}
    if not told:
        return list(located)
    names = [x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name)]
    carried = [_labelled(x) for x in names]
    found = {x for x in told if carried.count(x) == sum(n.base == x[1] for n in names)}

    def change(x: Any) -> Node | None:
        return _above(x) if isinstance(x, Name) and _labelled(x) in found else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _called(located: Sequence[Located]) -> Iterator[Labelled]:
    """The labelled names that words call data."""
    for display, f in located:
        if display.inline and isinstance(f, Formula) and len(f.statements) == 1:
            c = f.statements[0].chain
            label = _labelled(c.members[0]) if not c.relations else None
            clause = CLAUSE.split(display.before)[-1] + " $ " + CLAUSE.split(display.after)[0]
            if label is not None and are_called_data(display.before, display.after) and MADE.search(clause) is None:
                yield label


def _labelled(x: Node) -> Labelled | None:
    """A name with a capital beside an index below it, or behind one."""
    below = [s for s in x.scripts if not s.above] if isinstance(x, Name) else []
    if not isinstance(x, Name) or len(below) != 1 or len(below[0].entries) != len("Ti"):
        return None
    letters = [letter_of(e) or ("" if isinstance(e, t.Number) else " ") for e in below[0].entries]
    capitals = [n for n, letter in enumerate(letters) if len(letter) == 1 and letter.isupper()]
    return (stem_of(x), letters[n], n) if len(capitals) == 1 and (n := capitals[0]) is not None else None


def _above(x: Name) -> Node:
    """A name with its label above; a transpose or a power stands outside."""
    below = next(s for s in x.scripts if not s.above)
    _, letter, place = _labelled(x) or ((), "", 0)
    index = replace(below, entries=tuple(e for n, e in enumerate(below.entries) if n != place), commas=False)
    label = Script(True, (Text(letter, span=below.entries[place].span),), "(", span=below.span)
    named = replace(x, scripts=(index, label))
    above = tuple(s for s in x.scripts if s.above)
    return Scripted(Group("{", (named,), "}", (), x.span), above, 0, x.span) if above else named


__all__ = ["with_labels_of_data_above"]

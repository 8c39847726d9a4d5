r"""Letters that words call labels, `The superscripts $c$ and $g$ of $w^c_i$ and $w^g_i$ are labels`: text there.

So `w^g_i` beside a number g, `g w^c_i + (1 - g) u_i`, is a name of its own. Where none of them is a value, too, they
are understood as labels by what carries them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Text
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, values_in

_LIST = r"\$[^$]+\$(?:\s*(?:,|and|or|、|と|,\s*and)\s*\$[^$]+\$)*"
TOLD = lazily(
    rf"\b(?P<kind>superscript|subscript|script)s?\s+(?P<letters>{_LIST})\s*(?:(?:of|in|on)\s+{_LIST}\s*)?"
    r"(?:is|are)\s+(?:(?:only|just|mere|merely|simply|a|part of the|not \w+ but)\s+)*(?:labels?|names?)\b",
    re.I,
)
LETTER = lazily(r"\$\s*(\\?[A-Za-z]+)\s*\$")


def with_labels_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such letters as text wherever they stand alone in such a script."""
    told = {x for d, _ in located if d.inline for x in _told(f"{d.before}${d.latex}${d.after}")}
    said = (m for f in read_of(located) if told for s in f.statements if s.chain.relations for m in s.chain.members)
    if {letter for _, letter in told}.isdisjoint(v.letter for m in said for v in values_in(m)):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not any(_is_label(s, e, told) for s in x.scripts for e in s.entries):
            return None
        scripts = (
            replace(s, entries=tuple(_text(e) if _is_label(s, e, told) else rebuilt(e, change) for e in s.entries))
            for s in x.scripts
        )
        return replace(x, scripts=tuple(scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(sentence: str) -> Iterator[tuple[bool | None, str]]:
    """Letters that a sentence calls so, and whether they stand above; None where it does not say."""
    for found in TOLD.finditer(sentence):
        above = {"superscript": True, "subscript": False}.get(found["kind"].lower())
        yield from ((above, letter) for letter in LETTER.findall(found["letters"]))


def _is_label(s: Script, e: Node, told: set[tuple[bool | None, str]]) -> bool:
    return bool({(s.above, letter_of(e)), (None, letter_of(e))} & told) and isinstance(e, Name)


def _text(e: Node) -> Node:
    return Text(letter_of(e) or "", span=e.span) if isinstance(e, t.Name) else e

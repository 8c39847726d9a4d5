r"""Sums over a dictionary: `\sum_{i \in \mathcal{V}} \exp(\mathbf{u}_i^\top \mathbf{h})` with `the dictionary
$\mathcal{V}$`, or `the vocabulary $V$`.

A set may be a part of what its letter runs over; the dictionary is all of it, since an index of a word, also the c of
one word, is one of the dictionary. So is the condition `(j \in \mathcal{V})` no condition. Where a page names several
dictionaries, each may be a part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements
from ...shape import letter_of

WORDS = re.compile(
    r"(?:dictionary|vocabulary|lexicon|vocabulaire|dictionnaire|Vokabular|Wörterbuch|vocabulario|diccionario|词典|词表|"
    r"詞典|語彙|辞書)(?:\s+(?:set|of\s+(?:all\s+)?words))?\s*(?:集合)?\s*\Z",
    re.I,
)
"""Words before the name of a dictionary."""


def _has_any(s: Statement) -> bool:
    return any(_set(i) is not None for x in t.of_kind(s, BigSum) for i in x.below)


@where(_has_any)
def with_vocabularies_whole(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, the sums over the one dictionary that its words name without a set."""
    inline = ((d, f) for d, f in located if d.inline and not isinstance(f, ReadError) and WORDS.search(d.before))
    heads = {f.statements[0].chain.members[0] for _, f in inline if f.statements}
    named = {replace(x, span=(0, 0)) for x in heads if isinstance(x, Name) and not x.scripts}
    if len(named) != 1:
        return list(located)
    (dictionary,) = named

    def change(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or all(_set(i) != dictionary for i in x.below):
            return None
        below = tuple(i.members[0] if isinstance(i, Chain) and _set(i) == dictionary else i for i in x.below)
        return replace(x, below=below, body=rebuilt(x.body, change))

    def changed(s: Statement) -> Statement:
        kept = tuple(c for c in s.conditions if _set(c) != dictionary)
        found: Statement = rebuilt(s if len(kept) == len(s.conditions) else replace(s, conditions=kept), change)
        return found

    return with_statements(located, changed)


def _set(item: object) -> Name | None:
    r"""The name behind `i \in`."""
    if not isinstance(item, Chain) or item.relations != (r"\in",) or letter_of(item.members[0]) is None:
        return None
    x = item.members[1]
    return replace(x, span=(0, 0)) if isinstance(x, Name) and not x.scripts else None

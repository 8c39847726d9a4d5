r"""Words alone below a name, `y_{\text{pred}}`, and before an index, `y_{\text{pred}, i}`: one label.

A text that is all of a script may be several words; before a comma it is one entry. So that the array and its entries
have the same label, the first is written as the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of, with_statements

FONT = "text"
Labelled = tuple[str, tuple[str, ...], str, str]
"""A name without its scripts, and the word below it."""


@some(Name)
def _has_word(x: Name) -> bool:
    return any(_label(x, q) is not None for q in x.scripts)


@where(_has_word)
def with_words_alone_as_labels(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such words as the entries that they are elsewhere."""
    statements = [s for f in read_of(located) for s in f.statements]
    entries = {x for s in statements for x in _before_indices(s)}
    meant = entries & {x for s in statements for x in _alone(s)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not x.scripts:
            return None
        scripts = tuple(_labelled(s) if _label(x, s) in meant else s for s in x.scripts)
        return None if scripts == x.scripts else replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change)) if meant else list(located)


def _alone(s: Statement) -> Iterator[Labelled]:
    yield from (found for x in t.of_kind(s, Name) for q in x.scripts if (found := _label(x, q)) is not None)


def _label(x: Name, s: Script) -> Labelled | None:
    """The name and the word that is all that stands below it."""
    word = s.entries[0] if len(s.entries) == 1 and not s.above else None
    return (x.base, x.accents, x.font, word.content.strip()) if isinstance(word, t.Text) and not word.math else None


def _before_indices(s: Statement) -> Iterator[Labelled]:
    for x in t.of_kind(s, Name):
        for q in x.scripts:
            first = q.entries[0] if len(q.entries) > 1 and q.commas and not q.above else None
            if isinstance(first, Name) and first.font == FONT and not first.scripts:
                yield x.base, x.accents, x.font, first.base


def _labelled(s: Script) -> Script:
    (word,) = s.entries
    assert isinstance(word, t.Text)
    return replace(s, entries=(Name(word.content.strip(), font=FONT, span=word.span),))

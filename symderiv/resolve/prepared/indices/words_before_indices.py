r"""Words below a name before its index and alone, beside the name with an index alone: `h_{prev,j}`, `h_{prev}`, `h_j`.

One thing below a name is an index in `h_j` and no index in `h_{prev}`, which is all of the `h_{prev,j}`. The page is
read with such words above, where they tell a name of its own: `h^{(prev)}_j`, `h^{(prev)}`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Text
from ....latex.walking import rebuilt
from ....notation import WORD_FONTS
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below, letter_below
from ...spelled.shape import Stem, stem_of
from .labels_beside_indices import with_label_above

Worded = tuple[Stem, int, str]
"""A letter, its primes and the word below it."""


@some(Name)
def _has_word(x: Name) -> bool:
    return bool(_word(x)) and len(entries_below(x)) > 1


@where(_has_word)
def with_words_before_indices_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such words above."""
    names = [x for f in read_of(located) for x in t.of_kind(f, Name) if x.scripts]
    before, alone = set(_worded(names, alone=False)), set(_worded(names, alone=True))
    indexed = {(stem_of(x), x.primes) for x in names if letter_below(x) is not None and not _word(x)}
    layered = {(stem_of(x), x.primes) for x in names if any(s.above and s.bracket for s in x.scripts)}
    found = {worded for worded in before & alone if worded[:2] in indexed - layered}
    return with_statements(located, lambda s: rebuilt(s, partial(_above, found))) if found else list(located)


def _worded(names: Sequence[Name], alone: bool) -> Iterator[Worded]:
    for x in names:
        if (word := _word(x)) and (len(entries_below(x)) == 1) is alone:
            yield stem_of(x), x.primes, word


def _word(x: Name) -> str:
    """The word that stands first below a name, before a comma or alone."""
    below = next((s for s in x.scripts if not s.above), None)
    if below is None or not below.entries or below.bracket or (len(below.entries) > 1 and not below.commas):
        return ""
    first = below.entries[0]
    if isinstance(first, Text):
        word = first.content.strip()
        return word if len(word) > 1 and not first.math else ""  # an upright letter may be an index
    bare = isinstance(first, Name) and not (first.scripts or first.accents or first.primes)
    if not bare or not isinstance(first, Name) or first.font not in {"", *WORD_FONTS}:
        return ""
    return first.base if len(first.base) > 1 and first.base.isalpha() else ""


def _above(found: Collection[Worded], x: Any) -> Node | None:
    """A name with its word above, its index left below."""
    if not isinstance(x, Name) or (stem_of(x), x.primes, _word(x)) not in found:
        return None
    below = next(s for s in x.scripts if not s.above)
    rest = below.entries[1:]
    kept = (replace(below, entries=rest, commas=len(rest) > 1),) if rest else ()
    return with_label_above(x, _word(x), *kept)

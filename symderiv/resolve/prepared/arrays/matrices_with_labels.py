r"""Matrices with a label that a sentence makes of entries of another letter: `S_B = (b_{ij})` beside `S_W = (c_{ij})`.

The page is read with the bold letter of the entries, which stands for them: `S_B^T w` is `\mathbf{b}^T w`. A matrix of
entries of its own letter, `M_{\mathbf{w}} = (M_{ij})`, is read as M where the page has no other M, and what stands
below it is no small letter, which may count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import label_of, letter_of, stem_of
from ...stated import whole_and_entry

AXES = 2


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None or _of_own_letter(s.chain) is not None


@where(_has_any)
def with_matrices_of_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such matrices by the letters of their entries, where no bold one is in use."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    used = {x.base for c in chains for x in t.of_kind(c, Name) if x.font}
    told = dict(pair for c in chains if (pair := _told(c)) is not None and pair[1] not in used)
    own = {whole for c in chains if (whole := _of_own_letter(c)) is not None}
    own = {whole for whole in own if _are_all(whole, chains)} if own else own
    if not (told or own):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name):
            return None
        above = tuple(s for s in x.scripts if s.above)
        bare = replace(x, scripts=tuple(s for s in x.scripts if not s.above))
        if bare in own:
            return replace(x, scripts=above)
        letter = told.get(bare)
        return None if letter is None else Name(letter, font="mathbf", scripts=above, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> tuple[Name, str] | None:
    """The matrix, and the letter of its entries."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or entry.primes or entry.accents or entry.font:
        return None
    letters = _letters(entry)
    plain = _has_label(whole) and len(letters) == AXES
    own = letter_of(whole.scripts[0].entries[0]) if plain else None
    fits = plain and whole.base.isupper() and entry.base.lower() != whole.base.lower() and own not in letters
    return (whole, entry.base) if fits else None


def _of_own_letter(c: Chain) -> Name | None:
    """A matrix with a label, of entries of its own letter that do not have it."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or whole.primes or entry.primes or not _has_label(whole):
        return None
    alike = stem_of(whole) == stem_of(entry) and whole.base.isupper() and len(_letters(entry)) == AXES
    label = whole.scripts[0].entries[0]
    counts = isinstance(label, Name) and not label.font and (label.base.islower() or label.base in _letters(entry))
    return whole if alike and not counts and label_of(label) is not None else None


def _has_label(whole: Name) -> bool:
    return len(whole.scripts) == 1 and not whole.scripts[0].above and len(whole.scripts[0].entries) == 1


def _letters(entry: Name) -> set[str]:
    """The letters below an entry that carries nothing but these; none where one stands there twice."""
    below = entries_below(entry)
    letters = {x for e in below if (x := letter_of(e)) is not None}
    return letters if len(entry.scripts) == 1 and len(letters) == len(below) else set()


def _are_all(whole: Name, chains: Iterable[Chain]) -> bool:
    """Is every name of the letter of a matrix that matrix, or has two indices below?"""
    names = (x for c in chains for x in t.of_kind(c, Name) if x.base == whole.base)
    return all(
        (*(s for s in x.scripts if not s.above),) == whole.scripts or len(entries_below(x)) == AXES for x in names
    )

r"""Matrices with a label that a sentence makes of entries of another letter: `S_B = (b_{ij})` beside `S_W = (c_{ij})`.

The page is read with the bold letter of the entries, which stands for them: `S_B^T w` is `\mathbf{b}^T w`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from ...stated import whole_and_entry

AXES = 2


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_any)
def with_matrices_of_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such matrices by the letters of their entries, where no bold one is in use."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    used = {x.base for c in chains for x in t.of_kind(c, Name) if x.font}
    told = dict(pair for c in chains if (pair := _told(c)) is not None and pair[1] not in used)
    if not told:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name):
            return None
        above = tuple(s for s in x.scripts if s.above)
        letter = told.get(replace(x, scripts=tuple(s for s in x.scripts if not s.above)))
        return None if letter is None else Name(letter, font="mathbf", scripts=above, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> tuple[Name, str] | None:
    """The matrix, and the letter of its entries."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None:
        return None
    labelled = len(whole.scripts) == 1 and not whole.scripts[0].above and len(whole.scripts[0].entries) == 1
    if not isinstance(entry, Name) or entry.primes or entry.accents or entry.font or not labelled:
        return None
    below = [e for s in entry.scripts if not s.above for e in s.entries]
    letters = {letter_of(e) for e in below}
    plain = len(entry.scripts) == 1 and len(below) == AXES == len(letters) and None not in letters
    own = letter_of(whole.scripts[0].entries[0])
    fits = plain and whole.base.isupper() and entry.base.lower() != whole.base.lower() and own not in letters
    return (whole, entry.base) if fits else None

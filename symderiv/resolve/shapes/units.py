r"""Unit vectors: the `e_c` of `p - e_c` beside `L = -\\log p_c`, which no page defines.

A name is one where its letter singles an entry out, or where words speak of unit vectors, and nothing else is said of
its letter: `e_t = y_t - d_t` is an error.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ...latex import tree as t
from ...latex.tree import Chain
from ..shape import letter_of, shape_of

NAMES = frozenset(["e", r"\mathbf{e}", r"\boldsymbol{e}", r"\vec{e}", r"\bm{e}"])
WORDS = re.compile(
    r"\b(?:unit|basis|standard) vectors?\b|\bcanonical basis\b|\bstandard basis\b|単位ベクトル|基底", re.I
)


def unit_vectors(chains: Sequence[Chain], words: str, singled: Collection[str]) -> frozenset[tuple[str, str]]:
    """The names of such vectors, by base and letter."""
    names = [s for c in chains for x in t.of_kind(c, t.Name) if (s := shape_of(x)) is not None and s.base in NAMES]
    if not names or not all(s.below == len(s.pieces) == 1 for s in names):
        return frozenset()
    lefts = {s.base for c in chains if isinstance(x := c.members[0], t.Name) and (s := shape_of(x)) is not None}
    told = WORDS.search(words) is not None
    found = {(s.base, letter) for s in names if (letter := letter_of(s.pieces[0])) is not None and s.base not in lefts}
    return frozenset(x for x in found if told or x[1] in singled)

r"""The length of a vector between single bars: `|\vec{r}_k - \vec{r}_j|` is `\|\vec{r}_k - \vec{r}_j\|`.

What stands under an arrow is a vector, so these are no absolute values; but on a page that speaks of such, or of the
one-norm, they stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....document.blocks import Block, Heading, Prose
from ....latex import tree as t
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, with_statements

OTHERS = re.compile(
    r"\b(?:absolut\w*|(?:entry|element|component)-?wise|Manhattan|taxicab|lasso|cardinality"
    r"|number of (?:entries|components|elements)|(?:one|1)-norm)\b|\\ell_?1|\bL_?1\b|絶対値|要素ごと",
    re.I,
)
"""Words of pages on which bars may be no lengths."""
BAR, DOUBLE = "|", r"\|"


def _has_lengths(s: t.Statement) -> bool:
    return any(map(_is_length, t.of_kind(s, t.Group)))


@where(_has_lengths)
def with_lengths_of_vectors(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas, the bars around vectors doubled."""
    words = " ".join(b.text for b in blocks if isinstance(b, (Prose, Heading)))
    if OTHERS.search(words) is not None:
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, _doubled))


def _doubled(x: object) -> object:
    return replace(x, open=DOUBLE, close=DOUBLE) if isinstance(x, t.Group) and _is_length(x) else None


def _is_length(x: t.Group) -> bool:
    """Are they single bars around a vector, or vectors that are added?"""
    inner = x.items[0] if x.open == BAR and len(x.items) == 1 else None
    added = [term.body for term in inner.terms] if isinstance(inner, t.Terms) else [inner]
    return all(isinstance(a, t.Name) and "vec" in a.accents for a in added)

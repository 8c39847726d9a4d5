r"""Names of which a page tells the shape: `$A \in \mathbb{R}^{m \times m}$`, `$A$ is an $m \times m$ matrix`.

A name of which only that is said, and that lines use beside what they differentiate by, is given, whatever it is. Where
the rest of a sentence speaks of what something is made of, or depends on, it may be said of the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...errors import ReadError
from ...latex import tree as t
from ...latex.sentences import first
from ...pattern import lazily
from ..located import Located, read_of
from ..spelled.shape import shape_of
from .declared import declarations
from .words import said_in_words

MADE = lazily(
    r"depend|comput|calculat|evaluat|obtain|output|result|\bfunctions? of\b|\b(?:made|built|formed|derived?|updated?)\b"
    r"|\b(?:var(?:y|ies)|chang(?:es?|ing))\b|hängt|abhängig|berechn|ergibt|Funktion|dépend|calcul|fonction|funzion"
    r"|func(?:i[óo]|t)|funç|dipend|calcol|завис|вычисл|функци|依存|計算|関数|出力|変化|依赖|依賴|取决|计算|計算|函数"
    r"|输出|의존|계산|함수|출력",
    re.I,
)
"""Words by which something may be made of others,"""
NOT_MADE = lazily(
    r"\b(?:not|nor|independent\w*|nicht|unabhängig\w*|pas|indépendant\w*|non?|independient\w*|indipendent\w*|não"
    r"|не|независ\w*)\b|(?:し|せ|で)?ない|ません|无关|無關|不|않",
    re.I,
)
"""and those that deny it."""


def declared_names(located: Sequence[Located]) -> frozenset[str]:
    r"""The letters of these names.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"Let $A \in \mathbb{R}^{m \times m}$ and let $v$ be a vector of length $m$, $b = 1$.")
    >>> sorted(declared_names(read_formulas(page)))
    ['A', 'v']
    >>> page = parse_document(r"Here $A \in \mathbb{R}^{m \times m}$ is computed from $w$.")
    >>> sorted(declared_names(read_formulas(page)))
    []
    """
    chains = [s.chain for f in read_of(located) for s in f.statements]
    found = {base for base, d in (*declarations(chains), *said_in_words(located)) if d.kind}
    return frozenset(found - _perhaps_made(located)) if found else frozenset()


def _perhaps_made(located: Sequence[Located]) -> set[str]:
    """The letters of names behind which a sentence speaks of what is made."""
    found: set[str] = set()
    for d, f in located:
        said = first(d.after) if d.inline and not isinstance(f, ReadError) else ""
        if MADE.search(said) and not NOT_MADE.search(said):
            shapes = map(shape_of, t.of_kind(f, t.Name))
            found |= {x.base for x in shapes if x is not None}
    return found

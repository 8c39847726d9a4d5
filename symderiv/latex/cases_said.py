r"""Words of `\text{..}` that hold the case of a line: `\text{where $i = j$}`, `\text{(in the case $i \ne j$)}`."""

from __future__ import annotations

import re

from ..pattern import lazily
from .parse_lists import is_range
from .statement_forms import index_like
from .tree import Chain, Name, Node, Number, Text

_CASE = r"case|diagonal|Fall|Diagonalen?|cas|caso|diagonale"
SAYING = lazily(
    r"(?:where|with|at|on|given|assuming(?: that)?|taking|wo|mit|où|avec|donde|con|onde|com|dove"
    r"|(?:in|for|on|im|auf|dans|en|no|nel|sur)?\s*(?:the|der|den|le|la|el|l['’])?\s*\b(?:(?:diagonal|special) )?"
    rf"(?:{_CASE})(?: \d)?(?:,?\s*(?:of|that|where|when|i\.\s?e|wo|où))?)?",
    re.I,
)
"""All of the words beside the case."""
INDEX = lazily(r"[i-np-t]'*")
"""Letters that are seldom values."""


def is_condition_like(chain: Chain) -> bool:
    r"""Whether a chain holds nothing that is certainly a value.

    >>> from symderiv.latex.parse import parse
    >>> [is_condition_like(parse(x).statements[0].chain) for x in ("i = j", "i < n", "x_i = j")]
    [True, True, False]
    """
    return bool(chain.relations) and (is_range(chain) or all(index_like(m) for m in chain.members))


def says_a_case(words: Text) -> bool:
    r"""Do words hold the case that a line is for, and nothing else?

    >>> from symderiv.latex.parse import parse
    >>> texts = ("where $i = j$", "where $E = f$", "on the diagonal $i=j$")
    >>> [bool(parse(rf"y_i = 1 \text{{{x}}}").statements[0].conditions) for x in texts]
    [True, False, True]
    """
    return holds_a_case(words) and SAYING.fullmatch(words.content.strip(" ,.;:()[]~")) is not None


def holds_a_case(words: Text) -> bool:
    r"""Do words hold nothing but comparisons of indices, whatever they say of these?

    >>> from symderiv.latex.parse import parse
    >>> [holds_a_case(w) for x in ("since $i = j$", "since $x = y$") for w in parse(rf"\text{{{x}}}").words]
    [True, False]
    """
    chains = [s.chain for f in words.math for s in f.statements]
    return bool(chains) and all(map(_compares_indices, chains))


def _compares_indices(chain: Chain) -> bool:
    letters = sum(isinstance(m, Name) for m in chain.members)
    two = len(chain.members) == len(("i", "j")) and chain.relations[0] in ("=", r"\ne")
    return two and letters > 0 and all(map(_is_index, chain.members))


def _is_index(x: Node) -> bool:
    if isinstance(x, Name):
        return index_like(x) and INDEX.fullmatch(x.base + "'" * x.primes) is not None
    return isinstance(x, Number)

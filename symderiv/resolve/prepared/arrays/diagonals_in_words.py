r"""Diagonal matrices of which words tell what stands on the diagonal: `$S$ is the diagonal matrix with the elements
$p_i (1 - p_i)$` is `S_{ii} = p_i (1 - p_i)`.

One letter has to be loose in it, and nothing else may define the matrix, or name an entry of it. An entry
that is a name of its own, `with the weights $w_i$ on its diagonal`, is read with the shape of the matrix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.said_of_names import behind
from ....latex.tree import Chain, Formula, Name
from ....pattern import lazily
from ...integers.unequal import loose_letters
from ...located import Located, read_of
from ...shapes.diagonals import told_behind

WORDS = ("diagonal", "対角", "对角")
ENDS = lazily(
    r"\s*(?:[.,;:)。，、]|\Z|(?:on|along|in|as)\s+(?:its|the)\s+(?:main\s+)?diagonal\b|and\b(?!\s+zeros?\s+on\b))", re.I
)
"""Behind what stands on the diagonal."""


def with_diagonals_told(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with equations for such entries.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"where $S$ is the diagonal matrix with the elements $p_i (1 - p_i)$."
    >>> found = with_diagonals_told(read_formulas(parse_document(text)))[1][1]
    >>> found.statements[0].chain.members[0].base, found.statements[0].chain.relations
    ('S', ('=',))
    """
    found = list(located)
    if not any(word in d.after or word in d.before for d, _ in located if d.inline for word in WORDS):
        return found
    names = [x for f in read_of(located) for s in f.statements if s.chain.relations for x in t.of_kind(s.chain, Name)]
    heads = [s.chain.members[0] for f in read_of(located) for s in f.statements if s.chain.relations]
    for whole, at in told_behind(located):
        d, f = located[at]
        own = any(x.base == whole.base and x.scripts and not _is_marked(x) for x in names)
        if whole.scripts or own or any(isinstance(x, Name) and x.base == whole.base for x in heads):
            continue
        equation = _equation(whole, f) if isinstance(f, Formula) and _ends(d.after) else None
        if isinstance(f, Formula) and equation is not None:
            found[at] = d, replace(f, statements=(replace(f.statements[0], chain=equation),))
    return found


def _ends(words: str) -> bool:
    """Does nothing that may change it stand behind what is on the diagonal?"""
    return ENDS.match(words) is not None and behind(words).is_understood


def _is_marked(x: Name) -> bool:
    """Does nothing stand below a name, only a transpose or an exponent above?"""
    return all(s.above for s in x.scripts)


def _equation(whole: Name, f: Formula) -> Chain | None:
    """What an entry on the diagonal is, where a formula is more than a name and has one letter for it."""
    chain = f.statements[0].chain
    if len(f.statements) != 1 or chain.relations or f.statements[0].conditions or isinstance(chain.members[0], Name):
        return None
    (value,) = chain.members
    letters = set(loose_letters(value))
    letter = letters.pop() if len(letters) == 1 else ""
    if not re.fullmatch(r"[a-z]", letter):
        return None
    start = chain.span[0], chain.span[0]
    below = t.Script(False, (Name(letter, span=start), Name(letter, span=start)), "", False, True, start)
    left = replace(whole, scripts=(below,), span=start)
    return Chain((left, value), ("=",), (start,), chain.span)

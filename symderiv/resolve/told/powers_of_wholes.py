r"""Matrices with a power that is given by its entries: `A^2 = (A^2_{ij})` beside `A = (A_{ij})`.

`A^2_{ij}` is an entry of the power, no square and no name of its own. What rests on such a matrix is left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex.tree import Formula
from ...pattern import lazily
from ..located import Located
from .untold import CHANGED, Untold

POWER = lazily(
    r"(?<![A-Za-z\\_^{])([A-Z])\s*\^\s*\{?\s*([0-9a-z])\s*\}?\s*=\s*(?:\\left)?[(\[]\s*\1\s*\^\s*\{?\s*\2\s*\}?\s*_"
)
"""A power by its entries,"""
WHOLE = lazily(r"([A-Z])\s*(?:\Z|=\s*(?:\\left)?[(\[]\s*\1\s*_|\\in\b)")
"""and what it is one of."""


def powers_of_wholes(located: Sequence[Located]) -> Iterator[Untold]:
    r"""The names of such matrices.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$A = (A_{ij})$ and $A^2 = (A^2_{ij})$, $W^l = (W^l_{ij})$"
    >>> [u.base for u in powers_of_wholes(read_formulas(parse_document(page)))]
    ['A']
    """
    powers = [(d, m) for d, f in located if "^" in d.latex and isinstance(f, Formula) for m in POWER.finditer(d.latex)]
    if powers:
        wholes = {m[1] for d, _ in located if (m := WHOLE.match(d.latex.strip())) is not None}
        yield from (Untold(m[1], d.line, kind=CHANGED) for d, m in powers if m[1] in wholes)

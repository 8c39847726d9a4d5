r"""Sums without a letter of whole arrays: `\frac{\exp(z)}{\sum \exp(z)}` divides by the sum of all entries.

What divides is a number, so the sum of a vector there runs over its entries. Elsewhere `\sum x` may be one over
examples as well: there words have to say it, `\sum without an index adds up all the entries`.
Products over an index of columns are told here, too.
"""

from __future__ import annotations

import re

from ...latex.tree import BigSum, Group, Name
from ...pattern import lazily
from .algebra import indices_of, total
from .array import Array, Letters, ShapeDoubt, number

BARE = (
    r"\b(?:without|with no|ohne)\s+(?:an?y?\s+|einen?\s+)?"
    r"(?:index|indices|letters?|limits?|bounds|subscripts?|Indizes|Buchstaben|Grenzen)\b"
)
ENTRIES = (
    r"\b(?:over\s+|über\s+)?all(?:e[nr]?)?\s+(?:of\s+)?(?:the\s+|its\s+)?"
    r"(?:entries|elements|components|Einträgen?|Elemente|Komponenten)\b"
)
REST = r"(?:(?!\b(?:not|never|nicht|nie|but|examples?|samples?)\b|[.;]\s)[^$])"
TOLD = lazily(
    rf"{BARE}\s+(?:adds?|sums?|summiert|addiert)\b{REST}{{0,40}}{ENTRIES}"
    rf"|\bsums?\s+{BARE}\s+(?:is|are|runs?|goes?|means?|denotes?)\b{REST}{{0,40}}{ENTRIES}",
    re.I,
)
"""Words about such a sum anywhere on a page; formulas are none of them."""


def all_entries_told(words: str) -> bool:
    r"""Does a page say that sums without a letter are over all entries?

    >>> all_entries_told("Here  without an index adds up all the entries.")
    True
    >>> all_entries_told("A sum without an index is over all examples, all entries of  are positive.")
    False
    """
    return TOLD.search(words) is not None


def multiplies_entries(x: BigSum, kind: str) -> bool:
    r"""Is it a product over an index of columns, or of rows, `\prod_t \mathbf{f}_t`? These have no product but the one
    by entries; of more than one factor it would be open where it ends.

    >>> from symderiv.latex.parse import parse
    >>> product = parse(r"\prod_{t=1}^T f_t").statements[0].chain.members[0]
    >>> multiplies_entries(product, "c"), multiplies_entries(product, "m")
    (True, False)
    """
    return x.operator == r"\prod" and bool(x.below) and kind in ("c", "r") and isinstance(x.body, (Name, Group))


def is_bare(x: BigSum) -> bool:
    """Has a sum neither a letter nor an end?"""
    return x.operator == r"\sum" and not x.below and x.above is None


def sum_of_entries(a: Array, x: BigSum, letters: Letters, dividing: bool) -> Array:
    """Such a sum of an array; `dividing`: it stands below a line, or behind a slash. Raises `ShapeDoubt`."""
    if not (letters.bare_told or (dividing and a.kind in ("c", "r"))):
        raise ShapeDoubt("a sum without a letter of an array: of its entries, or of several arrays?", x.span, SAY)
    return number(total(a, None, indices_of(a, x.span, letters), x.span))


SAY = r"write `\sum_{i=1}^{n}` and indices"

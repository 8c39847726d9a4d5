r"""Names with primes of which the page says the entries: `\mathbf{W}' = (w'_{ij})`. The prime is part of the name.

So it is of the letter in every font, large and small: `\mathbf{w}'_j` is a row or a column of that matrix. It stays a
prime where the letter is that of a function, or where words call a prime the transpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.primes_told import primes_are_transposes
from ...spelled.scripts import entries_below

Primed: TypeAlias = tuple[str, int]
"""A letter in its small form, and how many primes it carries."""


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_any)
def with_primes_in_names(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas of a document with such primes in the letters.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$W' = (w'_{ij})$ $$ z_i = \sum_j w'_{ij} x'_j $$")
    >>> found = with_primes_in_names(read_formulas(page), page.blocks)
    >>> [(x.base, x.primes) for x in t.of_kind(found[1][1], Name) if x.base[0] in "wx"]
    [("w'", 0), ('x', 1)]
    """
    formulas = read_of(located)
    told = {p for f in formulas for s in f.statements if (p := _told(s.chain)) is not None}
    told -= {(base, n) for base, n in told if base in {b for f in formulas for b in _applied(f)}}
    if not told or primes_are_transposes(located, blocks):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or (x.base.lower(), x.primes) not in told:
            return None
        scripts = tuple(rebuilt(s, change) for s in x.scripts)
        return replace(x, base=x.base + "'" * x.primes, primes=0, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> Primed | None:
    """The letter and its primes of `W' = (w'_{ij})`."""
    if len(c.members) < 2 or c.relations[0] not in EQUALITIES:
        return None
    whole, group = c.members[:2]
    if not isinstance(group, t.Group) or group.open not in ("(", "[") or len(group.items) != 1:
        return None
    entry = group.items[0]
    if not isinstance(whole, Name) or not isinstance(entry, Name) or not whole.primes == entry.primes > 0:
        return None
    alike = whole.base.lower() == entry.base.lower() and not whole.scripts and bool(entries_below(entry))
    return (whole.base.lower(), whole.primes) if alike else None


def _applied(f: t.Formula) -> Iterator[str]:
    """The letters that stand right before a parenthesis, `f(x)`: a prime may be a derivative of theirs."""
    for p in t.of_kind(f, t.Product):
        for head, behind in pairwise(p.factors):
            x = head.body
            if behind.joined and isinstance(behind.body, t.Group) and isinstance(x, Name) and not x.primes:
                yield x.base

r"""What premises say of sizes: where `\sum_{k \ne l} p_{kl} = 1`, there is more than one k."""

from __future__ import annotations

from collections.abc import Iterable

from ..affine import Sym
from ..domain import eliminate
from ..domain.constraint import TRUE, Context, Domain
from ..expr import Num, Sum
from ..system import Assumption


def sizes_of(assumptions: Iterable[Assumption], known: Context, sizes: frozenset[Sym]) -> Domain:
    """The sizes for which no sum that is a number other than 0 is empty."""
    found = TRUE
    for a in assumptions:
        if not isinstance(a.right, Num) or not a.right.value:
            continue
        letters, where, e = list[Sym](), TRUE, a.left
        while isinstance(e, Sum):
            letters.append(e.letter)
            where &= e.domain
            e = e.body
        left: Domain | None = where
        for letter in reversed(letters):
            left = eliminate(left, letter, known) if left is not None else None
        if left is not None and left.letters() <= sizes:
            found &= left
    return found

r"""The letters that sums bind, told by how deep they stand: so that how an author calls them makes no difference."""

from __future__ import annotations

from functools import lru_cache

from .affine import Sym, affine
from .expr import Expr, Sum, rebuild, substitute


@lru_cache(maxsize=1 << 12)
def by_depth(e: Expr, depth: int = 0) -> Expr:
    r"""The expression with the letters of its sums told by how many sums are around them: one for all spellings.

    >>> from symderiv.expr import Variable, total
    >>> x = Variable("x_{#}")
    >>> by_depth(total("k", 1, "K", x("k"))) == by_depth(total("h", 1, "K", x("h")))
    True
    """
    if isinstance(e, Sum):
        letter = Sym(f"@{depth}")
        told = {e.letter: affine(letter)}
        where = tuple(c.substitute(told) for c in e.where)
        return Sum(letter, e.lowers, e.uppers, by_depth(substitute(e.body, told), depth + 1), where)
    return rebuild(e, lambda x: by_depth(x, depth))

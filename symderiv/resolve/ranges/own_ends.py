r"""Letters that end sums where the line is about them: the k of `\frac{\partial V}{\partial \eta_k} = \sum_{i=1}^k ..`.

Such a letter is an index as far as \eta has one, and no size, unless a sum of another line ends there too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...latex import tree as t
from ..spelled.shape import letters_in, shape_of
from ..stated import Stated


def own_ends(stated: Iterable[Stated]) -> frozenset[str]:
    """The letters that end sums only in lines whose left side is a derivative by an entry with them."""
    own: set[str] = set()
    others: set[str] = set()
    for s in stated:
        chain = s.statement.chain
        ends = {x for b in t.of_kind(chain, t.BigSum) if b.above is not None for x in letters_in(b.above)}
        about = set(_varied(chain.members[0])) if ends else set()
        own |= ends & about
        others |= ends - about
    return frozenset(own - others)


def _varied(left: t.Node) -> Iterator[str]:
    for w in left.wrt if isinstance(left, t.Derivative) else ():
        shape = shape_of(w.body)
        yield from (x for x in shape.letters if x is not None) if shape is not None else ()

r"""Names in bold that are added to what has the same letter and one index less: `\mathbf{x} - \mathbf{x}_i`.

So nobody takes an entry from its vector: both are vectors, and the index tells several of them apart. As an entry the
one would make the other as long as there are examples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...latex import tree as t
from ..asked import remembered
from ..spelled.shape import shape_of

BOLD = (r"\mathbf{", r"\boldsymbol{", r"\vec{", r"\bm{", r"\underline{")


def beside_wholes(chains: Iterable[t.Chain]) -> frozenset[str]:
    """The letters of such names."""
    return frozenset[str]().union(*map(_beside, chains))


@remembered
def _beside(c: t.Chain) -> frozenset[str]:
    return frozenset(base for x in t.of_kind(c, t.Terms) for base in _added(x))


def _added(x: t.Terms) -> Iterator[str]:
    shapes = [s for term in x.terms if isinstance(term.body, t.Name) and (s := shape_of(term.body)) is not None]
    bare = {s.base for s in shapes if not s.pieces and s.base.startswith(BOLD)}
    yield from (s.base for s in shapes if s.base in bare and len(s.pieces) == s.below == 1)

r"""May a document speak of arrays at all? Most pages do not, and need not be searched for them.

An equation of arrays is one in which a value stands without its indices: a name that elsewhere carries some below
(`w` beside `w_{ij}`), a name set as arrays are (`\mathbf{x}`), a transpose, a norm, an inner product, a nabla, a slice
`W_{i,:}`, or the unit vectors and matrices. Where none of these is met and nothing declares a shape, every equation is
one of numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ...latex import tree as t
from ...notation import EQUALITIES, GRID
from ..asked import remembered
from ..spelled.shape import is_norm, named, values_in
from ..stated import Stated, matrix_told
from .declared import FONTS, Declared, split
from .forms import is_turned_name
from .named import IDENTITIES, ONES, ZEROS
from .parenthesized import wholes_of_entries

Value: TypeAlias = tuple[str, int]
SPECIAL = frozenset([*IDENTITIES, *ONES, *ZEROS])


def hints_at_arrays(
    stated: Sequence[Stated], declared: Iterable[tuple[str, Declared]], given: Sequence[Stated] = ()
) -> bool:
    """May an equation of the document be one of arrays? True where in doubt.

    What is `given` beside the document shows which names carry indices.
    """
    if any(d.kind for _, d in declared):
        return True
    told = [_values_of(s.statement) for s in stated]
    if None in told:
        return True
    met = frozenset[Value]().union(*filter(None, told))
    return any(not met.isdisjoint(_indexed_in(s.statement)) for s in (*stated, *given))


@remembered
def _values_of(s: t.Statement) -> frozenset[Value] | None:
    """The values of an equation, each by its letter and how many scripts it has; None where one hints at arrays."""
    chain = s.chain
    if matrix_told(chain) is not None:
        return None
    if not chain.relations or any(r not in EQUALITIES for r in chain.relations):
        return frozenset()
    if t.of_kind(chain, t.Nabla) or any(map(is_turned_name, t.of_kind(chain, t.Scripted))):
        return None
    if any(x.function == "diag" for x in t.of_kind(chain, t.Call)):
        return None
    if any(_is_norm_or_inner(x) or x.open == GRID for x in t.of_kind(chain, t.Group)):
        return None
    met: set[Value] = set()
    for shape in (v for m in chain.members for v in values_in(m)):
        base, pieces, marked = split(shape)
        sliced = any(isinstance(p, t.Symbol) for item in shape.lowers for p in item)
        if marked or sliced or base in SPECIAL or base.startswith(FONTS) or is_norm(shape):
            return None
        met.add((base, len(pieces)))
    return frozenset(met)


@remembered
def _indexed_in(s: t.Statement) -> frozenset[Value]:
    """The names that carry something below, each by its letter and how much stands above it; the `W_s` of entries
    `(W_s)_{ij}` with what it has itself."""
    shapes = map(named, t.of_kind(s, t.Name))
    wholes = wholes_of_entries(t.of_kind(s, t.Scripted))
    return frozenset((x.base, sum(map(len, x.uppers))) for x in shapes if x.lowers) | {
        (base, len(below)) for base, below in wholes
    }


def _is_norm_or_inner(x: t.Group) -> bool:
    return x.open == r"\|" or (x.open == r"\langle" and len(x.items) == 2)

r"""What a page takes for granted of its data: `\sum_{k=1}^{K} t_k = 1` with a `t` that nothing defines.

Such an equation can be no result, since nothing on the page says what `t` is; it says what kind of data is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..draft import RawDefinition
from ..errors import ReadError
from ..expr import Expr, Num, Sum, Var, Variable
from ..system import Assumption
from .resolve_statements import Equation


def premises(equations: Iterable[Equation], definitions: Iterable[RawDefinition]) -> Iterator[Assumption]:
    """The equations that say what a given variable sums to; they are marked, so that they are no claims."""
    defined = {d.left.variable for d in definitions}
    for e in equations:
        if len(e.members) != 2 or e.relations != ("=",) or e.stated.struck or e.defines or e.where or e.given:
            continue
        left, right = e.members
        if isinstance(left, ReadError) or isinstance(right, ReadError):
            continue
        summed = _summed(left)
        if summed is not None and summed not in defined and isinstance(right, Num):
            e.restates.add(0)
            yield Assumption(left, right)


def _summed(e: Expr) -> Variable | None:
    """The variable of which a sum adds up entries, each with the factor 1."""
    letters = set()
    while isinstance(e, Sum):
        if e.where:
            return None
        letters.add(e.letter)
        e = e.body
    if not letters or not isinstance(e, Var):
        return None
    own = [i.letter for i in e.indices if i.letter in letters]
    return e.variable if set(own) == letters and len(own) == len(letters) else None

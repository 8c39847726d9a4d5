r"""Names told by the end of a chain whose middle cannot be read: `u_j = {v'_{w_j}}^T v_w = \sum_i w'_{ij} v_i`.

Whatever stands between, it says that u is what stands last. So it is where the page says what it is about: of a line of
its derivation the part that cannot be read may be the one that is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import ReadError
from ...expr import Expr, Var, Variable, free, holds_derivative, variables
from ...notation import EQUALITIES
from ...pattern import lazily
from ..meaning import Meaning
from ..statements import Equation, holds, is_named
from .derived import is_derived

CONTROL = lazily(r"\\[A-Za-z]+")


def told_behind(
    e: Equation, equations: Sequence[Equation], begins: int | None, meaning: Meaning
) -> tuple[int, Var, Expr] | None:
    """The link that tells what the name on the left is, with the name and what it is; None where none does."""
    left = e.left
    if left is None or len(e.members) < 3 or not isinstance(e.members[1], ReadError):
        return None
    if e.dummies or e.stated.struck or e.conditional or not set(e.relations) <= EQUALITIES:
        return None
    last = e.members[-1]
    unread = all(isinstance(m, ReadError) for m in e.members[1:-1])
    if isinstance(last, ReadError) or not unread or not variables(last) or holds_derivative(last) or holds(last, left):
        return None
    if not _typed(e, left, last):
        return None
    every = len(set(left.indices)) == len(left.indices) and all(i.letter is not None for i in left.indices)
    if not every or not free(last) <= free(left) | {s for s in free(last) if meaning.names.is_size(s.name)}:
        return None
    named = is_named(e.stated.statement.chain.members[0], meaning)
    return (len(e.members) - 2, left, last) if named and not is_derived(e, equations, begins) else None


def _typed(e: Equation, *sides: Expr) -> bool:
    """Are all indices typed? Others are those of arrays, for which names may only be taken."""
    text = CONTROL.sub(" ", e.stated.formula.source.text)
    return all(s.name in text or s.name.startswith("\\") for x in sides for s in free(x))


def is_told(e: Equation, left: Var) -> bool:
    """Does a chain tell what a name is, although its second member cannot be read?"""
    return any(v.variable == left.variable for v in e.defines.values())


def circular(e: Equation) -> frozenset[Variable]:
    """What `x = x + w` computes with, although it does not define x."""
    if e.left is None or len(e.members) < 2 or isinstance(e.members[1], ReadError) or not holds(e.members[1], e.left):
        return frozenset()
    return variables(e.members[1])

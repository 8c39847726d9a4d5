r"""What a page says of the order of indices: `k_{ij} = k_{ji}` (or `= -k_{ji}`) of a name that nothing else defines.

Such an equation defines nothing, since it gives an entry by another of the same array; it says what kind of data is
meant, and is taken for granted as `\sum_k t_k = 1` is.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...draft import RawDefinition
from ...expr import MINUS_ONE, Expr, Mul, Var, Variable
from ...system import Assumption, System


def without_symmetries(definitions: Sequence[RawDefinition]) -> tuple[list[RawDefinition], tuple[Assumption, ...]]:
    """The definitions without those that only say how an array is symmetric, and these as assumptions."""
    own = [d for d in definitions if is_symmetry(d.left, d.body)]
    defined = {d.left.variable for d in definitions if d not in own}
    taken = [d for d in own if d.left.variable not in defined]
    kept = [d for d in definitions if d not in taken]
    return kept, tuple(dict.fromkeys(Assumption(d.left, d.body) for d in taken))


def symmetric(system: System) -> frozenset[Variable]:
    """The arrays that are assumed to be symmetric."""
    return frozenset(
        a.left.variable for a in system.assumptions if isinstance(a.left, Var) and is_symmetry(a.left, a.right)
    )


def is_symmetry(left: Var, body: Expr) -> bool:
    """Is the body the same entry, or minus it, with its letters in another order?"""
    if isinstance(body, Mul) and len(body.factors) == 2 and body.factors[0] == MINUS_ONE:
        body = body.factors[1]
    if not isinstance(body, Var) or body.variable != left.variable or body == left:
        return False
    one, two = ([i.letter for i in e.indices] for e in (left, body))
    return None not in one and len(set(one)) == len(one) and set(one) == set(two)

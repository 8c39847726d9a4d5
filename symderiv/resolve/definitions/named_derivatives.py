r"""Names for derivatives that a page sums up before it introduces them.

`\delta^L_j = \frac{\partial C}{\partial a^L_j} \sigma'(z^L_j)` among the results at the top, and further down
`\delta^l_j = \frac{\partial C}{\partial z^l_j}`: the second equation says what the name is, the first one is a claim.
With `:=` the first one says so itself, unless the second does too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import ZERO, Mul, Num, Partial, Var, Variable, free, holds_derivative, variables
from ..statements import Equation
from .definitions_compared import made_of_derivatives


def naming_first(equations: Sequence[Equation]) -> list[Equation]:
    """The equations, those that call a derivative by a name before others with that name on the left."""
    naming = [e for e in equations if _is_naming(e)]
    named = {e.left.variable for e in naming if e.left is not None}
    outright = {e.left.variable for e in naming if e.left is not None and e.relations[0] == ":="}
    known = outright | (
        named - {e.left.variable for e in equations if e.left is not None and e.relations[:1] == (":=",)}
    )
    late = [e for e in equations if e.left is not None and e.left.variable in known and _is_result(e)]
    return [e for e in equations if e not in late] + late if late else list(equations)


def _is_result(e: Equation) -> bool:
    """Does it give a name by derivatives, or by its other entries, but call none by it?"""
    body = e.members[1]
    if _is_naming(e) or isinstance(body, ReadError) or e.left is None:
        return False
    return holds_derivative(body) or e.left.variable in variables(body)


def _is_naming(e: Equation) -> bool:
    r"""Is it `\delta_j = -\partial C / \partial z_j`, a scalar by an entry with the letters of the name?"""
    body = e.members[1]
    if e.left is None or isinstance(body, ReadError):
        return False
    factors = [x for x in (body.factors if isinstance(body, Mul) else (body,)) if not isinstance(x, Num)]
    if len(factors) != 1 or not isinstance(body := factors[0], Partial):
        return False
    scalar = isinstance(body.of, Var) and not body.of.indices
    return scalar and bool(e.left.indices) and free(e.left) == free(body.wrt)


def claims_number(
    e: Equation, found: Iterable[RawDefinition], of: Callable[[Variable], Iterable[RawDefinition]]
) -> bool:
    """Does it claim a number of the diagonal of what is a name for derivatives, `H_{kk} = 2`? A 0 in a sentence may be
    agreed upon: `we do not train the diagonal, $g_{ii} = 0$`."""
    agreed = e.stated.inline and e.members[1] == ZERO
    return not agreed and any(holds_derivative(d.body) or made_of_derivatives(d, of) for d in found)

r"""Lines that are wrong with `\delta_{nk}` as Kronecker's, where it may be an error that the page does not define.

In `\partial E/\partial w_{kj} = \sum_n \delta_{nk} x_{nj}` nothing else of the line is computed: a Kronecker delta
would leave no more than data of the gradient of an objective, and that is seldom meant.
"""

from __future__ import annotations

from ...expr import Bracket, Expr, Mul, Partial, Sum, Var
from ...step import Judgement, Verdict
from ...system import System
from ..link import Link

ERROR = r"with `\delta` for Kronecker's it is wrong, but it may be an error that the page does not define"


def unless_error_undefined(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong line by which a derivative of a number is such a delta, or one times data."""
    if verdict.judgement is not Judgement.WRONG or verdict.counterexample is None:
        return verdict
    for one, other in ((link.left, link.right), (link.right, link.left)):
        if (
            isinstance(one, Partial)
            and isinstance(one.of, Var)
            and not one.of.indices
            and _is_error(other, link.system)
        ):
            return Verdict(Judgement.UNPROVED, detail=ERROR)
    return verdict


def _is_error(e: Expr, system: System) -> bool:
    """Is it a delta, or the product of one with data, behind its sums?"""
    while isinstance(e, Sum):
        e = e.body
    factors = e.factors if isinstance(e, Mul) else (e,)
    deltas = [f for f in factors if isinstance(f, Bracket) and f.delta]
    data = [f for f in factors if isinstance(f, Var) and all(p.body is None for p in system.of(f.variable))]
    return len(deltas) == 1 and len(deltas) + len(data) == len(factors)

r"""RULES: every rule that a step of a derivation may name, one named function a law, the law in its docstring.

A rule is given what stood before and where (`At`) and reproduces what follows, or says None: then the law needs more
than the expression itself (claims proved before), and `replay` asks the prover for the equality instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ..calculus.letters import Letters
from ..calculus.local import Wrt, piece_of, wrt_of
from ..domain import TRUE, Domain, is_empty
from ..errors import DerivationError
from ..expr import Expr, Labelled, Partial, Var, replace
from ..step import Claim, Derivation
from ..system import System
from . import laws
from .chain import Expansion, chain_rule
from .cut import cut
from .laws import Setting, Sites


@dataclass(frozen=True)
class At:
    """Where a rule is applied: the network, the ranges and the condition of the claim."""

    system: System
    engine: Expansion
    domain: Domain
    where: Domain

    def setting(self, e: Expr) -> Setting | None:
        """The setting for rewriting a derivative; None for anything else."""
        wrt = self.wrt(e)
        if wrt is None or not isinstance(e, Partial):
            return None
        value = e.of if isinstance(e.of, Var) else None
        return Setting(self.engine.flow, Letters(self.system), wrt, self.domain, value)

    def wrt(self, e: Expr) -> Wrt | None:
        """What a derivative is by."""
        if not isinstance(e, Partial) or e.direct:
            return None
        try:
            return wrt_of(self.engine.flow, e.wrt, piece_of(self.engine.flow, e.wrt))
        except DerivationError:
            return None


Rule: TypeAlias = Callable[[At, Expr], Expr | None]


def by_definition(at: At, e: Expr) -> Expr | None:
    r"""`\partial y/\partial w = \partial (\text{definition of } y)/\partial w`."""
    s = at.setting(e)
    if s is None or not isinstance(e, Partial) or not isinstance(e.of, Var):
        return None
    pieces = [p for p in at.engine.flow.bodies() if p.variable == e.of.variable]
    fitting = [p for p in pieces if not is_empty(p.at(e.of.indices)[0] & at.domain, at.engine.flow.known)]
    return laws.definition(s, e, fitting[0]).right if len(fitting) == 1 else None


def by_independence(at: At, e: Expr) -> Expr | None:
    r"""`\partial (a + b)/\partial w = \partial a/\partial w` where b does not depend on w."""
    s = at.setting(e)
    found = laws.independence(s, e) if s is not None and isinstance(e, Partial) else None
    return found.right if found is not None else _value(at, e)


def by_delta_collapse(at: At, e: Expr) -> Expr | None:
    r"""`\partial (\sum_h a_h)/\partial w = \partial a_i/\partial w` where for h != i nothing in a_h depends on w."""
    s = at.setting(e)
    if s is None or not isinstance(e, Partial):
        return None
    found = laws.delta_collapse(s, e) or laws.under_one_condition(Sites(s, e))
    return found.right if found is not None else None


def by_product_rule(at: At, e: Expr) -> Expr | None:
    r"""`\partial (a b)/\partial w = (\partial a/\partial w) b + (\partial b/\partial w) a`."""
    s = at.setting(e)
    if s is None or not isinstance(e, Partial):
        return None
    found = laws.product_rule(s, e, Sites(s, e), at.where)
    return found.right if found is not None else None


def by_linearity(at: At, e: Expr) -> Expr | None:
    r"""`\partial (c x)/\partial w = c \, \partial x/\partial w`, and `\partial w/\partial w = 1`."""
    return _value(at, e)


def by_quotient_rule(at: At, e: Expr) -> Expr | None:
    r"""`\partial (a/b)/\partial w = (\partial a/\partial w)/b - (a/b) (\partial b/\partial w)/b`."""
    return _value(at, e)


def by_elementwise_derivative(at: At, e: Expr) -> Expr | None:
    r"""`\partial f(x)/\partial x = f'(x)`, expressed through the value where that is customary."""
    return _value(at, e)


def by_chain_rule(at: At, e: Expr) -> Expr | None:
    r"""`\partial E/\partial w = \sum_k (\partial E/\partial c_k) (\partial c_k/\partial w)` over a cut c.

    The cut is crossed exactly once by every path from w to E. For a function of one entry, `o = f(x)`, x is the cut.
    """
    wrt = at.wrt(e)
    if wrt is None or not isinstance(e, Partial) or e.of != Var(at.engine.objective):
        return None
    crossing = cut(at.engine.flow, wrt.entry.variable, at.engine.objective)
    if not crossing.variables:
        return None
    return chain_rule(at.engine, wrt, at.engine.branches(crossing, wrt), crossing.direct)


def by_naive_chain_rule(at: At, e: Expr) -> Expr | None:
    r"""`\partial E/\partial w = (\partial E/\partial c_j) (\partial c_j/\partial w)`: wrong where other paths exist."""
    return None


def by_tie(at: At, e: Expr) -> Expr | None:
    """The derivative by a member of a class of tied weights is the one by the weight that they all are."""
    return None


def by_substitution(at: At, e: Expr) -> Expr | None:
    """What has been derived is put in, and cases are merged into one sum and the single term."""
    return None


def by_collecting(at: At, e: Expr) -> Expr | None:
    r"""Terms are added up and factors cancelled, and what is assumed of sums is used: `\sum_k t_k = 1`."""
    return None


def by_adjoint(at: At, e: Expr) -> Expr | None:
    """An adjoint is the sum, over the occurrences of its entry, of the user's adjoint times the local derivative."""
    return None


def by_equality(at: At, e: Expr) -> Expr | None:
    """Two formulas agree for all sizes: the same sums of terms over the same index domains."""
    return None


RULES: dict[str, Rule] = {
    "chain rule": by_chain_rule,
    "naive chain rule": by_naive_chain_rule,
    "definition": by_definition,
    "linearity": by_linearity,
    "independence": by_independence,
    "product rule": by_product_rule,
    "quotient rule": by_quotient_rule,
    "delta collapse": by_delta_collapse,
    "elementwise derivative": by_elementwise_derivative,
    "tie": by_tie,
    "substitution": by_substitution,
    "collect": by_collecting,
    "adjoint": by_adjoint,
    "equal": by_equality,
}
"""Every rule by the name that steps use."""


def _value(at: At, e: Expr) -> Expr | None:
    s = at.setting(e)
    if s is None or not isinstance(e, Partial):
        return None
    return laws.value_put_in(Sites(s, e), at.where).right


def at_claim(derivation: Derivation, claim: Claim) -> At | None:
    """Where the steps of a claim are taken; None without an objective."""
    system = derivation.system
    if system.objective is None:
        return None
    where = Domain(claim.where) if claim.where else TRUE
    return At(system, Expansion(system, system.objective), claim.domain, where)


def unlabelled(e: Expr) -> Expr:
    """Without underbraces."""
    return replace(e, lambda x: x.body if isinstance(x, Labelled) else None)

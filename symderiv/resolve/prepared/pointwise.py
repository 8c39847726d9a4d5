r"""Equations of functions without an argument: `\sigma' = \sigma(1 - \sigma)`, `\tanh' = 1 - \tanh^2`.

Where a primed function is the left side and nothing but that function and numbers stands in an equation, it is one of
values, and `\sigma(1 - \sigma)` is a product.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import FUNCTIONS
from ..calls import FUNCTION_LETTERS, GREEK_FUNCTIONS
from ..located import Located, with_statements

ARGUMENT = t.Name(r"\xi")


def with_functions_applied(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with such equations about `\sigma(\xi)`."""
    return with_statements(located, lambda s: replace(s, chain=_chain(s.chain)) if _is_pointwise(s.chain) else s)


def _is_pointwise(chain: Chain) -> bool:
    left = chain.members[0]
    if not isinstance(left, t.Name) or left.primes != 1 or left.scripts or set(chain.relations) != {"="}:
        return False
    if not (left.base in FUNCTION_LETTERS or left.base in GREEK_FUNCTIONS or left.base in FUNCTIONS):
        return False
    return all(_only(m, left) for m in chain.members)


def _only(x: Node, left: t.Name) -> bool:
    """Is it made of one function and numbers?"""
    if isinstance(x, t.Name):
        powers = [s for s in x.scripts if not (s.above and not s.bracket and isinstance(s.entries[0], t.Number))]
        return (x.base, x.font) == (left.base, left.font) and not powers
    if isinstance(x, t.Terms):
        return all(_only(term.body, left) for term in x.terms)
    if isinstance(x, t.Product):
        return all(_only(f.body, left) for f in x.factors)
    if isinstance(x, t.Group):
        return len(x.items) == 1 and _only(x.items[0], left)
    if isinstance(x, t.Scripted):
        return not x.primes and _only(x.base, left)
    return isinstance(x, t.Number)


def _chain(chain: Chain) -> Chain:
    return replace(chain, members=tuple(map(_applied, chain.members)))


def _applied(x: Node) -> Node:
    if isinstance(x, t.Name):
        value = _value(x)
        return t.Scripted(t.Group("(", (value,), ")", (), x.span), x.scripts, 0, x.span) if x.scripts else value
    if isinstance(x, t.Terms):
        return replace(x, terms=tuple(replace(term, body=_applied(term.body)) for term in x.terms))
    if isinstance(x, t.Product):
        return replace(x, factors=tuple(replace(f, body=_factor(f.body), joined=False) for f in x.factors))
    if isinstance(x, t.Group):
        return replace(x, items=(_applied(x.items[0]),))
    if isinstance(x, t.Scripted):
        return replace(x, base=_factor(x.base))
    return x


def _factor(x: Node) -> Node:
    found = _applied(x)
    return t.Group("(", (found,), ")", (), x.span) if isinstance(x, t.Name) and not x.scripts else found


def _value(x: t.Name) -> Node:
    if x.base in FUNCTIONS:
        return t.Call(x.base, (ARGUMENT,), (), x.primes, span=x.span)
    argument = t.Group("(", (ARGUMENT,), ")", (), x.span)
    return t.Product((t.Factor("", replace(x, scripts=())), t.Factor("", argument, True)), x.span)

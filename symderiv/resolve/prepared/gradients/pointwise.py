r"""Equations of functions without an argument: `\sigma' = \sigma(1 - \sigma)`, `\frac{df}{dx} = f(1 - f)`.

Where the derivative of a function is the left side and nothing but that function and numbers stands in an equation, it
is one of values, and `\sigma(1 - \sigma)` is a product.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Node, Statement
from ....notation import FUNCTIONS
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS

ARGUMENT = t.Name(r"\xi")


def with_functions_applied(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with such equations about `\sigma(\xi)`, or about the argument by which they differentiate."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    defined = {name.base for c in chains if (name := _applied_to_letter(c.members[0])) is not None}

    def changed(s: Statement) -> Statement:
        found = _pointwise(s.chain, defined) or _by_argument(s.chain, defined)
        return s if found is None else replace(s, chain=_chain(s.chain, found[1]))

    return with_statements(located, changed)


def _pointwise(chain: Chain, defined: set[str]) -> tuple[t.Name, t.Name] | None:
    r"""The function of `\sigma' = \sigma(1 - \sigma)`, and a letter for what it is applied to.

    It is one by its letter, or because the page defines it (`s(x) = ..`).
    """
    left = chain.members[0]
    if not isinstance(left, t.Name) or left.primes != 1 or left.scripts or set(chain.relations) != {"="}:
        return None
    if not any(left.base in known for known in (FUNCTION_LETTERS, GREEK_FUNCTIONS, FUNCTIONS, defined)):
        return None
    return (left, ARGUMENT) if all(_only(m, left) for m in chain.members) else None


def _by_argument(chain: Chain, defined: set[str]) -> tuple[t.Name, t.Name] | None:
    r"""The function and the argument of `\frac{df}{dx} = f(1 - f)` and `f'(x) = 1 - f^2`, where the page defines f."""
    left, others = chain.members[0], chain.members[1:]
    if not others or set(chain.relations) != {"="}:
        return None
    name: Node | None = None
    argument: Node | None = None
    if isinstance(left, t.Derivative) and len(left.wrt) == 1 and left.order == left.wrt[0].order == 1:
        name, argument = left.of, left.wrt[0].body
    elif isinstance(left, t.Product) and (applied := _applied_to_letter(left, primes=1)) is not None:
        group = left.factors[1].body
        name, argument = replace(applied, primes=0), group.items[0] if isinstance(group, t.Group) else None
    if not isinstance(name, t.Name) or not isinstance(argument, t.Name) or name.scripts or argument.scripts:
        return None
    bare = name.base in defined and not name.primes and all(_only(m, name) for m in others)
    return (name, argument) if bare and any(_holds(m, name) for m in others) else None


def _applied_to_letter(x: Node, primes: int = 0) -> t.Name | None:
    """The name in `f(x)` with a letter x."""
    if not isinstance(x, t.Product) or len(x.factors) != 2 or not x.factors[1].joined:
        return None
    name, group = x.factors[0].body, x.factors[1].body
    letter = isinstance(group, t.Group) and len(group.items) == 1 and isinstance(group.items[0], t.Name)
    plain = isinstance(name, t.Name) and not name.scripts and name.primes == primes
    return name if letter and plain and isinstance(name, t.Name) else None


def _holds(x: Node, name: t.Name) -> bool:
    return any(isinstance(y, t.Name) and y.base == name.base for y in t.walk(x))


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


def _chain(chain: Chain, argument: t.Name) -> Chain:
    return replace(chain, members=tuple(_applied(m, argument) for m in chain.members))


def _applied(x: Node, argument: t.Name) -> Node:
    if isinstance(x, t.Name):
        value = _value(x, argument)
        return t.Scripted(t.Group("(", (value,), ")", (), x.span), x.scripts, 0, x.span) if x.scripts else value
    if isinstance(x, t.Derivative):
        return x if x.of is None else replace(x, of=_applied(x.of, argument))
    if isinstance(x, t.Terms):
        return replace(x, terms=tuple(replace(term, body=_applied(term.body, argument)) for term in x.terms))
    if _applied_to_letter(x, primes=1) is not None:
        return x
    if isinstance(x, t.Product):
        factors = (replace(f, body=_factor(f.body, argument), joined=False) for f in x.factors)
        return replace(x, factors=tuple(factors))
    if isinstance(x, t.Group):
        return replace(x, items=(_applied(x.items[0], argument),))
    if isinstance(x, t.Scripted):
        return replace(x, base=_factor(x.base, argument))
    return x


def _factor(x: Node, argument: t.Name) -> Node:
    found = _applied(x, argument)
    return t.Group("(", (found,), ")", (), x.span) if isinstance(x, t.Name) and not x.scripts else found


def _value(x: t.Name, argument: t.Name) -> Node:
    argument = replace(argument, span=x.span)
    if x.base in FUNCTIONS:
        return t.Call(x.base, (argument,), (), x.primes, span=x.span)
    group = t.Group("(", (argument,), ")", (), x.span)
    return t.Product((t.Factor("", replace(x, scripts=())), t.Factor("", group, True)), x.span)

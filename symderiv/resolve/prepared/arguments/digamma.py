r"""The digamma function, `\psi(x) = \frac{d}{dx} \log \Gamma(x)`, or so called in words: it is `\Gamma' / \Gamma`.

Of the gamma function itself nothing is used but that it is a function.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Call, Chain, Derivative, Factor, Fraction, Group, Name, Node, Product, Term, Terms
from ....latex.walking import rebuilt
from ....notation import LOGARITHMS
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ..applied import with_values_for

GAMMA, PSI = r"\Gamma", r"\psi"
PSIS = (PSI, r"\Psi", r"\digamma")
"""How it is spelled."""
CALLED = lazily(r"\bdigamma\b", re.I)


@some(Name)
def _has_gamma(x: Name) -> bool:
    return x.base == GAMMA


@where(_has_gamma)
def with_digamma(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with quotients of the gamma function and its derivatives."""
    located = _spelled_alike(located)
    formulas = read_of(located)
    names = {x.base for f in formulas for x in t.of_kind(f, Name)}
    chains = [s.chain for f in formulas for s in f.statements]
    told = any(CALLED.search(f"{d.before} {d.after}") for d, _ in located) and not any(map(_is_left, chains))
    if not {GAMMA, PSI} <= names or not (told or any(map(_defines, chains))):
        return list(located)

    def value(name: Name, group: Group) -> Node | None:
        known = name.base == PSI and not name.scripts and name.primes < 2
        return _quotient(name, rebuilt(group, change)) if known else None

    def change(x: Any) -> Node | None:
        if isinstance(x, Chain) and _defines(x):
            return replace(x, members=x.members[:1], relations=(), relation_spans=())
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change))


def _spelled_alike(located: Sequence[Located]) -> Sequence[Located]:
    r"""The formulas with `\psi` for another spelling, where the page has only that."""
    names = {x.base for f in read_of(located) for x in t.of_kind(f, Name)}
    met = [x for x in PSIS if x in names]
    if GAMMA not in names or len(met) != 1 or met[0] == PSI:
        return located

    def change(x: Any) -> Node | None:
        return replace(x, base=PSI) if isinstance(x, Name) and x.base == met[0] else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_left(c: Chain) -> bool:
    """Does something define the function?"""
    left = c.members[0]
    named = isinstance(left, Product) and isinstance(left.factors[0].body, Name) and left.factors[0].body.base == PSI
    return bool(c.relations) and named and isinstance(left, Product) and not _primed(left)


def _primed(x: Product) -> bool:
    first = x.factors[0].body
    return isinstance(first, Name) and bool(first.primes)


def _defines(c: Chain) -> bool:
    r"""Is it `\psi(x) = \frac{d}{dx} \log \Gamma(x)`?"""
    if not _is_left(c) or len(c.members) != 2 or not isinstance(c.members[1], Derivative):
        return False
    right = c.members[1]
    of = right.of
    if not isinstance(of, Call) or of.function not in LOGARITHMS or len(right.wrt) != 1 or right.order != 1:
        return False
    left, inner = c.members[0], of.args[0] if len(of.args) == 1 else None
    if not isinstance(left, Product) or not isinstance(inner, Product) or len(left.factors) != 2:
        return False
    group, called = left.factors[1].body, inner.factors[0].body
    gamma = isinstance(called, Name) and called.base == GAMMA and len(inner.factors) == 2
    return gamma and inner.factors[1].body == group and isinstance(group, Group) and group.items == (right.wrt[0].body,)


def _quotient(psi: Name, argument: Group) -> Group:
    r"""`\psi(x)` or `\psi'(x)` by the gamma function."""

    def gamma(primes: int) -> Product:
        return Product((Factor("", Name(GAMMA, primes=primes, span=psi.span)), Factor("", argument, True)), psi.span)

    def times(a: Product, b: Product) -> Product:
        return Product((*a.factors, *b.factors), psi.span)

    found: Node = Fraction(gamma(1), gamma(0), span=psi.span)
    if psi.primes:
        minus = Term("-", times(gamma(1), gamma(1)), psi.span)
        top = Terms((Term("", times(gamma(2), gamma(0)), psi.span), minus), psi.span)
        found = Fraction(top, times(gamma(0), gamma(0)), span=psi.span)
    return Group("(", (found,), ")", (), psi.span)

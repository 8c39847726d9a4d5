r"""A sign before a name for the derivative by it: `\delta h^t = \partial E / \partial h^t` explains `\delta o^t`, too.

So does `dy_i = \partial L / \partial y_i` for `dx_i`. Where a page says so of one name, and nothing else of another,
the sign means the same before every name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex.tree import Chain, Derivative, Factor, Group, Name, Node, Product, Statement, Wrt, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements

SIGNS = {r"\delta": ("",), "d": ("", "mathrm")}
"""The signs, with the fonts in which they are set."""


def _may_sign(s: Statement) -> bool:
    return any(signed(s.chain.members[0], sign) is not None for sign in SIGNS)


@where(_may_sign)
def with_deltas_written_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with derivatives for such signs."""
    found = list(located)
    for sign in SIGNS:
        found = _written_out(found, sign)
    return found


def _written_out(located: list[Located], sign: str) -> list[Located]:
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = {of for c in chains if (name := signed(c.members[0], sign)) is not None for of in _explained(name, c)}
    (of,) = told if len(told) == 1 else (None,)
    return located if of is None else with_sign_meant(located, sign, of)


def with_sign_meant(located: list[Located], sign: str, of: Node) -> list[Located]:
    """The formulas with derivatives of `of` in the place of the sign and a name, unless the sign is a value, too."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    alone = [c for c in chains if any(_is_sign(m, sign) for m in c.members)]
    if any(c.relations for c in alone) or (alone and not _is_only_sign(chains, sign)):
        return located

    lefts = {m.base for c in chains if isinstance(m := c.members[0], Name)}
    named = {base for base in lefts if any(_explains(base, c, sign) for c in chains)}

    def change(x: Any) -> Node | None:
        if isinstance(x, Name) and x.base not in named and (name := _within(x, sign)) is not None:
            return Derivative(of, (Wrt(name),), span=x.span)
        if not isinstance(x, Product) or not any(_is_sign(f.body, sign) for f in x.factors):
            return None
        factors = _merged(x.factors, of, sign)
        if len(factors) == len(x.factors):
            return None
        factors = tuple(Factor(f.operator, rebuilt(f.body, change), f.joined) for f in factors)
        return factors[0].body if len(factors) == 1 else Product(factors, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_only_sign(chains: Sequence[Chain], sign: str) -> bool:
    """Does what a sentence names by itself stand nowhere but before names, in lines that begin with such a name?"""
    for c in (c for c in chains if c.relations):
        signs = [x for x in of_kind(c, Name) if _is_sign(x, sign)]
        before = [f.body for p in of_kind(c, Product) for f, g in pairwise(p.factors) if isinstance(g.body, Name)]
        led = signed(c.members[0], sign) is not None
        if signs and not (led and all(any(x is y for y in before) for x in signs)):
            return False
    return True


def _merged(factors: Sequence[Factor], of: Node, sign: str) -> tuple[Factor, ...]:
    found: list[Factor] = []
    at = 0
    while at < len(factors):
        one, two = factors[at], factors[at + 1] if at + 1 < len(factors) else None
        if _is_sign(one.body, sign) and two is not None and isinstance(two.body, Name) and not two.operator:
            span = (one.body.span[0], two.body.span[1])
            found.append(Factor(one.operator, Derivative(of, (Wrt(two.body),), span=span)))
            at += 2
        else:
            # nothing is applied to a derivative: `\delta a^t (x^t)^T` is a product
            joined = one.joined and not isinstance(found[-1].body, Derivative)
            found.append(Factor(one.operator, one.body, joined))
            at += 1
    return tuple(found)


def _is_sign(x: Node, sign: str) -> bool:
    """Whether it is the sign alone; where it is the whole of a member, it is a name."""
    plain = isinstance(x, Name) and x.base == sign and not (x.scripts or x.accents or x.primes)
    return plain and isinstance(x, Name) and x.font in SIGNS[sign]


def _within(x: Name, sign: str) -> Name | None:
    """The y of the one name `dy_i`."""
    if len(x.base) != 2 or x.base[0] != sign or x.accents or x.font not in SIGNS[sign] or x.primes:
        return None
    return replace(x, base=x.base[1:], font="")


def signed(x: Node, sign: str) -> Name | None:
    r"""The name of `\delta h^t`."""
    if isinstance(x, Name):
        return _within(x, sign)
    if not isinstance(x, Product) or len(x.factors) != 2 or x.factors[1].operator or x.factors[1].joined:
        return None
    name = x.factors[1].body
    return name if _is_sign(x.factors[0].body, sign) and isinstance(name, Name) else None


def _explains(base: str, chain: Chain, sign: str) -> bool:
    """Does an equation explain such a name in one piece? Then it is one, and stands for the derivative anyway."""
    left = chain.members[0]
    name = signed(left, sign) if isinstance(left, Name) and left.base == base else None
    return name is not None and any(True for _ in _explained(name, chain))


def _explained(name: Name, chain: Chain) -> Iterator[Node | None]:
    """What is differentiated by the name, where the next member is a derivative; None if it is one by another name."""
    right = chain.members[1] if len(chain.members) > 1 and chain.relations[0] in ("=", ":=", r"\equiv") else None
    if isinstance(right, Group) and len(right.items) == 1 and right.close:
        right = right.items[0]  # `\delta h_t = (\partial E/\partial h_t)`
    if isinstance(right, Derivative) and right.of is not None and right.order == 1 and not right.direct:
        yield right.of if right.wrt == (Wrt(name),) else None

r"""A sign before a name for the derivative by it: `\delta h^t = \partial E / \partial h^t` explains `\delta o^t`, too.

Where a page says so of one name, and nothing else of another, the sign means the same before every name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...latex.tree import Chain, Derivative, Factor, Name, Node, Product, Wrt
from ...latex.walking import rebuilt
from ..located import Located, read_of, with_statements

SIGN = r"\delta"


def with_deltas_written_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with derivatives for such signs."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = {of for c in chains if (name := _signed(c.members[0])) is not None for of in _explained(name, c)}
    (of,) = told if len(told) == 1 else (None,)
    if of is None or any(_is_sign(m) for c in chains for m in c.members):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product) or not any(_is_sign(f.body) for f in x.factors):
            return None
        factors = _merged(x.factors, of)
        if len(factors) == len(x.factors):
            return None
        factors = tuple(Factor(f.operator, rebuilt(f.body, change), f.joined) for f in factors)
        return factors[0].body if len(factors) == 1 else Product(factors, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _merged(factors: Sequence[Factor], of: Node) -> tuple[Factor, ...]:
    found: list[Factor] = []
    at = 0
    while at < len(factors):
        one, two = factors[at], factors[at + 1] if at + 1 < len(factors) else None
        if _is_sign(one.body) and two is not None and isinstance(two.body, Name) and not two.operator:
            span = (one.body.span[0], two.body.span[1])
            found.append(Factor(one.operator, Derivative(of, (Wrt(two.body),), span=span)))
            at += 2
        else:
            # nothing is applied to a derivative: `\delta a^t (x^t)^T` is a product
            joined = one.joined and not isinstance(found[-1].body, Derivative)
            found.append(Factor(one.operator, one.body, joined))
            at += 1
    return tuple(found)


def _is_sign(x: Node) -> bool:
    """Whether it is the sign alone; where it is the whole of a member, it is a name."""
    return isinstance(x, Name) and x.base == SIGN and not (x.scripts or x.accents or x.font or x.primes)


def _signed(x: Node) -> Name | None:
    r"""The name of `\delta h^t`."""
    if not isinstance(x, Product) or len(x.factors) != 2 or x.factors[1].operator or x.factors[1].joined:
        return None
    name = x.factors[1].body
    return name if _is_sign(x.factors[0].body) and isinstance(name, Name) else None


def _explained(name: Name, chain: Chain) -> Iterator[Node | None]:
    """What is differentiated by the name, where the next member is a derivative; None if it is one by another name."""
    right = chain.members[1] if len(chain.members) > 1 and chain.relations[0] in ("=", ":=") else None
    if isinstance(right, Derivative) and right.of is not None and right.order == 1 and not right.direct:
        yield right.of if right.wrt == (Wrt(name),) else None

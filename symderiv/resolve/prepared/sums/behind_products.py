r"""A factor without the letter behind a product sign, the u of `\prod_{\tau=t}^{T-1} \sigma'(z_{\tau+1}) u`.

No rule says whether it is multiplied each time, and a definition that has one is not read. A line about derivatives is
read with it inside, and once more with it behind the product: it is right or wrong if it is so both times. But where
the line goes on with the power, `= u^{T-t} \prod_{\tau=t}^{T-1} \sigma'(z_{\tau+1})`, or comes from a product of
derivatives over the same letter, `\prod_{\tau=t}^{T-1} \frac{\partial h_{\tau+1}}{\partial h_\tau} = ..`, with the
same factors in front, it says that it is inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Derivative, Factor, Group, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ...asked import remembered, where
from ...integers.unequal import letters_under, stands_unbound
from ...located import Located, with_statements


class Multiplied(Enum):
    """What product signs multiply."""

    TYPED = "typed"  # what must end with a factor that has the letter
    ALL = "all"  # everything up to the next sign
    LETTERED = "lettered"  # what has the letter


@remembered
def _has_any(s: Statement) -> bool:
    signs = (x for m in s.chain.members for x in t.of_kind(m, BigSum) if x.operator == r"\prod")
    return any(_behind(x) is not None for x in signs) and bool(t.of_kind(s.chain.members[0], Derivative))


@where(_has_any)
def with_factors_behind_products(located: Sequence[Located], choice: Multiplied) -> list[Located]:
    r"""The formulas with such factors in the parentheses of what is multiplied, or behind the product.

    >>> from symderiv.document import parse_document, read_formulas
    >>> located = read_formulas(parse_document(r"$$ \frac{\partial L}{\partial s_t} = \prod_{k=t}^{T} a_k u $$"))
    >>> for choice in (Multiplied.ALL, Multiplied.LETTERED):
    ...     found = with_factors_behind_products(located, choice)[0][1].statements[0].chain.members[1]
    ...     print(type(found).__name__, [type(x.body).__name__ for x in t.of_kind(found, BigSum)])
    BigSum ['Group']
    Product ['Name']
    """
    if choice is Multiplied.TYPED:
        return list(located)
    return with_statements(located, lambda s: _changed(s, choice) if _has_any(s) else s)


def _changed(s: Statement, choice: Multiplied) -> Statement:
    members = s.chain.members

    def member(n: int) -> Node:
        beside = (*members[max(n - 1, 0) : n], *members[n + 1 : n + 2])

        def change(x: object) -> Node | None:
            last = _behind(x) if isinstance(x, BigSum) else None
            if last is None or not isinstance(x, BigSum) or not isinstance(x.body, Product):
                return None
            if choice is Multiplied.ALL or any(_says_inside(x, last.body, members[n], y) for y in beside):
                return replace(x, body=Group("(", (x.body,), ")", span=x.body.span))
            kept = x.body.factors[:-1]
            body = kept[0].body if len(kept) == 1 else replace(x.body, factors=kept)
            return Product((Factor("", replace(x, body=body)), last), x.span)

        changed: Node = rebuilt(members[n], change)
        return changed

    return replace(s, chain=replace(s.chain, members=tuple(map(member, range(len(members))))))


def _behind(x: BigSum) -> Factor | None:
    """The last factor, if neither it nor what it belongs to has a letter of the product, and the one before it has."""
    if x.operator != r"\prod" or not isinstance(x.body, Product):
        return None
    before, last = x.body.factors[-2:]
    plain = isinstance(last.body, Name) and not last.joined and last.operator in ("", r"\cdot", r"\times")
    letters = letters_under(x)
    has = [any(stands_unbound(letter, y.body) for letter in letters) for y in (before, last)]
    return last if plain and has == [True, False] else None


def _says_inside(x: BigSum, factor: Node, own: Node, beside: Node) -> bool:
    """Does the member beside the one with a product say that the factor is multiplied each time?"""
    signs = [y for y in t.of_kind(beside, BigSum) if y.operator == r"\prod" and letters_under(y) == letters_under(x)]
    if any(_is_power(y, factor, {*_ends(x)}) for y in t.of_kind(beside, Name)):
        return bool(signs)
    same = (y for y in signs if (y.below, y.above) == (x.below, x.above) and isinstance(y.body, Derivative))
    return any(_others(beside, y) == _others(own, x) is not None for y in same)


def _others(member: Node, sign: BigSum) -> tuple[Node, ...] | None:
    """The factors of a member beside a product in it; None where it stands elsewhere."""
    if member == sign:
        return ()
    if not isinstance(member, Product) or any(f.operator == "/" for f in member.factors):
        return None
    kept = tuple(f.body for f in member.factors if f.body != sign)
    return kept if len(kept) < len(member.factors) else None


def _is_power(x: Name, factor: Node, ends: set[str]) -> bool:
    """Is it the factor with an exponent in which all letters of the ends stand?"""
    above = [s for s in x.scripts if s.above and not s.bracket]
    base = replace(x, scripts=tuple(s for s in x.scripts if not s.above))
    found = {y.base for s in above for e in s.entries for y in t.of_kind(e, Name)}
    return len(above) == 1 and base == factor and bool(ends) and ends <= found


def _ends(x: BigSum) -> Iterator[str]:
    """The letters of the ends of a product."""
    ends = [m for c in x.below if isinstance(c, Chain) for m in c.members[1:]]
    yield from (y.base for e in (*ends, *([x.above] if x.above is not None else [])) for y in t.of_kind(e, Name))

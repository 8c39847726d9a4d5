r"""The rule of products for differentials: `d(Q K^T)` is `dQ \, K^T + Q \, dK^T`.

It is typed out term by term, each with a d before one factor. What is no sum or product of names and transposes is left
as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex.tree import Factor, Group, Name, Node, Number, Product, Scripted, Term, Terms
from ....latex.walking import rebuilt
from ...located import Located, with_statements
from ...spelled.scripts import transposes

LINEAR = frozenset(["", r"\cdot", r"\odot", r"\circ", r"\times"])
"""Signs of products that are linear in each factor."""


def with_products_parted(located: Sequence[Located]) -> list[Located]:
    """The formulas with the rule applied to each d before a product or a sum in parentheses.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$S = d(Q K^T)$ $S = dQ K^T + Q dK^T$"))
    >>> one, two = [f.statements[0].chain.members[1] for _, f in with_products_parted(page)]
    >>> [len(x.terms) for x in (one.items[0], two)]
    [2, 2]
    """
    return with_statements(located, lambda s: rebuilt(s, _parted))


def _parted(x: Any) -> Node | None:
    """A product in which a d stands before parentheses."""
    if not isinstance(x, Product):
        return None
    for n, (sign, group) in enumerate(pairwise(x.factors)):
        terms = _terms(group.body) if _is_d(sign.body) and not group.operator else None
        if terms:
            total = Group("(", (Terms(tuple(terms), group.body.span),), ")", (), group.body.span)
            factors = (*x.factors[:n], replace(sign, body=total), *x.factors[n + 2 :])
            return total if len(factors) == 1 else rebuilt(replace(x, factors=factors), _parted)
    return None


def _is_d(x: Node) -> bool:
    plain = isinstance(x, Name) and x.base == "d" and not (x.scripts or x.accents or x.primes)
    return plain and isinstance(x, Name) and x.font in ("", "mathrm", "text", "textrm", "operatorname", "rm")


def _terms(x: Node) -> list[Term] | None:
    """The terms of the differential of what stands in parentheses; None where that is not read."""
    inner = x.items[0] if isinstance(x, Group) and x.open in ("(", "[") and len(x.items) == 1 else None
    try:
        return None if inner is None else [*_differentiated(inner)]
    except _UnreadError:
        return None


class _UnreadError(Exception):
    """Something whose differential is not read."""


def _differentiated(x: Node) -> Iterator[Term]:
    """The terms of a differential. Raises `_UnreadError`."""
    if isinstance(x, Number):
        return
    if isinstance(x, Terms):
        for term in x.terms:
            for y in _differentiated(term.body):
                yield replace(y, sign=_times(term.sign, y.sign))
        return
    if isinstance(x, Product):
        yield from _by_factors(x)
        return
    if isinstance(x, Group) and x.open in ("(", "[") and len(x.items) == 1:
        yield from _differentiated(x.items[0])
        return
    if not isinstance(x, Name) or any(s.above and not transposes(s) for s in x.scripts):
        raise _UnreadError
    sign = Name("d", span=x.span)
    yield Term("+", Product((Factor("", sign), Factor("", x)), x.span))


def _by_factors(x: Product) -> Iterator[Term]:
    """The terms of the differential of a product: each has that of one factor."""
    if any(f.joined or f.operator not in LINEAR for f in x.factors):
        raise _UnreadError
    for n, f in enumerate(x.factors):
        for y in _of_factor(f.body):
            body = y.body.factors if isinstance(y.body, Product) else (Factor("", y.body),)
            first, *rest = body
            factors = (*x.factors[:n], replace(first, operator=f.operator), *rest, *x.factors[n + 1 :])
            yield Term(y.sign, Product(factors, x.span))


def _of_factor(x: Node) -> Iterator[Term]:
    """The terms of the differential of a factor, each of which may stand in its place."""
    turned = isinstance(x, Scripted) and not x.primes and all(map(transposes, x.scripts))
    for y in _differentiated(x.base if isinstance(x, Scripted) and turned else x):
        if isinstance(x, Scripted):
            inner = Group("(", (y.body,), ")", (), x.span)
            y = replace(y, body=replace(x, base=inner))
        yield y


def _times(one: str, two: str) -> str:
    """The sign of a product of two signs."""
    return "-" if (one == "-") != (two == "-") else "+"

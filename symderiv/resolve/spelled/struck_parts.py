r"""Parts of a formula that are crossed out: `a + \cancel{\sum_i w_i \frac{\partial x_i}{\partial w_j}} = a`.

An author crosses out terms that are 0 or cancel each other and factors that stand above and below; or what is wrong. So
a line is read with such parts, and without them: a term of a sum is gone, a factor is 1. It is right where both hold.
What is crossed out as a whole, in a script or before a power stays unread, for there is nothing it could leave behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Braced, Fraction, Node, Number, Product, Struck, Term, Terms
from ...latex.walking import rebuilt
from ..asked import where
from ..located import Located, with_statements


def _has_struck(s: t.Statement) -> bool:
    return bool(t.of_kind(s, Struck))


@where(_has_struck)
def with_struck_parts(located: Sequence[Located], gone: bool) -> list[Located]:
    """The formulas with parts that are crossed out as if they were not, or `gone`."""
    return with_statements(located, lambda s: rebuilt(s, lambda x: _changed(x, gone)))


def _changed(x: Any, gone: bool) -> Node | None:
    if isinstance(x, Terms) and any(_inside(term.body, "0") for term in x.terms):
        return _terms(x, gone)
    if isinstance(x, Product) and any(_inside(f.body, "1") for f in x.factors):
        return _product(x, gone)
    if isinstance(x, Fraction):
        parts = [_over(part, gone) for part in (x.numerator, x.denominator)]
        return replace(x, numerator=parts[0], denominator=parts[1]) if parts != [x.numerator, x.denominator] else None
    return None


def _inside(x: Node, left: str) -> Node | None:
    r"""What is crossed out in a place where it leaves a number behind; it may say so itself (`\cancelto{0}{x}`)."""
    if isinstance(x, Braced) and isinstance(x.body, Struck):
        label = x.label.members[-1] if isinstance(x.label, t.Chain) else x.label
        return x.body.body if label is None or label == Number(left) else None
    return x.body if isinstance(x, Struck) else None


def _kept(x: Node, gone: bool) -> Node:
    inner: Node = rebuilt(x, lambda y: _changed(y, gone))
    return inner


def _terms(x: Terms, gone: bool) -> Node | None:
    found: list[Term] = []
    for term in x.terms:
        inside = _inside(term.body, "0")
        if inside is None:
            found.append(replace(term, body=_kept(term.body, gone)))
        elif isinstance(inside, Terms):
            more = _spliced(term, inside)
            if more is None:
                return None
            found += () if gone else more
        elif not gone:
            found.append(replace(term, body=_kept(inside, gone)))
    if not found:
        return Number("0", x.span)
    if len(found) == 1 and found[0].sign in ("", "+"):
        return replace(found[0].body, span=x.span)
    return replace(x, terms=tuple(found))


def _spliced(term: Term, inside: Terms) -> Iterator[Term] | None:
    r"""The terms of `a + \cancel{b - c}`; None of `a - \cancel{b - c}`, whose minus may be one of both."""
    if term.sign not in ("", "+"):
        return None
    first, *others = inside.terms
    return iter((replace(first, sign=first.sign or term.sign), *others))


def _product(x: Product, gone: bool) -> Node | None:
    found: list[t.Factor] = []
    for f in x.factors:
        inside = _inside(f.body, "1")
        if isinstance(inside, Terms):
            return None  # `a \cancel{- b}` is no product
        if inside is None or not gone:
            found.append(replace(f, body=_kept(f.body if inside is None else inside, gone)))
        elif f.operator == "/":
            found.append(replace(f, body=Number("1", f.body.span)))
    if found and not x.factors[0].operator and found[0].operator == "/":
        found.insert(0, t.Factor("", Number("1", x.span)))
    if not found:
        return Number("1", x.span)
    found[0] = replace(found[0], operator="", joined=False)
    return replace(found[0].body, span=x.span) if len(found) == 1 else replace(x, factors=tuple(found))


def _over(x: Node, gone: bool) -> Node:
    inside = _inside(x, "1")
    if inside is None or isinstance(inside, Terms):
        return _kept(x, gone)
    return Number("1", x.span) if gone else _kept(inside, gone)

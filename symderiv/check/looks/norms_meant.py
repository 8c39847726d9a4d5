r"""Norms of which a page does not say whether they hold the entry at 0: `\|w\|^2` beside `w_0 + \sum_{j=1}^D w_j x_j`.

Some penalise the w_0, most do not. Lines that differentiate by it what such a norm is a part of are left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ...affine import Affine, affine
from ...domain import eq, is_empty
from ...domain.constraint import Context, Domain
from ...errors import DomainTooHard
from ...expr import Div, Expr, Mul, Num, Partial, Pow, Sum, Var, Variable, free, of_kind, variables
from ...network.graph import upstream
from ...pattern import lazily
from ...resolve.shapes.declared import BOLD
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ..known.ranges import forms_of_use
from ..link import Link

SQUARED = 2
MEANT = "does the norm of `{}` hold its entry at 0?"
_BAR = r"(?:\\(?:left|big|Big|bigg|Bigg)[lr]?\s*)?(?:\\\||\\[lr]?Vert(?![A-Za-z])|\|\||\|)\s*"
_FONT = r"(?:\\(?:mathbf|boldsymbol|bm|vec|mathrm|bf)\s*)?\{?\s*"
NORM = _BAR + _FONT + r"(?P<letter>NAME)(?![A-Za-z_^])\s*\}?\s*(?:\\right\s*)?" + _BAR.replace("left|", "right|")
DEFINED = r"\s*(?:[_^]\s*\{?\s*2\s*\}?\s*)*(?::?=|\\equiv|\\triangleq)"
_RAISED = r"\^\s*\{?\s*(?:T|\\top|\\intercal|\\mathsf\{T\})"
_TURNED = rf"\s*\}}?\s*{_RAISED}\s*\}}?\s*"
RAISED = lazily(_RAISED)
PRODUCT = _FONT + "NAME" + _TURNED + _FONT + r"NAME(?![A-Za-z_^])"


def may_hold_norm(page: str) -> bool:
    r"""Do bars stand on a page, or a product with what is transposed?

    >>> may_hold_norm(r"$\lVert w \rVert$"), may_hold_norm(r"$w^\top w$"), may_hold_norm("$w_i^2$")
    (True, True, False)
    """
    return "|" in page or "Vert" in page or RAISED.search(page) is not None


def unless_in_norm(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line by an entry at 0 that may be part of a norm."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    for partial in (p for side in (link.left, link.right) for p in of_kind(side, Partial)):
        v = partial.wrt.variable
        letter = BOLD.sub(r"\1", split_key(v.key)[0])
        if _may_be_zero(partial.wrt, link) and _stands_in_norm(letter, link.page) and _adds_from_one(partial, v, link):
            return Verdict(Judgement.UNPROVED, detail=MEANT.format(letter))
    return verdict


def _may_be_zero(entry: Var, link: Link) -> bool:
    """Is one of the indices 0, or may it be, where the network uses such an entry?"""
    places = range(len(entry.indices))
    if not any(affine(0) in forms_of_use(link.system, entry.variable, p)[0] for p in places):
        return False
    known = Context(link.system.context, link.system.size_functions)
    return any(_is_zero(i, link.domain, known) for i in entry.indices)


def _is_zero(i: Affine, domain: Domain, known: Context) -> bool:
    if not i.letters():
        return i == affine(0)
    try:
        return i.letter in domain.letters() and not is_empty(domain & Domain.of(eq(i, 0)), known)
    except DomainTooHard:
        return False


def _stands_in_norm(letter: str, page: str) -> bool:
    """Does a page have a norm of a letter that it does not define?"""
    name = re.escape(letter)
    found = list(re.finditer(NORM.replace("NAME", name), page))
    defined = any(re.match(DEFINED, page[m.end() :]) for m in found)
    return not defined and (bool(found) or re.search(PRODUCT.replace("NAME", name), page) is not None)


def _adds_from_one(partial: Partial, v: Variable, link: Link) -> bool:
    """Is what is differentiated made of a sum of the squares of all entries but that at 0?"""
    below = {y for x in variables(partial.of) for y in (x, *upstream(link.system, x))}
    bodies = [p.body for x in below for p in link.system.of(x) if p.body is not None]
    return any(_is_norm(s, v) for body in bodies for s in of_kind(body, Sum))


def _is_norm(s: Sum, v: Variable) -> bool:
    """Is it `\\sum_{j=1} w_j^2`?"""
    parts: list[Expr] = [x for x in _factors(s.body) if s.letter in free(x)]
    squared = len(parts) == SQUARED and parts[0] == parts[1]
    if len(parts) == 1 and isinstance(parts[0], Pow):
        squared, parts = parts[0].exponent == Num(Fraction(SQUARED)), [parts[0].base]
    entry = parts[0] if parts else None
    return squared and isinstance(entry, Var) and entry.variable == v and s.lowers == (affine(1),)


def _factors(e: Expr) -> Iterator[Expr]:
    if isinstance(e, Mul):
        yield from (x for part in e.factors for x in _factors(part))
    elif isinstance(e, Div):
        yield from _factors(e.numerator)
    else:
        yield e

r"""Data with a letter above and others below that a sum has beside coefficients with that letter, `\sum_k w_k x_n^k`.

It is read as an entry, and may be a power, as it is in a polynomial. A wrong line that is not wrong with the power is
open; so is one with an array that a sentence makes of such entries, `X = (x_n^k)`: nothing says which of the two
letters numbers its rows. With a power there is no end to what stands above: `\sum_n x_n^{i+j}` is the second slope.

Read as a power it may be an entry, where the page also differentiates by the name with that letter, `x_n^i`: nobody
differentiates by a power.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...domain import shadow
from ...expr import Expr, Index, Mul, Partial, Pow, Sum, Var, Variable, of_kind
from ...expr import replace as with_replaced
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Piece, Role, System
from ..cases.assuming import Judge
from ..link import Link
from .numbers_above import DETAIL

_INDEX = r"\{?\s*[a-z]\s*\}?"
WHOLE = lazily(
    rf"([A-Z])\s*\}}?\s*=\s*[(\[]\s*(\\?[A-Za-z]+)\s*_\s*{_INDEX}\s*\^\s*({_INDEX})\s*[)\]]",
)
"""An array of such entries, the letter above typed last."""
BY_ABOVE = lazily(
    r"\\partial\s*(?P<base>\\?[A-Za-z]+)\s*(?:_\s*\{?\s*[a-z]\s*\}?\s*\^\s*\{?\s*(?P<up>[a-z])\s*\}?"
    r"|\^\s*\{?\s*(?P<first>[a-z])\s*\}?\s*_\s*\{?\s*[a-z]\s*\}?)\s*[}=]"
)
"""A derivative by a name with a letter below and one above."""
ABOVE = "^{#1}"
"""How a spelling has its first index above, without parentheses."""


def unless_a_power(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that may be right with such a power."""
    for letter, piece in (*_doubtful(link.system), *_summed_above(link)):
        if judge(_with_power(link, piece)).judgement is not Judgement.WRONG:
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(letter))
    for whole, _, letter in WHOLE.findall(link.page):
        if re.search(rf"(?<![A-Za-z\\]){whole}(?![A-Za-z])", link.written.latex):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(letter.strip("{} ")))
    return verdict


def unless_an_entry(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line by what has a power with a letter, if the page differentiates by such a power."""
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG):
        return verdict
    by = {x.wrt.variable for side in (link.left, link.right) for x in of_kind(side, Partial)}
    by &= _raised_to_letters(link.system)
    for base, letter in differentiated_above(link.page):
        if any(split_key(v.key)[0] == base and not split_key(v.key)[1] for v in by):
            return Verdict(Judgement.UNPROVED, detail=DETAIL.format(letter))
    return verdict


@of_this_object(64)
def _raised_to_letters(system: System) -> frozenset[Variable]:
    """The variables of which a definition has a power with a letter."""
    powers = (x for p in system.pieces if p.body is not None for x in of_kind(p.body, Pow))
    return frozenset(
        x.base.variable for x in powers if isinstance(x.base, Var) and isinstance(x.exponent, (Index, Var))
    )


@lru_cache(maxsize=64)
def differentiated_above(page: str) -> tuple[tuple[str, str], ...]:
    r"""The names with a letter below and one above by which a page differentiates, each with that letter.

    >>> differentiated_above(r"$\frac{\partial E}{\partial x_n^i} = w_i$, $\frac{\partial E}{\partial x_n}$")
    (('x', 'i'),)
    """
    found = [(x["base"], x["up"] or x["first"]) for x in BY_ABOVE.finditer(page)]
    return tuple(dict.fromkeys(found))


def _with_power(link: Link, piece: Piece) -> Link:
    """The line and its network with such data as a power."""
    system = _raised(link.system, piece)
    if any(x.wrt.variable == piece.variable for side in (link.left, link.right) for x in of_kind(side, Partial)):
        return replace(link, system=system)

    def raised(e: Expr) -> Expr | None:
        return _power(e) if isinstance(e, Var) and e.variable == piece.variable else None

    return replace(link, system=system, left=with_replaced(link.left, raised), right=with_replaced(link.right, raised))


def _summed_above(link: Link) -> Iterator[tuple[str, Piece]]:
    """Data with a sum of letters above in a line, whatever the coefficients have below: `\\sum_j w_{kj} x_n^j`."""
    summed = {
        x.variable
        for side in (link.left, link.right)
        for x in of_kind(side, Var)
        if _has_one_above(x.variable) and len(x.indices[0].letters()) > 1
    }
    for p in link.system.pieces if summed else ():
        if p.variable in summed and p.body is None and p.letters:
            yield str(p.letters[0]), p


@of_this_object(64)
def _doubtful(system: System) -> tuple[tuple[str, Piece], ...]:
    """Such data with the letter that sums have above it."""
    return tuple(_beside_coefficients(system))


def _beside_coefficients(system: System) -> Iterator[tuple[str, Piece]]:
    """Such data with the letter that sums have above it."""
    pieces = {p.variable: p for p in system.pieces if p.body is None and _has_one_above(p.variable) and p.letters}
    met: set[Variable] = set()
    for total in (x for p in system.pieces if pieces and p.body is not None for x in of_kind(p.body, Sum)):
        factors = [f for m in of_kind(total.body, Mul) for f in m.factors if isinstance(f, Var)]
        for f in factors if any(_is_coefficient(x, total) for x in factors) else ():
            raised = f.variable in pieces and f.indices[0].letter == total.letter
            if raised and f.variable not in met:
                met.add(f.variable)
                yield str(total.letter), pieces[f.variable]


def _is_coefficient(x: Var, total: Sum) -> bool:
    """Has it the letter of a sum alone, and not above, as the targets `y^i` of examples that are numbered there?"""
    return [i.letter for i in x.indices] == [total.letter] and ABOVE not in x.variable.spelling


def _has_one_above(v: Variable) -> bool:
    """Is one index above, without parentheses, and at least one below?"""
    _, above, below, behind = split_key(v.key)
    return above == (None,) and None in below and not behind and ABOVE in v.spelling


@lru_cache(maxsize=64)
def _raised(system: System, piece: Piece) -> System:
    """The network with such data as the powers of data with the letters below alone."""
    body = _power(Var(piece.variable, piece.indices))
    (own,) = of_kind(body, Var)
    data = replace(
        piece,
        variable=own.variable,
        indices=own.indices,
        letters=piece.letters[1:],
        domain=shadow(piece.domain, piece.letters[0]),
        place=None,
    )
    pieces = (replace(p, body=body, role=Role.NODE) if p.variable == piece.variable else p for p in system.pieces)
    return replace(system, pieces=(*pieces, *(() if any(True for _ in system.of(own.variable)) else (data,))))


def _power(entry: Var) -> Expr:
    """Such an entry as a power."""
    base, _, below, _ = split_key(entry.variable.key)
    own = Variable(f"{base}_{{{','.join('#' if x is None else x for x in below)}}}")
    exponent, *indices = entry.indices
    return Pow(Var(own, tuple(indices)), Index(exponent))

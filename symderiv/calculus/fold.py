r"""Folding back: what a definition computes is written by its name again.

After differentiating, `\frac{\exp(z_k)}{\sum_l \exp(z_l)}` is `y_k`. A definition whose body is a fraction or a call is
looked for inside products: its factors must all be there, for some value of its indices.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ..domain import Context, Domain, subset
from ..expr import ONE, Apply, Div, Expr, Mul, Num, Partial, Pow, Sum, Var, Variable, children, rebuild, variables
from ..system import Piece, Role, System
from .match import Pattern
from .products import HALF, is_constant, product, quotient

Foldable: TypeAlias = Mapping[Variable, tuple[Piece, ...]]


def foldable(system: System) -> Foldable:
    """The definitions that are worth folding back to, fractions and calls, by a variable that occurs in them."""
    found: dict[Variable, tuple[Piece, ...]] = {}
    for p in system.pieces:
        if p.role is Role.NODE and isinstance(p.body, (Apply, Div)) and p.variable != system.objective:
            inside = min(variables(p.body), key=lambda v: v.key, default=None)
            if inside is not None and all(i.letter in p.letters for i in p.indices):
                found[inside] = (*found.get(inside, ()), p)
    return found


def folded(e: Expr, pieces: Foldable, domain: Domain, known: Context) -> Expr:
    r"""`e` with every match of a definition replaced by its name, where its indices are certainly in range.

    >>> from symderiv.affine import Sym
    >>> from symderiv.domain import interval
    >>> from symderiv.expr import mul
    >>> z, o = Variable("z_{#}"), Variable("o_{#}")
    >>> i = Sym("i")
    >>> piece = Piece(o, o("i").indices, (i,), interval("i", 1, "I"), Apply("tanh", (z("i"),)), Role.NODE)
    >>> e = mul(z("k"), Apply("tanh", (z("k"),)))
    >>> folded(e, {z: (piece,)}, interval("k", 1, "I"), Context()) == mul(z("k"), o("k"))
    True
    """
    if not pieces:
        return e
    candidates = [p for v in variables(e) for p in pieces.get(v, ())]
    return _folded(e, candidates, domain, known) if candidates else e


def _folded(e: Expr, pieces: list[Piece], domain: Domain, known: Context) -> Expr:
    if isinstance(e, (Mul, Div, Apply)):
        for piece in pieces:
            found = _match(e, piece, domain, known)
            if found is not None:
                return _folded(found, pieces, domain, known)
    if isinstance(e, Sum):
        inner = _folded(e.body, pieces, domain & e.domain, known)
        return e if inner == e.body else Sum(e.letter, e.lowers, e.uppers, inner, e.where)
    if isinstance(e, Partial) or not children(e):
        return e
    return rebuild(e, lambda x: _folded(x, pieces, domain, known))


def _match(e: Expr, piece: Piece, domain: Domain, known: Context) -> Expr | None:
    """The product with the body of the piece, once, replaced by its name."""
    assert piece.body is not None
    number, above, below = quotient(e)
    scale, want_above, want_below = quotient(piece.body)
    pattern = Pattern(frozenset(piece.letters))
    if any(isinstance(f, Pow) and f.exponent == HALF for f in want_below):
        # a square root that is looked for may have been joined with another one
        below = [r for f in below for r in ([f] if isinstance(f, Pow) or is_constant(f) else [Pow(f, HALF)] * 2)]
    if len(want_above) > len(above) or len(want_below) > len(below):
        return None
    for found, left in pattern.take(want_above, above, {}, {}):
        for full, left_below in pattern.take(want_below, below, found, {}):
            if any(s not in full for s in piece.letters):
                continue
            indices = tuple(i.substitute(full) for i in piece.indices)
            where, _ = piece.at(indices)
            if subset(domain, (where,), known):
                # the name takes the place of the first factor that it replaces
                at = next((n for n, (f, g) in enumerate(zip(above, left, strict=False)) if f is not g), len(left))
                named = [*left[:at], Var(piece.variable, indices), *left[at:]]
                return product(Num(number / scale), *named, *(Div(ONE, f) for f in left_below))
    return None

r"""Sums of products in one order: `\sum_j \sum_i v_{kj} w_{ji} x_i` as `\sum_j v_{kj} \sum_i w_{ji} x_i`.

A name `h_j = \sum_i w_{ji} x_i` stands in the second form. `V W x`, read from the left as it is typed, sums over j
within the sum over i: the same product, associated from the right, holds `W x`. Values stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...affine import Sym
from ...expr import Expr, Mul, Sum, free, mul, rebuild


def gathered(e: Expr) -> Expr:
    r"""An expression in which sums hold only the factors that they are over.

    >>> from symderiv.expr import Variable, total
    >>> v, w, x = Variable("v_{#}"), Variable("w_{#,#}"), Variable("x_{#}")
    >>> joined = total("j", 1, "J", total("i", 1, "I", mul(v("j"), w("j", "i"), x("i"))))
    >>> gathered(joined) == total("j", 1, "J", mul(v("j"), total("i", 1, "I", mul(w("j", "i"), x("i")))))
    True
    """
    e = rebuild(e, gathered)
    if not isinstance(e, Sum) or e.where or not isinstance(e.body, Mul):
        return e
    outside, within = _split(_flat(e.body), e.letter)
    return mul(*outside, replace(e, body=mul(*within))) if outside and within else e


def from_the_right(e: Expr) -> Expr:
    r"""An expression in which products within sums are associated the other way, `(V W) x` as `V (W x)`.

    >>> from symderiv.expr import Variable, total
    >>> v, w, x = Variable("v_{#}"), Variable("w_{#,#}"), Variable("x_{#}")
    >>> left = total("i", 1, "I", mul(total("j", 1, "J", mul(v("j"), w("j", "i"))), x("i")))
    >>> from_the_right(left) == total("j", 1, "J", mul(v("j"), total("i", 1, "I", mul(w("j", "i"), x("i")))))
    True
    """
    e = gathered(rebuild(e, from_the_right))
    if not isinstance(e, Sum) or e.where or not isinstance(e.body, Mul):
        return e
    factors = _flat(e.body)
    inner = next((x for x in factors if _goes_out(x, factors, e)), None)
    if not isinstance(inner, Sum):
        return e
    apart, along = _split(_flat(inner.body), e.letter)
    others = [x for x in factors if x is not inner]
    rest = from_the_right(replace(e, body=mul(*along, *others)))
    return replace(inner, body=mul(*apart, rest))


def _goes_out(x: Expr, among: Sequence[Expr], around: Sum) -> bool:
    """Is it a sum of products with factors of its own, that may stand around another sum?"""
    if (
        not isinstance(x, Sum)
        or x.where
        or around.letter in _of_ends(x)
        or x.letter in {around.letter, *_of_ends(around)}
    ):
        return False
    apart, along = _split(_flat(x.body), around.letter)
    return bool(apart and along) and all(x.letter not in free(o) for o in among if o is not x)


def _of_ends(e: Sum) -> frozenset[Sym]:
    return frozenset(s for end in (*e.lowers, *e.uppers) for s in end.letters())


def _flat(e: Expr) -> list[Expr]:
    return [x for f in e.factors for x in _flat(f)] if isinstance(e, Mul) else [e]


def _split(factors: Sequence[Expr], letter: Sym) -> tuple[list[Expr], list[Expr]]:
    """The factors without a letter, and those with it."""
    return [f for f in factors if letter not in free(f)], [f for f in factors if letter in free(f)]


__all__ = ["from_the_right", "gathered"]

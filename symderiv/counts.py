r"""Values that are whole numbers, made of indices and sizes alone: as forms, and what kinked functions make of them.

The `|i - j|` of a bias by distance is no function with a kink: nothing is differentiated there, and i may well be j. So
it is `i - j` where that is not negative, and `j - i` elsewhere.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import add

from .affine import Affine, affine
from .domain.constraint import Constraint, ge
from .expr import Add, Cases, Expr, Index, Mul, Num


def count_of(e: Expr) -> Affine | None:
    """A sum of indices, sizes and whole numbers as a form; None for anything else.

    >>> from symderiv.expr import add, neg
    >>> count_of(add(Index(affine("i")), neg(Index(affine("j")))))
    i - j
    """
    if isinstance(e, Index):
        return e.form
    if isinstance(e, Num) and e.value.denominator == 1:
        return affine(e.value.numerator)
    if isinstance(e, Mul) and len(e.factors) == 2 and e.factors[0] == Num(Fraction(-1)):
        inner = count_of(e.factors[1])
        return None if inner is None else -inner
    terms = [count_of(x) for x in e.terms] if isinstance(e, Add) else []
    return reduce(add, (x for x in terms if x is not None)) if terms and None not in terms else None


def kinked_count(function: str, args: tuple[Expr, ...]) -> Expr | None:
    r"""What `|i - j|`, `\max(0, i - j)`, `\min(i, j)` are, by cases; None for anything but indices and sizes.

    >>> kinked_count("min", (Index(affine("i")), Index(affine("j"))))
    Cases(rows=((Index(form=i), (-i + j >= 0,)), (Index(form=j), ())))
    """
    forms = [f for x in args if (f := count_of(x)) is not None]
    if not forms or len(forms) < len(args) or not any(f.terms for f in forms):
        return None
    if function in ("abs", "relu") and len(forms) == 1:
        (a,) = forms
        return _either(a, -a if function == "abs" else affine(0), ge(a, 0))
    if function in ("max", "min") and len(forms) == 2:
        a, b = forms
        return _either(a, b, ge(a, b) if function == "max" else ge(b, a))
    return None


def _either(one: Affine, other: Affine, where: Constraint) -> Expr:
    return Cases(((_value(one), (where,)), (_value(other), ())))


def _value(form: Affine) -> Expr:
    return Index(form) if form.terms else Num(Fraction(form.const))


__all__ = ["count_of", "kinked_count"]

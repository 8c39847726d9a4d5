r"""A variable that takes few values as the root of a polynomial: `y^2 = 1` for `y \in \{-1, 1\}`."""

from __future__ import annotations

from fractions import Fraction

from ..affine import affine
from ..expr import Add, Expr, Mul, Num, Pow, Var, num
from ..system import Assumption, Values

LETTERS = "ijklmnpqrstuvw"


def roots(values: Values) -> Assumption:
    r"""`y^n = ..` for the entry with letters of its own.

    >>> from symderiv.expr import Variable
    >>> from symderiv.latex.write import write
    >>> two = roots(Values(Variable("y_{#}"), (Fraction(0), Fraction(1))))
    >>> write(two.left), write(two.right)
    ('(y_i)^2', '0 + y_i')
    """
    entry = Var(values.variable, tuple(affine(x) for x in LETTERS[: values.variable.arity]))
    of_powers = [Fraction(1)]  # the coefficients of the product of (y - a), the constant first
    for a in values.numbers:
        shifted, kept = [Fraction(0), *of_powers], [*of_powers, Fraction(0)]
        of_powers = [s - a * k for s, k in zip(shifted, kept, strict=True)]
    lower = tuple(_term(-c, entry, n) for n, c in enumerate(of_powers[:-1]) if c or not n)
    return Assumption(Pow(entry, num(len(of_powers) - 1)), Add(lower) if len(lower) > 1 else lower[0])


def _term(c: Fraction, entry: Var, n: int) -> Expr:
    power: tuple[Expr, ...] = () if n == 0 else (entry,) if n == 1 else (Pow(entry, num(n)),)
    factors = (*power,) if c == 1 and power else (Num(c), *power)
    return factors[0] if len(factors) == 1 else Mul(factors)

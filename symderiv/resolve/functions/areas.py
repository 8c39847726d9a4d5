r"""The inverses of hyperbolic functions by logarithms: `\operatorname{artanh} x = \frac{1}{2} \log \frac{1+x}{1-x}`.

So they need no rules of their own, and what they are inverse to undoes them.
"""

from __future__ import annotations

from fractions import Fraction

from ...expr import MINUS_ONE, ONE, Apply, Div, Expr, Pow, add, mul, neg, num

AREAS = frozenset(["arctanh", "arcsinh", "arccosh"])
"""Their names, as the parser has them."""
HALF = num(Fraction(1, 2))


def by_logarithm(name: str, x: Expr) -> Expr:
    r"""One of them, applied.

    >>> from symderiv.expr import Variable
    >>> from symderiv.latex.write import write
    >>> x = Variable("x")()
    >>> write(by_logarithm("arctanh", x))
    '\\frac{1}{2} \\log\\left(\\frac{1 + x}{1 - x}\\right)'
    """
    if name == "arctanh":
        return mul(HALF, Apply("log", (Div(add(ONE, x), add(ONE, neg(x))),)))
    last = ONE if name == "arcsinh" else MINUS_ONE
    return Apply("log", (add(x, Pow(add(Pow(x, num(2)), last), HALF)),))

"""Products and sums as a person leaves them: small rewritings that keep the value of a term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from fractions import Fraction

from ..expr import ONE, Add, Div, Expr, Index, Mul, Num, Pow, add, mul, num, walk


def factors_of(e: Expr) -> tuple[Expr, ...]:
    """The factors of a product; anything else is its only factor."""
    return e.factors if isinstance(e, Mul) else (e,)


def coefficient(e: Expr) -> tuple[Fraction, Expr]:
    """The number in front and the rest.

    >>> from symderiv.expr import Variable
    >>> x = Variable("x")()
    >>> coefficient(Mul((num(-2), x))) == (Fraction(-2), x)
    True
    """
    value = Fraction(1)
    rest: list[Expr] = []
    for f in factors_of(e):
        if isinstance(f, Num):
            value *= f.value
        else:
            rest.append(f)
    return value, mul(*rest)


def product(*factors: Expr) -> Expr:
    r"""A product as a person leaves it: numbers multiplied, fractions joined, equal factors cancelled.

    A constant `1/N` stays in front.

    >>> from symderiv.expr import MINUS_ONE, Variable
    >>> t, y = Variable("t")(), Variable("y")()
    >>> product(MINUS_ONE, t, Div(ONE, y)) == Mul((MINUS_ONE, Div(t, y))), product(Div(t, y), y) == t
    (True, True)
    >>> product(num(Fraction(1, 2)), num(2), t) == t
    True
    """
    number = Fraction(1)
    front: list[Expr] = []
    above: list[Expr] = []
    below: list[Expr] = []
    for factor in (f for e in factors for f in factors_of(e)):
        if isinstance(factor, Num):
            number *= factor.value
            continue
        if not isinstance(factor, Div):
            above.append(factor)
            continue
        c, top, bottom = fraction(factor)
        number *= c
        if not top and all(map(is_constant, bottom)):
            front.extend(Div(ONE, f) for f in bottom)
        else:
            above.extend(top)
            below.extend(bottom)
    join_roots(above, below)
    cancel(above, below)
    if not below:
        return mul(num(number), *front, *above)
    sign = -1 if number < 0 else 1
    size = abs(number)
    quotient = Div(mul(num(size.numerator), *above), mul(num(size.denominator), *below))
    return mul(num(sign), *front, quotient)


def is_constant(e: Expr) -> bool:
    """Is it made of numbers and sizes alone?"""
    return all(isinstance(x, (Num, Index, Add, Mul, Div, Pow)) for x in walk(e))


def cancel(above: list[Expr], below: list[Expr]) -> None:
    """Strike out what stands above and below, in place; a power against its base loses one."""
    for n, f in enumerate(below):
        while isinstance(f, Pow) and f.base in above and (less := _one_less(f)) is not None:
            above.remove(f.base)
            below[n] = f = less
    for f in list(below):
        if f in above:
            above.remove(f)
            below.remove(f)
            continue
        for n, g in enumerate(above):
            if isinstance(g, Pow) and g.base == f and (less := _one_less(g)) is not None:
                above[n] = less
                below.remove(f)
                break


HALF = num(Fraction(1, 2))


def join_roots(above: list[Expr], below: list[Expr]) -> None:
    r"""Square roots joined with what they are roots of, in place: `n/\sqrt{n}` is `\sqrt{n}`.

    >>> from symderiv.expr import Variable
    >>> n = Variable("n")()
    >>> root = Pow(n, HALF)
    >>> product(n, Div(ONE, root)) == root, product(Div(n, mul(Pow(root, num(2)), root))) == Div(ONE, root)
    (True, True)
    """
    bases = dict.fromkeys(r.base for f in (*above, *below) if (r := _root(f)) is not None)
    for base in bases:
        halves = _halves(above, base) - _halves(below, base)
        side, other = (above, below) if halves > 0 else (below, above)
        whole, half = divmod(abs(halves), 2)
        left: list[Expr] = [base if whole == 1 else Pow(base, num(whole))] * bool(whole) + [Pow(base, HALF)] * half
        _put_for(side, base, left)
        _put_for(other, base, [])


def _root(f: Expr) -> Pow | None:
    """The square root that a factor is, or is a power of."""
    if isinstance(f, Pow) and f.exponent == HALF:
        return f
    return _root(f.base) if isinstance(f, Pow) and isinstance(f.base, Pow) and _whole(f.exponent) else None


def _whole(e: Expr) -> bool:
    return isinstance(e, Num) and e.value.denominator == 1 and e.value > 0


def _halves(factors: list[Expr], base: Expr) -> int:
    """How often the square root of the base stands among some factors, the base counting twice."""
    return sum(_times(f, base) for f in factors)


def _times(f: Expr, base: Expr) -> int:
    if f == base:
        return 2
    if not isinstance(f, Pow):
        return 0
    if f.exponent == HALF:
        return int(f.base == base)
    exponent = f.exponent
    return _times(f.base, base) * int(exponent.value) if isinstance(exponent, Num) and _whole(exponent) else 0


def _put_for(factors: list[Expr], base: Expr, new: list[Expr]) -> None:
    """The powers of the base among some factors replaced, where the first of them stands."""
    at = next((n for n, f in enumerate(factors) if _times(f, base)), len(factors))
    rest = [f for f in factors[at:] if not _times(f, base)]
    factors[at:] = [*new, *rest]


def _one_less(e: Pow) -> Expr | None:
    """A square or higher power with one factor less."""
    if not isinstance(e.exponent, Num) or e.exponent.value < 2:
        return None
    return e.base if e.exponent.value == 2 else Pow(e.base, num(e.exponent.value - 1))


def _powers_apart(e: Expr) -> Expr:
    """A power of a product as a product of powers: `(2 s)^2` as `4 s^2`."""
    made: list[Expr] = []
    for f in factors_of(e):
        if isinstance(f, Pow) and isinstance(f.base, Mul) and isinstance(f.exponent, Num):
            n = f.exponent
            if n.value.denominator == 1 and n.value > 0:
                parts = f.base.factors
                made += [num(p.value ** int(n.value)) if isinstance(p, Num) else Pow(p, n) for p in parts]
                continue
        made.append(f)
    return mul(*made)


def fraction(e: Div) -> tuple[Fraction, list[Expr], list[Expr]]:
    """A fraction as its number, its factors above and those below."""
    (a, above), (b, below) = coefficient(e.numerator), coefficient(_powers_apart(e.denominator))
    if b == 0:
        return Fraction(1), [e], []
    return a / b, [f for f in factors_of(above) if f != ONE], [f for f in factors_of(below) if f != ONE]


def collected(terms: Iterable[Expr]) -> Expr:
    """The sum, equal terms added up, in the order in which they first appear.

    >>> from symderiv.expr import Variable, neg
    >>> x, y = Variable("x")(), Variable("y")()
    >>> collected([x, y, x]) == add(Mul((num(2), x)), y), collected([x, neg(x)]) == num(0)
    (True, True)
    """
    total: dict[Hashable, tuple[Expr, Fraction]] = {}
    for term in terms:
        number, top, bottom = quotient(term)
        c, rest = coefficient(term)
        key = (frozenset(Counter(top).items()), frozenset(Counter(bottom).items())) if bottom else rest
        first, sum_so_far = total.get(key, (rest, Fraction(0)))
        scale = quotient(first)[0] if bottom else Fraction(1)
        total[key] = (first, sum_so_far + (number / scale if bottom else c))
    return add(*(mul(num(c), rest) for rest, c in total.values()))


def quotient(e: Expr) -> tuple[Fraction, list[Expr], list[Expr]]:
    """A product or fraction as its number, and its factors above and below one line."""
    number, rest = coefficient(e)
    above: list[Expr] = []
    below: list[Expr] = []
    for f in factors_of(rest):
        if isinstance(f, Div):
            c, top, bottom = fraction(f)
            number *= c
            above += top
            below += bottom
        elif f != ONE:
            above.append(f)
    return number, above, below
